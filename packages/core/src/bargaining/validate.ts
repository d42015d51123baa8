/**
 * What is wrong with a bargaining problem, as data. The engines expect a problem without errors.
 *
 * Only negative, infinite, NaN or all-zero weights are errors (rule U2); weights that miss the sum their format promises
 * are a warning. The engines number outcomes exactly, so a space beyond 2^53 outcomes is refused.
 */
import type { BargainingProblem } from './model.ts';

export type ProblemCode =
  | 'no-parties'
  | 'no-issues'
  | 'utility-missing'
  | 'issue-without-values'
  | 'value-twice'
  | 'status-quo-unknown'
  | 'space-overflow'
  | 'weight-missing'
  | 'weight-negative'
  | 'weight-not-finite'
  | 'weights-all-zero'
  | 'weights-sum'
  | 'value-without-score'
  | 'score-without-value'
  | 'score-not-finite'
  | 'reserved-not-a-number'
  | 'discount-out-of-range'
  | 'bonus-not-finite'
  | 'box-unknown-issue'
  | 'box-unknown-value'
  | 'box-empty'
  | 'constraint-of-unknown-party'
  | 'not-reported-unknown-issue';

export interface ProblemFinding {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly party?: string;
  readonly issue?: string;
  readonly value?: string;
  /** The number that is wrong; of `space-overflow` about how many outcomes there would be. */
  readonly number?: number;
  /** Index of the bonus of that party, or of the constraint. */
  readonly bonus?: number;
  readonly constraint?: number;
}

export interface ValidateOptions {
  /** What the weights of a party should add up to, by the convention of their format. Default: anything. */
  readonly weightsSumTo?: number;
}

/** Sums as published are rounded: 1.00005 is still 1. */
const SUM_TOLERANCE = 1e-3;

export function validate(problem: BargainingProblem, options: ValidateOptions = {}): ProblemFinding[] {
  const { issues, parties, utilities, constraints = [] } = problem;
  const findings: ProblemFinding[] = [];
  const error = (code: ProblemCode, at: Omit<ProblemFinding, 'code' | 'severity'> = {}): void => {
    findings.push({ code, severity: 'error', ...at });
  };

  if (parties.length === 0) error('no-parties');
  if (issues.length === 0) error('no-issues');
  for (const { name, values, statusQuo } of issues) {
    if (values.length === 0) error('issue-without-values', { issue: name });
    const twice = new Set(values.filter((value, v) => values.indexOf(value) !== v));
    for (const value of twice) error('value-twice', { issue: name, value });
    if (statusQuo !== undefined && values[statusQuo] === undefined)
      error('status-quo-unknown', { issue: name, number: statusQuo });
  }
  const outcomes = outcomeCount(problem);
  if (outcomes > Number.MAX_SAFE_INTEGER) error('space-overflow', { number: outcomes });

  const checkBox = (
    box: ReadonlyMap<number, readonly number[]>,
    at: Omit<ProblemFinding, 'code' | 'severity'>,
  ): void => {
    for (const [i, values] of box) {
      const issue = issues[i];
      if (issue === undefined) {
        error('box-unknown-issue', { ...at, number: i });
        continue;
      }
      if (values.length === 0) error('box-empty', { ...at, issue: issue.name });
      for (const v of values)
        if (issue.values[v] === undefined) error('box-unknown-value', { ...at, issue: issue.name, number: v });
    }
  };

  for (const [p, party] of parties.entries()) {
    const utility = utilities[p];
    if (utility === undefined) {
      error('utility-missing', { party });
      continue;
    }
    let sum = 0;
    let isSummable = true;
    for (const [i, { name: issue, values }] of issues.entries()) {
      const weight = utility.weights[i];
      const wrong: ProblemCode | undefined =
        weight === undefined
          ? 'weight-missing'
          : !Number.isFinite(weight)
            ? 'weight-not-finite'
            : weight < 0
              ? 'weight-negative'
              : undefined;
      if (wrong !== undefined) {
        error(wrong, { party, issue, ...(weight !== undefined && { number: weight }) });
        isSummable = false;
      } else sum += weight!;
      const scores = utility.scores[i] ?? [];
      // An index loop: a list with gaps has no entries where they are.
      for (let v = 0; v < values.length; v++) {
        const score = scores[v];
        if (score === undefined) error('value-without-score', { party, issue, value: values[v]! });
        else if (!Number.isFinite(score)) error('score-not-finite', { party, issue, value: values[v]!, number: score });
      }
      if (scores.length > values.length) error('score-without-value', { party, issue, number: scores.length });
    }
    const hasBonuses = (utility.bonuses ?? []).length > 0;
    if (isSummable && sum === 0 && issues.length > 0 && !hasBonuses) error('weights-all-zero', { party });
    const { weightsSumTo } = options;
    if (isSummable && weightsSumTo !== undefined && Math.abs(sum - weightsSumTo) > SUM_TOLERANCE)
      findings.push({ code: 'weights-sum', severity: 'warning', party, number: sum });

    const { reserved = 0, discount = 1 } = utility;
    if (Number.isNaN(reserved) || reserved === Infinity) error('reserved-not-a-number', { party, number: reserved });
    if (!(discount > 0 && discount <= 1)) error('discount-out-of-range', { party, number: discount });
    for (const [bonus, { when, add }] of (utility.bonuses ?? []).entries()) {
      if (!Number.isFinite(add)) error('bonus-not-finite', { party, bonus, number: add });
      checkBox(when, { party, bonus });
    }
    for (const i of utility.notReported ?? [])
      if (issues[i] === undefined) error('not-reported-unknown-issue', { party, number: i });
  }
  for (const [constraint, { forbids, of }] of constraints.entries()) {
    if (typeof of === 'number' && parties[of] === undefined)
      error('constraint-of-unknown-party', { constraint, number: of });
    checkBox(forbids, { constraint });
  }
  return findings;
}

/** How many outcomes there are, constraints aside; above 2^53 roughly. */
export const outcomeCount = ({ issues }: BargainingProblem): number =>
  issues.reduce((product, { values }) => product * values.length, 1);
