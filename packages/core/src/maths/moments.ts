/**
 * Mean and variance whose bits do not depend on how the work was divided. Numbers are taken in chunks of fixed size, each
 * chunk by two passes; chunks are merged pairwise in their order (Chan, Golub & LeVeque, COMPSTAT 1982).
 *
 * Merging rounds, so its order counts: whoever shares out the work gives each worker whole chunks, takes back one
 * {@link Moments} a chunk, never a merged one, and merges them all in chunk order.
 */

/** Of some numbers: how many, their mean, and the sum of their squared distances from it. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly squares: number;
}

/** Numbers a chunk: a page of memory, so that the second pass finds them in the cache. */
export const MOMENT_CHUNK = 512;

const NONE: Moments = { count: 0, mean: 0, squares: 0 };

/** The moments of every chunk of the numbers, in order. */
export function chunkMoments(values: ArrayLike<number>): Moments[] {
  const chunks: Moments[] = [];
  for (let from = 0; from < values.length; from += MOMENT_CHUNK)
    chunks.push(momentsOfChunk(values, from, Math.min(values.length, from + MOMENT_CHUNK)));
  return chunks;
}

function momentsOfChunk(values: ArrayLike<number>, from: number, to: number): Moments {
  const count = to - from;
  let sum = 0;
  for (let k = from; k < to; k++) sum += values[k]!;
  const mean = sum / count;
  let squares = 0;
  let lost = 0; // what the mean has lost to rounding, times the count
  for (let k = from; k < to; k++) {
    const distance = values[k]! - mean;
    squares += distance * distance;
    lost += distance;
  }
  return { count, mean: mean + lost / count, squares: Math.max(0, squares - (lost * lost) / count) };
}

/** Of chunks in order. */
export function mergeMoments(chunks: readonly Moments[]): Moments {
  return chunks.reduce(merged, NONE);
}

function merged(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const distance = b.mean - a.mean;
  return {
    count,
    mean: a.mean + distance * (b.count / count),
    squares: a.squares + b.squares + distance * distance * ((a.count * b.count) / count),
  };
}

export const momentsOf = (values: ArrayLike<number>): Moments => mergeMoments(chunkMoments(values));

/** Mean; of no numbers there is none. */
export function mean(values: ArrayLike<number>): number | undefined {
  return values.length === 0 ? undefined : momentsOf(values).mean;
}

/** Variance of the population that the numbers are a sample of (divided by n − 1); of fewer than two there is none. */
export function variance(values: ArrayLike<number>): number | undefined {
  return varianceOf(momentsOf(values));
}

export function varianceOf({ count, squares }: Moments): number | undefined {
  return count < 2 ? undefined : squares / (count - 1);
}
