/**
 * Conditions that a verb or a noun ties: `A depends on B`, `A requires B`, `B is a precondition for A`, `the guild’s condition
 * for A is B`, `B is the price of A`, `the key to A is B`, `the loan is tied to B`. By rule over one clause.
 */
import { isVerb, type Clause, type Line, type Range } from './clauses.ts';
import { before, is, isRemark, objectOf, some, upTo, type Part, type Rule } from './ties.ts';
import { CONSENT, MODALS, NO, STEP_NOUNS, STEPS } from './vocabulary.ts';

const RULE = 'condition-depends';
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'remains', 'remained', 'as', 'being']);
const MAKES = new Set(
  'make makes made making set sets setting call called calls declared demand demanded demands named'.split(' '),
);

const OWNERS = new Set(['its', 'their', 'his', 'her', 'our', 'my']);

/** Words that stand for a step even where none of STEPS does: `the region’s reopening`, `its own`. */
const ABSTRACT = /.{3}[vs]als?$|.{4}(?:tion|sion|ment|ance|ence|ship|ing|ures?)s?$/;
const isStep = (line: Line, range: Range): boolean =>
  some(line, range, STEPS) || line.words.slice(range.from, range.to).some((word) => ABSTRACT.test(word));

/** `X depends on Y`, `contingent on`; `made X conditional on Y`, `conditioned X on Y`. */
export const dependsOn: Rule = (line, clause, at) => {
  const { words } = line;
  const word = words[at]!;
  if (/^condition(?:ed|s|ing)$/.test(word)) {
    for (let i = at + 1; i < Math.min(clause.to - 1, at + 9); i++)
      if (is(words[i], 'on', 'upon') && i > at + 1)
        return {
          rule: RULE,
          step: { from: at + 1, to: i },
          needs: upTo(line, clause, i + 1),
          whole: wholeOf(line, clause, at),
        };
  }
  let on = at + 1;
  if (words[on] === ',' && isRemark(words, on, clause.to)) on = upTo(line, clause, on + 1).to + 1; // depends, he said, on
  if (!is(words[on], 'on', 'upon')) return undefined;
  if (/^(?:whom|who|how|where)$/.test(words[on + 1] ?? '') && words[on + 2] === 'you') return undefined;
  const needs = upTo(line, clause, on + 1);
  for (let i = at - 1; i > Math.max(clause.from, at - 14); i--)
    if (/^(?:makes?|made|making)$/.test(words[i]!) && !word.startsWith('rest'))
      return { rule: RULE, step: { from: i + 1, to: at }, needs, whole: wholeOf(line, clause, i) };
  const step = before(line, clause, at);
  const whole = { from: Math.min(step.from, Math.max(clause.from, at - 14)), to: at };
  const isSure =
    word.startsWith('con') || word.startsWith('hing') || is(words[on + 1], 'whether', 'who', 'what', 'how');
  const isAct = line.tokens
    .slice(needs.from + 1, needs.to)
    .some(
      ({ pos, text }, k) =>
        pos === 'VERB' && text.endsWith('ing') && is(line.tokens[needs.from + k]?.pos, 'NOUN', 'PROPN'),
    );
  if (!isSure && !isAct && !isStep(line, whole)) return undefined;
  return { rule: RULE, step: step.to - step.from > 1 ? step : whole, needs };
};

/** From the subject of the clause on. */
const wholeOf = (line: Line, clause: Clause, at: number): Range => ({
  from: before(line, clause, at).from,
  to: clause.to,
});

export const requires: Rule = (line, clause, at) => {
  const { words, tokens } = line;
  const step = before(line, clause, at);
  if (NO.has(words[at - 1]!) || is(words[at + 1], 'to', 'by') || BE.has(words[at - 1]!)) return undefined;
  const needs = upTo(line, clause, at + 1);
  const isNeed = words[at]!.startsWith('need');
  const hasStep = isNeed ? some(line, needs, CONSENT) && !some(line, step, NO) : some(line, step, STEP_NOUNS);
  if (!hasStep && !words[at]!.startsWith('presuppose')) return undefined;
  for (let i = at + 1; i < needs.to; i++)
    if (words[i] === 'before')
      return { rule: RULE, step, needs: { from: at + 1, to: i }, whole: { from: step.from, to: needs.to } };
  return isVerb(tokens[at]) || isNeed ? { rule: RULE, step, needs } : undefined;
};

/** `subject to approval by parliament`; `Subject to a vote, the union will return`. */
export const subjectTo: Rule = (line, clause, at) => {
  const needs = upTo(line, clause, at + 2);
  if (line.words[at + 1] !== 'to' || (!some(line, needs, CONSENT) && !some(line, needs, STEPS))) return undefined;
  if (at > clause.from) return { rule: RULE, step: before(line, clause, at), needs };
  return needs.to < clause.to - 2
    ? { rule: RULE, step: { from: needs.to + 1, to: clause.to }, needs, whole: { from: at, to: clause.to } }
    : undefined;
};

/** `condition`, `precondition`, `prerequisite`, `price`, `key`, `sine qua non`. */
export const nounOfNeed: Rule = (line, clause, at) => {
  const { words } = line;
  const end = words[at] === 'sine' ? at + 3 : at + 1;
  const isWeak = /^(?:price|key|conditions?)$/.test(words[at]!);
  return (
    thatClause(line, clause, at, end) ??
    predicated(line, clause, at, end, isWeak) ??
    named(line, clause, at, end, isWeak)
  );
};

/** `made it a condition that B`, `It is a condition of the grant that B`. */
function thatClause(line: Line, clause: Clause, at: number, end: number): Part | undefined {
  const { words } = line;
  const isIt = some(line, { from: Math.max(clause.from, at - 4), to: at }, new Set(['it']));
  if (!isIt) return undefined;
  for (let i = end; i < Math.min(clause.to - 1, end + 8); i++) {
    if (words[i] !== 'that') continue;
    const whole = { from: before(line, clause, at).from, to: clause.to };
    const step = i > end + 1 ? { from: end + 1, to: i } : { from: whole.from, to: end };
    return { rule: RULE, step, needs: { from: i + 1, to: clause.to }, whole };
  }
  return undefined;
}

/** `B is a precondition for A`, `made B a condition of A`, `set B as the price of A`, `urged B as a starting point for A`. */
function predicated(line: Line, clause: Clause, at: number, end: number, isWeak: boolean): Part | undefined {
  const { words } = line;
  let to = end;
  if (words[at] === 'price' && /^(?:he|she|they|it|we)$/.test(words[end] ?? '')) to = end + 2; // the price he set for
  if (!is(words[to], 'for', 'to', 'of')) return undefined;
  const step = upTo(line, clause, to + 1);
  if (step.to - step.from < 1 || (isWeak && !isStep(line, step))) return undefined;
  const first = Math.max(clause.from, at - 6);
  for (let i = at - 1; i >= first; i--) {
    if (!BE.has(words[i]!)) continue;
    const needs = before(line, clause, i);
    if (words[i] === 'as') return { rule: RULE, needs: objectOf(line, needs), step };
    if (some(line, needs, NO)) return undefined;
    return needs.to > needs.from && !is(words[needs.from], 'it', 'this', 'that', 'there')
      ? { rule: RULE, needs, step }
      : undefined;
  }
  for (let i = at - 2; i >= Math.max(clause.from, at - 20); i--)
    if (MAKES.has(words[i]!)) {
      const needs = {
        from: i + 1,
        to: is(words[at - 1], 'a', 'the', 'one', 'their', 'its', 'his', 'her') ? at - 1 : at,
      };
      return needs.to > needs.from
        ? { rule: RULE, needs, step, whole: { from: before(line, clause, i).from, to: step.to } }
        : undefined;
    }
  return undefined;
}

/** `The guild’s condition for a return is B`, `The key to A is B`, `Their only condition was that …`. */
function named(line: Line, clause: Clause, at: number, end: number, isWeak: boolean): Part | undefined {
  const { words } = line;
  if (at - clause.from > 10) return undefined;
  let verb = -1;
  for (let i = end; i < Math.min(clause.to - 1, end + 12); i++)
    if (
      (i === end && words[i] === ':') ||
      /^(?:is|are|was|were|remains?)$/.test(words[i]!) ||
      (words[i] === 'be' && is(words[i - 1], 'will', 'would'))
    ) {
      verb = i;
      break;
    }
  if (verb < 0) return undefined;
  const from = is(words[verb + 1], ':', 'still', 'also', 'clear', 'simple') ? verb + 2 : verb + 1;
  const needs = upTo(line, clause, from);
  const isOwned = words.slice(clause.from, at).some((word) => word === "'s" || word === "'" || OWNERS.has(word));
  const holder = isOwned ? { holder: { from: clause.from, to: at } } : {};
  const step = upTo(line, { from: 0, to: verb }, end + 1);
  const hasStep = is(words[end], 'for', 'to', 'of') && step.to > step.from;
  const isTold =
    /^(?:was|were)$/.test(words[verb]!) &&
    isWeak &&
    clause.speaker === undefined &&
    !is(words[at], 'condition', 'conditions');
  if (isTold) return undefined;
  if (hasStep)
    return isStep(line, step) || !isWeak || words[at] !== 'price'
      ? { rule: RULE, step, needs, whole: { from: clause.from, to: needs.to }, ...holder }
      : undefined;
  const isAsked = words
    .slice(end, verb)
    .some((word) => /^(?:asks?|asked|demands?|demanded|sets?|wants?|wanted|names?)$/.test(word));
  if (isAsked) return { rule: RULE, step: { from: clause.from, to: verb }, needs, holder: { from: end, to: verb - 1 } };
  const isPrice =
    words[at] === 'price' && verb === end && (isOwned || words[at - 1] === 'the') && line.tokens[from]?.pos !== 'NUM';
  if (isPrice && is(words[verb], ':', 'is'))
    return { rule: RULE, step: { from: clause.from, to: end }, needs, ...holder };
  const isThat = words[from] === 'that' || words[from] === 'to' || (words[verb] === ':' && isOwned);
  return isThat && !is(words[at], 'price', 'key')
    ? { rule: RULE, step: { from: clause.from, to: end }, needs, ...holder }
    : undefined;
}

/** `What stands between them and a deal is B`, `what stands in the way of A is B`. */
export const stands: Rule = (line, clause, at) => {
  const { words } = line;
  const isWay = words[at + 1] === 'in' && words[at + 3] === 'way' && words[at + 4] === 'of';
  if (!isWay && words[at + 1] !== 'between') return undefined;
  let from = isWay ? at + 5 : at + 2;
  for (let i = from + 1; i < Math.min(clause.to - 1, from + 16); i++) {
    if (!isWay && words[i] === 'and') from = i + 1;
    if (is(words[i], 'is', 'are', 'was'))
      return {
        rule: RULE,
        step: { from, to: i },
        needs: upTo(line, clause, i + 1),
        whole: { from: clause.from, to: clause.to },
      };
  }
  return undefined;
};

/** `would open the way to talks`, `will unlock the loan`: not what has opened it. */
export const opensWay: Rule = (line, clause, at) => {
  const { words } = line;
  if (!some(line, { from: Math.max(clause.from, at - 2), to: at }, WILL_BE)) return undefined;
  if (is(words[at], 'unlock', 'trigger')) {
    const step = upTo(line, clause, at + 1);
    return isStep(line, step) ? { rule: RULE, needs: withoutModal(line, before(line, clause, at)), step } : undefined;
  }
  if (!is(words[at + 2], 'way', 'path', 'door', 'road') || !is(words[at + 3], 'to', 'for')) return undefined;
  return { rule: RULE, needs: withoutModal(line, before(line, clause, at)), step: upTo(line, clause, at + 4) };
};
const WILL_BE = new Set('will would could can must might may should'.split(' '));
const withoutModal = ({ words }: Line, { from, to }: Range): Range => ({
  from,
  to: WILL_BE.has(words[to - 1]!) ? to - 1 : to,
});

/** `has tied her signature to its consent`; `the loan is linked to the closure of the camp`. */
export const tiedTo: Rule = (line, clause, at) => {
  const { words } = line;
  if (is(words[at + 1], 'to', 'with')) {
    const step = before(line, clause, at);
    if (!some(line, { from: Math.max(step.from, at - 3), to: at }, BE) && words[at - 1] !== ',') return undefined;
    return some(line, step, STEPS) || ABSTRACT.test(words[step.from + 1] ?? '')
      ? { rule: RULE, step, needs: upTo(line, clause, at + 2) }
      : undefined;
  }
  if (is(words[at], 'linked') && BE.has(words[at - 1] ?? '')) return undefined;
  for (let i = Math.min(clause.to - 2, at + 12); i >= at + 2; i--)
    if (
      (words[i] === 'to' && (line.tokens[i + 1]?.pos !== 'VERB' || /[^s]s$/.test(words[i + 1]!))) ||
      words[i] === 'with'
    ) {
      const step = { from: at + 1, to: i };
      if (is(words[at + 1], 'up', 'down', 'in', 'for', 'by') || words[at] === 'links') return undefined;
      return {
        rule: RULE,
        step,
        needs: upTo(line, clause, i + 1),
        whole: { from: before(line, clause, at).from, to: clause.to },
      };
    }
  return undefined;
};

/** `any agreement must include guarantees`. */
export const dealMust: Rule = (line, clause, at) => {
  if (line.words[at - 1] !== 'must') return undefined;
  const step = before(line, clause, at);
  return some(line, step, STEP_NOUNS) ? { rule: RULE, step, needs: upTo(line, clause, at) } : undefined;
};

const RESISTS = new Set(
  'opposition fail reject rejects rejected resistance collapse refuse refuses ruled rules veto vetoed oppose void unacceptable doomed'.split(
    ' ',
  ),
);
/** `Any deal that fails to address it could face opposition`, `will reject any deal that leaves out the islands`. */
export const failsTo: Rule = (line, clause, at) => {
  const { words } = line;
  const isThat = is(words[at - 1], 'that', 'which');
  const step = before(line, clause, at - 1);
  if (!isThat || !some(line, step, STEP_NOUNS)) return undefined;
  const needsFrom = words[at + 1] === 'to' || words[at + 1] === 'out' ? at + 2 : at + 1;
  const isNegated = !/^(?:fails|lacks|omits|ignores|leaves|excludes)$/.test(words[at]!);
  if (some(line, step, RESISTS)) {
    const object = { from: Math.max(step.from, at - 5), to: at - 1 };
    return {
      rule: RULE,
      step: object,
      needs: upTo(line, clause, needsFrom),
      isNegated,
      whole: { from: step.from, to: clause.to },
    };
  }
  for (let i = needsFrom + 1; i < Math.min(clause.to, needsFrom + 14); i++)
    if (MODALS.has(words[i]!)) {
      const rest = { from: i, to: clause.to };
      if (!some(line, rest, RESISTS) && !some(line, rest, NO)) return undefined;
      return {
        rule: RULE,
        step,
        needs: { from: needsFrom, to: i },
        isNegated,
        whole: { from: step.from, to: rest.to },
      };
    }
  return undefined;
};

/** `the absence of an answer as an obstacle to trust`: a reason, not a demand. */
export const impediment: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at + 1] !== 'to') return undefined;
  let end = at;
  for (let i = at - 1; i >= Math.max(clause.from, at - 16); i--) {
    if (is(words[i], 'as', 'is', 'was', 'remains')) end = i;
    if (is(words[i], 'absence', 'lack') && words[i + 1] === 'of' && end > i + 2)
      return {
        rule: 'condition-reason',
        step: upTo(line, clause, at + 2),
        needs: { from: i + 2, to: end },
        binds: 'reason',
      };
  }
  return undefined;
};

/** `To get its gold back, the bank would have to recognise the debt`; `For there to be a treaty, the settlers must go`. */
export const inOrderTo: Rule = (line, clause, at) => {
  const { words, tokens } = line;
  const isHead = at === clause.from || (at === clause.from + 2 && words[at - 1] === 'order');
  if (!isHead) return undefined;
  let to = at;
  if (words[at] === 'for') while (to < Math.min(clause.to, at + 8) && words[to] !== 'to') to++;
  if (words[to] !== 'to' || (tokens[to + 1]?.pos !== 'VERB' && words[to + 1] !== 'be')) return undefined;
  const comma = upTo(line, clause, to + 1).to;
  if (comma >= clause.to - 3) return undefined;
  const needs = { from: comma + 1, to: clause.to };
  const isObliged = words
    .slice(needs.from, needs.to)
    .some(
      (word, k, all) => word === 'must' || word === 'needs' || (/^(?:has|have|had)$/.test(word) && all[k + 1] === 'to'),
    );
  if (!isObliged) return undefined;
  return {
    rule: RULE,
    step: { from: words[at] === 'for' ? at + 1 : to + 1, to: comma },
    needs,
    whole: { from: clause.from, to: clause.to },
  };
};

/** `Anyone who wants the contract must hire local crews`. */
export const whoever: Rule = (line, clause, at) => {
  const { words } = line;
  if (!is(words[clause.from], 'anyone', 'anybody', 'whoever', 'those', 'any') || at - clause.from > 16)
    return undefined;
  if (
    words[clause.from] !== 'whoever' &&
    !some(line, { from: clause.from, to: at }, new Set(['who', 'that', 'wanting', 'wishing']))
  )
    return undefined;
  return { rule: RULE, step: { from: clause.from, to: at }, needs: { from: at, to: clause.to } };
};

const BARE_NEEDS = new Set(['needed', 'required', 'necessary', 'indispensable']);
/** `A new radar is needed for flights to resume`, `B is essential for any deal`. */
export const isNeeded: Rule = (line, clause, at) => {
  const { words } = line;
  if (!BE.has(words[at - 1] ?? '') || words[at - 1] === 'as' || !is(words[at + 1], 'for', 'to', 'before', 'if'))
    return undefined;
  const whole = before(line, clause, words[at - 1] === 'be' ? at - 2 : at - 1);
  let that = whole.to - 2; // `his belief that a visit is essential`
  while (that > whole.from && words[that] !== 'that') that--;
  const needs = that > whole.from ? { from: that + 1, to: whole.to } : whole;
  const step = upTo(line, clause, at + 2);
  if (
    some(line, needs, NO) ||
    some(line, { from: at - 3, to: at }, NO) ||
    is(words[needs.from], 'it', 'that', 'this', 'they', 'he', 'she')
  )
    return undefined;
  const isClear = BARE_NEEDS.has(words[at]!)
    ? isStep(line, step) || some(line, step, new Set(['to']))
    : some(line, step, STEP_NOUNS);
  return isClear ? { rule: RULE, needs, step } : undefined;
};
