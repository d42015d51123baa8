/**
 * The content before the cue: `…, she said`, `…, said Petrov`, and `As she said, …`. Where the cue cuts the sentence in two,
 * the part with the verb is the content: `The readings, he said, proved it`.
 */
import { contentEnd } from './content.ts';
import type { CueForm, CueVerb } from './cue-verbs.ts';
import { afterParticle, cueSpan, skipAside, type Found } from './found.ts';
import type { Piece } from './passages.ts';
import {
  FARTHEST,
  isComma,
  isFinite,
  isStop,
  isSubordinate,
  isTime,
  phraseFrom,
  skipTime,
  subjectBefore,
  withApposition,
  type Phrase,
  type Verb,
} from './phrases.ts';
import { isSomebody, speakerOf, type Setting } from './speaker.ts';

export function contentBefore(
  setting: Setting,
  pieces: readonly Piece[],
  k: number,
  group: Verb,
  readings: readonly CueForm[],
): Found | undefined {
  const cue = readings.find(
    ({ verb: one, form }) =>
      form !== 'gerund' &&
      (one.frames.has('quote') || one.frames.has('that')) &&
      afterParticle(pieces, k, one) !== undefined,
  )?.verb;
  if (cue === undefined || (group.isInfinitive && group.from === k)) return undefined;
  const after = afterParticle(pieces, k, cue)!;
  let subject: Phrase | undefined;
  let close: number; // the comma that ends the content
  let resume: number; // what follows the cue
  const named = isComma(pieces[group.from - 1]) ? phraseFrom(pieces, after) : undefined;
  if (named !== undefined) {
    if (pieces[group.from - 2]?.pos === 'QUOTE' || isTime(pieces[after]) || !isSomebody(setting, pieces, named))
      return undefined;
    const isCleft =
      /^(?:who|that)$/.test(pieces[named.to + 1]?.lower ?? '') &&
      pieces[clauseStart(pieces, group.from - 1)]?.lower === 'it';
    subject = isCleft ? named : withApposition(pieces, named);
    close = group.from - 1;
    resume = subject.to;
    if (isComma(pieces[resume]) && isFinite(pieces, resume + 1)) return undefined; // `said Moss, the master, would`
  } else {
    subject = subjectBefore(pieces, group.from);
    if (subject === undefined) return undefined;
    if (
      pieces[subject.from - 1]?.lower === 'as' &&
      isComma(pieces[after]) &&
      isSomebody(setting, pieces, subject) &&
      (subject.from === 1 || isStop(pieces[subject.from - 2]))
    )
      return asTold(setting, pieces, k, after, cue, subject);
    if (!isComma(pieces[subject.from - 1])) return undefined;
    close = subject.from - 1;
    resume = skipTime(pieces, after);
    if (cue.frames.has('whom-only') || cue.frames.has('whom')) {
      const whom = phraseFrom(pieces, resume);
      if (whom) resume = skipAside(pieces, whom.to);
    } else resume = skipAside(pieces, resume);
  }
  if (named === undefined) resume = skipCircumstances(pieces, resume);
  if (!isComma(pieces[resume]) && !isStop(pieces[resume])) return undefined;
  const content = aroundCue(pieces, close, resume);
  if (content === undefined || pieces[content.from - 1]?.pos === 'QUOTE') return undefined;
  return {
    rule: 'indirect-clause-before',
    act: cue.act,
    content,
    around: { from: clauseStart(pieces, close), to: contentEnd(pieces, resume, 'clause') },
    cue: cueSpan(pieces, k, after - 1),
    speaker: speakerOf(setting, pieces, subject),
    isNegated: false,
  };
}

/** Over `as he left the hall`, `earlier this week`, up to the comma or the end. */
function skipCircumstances(pieces: readonly Piece[], from: number): number {
  const first = pieces[from];
  if (first === undefined || isComma(first) || isStop(first)) return from;
  if (!/^(?:ADP|ADV|SCONJ)$/.test(first.pos) && !first.lower.endsWith('ing')) return from;
  if (/^(?:that|if|whether)$/.test(first.lower)) return from;
  for (let j = from + 1; j < Math.min(pieces.length, from + 25); j++) {
    if (isStop(pieces[j]) || isComma(pieces[j])) return j;
    if (pieces[j]!.lower === 'that' || pieces[j]!.pos === 'QUOTE') return from;
  }
  return from;
}

/** Of a sentence that the cue cuts in two, the part with the verb. */
export function aroundCue(pieces: readonly Piece[], close: number, resume: number): Phrase | undefined {
  const from = clauseStart(pieces, close);
  const main = mainClause(pieces, from, close);
  if (main !== undefined) return { from: main, to: close };
  const isUnfinished = pieces[close - 1]?.pos === 'AUX' && isComma(pieces[resume]); // `She might, she said, send`
  const isVerbRight = isComma(pieces[resume]) && pieces[resume + 1]?.pos === 'AUX'; // `The sums asked for, he said, were`
  const isTag =
    close - from <= 4 && isComma(pieces[resume]) && hasFinite(pieces, resume, contentEnd(pieces, resume + 1, 'clause')); // `What’s more, he said, …`
  const isVerbLeft =
    !isUnfinished && !isVerbRight && !isTag && hasFinite(pieces, from, close) && !opensSubordinate(pieces, from);
  const goesOn = isComma(pieces[resume]) && resume + 1 < pieces.length;
  const isCleft = goesOn && pieces[from]?.lower === 'it' && /^(?:who|that)$/.test(pieces[resume + 1]?.lower ?? '');
  if (isVerbLeft && !isCleft) return from < close ? { from, to: close } : undefined;
  if (!goesOn) return from < close && close - from > 2 ? { from, to: close } : undefined;
  const to = contentEnd(pieces, resume + 1, 'clause');
  return hasFinite(pieces, resume + 1, to)
    ? { from: resume + 1, to }
    : close - from > 2
      ? { from, to: close }
      : undefined;
}

/** Of `Provided that the trawlers are gone, Vardia will sign`, where the main clause begins. */
function mainClause(pieces: readonly Piece[], from: number, close: number): number | undefined {
  if (!opensSubordinate(pieces, from) && pieces[from]?.lower !== 'provided') return undefined;
  for (let j = from + 1; j < close - 2; j++)
    if (isComma(pieces[j]) && hasFinite(pieces, from, j) && hasFinite(pieces, j, close)) return j + 1;
  return undefined;
}

/** `As the envoy emphasized, …` */
function asTold(
  setting: Setting,
  pieces: readonly Piece[],
  k: number,
  comma: number,
  cue: CueVerb,
  subject: Phrase,
): Found {
  return {
    rule: 'indirect-clause-before',
    act: cue.act,
    content: { from: comma + 1, to: contentEnd(pieces, comma + 1, 'clause') },
    cue: cueSpan(pieces, k, comma - 1),
    speaker: speakerOf(setting, pieces, subject),
    isNegated: false,
  };
}

function clauseStart(pieces: readonly Piece[], close: number): number {
  let from = close;
  const floor = Math.max(0, close - FARTHEST);
  while (
    from > floor &&
    !(isStop(pieces[from - 1]) || pieces[from - 1]!.text === '—' || pieces[from - 1]!.pos === 'QUOTE')
  )
    from--;
  while (from < close && (pieces[from]!.pos === 'CCONJ' || isComma(pieces[from]))) from++;
  for (let j = from; j < close; j++)
    if (/^[-–]$/.test(pieces[j]!.text) && pieces[j - 1] && pieces[j - 1]!.end < pieces[j]!.start && j < from + 8)
      return j + 1;
  return from;
}

const hasFinite = (pieces: readonly Piece[], from: number, to: number): boolean => {
  for (let j = from; j < to; j++) if (isFinite(pieces, j)) return true;
  return false;
};

const opensSubordinate = (pieces: readonly Piece[], from: number): boolean => {
  const first = pieces[from];
  if (first?.lower === 'as' || (first?.lower === 'only' && isSubordinate(pieces[from + 1]))) return true;
  return first !== undefined && isSubordinate(first) && first.lower !== 'that' && first.lower !== 'provided';
};
