import fc from 'fast-check';
import * as oracle from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import {
  correlation,
  effectiveSampleSize,
  quantiles,
  rankCorrelation,
  ranks,
  weightedMean,
  weightedQuantiles,
  weightedVariance,
  wilsonInterval,
} from './statistics.ts';

const numbers = fc.double({ min: -1e3, max: 1e3, noNaN: true });
/** With many ties. */
const coarse = fc.integer({ min: -4, max: 4 });
const samples = fc.oneof(
  fc.array(numbers, { minLength: 1, maxLength: 40 }),
  fc.array(coarse, { minLength: 1, maxLength: 40 }),
);
const weights = fc.oneof(fc.nat(5), fc.double({ min: 0.01, max: 10, noNaN: true }));
const weighted = fc
  .array(fc.tuple(fc.oneof(numbers, coarse), weights), { minLength: 1, maxLength: 40 })
  .filter((rows) => rows.some(([, weight]) => weight > 0))
  .map((rows) => ({ values: rows.map(([x]) => x), weights: rows.map(([, weight]) => weight) }));
const chances = fc.oneof(
  fc.constantFrom(0, 0.05, 0.25, 0.5, 0.75, 0.95, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

describe('quantiles', () => {
  test('the median is that of simple-statistics', () => {
    fc.assert(
      fc.property(samples, (values) => {
        expect(quantiles(values, [0.5])![0]).toBeCloseTo(oracle.median(values), 9);
      }),
    );
  });

  test('at least the share does not exceed a quantile, and at least the rest does not fall short of it', () => {
    fc.assert(
      fc.property(samples, chances, (values, chance) => {
        const [q] = quantiles(values, [chance]) as [number];
        const n = values.length;
        expect(values.filter((x) => x <= q).length / n).toBeGreaterThanOrEqual(chance - 1e-9);
        expect(values.filter((x) => x >= q).length / n).toBeGreaterThanOrEqual(1 - chance - 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('weighted ones are those of simple-statistics, except half-way where a share is met exactly', () => {
    fc.assert(
      fc.property(weighted, chances, ({ values, weights: w }, chance) => {
        const total = w.reduce((sum, x) => sum + x, 0);
        const target = chance * total;
        // Sums of the weights up to each value, where ties are decided.
        const sums = values.map((x) => values.reduce((sum, y, k) => sum + (y <= x ? w[k]! : 0), 0));
        fc.pre(chance > 0 && !sums.some((sum) => Math.abs(sum - target) < 1e-9 * total));
        expect(weightedQuantiles(values, w, [chance])![0]).toBe(oracle.weightedQuantile(values, w, chance));
      }),
      { numRuns: 1000 },
    );
  });

  test('a weight counts as so many copies', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coarse, fc.nat(4)), { minLength: 1, maxLength: 12 }), chances, (rows, chance) => {
        const copies = rows.flatMap(([x, count]) => Array.from({ length: count }, () => x));
        fc.pre(copies.length > 0);
        const [values, w] = [rows.map(([x]) => x), rows.map(([, count]) => count / 7)];
        expect(weightedQuantiles(values, w, [chance])).toEqual(quantiles(copies, [chance]));
      }),
      { numRuns: 1000 },
    );
  });

  test('small cases by hand', () => {
    expect(quantiles([3, 1, 2, 4], [0, 0.25, 0.3, 0.5, 1])).toEqual([1, 1.5, 2, 2.5, 4]);
    expect(quantiles(new Float64Array([10, 9, 100]), [0.5])).toEqual([10]);
    expect(weightedQuantiles([1, 2, 3], [0.1, 0.1, 0.8], [0.1, 0.2, 0.5])).toEqual([1.5, 2.5, 3]);
    expect(weightedQuantiles([1, 2, 3], [0, 1, 0], [0, 0.5, 1])).toEqual([2, 2, 2]);
    expect([quantiles([], [0.5]), weightedQuantiles([1], [0], [0.5])]).toEqual([undefined, undefined]);
  });
});

describe('weighted samples', () => {
  test('mean and variance are those of simple-statistics, the variance for a population at large', () => {
    fc.assert(
      fc.property(weighted, ({ values, weights: w }) => {
        const n = effectiveSampleSize(w);
        expect(weightedMean(values, w)).toBeCloseTo(oracle.weightedMean(values, w), 9);
        const variance = weightedVariance(values, w);
        if (variance !== undefined && n > 1.01)
          expect(variance * (1 - 1 / n)).toBeCloseTo(oracle.weightedVariance(values, w), 6);
      }),
      { numRuns: 1000 },
    );
  });

  test('equal weights count as none', () => {
    fc.assert(
      fc.property(
        fc.array(numbers, { minLength: 2, maxLength: 40 }),
        fc.double({ min: 1e-9, max: 1e9 }),
        (values, w) => {
          fc.pre(w > 0);
          const equal = values.map(() => w);
          expect(effectiveSampleSize(equal)).toBeCloseTo(values.length, 9);
          expect(weightedMean(values, equal)).toBeCloseTo(oracle.mean(values), 9);
          expect(weightedVariance(values, equal)).toBeCloseTo(oracle.sampleVariance(values), 6);
        },
      ),
    );
  });

  test('the effective size lies between 1 and the number of weights, however small they are', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e-300, noNaN: true }), { minLength: 1 }), (w) => {
        fc.pre(w.some((x) => x > 0));
        const n = effectiveSampleSize(w);
        expect(n).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(n).toBeLessThanOrEqual(w.length * (1 + 1e-12));
      }),
    );
    expect(effectiveSampleSize([1, 0, 0])).toBe(1);
    expect(effectiveSampleSize([3, 1])).toBeCloseTo(1.6, 12);
    expect(effectiveSampleSize([0, 0])).toBe(0);
    expect([weightedMean([], []), weightedMean([1], [0])]).toEqual([undefined, undefined]);
    expect([weightedVariance([1, 2], [1, 0]), weightedVariance([5, 5], [1, 2])]).toEqual([undefined, 0]);
  });
});

describe('the Wilson interval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 95 %.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('its ends are the chances that lie z standard errors from what was seen', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        (a, b, level) => {
          const [successes, trials] = [Math.min(a, b), b];
          const { low, high } = wilsonInterval(successes, trials, level);
          const z = (p: number): number => Math.abs(successes / trials - p) / Math.sqrt((p * (1 - p)) / trials);
          if (successes > 0 && successes < trials) expect(z(low)).toBeCloseTo(z(high), 6);
          expect(low <= successes / trials && successes / trials <= high && low >= 0 && high <= 1).toBe(true);
          const mirror = wilsonInterval(trials - successes, trials, level);
          expect(mirror.low).toBeCloseTo(1 - high, 12);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('nothing seen leaves everything open; nothing but one outcome leaves that end in', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilsonInterval(0, 7).low).toBe(0);
    expect(wilsonInterval(7, 7).high).toBe(1);
  });
});

describe('correlation', () => {
  const pairs = fc.array(fc.tuple(numbers, coarse), { minLength: 3, maxLength: 40 });

  test('Pearson and Spearman are those of simple-statistics', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        fc.pre(oracle.sampleVariance(x) > 1e-3 && oracle.sampleVariance(y) > 1e-3);
        expect(correlation(x, y)).toBeCloseTo(oracle.sampleCorrelation(x, y), 9);
        expect(rankCorrelation(x, y)).toBeCloseTo(oracle.sampleRankCorrelation(x, y), 9);
      }),
      { numRuns: 1000 },
    );
  });

  test('what grows together has 1, what does not vary has none', () => {
    const x = Float64Array.from({ length: 50 }, (_, k) => k);
    expect(rankCorrelation(x, x.map(Math.exp))).toBeCloseTo(1, 12);
    expect(
      correlation(
        x,
        x.map((a) => 3 - 2 * a),
      ),
    ).toBeCloseTo(-1, 12);
    expect([correlation(x, x.fill(0.1)), correlation([], []), rankCorrelation([1], [1])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('equal numbers share their ranks', () => {
    expect([...ranks([5, 1, 5, 5, 0])]).toEqual([4, 2, 4, 4, 1]);
  });
});
