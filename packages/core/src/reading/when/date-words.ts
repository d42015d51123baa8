/** English words of dates, as parts of regular expressions and as numbers. None of the parts holds a group that captures. */

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']; // prettier-ignore
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth']; // prettier-ignore
const SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']; // prettier-ignore
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)';
/** Names that are no other word: not May and not March. */
export const CLEAR_MONTH =
  '(?:January|February|April|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.)';
export const WEEKDAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
export const SEASON = '(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter)';
export const YEAR = '(?:1[0-9]|20|21)\\d\\d(?![\\d,.]\\d|\\d|-\\d)';
export const DATE_OF_MONTH = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d:]|[.,]\\d)';
export const ORDINAL = `(?:${ORDINALS.join('|')}|\\d{1,2}(?:st|nd|rd|th))`;
export const NUMBER = `(?:[Aa]n?|[Oo]ne|\\d{1,3}|(?:${[...SMALL.slice(2), ...TENS].flatMap((word) => [word, capital(word)]).join('|')})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)`;
export const SOME = '(?:[Aa] few|[Aa] couple of|[Ss]everal|[Ss]ome|[Mm]any)';
export const UNIT = '(?:days?|weeks?|months?|years?|decades?|fortnights?|centur(?:y|ies)|half-century)';
export const PART_OF_DAY = '(?: (?:morning|afternoon|evening|night|noon|midday|lunchtime|midnight|mornings|evenings))?';
export const TO = '(?: ?(?:-|–|—|/) ?| (?:and|to|or|until|through) )';

export function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

export function monthNumber(word: string): number {
  const start = word.toLowerCase().slice(0, 3);
  return MONTHS.findIndex((month) => month.startsWith(start)) + 1;
}

export const weekdayNumber = (word: string): number => WEEKDAYS.indexOf(word.toLowerCase()) + 1;

export function ordinalNumber(word: string): number {
  return /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word.toLowerCase()) + 1;
}

/** `a`, `seven`, `twenty-one`, `14`; nothing where it is no number. */
export function numberOf(words: string): number | undefined {
  const word = words.toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  const [tens, ones] = word.split('-') as [string, string | undefined];
  const ten = TENS.indexOf(tens);
  if (ten < 0) return SMALL.indexOf(word) < 0 ? undefined : SMALL.indexOf(word);
  return 20 + 10 * ten + (ones === undefined ? 0 : SMALL.indexOf(ones));
}

/** First and last month. What a season spans is that of the northern half of the world, where most accounts are written. */
export const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
};
