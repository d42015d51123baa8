import edtf from 'edtf';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { certainlyBefore, isDay, lastDay, readWhen, sayDay, type When } from './dates.ts';

describe('C9 dates are EDTF', () => {
  test.each<[string | number, string | undefined, string | undefined, 'exact' | 'vague']>([
    ['2025-05-15', '2025-05-15', '2025-05-15', 'exact'],
    [' 2025-05-15 ', '2025-05-15', '2025-05-15', 'exact'],
    ['2024-02-29', '2024-02-29', '2024-02-29', 'exact'],
    ['2025-05-15~', '2025-05-15', '2025-05-15', 'vague'],
    ['2025-05-15?', '2025-05-15', '2025-05-15', 'vague'],
    ['2025-05-15%', '2025-05-15', '2025-05-15', 'vague'],
    ['2025-05', '2025-05-01', '2025-05-31', 'vague'],
    ['2025-05~', '2025-05-01', '2025-05-31', 'vague'],
    ['2024-02', '2024-02-01', '2024-02-29', 'vague'],
    ['2025', '2025-01-01', '2025-12-31', 'vague'],
    [2025, '2025-01-01', '2025-12-31', 'vague'],
    ['2025-05-XX', '2025-05-01', '2025-05-31', 'vague'],
    ['202X', '2020-01-01', '2029-12-31', 'vague'],
    ['2025-34', '2025-04-01', '2025-06-30', 'vague'],
    ['2025-05-13/2025-05-14', '2025-05-13', '2025-05-14', 'vague'],
    ['2025-05-15/2025-05-15', '2025-05-15', '2025-05-15', 'exact'],
    ['2024~/2025-05', '2024-01-01', '2025-05-31', 'vague'],
    ['2025-05-15/2025-05', '2025-05-15', '2025-05-31', 'vague'],
    ['../2025-05-15', undefined, '2025-05-15', 'vague'],
    ['2025-05-15/..', '2025-05-15', undefined, 'vague'],
    ['/2025-05-15', undefined, '2025-05-15', 'vague'],
    ['2025-05-15/', '2025-05-15', undefined, 'vague'],
    ['..', undefined, undefined, 'vague'],
    ['../..', undefined, undefined, 'vague'],
    ['[1667,1668]', '1667-01-01', '1668-12-31', 'vague'],
    ['0000', '0000-01-01', '0000-12-31', 'vague'],
    ['9999-12-31', '9999-12-31', '9999-12-31', 'exact'],
  ])('%j spans %s to %s', (written, first, last, vague) => {
    const when = read(written);
    expect({ first: when.first, last: when.last, vague: when.vague }).toEqual({
      first,
      last,
      vague: vague === 'vague',
    });
    expect(when.text).toBe(String(written).trim());
    expect(when.min === -Infinity).toBe(first === undefined);
    expect(when.max === Infinity).toBe(last === undefined);
  });

  test.each([
    ['2025-02-30', 'there is no 30 in 2025-02'],
    ['2025-02-30~', 'there is no 30 in 2025-02'],
    ['2025-02-29', 'there is no 29 in 2025-02'],
    ['1900-02-29', 'there is no 29 in 1900-02'],
    ['2025-04-31/2025-05-02', 'there is no 31 in 2025-04'],
    ['2025-04-01/2025-04-31', 'there is no 31 in 2025-04'],
    ['2025-13-01', 'there is no 01 in 2025-13'],
    ['2025-05-00', 'there is no 00 in 2025-05'],
    ['2025-02-30T10:00:00Z', 'there is no 30 in 2025-02'],
    ['2025-05-20/2025-05-10', 'ends before it begins'],
    ['2025-21', 'what months a season spans differs'],
    ['2025-05-01/2025-22', 'what months a season spans differs'],
    ['Y170000002', 'only the years 0000 to 9999'],
    ['-0100-02-03', 'only the years 0000 to 9999'],
    ['20250515', 'write it as EDTF'],
    ['15 May 2025', 'write it as EDTF'],
    ['2025-5-15', 'write it as EDTF'],
    ['2025-02-~30', 'write it as EDTF'],
    ['unknown', 'write it as EDTF'],
    ['', 'write it as EDTF'],
    ['2025-05-01/2025-05-02/2025-05-03', 'write it as EDTF'],
    ['/', 'write it as EDTF'],
    ['[2025-05-01,2025-05-02]/2025-05-03', 'write it as EDTF'],
    ['2'.repeat(1000), 'too long'],
  ])('%j is refused: %s', (written, reason) => {
    expect(readWhen(written)).toContain(reason);
  });

  test('a day is read exactly if the calendar has it', () => {
    const digits = fc.tuple(
      fc.integer({ min: 1600, max: 2400 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    );
    fc.assert(
      fc.property(digits, ([year, month, day]) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const when = readWhen(text);
        expect(typeof when === 'object').toBe(day >= 1 && day <= daysIn(year, month));
        if (typeof when === 'object') expect(when).toMatchObject({ first: text, last: text, vague: false });
      }),
      { numRuns: 3000 },
    );
  });

  test('a plain day, which is read without the edtf library, is what the library makes of it', () => {
    const days = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const { min, max } = edtf(day);
        expect(readWhen(day)).toMatchObject({ min, max, first: day, last: day });
      }),
      { numRuns: 300 },
    );
  });

  test('random text is read with its first day before its last, or refused with a sentence', () => {
    const parts = fc.constantFrom(
      '2025',
      '-05',
      '-15',
      '-02',
      '-30',
      'T10:00:00',
      'Z',
      '+03:00',
      '/',
      '..',
      '~',
      '?',
      'X',
      '[',
      ']',
      ',',
      'Y',
      'E5',
    );
    const text = fc.oneof(
      fc.array(parts, { maxLength: 8 }).map((p) => p.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (written) => {
        const when = readWhen(written);
        if (typeof when === 'string') {
          expect(when).toMatch(/\.$/);
          return;
        }
        expect(when.min).toBeLessThanOrEqual(when.max);
        for (const day of [when.first, when.last]) expect(day === undefined || isDay(day)).toBe(true);
        if (when.first !== undefined && when.last !== undefined) expect(when.first <= when.last).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('C9 a date-time carries its offset', () => {
  test.each(['2025-05-16T10:00:00', '2025-05-16T10:00', '2025-05-15/2025-05-16T10:00:00'])(
    '%s is refused',
    (written) => {
      expect(readWhen(written)).toBe('a date-time needs its offset, for example 2025-05-16T10:00:00+03:00.');
    },
  );

  test('it counts on the day that it names, wherever it is read', () => {
    expect(read('2025-05-16T00:30:00+03:00')).toMatchObject({ first: '2025-05-16', last: '2025-05-16', vague: false });
    expect(read('2025-05-16T23:30:00-05:00')).toMatchObject({ first: '2025-05-16', last: '2025-05-16' });
    expect(read('2025-05-16T00:30:00+03:00/2025-05-17T23:30:00-05:00')).toMatchObject({
      first: '2025-05-16',
      last: '2025-05-17',
    });
  });

  test('it is a moment: 10:00 in Istanbul is 07:00 UTC', () => {
    expect(read('2025-05-16T10:00:00+03:00').min).toBe(read('2025-05-16T07:00:00Z').max);
    expect(certainlyBefore(read('2025-05-16T10:00:00+03:00'), read('2025-05-16T08:00:00Z'))).toBe(true);
  });

  describe('on another machine', () => {
    const here = process.env['TZ'];
    afterEach(() => {
      if (here === undefined) delete process.env['TZ'];
      else process.env['TZ'] = here;
    });

    test('every date means the same', () => {
      const texts = [
        '2025-05-15',
        '2025-05~',
        '2025',
        '2025-03-30/2025-10-26',
        '../2025-05-15',
        '2025-05-16T10:00:00+03:00',
      ];
      const readIn = (zone: string): unknown[] => {
        process.env['TZ'] = zone;
        return [new Date(2025, 4, 15).getTime(), ...texts.map(read)];
      };
      const [midnight, ...west] = readIn('America/Los_Angeles');
      const [otherMidnight, ...east] = readIn('Pacific/Kiritimati');
      expect(midnight).not.toBe(otherMidnight);
      expect(west).toEqual(east);
    });
  });
});

describe('C4 the day a date is over', () => {
  test.each([
    ['2025-05-15', '2025-05-15'],
    ['2025-05-13/2025-05-14', '2025-05-14'],
    ['2025-05', '2025-05-31'],
    ['2025', '2025-12-31'],
    ['../2025-05-15', '2025-05-15'],
    ['2025-05-16T23:30:00-05:00', '2025-05-16'],
  ])('%s is over at the end of %s', (written, day) => {
    expect(lastDay(written)).toBe(day);
  });

  test.each([
    ['2025-05-15/..', 'it has no end.'],
    ['..', 'it has no end.'],
    ['2025-02-30', 'there is no 30 in 2025-02.'],
  ])('%s is no day: %s', (written, reason) => {
    expect(lastDay(written)).toBe(reason);
    expect(isDay(lastDay(written))).toBe(false);
  });
});

test('one date is certainly before another only if it is over before the other can begin', () => {
  const before = (a: string, b: string): boolean => certainlyBefore(read(a), read(b));
  expect(before('2025-05-14', '2025-05-15')).toBe(true);
  expect(before('2025-05-15', '2025-05-15')).toBe(false);
  expect(before('2025-05-13/2025-05-14', '2025-05-14')).toBe(false);
  expect(before('2025-05-13/2025-05-14', '2025-05-15')).toBe(true);
  expect(before('../2025-05-14', '2025-05-15/..')).toBe(true);
  expect(before('2025-05-15/..', '2026')).toBe(false);
  expect(before('2025', '2025-05-15')).toBe(false);
  expect(before('..', '9999')).toBe(false);
});

test('a day is said as people say it', () => {
  expect(sayDay('2025-05-05')).toBe('5 May 2025');
  expect(sayDay('2024-12-31')).toBe('31 December 2024');
});

function read(written: string | number): When {
  const when = readWhen(written);
  if (typeof when === 'string') throw new Error(`${written}: ${when}`);
  return when;
}

/** Gregorian months, counted by hand. */
function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [0, 31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0;
}
