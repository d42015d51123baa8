/** The content after a cue, by the frames that its verb allows (./cue-verbs.ts), tried from the surest to the loosest. */
import type { Act } from '../rows.ts';
import { contentEnd, type Extent } from './content.ts';
import { CUE_NOUNS, type CueVerb, type Frame } from './cue-verbs.ts';
import { skipAside } from './found.ts';
import type { Piece } from './passages.ts';
import {
  beforeTime,
  isComma,
  isFinite,
  isOwner,
  isStop,
  isTime,
  phraseFrom,
  skipTime,
  type Phrase,
  type Verb,
} from './phrases.ts';

export interface Placed {
  readonly rule: string;
  readonly content: Phrase;
  readonly act?: Act;
  readonly around?: Phrase;
}

const PREPOSITIONS: readonly (readonly [Frame, string])[] = [
  ['for', 'for'],
  ['on', 'on'],
  ['of', 'of'],
  ['with', 'with'],
  ['about', 'about'],
  ['in', 'in'],
  ['to-noun', 'to'],
  ['against', 'against'],
  ['at', 'at'],
];

export function placed(pieces: readonly Piece[], after: number, cue: CueVerb, group: Verb): Placed | undefined {
  const at = skipTime(pieces, after);
  const next = pieces[at];
  if (next === undefined || cue.frames.has('itself')) return undefined;
  return (
    yesOrNo(pieces, at, cue, group) ??
    thatClause(pieces, at, cue) ??
    infinitive(pieces, at, cue) ??
    addressed(pieces, at, cue) ??
    judged(pieces, at, cue) ??
    prepositional(pieces, at, cue, after) ??
    question(pieces, at, cue) ??
    bareClause(pieces, at, cue) ??
    object(pieces, isPhraseAt(pieces, at) ? at : skipAside(pieces, at), cue)
  );
}

const isPhraseAt = (pieces: readonly Piece[], at: number): boolean => !/^(?:in|at|by|through)$/.test(pieces[at]!.lower);

const until = (pieces: readonly Piece[], from: number, extent: Extent): Phrase => ({
  from,
  to: contentEnd(pieces, from, extent),
});

const takesThat = ({ frames }: CueVerb): boolean => frames.has('that') || frames.has('that-only');

function yesOrNo(pieces: readonly Piece[], at: number, cue: CueVerb, group: Verb): Placed | undefined {
  const answer = pieces[at]!.lower;
  if (cue.lemma !== 'say' || group.isNegated || !/^(?:yes|no\.?)$/.test(answer)) return undefined;
  if (answer === 'no' && (isFinite(pieces, at + 1) || /^(?:NOUN|ADJ)$/.test(pieces[at + 1]?.pos ?? '')))
    return undefined;
  return { rule: 'indirect-object', content: { from: at, to: at + 1 }, act: answer === 'yes' ? 'accept' : 'decline' };
}

function thatClause(pieces: readonly Piece[], at: number, cue: CueVerb): Placed | undefined {
  if (!takesThat(cue)) return undefined;
  const that = pieces[at]!.lower === 'that' ? at : thatAfter(pieces, at);
  const then = pieces[that + 1];
  if (pieces[that]?.lower !== 'that' || then === undefined || isStop(then) || isComma(then)) return undefined;
  return { rule: 'indirect-that', content: until(pieces, that + 1, 'clause') };
}

/** `certified in a statement that`, `said, among other things, that`, `said - by telephone - that`. */
function thatAfter(pieces: readonly Piece[], at: number): number {
  const { text } = pieces[at]!;
  if (!isComma(pieces[at]) && !/^(?:[—–-]|--)$/.test(text)) return skipAside(pieces, at);
  for (let j = at + 1; j < Math.min(pieces.length, at + 12); j++)
    if (pieces[j]!.text === text) return pieces[j + 1] === undefined ? at : j + 1;
  return at;
}

const isInfinitive = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.lower === 'to' && /^(?:VERB|AUX)$/.test(pieces[at + 1]?.pos ?? '');

function infinitive(pieces: readonly Piece[], at: number, cue: CueVerb): Placed | undefined {
  if (!cue.frames.has('to')) return undefined;
  const isNegated = pieces[at]!.lower === 'not' && isInfinitive(pieces, at + 1);
  if (!isNegated && !isInfinitive(pieces, at)) return undefined;
  const isPledge = isNegated && cue.act === 'offer'; // a promise not to
  return {
    rule: 'indirect-infinitive',
    content: until(pieces, at, 'object'),
    ...(isPledge ? { act: 'decline' as const } : {}),
  };
}

const prepositionOf = (pieces: readonly Piece[], at: number, { frames }: CueVerb): Frame | undefined =>
  PREPOSITIONS.find(([frame, word]) => frames.has(frame) && pieces[at]!.lower.replace(/^upon$/, 'on') === word)?.[0];

/** `told reporters in the yard that`, `urged both to`, `appealed to both to`. */
function addressed(pieces: readonly Piece[], at: number, cue: CueVerb): Placed | undefined {
  const { frames } = cue;
  const takesWhom = frames.has('whom') || frames.has('whom-only');
  const preposition = prepositionOf(pieces, at, cue);
  const isThrough = preposition !== undefined && ['on', 'to-noun', 'with'].includes(preposition);
  if (!takesWhom && !isThrough) return undefined;
  const from = isThrough ? at + 1 : at;
  const whom = phraseFrom(pieces, from);
  if (whom === undefined) return undefined;
  const then = skipAside(pieces, skipTime(pieces, whom.to));
  const joined = pieces[then];
  if (takesWhom && takesThat(cue)) {
    const isState = cue.act === 'state';
    if (joined?.lower === 'that')
      return { rule: 'indirect-that', content: until(pieces, isState ? then + 1 : then, 'clause') };
    if (frames.has('that') && startsClause(pieces, then, false))
      return { rule: 'indirect-that', content: until(pieces, then, 'clause') };
  }
  if (takesWhom && frames.has('wh') && isQuestioning(joined))
    return { rule: 'indirect-clause', content: until(pieces, then, 'clause') };
  // `invited guests from both sides to the table`: whatever the phrase before, an infinitive after it
  const to = isInfinitive(pieces, then) || (joined?.lower === 'not' && isInfinitive(pieces, then + 1));
  if (to && cue.act !== 'state')
    return { rule: 'indirect-infinitive', content: until(pieces, isThrough ? then : from, 'object') };
  if (cue.lemma === 'ask' && isAskedToMeet(pieces, whom))
    return { rule: 'indirect-infinitive', content: until(pieces, from, 'object'), act: 'invite' };
  if (joined?.lower === 'of' && frames.has('of'))
    return { rule: 'indirect-preposition', content: until(pieces, then + 1, 'object') };
  return undefined;
}

/** `asked the ferry company to a meeting` */
function isAskedToMeet(pieces: readonly Piece[], { from, to }: Phrase): boolean {
  const words = pieces.slice(from, to).map(({ lower }) => lower);
  return words.includes('to') && words.some((word) => /^(?:talks?|meeting|table|summit|round|conference)$/.test(word));
}

const FAVOURABLE =
  /^(?:promising|constructive|positive|encouraging|welcome|historic|good|important|useful|fruitful|productive|helpful|friendly|step|breakthrough|success)$/;

/** `dismissed the plan as a farce`, `called it a farce`, `thought a deal unlikely`. */
function judged(pieces: readonly Piece[], at: number, cue: CueVerb): Placed | undefined {
  const { frames } = cue;
  if (!frames.has('as') && !frames.has('two')) return undefined;
  const what = phraseFrom(pieces, at);
  if (what === undefined) return undefined;
  const to = contentEnd(pieces, what.to, 'object');
  const isGood = pieces.slice(what.to, Math.min(to, what.to + 6)).some(({ lower }) => FAVOURABLE.test(lower));
  const act: Act = isGood ? 'state' : cue.act;
  const around = { from: at, to: Math.max(to, what.to) };
  if (frames.has('as')) {
    const as = pieces[what.to]?.lower === 'as' ? what.to : undefined;
    if (as !== undefined) return { rule: 'indirect-judged', content: what, act, around };
  }
  const judgement = skipTime(pieces, what.to);
  if (frames.has('two') && !frames.has('that') && !isJudgement(pieces, judgement)) {
    const quoted = judgementAfter(pieces, what.to);
    if (quoted !== undefined) return { rule: 'indirect-judged', content: { from: at, to: quoted }, act, around };
  }
  if (frames.has('two') && isJudgement(pieces, judgement)) {
    const isBare = what.to - what.from === 1 && pieces[at]!.pos === 'PRON'; // `it` says nothing by itself
    const isChance = /^(?:un|im)?(?:likely|probable)$/.test(pieces[judgement]!.lower);
    return {
      rule: 'indirect-judged',
      content: isBare ? around : { from: at, to: isChance ? judgement : what.to },
      act: isChance ? 'state' : act,
      around,
    };
  }
  return undefined;
}

/** `called the idea that anybody had asked “ridiculous”`. */
function judgementAfter(pieces: readonly Piece[], from: number): number | undefined {
  for (let j = from; j < Math.min(pieces.length, from + 25); j++) {
    if (pieces[j]!.opensTerm || pieces[j]!.pos === 'QUOTE') return j;
    if (isStop(pieces[j]) || isComma(pieces[j])) return undefined;
  }
  return undefined;
}

const isJudgement = (pieces: readonly Piece[], at: number): boolean => {
  const p = pieces[at];
  return (
    p !== undefined &&
    (p.opensTerm ||
      p.pos === 'QUOTE' ||
      isOwner(p) ||
      p.pos === 'ADJ' ||
      (p.pos === 'DET' && /^(?:a|an|the)$/.test(p.lower)))
  );
};

function prepositional(pieces: readonly Piece[], at: number, cue: CueVerb, after: number): Placed | undefined {
  const preposition = prepositionOf(pieces, at, cue);
  if (preposition === undefined || pieces[at + 1] === undefined || isTime(pieces[at + 1])) return undefined;
  if (cue.lemma === 'call' && preposition === 'on') return undefined;
  const from = cue.lemma === 'hear' ? after - 1 : at + 1; // `would not hear of it`: without the verb it says nothing
  const content = until(pieces, from, 'object');
  return { rule: 'indirect-preposition', content: { from, to: beforeTime(pieces, content) } };
}

const isQuestioning = (p: Piece | undefined): boolean =>
  p !== undefined && /^(?:how|why|what|who|where|when|whether|which|if)$/.test(p.lower);

function question(pieces: readonly Piece[], at: number, cue: CueVerb): Placed | undefined {
  if (!cue.frames.has('wh') || !isQuestioning(pieces[at])) return undefined;
  return { rule: 'indirect-clause', content: until(pieces, at, 'clause') };
}

function bareClause(pieces: readonly Piece[], at: number, cue: CueVerb): Placed | undefined {
  if (!cue.frames.has('that') || cue.frames.has('whom-only') || !startsClause(pieces, at, cue.frames.has('noun')))
    return undefined;
  return { rule: 'indirect-clause', content: until(pieces, at, 'clause') };
}

/**
 * A subject and its finite verb begin here. Where the cue might have an object instead (confirmed the plan made in May),
 * only an auxiliary is taken for the verb of a clause.
 */
export function startsClause(pieces: readonly Piece[], at: number, mayBeObject: boolean): boolean {
  const first = pieces[at];
  if (first === undefined || /^(?:me|him|them|us|little|much|nothing)$/.test(first.lower)) return false;
  if (/^(?:if|unless|whoever|once|until)$/.test(first.lower)) return true;
  if (/^(?:there|it)$/.test(first.lower)) return isFinite(pieces, skipTime(pieces, at + 1));
  let from = at;
  if (first.pos === 'ADP' || first.pos === 'SCONJ') from = skipAside(pieces, at); // `said in June the talks would`
  const subject = phraseFrom(pieces, from);
  if (subject === undefined) return !mayBeObject && isFiniteWithin(pieces, at);
  let verb = skipTime(pieces, subject.to);
  for (let k = 0; k < 2 && !isFinite(pieces, verb); k++) verb = skipAside(pieces, verb);
  const p = pieces[verb];
  if (p === undefined || !isFinite(pieces, verb)) return !mayBeObject && isFiniteWithin(pieces, at);
  if (!mayBeObject || p.pos === 'AUX' || pieces[at]!.pos === 'PRON') return true;
  return /^(?:DET|PRON|PROPN)$/.test(pieces[verb + 1]?.pos ?? '') && pieces[verb + 1]?.lower !== 'that';
}

/** A verb before the sentence ends, after words that may begin a clause: its subject is long. */
function isFiniteWithin(pieces: readonly Piece[], at: number): boolean {
  const first = pieces[at]!;
  if (
    !/^(?:DET|PRON|PROPN|NOUN|NUM|ADJ|SCONJ|QUOTE)$/.test(first.pos) &&
    !/^(?:none|despite|under|in)$/.test(first.lower) &&
    !first.lower.endsWith('ing')
  )
    return false;
  if (/^(?:who|which|whom|so|as|of|goodbye|hello)$/.test(first.lower)) return false;
  for (let j = at + 1; j < Math.min(pieces.length, at + 60); j++) {
    if (isStop(pieces[j]) || (isComma(pieces[j]) && pieces[j + 1]?.pos === 'CCONJ')) return false;
    if (isFinite(pieces, j) && !RELATING.test(pieces[j - 1]!.lower)) return true;
  }
  return false;
}

const RELATING = /^(?:who|which|that|when|where|as)$/;

const QUANTIFYING = /^(?:at|least|most|more|no|than|about|only|some|nearly|almost|up|to|over|under|around|roughly)$/;

/** What is offered or refused is surer than what is stated by its noun. */
const objectRule = (act: Act): string =>
  act === 'state' || act === 'report' ? 'indirect-object-said' : 'indirect-object';

function object(pieces: readonly Piece[], at: number, cue: CueVerb): Placed | undefined {
  const { frames, act } = cue;
  const first = pieces[at];
  if (first === undefined) return undefined;
  if (frames.has('ing') && first.lower.endsWith('ing') && first.pos !== 'PUNCT')
    return { rule: objectRule(act), content: until(pieces, at, 'object') };
  if (!frames.has('noun')) return undefined;
  if (first.lower === 'that' && (isStop(pieces[at + 1]) || isComma(pieces[at + 1])))
    return { rule: objectRule(act), content: { from: at, to: at + 1 } };
  // `neither accepted nor refused it`
  const isShared = first.pos === 'CCONJ' && /^(?:nor|or|and)$/.test(first.lower) && pieces[at + 1]?.pos === 'VERB';
  let from = isShared ? at + 2 : at;
  const start = from;
  while (QUANTIFYING.test(pieces[from]?.lower ?? '') && from < start + 4) from++;
  if (from > start && pieces[from]?.pos !== 'NUM' && !/^(?:a|an)$/.test(pieces[from]?.lower ?? '')) from = start;
  const what = phraseFrom(pieces, from);
  if (what === undefined) return undefined;
  if (act === 'dispatch' && !isDispatched(pieces, what)) return undefined;
  if (/sel(?:f|ves)$/.test(pieces[from]!.lower) && act !== 'offer') return undefined;
  if (cue.lemma === 'claim' && pieces[from]!.pos === 'NUM') return undefined;
  const whole = until(pieces, start, 'object');
  const content = { from: start, to: Math.max(what.from + 1, beforeTime(pieces, whole)) };
  if (act === 'dismiss')
    for (let j = what.to; j < content.to; j++)
      if (pieces[j]!.lower === 'as') return { rule: 'indirect-judged', content: { from: start, to: j } };
  const carried = act === 'state' ? carriedAct(pieces, what) : undefined;
  return { rule: objectRule(act), content, ...(carried === undefined ? {} : { act: carried }) };
}

/** `expressed her readiness to`, `confirmed his refusal to`: the noun says which act. */
function carriedAct(pieces: readonly Piece[], { from, to }: Phrase): Act | undefined {
  for (let i = from; i < to; i++) {
    const word = pieces[i]!.lower;
    if (!Object.hasOwn(CUE_NOUNS, word)) continue;
    const { act, joins } = CUE_NOUNS[word]!;
    if (joins.includes(pieces[i + 1]?.lower ?? '')) return act;
  }
  return undefined;
}

const DISPATCHED = new Set(
  `delegation delegations team teams envoy envoys official officials representative representatives negotiator
  negotiators minister ministers mission emissary mediator letter message aide aides convoy invitation note spokesman
  deputy adviser advisers diplomat diplomats observers monitors head heads`.split(/\s+/),
);

const isDispatched = (pieces: readonly Piece[], { from, to }: Phrase): boolean => {
  for (let i = from; i < to; i++) if (DISPATCHED.has(pieces[i]!.lower) || pieces[i]!.pos === 'PROPN') return true;
  return false;
};
