/** What binds without a demand: a reason (`out of respect for the hosts`) and a red line (`is not negotiable`). */
import { isVerb } from './clauses.ts';
import { before, is, some, upTo, type Rule } from './ties.ts';
import { NO } from './vocabulary.ts';

/** `Out of respect for the hosts, we have sent a team`: a reason, which binds nobody. */
export const outOfRespect: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at - 1] !== 'of' || words[at - 2] !== 'out' || words[at + 1] !== 'for') return undefined;
  const needs = upTo(line, clause, at + 2);
  const rule = 'condition-reason';
  if (needs.to >= clause.to - 1) return { rule, step: before(line, clause, at - 2), needs, binds: 'reason' };
  return { rule, step: { from: needs.to, to: clause.to }, needs, binds: 'reason' };
};

/** `sovereignty is not negotiable`, `would not be up for debate`. */
export const redLine: Rule = (line, clause, at) => {
  const { words } = line;
  const isUp =
    words[at] === 'up' &&
    words[at + 1] === 'for' &&
    /^(?:debate|negotiation|discussion|grabs|sale)$/.test(words[at + 2] ?? '');
  if (!isUp && !is(words[at], 'negotiable', 'non-negotiable')) return undefined;
  const step = before(line, clause, at);
  const isNon = words[at] === 'non-negotiable' || words[at - 2] === 'non';
  if (!isNon && !some(line, step, NO)) return undefined;
  let verb = at;
  for (let i = at - 1; i >= step.from; i--) if (isVerb(line.tokens[i])) verb = i;
  const whole = { from: step.from, to: isUp ? at + 3 : at + 1 };
  return {
    rule: 'condition-red-line',
    step: { from: verb, to: whole.to },
    needs: { from: step.from, to: verb },
    binds: 'red-line',
  };
};
