/** Merges the tallies of chunks, in their order (rule P9): sums, so that it does not matter who computed which. */
import { mergePaths } from './paths.ts';
import type { Tally } from './simulate.ts';

export function mergeTallies(chunks: readonly Tally[]): Tally {
  const [first, ...rest] = chunks;
  if (first === undefined) throw new Error('no chunks to merge');
  const add = (of: (tally: Tally) => Float64Array): Float64Array => {
    const sum = Float64Array.from(of(first));
    for (const tally of rest) {
      const more = of(tally);
      for (let k = 0; k < sum.length; k++) sum[k]! += more[k]!;
    }
    return sum;
  };
  const total = (of: (tally: Tally) => number): number => chunks.reduce((sum, tally) => sum + of(tally), 0);
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
