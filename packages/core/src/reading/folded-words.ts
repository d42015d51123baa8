/**
 * The words of a text as two writers share them: lower case, without marks, ligatures undone. An apostrophe ends a word
 * (`putin`, `s`; `l`, `accord`). Scripts that set no spaces between words give their characters one by one.
 *
 * One pass. What is longer than 64 characters comes in pieces: normalizing a heap of marks on one letter is quadratic, and
 * regular expressions repeat groups on a stack.
 */
import { folded } from './names/fold.ts';

const SPACELESS = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
// Soft hyphens, joiners and the zero-width space stand inside words.
const INSIDE = String.raw`\u00ad\u200b-\u200d\u2060`;
const WORD = new RegExp(String.raw`[${SPACELESS}]|(?:(?![${SPACELESS}])[\p{L}\p{N}\p{M}${INSIDE}]){1,64}`, 'gu');

export function* foldedWords(text: string): Generator<string, undefined> {
  for (const [word] of text.matchAll(WORD)) {
    const plain = foldedWord(word);
    if (plain !== '') yield plain;
  }
}

function foldedWord(word: string): string {
  if (/^[\0-~]*$/.test(word)) return word.toLowerCase();
  return folded(word.normalize('NFKD').replace(/[\u00ad\u200b-\u200d\u2060]/g, ''));
}
