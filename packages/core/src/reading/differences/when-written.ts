/** How far apart two accounts were written. */
import type { When } from '../../case/index.ts';

const DAY_MS = 86_400_000;

/** Days between the nearest ends; 0 where they overlap, undefined where one is not known. */
export function daysApart(a: When | undefined, b: When | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  return Math.max(0, Math.floor((Math.max(a.min, b.min) - Math.min(a.max, b.max)) / DAY_MS));
}

/** Not known to be further apart. */
export const areClose = (a: When | undefined, b: When | undefined, days: number): boolean =>
  (daysApart(a, b) ?? 0) <= days;

/** The first was over before the second began. */
export const isBefore = (a: When | undefined, b: When | undefined): boolean =>
  a !== undefined && b !== undefined && a.max < b.min;
