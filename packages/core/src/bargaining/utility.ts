/**
 * What an outcome is worth, and whether it is allowed.
 *
 * Sums run over the issues in their order and then over the bonuses in theirs, everywhere: equal outcomes have equal bits.
 */
import type { BargainingProblem, Outcome, Utility } from './model.ts';

/** Whether each named issue has one of the listed values. */
export function isInside(box: ReadonlyMap<number, readonly number[]>, outcome: Outcome): boolean {
  for (const [issue, values] of box) if (!values.includes(outcome[issue]!)) return false;
  return true;
}

export function evaluate(utility: Utility, outcome: Outcome): number {
  let sum = 0;
  for (let i = 0; i < outcome.length; i++) sum += utility.weights[i]! * utility.scores[i]![outcome[i]!]!;
  for (const bonus of utility.bonuses ?? []) if (isInside(bonus.when, outcome)) sum += bonus.add;
  return sum;
}

/** By party. */
export const utilitiesOf = (problem: BargainingProblem, outcome: Outcome): number[] =>
  problem.utilities.map((utility) => evaluate(utility, outcome));

export const isAllowed = (problem: BargainingProblem, outcome: Outcome): boolean =>
  !(problem.constraints ?? []).some((constraint) => isInside(constraint.forbids, outcome));

export const reservedOf = (utility: Utility): number => utility.reserved ?? 0;

/** The problem as it stands at time t from 0 to 1: every utility and reserved value times discount^t. */
export function atTime(problem: BargainingProblem, t: number): BargainingProblem {
  if (!(t >= 0 && t <= 1)) throw new Error(`time ${t} is not from 0 to 1`);
  return {
    ...problem,
    utilities: problem.utilities.map((utility) => {
      const factor = (utility.discount ?? 1) ** t;
      if (factor === 1) return utility;
      return {
        ...utility,
        weights: utility.weights.map((weight) => weight * factor),
        reserved: reservedOf(utility) * factor,
        ...(utility.bonuses && { bonuses: utility.bonuses.map((b) => ({ ...b, add: b.add * factor })) }),
      };
    }),
  };
}
