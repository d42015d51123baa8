/** Arithmetic on days: `YYYY-MM-DD` strings of the proleptic Gregorian calendar, years 0001 to 9999. */
import type { Day } from '../../case/index.ts';

export type Unit = 'day' | 'week' | 'month' | 'year';

const DAY_MS = 86_400_000;

export const dayOf = (year: number, month: number, date: number): Day => `${yearOf(year)}-${two(month)}-${two(date)}`;
export const monthOf = (year: number, month: number): string => `${yearOf(year)}-${two(month)}`;
export const yearOf = (year: number): string => String(year).padStart(4, '0');

const two = (n: number): string => String(n).padStart(2, '0');

export const parts = (day: Day): { year: number; month: number; date: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  date: Number(day.slice(8, 10)),
});

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from `a` to `b`. */
export const daysBetween = (a: Day, b: Day): number => Math.round((Date.parse(b) - Date.parse(a)) / DAY_MS);

/** The same date of another month, or that month's last day where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = parts(day);
  const at = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  return dayOf(y, m, Math.min(date, lengthOf(y, m)));
}

export function add(day: Day, n: number, unit: Unit): Day {
  if (unit === 'day') return addDays(day, n);
  return unit === 'week' ? addDays(day, 7 * n) : addMonths(day, unit === 'month' ? n : 12 * n);
}

export const lengthOf = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: Day): number => new Date(Date.parse(day)).getUTCDay() || 7;

/** Monday to Sunday of the week that holds `day`, shifted by whole weeks. */
export function weekOf(day: Day, shift = 0): { first: Day; last: Day } {
  const first = addDays(day, 1 - weekdayOf(day) + 7 * shift);
  return { first, last: addDays(first, 6) };
}

/** Can the day be counted from, up to three centuries either way? */
export const isCalculable = (day: Day): boolean => day >= '0500-01-01' && day <= '9500-12-31';
