/** Merges the tallies of chunks, in their order (rule P9): sums, so that it does not matter who computed which. */
import { mergePaths } from './paths.ts';
import type { Tally } from './simulate.ts';
import { sumsOf } from './sums.ts';

export function mergeTallies(chunks: readonly Tally[]): Tally {
  const { add, total } = sumsOf(chunks);
  return {
    runs: total((t) => t.runs),
    weight: total((t) => t.weight),
    squares: total((t) => t.squares),
    yes: add((t) => t.yes),
    yesSquares: add((t) => t.yesSquares),
    yesWeights: add((t) => t.yesWeights),
    byRound: add((t) => t.byRound),
    both: add((t) => t.both),
    paths: mergePaths(chunks.map((t) => t.paths)),
  };
}
