/**
 * What an opponent model is: weights of issues and worths of their values, learnt from the other's offers. All models here
 * take the other's utility to be linear additive; the estimate for an outcome is Σ weight · worth / Σ weight.
 */
import type { DomainIndex } from '../domain-index.ts';

export interface OpponentModel {
  readonly observe: (offer: number, time: number) => void;
  /** By issue; need not add up to 1. Changes with every observation. */
  readonly weights: Float64Array;
  /** By issue, then by value, from 0 to 1. Changes with every observation. */
  readonly worths: readonly Float64Array[];
}

export interface OpponentModelKind {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** A model that has seen nothing. `observer`: the party that learns; some models start from the contrary of its wishes. */
  readonly start: (index: DomainIndex, observer: number) => OpponentModel;
}

export const worthsBy = (index: DomainIndex, fill: (issue: number, value: number) => number): Float64Array[] =>
  index.problem.issues.map((issue, i) => Float64Array.from(issue.values, (_, value) => fill(i, value)));

/** The estimated utility of every outcome, from 0 to 1. O(outcomes), times issues where outcomes are forbidden. */
export function estimates(
  index: DomainIndex,
  model: OpponentModel,
  into = new Float64Array(index.outcomes),
): Float64Array {
  const total = model.weights.reduce((sum, weight) => sum + weight, 0);
  into.fill(0);
  if (!(total > 0)) return into;
  const parts = model.worths.map((worth, issue) => {
    const weight = model.weights[issue]! / total;
    return worth.map((w) => w * weight);
  });
  if (parts.reduce((product, part) => product * part.length, 1) === index.outcomes) return spread(parts, into);
  for (const [issue, part] of parts.entries()) {
    const column = index.values[issue]!;
    for (let o = 0; o < into.length; o++) into[o]! += part[column[o]!]!;
  }
  return into;
}

/** The sums over all combinations, the last part fastest: each part spreads the sums of those before, from the end on. */
function spread(parts: readonly Float64Array[], into: Float64Array): Float64Array {
  let count = 1;
  for (const part of parts) {
    const size = part.length;
    for (let k = count - 1; k >= 0; k--) {
      const sum = into[k]!;
      for (let v = size - 1, at = k * size + v; v >= 0; v--, at--) into[at] = sum + part[v]!;
    }
    count *= size;
  }
  return into;
}

/** Scales into `into` so that the largest entry is 1. */
export function shareOfLargest(counts: Float64Array, into: Float64Array): void {
  let most = 0;
  for (let v = 0; v < counts.length; v++) most = Math.max(most, counts[v]!);
  for (let v = 0; v < counts.length; v++) into[v] = most > 0 ? counts[v]! / most : 0;
}
