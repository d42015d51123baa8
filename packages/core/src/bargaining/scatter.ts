/** The outcome space as points, for plots: every allowed outcome, or where they are too many a seeded sample of them. */
import { Rng } from '../maths/index.ts';
import type { BargainingProblem, Outcome } from './model.ts';
import { isAllowed, utilitiesOf } from './utility.ts';
import { outcomeCount } from './validate.ts';

export interface Scatter {
  /** By outcome, then by party. */
  readonly points: readonly (readonly number[])[];
  /** False for a sample. */
  readonly complete: boolean;
}

export function scatter(problem: BargainingProblem, most = 4000, seed = 1): Scatter {
  const sizes = problem.issues.map(({ values }) => values.length);
  const count = outcomeCount(problem);
  const complete = count <= most;
  const rng = new Rng(seed);
  const outcomeAt = (k: number): Outcome => {
    let rest = k;
    return sizes.map((size) => {
      if (!complete) return rng.below(size);
      const value = rest % size;
      rest = (rest - value) / size;
      return value;
    });
  };
  const points: number[][] = [];
  for (let k = 0; k < Math.min(count, most); k++) {
    const outcome = outcomeAt(k);
    if (isAllowed(problem, outcome)) points.push(utilitiesOf(problem, outcome));
  }
  return { points, complete };
}
