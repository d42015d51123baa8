/**
 * The clause around a place in a sentence, by its commas, conjunctions and verbs. It is no parse: a clause ends where
 * another with a verb of its own begins. Looks no further than {@link REACH} tokens either way.
 */
import type { Span } from '../../evidence/span.ts';
import type { TaggedSentence, Token } from '../tagger.ts';
import { indexAt, isVerb, leaningAt } from './leaning.ts';

/** Tokens from `first` up to and without `end`. */
export interface Clause {
  readonly first: number;
  readonly end: number;
}

const REACH = 160; // the longest clauses of news have about 60

const HARD = /^(?:[;:–—“”«»()"]|--|-|\?|!|\.|…)$/u;
const OPENERS = new Set(['that', 'when', 'because', 'although', 'though', 'while', 'if', 'unless', 'which', 'who', 'whom', 'where', 'whether', 'once', 'whereas', 'whose', 'until', 'after', 'before', 'since', 'as', 'than', 'so']); // prettier-ignore
const RIGHT_OPENERS = new Set([...OPENERS].filter((word) => !['that', 'whether', 'as', 'so', 'than'].includes(word)));
const MIXED = new Set(['until', 'after', 'before', 'since', 'as', 'than', 'so', 'that']);

/** A verb that can carry a clause: no infinitive, no bare -ing. */
export const isFinite = (tokens: readonly Token[], i: number): boolean =>
  isVerb(tokens, i) &&
  leaningAt(tokens, i) !== undefined &&
  !/^(?:to|as)$/i.test(tokens[i - 1]?.text ?? '') &&
  !(
    /(?:ed|en)$/.test(tokens[i]!.text) &&
    /^(?:ADP|DET|ADJ)$/.test(tokens[i - 1]?.pos ?? '') &&
    tokens[i + 1]?.pos === 'NOUN'
  );

/** Ends every clause. A hyphen within a word and a stop after an abbreviation do not. */
export function isHard(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (!HARD.test(token.text)) return false;
  if (token.text === '-' || token.text === '–') return tokens[i - 1]?.end !== token.start;
  return token.text !== '.' || i === tokens.length - 1;
}

const has = (tokens: readonly Token[], first: number, end: number): boolean => {
  for (let i = first; i < end; i++) if (isFinite(tokens, i)) return true;
  return false;
};

export const hasVerb = (tokens: readonly Token[], { first, end }: Clause): boolean => has(tokens, first, end);

/** The clause that holds the tokens from `from` up to `to`. */
export function clauseAround(tokens: readonly Token[], from: number, to: number): Clause {
  const first = leftEnd(tokens, from);
  return { first, end: rightEnd(tokens, to, has(tokens, first, from)) };
}

export function leftEnd(tokens: readonly Token[], from: number): number {
  let hasOwn = false;
  let comma: number | undefined;
  const least = Math.max(0, from - REACH);
  for (let i = from - 1; i >= least; i--) {
    const token = tokens[i]!;
    const word = token.text.toLowerCase();
    if (isHard(tokens, i)) return i + 1;
    if (hasOwn && SAYS.has(token.lemma) && isFinite(tokens, i) && BEGINS_A_SUBJECT.test(tokens[i + 1]!.pos))
      return i + 1;
    if (isFinite(tokens, i)) hasOwn = true;
    else if (isVerb(tokens, i) && PARTICIPLE.test(word) && tokens[i - 1]?.text === ',') return i;
    if (OPENERS.has(word) && tokens[i - 1]?.pos !== 'ADP' && !(word === 'that' && token.pos === 'DET')) {
      // After a night of talks, they agreed: what stands before the comma is another thing.
      if (hasOwn && comma !== undefined && MIXED.has(word) && token.pos === 'ADP') return comma + 1;
      if (hasOwn || (token.pos === 'SCONJ' && !MIXED.has(word))) return i + 1;
    }
    if (!hasOwn) continue;
    if (token.text === ',') {
      if (has(tokens, previousBreak(tokens, i), i)) return i + 1 + conjunction(tokens[i + 1]);
      comma = i;
    } else if (
      (word === 'and' || word === 'but') &&
      startsOwn(tokens, i + 1) &&
      has(tokens, previousBreak(tokens, i), i)
    )
      return i + 1;
  }
  return least;
}

/** Their content may follow without `that`. */
const SAYS = new Set(['say', 'mention', 'insist', 'argue', 'claim', 'believe', 'think', 'hope', 'expect', 'predict', 'warn', 'add']); // prettier-ignore
const BEGINS_A_SUBJECT = /^(?:PRON|DET|PROPN|NOUN)$/;

const PARTICIPLE = /(?:ed|en|wn|nt|st)$/;

const conjunction = (token: Token | undefined): number =>
  token !== undefined && /^(?:and|but|or|so|yet|nor)$/i.test(token.text) ? 1 : 0;

/** Where the part to the left of a comma begins. */
export function previousBreak(tokens: readonly Token[], comma: number): number {
  const least = Math.max(0, comma - REACH);
  for (let i = comma - 1; i >= least; i--) if (isHard(tokens, i)) return i + 1;
  return least;
}

/** After `and`: a subject with its verb, or a verb at once. */
function startsOwn(tokens: readonly Token[], i: number): boolean {
  for (let k = i; k < Math.min(tokens.length, i + 6); k++) {
    if (isFinite(tokens, k)) return true;
    if (tokens[k]!.pos === 'PUNCT' || tokens[k]!.pos === 'CCONJ') return false;
  }
  return false;
}

export function rightEnd(tokens: readonly Token[], to: number, seen: boolean): number {
  let hasOwn = seen;
  const most = Math.min(tokens.length, to + REACH);
  for (let i = to; i < most; i++) {
    const token = tokens[i]!;
    const word = token.text.toLowerCase();
    if (isHard(tokens, i)) return i;
    if (hasOwn && token.text === ',') return i;
    if (hasOwn && RIGHT_OPENERS.has(word) && tokens[i - 1]?.pos !== 'ADP') return i;
    if (
      hasOwn &&
      (word === 'and' || word === 'but') &&
      (OPENERS.has(tokens[i + 1]?.text.toLowerCase() ?? '') || startsOwn(tokens, i + 1))
    )
      return i;
    if (isFinite(tokens, i)) hasOwn = true;
  }
  return most;
}

/** The words of a clause, without commas at its ends. */
export function spanOf({ tokens }: TaggedSentence, { first, end }: Clause): Span | undefined {
  let [a, z] = [first, end - 1];
  while (a <= z && /^[,;:–—-]$/.test(tokens[a]!.text)) a += 1;
  while (a <= z && /^[,;:–—.-]$/.test(tokens[z]!.text)) z -= 1;
  return a > z ? undefined : { start: tokens[a]!.start, end: tokens[z]!.end };
}

export const tokensIn = (tokens: readonly Token[], { start, end }: Span): Clause => {
  const first = indexAt(tokens, start);
  let last = first;
  while (last < tokens.length && tokens[last]!.start < end) last += 1;
  return { first, end: last };
};
