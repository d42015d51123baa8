/** Lines of pages to one text: paragraphs told by gaps and indents, headers and footers left out. O(lines). */
import type { PageSpan } from './extracted.ts';

export interface Line {
  readonly text: string;
  /** Left and right end, and height above the page's foot, in points. */
  readonly x: number;
  readonly end: number;
  readonly y: number;
  /** Of the letters. */
  readonly size: number;
}

export interface LeftOut {
  readonly page: number;
  readonly words: string;
  /** Where in the text it would have stood. */
  readonly at: number;
}

export interface Composed {
  readonly text: string;
  readonly spans: readonly PageSpan[];
  readonly left: readonly LeftOut[];
}

const EDGE = 2; // lines at the head and foot of a page that may be furniture

export function composePages(pages: readonly (readonly Line[])[]): Composed {
  const repeated = repeatedEdges(pages);
  const spans: PageSpan[] = [];
  const left: LeftOut[] = [];
  const parts: string[] = [];
  let length = 0;
  const put = (words: string): void => {
    parts.push(words);
    length += words.length;
  };
  let previous: Line | undefined;
  for (const [k, lines] of pages.entries()) {
    const edge = edgeLines(lines);
    const body: Line[] = [];
    let start: number | undefined;
    for (const line of lines) {
      if (edge.has(line) && (repeated.has(keyOf(line)) || isPageNumber(line.text)))
        left.push({ page: k + 1, words: line.text, at: length });
      else body.push(line);
    }
    const usual = usualGap(body);
    for (const [i, line] of body.entries()) {
      const isNew =
        previous !== undefined && (i === 0 ? startsAnew(previous, line) : isNewParagraph(previous, line, usual));
      const last = parts.at(-1) ?? '';
      if (isNew) put('\n\n');
      else if (isDivided(last, line.text)) {
        parts[parts.length - 1] = last.slice(0, -1);
        length--;
      } else if (previous !== undefined && !isJoint(last, line.text)) put(' ');
      start ??= length;
      put(line.text);
      previous = line;
    }
    if (start !== undefined) spans.push({ page: k + 1, start, end: length });
  }
  return { text: parts.join(''), spans, left };
}

/** A word divided at the line's end: `nego-` `tiation`. */
const isDivided = (last: string, next: string): boolean =>
  last.endsWith('\u00AD') || (/\p{Ll}[-\u2010]$/u.test(last.slice(-2)) && /^\p{Ll}/u.test(next));

/** A hyphen or slash that is part of the word: `Franco-` `German`. */
const isJoint = (last: string, next: string): boolean =>
  /[^\s][-\u2010\u2011/]$/.test(last.slice(-2)) && /^[\p{L}\p{N}]/u.test(next);

const edgeLines = (lines: readonly Line[]): ReadonlySet<Line> => {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  return new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)]);
};

/** Alike but for their numbers. */
const keyOf = ({ text }: Line): string => text.replace(/\d+/g, '#').toLowerCase();

const isPageNumber = (text: string): boolean =>
  /^(?:page |p\. ?)?[-–—|·\s]*(?:\d{1,4}|[ivxlc]{1,6})(?: ?(?:of|\/) ?\d{1,4})?[-–—|·\s]*$/i.test(text);

/** What stands at the edge of at least three pages, and of half of them. */
function repeatedEdges(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set([...edgeLines(lines)].map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(3, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

/** Between two lines of a paragraph: the lower quarter of the gaps, since headings and blank lines make the rest. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, k) => lines[k]!.y - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? 0;
}

function isNewParagraph(before: Line, line: Line, usual: number): boolean {
  const gap = before.y - line.y;
  if (gap < 0) return startsAnew(before, line); // the next column
  if (Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size)) return true;
  if (gap > 1.4 * usual) return true;
  // An indent, after a line that ended a sentence.
  return line.x - before.x > 0.8 * line.size && line.x - before.x < 6 * line.size && endsSentence(before.text);
}

/** Over the end of a page or column a paragraph goes on where its sentence does. */
const startsAnew = (before: Line, line: Line): boolean =>
  endsSentence(before.text) || !/^[\p{Ll}\d“"(]/u.test(line.text);

const endsSentence = (text: string): boolean => /[.!?…:]["'”’)\]]*$/.test(text);
