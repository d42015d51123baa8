/**
 * Ultimatums and bargains in the imperative: `B must be done by noon; otherwise A`, `Do B or we will A`, `Do B and we will A`,
 * `must B, failing which A`; and inverted conditions, `Should B happen, A`, `Were B to happen, A`. By rule over one clause.
 */
import { commaIn, isImperative, isReport, isVerb, type Clause, type Line, type Range } from './clauses.ts';
import { before, is, some, upTo, type Part, type Rule } from './ties.ts';
import { WILL } from './vocabulary.ts';

const RULE = 'threat-or-else';
const SUBJECTS = new Set(['we', 'i', 'you', 'they', 'he', 'she', 'it']);
export const OBLIGES = /^(?:must|should|needs?|ought)$/;

const isObliged = ({ words }: Line, { from, to }: Range): boolean => {
  for (let i = from; i < to; i++)
    if (OBLIGES.test(words[i]!) || (is(words[i], 'has', 'have', 'had') && words[i + 1] === 'to')) return true;
  return false;
};

/** `or else`, `otherwise`, `failing which`, and `or` before a clause in the future. */
export const orElse: Rule = (line, clause, at) => {
  const { words } = line;
  const needs = { from: clause.from, to: at };
  if (needs.to <= needs.from) return undefined;
  const isPlea = isImperative(line.tokens, words, clause.from);
  const from = words[at] === 'otherwise' ? at + 1 : at + 2;
  if (words[at] === 'otherwise' || words[at + 1] === 'else' || (words[at] === 'failing' && words[at + 1] === 'which')) {
    const isThreat = isPlea || isObliged(line, needs) || words[at] === 'failing';
    return isThreat && clause.to - from > 1
      ? { rule: RULE, needs, step: { from, to: clause.to }, binds: 'threat' }
      : undefined;
  }
  if (
    words[at] === 'or' &&
    is(words[at + 1], 'there') &&
    some(line, { from: at + 2, to: Math.min(clause.to, at + 5) }, new Set(['no']))
  )
    return { rule: RULE, needs, step: { from: at + 1, to: clause.to }, binds: 'threat' };
  // `Guarantees or no deal`
  const isSlogan =
    words[at] === 'or' &&
    words[at + 1] === 'no' &&
    clause.to - clause.from <= 9 &&
    at - clause.from <= 5 &&
    words[at + 2] !== words[at - 1];
  if (isSlogan && !line.tokens.slice(clause.from, clause.to).some((token) => isVerb(token)))
    return { rule: 'condition-without', needs, step: { from: at + 1, to: clause.to } };
  const isDue = some(line, needs, new Set(['until'])) && is(words[at + 1], 'face', 'risk', 'lose');
  if (words[at] !== 'or' || !(isPlea || isDue || isObliged(line, needs))) return undefined;
  return hasFuture(line, clause, at + 1)
    ? { rule: RULE, needs, step: { from: at + 1, to: clause.to }, binds: 'threat' }
    : undefined;
};

/** `we will leave`, `the army will attack`, `face a strike`. */
const hasFuture = ({ words }: Line, { to }: Clause, from: number): boolean => {
  if (is(words[from], 'face', 'risk', 'lose', 'see', 'watch')) return true;
  for (let i = from + 1; i < Math.min(to, from + 6); i++)
    if (is(words[i], 'will', "'ll", 'would', 'shall')) return true;
  return false;
};

/** `Stop the bulldozers and we will stop the protests`. */
export const doAndWe: Rule = (line, clause, at) => {
  const { words } = line;
  const isWe = SUBJECTS.has(words[at + 1] ?? '') && is(words[at + 2], 'will', "'ll", 'shall', 'can');
  if (
    !isWe &&
    !(
      is(line.tokens[at + 1]?.pos, 'DET', 'PROPN') &&
      (is(words[at + 2], 'will', 'would') || is(words[at + 3], 'will', 'would'))
    )
  )
    return undefined;
  if (!isImperative(line.tokens, words, clause.from) || at - clause.from < 2) return undefined;
  return { rule: 'condition-if', needs: { from: clause.from, to: at }, step: { from: at + 1, to: clause.to } };
};

const THREATENS = new Set(
  'threaten threatens threatened threatening warn warned warns warning sanctions leave strike attack over off void resign'.split(
    ' ',
  ),
);

/** `…, should it reject the proposal`; `Should the court refuse, the firm will leave`. */
export const inverted: Rule = (line, clause, at) => {
  const { words, tokens } = line;
  const next = tokens[at + 1];
  if (next === undefined || at + 2 >= clause.to) return undefined;
  if (at <= clause.from) return invertedFirst(line, clause, at);
  if (words[at] === 'were')
    return some(line, before(line, clause, at), WILL) &&
      (is(words[at + 1], 'it', 'he', 'she', 'they', 'there') ||
        is(tokens[at - 1]!.pos, 'ADV', 'VERB', 'PUNCT', 'ADP')) &&
      words.slice(at, at + 8).includes('to') &&
      next.pos !== 'VERB'
      ? { rule: 'condition-if', step: before(line, clause, at), needs: upTo(line, clause, at + 1) }
      : undefined;
  if (
    words[at] !== 'should' ||
    words[at - 1] === ',' ||
    !(is(next.pos, 'PRON', 'PROPN', 'DET') || is(words[at + 1], 'either', 'both')) ||
    isReport(words[at - 1]!)
  )
    return undefined;
  if (is(tokens[at - 1]!.pos, 'PRON', 'DET')) return undefined;
  const step = before(line, clause, at);
  const isThreat = some(line, step, THREATENS) || /^(?:warn|threat)/.test(clause.cue ?? '');
  if (isThreat) return { rule: RULE, step, needs: upTo(line, clause, at + 1), binds: 'threat', isNegated: true };
  if (some(line, step, LAPSES))
    return { rule: 'condition-if', step, needs: upTo(line, clause, at + 1), isNegated: true, timing: 'while' };
  return some(line, step, WILL) ? { rule: 'condition-if', step, needs: upTo(line, clause, at + 1) } : undefined;
};

function invertedFirst(line: Line, clause: Clause, at: number): Part | undefined {
  const { words } = line;
  const comma = commaIn(words, at, clause.to);
  if (comma >= clause.to - 3 || (words[at] !== 'should' && !words.slice(at, comma).includes('to'))) return undefined;
  const step: Range = { from: comma + 1, to: clause.to };
  const needs = { from: at + 1, to: comma };
  const whole = { from: at, to: clause.to };
  if (some(line, step, THREATENS)) return { rule: RULE, step, needs, binds: 'threat', isNegated: true, whole };
  return some(line, step, WILL) ? { rule: 'condition-if', step, needs, whole } : undefined;
}
const LAPSES = new Set(['lapses', 'ends', 'expires', 'void', 'over']);
