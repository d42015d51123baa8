/**
 * Numbers with what they count: `2,300 dockers`, `fifty-two prisoners`, `400 cubic metres a second`, `a 30-day ceasefire`,
 * `a ceasefire of 60 days`, `$750 billion`. In figures or in words up to ninety-nine, with hundred to trillion. Numbers without
 * a noun (`the 2,600 who walked out`) are taken with the verb. Ordinals, dates, clock times and shares (`two thirds`) are not.
 */
import type { Span } from '../../evidence/span.ts';
import { folded, thing } from './terms.ts';

export interface Quantity extends Span {
  readonly value: number;
  /** What is counted, reduced: `docker`, `cubic metre a second`; a unit alone is `day`. */
  readonly unit: string;
  /** Of `30-day ceasefire`: `ceasefire`. */
  readonly of?: string;
  /** `about`, `at least`: near values agree. */
  readonly isRough: boolean;
  /** `a further nineteen`, `of them eight`: a part, or one more. */
  readonly isPart: boolean;
  /** `the nineteen paintings`, `all 640 drivers`: how many there are. */
  readonly isWhole: boolean;
}

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALE: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const ONE = ONES.join('|');
export const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|(?:${TENS.join('|')})(?:-(?:${ONES.slice(0, 9).join('|')}))?|${ONE}`;
const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:/-])([$€£])?(${NUMBER})(?:[ -](${Object.keys(SCALE).join('|')}))?(?![\p{N}:/]|[.,]\d|\p{L})`,
  'giu',
);
const TIME_UNITS = /^(second|minute|hour|day|week|month|year|decade)s?$/;
const LENGTH_UNITS =
  /^(mile|kilomet(?:re|er)|met(?:re|er)|feet|foot|ton|tonne|acre|hectare|page|point|seat|member|man|nation|party)s?$/;
const NOT_COUNTED =
  /^(of|in|on|at|to|from|for|by|with|and|or|but|as|than|per|a|an|the|who|which|that|is|are|was|were|had|has|have|will|would|times?|ways?|things?|sides?|others?|more|percent|per|thirds?|quarters?|fifths?|tenths?|halves|capitals?|countries|parties|o|am|pm|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const UNCHANGED = /^(?:wounded|injured|dead|missing|personnel|staff|police|aircraft|sheep|cattle|crew|fishermen)$/;
const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'people',
  women: 'people',
  people: 'people',
  persons: 'people',
  children: 'child',
  troops: 'soldier',
  soldiers: 'soldier',
};
const ROUGH =
  /\b(about|some|around|nearly|almost|over|more than|at least|up to|roughly|approximately|under|fewer than|less than|close to)\s+(?:the )?$/i;
const PART =
  /\b(further|another|additional|extra|remaining|other|of them|among them|the first|the last|the next|each|every|more|including|them)\s+$/i;
const WHOLE = /\b(?:the|all|all of the|those|these|its|their|his|her|total of|in all)\s+$/i;
const MONEY_SIGNS: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound' };

export function quantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const value = valueOf(match[2]!) * (SCALE[match[3]?.toLowerCase() ?? ''] ?? 1);
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    const end = match.index + match[0].length;
    const sign = match[1];
    const counted: Counted | undefined =
      sign === undefined
        ? (percentAt(text, match.index, end) ?? countedAfter(text, end))
        : { unit: MONEY_SIGNS[sign]!, end };
    if (counted === undefined || Number.isNaN(value)) continue;
    const of = counted.of ?? (counted.unit === PERCENT ? undefined : durationOf(before));
    found.push({
      start: match.index,
      end: counted.end,
      ...inDays(value, counted.unit, of),
      ...(of === undefined || of === '' ? {} : { of }),
      isRough: ROUGH.test(before),
      isPart:
        PART.test(before) || /^ of (?:them|these|those|whom|which)\b/.test(text.slice(counted.end, counted.end + 10)),
      isWhole: WHOLE.test(before),
    });
  }
  return found;
}

const DAYS: Readonly<Record<string, number>> = { week: 7, month: 30 };

/** A truce of two weeks and one of ten days are told in one unit. */
function inDays(value: number, unit: string, of: string | undefined): { value: number; unit: string } {
  const days = of === 'ceasefire' ? DAYS[unit] : undefined;
  return days === undefined ? { value, unit } : { value: value * days, unit: 'day' };
}

export const PERCENT = 'per cent';
const PERCENT_AFTER = /^(?: ?%| per ?cent\b| percent\b)/i;
const IN_BETWEEN =
  /^(?:of|by|to|at|above|below|over|under|about|around|some|up|than|more|less|least|a|the|from|only|just|nearly|almost)$/i;

/** `7 per cent rise`, `18 percent of world supply`, `a cut of up to 20 per cent`: with what it is of, where that is told. */
function percentAt(text: string, start: number, at: number): Counted | undefined {
  const sign = PERCENT_AFTER.exec(text.slice(at, at + 12))?.[0];
  if (sign === undefined) return undefined;
  const end = at + sign.length;
  const rest = text.slice(end, end + 60);
  const share = /^ of (?:(?:all|the|its|their|his|her) )*((?:[\p{Ll}-]+ ?){1,3})/u.exec(rest)?.[1];
  const noun =
    share?.trim().split(' ').at(-1) ??
    /^ ([\p{Ll}-]{3,})/u.exec(rest)?.[1] ??
    text
      .slice(Math.max(0, start - 40), start)
      .trim()
      .split(/\s+/)
      .findLast((word) => !IN_BETWEEN.test(word));
  if (noun === undefined || !/^[\p{Ll}-]{3,}$/u.test(noun) || NOT_COUNTED.test(noun)) return { unit: PERCENT, end };
  return { unit: PERCENT, of: nounOf(noun), end };
}

/** `a ceasefire of 60 days`, `a truce for 30 days`. */
function durationOf(before: string): string | undefined {
  const noun =
    /\b(ceasefire|cease-fire|truce|moratorium|suspension|pause|extension|transition|halt|freeze) (?:of|for|lasting|that lasts)(?: (?:about|at least|up to))? $/i.exec(
      before,
    )?.[1];
  return noun === undefined ? undefined : nounOf(noun);
}

interface Counted {
  readonly unit: string;
  readonly of?: string;
  readonly end: number;
}

function countedAfter(text: string, at: number): Counted | undefined {
  const rest = text.slice(at, at + 60);
  const compound =
    /^[- ](second|minute|hour|day|week|month|year|mile|kilometre|kilometer|metre|meter|ton|tonne|page|point|seat|member|man)(?:-long)?,? ((?:[\p{Ll}-]+ ){0,2}?)([\p{Ll}-]{3,})/u.exec(
      rest,
    );
  if (
    compound !== null &&
    !/^(had|has|have|was|were|is|are|he|she|it|they|who|which|that|and|or|after|before|ago|later|in|on|of|for|from|to|the)$/.test(
      compound[3]!,
    )
  ) {
    const noun =
      /^(?:full|unconditional|immediate|complete|total|humanitarian|partial|proposed|temporary|long|lasting|front|new|renewable)$/.test(
        compound[3]!,
      )
        ? (/^ ([\p{Ll}-]+)/u.exec(rest.slice(compound[0].length))?.[1] ?? compound[3]!)
        : compound[3]!;
    return { unit: compound[1]!, of: nounOf(noun), end: at + compound[0].length };
  }
  const words = /^(?: [\p{Ll}][\p{L}’'-]*){1,4}/u.exec(rest)?.[0].slice(1).split(' ') ?? [];
  const who = /^ who (?:\w+ed|had \w+|struck|left|crossed)\b/.exec(rest);
  if (who !== null) return { unit: 'people', end: at + who[0].length };
  let end = at;
  const kept: string[] = [];
  for (const word of words) {
    const plain = folded(word);
    if (NOT_COUNTED.test(plain)) {
      return undefined;
    }
    kept.push(plain);
    end += 1 + word.length;
    if (plain in IRREGULAR || /[^su]s$/.test(plain) || TIME_UNITS.test(plain) || UNCHANGED.test(plain)) {
      const head = IRREGULAR[plain] ?? thing(plain);
      const rate = /^ (?:a|per|an) (second|minute|hour|day|week|month|year|kilo|barrel|head)\b/.exec(
        text.slice(end, end + 16),
      );
      const isUnit = LENGTH_UNITS.test(plain);
      const unit = [...(isUnit ? kept.slice(0, -1).slice(-1) : []), head].join(' ');
      return { unit: unit + (rate ? ` a ${rate[1]}` : ''), end: end + (rate?.[0].length ?? 0) };
    }
  }
  return undefined;
}

const PEOPLE =
  /^(people|delegat|observer|monitor|prison|hostag|docker|striker|worker|soldier|troop|peacekeeper|engineer|expert|diplomat|official|minister|negotiator|captive|detainee|refugee|fighter|rebel|guerrilla|civilian|passenger|victim|lawmaker|deputy|envoy|participant|nurse|miner|teacher|farmer|police|officer|journalist|witness|marcher|protester|demonstrator|driver|employee|member|voter|wound|dead|injur|child|family|fisherm|sailor|pilot|student|nurse|doctor|inspector|inmate|woman|man)/;

export const isPeople = (unit: string): boolean => PEOPLE.test(unit);

export const isDuration = (unit: string): boolean =>
  TIME_UNITS.test(unit) || /^(second|minut|hour|day|week|month|year|decad)$/.test(unit);

/** One word for a ceasefire, whoever writes. */
export const nounOf = (noun: string): string => thing(noun).replace(/^cease-?fir$/, 'ceasefire');

export function valueOf(words: string): number {
  if (/^\d/.test(words)) return Number(words.replaceAll(',', ''));
  const [first, second] = words.toLowerCase().split('-');
  const tens = TENS.indexOf(first!);
  if (tens < 0) return ONES.indexOf(first!) + 1;
  return (tens + 2) * 10 + (second === undefined ? 0 : ONES.indexOf(second) + 1);
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
export const ORDINAL = `${ORDINALS.join('|')}|\\d{1,4}(?:st|nd|rd|th)`;

export function ordinalValue(words: string): number {
  const plain = words.toLowerCase();
  return /^\d/.test(plain) ? Number.parseInt(plain, 10) : ORDINALS.indexOf(plain) + 1;
}
