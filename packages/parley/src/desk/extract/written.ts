/**
 * The day an article was written, where it says so itself: in the head of a page, in front matter, in a line of its own
 * (`Published: 14 May 2025`), or in its dateline (`KYIV, May 14, 2025 —`). A date that the story tells is none of these,
 * so only the first lines are looked at, and only whole dates. Without one of them nothing is guessed.
 */
import { isDay } from '@parley/core/case';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const DATE = `${WEEKDAY}(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`;

const HEAD_LETTERS = 200_000; // heads of news pages have some 30,000
const OPENING_LINES = 12;

/** `<meta property="article:published_time">` and its kin, JSON-LD's `datePublished`. */
export function writtenInPage(html: string): string | undefined {
  const head = html.slice(0, HEAD_LETTERS);
  for (const { 0: tag } of head.matchAll(/<meta\s[^<>]{1,1000}>/gi)) {
    const name = /\b(?:property|name|itemprop)\s*=\s*["']?([\w:.-]{1,60})/i.exec(tag)?.[1]?.toLowerCase();
    if (name === undefined || !PUBLISHED.has(name)) continue;
    const day = dayOf(/\bcontent\s*=\s*["']?([^"'<>]{1,60})/i.exec(tag)?.[1]);
    if (day !== undefined) return day;
  }
  return dayOf(/"datePublished"\s{0,9}:\s{0,9}"([^"]{1,60})"/.exec(head)?.[1]);
}

const PUBLISHED = new Set(
  'article:published_time og:published_time datepublished date pubdate publishdate publish-date publish_date dc.date dc.date.issued dcterms.created dcterms.issued sailthru.date parsely-pub-date'.split(
    ' ',
  ),
);

export function writtenInText(text: string): string | undefined {
  const lines = text
    .slice(0, 4_000)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\u2028\u2029]/);
  if (lines[0]?.trim() === '---') {
    for (const line of lines.slice(1, 40)) {
      if (/^(?:---|\.\.\.)\s*$/.test(line)) break;
      const day = dayOf(
        /^\s*(?:written|date|published|publish(?:ed)?[_-]?date)\s*:\s*["']?([^"']{4,60})/i.exec(line)?.[1],
      );
      if (day !== undefined) return day;
    }
  }
  for (const line of lines.filter((one) => one.trim() !== '').slice(0, OPENING_LINES)) {
    const day = dayOf((OWN_LINE.exec(line.trim()) ?? DATELINE.exec(line.trim()))?.[1]);
    if (day !== undefined) return day;
  }
  return undefined;
}

const OWN_LINE = new RegExp(
  `^[#*_> ]{0,6}(?:(?:written|published|posted|filed|dated?|as of|last updated|updated)(?: on)?:?\\s{1,3}(?:\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: \\p{Lu}{2,4})?,? (?:on )?)?)?[*_]{0,3}(${DATE})(?:,? (?:at )?\\d{1,2}[:.]\\d{2}.{0,20})?[*_.]{0,3}$`,
  'iu',
);
/** The place in capitals, or the date and a dash. */
const DATELINE = new RegExp(
  `^[\\p{L}.,’' /-]{2,60}?[,(] ?(${DATE})\\)? ?(?:\\([\\p{L} ]{2,30}\\) ?)?(?:[—–:]|--|- )`,
  'iu',
);

/** The first day that words name, as written there: no other clock is asked. */
function dayOf(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  const iso = /\b(\d{4}-\d{2}-\d{2})(?!\d)/.exec(words)?.[1];
  if (iso !== undefined) return exists(iso);
  const named = new RegExp(
    `(?:(\\d{1,2})(?:st|nd|rd|th)? )?(${MONTH})(?: (\\d{1,2})(?:st|nd|rd|th)?)?,? (\\d{4})`,
    'i',
  ).exec(words);
  if (named === null) return undefined;
  const [, before, month, after, year] = named;
  const day = before ?? after;
  if (day === undefined) return undefined;
  const number = MONTHS.indexOf(month!.slice(0, 3).toLowerCase()) + 1;
  return exists(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function exists(day: string): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  return isDay(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}
