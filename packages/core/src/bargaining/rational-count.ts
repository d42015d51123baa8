/**
 * How many outcomes are strictly better than no deal for everybody (NegMAS's “rational fraction” is this over all).
 *
 * Two parties: meet in the middle (Horowitz & Sahni, J. ACM 21(2), 1974). The issues are split in two halves of about √n
 * choices; pairs are counted by sweeping the first party's sums and a Fenwick tree (1994) over the second's ranks: 10^12
 * outcomes take 10^6 sums in each half, about a second and 110 MB. Otherwise issue by issue, leaving off where all or none
 * of what follows is rational; cut by work, with what is certain on either side.
 *
 * Exact where sums are (whole numbers, dyadic fractions); elsewhere an outcome within rounding of a reserved value may fall
 * on either side.
 */
import { partsOf, type Part } from './components.ts';
import type { BargainingProblem } from './model.ts';
import { sortedSums } from './sorted-sums.ts';
import { spaceOf } from './space.ts';
import { reservedOf } from './utility.ts';
import { outcomeCount } from './validate.ts';

export interface RationalCount {
  /** Outcomes that no constraint forbids; where they could not be counted, all. */
  readonly allowed: number;
  /** Equal unless the count was cut. */
  readonly atLeast: number;
  readonly atMost: number;
}

export interface RationalCountOptions {
  /** Choices in one half. Default 2^22: 440 MB. */
  readonly half?: number;
  /** Choices looked at where halves do not serve. Default 5 · 10^7, two or three seconds. */
  readonly work?: number;
}

export function rationalCount(problem: BargainingProblem, options: RationalCountOptions = {}): RationalCount {
  const { half = 2 ** 22, work = 5e7 } = options;
  const parts = partsOf(spaceOf(problem));
  if (parts === undefined) return { allowed: outcomeCount(problem), atLeast: 0, atMost: outcomeCount(problem) };
  const allowed = parts.reduce((product, part) => product * sizeOf(part), 1);
  if (allowed === 0) return { allowed, atLeast: 0, atMost: 0 };
  const reserved = problem.utilities.map(reservedOf);
  if (problem.parties.length === 2) {
    const [a, b] = halves(parts);
    if (choicesOf(a) <= half && choicesOf(b) <= half) {
      const count = countPairs(a, b, reserved);
      return { allowed, atLeast: count, atMost: count };
    }
  }
  return { allowed, ...countByIssue(parts, reserved, allowed, work) };
}

const sizeOf = (part: Part): number => part.gains[0]!.length;
const choicesOf = (parts: readonly Part[]): number => parts.reduce((product, part) => product * sizeOf(part), 1);

/** The largest parts first, each to the half with fewer choices. */
function halves(parts: readonly Part[]): [Part[], Part[]] {
  const a: Part[] = [];
  const b: Part[] = [];
  for (const part of parts.toSorted((x, y) => sizeOf(y) - sizeOf(x))) (choicesOf(a) <= choicesOf(b) ? a : b).push(part);
  return [a, b];
}

function countPairs(a: readonly Part[], b: readonly Part[], reserved: readonly number[]): number {
  const sums = (half: readonly Part[], party: number) => sortedSums(half.map(({ gains }) => gains[party]!));
  const b1 = sums(b, 1);
  const size = b1.sums.length;
  const rank = new Int32Array(size);
  for (let k = 0; k < size; k++) rank[b1.choices[k]!] = k;
  // By choice of a: the first rank of b at which the second party has more than no deal.
  const a1 = sums(a, 1);
  const firstRank = new Int32Array(a1.sums.length);
  for (let k = 0, from = size; k < a1.sums.length; k++) {
    while (from > 0 && a1.sums[k]! + b1.sums[from - 1]! > reserved[1]!) from--;
    firstRank[a1.choices[k]!] = from;
  }
  // Those b that do for the first party, by rank; they only become more as a rises.
  const tree = new Int32Array(size + 1);
  const a0 = sums(a, 0);
  const b0 = sums(b, 0);
  let count = 0;
  for (let k = 0, from = size; k < a0.sums.length; k++) {
    while (from > 0 && a0.sums[k]! + b0.sums[from - 1]! > reserved[0]!) {
      from--;
      for (let at = rank[b0.choices[from]!]! + 1; at <= size; at += at & -at) tree[at]!++;
    }
    let below = 0;
    for (let at = firstRank[a0.choices[k]!]!; at > 0; at -= at & -at) below += tree[at]!;
    count += size - from - below;
  }
  return count;
}

function countByIssue(
  parts: readonly Part[],
  reserved: readonly number[],
  allowed: number,
  work: number,
): { atLeast: number; atMost: number } {
  // Wide parts last: there a whole list is judged at once.
  const sorted = parts.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const parties = reserved.map((_, p) => p);
  const outcomes = sorted.map((_, n) => choicesOf(sorted.slice(n)));
  const extreme = (pick: (...values: number[]) => number): number[][] => {
    const after: number[][] = [parties.map(() => 0)];
    for (const { gains } of sorted.toReversed())
      after.unshift(parties.map((p) => after[0]![p]! + gains[p]!.reduce((a, b) => pick(a, b))));
    return after;
  };
  const least = extreme(Math.min);
  const most = extreme(Math.max);
  // Bounds are added up in another order than outcomes.
  const slack = parties.map((p) => 1e-12 * (1 + Math.abs(least[0]![p]!) + Math.abs(most[0]![p]!)));
  let count = 0;
  let unknown = 0;
  let done = 0;
  const sums = sorted.map(() => parties.map(() => 0));
  const visit = (n: number, sum: readonly number[]): void => {
    if (n === sorted.length) {
      if (parties.every((p) => sum[p]! > reserved[p]!)) count++;
      return;
    }
    if (parties.some((p) => sum[p]! + most[n]![p]! < reserved[p]! - slack[p]!)) return;
    if (parties.every((p) => sum[p]! + least[n]![p]! > reserved[p]! + slack[p]!)) {
      count += outcomes[n]!;
      return;
    }
    const { gains } = sorted[n]!;
    done += gains[0]!.length;
    if (done > work) {
      unknown += outcomes[n]!;
      return;
    }
    const next = sums[n]!;
    for (let v = 0; v < gains[0]!.length; v++) {
      for (const p of parties) next[p] = sum[p]! + gains[p]![v]!;
      visit(n + 1, next);
    }
  };
  visit(
    0,
    parties.map(() => 0),
  );
  return { atLeast: count, atMost: Math.min(allowed, count + unknown) };
}
