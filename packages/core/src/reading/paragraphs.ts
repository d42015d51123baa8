/**
 * Paragraphs of plain text and Markdown. A blank line ends one; so does the end of any line, unless the block is
 * hard-wrapped: no line longer than 120 characters, each filled so far that the next line's first word would not have
 * fitted, and at least one line running on in the middle of a sentence. A heading, a list item or a quotation begins a
 * paragraph of its own.
 *
 * O(length). Lines without a letter or digit (rules, underlines of headings) are no paragraphs. Tables are not read.
 */
import type { Span } from '../evidence/span.ts';
import { lines, type Line } from './lines.ts';
import { markerLength } from './markers.ts';

const WIDEST = 120;
const NARROWEST = 30;

export function paragraphs(text: string): Span[] {
  const result: Span[] = [];
  let block: Line[] = [];
  const close = () => {
    for (const span of isWrapped(block) ? [join(block)] : block) result.push({ start: span.start, end: span.end });
    block = [];
  };
  for (const line of lines(text)) {
    if (!/[\p{L}\p{N}]/u.test(line.words)) close();
    else {
      if (markerLength(line.words) > 0) close();
      block.push(line);
      if (/^#{1,6}\s/.test(line.words)) close();
    }
  }
  close();
  return result;
}

const join = (block: readonly Line[]): Span => ({ start: block[0]!.start, end: block.at(-1)!.end });

function isWrapped(block: readonly Line[]): boolean {
  if (block.length < 2) return false;
  let width = 0;
  for (const { words } of block) width = Math.max(width, words.length);
  if (width > WIDEST || width < NARROWEST) return false;
  let runsOn = false;
  for (let i = 1; i < block.length; i++) {
    const [line, next] = [block[i - 1]!.words, block[i]!.words];
    const word = /^\S+/.exec(next)![0];
    if (line.length + 1 + word.length <= width) return false;
    runsOn ||= /[\p{L}\p{N},;–—-]$/u.test(line) && /^\p{Ll}/u.test(next);
  }
  return runsOn;
}
