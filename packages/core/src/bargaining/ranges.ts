/** The least and the most that each party can get, over all allowed outcomes: the search with one party, both ways. */
import type { BargainingProblem, Outcome } from './model.ts';
import { search } from './search.ts';
import { outcomeOf, spaceOf } from './space.ts';
import { evaluate } from './utility.ts';

export interface Range {
  readonly least: number;
  readonly most: number;
  readonly worst: Outcome;
  readonly best: Outcome;
  /** False when a search was cut: an end may lie further out. */
  readonly complete: boolean;
}

/** By party; nothing when no outcome is allowed. */
export function ranges(problem: BargainingProblem, limit?: number): readonly Range[] | undefined {
  const all = problem.utilities.map((utility, p): Range | undefined => {
    const up = search(spaceOf(problem, { parties: [p] }), { limit });
    const down = search(spaceOf(problem, { parties: [p], sign: -1 }), { limit });
    if (up.labels.count === 0 || down.labels.count === 0) return undefined;
    const best = outcomeOf(problem, up.labels.keys[0]!);
    const worst = outcomeOf(problem, down.labels.keys[0]!);
    return {
      least: evaluate(utility, worst),
      most: evaluate(utility, best),
      worst,
      best,
      complete: up.complete && down.complete,
    };
  });
  return all.every((range) => range !== undefined) ? all : undefined;
}
