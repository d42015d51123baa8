import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanChance } from './logit-normal.ts';
import { Rng } from './rng.ts';

const logit = (p: number): number => Math.log(p / (1 - p));
const Z95 = 1.6448536269514722;
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const intervals = fc.tuple(inside, inside).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

/**
 * The mean done another way: tanh-sinh quadrature of 1 − F over the chance itself, F by the error function
 * (series and continued fraction), where the source integrates over the logit.
 */
function meanByDistribution(low: number, high: number): number {
  const centre = (logit(low) + logit(high)) / 2;
  const deviation = (logit(high) - logit(low)) / (2 * Z95);
  const above = (p: number): number => 1 - normal((logit(p) - centre) / deviation);
  let sum = 0;
  // Fine enough for the steep distribution of a narrow interval.
  const step = 1 / 512;
  for (let k = -2048; k <= 2048; k++) {
    const t = k * step;
    const u = (Math.PI / 2) * Math.sinh(t);
    const p = 1 / (1 + Math.exp(-2 * u));
    const weight = ((Math.PI / 4) * Math.cosh(t)) / Math.cosh(u) ** 2;
    if (p > 0 && p < 1 && weight > 0) sum += weight * above(p);
  }
  return sum * step;
}

function normal(z: number): number {
  if (z < 0) return 1 - normal(-z);
  if (z > 8) return 1;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 4) {
    let term = z;
    let sum = z;
    for (let n = 1; n < 200; n++) sum += term *= (z * z) / (2 * n + 1);
    return 0.5 + density * sum;
  }
  let fraction = z;
  for (let n = 60; n > 0; n--) fraction = z + n / fraction;
  return 1 - density / fraction;
}

test('C5 0.7 to 0.95 has a mean of 0.853, not its middle 0.825', () => {
  expect(meanChance(0.7, 0.95)).toBeCloseTo(0.853, 3);
});

test('C5 the mean agrees with an integral over the chance instead of the logit', () => {
  fc.assert(
    fc.property(intervals, ([low, high]) => {
      fc.pre(high - low > 0.05);
      expect(Math.abs(meanChance(low, high) - meanByDistribution(low, high))).toBeLessThan(1e-7);
    }),
    { numRuns: 100 },
  );
});

test('C5 the mean agrees with draws whose 5th and 95th percentiles are the ends', () => {
  const rng = new Rng(1);
  const [low, high] = [0.3, 0.9];
  const draws = Array.from({ length: 40_000 }, () => {
    const z = Math.sqrt(-2 * Math.log(1 - rng.uniform())) * Math.cos(2 * Math.PI * rng.uniform());
    const x = (logit(low) + logit(high)) / 2 + (z * (logit(high) - logit(low))) / (2 * Z95);
    return 1 / (1 + Math.exp(-x));
  });
  expect(draws.filter((p) => p < low).length / draws.length).toBeCloseTo(0.05, 2);
  expect(draws.reduce((sum, p) => sum + p, 0) / draws.length).toBeCloseTo(meanChance(low, high), 2);
});

test('C5 the mean lies between the ends and grows with each', () => {
  fc.assert(
    fc.property(intervals, inside, ([low, high], other) => {
      const mean = meanChance(low, high);
      expect(mean).toBeGreaterThanOrEqual(low - 1e-12);
      expect(mean).toBeLessThanOrEqual(high + 1e-12);
      if (other > high) expect(meanChance(low, other)).toBeGreaterThan(mean - 1e-9);
    }),
  );
});

test('C5 what is said of yes is the mirror of what is said of no', () => {
  fc.assert(
    fc.property(intervals, ([low, high]) => {
      expect(meanChance(low, high) + meanChance(1 - high, 1 - low)).toBeCloseTo(1, 9);
    }),
  );
});

test('C5 an interval that reaches 0 or 1 is uniform, and one without width is its number', () => {
  expect(meanChance(0, 0.3)).toBe(0.15);
  expect(meanChance(0.9, 1)).toBe(0.95);
  expect(meanChance(0, 1)).toBe(0.5);
  expect(meanChance(1, 1)).toBe(1);
  expect(meanChance(0, 0)).toBe(0);
  expect(meanChance(0.4, 0.4)).toBe(0.4);
});

test('P9 the mean is the same with the project’s own exponential and logarithm as with those of Math', () => {
  const byMath = (low: number, high: number): number => {
    const [mean, deviation] = [(logit(low) + logit(high)) / 2, (logit(high) - logit(low)) / (2 * Z95)];
    const at = (k: number): number => {
      const z = -8 + k / 50;
      return Math.exp((-z * z) / 2) / (1 + Math.exp(-(mean + deviation * z)));
    };
    let sum = 0;
    for (let k = 0; k < 800; k += 2) sum += at(k) + 4 * at(k + 1) + at(k + 2);
    return sum / 150 / Math.sqrt(2 * Math.PI);
  };
  fc.assert(
    fc.property(intervals, ([low, high]) => {
      fc.pre(low < high);
      expect(Math.abs(meanChance(low, high) - byMath(low, high))).toBeLessThan(1e-12);
    }),
    { numRuns: 300 },
  );
});
