/**
 * Dates of an account as EDTF. An expression is found by its words (./expressions.ts) and resolved against the day that the
 * account was written, or the day of its dateline; a weekday, or a date without its year, lies behind or ahead by the verb
 * beside it (./leaning.ts); `a day later`, `the same night` count from the date before them.
 *
 * One pass of each expression over each sentence that can hold a date at all. Durations, times of day and feasts are no dates.
 */
import { readWhen, type Day } from '../../case/index.ts';
import type { Account } from '../account.ts';
import type { DateRow } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';
import { addDays, isCalculable } from './calendar.ts';
import { VAGUE, type Bearing, type Found, type Resolved } from './expression.ts';
import { EXPRESSIONS, MAY_HOLD_A_DATE } from './expressions.ts';
import { leaningOf, type Leaning } from './leaning.ts';
import { starts } from './nth-year.ts';

/** A date with what the other rows need of it. */
export interface Dated {
  readonly row: DateRow;
  /** The index of its sentence. */
  readonly sentence: number;
  readonly leaning: Leaning | undefined;
}

const WIDEST_WRITTEN = 31; // days: an account that may be of any day of a longer time has no today

export function datesOf(account: Account, tagged: readonly TaggedSentence[]): Dated[] {
  const { text, id: source } = account;
  const written = writtenDays(account);
  const bases = dateline(account, tagged, written) ?? written;
  const begun = starts(text, tagged);
  let begunBefore = -1;
  const dates: Dated[] = [];
  let anchor: Bearing['anchor'];
  let paragraph = 0;
  for (const [index, sentence] of tagged.entries()) {
    while ((account.paragraphs[paragraph + 1]?.start ?? Infinity) <= sentence.start) paragraph += 1;
    const words = text.slice(sentence.start, sentence.end);
    if (!MAY_HOLD_A_DATE.test(words)) continue;
    for (const found of expressionsIn(words)) {
      if (isNever(words, found)) continue;
      const [start, end] = [sentence.start + found.start, sentence.start + found.end];
      while ((begun[begunBefore + 1]?.at ?? Infinity) < start) begunBefore += 1;
      const leaning = leaningOf(sentence, { start, end });
      const near = anchor !== undefined && paragraph - anchor.paragraph <= 1 ? anchor : undefined;
      const resolve = (base: Day | undefined): Resolved =>
        found.expression.resolve(found.groups, {
          base,
          leaning,
          anchor,
          isNarrated: near !== undefined && leaning !== 'future' && isLongAgo(near.first, base),
          // told nearest before, else the first after
          begun: begun[Math.max(0, begunBefore)],
        });
      const resolved = readable(merged(bases.map(resolve)));
      const { edtf } = resolved;
      dates.push({
        sentence: index,
        leaning,
        row: {
          kind: 'date',
          source,
          rule: ruleOf(found, words),
          start,
          end,
          exact: text.slice(start, end),
          ...resolved,
        },
      });
      const when = edtf === '' ? undefined : readWhen(edtf);
      if (when !== undefined && typeof when !== 'string' && when.first !== undefined && when.last !== undefined) {
        if (isCalculable(when.first) && isCalculable(when.last) && found.expression.isAnchor !== false)
          anchor = { first: when.first, last: when.last, paragraph };
      }
    }
  }
  return dates;
}

/** `not a day earlier`, `not an hour later`. */
const isNever = (words: string, { start, end }: Found): boolean =>
  /\bnot (?:even )?$/i.test(words.slice(Math.max(0, start - 10), start)) &&
  /^(?:a|an|one) \w+ (?:earlier|later|sooner|before)$/i.test(words.slice(start, end));

/** A date without its year is resolved by what is around it, and is more often wrong. */
const ruleOf = ({ expression: { rule }, start, end }: Found, words: string): string =>
  rule === 'date-with-year' && !/\d{4}/.test(words.slice(start, end)) ? 'date-without-year' : rule;

/** The account tells of long ago: its months and days without a year are those of its story. */
const isLongAgo = (day: Day, base: Day | undefined): boolean => base === undefined || addDays(day, 400) < base;

/** First and last day on which it may have been written. One, twice undefined, where that is not known. */
function writtenDays({ written }: Account): readonly (Day | undefined)[] {
  const { first, last } = written ?? {};
  if (first === undefined || last === undefined || !isCalculable(first) || !isCalculable(last)) return [undefined];
  if (addDays(first, WIDEST_WRITTEN) < last) return [undefined];
  return first === last ? [first] : [first, last];
}

/** The day in `SARAT, Feb. 16 –`: what the account calls today. Only where it was written within a week of it. */
function dateline(
  { text }: Account,
  tagged: readonly TaggedSentence[],
  written: readonly (Day | undefined)[],
): readonly Day[] | undefined {
  const base = written.at(-1);
  if (base === undefined) return undefined;
  for (const { start, end } of tagged.slice(0, 3)) {
    const line = /^[^–—]{3,60}? ?(?:--|[–—]|-(?= ))/u.exec(text.slice(start, Math.min(end, start + 80)))?.[0];
    if (line === undefined || !/^\p{Lu}[\p{Lu}\p{M} .'’-]{2,}/u.test(line)) continue;
    for (const { expression, groups } of expressionsIn(line)) {
      const { edtf } = expression.resolve(groups, {
        base,
        leaning: undefined,
        anchor: undefined,
        isNarrated: false,
        begun: undefined,
      });
      if (/^\d{4}-\d\d-\d\d$/.test(edtf) && addDays(edtf, 7) >= base && addDays(edtf, -7) <= base) return [edtf];
    }
  }
  return undefined;
}

/** Of two days of writing one answer, or the time between both. */
function merged(answers: readonly Resolved[]): Resolved {
  const [first, last] = [answers[0]!, answers.at(-1)!];
  if (first.edtf === last.edtf || first.edtf === '' || last.edtf === '') return last;
  return /^\d{4}-\d\d-\d\d$/.test(first.edtf) && first.edtf < last.edtf && last.edtf.length === 10
    ? { ...last, edtf: `${first.edtf}/${last.edtf}` }
    : last;
}

/** `since next week`: an interval that would end before it begins is where it begins. */
function readable(resolved: Resolved): Resolved {
  if (resolved.edtf === '' || typeof readWhen(resolved.edtf) !== 'string') return resolved;
  const edtf = resolved.edtf.split('/')[0]!;
  return typeof readWhen(edtf) === 'string' ? VAGUE : { ...resolved, edtf };
}

/** Leftmost first, of those the longest; none overlaps another. */
function expressionsIn(words: string): Found[] {
  const all: Found[] = [];
  for (const expression of EXPRESSIONS)
    for (const groups of words.matchAll(expression.pattern))
      all.push({ expression, groups, start: groups.index, end: groups.index + groups[0].length });
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Found[] = [];
  let free = 0;
  for (const found of all) {
    if (found.start < free) continue;
    kept.push(found);
    free = found.end;
  }
  return kept;
}
