/**
 * The words just before and after a quote, which tell repeats apart. They are compared folded, and white space where they
 * touch the quote does not count, so that `prefix: only if` fits whether or not a space was written after it.
 */
import { fold, originalSpan } from './fold.ts';
import type { SourceText } from './source.ts';
import type { Span } from './span.ts';

export interface Context {
  readonly prefix: string;
  readonly suffix: string;
}

const LENGTH = 32; // as in the examples of the Web Annotation model and in Hypothesis
const MARGIN = 16; // a text cut inside what folding joins may fold differently near the cut

/** The 32 folded characters on either side, as the original has them. */
export function contextOf(source: SourceText, span: Span): Context {
  const before = foldBefore(source.text, span.start, LENGTH);
  const after = foldAfter(source.text, span.end, LENGTH);
  let from = Math.max(0, before.text.length - LENGTH);
  let to = Math.min(after.text.length, LENGTH);
  if (isSecondHalf(before.text, from)) from--;
  if (isSecondHalf(after.text, to)) to++;
  const start = from < before.text.length ? originalSpan(before, from, before.text.length).start : before.size;
  const end = to > 0 ? originalSpan(after, 0, to).end : 0;
  return {
    prefix: source.text.slice(span.start - before.size + start, span.start),
    suffix: source.text.slice(span.end, span.end + end),
  };
}

/** Does the text around `span` end and begin with these words? */
export function fits(source: SourceText, span: Span, context: Partial<Context>): boolean {
  const { left, right, wanted } = agreement(source, span, context);
  return left + right === wanted;
}

/** How many folded characters of the context stand unbroken next to `span`, and how many there are in all. */
export function agreement(
  source: SourceText,
  span: Span,
  context: Partial<Context>,
): { left: number; right: number; wanted: number } {
  const prefix = fold(context.prefix ?? '').text.trimEnd();
  const suffix = fold(context.suffix ?? '').text.trimStart();
  let left = 0;
  if (prefix !== '') {
    const before = foldBefore(source.text, span.start, prefix.length + 1).text.trimEnd();
    while (left < prefix.length && left < before.length && prefix.at(-1 - left) === before.at(-1 - left)) left++;
  }
  let right = 0;
  if (suffix !== '') {
    const after = foldAfter(source.text, span.end, suffix.length + 1).text.trimStart();
    while (right < suffix.length && right < after.length && suffix[right] === after[right]) right++;
  }
  return { left, right, wanted: prefix.length + suffix.length };
}

/** At least `length` folded characters before a place, if there are so many. `size`: how much of the original that is. */
function foldBefore(text: string, at: number, length: number) {
  for (let size = 2 * (length + MARGIN); ; size *= 2) {
    const from = Math.max(0, at - size);
    const folded = fold(text.slice(from, at));
    if (from === 0 || folded.text.length >= length + MARGIN) return { ...folded, size: at - from };
  }
}

function foldAfter(text: string, at: number, length: number) {
  for (let size = 2 * (length + MARGIN); ; size *= 2) {
    const folded = fold(text.slice(at, at + size));
    if (at + size >= text.length || folded.text.length >= length + MARGIN) return folded;
  }
}

function isSecondHalf(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return i > 0 && i < text.length && unit >= 0xdc00 && unit <= 0xdfff;
}
