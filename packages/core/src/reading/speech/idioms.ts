/** Cues of several words: `made clear that`, `let it be known that`, `declared itself ready to`, `is prepared to`. */
import { aroundCue } from './content-before.ts';
import { contentEnd } from './content.ts';
import { cueSpan, skipAside, type Found } from './found.ts';
import { startsClause } from './frames.ts';
import type { Piece } from './passages.ts';
import {
  isBe,
  isComma,
  isStop,
  isSupposed,
  phraseFrom,
  skipTime,
  subjectBefore,
  subjectOfClauseBefore,
  verbGroup,
} from './phrases.ts';
import { spokenBy, type Setting } from './speaker.ts';

export function idiomCue(setting: Setting, pieces: readonly Piece[], k: number): Found | undefined {
  const p = pieces[k]!;
  const at = idiomEnd(pieces, k);
  if (at !== undefined) {
    const group = verbGroup(pieces, k);
    if (group.isInfinitive || group.modal !== '') return undefined;
    const subject = subjectBefore(pieces, group.from) ?? subjectOfClauseBefore(pieces, group.from);
    if (subject === undefined) return undefined;
    const speaker = spokenBy(setting, pieces, subject);
    const cue = cueSpan(pieces, k, at - 1);
    const base = { act: 'state' as const, cue, speaker, isNegated: group.isNegated };
    const next = skipAside(pieces, skipTime(pieces, at));
    if (pieces[next]?.lower === 'that')
      return {
        ...base,
        rule: 'indirect-made-clear',
        content: { from: next + 1, to: contentEnd(pieces, next + 1, 'clause') },
      };
    if (isComma(pieces[subject.from - 1]) && (isComma(pieces[at]) || isStop(pieces[at]))) {
      const content = aroundCue(pieces, subject.from - 1, at);
      return content && { ...base, rule: 'indirect-made-clear', content };
    }
    if (startsClause(pieces, next, false))
      return { ...base, rule: 'indirect-made-clear', content: { from: next, to: contentEnd(pieces, next, 'clause') } };
    return undefined;
  }
  const isReady =
    /^(?:ready|prepared|willing)$/.test(p.lower) && pieces[k + 1]?.lower === 'to' && pieces[k + 2]?.pos !== 'DET';
  if (!isReady) return undefined;
  let verbAt = k - 1;
  while (verbAt > 0 && pieces[verbAt]!.pos === 'ADV') verbAt--;
  const isDeclared = /sel(?:f|ves)$/.test(pieces[verbAt]?.lower ?? '');
  if (isDeclared) verbAt--;
  else if (!isBe(pieces[verbAt])) return undefined;
  const group = verbGroup(pieces, verbAt);
  const subject = subjectBefore(pieces, group.from);
  if (subject === undefined || isSupposed(pieces, subject.from)) return undefined;
  const isNegated = group.isNegated || pieces[k - 1]?.lower === 'not';
  return {
    rule: 'indirect-ready-to',
    act: isNegated ? 'decline' : 'offer',
    content: { from: k + 1, to: contentEnd(pieces, k + 1, 'object') },
    cue: cueSpan(pieces, verbAt, k),
    speaker: spokenBy(setting, pieces, subject),
    isNegated,
  };
}

function idiomEnd(pieces: readonly Piece[], k: number): number | undefined {
  const word = (j: number): string => pieces[j]?.lower ?? '';
  if (/^(?:make|makes|made|making)$/.test(word(k))) {
    const at = word(k + 1) === 'it' ? k + 2 : k + 1;
    return /^(?:clear|plain|known)$/.test(word(at)) ? at + 1 : undefined;
  }
  if (/^(?:let|lets)$/.test(word(k))) {
    if (word(k + 1) === 'it' && word(k + 2) === 'be' && /^(?:known|understood)$/.test(word(k + 3))) return k + 4;
    const whom = phraseFrom(pieces, k + 1);
    if (whom && word(whom.to) === 'know') return whom.to + 1;
  }
  if (
    /^(?:gives?|gave|given)$/.test(word(k)) &&
    /^(?:an|his|her|its|their)$/.test(word(k + 1)) &&
    /^(?:assurances?|undertaking)$/.test(word(k + 2))
  )
    return k + 3;
  return undefined;
}
