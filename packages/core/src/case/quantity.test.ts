import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatQuantity, middle, readQuantity, type Quantity } from './quantity.ts';

describe('C5 a quantity is a number, an interval, or not reported', () => {
  test.each<[string | number, Quantity]>([
    [5, { kind: 'number', value: 5 }],
    ['5', { kind: 'number', value: 5 }],
    [' -0.5 ', { kind: 'number', value: -0.5 }],
    ['.5', { kind: 'number', value: 0.5 }],
    ['+1e3', { kind: 'number', value: 1000 }],
    ['5 to 10', { kind: 'range', low: 5, high: 10 }],
    ['-8  TO  -2', { kind: 'range', low: -8, high: -2 }],
    ['1e-3 to 2.5E1', { kind: 'range', low: 0.001, high: 25 }],
    ['0.3 to 0.3', { kind: 'range', low: 0.3, high: 0.3 }],
    ['not reported', { kind: 'not-reported' }],
  ])('%j is read', (written, quantity) => {
    expect(readQuantity(written)).toEqual(quantity);
  });

  test.each([
    ['', 'write a number'],
    ['five', 'write a number'],
    ['5-10', 'write a number'],
    ['5 to', 'write a number'],
    ['5to10', 'write a number'],
    ['1 to 2 to 3', 'write a number'],
    ['5.', 'write a number'],
    ['0x10', 'write a number'],
    ['1_000', 'write a number'],
    ['NaN', 'write a number'],
    ['Infinity', 'write a number'],
    ['Not Reported', 'write a number'],
    ['unknown', 'write a number'],
    ['10 to 5', 'the interval runs backwards; write `5 to 10`'],
    ['0.4 to 0.2', 'the interval runs backwards; write `0.2 to 0.4`'],
    ['-2 to -8', 'the interval runs backwards; write `-8 to -2`'],
    ['1e999', 'not a finite number'],
    ['0 to 1e999', 'not a finite number'],
    [Number.NaN, 'not a finite number'],
    [Number.POSITIVE_INFINITY, 'not a finite number'],
  ])('%j is refused: %s', (written, reason) => {
    expect(readQuantity(written)).toContain(reason);
  });

  test('not reported is a value of its own, whatever the bounds', () => {
    expect(readQuantity('not reported', { least: 5, most: 6 })).toEqual({ kind: 'not-reported' });
  });

  test('a chance lies between 0 and 1, its ends included', () => {
    const chance = { least: 0, most: 1 };
    expect(readQuantity('0 to 1', chance)).toEqual({ kind: 'range', low: 0, high: 1 });
    for (const wrong of [1.01, -0.01, '0.5 to 1.5', '-0.5 to 0.5'])
      expect(readQuantity(wrong, chance)).toBe('a chance lies between 0 and 1.');
  });

  test('other bounds are told too', () => {
    expect(readQuantity('-1 to 4', { least: 0 })).toBe('it must not be below 0.');
    expect(readQuantity(11, { least: 5, most: 10 })).toBe('it must lie between 5 and 10.');
  });

  test('its middle is the number, or half-way', () => {
    expect(middle({ kind: 'number', value: 0.7 })).toBe(0.7);
    expect(middle({ kind: 'range', low: -2, high: 8 })).toBe(3);
  });
});

test('what is printed reads the same', () => {
  const finite = fc.double({ noDefaultInfinity: true, noNaN: true }).map((x) => (Object.is(x, -0) ? 0 : x));
  const quantities = fc.oneof(
    finite.map((value): Quantity => ({ kind: 'number', value })),
    fc.tuple(finite, finite).map(([a, b]): Quantity => ({ kind: 'range', low: Math.min(a, b), high: Math.max(a, b) })),
    fc.constant<Quantity>({ kind: 'not-reported' }),
  );
  fc.assert(
    fc.property(quantities, (quantity) => {
      expect(readQuantity(formatQuantity(quantity))).toEqual(quantity);
    }),
  );
});

test('random text is read or refused with a sentence', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('1', '.', '-', '+', 'e', ' to ', ' ', 'not reported'), { maxLength: 8 })
      .map((w) => w.join('')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const read = readQuantity(written, { least: -5, most: 5 });
      if (typeof read === 'string') expect(read).toMatch(/\.$/);
      else if (read.kind === 'number') expect(Math.abs(read.value)).toBeLessThanOrEqual(5);
      else if (read.kind === 'range') expect(-5 <= read.low && read.low <= read.high && read.high <= 5).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
