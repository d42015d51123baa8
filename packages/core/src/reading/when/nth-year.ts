/**
 * `in its third year` (of a war, an office, a strike) counts from a beginning that the account may tell: `began in March
 * 2030`, `took office in 2022`. Then the year follows, and whether it fits the day of writing. Else that day tells when it
 * must have begun.
 */
import type { Day, When } from '../../case/index.ts';
import { readWhen } from '../../case/index.ts';
import type { TaggedSentence } from '../tagger.ts';
import { addDays, addMonths, monthOf, parts, yearOf } from './calendar.ts';
import { MONTH, monthNumber, YEAR } from './date-words.ts';

export interface Begun {
  readonly at: number;
  /** EDTF: a day, a month or a year. */
  readonly when: string;
}

const BEGINS =
  /\b(?:began|begun|started|broke out|broken out|erupted|launched|invaded|invasion|took office|taken office|entered office|came to power|took power|elected|appointed|since|outbreak|start|beginning|founded|opened|flared|sworn in|inaugurated)\b/iu;
const DATE = new RegExp(`\\b(?:(\\d{1,2}) )?(?:(${MONTH}) )?(?:(\\d{1,2}), )?(${YEAR})\\b`, 'gu');

/** Every beginning that is told with its year, in the order of the text. */
export function starts(text: string, sentences: readonly TaggedSentence[]): Begun[] {
  const found: Begun[] = [];
  for (const { start, end } of sentences) {
    const words = text.slice(start, end);
    if (!/\d{4}/.test(words) || !BEGINS.test(words)) continue;
    for (const { 1: before, 2: month, 3: after, 4: year, index } of words.matchAll(DATE)) {
      const date = Number(before ?? after ?? 0);
      const when =
        month === undefined
          ? year!
          : monthOf(Number(year), monthNumber(month)) +
            (date > 0 && date <= 31 ? `-${String(date).padStart(2, '0')}` : '');
      found.push({ at: start + index, when });
    }
  }
  return found;
}

export interface Counted {
  readonly edtf: string;
  readonly why?: string;
  readonly countsFrom?: string;
  readonly doesNotFit?: string;
}

/** The n-th year from a beginning, as of `base`. `enters`: it is said to begin about now. */
export function countYear(n: number, enters: boolean, begun: Begun | undefined, base: Day | undefined): Counted {
  const from = begun === undefined ? undefined : readWhen(begun.when);
  if (from === undefined || typeof from === 'string' || from.first === undefined) return implied(n, base);
  const [first, last] = [addMonths(from.first, 12 * (n - 1)), addMonths(from.last!, 12 * n)];
  const edtf =
    begun!.when.length === 4 ? first.slice(0, 4) : `${first.slice(0, 7)}/${addMonths(first, 11).slice(0, 7)}`;
  const misfit = base === undefined ? undefined : misfits(n, enters, from, base, last, first);
  return { edtf, countsFrom: begun!.when, ...(misfit === undefined ? {} : { doesNotFit: misfit }) };
}

const ENTERING = 3; // months either side of the day on which a year begins

function misfits(n: number, enters: boolean, from: When, base: Day, last: Day, first: Day): string | undefined {
  const [earliest, latest] = enters
    ? [addMonths(first, -ENTERING), addMonths(addMonths(from.last!, 12 * (n - 1)), ENTERING)]
    : [first, addDays(last, -1)];
  if (earliest <= base && base <= latest) return undefined;
  const years = Math.floor((monthsOf(base) - monthsOf(from.first!)) / 12) + 1;
  return `counted from ${from.text}, ${base} is in year ${years}, not ${n}`;
}

const monthsOf = (day: Day): number => parts(day).year * 12 + parts(day).month;

/** Without a beginning: the years in which it must have begun if the words are true of the day of writing. */
function implied(n: number, base: Day | undefined): Counted {
  const why = 'from when is counted is not told';
  if (base === undefined) return { edtf: '', why };
  const { year } = parts(base);
  return { edtf: '', why, countsFrom: `${yearOf(year - n)}/${yearOf(year - n + 1)}` };
}
