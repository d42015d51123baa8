/** What a rule for indirect speech finds, in pieces of its passage, before it is made a row. */
import type { Span } from '../../evidence/span.ts';
import type { Act, Speaker } from '../rows.ts';
import type { CueVerb } from './cue-verbs.ts';
import type { Piece } from './passages.ts';
import { phraseFrom, skipTime, type Phrase } from './phrases.ts';

export interface Found {
  readonly rule: string;
  readonly act: Act;
  readonly content: Phrase;
  readonly cue: Span;
  readonly speaker: Speaker;
  readonly isNegated: boolean;
  /** Told for itself even where its cue stands in what another cue tells. */
  readonly isApart?: boolean;
  /** More of the sentence, which tells of conditions and chances that the content leaves out. */
  readonly around?: Phrase;
}

/** From piece `from` up to and with piece `last`. */
export const cueSpan = (pieces: readonly Piece[], from: number, last: number): Span => ({
  start: pieces[from]!.start,
  end: pieces[last]!.end,
});

/** Over `in the yard`, `by telephone` between a cue and its clause. */
export function skipAside(pieces: readonly Piece[], from: number): number {
  let at = from;
  for (let k = 0; k < 2; k++) {
    if (pieces[at]?.pos !== 'ADP' || /^(?:to|of|that|if|than|as|whether|about)$/.test(pieces[at]!.lower)) break;
    const aside = phraseFrom(pieces, at + 1);
    if (aside === undefined) break;
    at = skipTime(pieces, aside.to);
  }
  return at;
}

/** The piece after the cue and its particle (`ruled out`); nothing where the particle is missing. */
export function afterParticle(pieces: readonly Piece[], k: number, cue: CueVerb): number | undefined {
  if (cue.particle === undefined) return k + 1;
  let at = k + 1;
  for (const word of cue.particle.split(' ')) if (pieces[at++]?.lower !== word) return undefined;
  return at;
}
