/**
 * Conditions that are met together: `A in return for B`, `offers to give up A for B`, `A at the same time as B`, `the two
 * belong together`, `with B or not at all`. By rule over one clause.
 */
import type { Line, Range } from './clauses.ts';
import { before, is, isRemark, some, upTo, type Part, type Rule } from './ties.ts';
import { NO } from './vocabulary.ts';

const RULE = 'condition-exchange';
const OFFERS = new Set(
  `would will could can ready willing prepared offer offered offers offering agree agreed agrees promised promises pledged
  proposed proposes demands demanded wants wanted called suspended frozen accepted accepts full asks asked seeks price`.split(
    /\s+/,
  ),
);
const TRADES = new Set('trade swap exchange give hand drop free release renounce'.split(' '));

/** `would hand over the men in return for the pilots`; `In exchange for an amnesty, they promised …`. */
export const inReturn: Rule = (line, clause, at) => {
  const { words } = line;
  if (!is(words[at + 1], 'return', 'exchange')) return undefined;
  let forAt = at + 2;
  if (words[forAt] === ',' && isRemark(words, forAt, clause.to))
    for (let i = forAt + 1; i < Math.min(clause.to, forAt + 10); i++) if (words[i] === ',') forAt = i + 1;
  if (words[forAt] !== 'for') return undefined;
  const needs = upTo(line, clause, forAt + 1);
  if (at <= clause.from + 1) {
    if (needs.to >= clause.to - 2) return undefined;
    const step = { from: needs.to + 1, to: clause.to };
    return some(line, step, OFFERS)
      ? { rule: RULE, step, needs, timing: 'together', whole: { from: at, to: clause.to } }
      : undefined;
  }
  const step = before(line, clause, at);
  const asked = askedFor(line, step, needs);
  if (asked !== undefined)
    return { rule: RULE, ...asked, timing: 'together', whole: { from: step.from, to: clause.to } };
  return some(line, step, OFFERS) || !hasPastAct(line, step)
    ? { rule: RULE, step, needs, timing: 'together' }
    : undefined;
};

/** `demands money in exchange for the crew`: the crew is the step. `What they want in exchange for A is B`, `B is what they want …`. */
function askedFor({ words }: Line, step: Range, given: Range): Pick<Part, 'step' | 'needs'> | undefined {
  for (let i = step.to - 1; i > step.from; i--) {
    if (!/^(?:wants?|wanted|demands?|demanded|demanding|seeks?|asks?|expects?)$/.test(words[i]!)) continue;
    if (i < step.to - 1) return { step: given, needs: { from: i + 1, to: step.to } };
    if (words[step.from] === 'what')
      for (let k = given.from + 1; k < given.to - 1; k++)
        if (is(words[k], 'is', 'was'))
          return { step: { from: given.from, to: k }, needs: { from: k + 1, to: given.to } };
    for (let k = step.from + 1; k < i; k++)
      if (is(words[k], 'is', 'was') && words[k + 1] === 'what')
        return { step: given, needs: { from: step.from, to: k } };
    return undefined;
  }
  return undefined;
}

/** What was swapped is done, and no condition. */
const hasPastAct = ({ tokens, words }: Line, { from, to }: Range): boolean => {
  for (let i = from; i < to; i++)
    if (
      tokens[i]!.pos === 'VERB' &&
      /(?:ed|gave|got|sent|let|set|met|paid|left|took|came|went|held|won|lost)$/.test(words[i]!)
    )
      return true;
  return false;
};

/** `offers to give up palaces for a passport`. */
export const tradeFor: Rule = (line, clause, at) => {
  const { words } = line;
  const isPassive = is(words[at], 'exchanged', 'swapped', 'traded');
  if (isPassive && !(words[at - 1] === 'be' && is(words[at + 1], 'for'))) return undefined;
  if (isPassive)
    return { rule: RULE, step: before(line, clause, at), needs: upTo(line, clause, at + 2), timing: 'together' };
  if (some(line, { from: Math.max(clause.from, at - 4), to: at }, NO)) return undefined;
  const isOffered = words[at - 1] === 'to' && some(line, { from: Math.max(clause.from, at - 4), to: at }, OFFERS);
  if (
    !isOffered &&
    !(some(line, { from: Math.max(clause.from, at - 2), to: at }, OFFERS) && is(words[at], 'trade', 'swap', 'exchange'))
  )
    return undefined;
  for (let i = at + 2; i < Math.min(clause.to - 1, at + 10); i++) {
    if (words[i] === ',' || words[i] === 'in') return undefined;
    if (
      words[i] === 'for' &&
      !/^(?:good|the|ever|now|years|months|weeks|days)$/.test(words[i + 1]!) &&
      TRADES.has(words[at]!)
    )
      return {
        rule: RULE,
        step: { from: before(line, clause, at).from, to: i },
        needs: upTo(line, clause, i + 1),
        timing: 'together',
      };
  }
  return undefined;
};

/** `is to begin at the same time as the release`; `are to come into force simultaneously`; `signed at the same minute`. */
export const simultaneous: Rule = (line, clause, at) => {
  const { words } = line;
  const step = before(line, clause, at);
  const isMeant = some(line, step, new Set(['to', 'must', 'will', 'would', 'should', 'be', 'shall']));
  if (!isMeant) return undefined;
  if (words[at] === 'simultaneously')
    return { rule: RULE, step, needs: step, timing: 'together', whole: { from: step.from, to: at + 1 } };
  if (words[at - 1] !== 'same' || words[at - 2] !== 'the' || !is(words[at - 3], 'at', 'in', 'on')) return undefined;
  const own = { from: step.from, to: at - 3 };
  if (words[at + 1] === 'as') return { rule: RULE, step: own, needs: upTo(line, clause, at + 2), timing: 'together' };
  const isEnd = at + 1 >= clause.to || is(words[at + 1], ',');
  const isToBe =
    some(line, own, new Set(['must', 'should'])) ||
    (some(line, own, new Set(['are', 'is', 'were'])) && some(line, own, new Set(['to']))) ||
    isWish(line, own);
  return isEnd && isToBe
    ? { rule: RULE, step: own, needs: own, timing: 'together', whole: { from: own.from, to: at + 1 } }
    : undefined;
};

/** `that both papers be signed`: not `would be`. */
const isWish = ({ words }: Line, { from, to }: Range): boolean => {
  for (let i = from + 1; i < to; i++)
    if (words[i] === 'be' && !is(words[i - 1], 'to', 'will', 'would', 'could', 'can', 'may', 'might')) return true;
  return false;
};

/** `the two had to be linked`; `steel and citrus belong together`. */
export const linked: Rule = (line, clause, at) => {
  const { words } = line;
  const isLinked = words[at] === 'linked' && words[at - 1] === 'be' && words[at + 1] !== 'to';
  const isTogether = words[at] === 'together' && /^(?:belongs?|go|stand|fall)$/.test(words[at - 1]!);
  if (!isLinked && !isTogether) return undefined;
  const whole: Range = { from: clause.from, to: clause.to };
  return { rule: RULE, step: whole, needs: whole, timing: 'together' };
};

/** `He would return with a crown or not at all`. */
export const orNotAtAll: Rule = (line, clause, at): Part | undefined => {
  const { words } = line;
  if (words[at + 1] !== 'not' || words[at + 2] !== 'at' || words[at + 3] !== 'all') return undefined;
  const whole = before(line, clause, at);
  for (let i = at - 1; i > whole.from; i--)
    if (is(words[i], 'with', 'as', 'on', 'in', 'under', 'by', 'together'))
      return {
        rule: RULE,
        step: { from: whole.from, to: i },
        needs: { from: i + 1, to: at },
        timing: 'together',
        whole: { from: whole.from, to: at + 4 },
      };
  return undefined;
};

/** `The withdrawal must go hand in hand with the exchange`, `in parallel with`, `in tandem with`. */
export const handInHand: Rule = (line, clause, at) => {
  const { words } = line;
  const end = words[at] === 'hand' ? at + 3 : at + 1;
  const isPaired = words[at] === 'hand' ? words[at + 1] === 'in' && words[at + 2] === 'hand' : words[at - 1] === 'in';
  if (!isPaired || !is(words[end], 'with', 'to')) return undefined;
  const step = before(line, clause, at);
  const isMeant = some(line, step, new Set(['must', 'should', 'will', 'would', 'to', 'has', 'have']));
  return isMeant ? { rule: RULE, step, needs: upTo(line, clause, end + 1), timing: 'together' } : undefined;
};
