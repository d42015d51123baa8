import fc from 'fast-check';
import { mean as oracleMean, sampleVariance } from 'simple-statistics';
import { expect, test } from 'vitest';
import { chunkMoments, mean, mergeMoments, MOMENT_CHUNK, momentsOf, variance } from './moments.ts';
import { Rng } from './rng.ts';

const samples = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 });

function drawn(count: number, seed: number): Float64Array {
  const rng = new Rng(seed);
  return Float64Array.from({ length: count }, () => 1000 * rng.uniform() ** 3);
}

test('mean and variance are those of simple-statistics', () => {
  fc.assert(
    fc.property(samples, (values) => {
      const spread = 1 + sampleVariance(values);
      expect(Math.abs(mean(values)! - oracleMean(values))).toBeLessThan(1e-9);
      expect(Math.abs(variance(values)! - sampleVariance(values))).toBeLessThan(1e-12 * spread);
    }),
    { numRuns: 1000 },
  );
  const long = drawn(5000, 1);
  expect(mean(long)).toBeCloseTo(oracleMean([...long]), 10);
  expect(variance(long)! / sampleVariance([...long])).toBeCloseTo(1, 12);
});

test('P9 any number of workers that share out whole chunks come to the same bits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 * MOMENT_CHUNK }), fc.integer({ min: 1, max: 9 }), (count, workers) => {
      const values = drawn(count, count);
      const share = MOMENT_CHUNK * Math.ceil(count / MOMENT_CHUNK / workers);
      const chunks = Array.from({ length: workers }, (_, w) =>
        chunkMoments(values.subarray(Math.min(count, w * share), Math.min(count, (w + 1) * share))),
      ).flat();
      expect(mergeMoments(chunks)).toEqual(momentsOf(values));
    }),
    { numRuns: 100 },
  );
});

test('a large mean takes no digits from the variance', () => {
  const values = Float64Array.from({ length: 3000 }, (_, k) => 1e9 + (k % 3));
  expect(variance(values)).toBeCloseTo((2 / 3) * (3000 / 2999), 9);
  expect(mean(values)).toBe(1e9 + 1);
});

test('equal numbers have no variance, and too few have none to tell', () => {
  expect(variance([0.1, 0.1, 0.1, 0.1])).toBe(0);
  expect([mean([]), variance([]), variance([1]), mean([1])]).toEqual([undefined, undefined, undefined, 1]);
});
