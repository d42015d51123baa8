/** Cues of several words: `made clear that`, `let it be known that`, `gave an assurance that`. */
import { aroundCue } from './content-before.ts';
import { contentEnd } from './content.ts';
import { cueSpan, skipAside, type Found } from './found.ts';
import { startsClause } from './frames.ts';
import type { Piece } from './passages.ts';
import { isComma, isStop, phraseFrom, skipTime, subjectBefore, subjectOfClauseBefore, verbGroup } from './phrases.ts';
import { spokenBy, type Setting } from './speaker.ts';

export function idiomCue(setting: Setting, pieces: readonly Piece[], k: number): Found | undefined {
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
        rule: 'indirect-that',
        content: { from: next + 1, to: contentEnd(pieces, next + 1, 'clause') },
      };
    if (isComma(pieces[subject.from - 1]) && (isComma(pieces[at]) || isStop(pieces[at]))) {
      const content = aroundCue(pieces, subject.from - 1, at);
      return content && { ...base, rule: 'indirect-clause-before', content };
    }
    if (startsClause(pieces, next, false))
      return { ...base, rule: 'indirect-clause', content: { from: next, to: contentEnd(pieces, next, 'clause') } };
    return undefined;
  }
  return undefined;
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
