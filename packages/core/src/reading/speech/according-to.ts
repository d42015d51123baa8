/** `According to X, …`, `…, according to X`, `by the account of X`. A body or a paper reports, a person states. */
import { aroundCue } from './content-before.ts';
import { contentEnd } from './content.ts';
import { cueSpan, type Found } from './found.ts';
import { startsClause } from './frames.ts';
import type { Piece } from './passages.ts';
import { isComma, isStop, phraseFrom, withApposition, type Phrase } from './phrases.ts';
import { speakerOf, type Setting } from './speaker.ts';

export function accordingTo(setting: Setting, pieces: readonly Piece[], k: number): Found | undefined {
  const p = pieces[k]!;
  const isAccording = p.lower === 'according' && pieces[k + 1]?.lower === 'to';
  const isAccount =
    p.lower === 'account' &&
    pieces[k + 1]?.lower === 'of' &&
    pieces[k - 1]?.lower === 'the' &&
    pieces[k - 2]?.lower === 'by';
  if (!isAccording && !isAccount) return undefined;
  const named = phraseFrom(pieces, k + 2);
  if (named === undefined) return undefined;
  const apposed = withApposition(pieces, named);
  // `According to the summary, Moss, the harbour master, sent`: what follows the comma is the subject
  const whole = isComma(pieces[apposed.to]) && !startsClause(pieces, apposed.to + 1, false) ? named : apposed;
  const from = isAccording ? k : k - 2;
  const before = pieces[from - 1];
  if (before?.pos === 'QUOTE' || pieces[from - 2]?.pos === 'QUOTE' || pieces[whole.to + 1]?.pos === 'QUOTE')
    return undefined;
  const isInitial = before === undefined || isStop(before);
  let content: Phrase | undefined;
  if (isInitial) {
    let comma = whole.to;
    while (comma < Math.min(pieces.length, whole.to + 20) && !isComma(pieces[comma]) && !isStop(pieces[comma])) comma++;
    if (!isComma(pieces[comma])) return undefined;
    content = { from: comma + 1, to: contentEnd(pieces, comma + 1, 'clause') };
  } else {
    const close = isComma(before) ? from - 1 : from;
    content = aroundCue(pieces, close, whole.to);
  }
  if (content === undefined) return undefined;
  const speaker = speakerOf(setting, pieces, whole);
  const isPerson = speaker.entity !== undefined && setting.names.entity(speaker.entity)?.type === 'person';
  return {
    rule: 'indirect-according-to',
    act: isPerson ? 'state' : 'report',
    content,
    cue: cueSpan(pieces, from, k + 1),
    speaker,
    isNegated: false,
  };
}
