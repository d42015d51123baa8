/** The Pareto frontier of a problem: outcomes than which no allowed outcome is better for one party and worse for none. */
import { maximal } from './maximal.ts';
import { labelsOf } from './labels.ts';
import type { BargainingProblem, Outcome } from './model.ts';
import { search } from './search.ts';
import { outcomeOf, spaceOf } from './space.ts';
import { utilitiesOf } from './utility.ts';

export interface FrontierPoint {
  /** Of several outcomes with equal utilities the lexicographically first. */
  readonly outcome: Outcome;
  /** By party. */
  readonly utilities: readonly number[];
}

export interface Frontier {
  /** By utilities, descending: the first party's best first. */
  readonly points: readonly FrontierPoint[];
  /** False when the search was cut; then points may be missing and others may be dominated by what is missing. */
  readonly complete: boolean;
  /**
   * By party; all 0 if complete. Every allowed outcome (that clears the floors by as much) is matched by a point that gives
   * everybody at most this much less.
   */
  readonly shortfall: readonly number[];
}

export interface FrontierOptions {
  /** By party: only outcomes that give at least this. Default: all. */
  readonly atLeast?: readonly number[];
  /** Choices kept an issue before the search is cut; see {@link ./search.ts}. */
  readonly limit?: number;
}

export function frontier(problem: BargainingProblem, options: FrontierOptions = {}): Frontier {
  const { labels, complete, shortfall } = search(spaceOf(problem), options);
  // Once more in the utilities as they are reckoned everywhere: the search may have added in another order.
  const rows: { utilities: number[]; key: number }[] = [];
  for (const key of labels.keys) {
    const utilities = utilitiesOf(problem, outcomeOf(problem, key));
    if (utilities.every((u, p) => u >= (options.atLeast?.[p] ?? -Infinity))) rows.push({ utilities, key });
  }
  const exact = maximal(labelsOf(problem.parties.length, rows));
  return {
    points: Array.from(exact.keys, (key, k) => ({
      outcome: outcomeOf(problem, key),
      utilities: exact.utilities.map((column) => column[k]!),
    })),
    complete,
    shortfall,
  };
}
