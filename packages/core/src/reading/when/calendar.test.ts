import { describe, expect, test } from 'vitest';
import { addDays, addMonths, lengthOf, weekdayOf, weekOf } from './calendar.ts';

describe('days', () => {
  test('are counted across months and leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2031-01-01', -1)).toBe('2030-12-31');
    expect(lengthOf(1900, 2)).toBe(28);
  });

  test('of a month that is shorter are its last', () => {
    expect(addMonths('2031-01-31', 1)).toBe('2031-02-28');
    expect(addMonths('2031-01-15', -1)).toBe('2030-12-15');
  });

  test('stand in a week from Monday to Sunday', () => {
    expect(weekdayOf('2031-05-18')).toBe(7);
    expect(weekOf('2031-05-18')).toEqual({ first: '2031-05-12', last: '2031-05-18' });
    expect(weekOf('2031-05-18', -1).first).toBe('2031-05-05');
  });
});
