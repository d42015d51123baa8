/** An EDTF date in few words: `13–14 May`, `by 13 May`, `about May`, `16 May 10:00`; the year only where it is another. */
import type { Day, When } from '../case/index.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function sayWhen(when: When | undefined, asOf: Day): string {
  if (when === undefined || (when.first === undefined && when.last === undefined)) return 'undated';
  const year = asOf.slice(0, 4);
  const [from, until] = when.text.split('/') as [string, string | undefined];
  if (until === undefined) return one(from, year);
  if (from === '..' || from === '') return `by ${one(until, year)}`;
  if (until === '..' || until === '') return `from ${one(from, year)}`;
  const [a, b] = [one(from, year), one(until, year)];
  const [, day, rest] = /^(\d+) (\D+.*)$/.exec(a) ?? [];
  // 13 May – 14 May → 13–14 May
  return day !== undefined && /^\d/.test(b) && b.endsWith(` ${rest}`) ? `${day}–${b}` : `${a} – ${b}`;
}

function one(text: string, year: string): string {
  const about = /[~%]/.test(text) ? 'about ' : '';
  const doubtful = /[?%]/.test(text) ? '?' : '';
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?/.exec(text.replace(/[~?%]/g, ''));
  const month = found?.[2] === undefined ? undefined : MONTHS[Number(found[2]) - 1];
  // Seasons and other rarer forms stay as they are written.
  if (found === null || (found[2] !== undefined && month === undefined)) return text;
  const parts = [
    found[3] === undefined ? undefined : String(Number(found[3])),
    month,
    found[1] === year && month !== undefined ? undefined : found[1],
    found[4],
  ];
  return about + parts.filter((part) => part !== undefined).join(' ') + doubtful;
}
