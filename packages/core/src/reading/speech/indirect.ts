/**
 * What is told of speech and of the acts of negotiating, without marks: about two attributions in three. For each cue its
 * subject, and the content that its frame allows (./cue-verbs.ts): `said that …`, `refused to …`, `rejected …`,
 * `…, she said`, `according to …`, `was rejected by …`, `is ready to …`, `his insistence on …`. A cue within the content of another is left
 * out.
 *
 * Each passage once, with bounded looks around: linear. By part of speech alone, so that it errs where the tagger does and
 * in sentences that are much unlike news.
 */
import type { IndirectRow } from '../rows.ts';
import { accordingTo } from './according-to.ts';
import { adjectiveCue } from './adjective-cues.ts';
import type { Found } from './found.ts';
import { headingCue } from './heading-cues.ts';
import { idiomCue } from './idioms.ts';
import { actOfContent, modalityOf, polarityOf } from './modality.ts';
import { nounCue } from './noun-cues.ts';
import type { Passage, Piece } from './passages.ts';
import { isComma, type Phrase } from './phrases.ts';
import { spanOf, words, type Setting } from './speaker.ts';
import { verbCue } from './verb-cues.ts';

export function indirect(setting: Setting, source: string, passages: readonly Passage[]): IndirectRow[] {
  return passages.flatMap(({ pieces }) => {
    const found: Found[] = [];
    for (let k = 0; k < pieces.length; k++) {
      const one = read(setting, pieces, k);
      if (one === undefined) continue;
      const content = inner(pieces, one.content);
      if (content !== undefined) found.push({ ...one, content });
    }
    return outermost(found, pieces).map((one) => row(setting, source, pieces, one));
  });
}

function read(setting: Setting, pieces: readonly Piece[], k: number): Found | undefined {
  const { pos } = pieces[k]!;
  if (pos === 'PUNCT') return headingCue(setting, pieces, k);
  if (pos === 'QUOTE') return undefined;
  return (
    accordingTo(setting, pieces, k) ??
    idiomCue(setting, pieces, k) ??
    adjectiveCue(setting, pieces, k) ??
    nounCue(setting, pieces, k) ??
    verbCue(setting, pieces, k)
  );
}

/** Without commas at either end; nothing where no word is left. */
function inner(pieces: readonly Piece[], { from, to }: Phrase): Phrase | undefined {
  let [first, end] = [from, to];
  while (first < end && (isComma(pieces[first]) || pieces[first]!.pos === 'QUOTE')) first++;
  while (end > first && (pieces[end - 1]!.pos === 'PUNCT' || pieces[end - 1]!.pos === 'QUOTE')) end--;
  return first < end ? { from: first, to: end } : undefined;
}

function row({ text }: Setting, source: string, pieces: readonly Piece[], one: Found): IndirectRow {
  const span = spanOf(pieces, one.content);
  const around = spanOf(pieces, one.around ?? one.content);
  const exact = text.slice(span.start, span.end);
  const context = text.slice(Math.min(around.start, span.start), Math.max(around.end, span.end));
  const { from, to } = one.content;
  return {
    kind: 'indirect',
    source,
    rule: one.rule,
    ...span,
    exact,
    speaker: one.speaker,
    cue: words(text, one.cue),
    act: actOfContent(one.act, exact, context, pieces, from, to),
    polarity: polarityOf(one.isNegated, pieces, from, to),
    modality: modalityOf(context),
  };
}

const MOST = 200; // cues of one passage: with more it is a list or no prose

/** Without those whose cue lies within the content of another. */
function outermost(found: readonly Found[], pieces: readonly Piece[]): Found[] {
  const few = found.slice(0, MOST);
  return few.filter((one) =>
    few.every((other) => {
      if (other === one || other.isApart) return true;
      const { start, end } = spanOf(pieces, other.content);
      return !(start <= one.cue.start && one.cue.end <= end);
    }),
  );
}
