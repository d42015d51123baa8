/**
 * Direct quotations and who speaks them, from the words beside the marks: `she said` before or after, `said she`, a
 * colon, `as she put it`, `according to her`. Where nothing is beside them, the speaker before goes on: in the same
 * paragraph, or in the next one that is nothing but a quotation. Rules are tried in that order, and each has its name.
 */
import type { Act, QuotationRow, Speaker, Words } from '../rows.ts';
import type { Span } from '../../evidence/span.ts';
import { cueForms } from './cue-verbs.ts';
import type { Marked } from './marks.ts';
import type { Passage, Piece } from './passages.ts';
import {
  FARTHEST,
  isBe,
  isComma,
  isFinite,
  isStop,
  phraseFrom,
  skipTime,
  subjectBefore,
  subjectOfClauseAfter,
  subjectOfClauseBefore,
  verbGroup,
  withApposition,
  type Phrase,
} from './phrases.ts';
import { speakerOf, words, type Setting } from './speaker.ts';

const REACH = 40; // pieces between a quotation and its verb of speaking

interface Attribution {
  readonly rule: string;
  readonly speaker: Speaker;
  readonly cue?: Words;
  readonly act: Act;
}

export function quotations(
  setting: Setting,
  source: string,
  utterances: readonly Marked[],
  passages: readonly Passage[],
  paragraphs: readonly Span[],
): QuotationRow[] {
  const { text } = setting;
  const found = new Map<number, Attribution>();
  const order: number[] = [];
  let last: { attribution: Attribution; paragraph: number; quote: number } | undefined;
  let paragraph = 0;
  let before: Passage | undefined;
  for (const passage of passages) {
    while (paragraph < paragraphs.length && paragraphs[paragraph]!.end <= passage.start) paragraph++;
    const { pieces } = passage;
    let inPassage: Attribution | undefined;
    for (let i = 0; i < pieces.length; i++) {
      const { quote } = pieces[i]!;
      if (quote === undefined) continue;
      order.push(quote);
      const isSame = last?.paragraph === paragraph;
      const isAlone =
        paragraphs[paragraph] !== undefined && onlyMarks(text, paragraphs[paragraph]!, utterances[quote]!);
      let attribution = beside(setting, pieces, i) ?? (inPassage && { ...inPassage, rule: 'quotation-continued' });
      if (attribution === undefined && last && (isSame || (isAlone && last.paragraph === paragraph - 1)))
        attribution = { ...last.attribution, rule: 'quotation-continued' };
      attribution ??= told(setting, before, paragraphs[paragraph]);
      if (attribution === undefined) continue;
      inPassage = attribution;
      found.set(quote, attribution);
      last = { attribution, paragraph, quote };
    }
    before = passage;
  }
  const bySpeech = new Map<string, Attribution>();
  for (const [quote, one] of found)
    if (one.speaker.entity !== undefined) bySpeech.set(folded(text, utterances[quote]!), one);
  return order.map((quote): QuotationRow => {
    const { start, end } = utterances[quote]!;
    const own = found.get(quote);
    const again = own?.speaker.entity === undefined ? bySpeech.get(folded(text, utterances[quote]!)) : undefined;
    const attribution: Attribution = again
      ? { speaker: withoutWords(again.speaker), act: again.act, rule: 'quotation-repeated' }
      : (own ?? { speaker: {}, act: 'state', rule: 'quotation-alone' });
    return { kind: 'quotation', source, start, end, exact: text.slice(start, end), ...attribution };
  });
}

const withoutWords = ({ words: _words, ...speaker }: Speaker): Speaker => speaker;
const folded = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function onlyMarks(text: string, paragraph: Span, { outer }: Marked): boolean {
  if (outer.start > paragraph.start + 3) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(outer.end, paragraph.end));
}

/** The verb of speaking beside the quotation, and its subject. */
function beside(setting: Setting, pieces: readonly Piece[], i: number): Attribution | undefined {
  const isFirst = i === 0 || (isStop(pieces[i - 1]) && pieces[i - 1]!.text !== ':');
  const leftFirst = !isFirst && cueIsNear(pieces, i);
  return (
    (leftFirst ? before(setting, pieces, i) : undefined) ??
    after(setting, pieces, i) ??
    (isFirst ? undefined : before(setting, pieces, i))
  );
}

const cueIsNear = (pieces: readonly Piece[], i: number): boolean => {
  for (let j = i - 1; j >= 0 && j > i - REACH && pieces[j]!.pos !== 'QUOTE'; j--)
    if (isSpeaking(pieces[j])) return true;
  return pieces[i - 1]?.text === ':';
};

const isSpeaking = (p: Piece | undefined): boolean =>
  p !== undefined && cueForms(p.lower).some(({ verb }) => verb.frames.has('quote'));
const actOf = (p: Piece): Act => cueForms(p.lower).find(({ verb }) => verb.frames.has('quote'))!.verb.act;

function attribution(
  setting: Setting,
  pieces: readonly Piece[],
  rule: string,
  phrase: Phrase,
  cue?: Span,
  act: Act = 'state',
): Attribution {
  return {
    rule,
    speaker: speakerOf(setting, pieces, phrase),
    act,
    ...(cue === undefined ? {} : { cue: words(setting.text, cue) }),
  };
}

const cueOf = (pieces: readonly Piece[], from: number, to = from): Span => ({
  start: pieces[from]!.start,
  end: pieces[to]!.end,
});

function after(setting: Setting, pieces: readonly Piece[], i: number): Attribution | undefined {
  let j = i + 1;
  while (isComma(pieces[j]) || /^[—–-]$/.test(pieces[j]?.text ?? '')) j++;
  const first = pieces[j];
  if (first === undefined || first.pos === 'QUOTE') return undefined;
  if (first.lower === 'according' && pieces[j + 1]?.lower === 'to') {
    const source = phraseFrom(pieces, j + 2);
    if (source)
      return attribution(
        setting,
        pieces,
        'quotation-according-to',
        withApposition(pieces, source),
        cueOf(pieces, j, j + 1),
      );
  }
  const verbAt = skipAdverbs(pieces, j);
  if (isSpeaking(pieces[verbAt])) {
    const source = phraseFrom(pieces, verbAt + 1);
    if (source) return inverted(setting, pieces, source, verbAt);
    // “…,” and added that: the second verb of a sentence whose subject came before
  }
  for (let k = j + 1; k < pieces.length && k < j + REACH; k++) {
    const p = pieces[k]!;
    if (p.text === '(') {
      // the stop of “(D-Wash.)” ends nothing
      const closed = pieces.slice(k, k + 12).findIndex(({ text }) => text === ')');
      if (closed > 0) k += closed;
      continue;
    }
    if (p.pos === 'QUOTE' || (isStop(p) && p.text !== ':')) break;
    const put = p.lower === 'it' && /^puts?$/.test(pieces[k - 1]!.lower);
    if (put) {
      const subject = subjectBefore(pieces, k - 1);
      if (subject) return attribution(setting, pieces, 'quotation-before-cue', subject, cueOf(pieces, k - 1, k));
    }
    if (!isSpeaking(p)) continue;
    const quoted = isQuotedAs(pieces, k);
    const group = verbGroup(pieces, quoted ? k - 2 : k);
    const subject = subjectBefore(pieces, group.from);
    if (subject === undefined || group.isInfinitive) continue;
    if (subject.from > j + 6 && pieces[subject.from - 1]?.text !== ',') continue;
    return attribution(setting, pieces, 'quotation-before-cue', subject, cueOf(pieces, k), actOf(p));
  }
  return anyVerbAfter(setting, pieces, i, j);
}

/** `“…,” she sighed`: whatever the verb, right after a quotation that ends with a comma. */
function anyVerbAfter(setting: Setting, pieces: readonly Piece[], i: number, from: number): Attribution | undefined {
  const isOpen = from > i + 1 || setting.text[pieces[i]!.end - 2] === ',';
  const named = isOpen ? phraseFrom(pieces, from) : undefined;
  if (named === undefined) return undefined;
  const verb = skipAdverbs(pieces, named.to);
  if (!isFinite(pieces, verb) || pieces[verb]!.pos !== 'VERB') return undefined;
  return attribution(setting, pieces, 'quotation-other-verb', named, cueOf(pieces, verb));
}

/** `“…,” said the envoy`. */
const inverted = (setting: Setting, pieces: readonly Piece[], source: Phrase, verb: number): Attribution =>
  attribution(
    setting,
    pieces,
    'quotation-inverted-cue',
    withApposition(pieces, source),
    cueOf(pieces, verb),
    actOf(pieces[verb]!),
  );

/** `was quoted as saying`. */
const isQuotedAs = (pieces: readonly Piece[], k: number): boolean =>
  pieces[k - 1]?.lower === 'as' && /^(?:quoted|cited)$/.test(pieces[k - 2]?.lower ?? '');

function before(setting: Setting, pieces: readonly Piece[], i: number): Attribution | undefined {
  for (let k = i - 1; k >= 0 && k > i - REACH; k--) {
    const p = pieces[k]!;
    if (p.text === ';' || (p.text === '.' && k < i - 1)) break;
    if (!isSpeaking(p)) continue;
    const group = verbGroup(pieces, k);
    if (p.lower.endsWith('ing') && !isBe(pieces[k - 1])) {
      const subject = isQuotedAs(pieces, k)
        ? subjectBefore(pieces, verbGroup(pieces, k - 2).from)
        : (subjectOfClauseBefore(pieces, k) ?? subjectOfClauseAfter(pieces, k));
      if (subject) return attribution(setting, pieces, 'quotation-after-cue', subject, cueOf(pieces, k), actOf(p));
      continue;
    }
    if (group.isInfinitive && pieces[group.from - 1] === undefined) continue;
    if (['NOUN', 'PROPN'].includes(p.pos) && ['DET', 'ADJ'].includes(pieces[k - 1]?.pos ?? '')) continue;
    const from = group.from;
    if (pieces[from - 1]?.pos === 'QUOTE' || (isComma(pieces[from - 1]) && pieces[from - 2]?.pos === 'QUOTE')) {
      const source = phraseFrom(pieces, k + 1);
      if (source) return inverted(setting, pieces, source, k);
    }
    const subject = subjectBefore(pieces, from) ?? subjectOfClauseBefore(pieces, from);
    if (subject) return attribution(setting, pieces, 'quotation-after-cue', subject, cueOf(pieces, k), actOf(p));
  }
  if (pieces[i - 1]?.text === ':') {
    const subject = beforeColon(pieces, i - 1);
    if (subject) return attribution(setting, pieces, 'quotation-after-colon', subject);
  }
  const source = sourceBefore(pieces, i);
  if (source) return attribution(setting, pieces, 'quotation-according-to', source.phrase, source.cue);
  return undefined;
}

/** `Petrov: “…”`, and the subject of a sentence that ends with a colon. */
function beforeColon(pieces: readonly Piece[], colon: number): Phrase | undefined {
  const verbs = [];
  for (let k = Math.max(0, colon - FARTHEST); k < colon; k++) if (isFinite(pieces, k)) verbs.push(k);
  if (verbs.length > 0) return subjectOfClauseBefore(pieces, colon);
  const whole = phraseFrom(pieces, 0);
  return whole && withApposition(pieces, whole).to === colon ? { from: 0, to: colon } : undefined;
}

/** `According to X, “…”`. */
function sourceBefore(pieces: readonly Piece[], i: number): { phrase: Phrase; cue: Span } | undefined {
  for (let k = i - 1; k > 0 && k > i - REACH; k--) {
    if (pieces[k]!.lower !== 'to' || pieces[k - 1]!.lower !== 'according') continue;
    const source = phraseFrom(pieces, k + 1);
    if (source) return { phrase: withApposition(pieces, source), cue: cueOf(pieces, k - 1, k) };
  }
  return undefined;
}

/** Nothing beside it: whoever the sentence before tells of, where it is in the same paragraph. */
function told(setting: Setting, passage: Passage | undefined, paragraph: Span | undefined): Attribution | undefined {
  if (passage === undefined || paragraph === undefined || passage.start < paragraph.start) return undefined;
  const subject = subjectOfClauseBefore(passage.pieces, passage.pieces.length);
  if (subject === undefined) return undefined;
  const first = subjectOfFirst(passage.pieces) ?? subject;
  const found = attribution(setting, passage.pieces, 'quotation-told-before', first);
  return found.speaker.entity === undefined ? undefined : found;
}

function subjectOfFirst(pieces: readonly Piece[]): Phrase | undefined {
  for (let k = 0; k < Math.min(pieces.length, FARTHEST); k++)
    if (isFinite(pieces, k)) return subjectBefore(pieces, verbGroup(pieces, k).from);
  return undefined;
}

const skipAdverbs = (pieces: readonly Piece[], from: number): number => {
  const at = skipTime(pieces, from);
  return pieces[at] === undefined ? from : at;
};
