/**
 * Pairs of quotation marks: “ ” ‘ ’ " ' '' „ “ « » » «, and a quotation that runs over several paragraphs, each of which
 * repeats the opening mark. Only outer pairs are given: what stands in marks within marks is part of the outer words.
 *
 * O(length): how far an inner pair is looked for is bounded. Apostrophes and feet are no marks; a plural’s apostrophe
 * (the dockers’ union) inside single marks is told from the closing mark by the punctuation before the latter. A mark
 * that is never closed pairs with the end of its paragraph where it began one, and with nothing elsewhere.
 */
import type { Span } from '../../evidence/span.ts';

/** `start`–`end` are the words; `outer` has the marks as well. */
export interface Marked extends Span {
  readonly outer: Span;
}

const FARTHEST = 20_000; // characters within which the other half of a pair is looked for
const OPENS_AFTER = /[\s([{—–\-/“‘"'„«*_>]/;
const LETTER = /[\p{L}\p{N}]/u;

export function marked(text: string, paragraphs: readonly Span[]): Marked[] {
  const result: Marked[] = [];
  // what may be spent on marks that turn out to be never closed: keeps a text of nothing but opening marks linear
  let budget = 4 * text.length + FARTHEST;
  const closing = (open: number, end: number): number | undefined => {
    if (budget <= 0) return undefined;
    const close = closingMark(text, open, end);
    if (close === undefined) budget -= Math.min(end - open, FARTHEST);
    return close;
  };
  for (let p = 0; p < paragraphs.length; p++) {
    const paragraph = paragraphs[p]!;
    let at = paragraph.start;
    while (at < paragraph.end) {
      if (!isOpening(text, at, paragraph)) {
        at++;
        continue;
      }
      const close = closing(at, paragraph.end);
      if (close !== undefined) {
        push(at, close);
        at = close + (isDoubled(text, at) ? 2 : 1);
        continue;
      }
      const last = continued(p, at);
      if (last === undefined) {
        at++;
        continue;
      }
      push(at, last.close);
      p = last.paragraph;
      at = last.close + 1;
      if (p >= paragraphs.length) return result;
      // the rest of the last paragraph is read as a paragraph of its own
      const rest = paragraphs[p]!;
      while (at < rest.end) {
        const end = isOpening(text, at, rest) ? closing(at, rest.end) : undefined;
        if (end !== undefined) push(at, end);
        at = (end ?? at) + 1;
      }
      break;
    }
  }
  return result;

  function push(open: number, close: number): void {
    const end = isMark(text[close]) ? close : close + 1;
    const [start, past] = isDoubled(text, open) ? [open + 2, end === close ? close + 2 : end] : [open + 1, close + 1];
    if (start >= end) return;
    result.push({ start, end, outer: { start: open, end: past } });
  }

  /** The paragraph after begins with the mark again, until one closes. */
  function continued(from: number, open: number): { paragraph: number; close: number } | undefined {
    const mark = text[open]!;
    const twice = isDoubled(text, open);
    if (!twice && (mark === '‘' || mark === "'")) return undefined;
    let p = from;
    const isAgain = (at: number): boolean => text[at] === mark && isDoubled(text, at) === twice;
    while (p + 1 < paragraphs.length && isAgain(paragraphs[p + 1]!.start)) {
      p++;
      const { start, end } = paragraphs[p]!;
      const close = closing(start, end);
      if (close !== undefined) return { paragraph: p, close };
    }
    // never closed: what began a paragraph ends with it
    const { start, end } = paragraphs[from]!;
    return open === start && mark !== '"' && !twice ? { paragraph: from, close: end - 1 } : undefined;
  }
}

/** Two apostrophes for a double mark, as some archives print it. */
const isDoubled = (text: string, at: number): boolean => text[at] === "'" && text[at + 1] === "'";

const isMark = (char: string | undefined): boolean => char !== undefined && '“”‘’"\'„«»‟'.includes(char);

function isOpening(text: string, at: number, { start, end }: Span): boolean {
  const mark = text[at]!;
  const before = at === start ? ' ' : text[at - 1]!;
  const after = at + 1 < end ? text[at + 1]! : ' ';
  switch (mark) {
    case '“':
    case '„':
    case '«':
      return true;
    case '»':
    case '"':
      return OPENS_AFTER.test(before) && !/\s/.test(after);
    case '‘':
    case "'":
      if (isDoubled(text, at)) return OPENS_AFTER.test(before) && at + 2 < end && !/\s/.test(text[at + 2]!);
      return OPENS_AFTER.test(before) && /[\p{L}“"[…]/u.test(after);
    default:
      return false;
  }
}

/** Where the mark at `open` is closed. */
function closingMark(text: string, open: number, paragraphEnd: number): number | undefined {
  const end = Math.min(paragraphEnd, open + FARTHEST);
  switch (text[open]) {
    case '“':
      return mixed(text, open, end, '"', nested(text, open, end, '“', '”'));
    case '„':
      return next(text, open, end, '“”');
    case '«':
      return nested(text, open, end, '«', '»');
    case '»':
      return next(text, open, end, '«');
    case '"':
      return mixed(text, open, end, '”', straight(text, open, end));
    default:
      return isDoubled(text, open) ? doubled(text, open, end) : single(text, open, end);
  }
}

/** Some pages open with a curly mark and close with a straight one: `“We agree," she said. “At last.”` */
function mixed(text: string, open: number, end: number, closer: string, own: number | undefined): number | undefined {
  for (let at = open + 1; at < (own ?? end); at++) {
    if (text[at] === '“' || (text[at] === '"' && closer === '”')) return own;
    if (text[at] !== closer) continue;
    const isEnd = /[.,!?…]/.test(text[at - 1]!) && !LETTER.test(at + 1 < end ? text[at + 1]! : ' ');
    // the own mark counts, unless another quotation is opened before it
    return isEnd && (own === undefined || /[“"]/.test(text.slice(at + 1, own))) ? at : own;
  }
  return own;
}

function next(text: string, open: number, end: number, closers: string): number | undefined {
  for (let at = open + 1; at < end; at++) if (closers.includes(text[at]!)) return at;
  return undefined;
}

function nested(text: string, open: number, end: number, opener: string, closer: string): number | undefined {
  let depth = 1;
  let first: number | undefined;
  for (let at = open + 1; at < end; at++) {
    if (text[at] === opener && ++depth > 3) break;
    if (text[at] !== closer) continue;
    first ??= at;
    if (--depth === 0) return at;
  }
  return first;
}

function straight(text: string, open: number, end: number): number | undefined {
  for (let at = open + 1; at < end; at++) {
    if (text[at] !== '"') continue;
    const after = at + 1 < end ? text[at + 1]! : ' ';
    return /\s/.test(text[at - 1]!) || LETTER.test(after) ? undefined : at;
  }
  return undefined;
}

/** The last two of a run: an inner mark may close before them. */
function doubled(text: string, open: number, end: number): number | undefined {
  for (let at = open + 2; at + 1 < end; at++) {
    if (!isDoubled(text, at) || text[at + 2] === "'") continue;
    return /\s/.test(text[at - 1]!) || LETTER.test(text[at + 2] ?? ' ') ? undefined : at;
  }
  return undefined;
}

/** Apostrophes look like closing marks; the one after punctuation is none. */
function single(text: string, open: number, end: number): number | undefined {
  const [opener, closer] = text[open] === '‘' ? ['‘', '’'] : ["'", "'"];
  let first: number | undefined;
  let last: number | undefined;
  for (let at = open + 1; at < end; at++) {
    const [before, after] = [text[at - 1]!, at + 1 < end ? text[at + 1]! : ' '];
    const opensAnother = text[at] === opener && OPENS_AFTER.test(before) && /\p{L}/u.test(after);
    if (opensAnother && first !== undefined) break;
    if (opensAnother || text[at] !== closer || /\s/.test(before) || LETTER.test(after)) continue;
    if (/[.,!?…;:]/.test(before)) return at;
    if (before.toLowerCase() !== 's') first ??= at;
    last = at;
  }
  return first ?? last;
}
