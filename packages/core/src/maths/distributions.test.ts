import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulative, expectation, fromInterval, quantile, type Distribution, type Shape } from './distributions.ts';
import { uniformAt } from './rng.ts';

const numbers: Record<Shape, fc.Arbitrary<number>> = {
  normal: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  lognormal: fc.double({ min: -12, max: 12, noNaN: true }).map(Math.exp),
  'logit-normal': fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true }),
};
const shapes: Shape[] = ['normal', 'lognormal', 'logit-normal'];
const intervals = (shape: Shape): fc.Arbitrary<[number, number]> =>
  fc
    .tuple(numbers[shape], numbers[shape])
    .filter(([a, b]) => Math.abs(a - b) > 1e-6 * Math.max(1e-200, Math.abs(a), Math.abs(b)))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
const chances = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

/** The median by hand: the arithmetic or geometric middle, or that of the odds. */
const MEDIANS: Record<Shape, (low: number, high: number) => number> = {
  normal: (low, high) => (low + high) / 2,
  lognormal: (low, high) => Math.sqrt(low * high),
  'logit-normal': (low, high) => {
    const odds = Math.sqrt((low / (1 - low)) * (high / (1 - high)));
    return odds / (1 + odds);
  },
};

describe.each(shapes)('C5 %s', (shape) => {
  test('an interval holds the middle 90 %', () => {
    fc.assert(
      fc.property(intervals(shape), ([low, high]) => {
        const of = fromInterval(low, high, shape);
        const close = (x: number, y: number): void =>
          expect(Math.abs(x - y)).toBeLessThan(1e-12 * Math.max(Math.abs(low), Math.abs(high), high - low));
        close(quantile(of, 0.05), low);
        close(quantile(of, 0.95), high);
        close(quantile(of, 0.5), MEDIANS[shape](low, high));
        expect(cumulative(of, low)).toBeCloseTo(0.05, 8);
        expect(cumulative(of, high)).toBeCloseTo(0.95, 8);
      }),
      { numRuns: 1000 },
    );
  });

  test('quantile and chance undo each other, and larger chances have larger quantiles', () => {
    fc.assert(
      fc.property(intervals(shape), chances, chances, ([low, high], p, q) => {
        const of = fromInterval(low, high, shape);
        expect(cumulative(of, quantile(of, p))).toBeCloseTo(p, 7);
        const [a, b] = [quantile(of, Math.min(p, q)), quantile(of, Math.max(p, q))];
        expect(a).toBeLessThanOrEqual(b + 1e-12 * Math.max(Math.abs(a), Math.abs(b)));
      }),
      { numRuns: 1000 },
    );
  });

  test('the expectation is the mean of all quantiles', () => {
    const N = 20_000;
    fc.assert(
      fc.property(intervals(shape), ([low, high]) => {
        fc.pre(shape !== 'lognormal' || high / low < 20); // longer tails need more than N quantiles
        const of = fromInterval(low, high, shape);
        let sum = 0;
        for (let k = 0; k < N; k++) sum += quantile(of, (k + 0.5) / N);
        expect(Math.abs(sum / N - expectation(of))).toBeLessThan(1e-3 * (high - low));
      }),
      { numRuns: 30 },
    );
  });
});

test('a uniform distribution stays between its ends', () => {
  fc.assert(
    fc.property(intervals('normal'), chances, ([low, high], p) => {
      const of: Distribution = { kind: 'uniform', low, high };
      const x = quantile(of, p);
      expect(low <= x && x <= high).toBe(true);
      expect(Math.abs(x - (low + p * (high - low)))).toBeLessThan(1e-12 * (Math.abs(low) + Math.abs(high)));
      expect(cumulative(of, x)).toBeCloseTo(p, 8);
    }),
  );
  const of: Distribution = { kind: 'uniform', low: 0, high: 4 };
  expect([cumulative(of, -1), cumulative(of, 1), cumulative(of, 4), expectation(of)]).toEqual([0, 0.25, 1, 2]);
});

test('an interval without width is its number', () => {
  const of = fromInterval(0.3, 0.3, 'lognormal');
  expect(fromInterval(1e300, 1e300 * (1 + 2 ** -52), 'lognormal')).toEqual({ kind: 'point', value: 1e300 });
  expect([quantile(of, 0.01), expectation(of), cumulative(of, 0.2), cumulative(of, 0.3)]).toEqual([0.3, 0.3, 0, 1]);
});

test('nothing below 0 is lognormal, nothing outside 0 to 1 a chance', () => {
  const amount = fromInterval(5, 10, 'lognormal');
  const chance = fromInterval(0.6, 0.9, 'logit-normal');
  expect([cumulative(amount, -1), cumulative(amount, 0)]).toEqual([0, 0]);
  expect([cumulative(chance, 0), cumulative(chance, 1), cumulative(chance, 2)]).toEqual([0, 1, 1]);
});

test('the widest intervals that can be written give finite draws', () => {
  const most = Number.MAX_VALUE;
  const least = Number.MIN_VALUE;
  const widest = [
    fromInterval(-most, most, 'normal'),
    fromInterval(least, most, 'lognormal'),
    fromInterval(least, 1 - 2 ** -53, 'logit-normal'),
    { kind: 'uniform', low: -most, high: most },
  ] satisfies Distribution[];
  for (const of of widest)
    for (let k = 0; k < 2000; k++) expect(Number.isFinite(quantile(of, uniformAt(1, 0, k)))).toBe(true);
  for (const of of widest) expect(Number.isFinite(expectation(of))).toBe(true);
});

test('5 to 10: the known parameters and mean', () => {
  const of = fromInterval(5, 10, 'lognormal');
  expect(of).toMatchObject({ kind: 'lognormal' });
  expect(quantile(of, 0.5)).toBeCloseTo(Math.sqrt(50), 12);
  // exp(μ + σ²/2) with μ = ln √50, σ = ln 2 / (2 · 1.6449).
  expect(expectation(of)).toBeCloseTo(Math.sqrt(50) * Math.exp((Math.log(2) / 2 / 1.6448536269514722) ** 2 / 2), 12);
});
