/** The frontier, the ranges and the solution points against the literal twin. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedOutcomes, analyseTwin, dominates, frontierTwin } from './enumerate.twin.ts';
import { frontier } from './frontier.ts';
import { Rng } from '../maths/index.ts';
import type { BargainingProblem } from './model.ts';
import { problems, type RandomOptions } from './random-problem.twin.ts';
import { bargain, SOLUTION_IDS } from './solutions.ts';

const check = (options: RandomOptions, runs: number, property: (problem: BargainingProblem) => void): void =>
  fc.assert(fc.property(problems(options), property), { numRuns: runs });

const ROUGH: RandomOptions = { rough: true };
const vectors = (points: readonly { readonly utilities: readonly number[] }[]): string[] =>
  points.map(({ utilities }) => utilities.join(' '));

describe.each([
  ['additive utilities', {}, 2000],
  ['any doubles', ROUGH, 1000],
  ['bonuses and constraints', { boxes: true }, 2000],
  ['up to six parties', { minParties: 5, maxParties: 6, boxes: true }, 400],
] as const)('%s', (_, options, runs) => {
  test('the frontier is that of the twin, with the first outcome of each point', () => {
    check(options, runs, (problem) => {
      const found = frontier(problem);
      expect(found.complete).toBe(true);
      const expected = frontierTwin(allowedOutcomes(problem));
      // Of outcomes that only rounding makes equal, the twin may find another one first.
      if (options === ROUGH) expect(vectors(found.points)).toEqual(vectors(expected));
      else expect(found.points).toEqual(expected);
    });
  });

  test('floors, ranges, solution points and opposition are those of the twin', () => {
    check(options, runs, (problem) => {
      const twin = analyseTwin(problem);
      const found = bargain(problem);
      if (twin.least.includes(Infinity)) {
        expect(found).toBeUndefined();
        return;
      }
      expect(found!.ranges.map(({ least }) => least)).toEqual(twin.least);
      expect(found!.ranges.map(({ most }) => most)).toEqual(twin.most);
      expect(vectors(found!.frontier)).toEqual(vectors(twin.frontier));
      if (twin.frontier.length === 0) {
        expect(found!.solutions).toBeUndefined();
        return;
      }
      for (const id of SOLUTION_IDS) {
        const { utilities, ties } = found!.solutions![id];
        expect(vectors([{ utilities }, ...ties]).toSorted(), id).toEqual(vectors(twin.best[id]!).toSorted());
      }
      if (twin.most.every((x) => x > 0)) expect(found!.opposition).toBeCloseTo(twin.opposition, 12);
    });
  });
});

describe('a search that is cut', () => {
  test('gives outcomes that are allowed, and nothing is better than they are by more than it says', () => {
    fc.assert(
      fc.property(problems({ boxes: true }), fc.integer({ min: 1, max: 6 }), (problem, limit) => {
        const all = allowedOutcomes(problem);
        const found = frontier(problem, { limit });
        const byOutcome = new Map(all.map(({ outcome, utilities }) => [outcome.join(), utilities]));
        for (const { outcome, utilities } of found.points) expect(byOutcome.get(outcome.join())).toEqual(utilities);
        for (const { utilities } of all)
          expect(
            found.points.some((point) =>
              point.utilities.every((u, p) => u >= utilities[p]! - found.shortfall[p]! - 1e-9),
            ) || found.shortfall.includes(Infinity),
          ).toBe(true);
        if (found.complete) expect(vectors(found.points)).toEqual(vectors(frontierTwin(all)));
        else expect(found.shortfall.some((x) => x > 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

test('no point of a frontier dominates another', () => {
  check({ boxes: true }, 500, (problem) => {
    const { points } = frontier(problem);
    for (const a of points) for (const b of points) expect(dominates(a.utilities, b.utilities)).toBe(false);
  });
});

test('with many bonuses and constraints over 32,768 outcomes nothing allowed escapes the frontier', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const rng = new Rng(seed);
    const numbers = (n: number, below: number): number[] => Array.from({ length: n }, () => rng.below(below));
    const box = (): Map<number, number[]> =>
      new Map(numbers(2 + rng.below(2), 5).map((i) => [i, numbers(1 + rng.below(4), 8)]));
    const parties = 2 + (seed % 2);
    const problem: BargainingProblem = {
      issues: numbers(5, 1).map((_, i) => ({
        name: `${i}`,
        kind: 'categorical',
        values: numbers(8, 1).map((__, v) => `${v}`),
      })),
      parties: numbers(parties, 1).map((_, p) => `${p}`),
      utilities: numbers(parties, 1).map(() => ({
        weights: numbers(5, 9).map((w) => w + 1),
        scores: numbers(5, 1).map(() => numbers(8, 40)),
        bonuses: numbers(6, 200).map((add) => ({ when: box(), add: add - 60 })),
      })),
      constraints: numbers(4, 1).map(() => ({ forbids: box(), of: 0, kind: 'red-line' })),
    };
    const all = allowedOutcomes(problem);
    const { points, complete } = frontier(problem);
    expect(complete).toBe(true);
    const known = new Map(all.map(({ outcome, utilities }) => [outcome.join(), utilities]));
    for (const { outcome, utilities } of points) expect(known.get(outcome.join())).toEqual(utilities);
    expect(
      all.filter(({ utilities }) => !points.some((point) => point.utilities.every((u, p) => u >= utilities[p]!))),
    ).toEqual([]);
    expect(bargain(problem)!.ranges.map(({ least, most }) => [least, most])).toEqual(
      problem.parties.map((_, p) => {
        const its = all.map(({ utilities }) => utilities[p]!);
        return [its.reduce((a, b) => Math.min(a, b)), its.reduce((a, b) => Math.max(a, b))];
      }),
    );
  }
});

test('issues with very many values are searched within bounds: the result says how far off it may be', () => {
  const values = Array.from({ length: 20_000 }, (_, v) => `${v}`);
  const up = values.map((_, v) => v / 20_000);
  const down = up.toReversed();
  const { points, complete, shortfall } = frontier({
    issues: ['price', 'quantity', 'delay'].map((name) => ({ name, kind: 'integer', values })),
    parties: ['seller', 'buyer'],
    utilities: [
      { weights: [3, 2, 1], scores: [up, up, up] },
      { weights: [1, 2, 4], scores: [down, down, down] },
    ],
  });
  expect(complete).toBe(false);
  expect(Math.max(...shortfall)).toBeLessThan(0.05);
  expect(points.length).toBeGreaterThan(100);
});
