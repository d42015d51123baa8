/**
 * Stability in models with arcs written out and preferences compared pair by pair: state-graph form, and partial,
 * intransitive, two-strength or unknown preferences (Li et al. 2004; Hamouda, Kilgour & Hipel 2004).
 *
 * A sanction is *strong* if the state it leads to (and, where it must withstand countermoves, all they lead to) is much
 * worse. A stable state is strongly stable if each improvement meets a strong sanction; without improvements it is, too.
 * Others count a move of which they do not know whether it is better for them as credible in every reading.
 *
 * From every improved state the others' sequences are searched once: O(states · members² · arcs) at worst, then one look
 * at each sanction of each improvement. For large option models with rankings see {@link ./equilibria.ts}.
 */
import type { Concept, ConceptId } from './concept.ts';
import { bitOf, CONCEPTS } from './concepts.ts';
import { groupMoves } from './group-moves.ts';
import { checkpoint, TooLarge, type Control } from './limits.ts';
import { arcCount, type MoveGraph } from './move-graph.ts';
import { isDeterrent, isIncentive, type Preference, type UnknownReading } from './preference.ts';
import type { Stability } from './equilibria.ts';

export interface RelationalStability extends Stability {
  /** As `stable`: the bit is set if the state is strongly stable. */
  readonly strong: readonly Uint8Array[];
}

export interface RelationalOptions extends Control {
  readonly concepts?: readonly ConceptId[];
  /** How an unknown comparison is read. Default `a`. */
  readonly unknown?: UnknownReading;
  /** Most states × arcs × decision makers; default 10^10. */
  readonly workLimit?: number;
}

export function relationalStability(
  graph: MoveGraph,
  preferences: readonly Preference[],
  options: RelationalOptions = {},
): RelationalStability {
  const concepts = CONCEPTS.filter((concept) => options.concepts?.includes(concept.id) ?? true);
  const reading = options.unknown ?? 'a';
  const arcs = arcCount(graph);
  const work = graph.states * arcs * graph.decisionMakers;
  const limit = options.workLimit ?? 1e10;
  if (work > limit) throw new TooLarge(`Stability along ${arcs} arcs`, work, limit, 'steps');

  const stable: Uint8Array[] = [];
  const strong: Uint8Array[] = [];
  for (let dm = 0; dm < graph.decisionMakers; dm++) {
    const verdict = new Uint8Array(graph.states);
    const strongly = new Uint8Array(graph.states);
    const sanctions = new Sanctions(graph, preferences, dm, reading);
    for (let s = 0; s < graph.states; s++) {
      if ((s & 63) === 0) checkpoint(options, (dm + s / graph.states) / graph.decisionMakers);
      for (const concept of concepts) {
        const level = judge(concept, sanctions, s);
        if (level > 0) verdict[s]! |= bitOf(concept.id);
        if (level > 1) strongly[s]! |= bitOf(concept.id);
      }
    }
    stable.push(verdict);
    strong.push(strongly);
  }
  const equilibria = Uint8Array.from({ length: graph.states }, (_, s) =>
    stable.reduce((bits, verdict) => bits & verdict[s]!, 255),
  );
  return { concepts: concepts.map((concept) => concept.id), stable, strong, equilibria };
}

const UNSTABLE = 0;
const WEAKLY = 1;
const STRONGLY = 2;

function judge(concept: Concept, sanctions: Sanctions, s: number): number {
  const improved = sanctions.improvements(s);
  if (improved.length === 0) return STRONGLY;
  if (concept.sanctions === 'none') return UNSTABLE;
  let level = STRONGLY;
  for (const q of improved) {
    let best = UNSTABLE;
    for (const k of sanctions.within(concept.sanctions, q)) {
      best = Math.max(best, sanctions.force(s, k, concept.countermoves));
      if (best === STRONGLY) break;
    }
    level = Math.min(level, best);
    if (level === UNSTABLE) return UNSTABLE;
  }
  return level;
}

/** What the others can answer one decision maker with. */
class Sanctions {
  readonly #graph: MoveGraph;
  readonly #preferences: readonly Preference[];
  readonly #dm: number;
  readonly #reading: UnknownReading;
  readonly #others: readonly number[];
  readonly #within = {
    moves: new Map<number, readonly number[]>(),
    improvements: new Map<number, readonly number[]>(),
  };

  constructor(graph: MoveGraph, preferences: readonly Preference[], dm: number, reading: UnknownReading) {
    this.#graph = graph;
    this.#preferences = preferences;
    this.#dm = dm;
    this.#reading = reading;
    this.#others = preferences.map((_, j) => j).filter((j) => j !== dm);
  }

  improvements(s: number): readonly number[] {
    const own = this.#preferences[this.#dm]!;
    return [...this.#graph.moves(this.#dm, s)].filter((q) => isIncentive(own(q, s), this.#reading));
  }

  within(by: 'moves' | 'improvements', q: number): readonly number[] {
    const known = this.#within[by].get(q);
    if (known !== undefined) return known;
    const credible = (mover: number, from: number, to: number): boolean =>
      isIncentive(this.#preferences[mover]!(to, from), 'a');
    const found = groupMoves(this.#graph, this.#others, q, by === 'moves' ? undefined : credible).states;
    this.#within[by].set(q, found);
    return found;
  }

  /** How hard the sanction k hits a decision maker that left s. */
  force(s: number, k: number, countermoves: boolean): number {
    const own = this.#preferences[this.#dm]!;
    let force = level(own(k, s), this.#reading);
    if (!countermoves || force === UNSTABLE) return force;
    for (const h of this.#graph.moves(this.#dm, k)) {
      force = Math.min(force, level(own(h, s), this.#reading));
      if (force === UNSTABLE) break;
    }
    return force;
  }
}

function level(comparison: ReturnType<Preference>, reading: UnknownReading): number {
  if (!isDeterrent(comparison, reading)) return UNSTABLE;
  return comparison === 'much-worse' ? STRONGLY : WEAKLY;
}
