/**
 * Coalition stability (Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008).
 *
 * q is an improvement for a coalition H from s when H can bring q about together and every member prefers q to s. s is
 * stable for H by CNash if there is none; by CGMR, CSMR and CSEQ if each is met by a sanction of the others (moves, moves
 * that H cannot escape from, improvements) after which at least one member of H is no better off than at s.
 *
 * A coalition does not take away what its parts could do alone: s is *universally* stable when it is stable for every
 * coalition, single decision makers included; within a coalition structure, for every part of its coalitions.
 *
 * Group moves are searched from every state: for small models. 2^members coalitions.
 */
import type { Concept, ConceptId } from './concept.ts';
import { CONCEPTS } from './concepts.ts';
import { groupMoves } from './group-moves.ts';
import { checkpoint, TooLarge, type Control } from './limits.ts';
import { arcCount, type MoveGraph } from './move-graph.ts';
import { isDeterrent, isIncentive, type Preference } from './preference.ts';

/** Decision makers, ascending. */
export type Coalition = readonly number[];

export interface CoalitionImprovement {
  readonly from: number;
  readonly to: number;
}

/** All coalition improvements of H: for a single decision maker its own, for more also those that need several moves. */
export function coalitionImprovements(
  graph: MoveGraph,
  preferences: readonly Preference[],
  coalition: Coalition,
): CoalitionImprovement[] {
  const found: CoalitionImprovement[] = [];
  for (let from = 0; from < graph.states; from++)
    for (const to of improvementsFrom(graph, preferences, coalition, from)) found.push({ from, to });
  return found;
}

function improvementsFrom(
  graph: MoveGraph,
  preferences: readonly Preference[],
  coalition: Coalition,
  from: number,
): number[] {
  return groupMoves(graph, coalition, from)
    .states.filter((to) => coalition.every((i) => isIncentive(preferences[i]!(to, from), 'a')))
    .toSorted((a, b) => a - b);
}

export interface CoalitionOptions extends Control {
  readonly workLimit?: number;
}

/** By state: 1 if it is stable for the coalition by the concept's coalition version. */
export function coalitionStability(
  graph: MoveGraph,
  preferences: readonly Preference[],
  coalition: Coalition,
  conceptId: ConceptId,
  options: CoalitionOptions = {},
): Uint8Array {
  const concept = CONCEPTS.find(({ id }) => id === conceptId)!;
  const arcs = arcCount(graph);
  // Without sanctions only the coalition's own sequences are looked at.
  const work = (concept.sanctions === 'none' ? 2 ** coalition.length : graph.states) * arcs * graph.decisionMakers;
  const limit = options.workLimit ?? 1e10;
  if (work > limit) throw new TooLarge(`Coalition moves along ${arcs} arcs`, work, limit, 'steps');
  const others = preferences.map((_, j) => j).filter((j) => !coalition.includes(j));
  const reach = new Map<number, readonly number[]>();
  return Uint8Array.from({ length: graph.states }, (_, s) => {
    if ((s & 63) === 0) checkpoint(options, s / graph.states);
    const improved = improvementsFrom(graph, preferences, coalition, s);
    return improved.every((q) => isSanctioned(concept, q, s)) ? 1 : 0;
  });

  function isSanctioned(by: Concept, q: number, s: number): boolean {
    if (by.sanctions === 'none') return false;
    // At least one member ends no better than at s.
    const hurts = (k: number): boolean => coalition.some((i) => isDeterrent(preferences[i]!(k, s), 'a'));
    let answers = reach.get(q);
    if (answers === undefined) {
      const credible = (mover: number, from: number, to: number): boolean =>
        isIncentive(preferences[mover]!(to, from), 'a');
      answers = groupMoves(graph, others, q, by.sanctions === 'moves' ? undefined : credible).states;
      reach.set(q, answers);
    }
    return answers.some(
      (k) => hurts(k) && (!by.countermoves || groupMoves(graph, coalition, k).states.every((h) => hurts(h))),
    );
  }
}

/** Every part of the coalitions with at least one member, smaller ones first. */
export function subCoalitions(coalitions: readonly Coalition[]): Coalition[] {
  const found = new Map<string, Coalition>();
  for (const coalition of coalitions) {
    for (let part = 1; part < 2 ** coalition.length; part++) {
      const members = coalition.filter((_, k) => (part >>> k) & 1).toSorted((a, b) => a - b);
      found.set(members.join(), members);
    }
  }
  return [...found.values()].toSorted((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
}

/**
 * By state: 1 if it is stable for every part of every coalition of the structure. With the coalition of all, this is
 * universal coalition stability.
 */
export function coalitionEquilibria(
  graph: MoveGraph,
  preferences: readonly Preference[],
  structure: readonly Coalition[],
  concept: ConceptId,
  options: CoalitionOptions = {},
): Uint8Array {
  const stable = new Uint8Array(graph.states).fill(1);
  const singles = preferences.map((_, dm) => [dm]);
  for (const coalition of subCoalitions([...structure, ...singles])) {
    const verdict = coalitionStability(graph, preferences, coalition, concept, options);
    for (let s = 0; s < graph.states; s++) stable[s]! &= verdict[s]!;
  }
  return stable;
}
