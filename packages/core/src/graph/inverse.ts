/**
 * The inverse question (Kinsara, Kilgour & Hipel 2015; Wang et al. 2018): what would a decision maker have to prefer for a
 * state to be stable, the preferences of the others as they are?
 *
 * Stability of s depends on one thing only: which states the decision maker prefers to s. So the answer is a list of
 * requirements, one for each of its moves from s, each with alternatives; an alternative is a set of states none of which
 * may be preferred to s. For the move to q: {q} (it is no improvement); or, by a sanction k within reach of the others
 * from q, {k}, and where the sanction must hold, {k} with all it can move to from k.
 *
 * Requirements: one search of the others' moves for each move from s. Counting rankings: 2^(states named), refused above
 * 2^22. Least changes: smallest first over alternatives, exponential at worst, cut at `limit`.
 */
import type { ConceptId } from './concept.ts';
import { CONCEPTS } from './concepts.ts';
import { groupMoves } from './group-moves.ts';
import { TooLarge } from './limits.ts';
import type { Ranks } from './model.ts';
import type { MoveGraph } from './move-graph.ts';
import { isIncentive, type Preference } from './preference.ts';

export interface Requirement {
  readonly move: number;
  /** Minimal sets of states, ascending; in at least one of them no state may be preferred. */
  readonly alternatives: readonly (readonly number[])[];
}

/** The preference of `decisionMaker` itself is not read. */
export function requirementsFor(
  graph: MoveGraph,
  preferences: readonly Preference[],
  conceptId: ConceptId,
  decisionMaker: number,
  state: number,
): Requirement[] {
  const concept = CONCEPTS.find(({ id }) => id === conceptId)!;
  const others = [...Array(graph.decisionMakers).keys()].filter((j) => j !== decisionMaker);
  const credible = (mover: number, from: number, to: number): boolean =>
    isIncentive(preferences[mover]!(to, from), 'a');
  return [...graph.moves(decisionMaker, state)].map((move) => {
    const alternatives: number[][] = [[move]];
    if (concept.sanctions !== 'none') {
      const allowed = concept.sanctions === 'improvements' ? credible : undefined;
      for (const k of groupMoves(graph, others, move, allowed).states) {
        const unwelcome = concept.countermoves ? [k, ...graph.moves(decisionMaker, k)] : [k];
        alternatives.push([...new Set(unwelcome)].filter((x) => x !== state).toSorted((a, b) => a - b));
      }
    }
    return { move, alternatives: minimal(alternatives) };
  });
}

function minimal(sets: readonly (readonly number[])[]): (readonly number[])[] {
  const single = new Set<number>();
  const found: (readonly number[])[] = [];
  for (const set of sets.toSorted((a, b) => a.length - b.length)) {
    if (set.length === 0) return [set];
    // Mostly one state is enough, and then the larger sets need not be compared with one another.
    if (set.some((x) => single.has(x))) continue;
    const members = new Set(set);
    if (found.some((smaller) => smaller.every((x) => members.has(x)))) continue;
    if (set.length === 1) single.add(set[0]!);
    found.push(set);
  }
  return found;
}

/** Whether a state is stable for a decision maker that prefers to it exactly the states for which `prefers` says so. */
export const meets = (requirements: readonly Requirement[], prefers: (state: number) => boolean): boolean =>
  requirements.every(({ alternatives }) => alternatives.some((set) => !set.some(prefers)));

/**
 * In how many of the strict rankings of all states the requirements are met. The states above s matter, not their order:
 * with d of the n states below s there are d! (n − 1 − d)! rankings.
 */
export function countRankings(requirements: readonly Requirement[], states: number): { met: number; all: number } {
  const named = [...new Set(requirements.flatMap(({ alternatives }) => alternatives.flat()))];
  if (named.length > 22)
    throw new TooLarge(`Rankings that differ in ${named.length} states`, 2 ** named.length, 2 ** 22, 'steps');
  if (states > 19) throw new TooLarge(`Strict rankings of ${states} states`, factorial(states), factorial(19), 'steps');
  const bit = new Map(named.map((state, k) => [state, 1 << k]));
  const masks = requirements.map(({ alternatives }) =>
    alternatives.map((set) => set.reduce((mask, state) => mask | bit.get(state)!, 0)),
  );
  const free = states - 1 - named.length;
  let met = 0;
  for (let above = 0; above < 2 ** named.length; above++) {
    if (!masks.every((list) => list.some((mask) => (mask & above) === 0))) continue;
    let high = 0;
    for (let rest = above; rest !== 0; rest &= rest - 1) high++;
    // Of the states that no requirement names, any may be above.
    for (let more = 0; more <= free; more++)
      met += choose(free, more) * factorial(high + more) * factorial(states - 1 - high - more);
  }
  return { met, all: factorial(states) };
}

function factorial(n: number): number {
  let product = 1;
  for (let k = 2; k <= n && product < Infinity; k++) product *= k;
  return product;
}
const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

export interface LeastChanges {
  /** Sets of states that the decision maker prefers now and would have to prefer no longer; smallest first. */
  readonly changes: readonly (readonly number[])[];
  /** False when there are more than were asked for, or the search was cut. */
  readonly complete: boolean;
}

export interface LeastChangesOptions {
  /** Most changes given; default 100. */
  readonly most?: number;
  /** Most partial changes looked at; default 20,000. */
  readonly limit?: number;
}

/**
 * The minimal changes of a ranking by which the requirements are met; one empty change if they are met already. Partial
 * changes are carried on in the order of their size, so the first that meets all requirements is a smallest one, and
 * each found later is minimal if none found before is part of it.
 */
export function leastChanges(
  requirements: readonly Requirement[],
  state: number,
  ranks: Ranks,
  { most = 100, limit = 20_000 }: LeastChangesOptions = {},
): LeastChanges {
  const prefers = (x: number): boolean => ranks[x]! < ranks[state]!;
  const choices = requirements
    .map(({ alternatives }) => minimal(alternatives.map((set) => set.filter(prefers))))
    .filter((sets) => sets[0]!.length > 0)
    .toSorted((a, b) => a.length - b.length);
  const found: (readonly number[])[] = [];
  const seen = new Set<string>();
  // By size: partial changes, ascending states.
  const waiting: (readonly number[])[][] = [[[]]];
  let tried = 0;
  for (let size = 0; size < waiting.length; size++) {
    for (const changed of waiting[size] ?? []) {
      const members = new Set(changed);
      if (found.some((set) => set.every((x) => members.has(x)))) continue;
      const open = choices.find((sets) => !sets.some((set) => set.every((x) => members.has(x))));
      if (open === undefined) {
        if (found.length === most) return { changes: found, complete: false };
        found.push(changed);
        continue;
      }
      for (const set of open) {
        if (++tried > limit) return { changes: found, complete: false };
        const more = [...changed, ...set.filter((x) => !members.has(x))].toSorted((a, b) => a - b);
        const key = more.join();
        if (seen.has(key)) continue;
        seen.add(key);
        (waiting[more.length] ??= []).push(more);
      }
    }
    // What is done is no longer needed.
    waiting[size] = [];
  }
  return { changes: found, complete: true };
}

/**
 * How many of the states that are now preferred to `state` it must at least overtake, rising past whole levels of the
 * ranking, to be stable; all of them make it Nash stable, so there is always an answer.
 */
export function leastRise(requirements: readonly Requirement[], state: number, ranks: Ranks): number {
  const above = [...ranks].filter((rank) => rank < ranks[state]!).toSorted((a, b) => b - a);
  // To the level of the next better state, and so on: equals are no improvement.
  for (const target of [ranks[state]!, ...new Set(above)])
    if (meets(requirements, (x) => x !== state && ranks[x]! < target)) return above.filter((r) => r >= target).length;
  return above.length;
}
