/**
 * Conditions by exclusion: `no A without B`, `without B no A`, `no B, no A`, `no other but B`, `short of B, nothing …`,
 * `barring B, A`. By rule over one clause.
 */
import { commaIn, isVerb, type Clause, type Line, type Range } from './clauses.ts';
import { before, is, some, upTo, type Part, type Rule } from './ties.ts';
import { MODALS, NO, STEP_NOUNS, WILL } from './vocabulary.ts';

const RULE = 'condition-without';

/** `no deal without guarantees`; `neither would move without the other`. */
export const without: Rule = (line, clause, at) => {
  const { words, tokens } = line;
  if (at <= clause.from + 1) return withoutFirst(line, clause, at);
  const step = before(line, clause, at);
  const isMutual = words[at + 2] === 'other';
  const isVerbless = words[step.from] === 'no' && !tokens.slice(step.from, step.to).some((token) => isVerb(token));
  if (!some(line, step, NO) || !(isMutual || isVerbless || some(line, step, WILL) || some(line, step, STEP_NOUNS)))
    return undefined;
  if (tokens[at + 1]?.pos === 'VERB') return undefined; // without saying why
  return { rule: RULE, step, needs: upTo(line, clause, at + 1), ...(isMutual ? { timing: 'together' } : {}) };
};

/** `Without the letters there would have been no ceremony`. */
function withoutFirst(line: Line, clause: Clause, at: number): Part | undefined {
  const { words } = line;
  const comma = commaIn(words, at, clause.to);
  let from = comma < clause.to - 2 ? comma + 1 : -1;
  if (from < 0)
    for (let i = at + 2; i < clause.to - 2; i++)
      if (is(words[i], 'there', 'no', 'nothing', 'nobody')) {
        from = i;
        break;
      }
  if (from < 0) return undefined;
  const step = { from, to: clause.to };
  const needs = { from: at + 1, to: words[from - 1] === ',' ? from - 1 : from };
  if (some(line, step, NO)) return { rule: RULE, step, needs };
  if (some(line, step, new Set(['must', 'should'])))
    return { rule: RULE, step, needs, binds: 'demand', isNegated: true };
  return undefined;
}

const MOST_OF_A_SLOGAN = 6;

/** `No ceasefire, no talks`: a slogan, in which nothing else stands. */
export const noNo: Rule = (line, clause, at) => {
  const { words } = line;
  if (at !== clause.from) return undefined;
  const comma = commaIn(words, at, clause.to);
  if (comma >= clause.to - 1 || words[comma + 1] !== 'no' || comma - at > MOST_OF_A_SLOGAN) return undefined;
  const end = commaIn(words, comma + 1, clause.to);
  return end - comma <= MOST_OF_A_SLOGAN
    ? { rule: RULE, needs: { from: at, to: comma }, step: { from: comma + 1, to: end } }
    : undefined;
};

/** `will not meet any other envoy except the president`. */
export const except: Rule = (line, clause, at) => {
  const step = before(line, clause, at);
  const isOnly =
    some(line, step, NO) &&
    some(line, step, MODALS) &&
    some(line, step, new Set(['any', 'anyone', 'anybody', 'no', 'nobody', 'other', 'nothing', 'anything']));
  if (!isOnly || is(line.words[at - 1], ',')) return undefined;
  return { rule: RULE, step, needs: upTo(line, clause, at + 1), timing: 'together' };
};

/** `Barring a change, …`, `Short of a withdrawal, nothing will …`, `In the absence of a guarantee, no …`. */
export const barring: Rule = (line, clause, at) => {
  const { words } = line;
  if (at > clause.from + 1) return undefined;
  const from =
    words[at] === 'barring' ? at + 1 : words[at] === 'short' && words[at + 1] === 'of' ? at + 2 : absence(words, at);
  if (from === undefined) return undefined;
  const comma = commaIn(words, from, clause.to);
  if (comma >= clause.to - 2) return undefined;
  const step: Range = { from: comma + 1, to: clause.to };
  const needs = { from, to: comma };
  if (some(line, step, NO)) return { rule: RULE, step, needs };
  return is(words[at], 'barring', 'failing') && (some(line, step, WILL) || words[at] === 'failing')
    ? { rule: RULE, step, needs, isNegated: true, binds: 'trigger' }
    : undefined;
};
const absence = (words: readonly string[], at: number): number | undefined =>
  is(words[at], 'absent', 'failing') && !is(words[at + 1], 'which', 'that', 'to')
    ? at + 1
    : words[at] === 'in' && words[at + 1] === 'the' && words[at + 2] === 'absence' && words[at + 3] === 'of'
      ? at + 4
      : undefined;

/** `Only a withdrawal will end the embargo`, `Nothing short of a withdrawal will end it`. */
export const onlyThat: Rule = (line, clause, at) => {
  const { words, tokens } = line;
  if (at > clause.from + 1) return undefined;
  const isShort =
    words[at] === 'nothing' &&
    ((/^(?:short|less)$/.test(words[at + 1] ?? '') && is(words[at + 2], 'of', 'than')) || words[at + 1] === 'but');
  if (
    !isShort &&
    (words[at] !== 'only' || !is(tokens[at + 1]?.pos, 'DET', 'ADJ', 'NOUN', 'PROPN') || words[at + 1] === 'then')
  )
    return undefined;
  const from = isShort && words[at + 1] !== 'but' ? at + 3 : isShort ? at + 2 : at + 1;
  for (let i = from + 1; i < Math.min(clause.to - 1, from + 14); i++) {
    if (isVerb(tokens[i]) && !WILL.has(words[i]!)) return undefined;
    if (is(words[i], 'will', 'would', 'can', 'could'))
      return {
        rule: RULE,
        needs: { from, to: i },
        step: { from: i + 1, to: clause.to },
        whole: { from: at, to: clause.to },
      };
  }
  return undefined;
};

/** `It will take an apology to bring them back`, `All it would take for a return is an apology`. */
export const itTakes: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at - 2] !== 'it' || !is(words[at - 1], 'will', 'would')) return undefined;
  const whole = { from: at - 2, to: clause.to };
  const isAll = is(words[at - 3], 'all', 'what');
  for (let i = at + 2; i < Math.min(clause.to - 1, at + 22); i++) {
    if (isAll && is(words[i], 'is', 'was'))
      return {
        rule: RULE,
        step: { from: at + 2, to: i },
        needs: { from: i + 1, to: clause.to },
        whole: { from: at - 3, to: clause.to },
      };
    if (
      !isAll &&
      words[i] === 'to' &&
      line.tokens[i + 1]?.pos === 'VERB' &&
      !/^(?:week|weeks|month|months|day|days|year|years|time|hours)$/.test(words[i - 1]!)
    )
      return { rule: RULE, needs: { from: at + 1, to: i }, step: { from: i + 1, to: clause.to }, whole };
  }
  return undefined;
};

/** `Given guarantees, the rebels would disarm`, `With a guarantee, we would sign`. */
export const givenThat: Rule = (line, clause, at) => {
  const { words } = line;
  const isGiven =
    words[at] === 'given'
      ? !is(words[at + 1], 'the', 'that', 'its', 'his', 'her', 'their', 'this')
      : is(words[at + 1], 'a', 'an', 'such');
  if (at !== clause.from || !isGiven) return undefined;
  const comma = commaIn(words, at, clause.to);
  if (comma >= clause.to - 3 || comma - at > 12) return undefined;
  const step: Range = { from: comma + 1, to: clause.to };
  const head = { from: step.from, to: Math.min(step.to, step.from + 5) };
  return some(line, head, new Set(['would', "'d"]))
    ? { rule: 'condition-if', step, needs: { from: at + 1, to: comma } }
    : undefined;
};
