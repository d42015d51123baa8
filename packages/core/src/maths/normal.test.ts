import fc from 'fast-check';
import { errorFunction } from 'simple-statistics';
import { expect, test } from 'vitest';
import { BITS } from './elementary.twin.ts';
import { exactNormalCumulative } from './normal.twin.ts';
import { normalCumulative, normalQuantile, Z95 } from './normal.ts';

const within = (z: number): fc.Arbitrary<number> => fc.double({ min: -z, max: z, noNaN: true });
const exact = (z: number): number => Number(exactNormalCumulative(z).scaled >> (BITS - 300n)) / 2 ** 300;

test('the cumulative distribution agrees with arithmetic of 400 bits, far tails included', () => {
  fc.assert(
    fc.property(fc.oneof(within(12), within(3)), (z) => {
      expect(Math.abs(normalCumulative(z) / exact(z) - 1)).toBeLessThan(4e-15);
    }),
    { numRuns: 3000 },
  );
});

test('the cumulative distribution agrees with the error function of simple-statistics to its 1.2e-7', () => {
  for (let z = -6; z <= 6; z += 0.01)
    expect(Math.abs(normalCumulative(z) - (1 + errorFunction(z / Math.SQRT2)) / 2)).toBeLessThan(1.2e-7);
});

// Digits by the series in 400 bits, those beyond 12 by R's pnorm.
test.each([
  [0, 0.5],
  [-1, 0.15865525393145705],
  [1, 0.8413447460685429],
  [-5, 2.866515718791939e-7],
  [-10, 7.61985302416052e-24],
  [-20, 2.753624118606233e-89],
  [-37, 5.725571222524577e-300],
  [9, 1],
  [-Infinity, 0],
  [Infinity, 1],
])('the chance of at most %f is %f', (z, chance) => {
  expect(Math.abs(normalCumulative(z) - chance)).toBeLessThanOrEqual(4e-15 * chance);
});

test.each([
  [0.5, 0],
  [0.95, Z95],
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
  [1e-10, -6.361340902404056],
  [0, -Infinity],
  [1, Infinity],
])('the quantile of %f is %f', (p, z) => {
  if (Number.isFinite(z)) expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(z)));
  else expect(normalQuantile(p)).toBe(z);
});

test('what lies outside 0 to 1 has no quantile', () => {
  expect([-0.1, 1.1, NaN].map(normalQuantile)).toEqual([NaN, NaN, NaN]);
  expect(normalCumulative(NaN)).toBeNaN();
});

test('the quantile is the inverse of the cumulative distribution', () => {
  const chances = fc.oneof(
    fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
    fc.double({ min: 1e-3, max: 0.999, noNaN: true }),
    fc.double({ min: -690, max: 0, maxExcluded: true, noNaN: true }).map(Math.exp),
  );
  fc.assert(
    fc.property(chances, (p) => {
      const z = normalQuantile(p);
      // An error of e in z shows as z²·e in far lower tails.
      expect(Math.abs(normalCumulative(z) / p - 1)).toBeLessThan(1e-15 * (4 + z * z));
    }),
    { numRuns: 5000 },
  );
});

test('the quantile is odd and grows, across the borders of its three parts too', () => {
  for (const border of [0.075, Math.exp(-25), 0.5])
    for (let k = -200; k < 200; k++) {
      const p = border * (1 + k * 1e-13);
      expect(normalQuantile(border * (1 + (k + 1) * 1e-13))).toBeGreaterThan(normalQuantile(p) - 1e-15);
    }
  for (let k = 1; k < 4096; k++) {
    expect(normalQuantile(k / 4096) + normalQuantile(1 - k / 4096)).toBe(0);
    if (k > 1) expect(normalQuantile(k / 4096)).toBeGreaterThan(normalQuantile((k - 1) / 4096));
  }
});
