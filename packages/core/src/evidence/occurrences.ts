/**
 * Where words stand in a source: every place where the folded source has the folded words, in order, overlapping ones
 * too. White space around the words does not count. Words that are there only letter by letter (a quote that begins
 * inside what folding joins, such as the second of two apostrophes) are found in the original text instead.
 *
 * One `indexOf` after another: O(source) on ordinary text. A source and a quote that both repeat one letter thousands of
 * times cost up to O(source × quote) (0.9 s a megabyte).
 */
import { fold, originalSpan } from './fold.ts';
import type { SourceText } from './source.ts';
import type { Span } from './span.ts';

export function* occurrences(source: SourceText, words: string): Generator<Span, void> {
  const wanted = fold(words).text.trim();
  if (wanted === '') return;
  const { folded, text } = source;
  let found = false;
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
    found = true;
    yield originalSpan(folded, at, at + wanted.length);
  }
  if (found) return;
  const literal = words.trim();
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
    yield { start: at, end: at + literal.length };
  }
}
