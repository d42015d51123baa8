/** What a deal gives each party and what the party gives up for it, issue by issue, on its own scale. */
import type { BargainingProblem, Outcome } from './model.ts';
import { evaluate, isInside, reservedOf } from './utility.ts';

export interface IssueTerms {
  readonly issue: number;
  /** Weight times score of the value agreed. */
  readonly gets: number;
  /** What its best value would have brought besides. */
  readonly gives: number;
}

export interface PartyTerms {
  readonly utility: number;
  /** Above the value of no deal. */
  readonly gain: number;
  readonly issues: readonly IssueTerms[];
  /** Bonuses of this outcome, added up. */
  readonly bonuses: number;
}

/** By party. */
export function termsOf(problem: BargainingProblem, outcome: Outcome): PartyTerms[] {
  return problem.utilities.map((utility) => {
    const worth = evaluate(utility, outcome);
    return {
      utility: worth,
      gain: worth - reservedOf(utility),
      issues: outcome.map((value, issue) => {
        const scores = utility.scores[issue]!;
        const weight = utility.weights[issue]!;
        const gets = weight * scores[value]!;
        return { issue, gets, gives: weight * scores.reduce((a, b) => Math.max(a, b)) - gets };
      }),
      bonuses: (utility.bonuses ?? []).reduce((sum, { when, add }) => (isInside(when, outcome) ? sum + add : sum), 0),
    };
  });
}
