/**
 * Small packages: of every few issues the deal over them from which everybody gains most (by the product of gains), all
 * other issues left at their status quo. What can be agreed without settling everything.
 *
 * All values of all sets of at most three issues are tried; where that were too many, of two, or of one.
 */
import type { BargainingProblem, Outcome } from './model.ts';
import { isAllowed, reservedOf, utilitiesOf } from './utility.ts';

export interface Package {
  /** The issues that it settles, by index. */
  readonly issues: readonly number[];
  readonly outcome: Outcome;
  readonly utilities: readonly number[];
  /** The product of the gains over the reserved values. */
  readonly product: number;
}

/** Some tenths of a second. */
const MOST_TRIED = 200_000;
const MOST_ISSUES = 3;

/** By product, largest first; only deals from which everybody to whom anything matters gains. */
export function smallPackages(problem: BargainingProblem, size = MOST_ISSUES): Package[] {
  const { issues, utilities } = problem;
  if (issues.some(({ statusQuo }) => statusQuo === undefined)) return [];
  const base = issues.map(({ statusQuo }) => statusQuo!);
  const others = issues.map(({ values }, i) => [...values.keys()].filter((v) => v !== base[i]));
  const most = largestSize(
    others.map((values) => values.length),
    Math.min(size, issues.length),
  );
  const reserved = utilities.map(reservedOf);
  const caring = utilities.flatMap(({ weights }, p) => (weights.some((w) => w > 0) ? [p] : []));
  const best = new Map<string, Package>();
  const consider = (chosen: readonly number[], outcome: Outcome): void => {
    if (!isAllowed(problem, outcome)) return;
    const its = utilitiesOf(problem, outcome);
    const gains = caring.map((p) => its[p]! - reserved[p]!);
    if (gains.length === 0 || gains.some((gain) => gain <= 0)) return;
    const product = gains.reduce((a, b) => a * b);
    const known = best.get(chosen.join());
    if (known === undefined || product > known.product)
      best.set(chosen.join(), { issues: chosen, outcome, utilities: its, product });
  };
  const extend = (from: number, chosen: readonly number[], outcome: Outcome): void => {
    if (chosen.length > 0) consider(chosen, outcome);
    if (chosen.length === most) return;
    for (let i = from; i < issues.length; i++)
      for (const v of others[i]!) extend(i + 1, [...chosen, i], outcome.with(i, v));
  };
  extend(0, [], base);
  return [...best.values()].toSorted((a, b) => b.product - a.product || a.issues.length - b.issues.length);
}

/** The largest size of which all packages can be tried: their number is an elementary symmetric sum. */
function largestSize(counts: readonly number[], size: number): number {
  const sums = [1, ...Array<number>(size).fill(0)];
  for (const count of counts) for (let k = size; k > 0; k--) sums[k]! += sums[k - 1]! * count;
  let total = 0;
  for (let k = 1; k <= size; k++) {
    total += sums[k]!;
    if (total > MOST_TRIED) return k - 1;
  }
  return size;
}
