import { describe, expect, test } from 'vitest';
import { countYear } from './nth-year.ts';
import { datesOf } from './dates.ts';
import { tagged } from './tagged.twin.ts';

describe('in its third year', () => {
  test('counts from a beginning and fits the day of writing', () => {
    expect(countYear(3, false, { at: 0, when: '2029-06' }, '2031-09-01')).toEqual({
      edtf: '2031-06/2032-05',
      countsFrom: '2029-06',
    });
  });

  test('does not fit a year later', () => {
    const { doesNotFit } = countYear(3, true, { at: 0, when: '2027-06' }, '2031-09-01');
    expect(doesNotFit).toBe('counted from 2027-06, 2031-09-01 is in year 5, not 3');
  });

  test('of a year alone fits wherever that year may have begun', () => {
    expect(countYear(3, false, { at: 0, when: '2029' }, '2031-01-02').doesNotFit).toBeUndefined();
    expect(countYear(3, false, { at: 0, when: '2029' }, '2032-11-02').doesNotFit).toBeUndefined();
    expect(countYear(3, false, { at: 0, when: '2029' }, '2033-01-02').doesNotFit).toBeDefined();
  });

  test('tells without a beginning when it must have been', () => {
    expect(countYear(3, false, undefined, '2031-05-13')).toEqual({
      edtf: '',
      why: 'from when is counted is not told',
      countsFrom: '2028/2029',
    });
  });

  test('finds the beginning in the account', async () => {
    const text = 'The blockade began in June 2029. Now in its second year, it has emptied the harbour.';
    const dates = datesOf(...(await tagged(text, '2031-03-01')));
    expect(dates.at(-1)!.row).toMatchObject({ edtf: '2030-06/2031-05', countsFrom: '2029-06' });
  });
});
