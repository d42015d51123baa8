/** Dates that name a day, month, season, year or decade, with or without their year. */
import type { Day } from '../../case/index.ts';
import { addDays, addMonths, dayOf, daysBetween, lengthOf, monthOf, parts, weekdayOf, yearOf } from './calendar.ts';
import {
  CLEAR_MONTH, DATE_OF_MONTH, MONTH, monthNumber, ORDINAL, ordinalNumber, SEASON, SEASONS, TO, WEEKDAY, weekdayNumber, YEAR,
} from './date-words.ts'; // prettier-ignore
import {
  at,
  between,
  NO_SUCH_DAY,
  UNANCHORED,
  UNDATED,
  words,
  type Bearing,
  type Expression,
  type Resolved,
} from './expression.ts';

const ON = '(?:[Oo]n |[Bb]y |[Ii]n )?';
const TOP = '(?:(?:[Oo]n|[Ii]n|[Bb]y|[Aa]t|[Dd]uring|[Ss]ince|[Oo]ver|[Tt]hroughout) )?';
const PART =
  '(?:early|late|mid|[Ee]arly|[Ll]ate|[Mm]id|the (?:early|late)|(?:the )?(?:very )?(?:beginning|start|middle|end|first half|second half|close|turn|first days|last days) of)';
const YEAR_AFTER = `(?:(?:,? (?:of )?)(${YEAR})| of (last year|this year|next year|that year|the same year|the following year))?`;

const hasSince = (text: string): boolean => /^since /i.test(text);

/** `since 2029`: until the day of writing. */
function since(text: string, resolved: Resolved, base: Day | undefined): Resolved {
  if (!hasSince(text) || resolved.edtf === '' || resolved.edtf.includes('/')) return resolved;
  return { ...resolved, edtf: `${resolved.edtf.replace(/~$/, '')}/${base ?? '..'}` };
}

/** Days of a month, of a year that is given, or of the nearest on the side that the verb tells. */
function daysOf(month: number, first: number, last: number, year: number | Resolved): Resolved {
  if (typeof year !== 'number') return year;
  if (last > lengthOf(year, month) || first < 1 || last < first) return NO_SUCH_DAY;
  return between(dayOf(year, month, first), dayOf(year, month, last));
}

/** The year of a month, or of a day in it, where it stands alone. */
function yearNear(month: number, date: number | undefined, bearing: Bearing): number | Resolved {
  const { base, leaning, anchor, isNarrated } = bearing;
  const on = (year: number): Day => dayOf(year, month, Math.min(date ?? 15, lengthOf(year, month)));
  const nearest = (day: Day): number => {
    const { year } = parts(day);
    const far = (y: number): number => Math.abs(daysBetween(on(y), day));
    return [year, year - 1, year + 1].reduce((best, y) => (far(y) < far(best) ? y : best));
  };
  if (isNarrated && anchor !== undefined) {
    // “Last year's round … in November”: of that year
    const [first, last] = [parts(anchor.first), parts(anchor.last)];
    const isWholeYear = first.year === last.year && first.month === 1 && last.month === 12;
    return isWholeYear ? first.year : nearest(anchor.first);
  }
  if (base === undefined) return anchor === undefined ? UNDATED : nearest(anchor.first);
  const now = parts(base);
  if (date === undefined) {
    if (leaning === 'past') return month <= now.month ? now.year : now.year - 1;
    if (leaning === 'future') return month >= now.month ? now.year : now.year + 1;
    return nearest(base);
  }
  // A day that is about to come is hardly that of a year ago, whatever the verb seems to say.
  if (leaning === 'past') return on(now.year) <= addDays(base, 60) ? now.year : now.year - 1;
  // A day that has only just passed is hardly that of the next year.
  if (leaning === 'future') return on(now.year) >= addDays(base, -60) ? now.year : now.year + 1;
  return nearest(base);
}

function yearOfWords(
  year: string | undefined,
  relative: string | undefined,
  month: number,
  date: number | undefined,
  bearing: Bearing,
): number | Resolved {
  if (year !== undefined) return Number(year);
  if (relative === undefined) return yearNear(month, date, bearing);
  if (/that|same|following/.test(relative)) {
    if (bearing.anchor === undefined) return UNANCHORED;
    return parts(bearing.anchor.first).year + (relative.includes('following') ? 1 : 0);
  }
  if (bearing.base === undefined) return UNDATED;
  return parts(bearing.base).year + (relative.startsWith('last') ? -1 : relative.startsWith('next') ? 1 : 0);
}

/** `early`, `the end of` and the like, of a month. */
function partOfMonth(part: string | undefined, year: number, month: number): Resolved {
  if (part !== undefined && /\b(?:end|close|last days)\b/.test(part))
    return at(`${dayOf(year, month, lengthOf(year, month))}~`);
  return at(monthOf(year, month) + (part === undefined ? '' : '~'));
}

function partOfYear(part: string | undefined, year: number): Resolved {
  const y = yearOf(year);
  if (part === undefined) return at(y);
  if (/\b(?:end|close)\b/.test(part)) return at(`${y}-12-31`);
  if (/middle|[Mm]id/.test(part)) return at(`${y}-06~`);
  if (/first half/.test(part)) return at(`${y}-01/${y}-06`);
  if (/second half/.test(part)) return at(`${y}-07/${y}-12`);
  if (/[Ll]ate/.test(part)) return at(`${y}-10/${y}-12~`);
  if (/[Ee]arly/.test(part)) return at(`${y}-01/${y}-03~`);
  return at(`${y}-01~`);
}

function season(part: string | undefined, name: string, year: number): Resolved {
  const [first, last] = SEASONS[name.toLowerCase()]!;
  const day = dayOf(year, first, 1);
  const [from, to] =
    part === undefined
      ? [0, last - first]
      : /[Ee]arly|beginning|start/.test(part)
        ? [0, 0]
        : /[Mm]id|middle/.test(part)
          ? [1, 1]
          : [2, 2];
  return between(addMonths(day, from).slice(0, 7), addMonths(day, to).slice(0, 7));
}

const dayFirst: Expression = {
  rule: 'date-with-year',
  pattern: words(
    `(?:${ON}|[Ss]ince )(?:${WEEKDAY},? )?(?:the )?(${DATE_OF_MONTH})(?:${TO}(?:the )?(${DATE_OF_MONTH}))?(?: of)? (${MONTH})${YEAR_AFTER}`,
  ),
  resolve({ 0: text, 1: first, 2: last, 3: name, 4: year, 5: relative }, bearing) {
    const [month, from] = [monthNumber(name!), Number.parseInt(first!, 10)];
    const until = last === undefined ? from : Number.parseInt(last, 10);
    return since(text, daysOf(month, from, until, yearOfWords(year, relative, month, from, bearing)), bearing.base);
  },
};

const ordinalDay: Expression = {
  rule: 'date-with-year',
  pattern: words(`${ON}the (${ORDINAL}) of (${MONTH})${YEAR_AFTER}`),
  resolve({ 1: first, 2: name, 3: year, 4: relative }, bearing) {
    const [month, date] = [monthNumber(name!), ordinalNumber(first!)];
    return daysOf(month, date, date, yearOfWords(year, relative, month, date, bearing));
  },
};

const monthFirst: Expression = {
  rule: 'date-with-year',
  pattern: words(
    `(?:${ON}|[Ss]ince )(?:${WEEKDAY},? )?(${MONTH}) (${DATE_OF_MONTH})(?:${TO}(${DATE_OF_MONTH}))?(?:,? (${YEAR}))?`,
  ),
  resolve({ 0: text, 1: name, 2: first, 3: last, 4: year }, bearing) {
    const [month, from] = [monthNumber(name!), Number.parseInt(first!, 10)];
    const until = last === undefined ? from : Number.parseInt(last, 10);
    return since(text, daysOf(month, from, until, yearOfWords(year, undefined, month, from, bearing)), bearing.base);
  },
};

const acrossMonths: Expression = {
  rule: 'date-with-year',
  pattern: words(
    `${ON}(?:${DATE_OF_MONTH}) (?:${MONTH})(?: ${YEAR})?(?: ?[–—-] ?| to )(?:${DATE_OF_MONTH}) (?:${MONTH})(?: ${YEAR})?`,
  ),
  resolve({ 0: text }, bearing) {
    const sides = [...text.matchAll(new RegExp(`(\\d{1,2})\\S* (${MONTH})(?: (${YEAR}))?`, 'gu'))];
    const lastYear = sides[1]?.[3];
    const [a, b] = sides.map(({ 1: date, 2: name, 3: year }) => {
      const month = monthNumber(name!);
      const of = yearOfWords(year ?? lastYear, undefined, month, Number(date), bearing);
      return daysOf(month, Number(date), Number(date), of);
    });
    if (a === undefined || b === undefined || a.edtf === '' || b.edtf === '') return NO_SUCH_DAY;
    return a.edtf <= b.edtf ? between(a.edtf, b.edtf) : NO_SUCH_DAY;
  },
};

const iso: Expression = {
  rule: 'date-with-year',
  pattern: words(`${ON}((?:1[0-9]|20|21)\\d\\d)-(\\d\\d)-(\\d\\d)`),
  resolve({ 1: year, 2: month, 3: date }) {
    const [m, d] = [Number(month), Number(date)];
    return m < 1 || m > 12 ? NO_SUCH_DAY : daysOf(m, d, d, Number(year));
  },
};

const monthYear: Expression = {
  rule: 'date-with-year',
  pattern: words(
    `${TOP}(?:(${PART})[ -])?(${MONTH})(?:,? (?:of )?(${YEAR})| of (last year|this year|next year|that year|the same year|the following year))`,
  ),
  resolve({ 0: text, 1: part, 2: name, 3: year, 4: relative }, bearing) {
    const month = monthNumber(name!);
    const of = yearOfWords(year, relative, month, undefined, bearing);
    return typeof of === 'number' ? since(text, partOfMonth(part, of, month), bearing.base) : of;
  },
};

/** May and March are words too: they need a word of time before them. */
const bareMonth: Expression = {
  rule: 'date-with-year',
  pattern: words(
    `(?:${TOP}(?:(${PART})[ -])?(${CLEAR_MONTH})|(?:(?:[Ii]n|[Bb]y|[Ss]ince|[Dd]uring|[Uu]ntil|[Ff]rom|as) )(?:(${PART})[ -])?(March|May)|(${PART})[ -](March|May))(?! \\p{Lu}\\p{Ll}|['’]s \\p{Lu})`,
  ),
  resolve({ 0: text, 1: a, 2: b, 3: c, 4: d, 5: e, 6: f }, bearing) {
    const month = monthNumber((b ?? d ?? f)!);
    const isUpTo = /^(?:by|until) /i.test(text);
    const leaning = hasSince(text) ? 'past' : isUpTo ? (bearing.leaning ?? 'future') : bearing.leaning;
    const year = yearNear(month, undefined, { ...bearing, leaning });
    return typeof year === 'number' ? since(text, partOfMonth(a ?? c ?? e, year, month), bearing.base) : year;
  },
};

const lastMonth: Expression = {
  rule: 'date-with-year',
  pattern: words(`(?:(${PART}) )?([Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Tt]his coming|[Tt]hat) (${MONTH})`),
  resolve({ 1: part, 2: which, 3: name }, { base, leaning, anchor }) {
    const month = monthNumber(name!);
    if (/that/i.test(which!))
      return anchor === undefined ? UNANCHORED : partOfMonth(part, parts(anchor.first).year, month);
    if (base === undefined) return UNDATED;
    const now = parts(base);
    const isBack = /last|past/i.test(which!) || (/^this$/i.test(which!) && leaning === 'past');
    const isThis = /^this$/i.test(which!) && month === now.month;
    const year = isThis
      ? now.year
      : isBack
        ? now.year - (month < now.month ? 0 : 1)
        : now.year + (month > now.month ? 0 : 1);
    return partOfMonth(part, year, month);
  },
};

const year: Expression = {
  rule: 'date-year',
  pattern: words(
    `(?:(?:(?:[Ii]n|[Bb]y|[Ss]ince|[Dd]uring|[Tt]hroughout|[Uu]ntil|[Ff]rom|[Aa]fter|[Bb]efore|[Tt]o|[Oo]f|and|or|the|[Aa]t|[Tt]ill|as) )(?:(${PART})[ -])?(${YEAR})|(${PART})[ -](${YEAR}))(?! (?:\\p{L}+ )?(?:people|men|women|soldiers|troops|prisoners|workers|tonnes|tons|kilomet|miles|dollars|euros|jobs|members|homes|families|cubic|metres|votes|years|days|hours)| ?%)`,
  ),
  resolve({ 0: text, 1: a, 2: b, 3: c, 4: d }, { base }) {
    return since(text, partOfYear(a ?? c, Number(b ?? d)), base);
  },
};

const years: Expression = {
  rule: 'date-year',
  pattern: words(`(?:[Bb]etween |[Ff]rom )?(${YEAR})(?: ?[–-] ?| and | to )(${YEAR}|\\d\\d(?![\\d,.:]))`),
  resolve({ 1: first, 2: last }) {
    const until = last!.length === 2 ? first!.slice(0, 2) + last : last!;
    return first! < until ? between(first!, until) : NO_SUCH_DAY;
  },
};

const decade: Expression = {
  rule: 'date-year',
  pattern: words(`${TOP}(?:the )?(?:(early|late|mid|[Ee]arly|[Ll]ate|[Mm]id)[ -])?((?:1[0-9]|20)\\d)0s`),
  resolve({ 1: part, 2: tens }) {
    if (part === undefined) return at(`${tens}X`);
    const [from, to] = /early/i.test(part) ? [0, 3] : /late/i.test(part) ? [7, 9] : [4, 6];
    return at(`${tens}${from}/${tens}${to}~`);
  },
};

const century: Expression = {
  rule: 'date-year',
  pattern: words(`${TOP}the (${ORDINAL}|twenty-first) century`),
  resolve({ 1: which }) {
    const n = which === 'twenty-first' ? 21 : ordinalNumber(which!);
    return at(`${String(n - 1).padStart(2, '0')}XX`);
  },
};

const seasonOf: Expression = {
  rule: 'date-with-year',
  pattern: words(
    `${TOP}(?:(?:(${PART}) )?(?:the )?(?:(early|late|mid)[ -])?(${SEASON})(?:,? (?:of )?(${YEAR})| of (last year|this year|next year|that year))|([Ll]ast|[Nn]ext|[Tt]his) (${SEASON})|(?<=[Ii]n |[Bb]y )(?:the )?(?:(early|late|mid)[ -])?(${SEASON})|the (early|late) (${SEASON}))`,
  ),
  resolve(
    {
      1: part,
      2: half,
      3: named,
      4: given,
      5: relative,
      6: which,
      7: other,
      8: third,
      9: bare,
      10: fourth,
      11: lastOne,
    },
    bearing,
  ) {
    const name = (named ?? other ?? bare ?? lastOne)!;
    const first = SEASONS[name.toLowerCase()]![0];
    if (which === undefined) {
      const of = yearOfWords(given, relative, first, undefined, bearing);
      return typeof of === 'number' ? season(part ?? half ?? third ?? fourth, name, of) : of;
    }
    if (bearing.base === undefined) return UNDATED;
    const now = parts(bearing.base);
    const shift = /last/i.test(which)
      ? first + 2 < now.month
        ? 0
        : -1
      : /next/i.test(which)
        ? first > now.month
          ? 0
          : 1
        : 0;
    return season(undefined, name, now.year + shift);
  },
};

/** `the last Sunday of September`, `the first Monday in May 2031`, `the last day of 1999`. */
const nthWeekday: Expression = {
  rule: 'date-with-year',
  pattern: words(
    `(?:[Aa]t (?:noon|midnight) )?${ON}the (last|${ORDINAL}) (${WEEKDAY}|day) (?:of|in) (?:(${MONTH})${YEAR_AFTER}|(${YEAR}))`,
  ),
  resolve({ 1: nth, 2: which, 3: name, 4: given, 5: relative, 6: whole }, bearing) {
    const isLast = nth === 'last';
    if (whole !== undefined) {
      if (which !== 'day') return NO_SUCH_DAY;
      return isLast ? at(`${whole}-12-31`) : at(addDays(`${whole}-01-01`, ordinalNumber(nth!) - 1));
    }
    const month = monthNumber(name!);
    const of = yearOfWords(given, relative, month, undefined, bearing);
    if (typeof of !== 'number') return of;
    const length = lengthOf(of, month);
    if (which === 'day')
      return daysOf(month, isLast ? length : ordinalNumber(nth!), isLast ? length : ordinalNumber(nth!), of);
    const wanted = weekdayNumber(which!);
    const first = 1 + ((wanted - weekdayOf(dayOf(of, month, 1)) + 7) % 7);
    const date = isLast ? first + 7 * Math.floor((length - first) / 7) : first + 7 * (ordinalNumber(nth!) - 1);
    return daysOf(month, date, date, of);
  },
};

/** `on the 13th`: of the month that the text is in. */
const dayAlone: Expression = {
  rule: 'date-from-another',
  pattern: words(`(?:[Oo]n|[Bb]y|[Uu]ntil) the (\\d{1,2})(?:st|nd|rd|th)(?! (?:of |\\p{L}))`),
  resolve({ 1: digits }, { base, anchor, leaning }) {
    const date = Number(digits);
    if (anchor === undefined && base === undefined) return UNDATED;
    let { year: of, month } = parts(anchor?.first ?? base!);
    if (anchor === undefined && base !== undefined) {
      const day = parts(base).date;
      const shift = leaning === 'past' && date > day ? -1 : leaning === 'future' && date < day ? 1 : 0;
      ({ year: of, month } = parts(addMonths(dayOf(of, month, 1), shift)));
    }
    return daysOf(month, date, date, of);
  },
};

export const ABSOLUTE: readonly Expression[] = [
  iso, acrossMonths, dayFirst, ordinalDay, monthFirst, monthYear, bareMonth, lastMonth, year, years, decade, century, seasonOf,
  nthWeekday, dayAlone,
]; // prettier-ignore
