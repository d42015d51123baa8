/**
 * Sentences as the rules for speech read them: tokens outside of direct speech, each quotation one piece, marks around
 * terms left out. Sentences that one quotation joins are one passage.
 */
import type { Span } from '../../evidence/span.ts';
import { cueForms } from './cue-verbs.ts';
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

/**
 * The tagger takes the last word of some names for a verb: the Red Cross, the Holy See; a name that begins a sentence for
 * an adverb or verb: Cook said; and `say` for a noun. In headings that write every word large (Vardia Says It Waits) verbs
 * of speaking are verbs.
 */
function partOfSpeech({ text, pos }: Token, pieces: readonly Piece[], next: Token | undefined): Pos {
  const before = pieces.at(-1);
  if (text === 'say' && pos === 'NOUN')
    return /^(?:a|an|the|no|any|final|his|her|their)$/.test(before?.lower ?? '') ? pos : 'VERB';
  if (pos === 'VERB' && ASKED_FOR.test(text) && /^(?:VERB|ADP|ADJ|NUM)$/.test(before?.pos ?? '')) return 'NOUN';
  const isLarge = /^\p{Lu}\p{Ll}+$/u.test(text);
  if (!isLarge) return pos;
  if (before === undefined && ['VERB', 'ADV', 'ADJ'].includes(pos) && !text.endsWith('ing'))
    return next && /^(?:said|says|told|tells|adds|added|wrote|writes)$/.test(next.text) ? 'PROPN' : pos;
  if (pos !== 'VERB' || before === undefined || isSpeaking(text)) return pos;
  const isName = before.pos === 'PROPN' || (before.pos === 'ADJ' && /^\p{Lu}/u.test(before.text));
  const isJoined = before.lower === 'and' && pieces.at(-2)?.pos === 'PROPN'; // Ways and Means
  return (isName && before.text !== before.text.toUpperCase()) || isJoined ? 'PROPN' : pos;
}

const ASKED_FOR = /^(?:calls|demands|claims|offers|requests|pleas|threats|talks)$/; // rejected calls for a pause

const isSpeaking = (text: string): boolean =>
  /^\p{Lu}\p{Ll}+[sd]$/u.test(text) &&
  text !== 'States' &&
  cueForms(text.toLowerCase()).some(({ verb, form }) => verb.frames.has('quote') && form !== 'base');

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
    for (const [i, token] of sentence.tokens.entries()) {
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
      const pos = partOfSpeech(token, pieces, sentence.tokens[i + 1]);
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
