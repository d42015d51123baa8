/** Passives: `was rejected by`, `it is argued that`, `is reported to have`, `is thought unlikely`. Often nobody is named. */
import { contentEnd } from './content.ts';
import { cueForms, type CueForm } from './cue-verbs.ts';
import { afterParticle, cueSpan, type Found } from './found.ts';
import type { Piece } from './passages.ts';
import { isComma, isStop, isSupposed, phraseFrom, skipTime, subjectBefore, type Phrase, type Verb } from './phrases.ts';
import { speakerOf, type Setting } from './speaker.ts';

const JUDGED = new Set('likely unlikely probable improbable possible impossible'.split(' '));

export function passive(
  setting: Setting,
  pieces: readonly Piece[],
  k: number,
  group: Verb,
  readings: readonly CueForm[],
): Found | undefined {
  const before = pieces[group.from - 1];
  const isRelative = before !== undefined && /^(?:who|which)$/.test(before.lower);
  const subject = isRelative ? { from: group.from - 1, to: group.from } : subjectBefore(pieces, group.from);
  if (subject === undefined || group.modal !== '' || group.isInfinitive || isSupposed(pieces, subject.from))
    return undefined;
  if (pieces[subject.from - 1]?.lower === 'let') return undefined; // `let it be known`
  for (const { verb: one } of readings) {
    const after = afterParticle(pieces, k, one);
    if (after === undefined) continue;
    const at = skipTime(pieces, after);
    const next = pieces[at];
    const base = { act: one.act, cue: cueSpan(pieces, k, after - 1), isNegated: group.isNegated };
    const takesThat = one.frames.has('that') || one.frames.has('that-only');
    if (takesThat && next?.lower === 'that')
      return {
        ...base,
        rule: 'indirect-passive',
        content: { from: at + 1, to: contentEnd(pieces, at + 1, 'clause') },
        speaker: {},
      };
    const isThought = one.lemma === 'expect' || one.lemma === 'project';
    const isReported = isThought || (['state', 'report'].includes(one.act) && (takesThat || one.frames.has('quote')));
    if (next?.lower === 'to' && one.lemma === 'tell')
      return {
        ...base,
        rule: 'indirect-passive',
        act: 'demand',
        content: { from: at, to: contentEnd(pieces, at, 'object') },
        speaker: {},
      };
    if (next?.lower === 'to' && isReported && !leadsToCue(pieces, at + 1))
      return {
        ...base,
        rule: 'indirect-passive',
        content: { from: at, to: contentEnd(pieces, at, 'object') },
        speaker: {},
      };
    if ((takesThat || one.frames.has('two')) && JUDGED.has(next?.lower ?? ''))
      return {
        ...base,
        rule: 'indirect-passive',
        act: 'state',
        content: subject,
        around: { from: subject.from, to: at + 1 },
        speaker: {},
      };
    const isAsked = one.frames.has('wh') && one.lemma === 'ask';
    if (isAsked && /^(?:about|if|whether|how|why|what|who|when|where|which)$/.test(next?.lower ?? '')) {
      const from = next!.lower === 'about' ? at + 1 : at;
      return {
        ...base,
        rule: 'indirect-passive',
        content: { from, to: contentEnd(pieces, from, from === at ? 'clause' : 'object') },
        speaker: {},
      };
    }
    if (one.lemma === 'accuse' && next?.lower === 'of')
      return {
        ...base,
        rule: 'indirect-passive',
        content: { from: at + 1, to: contentEnd(pieces, at + 1, 'object') },
        speaker: {},
      };
    const isAct =
      !['state', 'report', 'wait', 'host'].includes(one.act) &&
      (one.frames.has('noun') || one.frames.has('as') || one.frames.has('ing'));
    if (!isAct || one.act === 'certify') continue;
    const agent = byAgent(pieces, at);
    return {
      ...base,
      rule: 'indirect-passive',
      isApart: true,
      content:
        one.act === 'offer' && next?.pos === 'DET' ? { from: at, to: contentEnd(pieces, at, 'object') } : subject,
      speaker: agent === undefined ? {} : speakerOf(setting, pieces, agent),
    };
  }
  return undefined;
}

/** `is reported to have pleaded`: the verb that follows tells more. */
const leadsToCue = (pieces: readonly Piece[], at: number): boolean =>
  cueForms(pieces[pieces[at]?.lower === 'have' ? at + 1 : at]?.lower ?? '').length > 0;

function byAgent(pieces: readonly Piece[], at: number): Phrase | undefined {
  for (let j = at; j < Math.min(pieces.length, at + 6); j++) {
    if (isStop(pieces[j]) || isComma(pieces[j])) return undefined;
    if (pieces[j]!.lower === 'by') return phraseFrom(pieces, j + 1);
  }
  return undefined;
}
