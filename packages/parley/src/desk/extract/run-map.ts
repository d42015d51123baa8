/**
 * The way from extracted text back into the HTML it came from. A run is a piece of text and the piece of HTML that says it:
 * letter by letter the same, or one character reference (`&amp;`) and what it stands for. What lies between runs the
 * extraction wrote itself: paragraph breaks, and the one space that stands for white space of the markup.
 */
import type { Span } from '@parley/core/evidence';

export interface Run {
  readonly textStart: number;
  readonly textEnd: number;
  readonly htmlStart: number;
  readonly htmlEnd: number;
}

/** The shortest stretch of HTML with all the words of a stretch of text; undefined if it has none from the HTML. */
export function toHtml(map: readonly Run[], span: Span): Span | undefined {
  const first = map[indexAfter(map, span.start)];
  const last = map[indexBefore(map, span.end)];
  if (first === undefined || last === undefined || last.textStart < first.textStart) return undefined;
  return {
    start: isLiteral(first) ? first.htmlStart + Math.max(0, span.start - first.textStart) : first.htmlStart,
    end: isLiteral(last) ? last.htmlStart + Math.min(last.textEnd, span.end) - last.textStart : last.htmlEnd,
  };
}

/** A character reference is always longer than what it stands for. */
const isLiteral = (run: Run): boolean => run.textEnd - run.textStart === run.htmlEnd - run.htmlStart;

/** The first run that ends after `at`. */
function indexAfter(map: readonly Run[], at: number): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map[middle]!.textEnd > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last run that begins before `at`; −1 if none does. */
function indexBefore(map: readonly Run[], at: number): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map[middle]!.textStart < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
