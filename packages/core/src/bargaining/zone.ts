/**
 * The zone of agreement: deals that give everybody at least its reserved value. A deal settles something; leaving every
 * issue at its status quo is none.
 *
 * In draws a deal found before is tried first, and the search is made only where none of them will do: a few hundred draws
 * of a table cost a few searches. Where a search is cut and finds none, the draw counts as closed.
 */
import { frontier, type Frontier } from './frontier.ts';
import type { BargainingProblem, Outcome } from './model.ts';
import { isAllowed, reservedOf, utilitiesOf } from './utility.ts';
import { outcomeCount } from './validate.ts';

/** The problem with its status quo forbidden. */
export function settlingSomething(problem: BargainingProblem): BargainingProblem {
  const nothing = new Map(problem.issues.map(({ statusQuo }, i) => [i, statusQuo === undefined ? [] : [statusQuo]]));
  if ([...nothing.values()].some((values) => values.length === 0)) return problem;
  const constraints = [...(problem.constraints ?? []), { forbids: nothing, of: 'nobody', kind: 'agenda' as const }];
  return { ...problem, constraints };
}

/** The efficient deals of the zone; none where it is empty. */
export const zoneOf = (problem: BargainingProblem): Frontier =>
  frontier(settlingSomething(problem), { atLeast: problem.utilities.map(reservedOf) });

/** So few deals are all tried in every draw. */
const ALL_TRIED = 64;

/** By draw: whether the zone is open. The draws differ in utilities and reserved values alone. */
export function openDraws(problemOf: (k: number) => BargainingProblem, draws: number): boolean[] {
  const first = settlingSomething(problemOf(0));
  const isSmall = outcomeCount(first) <= ALL_TRIED;
  const found: Outcome[] = isSmall ? outcomesOf(first).filter((outcome) => isAllowed(first, outcome)) : [];
  return Array.from({ length: draws }, (_, k) => {
    const problem = problemOf(k);
    const reserved = problem.utilities.map(reservedOf);
    const slack = (outcome: Outcome): number =>
      utilitiesOf(problem, outcome).reduce((least, u, p) => Math.min(least, u - reserved[p]!), Infinity);
    if (found.some((outcome) => slack(outcome) >= 0)) return true;
    if (isSmall) return false;
    const { points } = zoneOf(problem);
    if (points.length === 0) return false;
    found.push(points.reduce((best, point) => (slack(point.outcome) > slack(best.outcome) ? point : best)).outcome);
    return true;
  });
}

const outcomesOf = ({ issues }: BargainingProblem): Outcome[] =>
  issues.reduce<number[][]>((all, { values }) => all.flatMap((o) => values.map((_, v) => [...o, v])), [[]]);

/** How much larger a number is, as a quantile, in the draws in which the zone is open than in the others. */
export interface Carrier {
  readonly number: number;
  readonly difference: number;
}

/** Differences above this many standard errors are shown: one in 10,000 by chance. */
const CLEAR = 4;

/** The numbers that decide most clearly whether the zone is open, most decisive first; none where all draws agree. */
export function carriersOf(
  opened: readonly boolean[],
  numbers: readonly number[],
  uniform: (j: number, k: number) => number,
): Carrier[] {
  const open = opened.filter(Boolean).length;
  const closed = opened.length - open;
  if (open === 0 || closed === 0) return [];
  // A uniform number has variance 1/12.
  const error = Math.sqrt((1 / open + 1 / closed) / 12);
  return numbers
    .map((j): Carrier => {
      let difference = 0;
      for (let k = 0; k < opened.length; k++) difference += uniform(j, k) * (opened[k] ? 1 / open : -1 / closed);
      return { number: j, difference };
    })
    .filter(({ difference }) => Math.abs(difference) > CLEAR * error)
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.number - b.number);
}
