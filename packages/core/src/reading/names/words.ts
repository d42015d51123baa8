/** Words of a sentence for the search of names: hyphens and inner apostrophes belong to a word, a possessive ending does not. */
import type { Span } from '../../evidence/span.ts';
import type { Pos, TaggedSentence } from '../tagger.ts';
import { bare, folded } from './fold.ts';

export interface Word extends Span {
  readonly text: string;
  /** Folded. */
  readonly low: string;
  readonly pos: Pos;
  readonly isCapital: boolean;
  /** All letters are capitals, and there are two or more. */
  readonly isUpper: boolean;
  readonly isPossessive: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
  /** Of a sentence, a quotation within it, a heading's part after a colon. */
  readonly isFirst: boolean;
}

const WORD =
  /(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‐‑'’.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*(?:['’](?=\s))?/gu;

/** A sentence, a quotation, what follows a colon or a list's mark begins behind it. */
const OPENS = /(?:[“"«:•!?*‘]\s*[“"‘']?|[.!?]['”"’)]?\s+['“"‘(]?|\s'|\*\*|\s[–—-]+\s*)$/;

export function wordsOf(text: string, sentence: TaggedSentence): Word[] {
  const pos = new Map(sentence.tokens.map((token) => [token.start, token.pos]));
  const found: Word[] = [];
  let last = sentence.start;
  for (const { 0: raw, index } of text.slice(sentence.start, sentence.end).matchAll(WORD)) {
    const plain = bare(raw);
    const start = sentence.start + index;
    const gap = text.slice(last, start);
    found.push({
      start,
      end: start + plain.length,
      text: plain,
      low: folded(plain),
      pos: pos.get(start) ?? 'X',
      isCapital: /^\p{Lu}|^(?:al|el|as|ad|an|ar|ash|d|l|o)[-'’]\p{Lu}/u.test(plain),
      isUpper: /\p{Lu}.*\p{Lu}/u.test(plain) && plain === plain.toUpperCase(),
      isPossessive: plain.length < raw.length,
      gap,
      isFirst: found.length === 0 || OPENS.test(gap),
    });
    last = start + raw.length;
  }
  return found;
}
