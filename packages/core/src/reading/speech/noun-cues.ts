/** Nouns with an owner: `his insistence on`, `the minister’s proposal of`, `the department’s position is that`. */
import { contentEnd } from './content.ts';
import { CUE_NOUNS } from './cue-verbs.ts';
import { cueSpan, type Found } from './found.ts';
import type { Piece } from './passages.ts';
import { isFinite, isOwner, subjectBefore, type Phrase } from './phrases.ts';
import { speakerOf, type Setting } from './speaker.ts';

export function nounCue(setting: Setting, pieces: readonly Piece[], k: number): Found | undefined {
  const known = Object.hasOwn(CUE_NOUNS, pieces[k]!.lower) ? CUE_NOUNS[pieces[k]!.lower] : undefined;
  if (known === undefined) return undefined;
  const at = pieces[k + 1]?.lower === 'is' && pieces[k + 2]?.lower === 'that' ? k + 2 : k + 1;
  const join = pieces[at]?.lower;
  if (join === undefined || !known.joins.includes(join)) return undefined;
  let owner = k - 1;
  while (owner > k - 4 && pieces[owner]?.pos === 'ADJ') owner--;
  let phrase: Phrase | undefined;
  if (isOwner(pieces[owner])) phrase = { from: owner, to: owner + 1 };
  else if (/^['’]s?$/.test(pieces[owner]?.text ?? '')) phrase = subjectBefore(pieces, owner);
  if (phrase === undefined) return undefined;
  const isTo = join === 'to' && pieces[at + 1]?.pos === 'VERB';
  if (join === 'to' && !isTo && known.act !== 'invite') return undefined;
  const from = isTo ? at : at + 1;
  return {
    rule: 'indirect-noun',
    act: known.act,
    content: { from, to: nounContentEnd(pieces, from, join) },
    cue: cueSpan(pieces, k, join === 'that' || isTo ? k : at),
    speaker: speakerOf(setting, pieces, phrase),
    isNegated: false,
  };
}

/** The noun is the subject of the sentence’s verb more often than not: what it is about ends there. */
function nounContentEnd(pieces: readonly Piece[], from: number, join: string): number {
  if (join === 'that') return contentEnd(pieces, from, 'clause');
  const to = contentEnd(pieces, from, 'object');
  for (let j = from + 1; j < to; j++) if (isFinite(pieces, j) || pieces[j]!.lower === 'and') return j;
  return to;
}
