/**
 * Conditions of order: `first B, then A`, `B must happen before A`, `wants B before A`, `A must be preceded by B`, `A will
 * follow B`, `B first`. By rule over one clause.
 */
import { commaIn, type Clause, type Line, type Range } from './clauses.ts';
import { before, is, objectOf, some, upTo, type Part, type Rule } from './ties.ts';
import { isTime } from './times.ts';
import { MODALS, NO, STEP_NOUNS, STEPS, TALKS } from './vocabulary.ts';

const RULE = 'condition-first';
const WANTS = new Set(
  `insist insists insisted insisting insistence demand demands demanded demanding wants wanted want expects expected urged
  urging called calls asked asks waiting awaiting awaits waits`.split(/\s+/),
);
const MUST = new Set(['must', 'should', 'need', 'needs']);

/** `have to`, `has to`, `must`, `needs to`. */
const mustIn = ({ words }: Line, { from, to }: Range): boolean => {
  for (let i = from; i < to; i++)
    if (MUST.has(words[i]!) || (is(words[i], 'has', 'have', 'had') && words[i + 1] === 'to')) return true;
  return false;
};

/** What B is in `B before A`: after the verb of wishing, or the clause with `must`. */
export const beforeThat: Rule = (line, clause, at) => {
  const { words } = line;
  if (at <= clause.from + 1) return beforeStep(line, clause, at);
  const step = upTo(line, clause, at + 1);
  if (step.to - step.from < 1 || isTime(line, step)) return undefined;
  const needs = before(line, clause, at);
  if (some(line, needs, NO)) return undefined;
  if (isSlogan(line, clause, at)) return { rule: RULE, needs: { from: clause.from, to: at }, step };
  const from = Math.max(clause.from, at - 20);
  for (let i = at - 1; i >= from; i--) {
    if (!WANTS.has(words[i]!)) continue;
    if (i >= at - 1) return undefined;
    const start = is(words[i + 1], 'on', 'for', 'that', 'to') ? i + 2 : i + 1;
    const isClearly = /^(?:insist|want|demand|expect|await|wait)/.test(words[i]!);
    if (!isClearly && !hasStep(line, step)) continue;
    return {
      rule: RULE,
      needs: { from: start, to: at },
      step,
      whole: { from: ownFrom(line, needs.from, i), to: step.to },
    };
  }
  if (mustIn(line, needs)) return { rule: RULE, needs, step };
  const isDemanded = /^(?:demand|insist)/.test(clause.cue ?? '') && hasBareVerb(line, needs);
  return isDemanded || isWished(line, needs) ? { rule: RULE, needs, step } : undefined;
};

/** `Water before words`: nothing else in the clause, and no verb. */
const isSlogan = ({ tokens }: Line, { from, to }: Range, at: number): boolean =>
  to - from <= 6 &&
  at - from <= 3 &&
  tokens.slice(from, to).every(({ pos }) => ['NOUN', 'PROPN', 'ADJ', 'ADP', 'SCONJ', 'DET', 'ADV'].includes(pos)) &&
  tokens[at - 1]!.pos === 'NOUN';

/** `title be transferred`: a wish. */
const isWished = ({ words }: Line, { from, to }: Range): boolean => {
  for (let i = from + 1; i < to; i++)
    if (words[i] === 'be' && !MODAL_OR_TO.has(words[i - 1]!)) return !MODAL_OR_TO.has(words[i - 2] ?? '');
  return false;
};
const MODAL_OR_TO = new Set("to will would could can may might must should shall not 'll never also only".split(' '));

/** From the last `but` or `and` before the verb: `has not refused but wants …`. */
function ownFrom({ words }: Line, from: number, verb: number): number {
  for (let i = verb - 1; i > from; i--) if (is(words[i], 'but', 'and')) return i + 1;
  return from;
}

const hasStep = (line: Line, range: Range): boolean =>
  some(line, range, STEPS) || /(?:ing|ions?)$/.test(line.words[range.from] ?? '');

/** `that title be transferred`, `that the troops leave`. */
const hasBareVerb = ({ words, tokens }: Line, { from, to }: Range): boolean => {
  for (let i = from + 1; i < to; i++)
    if (words[i] === 'be' || (tokens[i]!.pos === 'VERB' && !/(?:ing|ed|[^s]s)$/.test(words[i]!))) return true;
  return false;
};

/** `Before signing, the company expects the award to be paid`. */
function beforeStep(line: Line, clause: Clause, at: number): Part | undefined {
  const comma = commaIn(line.words, at, clause.to);
  if (comma > at + 14 || comma >= clause.to - 3) return undefined;
  const step = { from: at + 1, to: comma };
  if (isTime(line, step)) return undefined;
  for (let i = comma + 1; i < Math.min(clause.to, comma + 10); i++)
    if (
      WANTS.has(line.words[i]!) ||
      line.words[i] === 'must' ||
      (is(line.words[i], 'has', 'have') && line.words[i + 1] === 'to')
    )
      return { rule: RULE, step, needs: { from: comma + 1, to: clause.to }, whole: { from: at, to: clause.to } };
  return undefined;
}

/** `first the signature, then the ships`; `hostages first and soldiers second`; `prisoners first, then oil`. */
export const firstThen: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at - 1] === 'who' && some(line, before(line, clause, at - 1), new Set(['will', 'would', 'only'])))
    return {
      rule: RULE,
      step: { from: before(line, clause, at - 1).from, to: at - 1 },
      needs: { from: at + 1, to: clause.to },
    };
  if (is(words[at - 1], 'the', 'a', 'its', 'his', 'her', 'their', 'our', 'my', "'s")) return undefined;
  for (let i = at + 1; i < Math.min(clause.to - 1, at + 18); i++) {
    const isThen = words[i] === 'then' && is(words[i - 1], ',', 'and', ';', '-', '–', '—', 'only');
    const isAfter = words[i] === 'after' && words[i + 1] === 'that' && is(words[i - 1], 'only', 'and', ',');
    if (!isThen && !isAfter && words[i] !== 'second') continue;
    if (words[i - 1] === ';' && !mustIn(line, { from: clause.from, to: i })) return undefined;
    const isWish = mustIn(line, { from: clause.from, to: at + 3 }) || clause.cue !== undefined || !hasPast(line, at, i);
    if (!isWish) return undefined;
    if (words[i] === 'second') {
      for (let k = i - 1; k > at; k--)
        if (is(words[k], 'and', ','))
          return {
            rule: RULE,
            needs: before(line, clause, at),
            step: { from: k + 1, to: i },
            whole: { from: before(line, clause, at).from, to: i + 1 },
          };
      return undefined;
    }
    let start = isAfter ? i + 2 : i + 1;
    if (words[start] === ',') start = upTo(line, clause, start + 1).to + 1; // then, he said, …
    if (start >= clause.to) return undefined;
    const step = upTo(line, clause, start);
    let last = i;
    while (is(words[last - 1], ',', 'and', ';', 'only', '-', '–', '—')) last--;
    const needs = last > at + 1 ? { from: at + 1, to: last } : before(line, clause, at);
    return { rule: RULE, needs, step, whole: { from: Math.min(at, needs.from), to: step.to } };
  }
  return firstAlone(line, clause, at);
};

/** Told of what was done: no demand. */
const hasPast = ({ tokens, words }: Line, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (tokens[i]!.pos === 'VERB' && /ed$|^(?:came|went|met|left|took|gave|sent|held)$/.test(words[i]!)) return true;
  return false;
};

/** `The renunciation has to come first`, `insists on an inquiry first`, `wants its gold back first`. */
function firstAlone(line: Line, clause: Clause, at: number): Part | undefined {
  const { words } = line;
  const isLast = at + 1 >= clause.to || is(words[at + 1], ',', 'and', 'before') || words[at + 1] === '.';
  if (!isLast || at - clause.from < 3) return undefined;
  const whole = { from: before(line, clause, at).from, to: Math.min(clause.to, at + 1) };
  if (some(line, whole, NO)) return undefined;
  const isWish = some(line, whole, WISHES) || (/^(?:insist|demand)/.test(clause.cue ?? '') && hasBareVerb(line, whole));
  const isOrder = is(words[at - 1], 'come', 'comes', 'go', 'move', 'happen') && mustIn(line, whole);
  const isRelative =
    some(line, { from: Math.max(clause.from, at - 16), to: at }, new Set(['only'])) &&
    some(line, whole, new Set(['who']));
  if (isRelative) return onlyWho(line, clause, whole);
  if (!isWish && !isOrder && !(mustIn(line, whole) && clause.speaker !== undefined)) return undefined;
  let from = whole.from;
  if (isWish)
    for (let i = whole.from; i < at; i++)
      if (WISHES.has(words[i]!)) from = is(words[i + 1], 'on', 'to', 'that') ? i + 2 : i + 1;
  const needs = { from: Math.min(from, at), to: at };
  return {
    rule: RULE,
    needs: needs.to > needs.from ? needs : whole,
    step: whole,
    whole: { from: whole.from, to: clause.to },
  };
}
const WISHES = new Set('wants want wanted insists insisted insist demands demanded demand expects'.split(' '));

/** `would sell only to buyers who built a refinery first`. */
function onlyWho({ words }: Line, clause: Clause, { from, to }: Range): Part | undefined {
  for (let i = from; i < to; i++)
    if (words[i] === 'who')
      return {
        rule: 'condition-only-if',
        step: { from, to: i },
        needs: { from: i + 1, to },
        whole: { from, to: clause.to },
      };
  return undefined;
}

/** `wants the siege lines frozen beforehand`. */
export const beforehand: Rule = (line, clause, at) => {
  const whole = { from: before(line, clause, at).from, to: at };
  if (!some(line, whole, WISHES) && !mustIn(line, whole)) return undefined;
  let [own, from] = [whole.from, whole.from];
  for (let i = whole.from; i < at; i++)
    if (WISHES.has(line.words[i]!)) [own, from] = [ownFrom(line, whole.from, i), i + 1];
  return { rule: RULE, needs: { from, to: at }, step: { from: own, to: clause.to } };
};

/** `Any talks on water must be preceded by a truce`. */
export const precededBy: Rule = (line, clause, at) => {
  if (line.words[at + 1] !== 'by' || line.words[at - 1] !== 'be' || !mustIn(line, before(line, clause, at)))
    return undefined;
  const isTogether = !line.words[at]!.startsWith('prece');
  const timing = isTogether ? ({ timing: 'together' } as const) : {};
  return { rule: RULE, step: before(line, clause, at), needs: upTo(line, clause, at + 2), ...timing };
};

/** `B must precede A`, `A can follow B but not precede it`, `A will come after B`, `B must come before A`. */
export const order: Rule = (line, clause, at) => {
  const { words } = line;
  const modal = words[at - 1]!;
  if (!is(modal, 'must', 'should', 'can', 'has', 'will', 'would', 'to', 'only')) return undefined;
  const one = before(line, clause, at);
  if (words[at] === 'follow') {
    const needs = upTo(line, clause, at + 1);
    const isStep = some(line, one, STEPS) || modal === 'can' || modal === 'must';
    return isStep && !isTime(line, needs) ? { rule: RULE, step: one, needs } : undefined;
  }
  if (words[at] === 'come') {
    const other = upTo(line, clause, at + 2);
    if (isTime(line, other) || other.to <= other.from) return undefined;
    if (words[at + 1] === 'before') return { rule: RULE, step: other, needs: one };
    const isOnly = is(words[at + 1], 'only') && words[at + 2] === 'after';
    if (isOnly || words[at + 1] === 'after')
      return {
        rule: isOnly ? 'condition-only-if' : RULE,
        step: one,
        needs: isOnly ? upTo(line, clause, at + 3) : other,
      };
    return undefined;
  }
  if (modal === 'can' || modal === 'will') return undefined;
  return { rule: RULE, step: upTo(line, clause, at + 1), needs: one };
};

/** `a ceasefire as a starting point for peace`. */
export const startingPoint: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at + 1] !== 'point' || !is(words[at + 2], 'for', 'to', 'of')) return undefined;
  for (let i = at - 1; i >= Math.max(clause.from, at - 5); i--) {
    if (!is(words[i], 'as', 'is', 'be', 'was', 'are')) continue;
    return { rule: RULE, needs: objectOf(line, before(line, clause, i)), step: upTo(line, clause, at + 3) };
  }
  return undefined;
};

/** `The first step in ending any war is a ceasefire`. */
export const firstStep: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at - 1] !== 'first' || !is(words[at + 1], 'in', 'to', 'towards', 'toward')) return undefined;
  for (let i = at + 3; i < Math.min(clause.to - 1, at + 20); i++)
    if (is(words[i], 'is', 'must', 'was'))
      return {
        rule: RULE,
        step: { from: at + 2, to: i },
        needs: { from: words[i + 1] === 'be' ? i + 2 : i + 1, to: clause.to },
      };
  return undefined;
};

/** `a ceasefire to facilitate negotiations`. */
export const toFacilitate: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at - 1] !== 'to' || !some(line, upTo(line, clause, at + 1), STEP_NOUNS)) return undefined;
  const needs = before(line, clause, at - 1);
  if (!some(line, { from: Math.max(needs.from, needs.to - 5), to: needs.to }, STEP_NOUNS)) return undefined;
  return { rule: RULE, needs: objectOf(line, needs), step: upTo(line, clause, at + 1), binds: 'demand' };
};

/** `discussions could settle the terms of a ceasefire`: they are a subject of the talks, and so come after them. */
export const settledInTalks: Rule = (line, clause, at) => {
  const { words } = line;
  const near = { from: Math.max(clause.from, at - 3), to: at };
  if (!some(line, near, MODALS) || some(line, near, NO)) return undefined;
  const subject = { from: Math.max(clause.from, at - 8), to: at };
  const object = upTo(line, clause, at + 1);
  if (some(line, subject, TALKS) && !words[at]!.endsWith('d')) {
    if (!some(line, object, STEPS)) return undefined;
    return { rule: RULE, step: untilTalks(line, object), needs: before(line, clause, at) };
  }
  if (!is(words[at + 1], 'in', 'during', 'at') || !some(line, object, TALKS)) return undefined;
  return { rule: RULE, step: before(line, clause, at), needs: { from: at + 2, to: object.to } };
};

/** `the terms during the talks` → `the terms`. */
function untilTalks({ words }: Line, { from, to }: Range): Range {
  for (let i = from + 1; i < to; i++) if (words[i] === 'during') return { from, to: i };
  return { from, to };
}

/** `Peace begins with an apology`. */
export const beginsWith: Rule = (line, clause, at) => {
  const step = before(line, clause, at);
  if (line.words[at + 1] !== 'with' || step.to - step.from > 6 || !some(line, step, STEPS)) return undefined;
  return { rule: RULE, step, needs: upTo(line, clause, at + 2) };
};
