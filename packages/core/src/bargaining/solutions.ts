/**
 * Solution points over the rational frontier F: frontier outcomes that give every party at least its reserved value r.
 *
 * d = max(r, least utility) is the disagreement point and x the most a party could get from any allowed outcome, rational
 * or not, as GENIUS and NegMAS take them. Then, with gains u − d and relative gains (u − d) / (x − d):
 *
 * - Nash (1950): the largest product of gains.
 * - Egalitarian (Kalai 1977; “Kalai point” in some programs): the largest least gain, ties by the next least.
 * - Kalai–Smorodinsky (1975), for finite sets: the largest least relative gain, ties by the next least (lexicographic
 *   max–min: Imai 1983).
 * - Kalai–Smorodinsky by spread, as NegMAS reckons it: the smallest difference between the largest and the smallest
 *   relative gain. Only for comparison: such a point can leave everybody with less than another.
 * - Utilitarian: the largest sum of utilities; relative utilitarian (Dhillon & Mertens 1999): of (u − least) / (x − d).
 *
 * A party that can gain nothing (x = d) counts in no product, least gain or spread, where it would hide the others.
 * Opposition is the least Euclidean distance from (1, …, 1) of u / x; it is on F, where every u is as large as can be.
 * Ties within 10⁻¹² are all listed; the first is the one with the largest sum, then the lexicographically first outcome.
 */
import { frontier, type FrontierPoint } from './frontier.ts';
import type { BargainingProblem } from './model.ts';
import { ranges, type Range } from './ranges.ts';
import { reservedOf } from './utility.ts';

export interface Solution extends FrontierPoint {
  /** What the concept maximises (of the spread: minimises). */
  readonly value: number;
  /** Others that are as good. */
  readonly ties: readonly FrontierPoint[];
}

export const SOLUTION_IDS = [
  'nash',
  'egalitarian',
  'kalaiSmorodinsky',
  'kalaiSmorodinskySpread',
  'utilitarian',
  'relativeUtilitarian',
] as const;
export type SolutionId = (typeof SOLUTION_IDS)[number];

export interface Bargain {
  /** By party: least and most over all allowed outcomes. */
  readonly ranges: readonly Range[];
  /** By party: d. */
  readonly disagreement: readonly number[];
  /** The rational frontier: what is efficient in the zone of agreement. Without points there is no such zone. */
  readonly frontier: readonly FrontierPoint[];
  /** Nothing where the zone is empty. */
  readonly solutions: Readonly<Record<SolutionId, Solution>> | undefined;
  /** The largest gain that everybody (who can gain) can have at once: the value of the egalitarian point. */
  readonly maxMinGain: number | undefined;
  /** Nothing where the zone is empty or some party can get no more than 0. */
  readonly opposition: number | undefined;
  /** False when a search was cut; see {@link Frontier.shortfall} for how far off the points may be. */
  readonly complete: boolean;
  readonly shortfall: readonly number[];
}

/** Nothing when no outcome is allowed at all. */
export function bargain(problem: BargainingProblem, limit?: number): Bargain | undefined {
  const its = ranges(problem, limit);
  if (its === undefined) return undefined;
  const reserved = problem.utilities.map(reservedOf);
  // A floor that everything clears prunes nothing; without it the search need not look.
  const isFloor = reserved.some((r, p) => r > its[p]!.least);
  const { points, complete, shortfall } = frontier(problem, {
    ...(isFloor && { atLeast: reserved }),
    ...(limit !== undefined && { limit }),
  });
  const disagreement = its.map(({ least }, p) => Math.max(reserved[p]!, least));
  const solutions = points.length === 0 ? undefined : solve(points, its, disagreement);
  return {
    ranges: its,
    disagreement,
    frontier: points,
    solutions,
    maxMinGain: solutions?.egalitarian.value,
    opposition: oppositionOf(points, its),
    complete: complete && its.every((range) => range.complete),
    shortfall,
  };
}

const EPSILON = 1e-12;

/** The solution points of a frontier that is not empty. */
export function solve(
  points: readonly FrontierPoint[],
  its: readonly Range[],
  disagreement: readonly number[],
): Record<SolutionId, Solution> {
  const parties = disagreement.map((_, p) => p);
  const gainers = parties.filter((p) => its[p]!.most - disagreement[p]! > EPSILON);
  const gain = (p: number, { utilities }: FrontierPoint): number => utilities[p]! - disagreement[p]!;
  const room = (p: number): number => its[p]!.most - disagreement[p]!;
  const relative = (p: number, point: FrontierPoint): number => gain(p, point) / room(p);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
  return {
    nash: most(points, (x) => [gainers.reduce((product, p) => product * gain(p, x), 1)]),
    egalitarian: most(points, (x) => sorted(gainers.map((p) => gain(p, x)))),
    kalaiSmorodinsky: most(points, (x) => sorted(gainers.map((p) => relative(p, x)))),
    kalaiSmorodinskySpread: turned(
      most(points, (x) => {
        // The peer gives up where a party has no room, and returns every point.
        if (gainers.length < parties.length) return [0];
        const shares = parties.map((p) => relative(p, x));
        return [Math.min(...shares) - Math.max(...shares)];
      }),
    ),
    utilitarian: most(points, (x) => [sum(x.utilities)]),
    relativeUtilitarian: most(points, (x) => [sum(gainers.map((p) => (x.utilities[p]! - its[p]!.least) / room(p)))]),
  };
}

const turned = (solution: Solution): Solution => ({ ...solution, value: solution.value === 0 ? 0 : -solution.value });

/** The points with the largest first criterion; of those the largest second, and so on. */
function most(points: readonly FrontierPoint[], criteria: (point: FrontierPoint) => readonly number[]): Solution {
  let left = points.map((point) => ({ point, values: criteria(point) }));
  const width = left[0]!.values.length;
  let value = 0;
  for (let c = 0; c < width; c++) {
    let largest = -Infinity;
    for (const { values } of left) if (values[c]! > largest) largest = values[c]!;
    if (c === 0) value = largest;
    if (left.length > 1) left = left.filter(({ values }) => values[c]! >= largest - EPSILON);
  }
  const welfare = ({ utilities }: FrontierPoint): number => utilities.reduce((a, b) => a + b, 0);
  const [first, ...ties] = left
    .map(({ point }) => point)
    .toSorted((a, b) => welfare(b) - welfare(a) || lexicographic(a.outcome, b.outcome));
  return { ...first!, value, ties };
}

function lexicographic(a: readonly number[], b: readonly number[]): number {
  const differ = a.findIndex((value, i) => value !== b[i]);
  return differ < 0 ? 0 : a[differ]! - b[differ]!;
}

function oppositionOf(points: readonly FrontierPoint[], its: readonly Range[]): number | undefined {
  if (points.length === 0 || its.some(({ most: x }) => x <= 0)) return undefined;
  let least = Infinity;
  for (const { utilities } of points) {
    let square = 0;
    for (let p = 0; p < utilities.length; p++) square += (1 - utilities[p]! / its[p]!.most) ** 2;
    least = Math.min(least, square);
  }
  return Math.sqrt(least);
}
