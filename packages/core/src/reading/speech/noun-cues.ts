/**
 * Nouns that carry what somebody says, wants or refuses: `his insistence on`, `the claim that`, `calls for`, `criticism of
 * the plan by the union`. Whose it is stands before the noun, or after it with `by` and `from`, or nowhere.
 */
import { contentEnd } from './content.ts';
import { CUE_NOUNS } from './cue-verbs.ts';
import { cueSpan, type Found } from './found.ts';
import { startsClause } from './frames.ts';
import type { Piece } from './passages.ts';
import { isComma, isFinite, isOwner, isTime, phraseFrom, subjectBefore, verbGroup, type Phrase } from './phrases.ts';
import { isSomebody, speakerOf, type Setting } from './speaker.ts';

export function nounCue(setting: Setting, pieces: readonly Piece[], k: number): Found | undefined {
  const p = pieces[k]!;
  const singular = Object.hasOwn(CUE_NOUNS, p.lower) ? p.lower : p.lower.replace(/(?<=[^s])s$/, '');
  const known = Object.hasOwn(CUE_NOUNS, singular) ? CUE_NOUNS[singular] : undefined;
  if (known === undefined || (p.pos !== 'NOUN' && !isOwned(pieces, k))) return undefined;
  let at = pieces[k + 1]?.lower === 'is' && pieces[k + 2]?.lower === 'that' ? k + 2 : k + 1;
  let by: Phrase | undefined;
  if (/^(?:by|from|of)$/.test(pieces[at]?.lower ?? '')) {
    // `the demand of the union that`, `calls from lawmakers for`
    const named = phraseFrom(pieces, at + 1, false);
    const join = named && pieces[named.to]?.lower;
    if (named && join !== undefined && known.joins.includes(join) && isSomebody(setting, pieces, named)) {
      by = named;
      at = named.to;
    }
  }
  const join = pieces[at]?.lower;
  const next = pieces[at + 1];
  if (join === undefined || next === undefined || !known.joins.includes(join) || isTime(next)) return undefined;
  const phrase = by ?? ownerBefore(pieces, k);
  if (phrase === undefined && (known.isOwned || pieces[k - 1]?.lower === 'no')) return undefined;
  if (join === 'that' && !startsClause(pieces, at + 1, false)) return undefined; // `a claim that failed`
  const isTo = join === 'to' && next.pos === 'VERB';
  if (join === 'to' && !isTo && known.act !== 'invite' && known.act !== 'decline') return undefined;
  const from = isTo ? at : at + 1;
  return {
    rule: 'indirect-noun',
    act: known.act,
    content: { from, to: nounContentEnd(pieces, from, join) },
    cue: cueSpan(pieces, k, join === 'that' || isTo || by ? k : at),
    speaker: phrase === undefined ? {} : speakerOf(setting, pieces, phrase),
    isNegated: false,
  };
}

const isOwned = (pieces: readonly Piece[], k: number): boolean => ownerBefore(pieces, k) !== undefined;

function ownerBefore(pieces: readonly Piece[], k: number): Phrase | undefined {
  let owner = k - 1;
  while (owner > k - 4 && /^(?:ADJ|NOUN|NUM)$/.test(pieces[owner]?.pos ?? '') && !isOwner(pieces[owner])) owner--;
  if (isOwner(pieces[owner])) return { from: owner, to: owner + 1 };
  return /^['’]s?$/.test(pieces[owner]?.text ?? '') && owner > 0 ? subjectBefore(pieces, owner) : undefined;
}

/** The noun is the subject of the sentence’s verb more often than not: what it is about ends there. */
function nounContentEnd(pieces: readonly Piece[], from: number, join: string): number {
  if (join === 'that') return beforeSecondVerb(pieces, from, contentEnd(pieces, from, 'clause'));
  const to = contentEnd(pieces, from, 'object');
  for (let j = from + 1; j < to; j++) if (isFinite(pieces, j) || pieces[j]!.lower === 'and') return j;
  return to;
}

/** `the claim that Vardia fired first was denied`: the second verb, with nothing that joins it to the first, is the sentence’s. */
function beforeSecondVerb(pieces: readonly Piece[], from: number, to: number): number {
  let last: number | undefined;
  for (let j = from; j < to; j++) {
    const { pos, lower } = pieces[j]!;
    if (
      last !== undefined &&
      (JOINS.has(pos) || /^(?:that|who|which|what|to|how|why)$/.test(lower) || isComma(pieces[j]))
    )
      return to;
    if (!isFinite(pieces, j)) continue;
    const group = verbGroup(pieces, j);
    if (last !== undefined && group.from > last) return group.from;
    last = j;
  }
  return to;
}

const JOINS: ReadonlySet<string> = new Set(['CCONJ', 'SCONJ', 'QUOTE']);
