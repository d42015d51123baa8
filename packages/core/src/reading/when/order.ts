/**
 * What came, or has to come, before what: two clauses or things with a word between them that says so (`after`, `in response
 * to`, `only once`, `was followed by`). One pass over the tokens; each cue looks at its own sentence, `then` also at the one
 * before. Bare dates, hours and stretches of time are no sides of an order.
 */
import type { Span } from '../../evidence/span.ts';
import type { Account } from '../account.ts';
import type { OrderRow, Words } from '../rows.ts';
import type { TaggedSentence, Token } from '../tagger.ts';
import { hasVerb, isHard, leftEnd, previousBreak, rightEnd, spanOf, tokensIn, type Clause } from './clauses.ts';
import type { Dated } from './dates.ts';

const FAR = 60; // tokens to the comma that ends a side

interface Cue {
  readonly rule: string;
  readonly words: RegExp;
  /** Which side came first: what stands after the cue, or what stands before it. */
  readonly earlier: 'right' | 'left';
  /** It ties two clauses: on its right there must be a verb. */
  readonly needsVerb?: boolean;
  /** The sides stand around a comma or a semicolon before the cue. */
  readonly isThen?: boolean;
  /** Only where what comes later is denied until then. */
  readonly needsNegation?: boolean;
}

const CUES: readonly Cue[] = [
  { rule: 'order-response', earlier: 'right', words: /\b(?:in (?:response|reply|answer|retaliation|return|reaction) (?:to|for)|(?:a|the) (?:reply|response|answer|reaction) to|as a (?:result|consequence) of|responded to|replied to|retaliated for|on the heels of|in the wake of)(?= )/giu },
  { rule: 'order-after', earlier: 'right', words: /\b(?:(?:only|just|shortly|soon|immediately|right|well|long|not until) )?after(?= )(?! (?:that|all|which|him|her|them|it|dawn|noon|midnight|dark)\b)/giu },
  { rule: 'order-after', earlier: 'right', words: /\bfollowing(?= (?:the|a|an|his|her|their|its)\b)/giu },
  { rule: 'order-once', earlier: 'right', needsVerb: true, words: /\b(?:(?:only |(?<!at ))once|as soon as|not until|only when|provided that)(?= )/giu },
  { rule: 'order-after', earlier: 'right', needsVerb: true, words: /\bsince(?= (?:the|a|an|his|her|their|its|he|she|they|it|\p{Lu})\b)/gu },
  { rule: 'order-once', earlier: 'right', needsNegation: true, words: /\buntil(?= )/giu },
  { rule: 'order-before', earlier: 'left', words: /\b(?:(?:well|shortly|just|long|even|immediately|days|weeks|hours) )?before(?= )(?! (?:that|long|now|then|him|her|them|it|dawn|noon|midnight|winter|spring|summer|autumn|the (?:end|year|month|week|day|weekend))\b)|\b(?:ahead of|prior to)(?= )/giu },
  { rule: 'order-response', earlier: 'right', words: /\b(?:followed|was its consequence|preceded by|came after|came in response to|was prompted by|was provoked by)(?= (?!by))/gu },
  { rule: 'order-response', earlier: 'left', words: /\b(?:(?:was|were) followed by|paved the way for|preceded(?! by)|led to|prompted|provoked)(?= )/gu },
  { rule: 'order-then', earlier: 'left', isThen: true, words: /(?<=[,;] |[,;] and |\band )then(?= |,)(?! as\b)/gu },
]; // prettier-ignore

export function ordersOf(account: Account, tagged: readonly TaggedSentence[], dates: readonly Dated[]): OrderRow[] {
  const { text, id: source } = account;
  const rows: OrderRow[] = [];
  const dated = new Set(dates.map(({ row }) => row.start));
  for (const [index, sentence] of tagged.entries()) {
    const words = text.slice(sentence.start, sentence.end);
    let last = -1;
    for (const { cue, at, length } of cuesIn(words)) {
      const place = { start: sentence.start + at, end: sentence.start + at + length };
      if (place.start < last) continue;
      const sides = sidesOf(sentence, tokensIn(sentence.tokens, place), cue, dated);
      if (sides === undefined) continue;
      const [left, right] = sides;
      const told = (span: Span): Words => ({
        ...span,
        exact: text.slice(span.start, span.end),
      });
      const isEarlierRight = cue.earlier === 'right' || (cue.rule === 'order-before' && isDeniedIn(text, left));
      const [before, after] = isEarlierRight ? [right, left] : [left, right];
      const [start, end] = [Math.min(left.start, right.start, place.start), Math.max(left.end, right.end, place.end)];
      rows.push({
        kind: 'order', source, rule: cue.rule, start, end, exact: text.slice(start, end),
        before: told(before), after: told(after), cue: told(place),
      }); // prettier-ignore
      last = end;
    }
    const needed = beforehandOf(text, sentence);
    if (needed !== undefined && needed.start >= last)
      rows.push({ kind: 'order', source, rule: 'order-once', ...needed });
    const sequel = thenOf(text, tagged[index - 1], sentence);
    if (sequel !== undefined) rows.push({ kind: 'order', source, rule: 'order-then', ...sequel });
  }
  return rows;
}

function cuesIn(words: string): { cue: Cue; at: number; length: number }[] {
  const found: { cue: Cue; at: number; length: number }[] = [];
  for (const cue of CUES)
    for (const { 0: it, index } of words.matchAll(cue.words)) found.push({ cue, at: index, length: it.length });
  return found.sort((a, b) => a.at - b.at || b.length - a.length);
}

type Sides = readonly [left: Span, right: Span];

function sidesOf(sentence: TaggedSentence, place: Clause, cue: Cue, dated: ReadonlySet<number>): Sides | undefined {
  const { tokens } = sentence;
  if (cue.isThen === true) return sidesOfThen(sentence, place);
  const right = rightOf(tokens, place.end, cue);
  const isFirst = place.first === 0 || isHard(tokens, place.first - 1);
  // After a night of talks, they agreed: both stand on the right.
  const left: Clause =
    isFirst && tokens[right.end]?.text === ',' ? mainAfter(tokens, right.end + 1) : leftOf(tokens, place.first);
  const [a, b] = [spanOf(sentence, left), spanOf(sentence, right)];
  if (a === undefined || b === undefined) return undefined;
  if (!hasVerb(tokens, left) && cue.rule !== 'order-response') return undefined;
  if (cue.needsVerb === true && !hasVerb(tokens, right)) return undefined;
  if (cue.needsNegation === true && (!hasVerb(tokens, right) || !isDenied(tokens, left))) return undefined;
  if (isBareTime(tokens, right, dated)) return undefined;
  return [a, b];
}

/** `first the one; then the other`, also with its subject before `then`. */
function sidesOfThen(sentence: TaggedSentence, { first, end }: Clause): Sides | undefined {
  const { tokens } = sentence;
  let from = first;
  while (from > 0 && /^(?:,|and|;)$/.test(tokens[from - 1]!.text)) from -= 1;
  const whole = { first: leftEnd(tokens, from), end: from };
  const counted = tokens.slice(whole.first, from).findIndex(({ text }) => /^first$/i.test(text));
  const isFirst = counted >= 0;
  const left = isFirst ? { first: whole.first + counted, end: from } : whole;
  const begin = tokens[end]?.text === ',' ? end + 1 : end;
  let right = { first: begin, end: rightEnd(tokens, begin, false) };
  let before = left;
  if (!isFirst && !hasVerb(tokens, left)) {
    // Its subject stands before it: the other side is what the sentence said until then.
    if (left.first === 0 || !isHard(tokens, left.first - 1)) return undefined;
    right = { first: left.first, end: right.end };
    before = { first: previousBreak(tokens, left.first - 1), end: left.first - 1 };
  }
  const [a, b] = [spanOf(sentence, before), spanOf(sentence, right)];
  return a === undefined || b === undefined ? undefined : [a, b];
}

/** They will not sit down before the water flows: the water first. */
const isDeniedIn = (text: string, { start, end }: Span): boolean =>
  /\b(?:not|no|never|nobody|nothing|neither|refuses?|refused)\b|n['’]t\b/i.test(text.slice(start, end));

const isDenied = (tokens: readonly Token[], { first, end }: Clause): boolean =>
  tokens
    .slice(first, end)
    .some(({ text }) => /^(?:not|no|never|n't|n’t|nobody|nothing|neither|nor|refuses?|refused)$/i.test(text));

/** The side begins with a date, an hour or a number of days. */
function isBareTime(tokens: readonly Token[], { first }: Clause, dated: ReadonlySet<number>): boolean {
  const [token, next] = [tokens[first]!, tokens[first + 1]];
  if (token.pos === 'NUM' || /^\d/.test(token.text)) return true;
  return dated.has(token.start) || (next !== undefined && dated.has(next.start));
}

/** The clause that ends at the cue; commas and `only` before it are left out. */
function leftOf(tokens: readonly Token[], cue: number): Clause {
  let end = cue;
  const isLoose = (i: number): boolean => /^(?:,|only|but|and)$/.test(tokens[i]?.text ?? '');
  while (isLoose(end - 1)) end -= 1;
  // , three years after: the distance belongs to neither side
  let comma = end - 1;
  while (comma > end - 6 && /^(?:NUM|DET|ADJ|ADV|NOUN|ADP)$/.test(tokens[comma]?.pos ?? '')) comma -= 1;
  if (
    /^(?:hours|days|weeks|months|years|minutes|hour|day|week|month|year|decades)$/.test(tokens[end - 1]?.text ?? '') &&
    tokens[comma]?.text === ','
  )
    end = comma;
  return { first: leftEnd(tokens, end), end };
}

function rightOf(tokens: readonly Token[], from: number, cue: Cue): Clause {
  return {
    first: from,
    end: rightEnd(tokens, from, cue.needsVerb !== true && cue.needsNegation !== true && !hasClause(tokens, from)),
  };
}

/** Is there a verb before the next comma? Then the side is a clause, else a thing. */
function hasClause(tokens: readonly Token[], from: number): boolean {
  let end = from;
  while (end < tokens.length && end < from + FAR && tokens[end]!.text !== ',' && !isHard(tokens, end)) end += 1;
  return hasVerb(tokens, { first: from, end });
}

const mainAfter = (tokens: readonly Token[], from: number): Clause => ({
  first: from,
  end: rightEnd(tokens, from, false),
});

/** `Then Tokyo yielded.` after another sentence. */
function thenOf(
  text: string,
  previous: TaggedSentence | undefined,
  sentence: TaggedSentence,
): Omit<OrderRow, 'kind' | 'source' | 'rule'> | undefined {
  const [cue, next] = sentence.tokens;
  if (previous === undefined || cue === undefined || next === undefined) return undefined;
  if (
    !/^(?:Then|Afterwards|Later|Subsequently)$/.test(cue.text) ||
    /^\s*\n\s*\n/.test(text.slice(previous.end, sentence.start))
  )
    return undefined;
  const [earlier, later] = [
    lastClause(previous),
    spanOf(sentence, mainAfter(sentence.tokens, next.text === ',' ? 2 : 1)),
  ];
  if (earlier === undefined || later === undefined) return undefined;
  return ordered(text, { start: earlier.start, end: later.end }, earlier, later, cue);
}

/** `only if the data were shared beforehand`: what is after `if` comes before what it is tied to. */
function beforehandOf(text: string, sentence: TaggedSentence): Omit<OrderRow, 'kind' | 'source' | 'rule'> | undefined {
  const { tokens } = sentence;
  const cue = tokens.findIndex(({ text: word }) => word === 'beforehand' || word === 'first');
  if (cue < 0 || (tokens[cue]!.text === 'first' && !/^[.,;]$/.test(tokens[cue + 1]?.text ?? '.'))) return undefined;
  let opener = cue - 1;
  while (opener >= 0 && !/^(?:if|unless|that)$/.test(tokens[opener]!.text) && !isHard(tokens, opener)) opener -= 1;
  if (!/^(?:if|unless)$/.test(tokens[opener]?.text ?? '')) return undefined;
  const [earlier, later] = [
    spanOf(sentence, { first: opener + 1, end: cue }),
    spanOf(sentence, leftOf(tokens, opener)),
  ];
  if (earlier === undefined || later === undefined) return undefined;
  return ordered(text, { start: later.start, end: tokens[cue]!.end }, earlier, later, tokens[cue]!);
}

function lastClause(sentence: TaggedSentence): Span | undefined {
  const { tokens } = sentence;
  return spanOf(sentence, { first: leftEnd(tokens, tokens.length - 1), end: tokens.length });
}

function ordered(
  text: string,
  whole: Span,
  before: Span,
  after: Span,
  cue: Span,
): Omit<OrderRow, 'kind' | 'source' | 'rule'> {
  const words = ({ start, end }: Span): Words => ({ start, end, exact: text.slice(start, end) });
  return { ...words(whole), before: words(before), after: words(after), cue: words(cue) };
}
