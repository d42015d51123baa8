/**
 * Sentences as the rules for speech read them: tokens outside of direct speech, each quotation one piece, marks around
 * terms left out. Sentences that one quotation joins are one passage.
 */
import type { Span } from '../../evidence/span.ts';
import type { Pos, TaggedSentence, Token } from '../tagger.ts';
import type { Marked } from './marks.ts';

export interface Piece extends Span {
  readonly lower: string;
  readonly text: string;
  readonly pos: Pos | 'QUOTE';
  /** Of a quotation: its place in the list of utterances. */
  readonly quote?: number;
  /** The first word of a term in quotation marks. */
  readonly opensTerm: boolean;
}

export interface Passage extends Span {
  readonly pieces: readonly Piece[];
}

/** The tagger takes the last word of some names for a verb: the Red Cross, the Holy See. */
function partOfSpeech({ text, pos }: Token, before: Piece | undefined): Pos {
  const isName = before?.pos === 'PROPN' || (before?.pos === 'ADJ' && /^\p{Lu}/u.test(before.text));
  return pos === 'VERB' && isName && /^\p{Lu}\p{Ll}+$/u.test(text) && before.text !== before.text.toUpperCase()
    ? 'PROPN'
    : pos;
}

/** `utterances` and `terms` in the order of the text. One pass over both. */
export function passages(
  tagged: readonly TaggedSentence[],
  utterances: readonly Marked[],
  terms: readonly Marked[],
): Passage[] {
  const result: Passage[] = [];
  let pieces: Piece[] = [];
  let start = 0;
  let [u, t] = [0, 0];
  for (const sentence of tagged) {
    if (pieces.length === 0) start = sentence.start;
    for (const token of sentence.tokens) {
      while (u < utterances.length && utterances[u]!.outer.end <= token.start) u++;
      while (t < terms.length && terms[t]!.outer.end <= token.start) t++;
      const utterance = utterances[u];
      if (utterance && utterance.outer.start <= token.start) {
        if (pieces.at(-1)?.quote === u) continue;
        const { outer } = utterance;
        pieces.push({ ...outer, text: '"', lower: '"', pos: 'QUOTE', quote: u, opensTerm: false });
        continue;
      }
      const term = terms[t];
      const inTerm = term !== undefined && term.outer.start <= token.start;
      if (inTerm && (token.start < term.start || token.start >= term.end)) continue;
      const { text } = token;
      if (/^[*_#]+$/.test(text)) continue; // of Markdown
      const pos = partOfSpeech(token, pieces.at(-1));
      const opensTerm = inTerm && token.start === term.start;
      pieces.push({ start: token.start, end: token.end, text, pos, lower: text.toLowerCase(), opensTerm });
    }
    const open = utterances[u];
    if (open && open.outer.start < sentence.end && open.outer.end > sentence.end) continue;
    if (pieces.length > 0) result.push({ start, end: sentence.end, pieces });
    pieces = [];
  }
  if (pieces.length > 0) result.push({ start, end: pieces.at(-1)!.end, pieces });
  return result;
}
