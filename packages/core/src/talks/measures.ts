/**
 * How good an agreement is: the distance of its utilities from the Pareto frontier and from solution points, and the
 * share of the largest possible distance that this leaves, max(0, 1 − d/√Σ range²), as NegMAS measures optimality.
 *
 * Points are given, so that they are computed once a domain. O(points × parties).
 */
import { bargain, frontier, type BargainingProblem, type Solution } from '../bargaining/index.ts';
import type { DomainIndex } from './domain-index.ts';

/** Utilities by party. */
export type Point = readonly number[];

export interface SolutionPoints {
  readonly pareto: readonly Point[];
  /** Of several equally good points the nearest counts. */
  readonly nash: readonly Point[];
  readonly kalaiSmorodinsky?: readonly Point[];
  readonly egalitarian?: readonly Point[];
  readonly utilitarian?: readonly Point[];
}

/** The points of a problem by {@link bargain}; undefined where no outcome is rational for all. */
export function solutionPoints(problem: BargainingProblem): SolutionPoints | undefined {
  const solutions = bargain(problem)?.solutions;
  if (solutions === undefined) return undefined;
  const points = (solution: Solution): Point[] => [solution, ...solution.ties].map(({ utilities }) => utilities);
  return {
    pareto: frontier(problem).points.map(({ utilities }) => utilities),
    nash: points(solutions.nash),
    kalaiSmorodinsky: points(solutions.kalaiSmorodinsky),
    egalitarian: points(solutions.egalitarian),
    utilitarian: points(solutions.utilitarian),
  };
}

export interface Measure {
  /** Euclidean, in utilities. */
  readonly distance: number;
  readonly optimality: number;
}

export type Measures = { readonly [Solution in keyof SolutionPoints]: Measure } & {
  /** The sum of utilities over the largest such sum; where that point is given and positive. */
  readonly welfare?: number;
};

/** Measures of an outcome's undiscounted utilities; without a deal, of the reserved values. */
export function measures(index: DomainIndex, utilities: Point, points: SolutionPoints): Measures {
  const largest = Math.sqrt(
    index.sorted.reduce((sum, sorted) => sum + (sorted[sorted.length - 1]! - sorted[0]!) ** 2, 0),
  );
  const measure = (to: readonly Point[]): Measure => {
    const distance = to.reduce((least, point) => Math.min(least, distanceBetween(point, utilities)), Infinity);
    return { distance, optimality: largest > 0 ? Math.max(0, 1 - distance / largest) : 1 };
  };
  const { pareto, nash, kalaiSmorodinsky, egalitarian, utilitarian } = points;
  const most = utilitarian === undefined ? 0 : sum(utilitarian[0]!);
  return {
    pareto: measure(pareto),
    nash: measure(nash),
    ...(kalaiSmorodinsky === undefined ? {} : { kalaiSmorodinsky: measure(kalaiSmorodinsky) }),
    ...(egalitarian === undefined ? {} : { egalitarian: measure(egalitarian) }),
    ...(utilitarian === undefined ? {} : { utilitarian: measure(utilitarian) }),
    ...(most > 0 ? { welfare: sum(utilities) / most } : {}),
  };
}

const sum = (point: Point): number => point.reduce((all, u) => all + u, 0);

const distanceBetween = (a: Point, b: Point): number => Math.sqrt(a.reduce((sum, x, p) => sum + (x - b[p]!) ** 2, 0));
