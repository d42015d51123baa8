/** Integer and real issues as values: a stated grid, whose two ends are always on it. */
import type { Issue } from './model.ts';

/** As many values as a table of scores may reasonably have; a finer grid is a mistake or a trap. */
export const MOST_VALUES = 100_000;

export type Grid = { readonly issue: Issue; readonly numbers: readonly number[] } | { readonly tooMany: number };

/** Whole numbers from `from` to `to`, both included. */
export function integerIssue(name: string, from: number, to: number): Grid {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || to < from)
    throw new Error(`issue ${name}: no whole numbers from ${from} to ${to}`);
  const count = to - from + 1;
  if (count > MOST_VALUES) return { tooMany: count };
  const numbers = Array.from({ length: count }, (_, k) => from + k);
  return { issue: { name, kind: 'integer', values: numbers.map(String) }, numbers };
}

/** `intervals` equal steps from `from` to `to`: one value more than there are steps. */
export function realIssue(name: string, from: number, to: number, intervals: number): Grid {
  if (!Number.isFinite(from) || !Number.isFinite(to) || to < from || !Number.isSafeInteger(intervals) || intervals < 1)
    throw new Error(`issue ${name}: no grid of ${intervals} steps from ${from} to ${to}`);
  if (intervals >= MOST_VALUES) return { tooMany: intervals + 1 };
  if (from === to) return { issue: { name, kind: 'real', values: [String(from)] }, numbers: [from] };
  const numbers = Array.from({ length: intervals + 1 }, (_, k) =>
    k === intervals ? to : from + ((to - from) * k) / intervals,
  );
  return { issue: { name, kind: 'real', values: numbers.map(String) }, numbers };
}
