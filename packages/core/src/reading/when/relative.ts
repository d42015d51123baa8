/** Dates that count from the day of writing, or from the date before them in the text. */
import type { Day } from '../../case/index.ts';
import { add, addDays, addMonths, monthOf, parts, weekdayOf, weekOf, yearOf, type Unit } from './calendar.ts';
import {
  NUMBER,
  numberOf,
  ORDINAL,
  ordinalNumber,
  PART_OF_DAY,
  SOME,
  UNIT,
  WEEKDAY,
  weekdayNumber,
} from './date-words.ts';
import { at, between, UNANCHORED, UNDATED, VAGUE, words, type Expression, type Resolved } from './expression.ts';
import type { Leaning } from './leaning.ts';
import { countYear } from './nth-year.ts';

const ON = '(?:(?:[Oo]n|[Bb]y|[Ss]ince|[Oo]ver) )?';

/** The weekday on the side that the verb tells; the day of writing itself counts as both. */
function weekday(wanted: number, base: Day, leaning: Leaning | undefined): Day {
  const back = (weekdayOf(base) - wanted + 7) % 7;
  return leaning === 'future' ? addDays(base, (7 - back) % 7) : addDays(base, -back);
}

const plainWeekday: Expression = {
  rule: 'date-weekday',
  pattern: words(`(?:[Ll]ate |[Ee]arly )?${ON}(?:[Ll]ate |[Ee]arly )?(${WEEKDAY})${PART_OF_DAY}`),
  resolve({ 0: text, 1: name }, { base, leaning }) {
    if (base === undefined) return UNDATED;
    const isSince = /^since /i.test(text);
    const day = weekday(weekdayNumber(name!), base, isSince ? 'past' : leaning);
    return isSince ? between(day, base) : at(day);
  },
};

const lastWeekday: Expression = {
  rule: 'date-weekday',
  pattern: words(
    `${ON}(?:(?:([Ll]ast|[Nn]ext|[Tt]his|[Tt]his coming|[Tt]he coming|[Tt]his past|[Tt]he previous|[Tt]he following) (${WEEKDAY})${PART_OF_DAY}(?: week)?)|(${WEEKDAY}) (week|of last week|of this week|of next week|last|next))`,
  ),
  resolve({ 1: which, 2: first, 3: other, 4: after }, { base, leaning, anchor }) {
    const wanted = weekdayNumber((first ?? other)!);
    const how = (which ?? after)!.toLowerCase();
    if (/previous|following/.test(how)) {
      if (anchor === undefined) return UNANCHORED;
      const day = how.endsWith('following')
        ? weekday(wanted, addDays(anchor.last, 1), 'future')
        : weekday(wanted, addDays(anchor.first, -1), 'past');
      return at(day);
    }
    if (base === undefined) return UNDATED;
    if (how.startsWith('of ')) {
      const shift = how.includes('last') ? -1 : how.includes('next') ? 1 : 0;
      return at(addDays(weekOf(base, shift).first, wanted - 1));
    }
    if (how === 'week') return at(addDays(weekday(wanted, addDays(base, 1), 'future'), 7));
    if (/last|past/.test(how)) return at(weekday(wanted, addDays(base, -1), 'past'));
    if (/next/.test(how)) return at(weekday(wanted, addDays(base, 1), 'future'));
    return at(weekday(wanted, base, leaning === 'past' ? 'past' : 'future'));
  },
};

const weekdays: Expression = {
  rule: 'date-weekday',
  pattern: words(`${ON}(?:([Ll]ast|[Nn]ext|[Tt]his) )?(${WEEKDAY})(?: and | or | to | through |[–-])(${WEEKDAY})`),
  resolve({ 1: which, 2: first, 3: last }, { base, leaning }) {
    if (base === undefined) return UNDATED;
    const until = weekday(
      weekdayNumber(last!),
      base,
      /last/i.test(which ?? '') ? 'past' : /next|this/i.test(which ?? '') ? 'future' : leaning,
    );
    return between(weekday(weekdayNumber(first!), until, 'past'), until);
  },
};

const TIME_BEFORE =
  '(?:(?:(?:[Ss]hortly|[Jj]ust) )?(?:[Bb]efore|[Aa]fter|[Aa]t) (?:dawn|noon|midnight|midday|dusk|daybreak|sunrise|sunset|lunch) )?';
const today: Expression = {
  rule: 'date-today',
  pattern: words(
    `(?:${TIME_BEFORE}|(?:[Ll]ate|[Ee]arly|[Ee]arlier|[Ll]ater) |[Ss]ince |[Bb]y )([Tt]oday|[Tt]onight|[Tt]omorrow|[Yy]esterday|[Ll]ast night|[Tt]his (?:morning|afternoon|evening)|[Tt]he day (?:before yesterday|after tomorrow))${PART_OF_DAY}`,
  ),
  resolve({ 0: text, 1: word }, { base }) {
    if (base === undefined) return UNDATED;
    const how = word!.toLowerCase();
    const shift = how.startsWith('the day before')
      ? -2
      : how.startsWith('the day after')
        ? 2
        : how === 'tomorrow'
          ? 1
          : how === 'yesterday' || how === 'last night'
            ? -1
            : 0;
    const day = addDays(base, shift);
    return /^since /i.test(text) ? between(day, base) : at(day);
  },
};

const WHOLE = 'week|weekend|month|year|quarter|decade|century';
const thisUnit: Expression = {
  rule: 'date-around-today',
  pattern: words(
    `(?:(?:[Oo]ver|[Ii]n|[Bb]y|[Aa]t|[Dd]uring|[Ss]ince|[Ww]ithin) )?(?:(?:the )?(end|beginning|start|middle) of |([Ee]arl(?:y|ier)|[Ll]ate|[Ll]ater) )?(?:([Tt]his|[Ll]ast|[Nn]ext|[Tt]he past|[Tt]he last|[Tt]he coming|[Tt]he next|[Tt]his past|[Tt]his coming|[Tt]he current) (${WHOLE})|(?<=[Ee]arlier |[Ll]ater )in the (week|month|year))`,
  ),
  resolve({ 0: text, 1: part, 2: side, 3: which, 4: unit, 5: bare }, { base }) {
    if (base === undefined) return UNDATED;
    const how = (which ?? 'this').toLowerCase();
    const shift = how.startsWith('last') ? -1 : how.startsWith('next') ? 1 : 0;
    if (/^the (?:past|last)|^this past/.test(how)) return running(unit!, base, -1);
    if (/^the (?:coming|next)|^this coming/.test(how) && unit !== 'weekend') return running(unit!, base, 1);
    const whole = wholeOf((unit ?? bare)!, base, shift);
    if (whole === undefined) return VAGUE;
    const { first, last, edtf } = whole;
    const [a, z] = [first, last];
    if (part === 'end') return at(/week/.test(unit!) ? z : z);
    if (part === 'beginning' || part === 'start') return at(unit === 'year' ? `${a.slice(0, 7)}~` : a);
    if (part === 'middle') return at(unit === 'year' ? `${a.slice(0, 4)}-06~` : edtf);
    if (side !== undefined && shift === 0 && /^earlier/i.test(side) && a < base) return between(a, base);
    if (side !== undefined && shift === 0 && /^later/i.test(side) && base < z) return between(base, z);
    if (side !== undefined && unit === 'year')
      return /^early/i.test(side)
        ? at(`${a.slice(0, 4)}-01/${a.slice(0, 4)}-03~`)
        : /^late$/i.test(side)
          ? at(`${a.slice(0, 4)}-10/${a.slice(0, 4)}-12~`)
          : at(edtf);
    if (side !== undefined) return at(unit === 'month' ? `${edtf}~` : edtf);
    return /^since /i.test(text) ? between(a, base) : at(edtf);
  },
};

/** `the past week`: up to the day of writing; `the coming week`: from it. */
function running(unit: string, base: Day, side: -1 | 1): Resolved {
  if (unit === 'weekend' || unit === 'quarter' || unit === 'century') return VAGUE;
  const other = unit === 'decade' ? addMonths(base, 120 * side) : add(base, side, unit as Unit);
  return side < 0 ? between(other, base) : between(base, other);
}

function wholeOf(unit: string, base: Day, shift: number): { first: Day; last: Day; edtf: string } | undefined {
  const { year, month } = parts(base);
  if (unit === 'week') {
    const { first, last } = weekOf(base, shift);
    return { first, last, edtf: `${first}/${last}` };
  }
  if (unit === 'weekend') {
    const saturday = addDays(weekOf(base, shift).first, 5);
    return { first: saturday, last: addDays(saturday, 1), edtf: `${saturday}/${addDays(saturday, 1)}` };
  }
  if (unit === 'month') {
    const first = addMonths(`${base.slice(0, 7)}-01`, shift);
    return { first, last: addDays(addMonths(first, 1), -1), edtf: first.slice(0, 7) };
  }
  if (unit === 'year') {
    const y = yearOf(year + shift);
    return { first: `${y}-01-01`, last: `${y}-12-31`, edtf: y };
  }
  if (unit === 'quarter') {
    const first = addMonths(`${monthOf(year, month - ((month - 1) % 3))}-01`, 3 * shift);
    const last = addDays(addMonths(first, 3), -1);
    return { first, last, edtf: `${first.slice(0, 7)}/${last.slice(0, 7)}` };
  }
  if (unit === 'decade') {
    const y = yearOf(year + 10 * shift).slice(0, 3);
    return { first: `${y}0-01-01`, last: `${y}9-12-31`, edtf: `${y}X` };
  }
  return undefined;
}

/** n units from a day: exact for days, a month for months, else about that year. Weeks are told in whole ones. */
function shifted(day: Day, n: number, unit: Unit, isAbout: boolean): Resolved {
  const to = add(day, n, unit);
  if (unit === 'day') return at(to + (isAbout ? '~' : ''));
  if (unit === 'week') return at(to + (isAbout || Math.abs(n) > 3 ? '~' : ''));
  return at(`${unit === 'month' ? to.slice(0, 7) : to.slice(0, 4)}~`);
}

/** Number and unit, in the units that can be counted in. */
function counted(number: string, unit: string): { n: number; unit: Unit } | undefined {
  const n = numberOf(number);
  if (n === undefined) return undefined;
  const one = unit.replace(/s$/, '');
  if (one === 'fortnight') return { n: 2 * n, unit: 'week' };
  if (one === 'decade') return { n: 10 * n, unit: 'year' };
  if (one === 'half-century') return { n: 50 * n, unit: 'year' };
  if (one.startsWith('centur')) return { n: 100 * n, unit: 'year' };
  return { n, unit: one as Unit };
}

/** Beyond this nobody counts, and the calendar ends. */
const isFar = ({ n, unit }: { n: number; unit: Unit }): boolean => unit === 'year' && n > 300;

const ago: Expression = {
  rule: 'date-around-today',
  pattern: words(
    `(?:(?:[Aa]bout|[Aa]lmost|[Nn]early|[Ss]ome|[Mm]ore than|[Oo]ver|[Jj]ust|[Oo]nly|[Bb]arely|[Aa]round) )?(?:(${NUMBER})|${SOME}) (${UNIT}) ago(?: (today|tomorrow|yesterday|this (?:week|month)))?`,
  ),
  resolve({ 0: text, 1: number, 2: unit, 3: exactly }, { base }) {
    if (base === undefined) return UNDATED;
    if (number === undefined) return VAGUE;
    const count = counted(number, unit!);
    if (count === undefined || isFar(count)) return VAGUE;
    if (exactly !== undefined && !exactly.startsWith('this')) {
      const day = addDays(base, exactly === 'tomorrow' ? 1 : exactly === 'yesterday' ? -1 : 0);
      return at(add(day, -count.n, count.unit));
    }
    return shifted(base, -count.n, count.unit, /^(?:about|almost|nearly|some|more|over|around)/i.test(text));
  },
};

const ahead: Expression = {
  rule: 'date-around-today',
  pattern: words(
    `(?:[Ii]n (?:about |some )?(${NUMBER}) (${UNIT})['’]s?(?: |s )time|[Ii]n (${NUMBER}) (${UNIT})['’] time|(${NUMBER}) (${UNIT}) from (?:now|today))`,
  ),
  resolve({ 1: a, 2: b, 3: c, 4: d, 5: e, 6: f }, { base }) {
    if (base === undefined) return UNDATED;
    const count = counted((a ?? c ?? e)!, (b ?? d ?? f)!);
    return count === undefined || isFar(count) ? VAGUE : shifted(base, count.n, count.unit, false);
  },
};

const within: Expression = {
  rule: 'date-around-today',
  pattern: words(`[Ww]ithin (?:the next )?(${NUMBER}) (days?|weeks?)`),
  resolve({ 1: number, 2: unit }, { base, leaning, anchor }) {
    if (leaning === 'past') return anchor === undefined ? UNANCHORED : VAGUE;
    if (base === undefined) return UNDATED;
    const count = counted(number!, unit!);
    return count === undefined ? VAGUE : at(add(base, count.n, count.unit));
  },
};

const later: Expression = {
  rule: 'date-from-another',
  pattern: words(
    `(?:(?:[Oo]nly|[Jj]ust|[Aa]bout|[Ss]ome|[Ll]ess than) )?(?:(${NUMBER})|${SOME}) (${UNIT}) (later|earlier|afterwards|after that|before that|beforehand|previously)`,
  ),
  resolve({ 1: number, 2: unit, 3: side }, { anchor, base, leaning }) {
    // `Thirty years later the quarrel is not settled`: now
    if (anchor === undefined && leaning === 'future' && /year|decade/.test(unit!) && base !== undefined)
      return at(base);
    if (anchor === undefined) return UNANCHORED;
    const isBack = /earlier|before|previously/.test(side!);
    if (number === undefined) return unit!.startsWith('day') ? at(anchor.first.slice(0, 7)) : VAGUE;
    const count = counted(number, unit!);
    if (count === undefined || isFar(count)) return VAGUE;
    const day = isBack ? anchor.first : anchor.last;
    const isExact = anchor.first === anchor.last;
    const n = isBack ? -count.n : count.n;
    if (count.unit === 'day' || count.unit === 'week')
      return isExact ? shifted(day, n, count.unit, false) : at(`${add(day, n, count.unit).slice(0, 7)}~`);
    return shifted(anchor.first, n, count.unit, false);
  },
};

const that: Expression = {
  rule: 'date-from-another',
  pattern: words(
    `(?:(?:[Oo]n|[Ii]n|[Bb]y|[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly|[Dd]uring|[Aa]t|[Tt]he end of|[Bb]efore) )?(?:[Tt]hat (same )?(?:${WEEKDAY}|day|night|evening|morning|afternoon|week|month|year|spring|summer|autumn|winter)|[Tt]he same (?:day|night|evening|morning|afternoon|week|month|year|${WEEKDAY})|[Tt]he (?:next|following|previous) (?:day|night|morning|evening|week|month|year)|[Tt]he day (?:before|after)(?= ?[,.;]|$))`,
  ),
  resolve({ 0: text }, { anchor }) {
    if (anchor === undefined) return UNANCHORED;
    const how = text.toLowerCase();
    const shift = /\b(?:next|following|after)\b/.test(how)
      ? 1
      : /\b(?:previous|before)$/.test(how) || /\bprevious\b/.test(how)
        ? -1
        : 0;
    const from = shift < 0 ? anchor.first : anchor.last;
    if (/year/.test(how)) return at(yearOf(parts(anchor.first).year + shift));
    if (/month/.test(how)) return at(addMonths(`${from.slice(0, 7)}-01`, shift).slice(0, 7));
    const name = new RegExp(WEEKDAY, 'u').exec(text)?.[0];
    const isOneDay = anchor.first === anchor.last;
    if (/week/.test(how)) {
      const { first, last } = weekOf(from, shift);
      return between(first, last);
    }
    if (/spring|summer|autumn|winter/.test(how)) return VAGUE;
    if (!isOneDay) return VAGUE;
    if (name === undefined) return at(addDays(from, shift));
    const near = weekday(weekdayNumber(name), addDays(from, 3), 'past');
    return at(near);
  },
};

const beforeIt: Expression = {
  rule: 'date-from-another',
  pattern: words(
    `(?:[Oo]nly )?(?:(${NUMBER})) (days?|weeks?) (before|after|ahead of) the (?:\\p{Ll}[\\p{L}-]* ){0,2}?(?:summit|talks|meeting|vote|election|elections|signing|conference|deadline|referendum|ceremony|truce|ceasefire|strike|round|agreement|deal)`,
  ),
  resolve({ 1: number, 2: unit, 3: side }, { anchor }) {
    const count = counted(number!, unit!);
    if (anchor === undefined || count === undefined) return UNANCHORED;
    return anchor.first === anchor.last
      ? shifted(anchor.first, side === 'after' ? count.n : -count.n, count.unit, false)
      : VAGUE;
  },
};

const nth: Expression = {
  rule: 'date-nth-year',
  pattern: words(
    `(?:(?:[Nn]ow |[Aa]lready )?(?:in|[Ii]n|entering|[Ee]ntering|entered|into|enters|enter|well into|now) )(?:its|their|his|her|the war['’]s|the conflict['’]s) (${ORDINAL}) year`,
  ),
  resolve({ 0: text, 1: ordinal }, { base, begun }) {
    return countYear(ordinalNumber(ordinal!), /\benter/i.test(text), begun, base);
  },
  isAnchor: false,
};

export const RELATIVE: readonly Expression[] = [
  plainWeekday, lastWeekday, weekdays, today, thisUnit, ago, ahead, within, later, that, beforeIt, nth,
]; // prettier-ignore
