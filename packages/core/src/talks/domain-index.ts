/**
 * A bargaining problem prepared for talks: its outcomes numbered once, every party's utilities in one array, and for each
 * party the outcomes in ascending utility. Built once a domain and shared by all sessions, which then answer “the worst
 * outcome worth at least x to me” by binary search.
 *
 * Outcomes are numbered with the last issue fastest; forbidden ones get no number. Outcomes of equal utility stand in
 * ascending number. O(outcomes × (issues × parties + log outcomes)) time; 20 bytes an outcome and party, and 2 to 8 an
 * outcome and issue.
 */
import type { BargainingProblem, Outcome, Utility } from '../bargaining/model.ts';

/** Talks need every outcome in memory: about 100 MB for two parties at this size. */
export const MAX_OUTCOMES = 2 ** 21;

export interface DomainIndex {
  readonly problem: BargainingProblem;
  readonly outcomes: number;
  readonly parties: number;
  /** By issue, then by outcome: the index of the value. */
  readonly values: readonly (Uint16Array | Uint32Array)[];
  /** By party, then by outcome; undiscounted. */
  readonly utilities: readonly Float64Array[];
  /** By party: outcomes in ascending utility. */
  readonly ascending: readonly Int32Array[];
  /** By party: the utilities in that order. */
  readonly sorted: readonly Float64Array[];
  /** By party: the value of no deal. */
  readonly reserved: readonly number[];
  /** By party: how many outcomes are worth less than the reserved value; they stand first in `ascending`. */
  readonly irrational: readonly number[];
}

export type DomainProblem =
  | { readonly code: 'too-many-outcomes'; readonly outcomes: number; readonly limit: number }
  | { readonly code: 'no-outcome' }
  | { readonly code: 'not-finite'; readonly party: number };

/** The index, or why there is none. Problems are expected to be valid otherwise. */
export function indexDomain(
  problem: BargainingProblem,
  options: { readonly limit?: number } = {},
): { readonly index?: DomainIndex; readonly problems?: readonly DomainProblem[] } {
  const limit = options.limit ?? MAX_OUTCOMES;
  const all = problem.issues.reduce((product, issue) => product * issue.values.length, 1);
  if (!(all <= limit)) return { problems: [{ code: 'too-many-outcomes', outcomes: all, limit }] };

  const columns = valuesOf(problem, all);
  const allowed = allowedOf(problem, columns, all);
  const outcomes = allowed?.length ?? all;
  if (outcomes === 0) return { problems: [{ code: 'no-outcome' }] };
  const values =
    allowed === undefined ? columns : columns.map((column) => column.filter((_, o) => allowed.has[o] === 1));

  const utilities = problem.utilities.map((utility) => utilitiesOf(utility, values, outcomes));
  const party = utilities.findIndex((u) => !u.every(Number.isFinite));
  if (party >= 0) return { problems: [{ code: 'not-finite', party }] };

  const sorted = utilities.map((u) => u.slice().sort());
  const ascending = utilities.map((u, p) => orderOf(u, sorted[p]!));
  const reserved = problem.utilities.map((utility) => utility.reserved ?? 0);
  return {
    index: {
      problem,
      outcomes,
      parties: problem.utilities.length,
      values,
      utilities,
      ascending,
      sorted,
      reserved,
      irrational: sorted.map((u, p) => firstAtLeast(u, reserved[p]!)),
    },
  };
}

function valuesOf(problem: BargainingProblem, all: number): (Uint16Array | Uint32Array)[] {
  let block = all;
  return problem.issues.map((issue) => {
    const count = issue.values.length;
    block /= count;
    const column = count <= 2 ** 16 ? new Uint16Array(all) : new Uint32Array(all);
    for (let o = 0, value = 0; o < all; value = value + 1 === count ? 0 : value + 1)
      for (const end = o + block; o < end; o++) column[o] = value;
    return column;
  });
}

/** Which outcomes no constraint forbids; undefined if there is no constraint. */
function allowedOf(
  problem: BargainingProblem,
  columns: readonly (Uint16Array | Uint32Array)[],
  all: number,
): { readonly has: Uint8Array; readonly length: number } | undefined {
  if ((problem.constraints ?? []).length === 0) return undefined;
  const has = new Uint8Array(all).fill(1);
  for (const { forbids } of problem.constraints!) {
    const hits = membership(forbids, problem);
    for (let o = 0; o < all; o++) if (hits.every(([issue, isIn]) => isIn[columns[issue]![o]!] === 1)) has[o] = 0;
  }
  return { has, length: has.reduce((sum, bit) => sum + bit, 0) };
}

const membership = (
  of: ReadonlyMap<number, readonly number[]>,
  problem: Pick<BargainingProblem, 'issues'>,
): (readonly [number, Uint8Array])[] =>
  [...of].map(([issue, values]) => {
    const isIn = new Uint8Array(problem.issues[issue]!.values.length);
    for (const value of values) isIn[value] = 1;
    return [issue, isIn] as const;
  });

function utilitiesOf(utility: Utility, values: readonly (Uint16Array | Uint32Array)[], outcomes: number): Float64Array {
  const result = new Float64Array(outcomes);
  for (const [issue, column] of values.entries()) {
    const weight = utility.weights[issue]!;
    const worth = Float64Array.from(utility.scores[issue]!, (score) => weight * score);
    for (let o = 0; o < outcomes; o++) result[o]! += worth[column[o]!]!;
  }
  for (const { when, add } of utility.bonuses ?? []) {
    const boxes = [...when].map(([issue, listed]) => [values[issue]!, new Set(listed)] as const);
    for (let o = 0; o < outcomes; o++) if (boxes.every(([column, listed]) => listed.has(column[o]!))) result[o]! += add;
  }
  return result;
}

/** Which outcome stands where: equal ones in ascending number. Several times as fast as sorting numbers by comparison. */
function orderOf(utilities: Float64Array, sorted: Float64Array): Int32Array {
  const order = new Int32Array(utilities.length);
  const placed = new Int32Array(utilities.length);
  for (let o = 0; o < utilities.length; o++) {
    const at = firstAtLeast(sorted, utilities[o]!);
    order[at + placed[at]!++] = o;
  }
  return order;
}

/** The first position in an ascending array whose entry is at least x; its length if there is none. */
export function firstAtLeast(ascending: Float64Array, x: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value index of every issue. */
export const outcomeOf = (index: DomainIndex, outcome: number): Outcome =>
  index.values.map((column) => column[outcome]!);

/** The number of an outcome; undefined if it is forbidden or there is none such. O(issues · log outcomes). */
export function numberOf(index: DomainIndex, outcome: Outcome): number | undefined {
  const comparedWith = (o: number): number => {
    for (const [issue, column] of index.values.entries()) {
      const difference = column[o]! - outcome[issue]!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
  let low = 0;
  let high = index.outcomes;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparedWith(middle) < 0) low = middle + 1;
    else high = middle;
  }
  return low < index.outcomes && comparedWith(low) === 0 ? low : undefined;
}
