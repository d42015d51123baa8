/**
 * Dates (rules C4, C9): EDTF as the Library of Congress defines it (ISO 8601-2:2019, annex A), read by the edtf library.
 * A day is `YYYY-MM-DD`; a date-time must carry its offset, since without one it is another hour on another machine.
 */
import edtf from 'edtf';

/** A day as `YYYY-MM-DD`; days compare as strings. */
export type Day = string;

export interface When {
  /** As written. */
  readonly text: string;
  /** First and last day it may be; undefined for an open or unknown end. */
  readonly first: Day | undefined;
  readonly last: Day | undefined;
  /** Milliseconds since 1970 UTC; ±Infinity for an open end. Finer than days only for date-times. */
  readonly min: number;
  readonly max: number;
  /** `~` or `?` was written, or the date spans more than a day. */
  readonly vague: boolean;
}

const DAY_MS = 86_400_000;
const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /T\d{2}:\d{2}/;
const OFFSET = /(Z|[+-]\d{2}(:?\d{2})?)$/;

/** What was read already; the library takes a millisecond for a date. Emptied when full, so that memory stays bounded. */
const read = new Map<string, When | string>();
const MOST_KEPT = 4096;

/** Reads a date; a string comes back when it cannot be read, and says why. */
export function readWhen(written: string | number): When | string {
  const text = String(written).trim();
  const before = read.get(text);
  if (before !== undefined) return before;
  const when = readText(text);
  if (read.size >= MOST_KEPT) read.clear();
  if (text.length <= 60) read.set(text, when);
  return when;
}

function readText(text: string): When | string {
  if (text === '..' || text === '../..')
    return { text, first: undefined, last: undefined, min: -Infinity, max: Infinity, vague: true };
  if (text.length > 60) return 'it is too long for a date.';
  // The library takes eight digits for milliseconds and two for a century.
  if (/^\d+$/.test(text) && text.length !== 4) return AS_EDTF;
  for (const part of text.split('/')) {
    if (/^-\d|^Y/.test(part)) return 'only the years 0000 to 9999 can be written.';
    // A spring is March to May in one half of the world; the library takes it for January to March everywhere.
    if (/^\d{4}-(2[1-9]|3[0-2])/.test(part)) return 'what months a season spans differs; write them: 2025-03/2025-05.';
    if (TIME.test(part) && !OFFSET.test(part))
      return 'a date-time needs its offset, for example 2025-05-16T10:00:00+03:00.';
    const day = /^-?(\d{4})-(\d{2})-(\d{2})/.exec(part);
    // The library rolls 30 February over into March; a calendar day must exist.
    if (day !== null && !dayExists(Number(day[1]), Number(day[2]), Number(day[3])))
      return `there is no ${day[3]} in ${day[1]}-${day[2]}.`;
  }
  // Most dates are plain days.
  if (PLAIN_DAY.test(text)) {
    const min = Date.parse(text);
    return { text, first: text, last: text, min, max: min + DAY_MS - 1, vague: false };
  }
  const parsed = parse(text);
  if (parsed === undefined) return AS_EDTF;
  const { min, max } = parsed;
  if (min > max) return 'the interval ends before it begins.';
  const [first, last] = [localDay(text.split('/')[0]!, min), localDay(text.split('/').at(-1)!, max)];
  if ([first, last].some((day) => day !== undefined && !isDay(day))) return AS_EDTF;
  // Two clocks may disagree on the day, though not on the moment.
  const turned = first !== undefined && last !== undefined && first > last;
  return {
    text,
    first: turned ? last : first,
    last: turned ? first : last,
    min,
    max,
    vague: /[~?%]/.test(text) || max - min >= DAY_MS,
  };
}

const AS_EDTF = 'write it as EDTF, for example 2025-05-15, 2025-05~, 2025-05-13/2025-05-14 or ../2025-05-15.';

interface Span {
  readonly min: number;
  readonly max: number;
}

const ALWAYS: Span = { min: -Infinity, max: Infinity };

/** Both sides of an interval are read alone: the library refuses some, such as a day up to the end of its own month. */
function parse(text: string): Span | undefined {
  const [from, until, ...more] = text.split('/');
  if (until === undefined) return parseOne(text);
  if (more.length > 0 || text === '/') return undefined;
  const side = (written: string): Span | undefined =>
    written === '' || written === '..' ? ALWAYS : /^[\dX]/.test(written) ? parseOne(written) : undefined;
  const [begin, end] = [side(from!), side(until)];
  return begin === undefined || end === undefined ? undefined : { min: begin.min, max: end.max };
}

function parseOne(text: string): Span | undefined {
  try {
    const { min, max } = edtf(text);
    // Nothing before the first or after the last of a set means unknown, for which the library gives null.
    return { min: min === null ? -Infinity : Number(min), max: max === null ? Infinity : Number(max) };
  } catch {
    return undefined;
  }
}

/** Reads a plain day, such as `as-of`: of an interval its end. What is not {@link isDay} says why it cannot be read. */
export function lastDay(written: string | number): string {
  const when = readWhen(written);
  if (typeof when === 'string') return when;
  return when.last ?? 'it has no end.';
}

export const isDay = (text: string): boolean => PLAIN_DAY.test(text);

function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  // Not Date.UTC, which reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The calendar day where the writer was: of a date-time with an offset the day it is written as. */
function localDay(end: string, ms: number): Day | undefined {
  if (!Number.isFinite(ms)) return undefined;
  return /^(\d{4}-\d{2}-\d{2})T/.exec(end)?.[1] ?? new Date(ms).toISOString().slice(0, 10);
}

/** `a` is certainly over before `b` begins. */
export const certainlyBefore = (a: When, b: When): boolean => a.max < b.min;

/** `15 May 2025`, for people. */
export function sayDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
