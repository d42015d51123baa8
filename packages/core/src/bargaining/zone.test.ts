/** The zone of agreement, small packages and boxes, against trying every deal. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { World } from '../case/index.ts';
import { boxesWhere, isTooWide } from './case-boxes.ts';
import { allowedOutcomes } from './enumerate.twin.ts';
import type { BargainingProblem } from './model.ts';
import { smallPackages } from './packages.ts';
import { problems } from './random-problem.twin.ts';
import { scatter } from './scatter.ts';
import { carriersOf, openDraws, zoneOf } from './zone.ts';

/** With a status quo, which the generator does not give. */
const withStatusQuo = (boxes: boolean, maxParties = 3) =>
  fc.tuple(problems({ boxes, maxParties }), fc.nat(3)).map(([problem, at]): BargainingProblem => ({
    ...problem,
    issues: problem.issues.map((issue) => ({ ...issue, statusQuo: at % issue.values.length })),
  }));

const reservedOf = ({ utilities }: BargainingProblem): number[] => utilities.map(({ reserved = 0 }) => reserved);

const dealsIn = (problem: BargainingProblem) =>
  allowedOutcomes(problem)
    .filter(({ outcome }) => outcome.some((v, i) => v !== problem.issues[i]!.statusQuo))
    .filter(({ utilities }) => utilities.every((u, p) => u >= reservedOf(problem)[p]!));

test('the zone is empty when no deal but the status quo gives everybody its reserved value', () => {
  fc.assert(
    fc.property(withStatusQuo(true), (problem) => {
      expect(zoneOf(problem).points.length > 0).toBe(dealsIn(problem).length > 0);
    }),
    { numRuns: 1000 },
  );
});

test('in draws the zone is open where it is draw by draw', () => {
  fc.assert(
    fc.property(
      withStatusQuo(true),
      fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 12, maxLength: 12 }),
      (problem, shifts) => {
        const drawn = (k: number): BargainingProblem => ({
          ...problem,
          utilities: problem.utilities.map((u, p) => ({
            ...u,
            reserved: (u.reserved ?? 0) + shifts[(k + 5 * p) % 12]! / 2,
          })),
        });
        expect(openDraws(drawn, 12)).toEqual(Array.from({ length: 12 }, (_, k) => dealsIn(drawn(k)).length > 0));
      },
    ),
    { numRuns: 500 },
  );
});

test('small packages: of every set of at most three issues the deal with the largest product of gains', () => {
  fc.assert(
    fc.property(withStatusQuo(true), (problem) => {
      const reserved = reservedOf(problem);
      const caring = problem.utilities.flatMap(({ weights }, p) => (weights.some((w) => w > 0) ? [p] : []));
      const best = new Map<string, number>();
      for (const { outcome, utilities } of allowedOutcomes(problem)) {
        const settled = outcome.flatMap((v, i) => (v === problem.issues[i]!.statusQuo ? [] : [i]));
        const gains = caring.map((p) => utilities[p]! - reserved[p]!);
        if (settled.length === 0 || settled.length > 3 || gains.length === 0 || gains.some((gain) => gain <= 0))
          continue;
        const product = gains.reduce((a, b) => a * b);
        best.set(settled.join(), Math.max(best.get(settled.join()) ?? 0, product));
      }
      const found = smallPackages(problem);
      expect(new Map(found.map(({ issues, product }) => [issues.join(), product]))).toEqual(best);
      expect(found.map(({ product }) => product)).toEqual([...best.values()].toSorted((a, b) => b - a));
    }),
    { numRuns: 1000 },
  );
});

test('boxes cover exactly the combinations in which a condition holds, each once', () => {
  const world = { valuesOf: () => [] } as unknown as World;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 256, maxLength: 256 }),
      (sizes, truth) => {
        const issues = sizes.map((n, i) => ({
          id: `i${i}`,
          values: Array.from({ length: n }, (_, v) => [`v${v}`]),
          statusQuo: 0,
        }));
        const holdsAt = (values: readonly number[]): boolean => truth[values.reduce((sum, v) => sum * 4 + v, 0)]!;
        const over = [...sizes.keys()];
        const boxes = boxesWhere(over, { given: undefined as never, world, issues }, (_, values) =>
          holdsAt(over.map((i) => values.get(i)!)),
        );
        if (isTooWide(boxes)) throw new Error('too wide');
        const all = sizes.reduce<number[][]>(
          (some, n) => some.flatMap((o) => [...Array(n).keys()].map((v) => [...o, v])),
          [[]],
        );
        for (const values of all) {
          const inside = boxes.filter((box) => [...box].every(([i, list]) => list.includes(values[i]!)));
          expect(inside).toHaveLength(holdsAt(values) ? 1 : 0);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('what decides whether a zone is open is found; what does not is not', () => {
  const uniform = (j: number, k: number): number => (j === 0 ? (k + 0.5) / 400 : ((k * 173) % 400) / 400);
  const opened = Array.from({ length: 400 }, (_, k) => uniform(0, k) > 0.7);
  expect(carriersOf(opened, [0, 1], uniform)).toMatchObject([{ number: 0 }]);
  expect(carriersOf(opened, [0], uniform)[0]!.difference).toBeCloseTo(0.5, 2);
  expect(
    carriersOf(
      opened.map(() => true),
      [0, 1],
      uniform,
    ),
  ).toEqual([]);
});

test('a plot has every allowed outcome, or a sample of that size', () => {
  fc.assert(
    fc.property(problems({ boxes: true }), (problem) => {
      const { points, complete } = scatter(problem);
      expect(complete).toBe(true);
      const sorted = (rows: readonly (readonly number[])[]): string[] =>
        rows.map((row) => row.map((x) => x.toFixed(6)).join()).toSorted();
      expect(sorted(points)).toEqual(sorted(allowedOutcomes(problem).map(({ utilities }) => utilities)));
      expect(scatter(problem, 1).points.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});
