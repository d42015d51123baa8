/** The contrary of a party's wishes: what models begin with that have seen nothing yet. */
import type { DomainIndex } from '../domain-index.ts';
import { worthsBy } from './model.ts';

/** Weights 1 − wᵢ/Σw, as shares of their sum; worths 1 − score/best score of the issue. */
export function contrary(
  index: DomainIndex,
  observer: number,
): { readonly weights: Float64Array; readonly worths: Float64Array[] } {
  const utility = index.problem.utilities[observer]!;
  const total = utility.weights.reduce((sum, weight) => sum + weight, 0);
  const weights = Float64Array.from(utility.weights, (weight) => 1 - weight / total);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const most = utility.scores.map((scores) => scores.reduce((max, score) => Math.max(max, score), -Infinity));
  return {
    // A single issue has all the weight, so its contrary has none; it still is the only one.
    weights: weights.map((weight) => (sum > 0 ? weight / sum : 1)),
    worths: worthsBy(index, (issue, value) =>
      most[issue]! > 0 ? 1 - utility.scores[issue]![value]! / most[issue]! : 1,
    ),
  };
}
