/**
 * Reference values that NegMAS computed and an independent program confirmed: frontier sizes, solution points, opposition
 * and rational fractions of generated domains (./synthetic.ts).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { domain, hash, weightsOf, type DomainSpec, type Family } from './synthetic.ts';
import { frontier } from './frontier.ts';
import { rationalCount } from './rational-count.ts';
import { bargain, type Solution } from './solutions.ts';

test('the generator makes the numbers that all programs were given', () => {
  expect([hash(1, 0, 0, 0), hash(1, 1, 2, 3)]).toEqual([3555472974, 2635337419]);
  expect([weightsOf(1, 0, 3), weightsOf(1, 1, 3)]).toEqual([
    [3261, 379, 456],
    [1497, 1541, 1058],
  ]);
});

/** Solution points: outcome, utilities to six places. */
type Row = [
  family: Family,
  issues: number,
  reserved: number[],
  size: number,
  nash: string,
  product: number,
  egalitarian: string,
  spread: string,
  welfare: string,
  opposition: number,
  rational: number,
];

// prettier-ignore
const TABLE: Row[] = [
  ['C', 3, [0, 0], 47, '2 1 0: 0.796143 0.634521', 0.505169570, '0 1 9: 0.663252 0.644773', '0 1 9: 0.663252 0.644773', '2 1 0: 0.796143 0.634521', 0.418488224251, 0.998],
  ['C', 3, [0.4, 0.35], 20, '2 1 0: 0.796143 0.634521', 0.112711074, '1 1 0: 0.776291 0.643635', '0 1 9: 0.663252 0.644773', '2 1 0: 0.796143 0.634521', 0.418488224251, 0.431],
  ['R', 3, [0, 0], 21, '1 1 2: 0.817052 0.789989', 0.645461864, '1 1 2: 0.817052 0.789989', '1 1 0: 0.776291 0.799053', '1 1 2: 0.817052 0.789989', 0.278522368337, 0.998],
  ['R', 3, [0.4, 0.35], 12, '1 1 2: 0.817052 0.789989', 0.183498177, '1 1 2: 0.817052 0.789989', '1 1 2: 0.817052 0.789989', '1 1 2: 0.817052 0.789989', 0.278522368337, 0.327],
  ['C', 4, [0, 0], 130, '2 1 0 3: 0.770264 0.700195', 0.539335012, '1 1 0 3: 0.751057 0.707671', '1 1 0 3: 0.751057 0.707671', '2 1 0 3: 0.770264 0.700195', 0.377705746723, 0.9998],
  ['C', 4, [0.4, 0.35], 65, '2 1 0 3: 0.770264 0.700195', 0.129664602, '1 1 0 3: 0.751057 0.707671', '1 1 0 3: 0.751057 0.707671', '2 1 0 3: 0.770264 0.700195', 0.377705746723, 0.5001],
  ['R', 4, [0, 0], 42, '1 1 2 2: 0.834331 0.806913', 0.673232375, '1 1 2 9: 0.825522 0.809930', '1 1 0 2: 0.799738 0.814161', '1 1 2 2: 0.834331 0.806913', 0.254418721789, 0.9998],
  ['R', 4, [0.4, 0.35], 26, '1 1 2 2: 0.834331 0.806913', 0.198451405, '1 1 2 2: 0.834331 0.806913', '1 1 2 9: 0.825522 0.809930', '1 1 2 2: 0.834331 0.806913', 0.254418721789, 0.4199],
  ['C', 5, [0, 0], 206, '2 1 0 3 0: 0.645264 0.766846', 0.494817674, '2 1 9 6 3: 0.688949 0.690829', '2 1 9 6 3: 0.688949 0.690829', '2 1 0 3 0: 0.645264 0.766846', 0.422774570093, 0.99998],
  ['R', 5, [0, 0], 68, '1 1 2 2 2: 0.848171 0.753494', 0.639092180, '1 7 2 2 9: 0.786911 0.785963', '1 7 2 2 9: 0.786911 0.785963', '1 1 2 2 2: 0.848171 0.753494', 0.289511767285, 0.99998],
  ['C', 6, [0, 0], 278, '2 1 0 3 0 4: 0.760010 0.666260', 0.506363928, '1 1 0 3 0 9: 0.721189 0.683245', '0 1 0 6 6 4: 0.677684 0.685652', '2 1 0 3 0 4: 0.760010 0.666260', 0.411069162838, 0.999998],
  ['R', 6, [0, 0], 63, '1 1 2 2 9 4: 0.843138 0.841147', 0.709203337, '1 1 2 2 9 4: 0.843138 0.841147', '1 1 2 2 9 4: 0.843138 0.841147', '1 1 2 2 9 4: 0.843138 0.841147', 0.223248371411, 0.999998],
  ['M', 3, [0, 0, 0], 102, '1 1 3: 0.813755 0.697193 0.998816', 0.566672747, '0 1 4: 0.709817 0.719235 0.820289', '0 1 4: 0.709817 0.719235 0.820289', '1 1 3: 0.813755 0.697193 0.998816', 0.355500743650, 0.997],
  ['R', 3, [0, 0, 0], 69, '1 1 3: 0.813755 0.697193 0.949095', 0.538463758, '0 1 4: 0.709817 0.719235 0.770568', '0 1 4: 0.709817 0.719235 0.770568', '1 1 3: 0.813755 0.697193 0.949095', 0.359124855765, 0.997],
];

const shown = ({ outcome, utilities }: Solution): string =>
  `${outcome.join(' ')}: ${utilities.map((u) => u.toFixed(6)).join(' ')}`;

describe.each(TABLE)('%s, %i issues of ten values, seed 1, reserved %j', (family, issues, reserved, ...expected) => {
  const spec: DomainSpec = {
    family,
    seed: 1,
    sizes: Array.from({ length: issues }, () => 10),
    parties: reserved.length,
    reserved,
  };
  test('has the known frontier, solution points, opposition and rational fraction', () => {
    const problem = domain(spec);
    const [size, nash, product, egalitarian, spread, welfare, opposition, rational] = expected;
    const found = bargain(problem)!;
    const { solutions } = found;
    expect(found.complete).toBe(true);
    expect(found.frontier.length).toBe(size);
    expect(shown(solutions!.nash)).toBe(nash);
    expect(solutions!.nash.value).toBeCloseTo(product, 9);
    expect(shown(solutions!.egalitarian)).toBe(egalitarian);
    expect(shown(solutions!.kalaiSmorodinskySpread)).toBe(spread);
    expect(shown(solutions!.utilitarian)).toBe(welfare);
    expect(found.opposition).toBeCloseTo(opposition, 11);
    const count = rationalCount(problem);
    expect([count.atLeast, count.atMost]).toEqual([
      Math.round(rational * 10 ** issues),
      Math.round(rational * 10 ** issues),
    ]);
  });
});

test('where the spread variant of Kalai–Smorodinsky leaves both with less, the lexicographic one does not', () => {
  const { solutions } = bargain(domain({ family: 'C', seed: 1, sizes: [10, 10, 10, 10, 10, 10], parties: 2 }))!;
  // Both parties range from 0 to 1, so that it is the egalitarian point.
  expect(solutions!.kalaiSmorodinsky.outcome).toEqual(solutions!.egalitarian.outcome);
  expect(Math.min(...solutions!.kalaiSmorodinsky.utilities)).toBeGreaterThan(
    Math.min(...solutions!.kalaiSmorodinskySpread.utilities),
  );
});

const ANALYSIS = join(import.meta.dirname, '../../../../../shared/reference/bargaining/analysis.json');

interface Entry extends Required<DomainSpec> {
  readonly n_outcomes: number;
  readonly pareto_size: number;
  readonly ranges: [number, number][];
  readonly opposition: number;
  readonly rational_fraction: number;
  readonly nash_product: number[];
  readonly welfare: number[];
  readonly pareto_first5_by_welfare: number[][];
  readonly pareto_sum: number[];
  readonly nash: Point[];
  readonly kalai: Point[];
  readonly ks: Point[];
  readonly max_welfare: Point[];
  readonly max_rel_welfare: Point[];
}
interface Point {
  readonly utils: number[];
  readonly outcome: number[];
}

test.skipIf(!existsSync(ANALYSIS))(
  'all stored analyses to 1e-9 (skipped without ../shared beside the repository)',
  () => {
    const entries = JSON.parse(readFileSync(ANALYSIS, 'utf8')) as Entry[];
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      const problem = domain(entry);
      const found = bargain(problem)!;
      const solutions = found.solutions!;
      const close = (a: readonly number[], b: readonly number[]): void => {
        expect(a.length).toBe(b.length);
        for (const [k, x] of a.entries()) expect(Math.abs(x - b[k]!)).toBeLessThan(1e-9);
      };
      const same = (solution: Solution, points: readonly Point[]): void => {
        expect(1 + solution.ties.length).toBe(points.length);
        expect(points.map(({ outcome }) => outcome)).toContainEqual(solution.outcome);
        close(solution.utilities, points.find(({ outcome }) => outcome.join() === solution.outcome.join())!.utils);
      };
      expect(found.frontier.length).toBe(entry.pareto_size);
      close(
        found.ranges.flatMap(({ least, most }) => [least, most]),
        entry.ranges.flat(),
      );
      same(solutions.nash, entry.nash);
      same(solutions.egalitarian, entry.kalai);
      same(solutions.kalaiSmorodinskySpread, entry.ks);
      same(solutions.utilitarian, entry.max_welfare);
      same(solutions.relativeUtilitarian, entry.max_rel_welfare);
      close([solutions.nash.value, solutions.utilitarian.value], [entry.nash_product[0]!, entry.welfare[0]!]);
      close([found.opposition!], [entry.opposition]);
      close(
        entry.parties === 2
          ? found.frontier.reduce((sum, { utilities }) => [sum[0]! + utilities[0]!, sum[1]! + utilities[1]!], [0, 0])
          : [],
        entry.parties === 2 ? entry.pareto_sum : [],
      );
      const byWelfare = found.frontier
        .map(({ utilities }) => utilities)
        .toSorted((a, b) => b.reduce((x, y) => x + y) - a.reduce((x, y) => x + y));
      for (const [k, utilities] of entry.pareto_first5_by_welfare.entries()) close(byWelfare[k]!, utilities);
      const { atLeast, atMost, allowed } = rationalCount(problem);
      expect(allowed).toBe(entry.n_outcomes);
      close([atLeast / allowed, atMost / allowed], [entry.rational_fraction, entry.rational_fraction]);
    }
  },
);

test('three parties and a million outcomes: the frontier with floors is the part of the frontier above them', () => {
  const spec = { family: 'M', seed: 2, sizes: [10, 10, 10, 10, 10, 10], parties: 3 } as const;
  const all = frontier(domain(spec)).points;
  const floors = [0.5, 0.6, 0.4];
  const above = frontier(domain(spec), { atLeast: floors }).points;
  expect(above).toEqual(all.filter(({ utilities }) => utilities.every((u, p) => u >= floors[p]!)));
  expect(above.length).toBeGreaterThan(10);
});
