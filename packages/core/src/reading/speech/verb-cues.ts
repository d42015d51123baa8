/**
 * Verbs of speaking and negotiating with their subject before them: `said that`, `refused to`, `rejected`, `having turned
 * down`. What is only supposed (if he accepts), wished (could accept) or somebody’s infinitive (wants to say) is left out.
 */
import { contentBefore } from './content-before.ts';
import { contentEnd } from './content.ts';
import { cueForms, type CueForm, type CueVerb } from './cue-verbs.ts';
import { afterParticle, cueSpan, skipAside, type Found } from './found.ts';
import { placed, startsClause, type Placed } from './frames.ts';
import { passive } from './passive-cues.ts';
import type { Piece } from './passages.ts';
import {
  isBe,
  isComma,
  isDo,
  isFinite,
  isHave,
  isModal,
  isOwner,
  isStop,
  isSupposed,
  skipTime,
  subjectBefore,
  subjectOfClauseAfter,
  subjectOfClauseBefore,
  verbGroup,
  type Phrase,
  type Verb,
} from './phrases.ts';
import { isRecord, isSomebody, speakerOf, spokenBy, type Setting } from './speaker.ts';

export function verbCue(setting: Setting, pieces: readonly Piece[], k: number): Found | undefined {
  const readings = cueForms(pieces[k]!.lower);
  if (readings.length === 0 || isNounHere(pieces, k)) return undefined;
  // `neither accepted nor refused it`: the first has the object of both
  if (/^(?:nor|or)$/.test(pieces[k - 1]?.lower ?? '') && cueForms(pieces[k - 2]?.lower ?? '').length > 0)
    return undefined;
  const asked = askedWhether(pieces, k);
  if (asked !== undefined) return asked;
  const group = verbGroup(pieces, k);
  const form = formHere(pieces, k, group, readings);
  if (form === undefined) return undefined;
  if (form === 'passive') return passive(setting, pieces, k, group, readings);
  const then = isComma(pieces[k + 1]) || pieces[k + 1]?.text === ':' ? k + 2 : k + 1;
  if (pieces[then]?.pos === 'QUOTE') return undefined;
  // `It holds, says the guild, whose seal it bears`
  const inverted = isComma(pieces[k - 1]) ? contentBefore(setting, pieces, k, group, readings) : undefined;
  if (inverted !== undefined) return inverted;
  const subject = subjectOf(pieces, k, group, form);
  if (subject !== undefined)
    for (const { verb: cue } of readings) {
      const found = withSubject(setting, pieces, k, group, form, cue, subject);
      if (found !== undefined) return found;
      if (cue.frames.has('itself') && form === 'finite') return lapsed(setting, pieces, k, group, cue, subject);
    }
  return contentBefore(setting, pieces, k, group, readings) ?? alone(setting, pieces, k, group, readings, subject);
}

/** `Asked whether he would come, he …`, `when asked if`. */
function askedWhether(pieces: readonly Piece[], k: number): Found | undefined {
  if (pieces[k]!.lower !== 'asked') return undefined;
  const before = pieces[k - 1];
  if (before !== undefined && !/^(?:when|if|once)$/.test(before.lower) && !isStop(before)) return undefined;
  const at = skipAside(pieces, skipTime(pieces, k + 1));
  const [next, then] = [pieces[k + 1], pieces[at]];
  const isQuestion = then !== undefined && /^(?:how|why|what|who|where|when|whether|which|if)$/.test(then.lower);
  const isAbout = next !== undefined && /^(?:about|to)$/.test(next.lower);
  if (!isQuestion && !isAbout) return undefined;
  const from = isQuestion ? at : next!.lower === 'to' ? k + 1 : k + 2;
  if (from >= pieces.length) return undefined;
  let to = contentEnd(pieces, from, 'object');
  if (isQuestion) {
    // up to the comma that a clause of its own follows
    to = from;
    while (to < pieces.length && !isStop(pieces[to]) && pieces[to]!.pos !== 'QUOTE' && to < from + 60) {
      if (isComma(pieces[to]) && startsClause(pieces, to + 1, false)) break;
      to++;
    }
  }
  if (to <= from) return undefined;
  return {
    rule: 'indirect-clause',
    act: 'state',
    content: { from, to },
    cue: cueSpan(pieces, k, k),
    speaker: {},
    isNegated: false,
  };
}

type Here = 'finite' | 'infinitive' | 'gerund' | 'passive';

function withSubject(
  setting: Setting,
  pieces: readonly Piece[],
  k: number,
  group: Verb,
  form: Here,
  cue: CueVerb,
  subject: Phrase,
): Found | undefined {
  const after = afterParticle(pieces, k, cue);
  if (after === undefined || !isTold(group, cue, form)) return undefined;
  const isBeheld = isSupposed(pieces, subject.from);
  const gap = withGap(setting, pieces, k, group, cue, subject, after);
  if (gap !== undefined) return gap;
  const at = placed(pieces, after, cue, group);
  if (at === undefined) return isBeheld ? relative(setting, pieces, k, group, cue, subject, after) : undefined;
  if (isBeheld || isNobody(pieces, subject, cue) || !speaksForItself(setting, pieces, subject, cue)) return undefined;
  const isInverted =
    (isHave(pieces[subject.from - 1]) || isDo(pieces[subject.from - 1])) &&
    /^(?:nor|neither)$/.test(pieces[subject.from - 2]?.lower ?? '');
  const isNone = cue.act !== 'state' && /^(?:neither|nobody|none|no)$/.test(pieces[subject.from]!.lower);
  const isNegated = group.isNegated || isInverted || isNone || isYetTo(pieces, group);
  return {
    rule: at.rule,
    act: cue.lemma === 'object' ? 'accept' : isWish(pieces, cue, at) ? 'demand' : (at.act ?? cue.act),
    content: /^(?:who|which|that)$/.test(pieces[subject.from]!.lower) ? withinRelative(pieces, at.content) : at.content,
    cue: cueSpan(pieces, k, after - 1),
    speaker: spokenBy(setting, pieces, subject),
    isNegated: isNegated && cue.lemma !== 'object',
    ...(at.around === undefined ? {} : { around: at.around }),
  };
}

/** `insisted that the other move first`, `that it be paid`, `that it must`: what shall be, not what is. */
function isWish(pieces: readonly Piece[], { lemma }: CueVerb, { rule, content }: Placed): boolean {
  if (pieces.slice(content.from, content.to).some(({ lower }) => /^(?:until|unless|once|only)$/.test(lower)))
    return false;
  if (lemma !== 'insist' || (rule !== 'indirect-that' && rule !== 'indirect-clause')) return false;
  for (let j = content.from; j < Math.min(content.to, content.from + 14); j++) {
    if (/^(?:must|should)$/.test(pieces[j]!.lower)) return true;
    if (pieces[j]!.lower === 'be') return !isModal(pieces[j - 1]) && !isModal(pieces[j - 2]);
    if (isFinite(pieces, j))
      return (
        pieces[j]!.pos === 'VERB' && !/(?:s|ed|t|ld|w)$/.test(pieces[j]!.lower) && !pieces[j - 1]!.lower.endsWith('s')
      );
  }
  return false;
}

/** `Nobody knows whether` */
const isNobody = (pieces: readonly Piece[], { from, to }: Phrase, { lemma }: CueVerb): boolean =>
  /^(?:know|guess|say)$/.test(lemma) &&
  pieces.slice(from, Math.min(to, from + 2)).some(({ lower }) => /^(?:nobody|no-one|no|one)$/.test(lower)) &&
  /^(?:nobody|no)/.test(pieces[from]!.lower);

/** `Moss, who said it was open, has`: up to the verb of the clause around. */
function withinRelative(pieces: readonly Piece[], content: Phrase): Phrase {
  for (let j = content.from + 1; j < content.to - 1; j++) {
    if (!isComma(pieces[j])) continue;
    return isFinite(pieces, skipTime(pieces, j + 1)) ? { from: content.from, to: j } : content;
  }
  return content;
}

/** Verbs that things do as well (the move underlines, the talks claimed) need somebody. */
const ALSO_OF_THINGS = new Set(
  `underscore underline highlight suggest indicate signal hint show reveal find read see view portray paint cast host send
  threaten seek claim report express require accept like want regard embrace echo offer support back favor favour oppose
  defend promote address describe explain challenge question hope plan decide try aim attempt expect know prove
  demonstrate reference detail outline mention cite recommend determine ensure project forecast point refer focus
  respond invoke question discuss touch attack hammer credit blame push`.split(/\s+/),
);

const speaksForItself = (setting: Setting, pieces: readonly Piece[], subject: Phrase, { lemma }: CueVerb): boolean =>
  /^(?:show|find)$/.test(lemma)
    ? isRecord(pieces, subject)
    : !ALSO_OF_THINGS.has(lemma) || isSomebody(setting, pieces, subject);

/** `the offer`, `their demand`: the word is a noun where it stands; `Disputes`: it is part of a name. */
function isNounHere(pieces: readonly Piece[], k: number): boolean {
  const before = pieces[k - 1];
  const p = pieces[k]!;
  if (p.pos === 'PROPN') return true;
  if (p.pos === 'ADJ') return before?.pos === 'DET';
  if (/^[-‑–]$/.test(before?.text ?? '') && before!.end === p.start) return true; // a state-backed bank
  if (before === undefined) return p.pos === 'NOUN';
  if (before.pos === 'DET' && !/^(?:each|both|all|some|many|most|few|neither|that|this)$/.test(before.lower))
    return true;
  if (isOwner(before) || /^['’]s?$/.test(before.text)) return true;
  if (p.pos !== 'NOUN') return false;
  return ['ADJ', 'ADP', 'NUM', 'VERB', 'DET'].includes(before.pos) || pieces[k + 1]?.lower === 'of';
}

function formHere(pieces: readonly Piece[], k: number, group: Verb, readings: readonly CueForm[]): Here | undefined {
  const has = (form: CueForm['form']): boolean => readings.some((reading) => reading.form === form);
  const before = pieces[k - 1];
  if (has('gerund')) return group.hasAuxiliary ? 'finite' : 'gerund';
  if (before?.lower === 'having') return 'gerund';
  if (group.isPassive && has('participle')) return 'passive';
  if (group.isInfinitive) return 'infinitive';
  if (has('base') && !has('past')) {
    // the second of two verbs after `will` or `to` is as little told as the first
    return !group.hasAuxiliary && before?.pos === 'CCONJ' ? undefined : 'finite';
  }
  if (has('third') || has('past') || has('base')) {
    if (pieces[k + 1]?.lower === 'by' && !group.hasAuxiliary) return undefined; // `an extension offered by`
    return 'finite';
  }
  return has('participle') && group.hasAuxiliary ? 'finite' : undefined;
}

/** `has yet to accept` */
const isYetTo = (pieces: readonly Piece[], { from, isInfinitive }: Verb): boolean =>
  isInfinitive && isHave(pieces[from]) && pieces[from + 1]?.lower === 'yet';

const TELLING_OF = new Set(
  'said reported believed understood thought continue continues continued going used likes began begun on went goes'.split(
    ' ',
  ),
);

function subjectOf(pieces: readonly Piece[], k: number, group: Verb, form: Here): Phrase | undefined {
  if (form === 'gerund') {
    const start = pieces[group.from - 1];
    // `with leaders calling for`: a subject of its own
    const own =
      start !== undefined && ['NOUN', 'PROPN'].includes(start.pos) ? subjectBefore(pieces, group.from) : undefined;
    if (own !== undefined) return own;
    const isFirst = start === undefined || start.pos === 'ADP' || start.pos === 'SCONJ';
    return (isFirst ? subjectOfClauseAfter(pieces, k) : undefined) ?? subjectOfClauseBefore(pieces, group.from);
  }
  if (form === 'infinitive') {
    // `has yet to accept`, `which is to host`
    if (isYetTo(pieces, group) || isBe(pieces[group.from])) {
      const isRelative = /^(?:who|which)$/.test(pieces[group.from - 1]?.lower ?? '');
      return isRelative ? { from: group.from - 1, to: group.from } : subjectBefore(pieces, group.from);
    }
    let at = group.from - 1;
    while (pieces[at] && !TELLING_OF.has(pieces[at]!.lower) && at > group.from - 3) at--;
    if (!TELLING_OF.has(pieces[at]?.lower ?? '')) return undefined;
    const governing = verbGroup(pieces, at);
    return governing.modal === '' ? subjectBefore(pieces, governing.from) : undefined;
  }
  const before = pieces[group.from - 1];
  if (before === undefined) return undefined;
  if (before.lower === 'who' || before.lower === 'which') return { from: group.from - 1, to: group.from };
  if (before.pos === 'CCONJ' || (isComma(before) && pieces[group.from - 2]?.pos === 'CCONJ'))
    return subjectOfClauseBefore(pieces, group.from - 1);
  return (
    subjectBefore(pieces, group.from) ?? (isComma(before) ? subjectOfClauseBefore(pieces, group.from - 1) : undefined)
  );
}

/** Not what might be told: could accept, would accept. */
function isTold({ modal, isNegated }: Verb, cue: CueVerb, form: Here): boolean {
  if (cue.lemma === 'hear' || cue.lemma === 'object') return isNegated;
  if (cue.lemma === 'like') return modal === 'would';
  if (form === 'infinitive' || modal === '') return true;
  if (isNegated) return !cue.frames.has('quote');
  return /^(?:will|'ll)$/.test(modal) && !cue.frames.has('quote') && cue.frames.has('noun');
}

/** `the valleys on which Moss had insisted`: the content is what the clause hangs on. */
function relative(
  setting: Setting,
  pieces: readonly Piece[],
  k: number,
  group: Verb,
  cue: CueVerb,
  subject: Phrase,
  after: number,
): Found | undefined {
  let at = subject.from - 1;
  while (pieces[at]?.pos === 'ADV') at--;
  if (pieces[at]?.lower !== 'which' || cue.act === 'state' || cue.act === 'report') return undefined;
  at--;
  if (pieces[at]?.pos === 'ADP') at--;
  else if (!cue.frames.has('noun')) return undefined;
  const end = isComma(pieces[at]) ? at : at + 1;
  const content = subjectBefore(pieces, end);
  if (content === undefined) return undefined;
  return {
    rule: 'indirect-object',
    act: cue.act,
    content: { from: content.from, to: end },
    cue: cueSpan(pieces, k, after - 1),
    speaker: speakerOf(setting, pieces, subject),
    isNegated: group.isNegated,
  };
}

/** `a probe that Moss said was over`, `which they say left a gap`: the content goes on without its subject. */
function withGap(
  setting: Setting,
  pieces: readonly Piece[],
  k: number,
  group: Verb,
  cue: CueVerb,
  subject: Phrase,
  after: number,
): Found | undefined {
  if (!cue.frames.has('that') || !/^(?:which|that|what|who|whom)$/.test(pieces[subject.from - 1]?.lower ?? ''))
    return undefined;
  const at = skipTime(pieces, after);
  if (!isFinite(pieces, at)) return undefined;
  return {
    rule: 'indirect-clause',
    act: cue.act,
    content: withinRelative(pieces, { from: at, to: contentEnd(pieces, at, 'clause') }),
    cue: cueSpan(pieces, k, after - 1),
    speaker: speakerOf(setting, pieces, subject),
    isNegated: group.isNegated,
  };
}

/** `the armistice lapsed`, `he let the offer lapse`. */
function lapsed(
  setting: Setting,
  pieces: readonly Piece[],
  k: number,
  group: Verb,
  cue: CueVerb,
  subject: Phrase,
): Found | undefined {
  if (group.modal !== '' || isSupposed(pieces, subject.from)) return undefined;
  let { from } = subject;
  if (pieces[from - 1]?.lower === 'by' && pieces[from - 2]?.pos === 'VERB')
    from = subjectBefore(pieces, from - 2)?.from ?? from;
  const content = { from, to: Math.min(subject.to, contentEnd(pieces, subject.from, 'clause')) };
  const let_ = pieces[subject.from - 1];
  const letBy = let_?.lower === 'let' ? subjectOfClauseBefore(pieces, subject.from) : undefined;
  return {
    rule: 'indirect-object',
    isApart: true,
    act: cue.act,
    content,
    cue: cueSpan(pieces, k, k),
    speaker: letBy === undefined ? {} : speakerOf(setting, pieces, letBy),
    isNegated: group.isNegated,
  };
}

/** `He has not accepted.` The verb itself is all that there is. */
function alone(
  setting: Setting,
  pieces: readonly Piece[],
  k: number,
  group: Verb,
  readings: readonly CueForm[],
  subject: Phrase | undefined,
): Found | undefined {
  if (!group.isNegated || group.modal !== '' || !isStop(pieces[k + 1]) || subject === undefined) return undefined;
  const cue = readings.find(
    ({ verb }) => verb.act === 'accept' || verb.act === 'decline' || verb.lemma === 'say',
  )?.verb;
  if (cue === undefined) return undefined;
  return {
    rule: 'indirect-object',
    act: cue.act,
    content: { from: k, to: k + 1 },
    cue: cueSpan(pieces, k, k),
    speaker: spokenBy(setting, pieces, subject),
    isNegated: true,
  };
}
