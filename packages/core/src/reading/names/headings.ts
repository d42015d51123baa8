/** Lines and labels whose capitals name nobody: headings between paragraphs, `Security guarantees:`, titles in capitals. */
import type { Word } from './words.ts';

/** A line between paragraphs: no end of a sentence, its longer words capitals. */
export function looksLikeHeading(words: readonly Word[], ending: string): boolean {
  if (words.length === 0 || words.length > 14 || /[.!?,;”"’]/.test(ending)) return false;
  const long = words.filter(({ text }) => text.length > 3);
  return long.length > 0 && long.every(({ isCapital }) => isCapital);
}

/** “**Security guarantees**: the union wants …”: how many words label what follows. */
export function labelLength(words: readonly Word[]): number {
  const length = words.findIndex(({ gap }, k) => k > 0 && /^\**:/.test(gap));
  return length > 0 && length <= 10 && looksLikeHeading(words.slice(0, length), '') ? length : 0;
}

/** All are capitals, or most longer words begin with one. */
export function isTitleCase(words: readonly Word[]): boolean {
  if (words.length > 1 && words.every(({ text }) => text === text.toUpperCase())) return true;
  const long = words.slice(1).filter(({ text }) => text.length > 3);
  return long.length > 2 && long.filter(({ isCapital }) => isCapital).length >= 0.7 * long.length;
}
