import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulative } from '../maths/distributions.ts';
import { meanChance } from '../maths/logit-normal.ts';
import { uniformAt } from '../maths/rng.ts';
import { distributionOf, drawQuantity, sayDistribution, type QuantityKind } from './draw.ts';
import { readQuantity, type Quantity } from './quantity.ts';

const read = (written: string): Quantity => {
  const quantity = readQuantity(written);
  if (typeof quantity === 'string') throw new Error(quantity);
  return quantity;
};

const KINDS: QuantityKind[] = ['value', 'amount', 'chance', 'shift'];

describe('C5 what an interval stands for', () => {
  test.each<[QuantityKind, string, string]>([
    ['value', '5 to 10', 'log-normal, 90 % between 5 and 10'],
    ['value', '-8 to -2', 'normal, 90 % between -8 and -2'],
    ['value', '-5 to 10', 'normal, 90 % between -5 and 10'],
    ['value', '0 to 10', 'normal, 90 % between 0 and 10'],
    ['value', '-10 to 0', 'normal, 90 % between -10 and 0'],
    ['amount', '5 to 10', 'log-normal, 90 % between 5 and 10'],
    ['amount', '0 to 10', 'uniform between 0 and 10'],
    ['chance', '0.6 to 0.9', 'logit-normal, 90 % between 0.6 and 0.9'],
    ['chance', '0 to 0.3', 'uniform between 0 and 0.3'],
    ['chance', '0.7 to 1', 'uniform between 0.7 and 1'],
    ['chance', '0 to 1', 'uniform between 0 and 1'],
    ['shift', '-0.5 to 0', 'uniform between -0.5 and 0'],
    ['shift', '0 to 5', 'uniform between 0 and 5'],
    ['shift', '-8 to -2', 'normal, 90 % between -8 and -2'],
    ['shift', '-1 to 1', 'normal, 90 % between -1 and 1'],
    ['shift', '1 to 5', 'log-normal, 90 % between 1 and 5'],
    ['chance', '0.4 to 0.4', '0.4'],
    ['value', '7', '7'],
    ['value', 'not reported', 'not reported'],
  ])('a %s of %s: %s', (kind, written, said) => {
    expect(sayDistribution(read(written), kind)).toBe(said);
  });
});

test('C5 a number is itself, and not reported is not drawn', () => {
  for (const kind of KINDS)
    for (const u of [0.001, 0.5, 0.999]) {
      expect(drawQuantity(read('0.7'), u, kind)).toBe(0.7);
      expect(drawQuantity(read('0.7 to 0.7'), u, kind)).toBe(0.7);
      expect(drawQuantity(read('not reported'), u, kind)).toBeUndefined();
      expect(distributionOf(read('not reported'), kind)).toBeUndefined();
    }
});

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const ordered = (of: fc.Arbitrary<number>): fc.Arbitrary<{ low: number; high: number }> =>
  fc
    .tuple(of, of)
    .filter(([a, b]) => Math.abs(a - b) > 1e-9 * Math.max(1e-200, Math.abs(a), Math.abs(b)))
    .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const intervals = fc.oneof(
  ordered(chance).map((ends) => ({ kind: 'chance' as QuantityKind, ends })),
  ordered(finite.map(Math.abs)).map((ends) => ({ kind: 'amount' as QuantityKind, ends })),
  fc.record({ kind: fc.constantFrom<QuantityKind>('value', 'shift'), ends: ordered(finite) }),
);
const uniforms = fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true });

test('C5 the ends of an interval are its 5th and 95th percentiles, or the least and the most where it is uniform', () => {
  fc.assert(
    fc.property(intervals, ({ kind, ends: { low, high } }) => {
      const quantity: Quantity = { kind: 'range', low, high };
      const uniform = distributionOf(quantity, kind)!.kind === 'uniform';
      const close = (u: number, end: number): void =>
        expect(Math.abs(drawQuantity(quantity, u, kind)! - end)).toBeLessThanOrEqual(
          1e-11 * Math.max(Math.abs(low), Math.abs(high)),
        );
      close(uniform ? 2 ** -53 : 0.05, low);
      close(uniform ? 1 - 2 ** -53 : 0.95, high);
    }),
    { numRuns: 2000 },
  );
});

test('C5 the median: half-way, of amounts the geometric mean, of chances by the odds', () => {
  expect(drawQuantity(read('-5 to 10'), 0.5, 'value')).toBeCloseTo(2.5, 12);
  expect(drawQuantity(read('0 to 0.3'), 0.5, 'chance')).toBeCloseTo(0.15, 12);
  expect(drawQuantity(read('5 to 20'), 0.5, 'value')).toBeCloseTo(10, 12);
  // Odds of 1:1 and 9:1, hence 3:1.
  expect(drawQuantity(read('0.5 to 0.9'), 0.5, 'chance')).toBeCloseTo(0.75, 12);
});

test('C5 a larger uniform number makes a larger draw', () => {
  fc.assert(
    fc.property(intervals, uniforms, uniforms, ({ kind, ends }, u, v) => {
      const quantity: Quantity = { kind: 'range', ...ends };
      const [a, b] = [drawQuantity(quantity, Math.min(u, v), kind)!, drawQuantity(quantity, Math.max(u, v), kind)!];
      expect(a).toBeLessThanOrEqual(b + 1e-12 * Math.abs(b));
    }),
    { numRuns: 2000 },
  );
});

test('C5 draws of a chance stay within 0 and 1, of an amount above 0, of a one-sided shift on its side', () => {
  fc.assert(
    fc.property(intervals, uniforms, ({ kind, ends }, u) => {
      const draw = drawQuantity({ kind: 'range', ...ends }, u, kind)!;
      expect(Number.isFinite(draw)).toBe(true);
      if (kind === 'chance') expect(draw >= 0 && draw <= 1).toBe(true);
      if (kind === 'amount') expect(draw).toBeGreaterThanOrEqual(0);
      if (kind === 'shift' && ends.low === 0) expect(draw).toBeGreaterThanOrEqual(0);
      if (kind === 'shift' && ends.high === 0) expect(draw).toBeLessThanOrEqual(0);
    }),
    { numRuns: 2000 },
  );
});

test('C5 nine draws of ten fall within the interval, and their mean is the one that blocks reckons with', () => {
  const N = 20_000;
  const firmness = read('0.7 to 0.95');
  let within = 0;
  let sum = 0;
  for (let k = 0; k < N; k++) {
    const draw = drawQuantity(firmness, uniformAt(20250515, 0, k), 'chance')!;
    sum += draw;
    if (draw >= 0.7 && draw <= 0.95) within++;
  }
  expect(Math.abs(within / N - 0.9)).toBeLessThan(4 * Math.sqrt(0.09 / N));
  expect(sum / N).toBeCloseTo(meanChance(0.7, 0.95), 2);
});

test('P7 the quantile of a draw in its prior is the uniform number that made it', () => {
  fc.assert(
    fc.property(
      ordered(fc.double({ min: 0.01, max: 0.99, noNaN: true })),
      fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
      ({ low, high }, u) => {
        fc.pre(high - low > 1e-6);
        const firmness: Quantity = { kind: 'range', low, high };
        expect(cumulative(distributionOf(firmness, 'chance')!, drawQuantity(firmness, u, 'chance')!)).toBeCloseTo(u, 6);
      },
    ),
  );
});

test('P9 pinned draws', () => {
  expect([
    drawQuantity(read('5 to 10'), 0.3, 'value'),
    drawQuantity(read('-8 to -2'), 0.3, 'shift'),
    drawQuantity(read('0.6 to 0.9'), 0.3, 'chance'),
    drawQuantity(read('0 to 0.3'), 0.3, 'chance'),
  ]).toMatchInlineSnapshot(`
    [
      6.331387333932255,
      -5.9564386230766635,
      0.7341394062213938,
      0.09,
    ]
  `);
});
