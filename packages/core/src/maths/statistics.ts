/**
 * Statistics of samples: quantiles, weighted samples, intervals for shares, correlation. Mean and variance of many numbers
 * are in ./moments.ts. Numbers are finite and weights not negative; what a sample is too small for, or too uniform, is
 * undefined. Sums run in the order of the sample, so that the same sample gives the same bits.
 */
import { normalQuantile } from './normal.ts';

/**
 * Quantiles, one for each chance: the smallest number that at least this share of the sample does not exceed, and half-way
 * to the next where the share is met exactly (definition 2 of Hyndman & Fan, Am. Stat. 50(4), 1996; the median is the
 * usual one). Sorts once.
 */
export function quantiles(values: ArrayLike<number>, chances: readonly number[]): number[] | undefined {
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  return chances.map((chance) => {
    const at = chance * n;
    const above = Math.ceil(at - SLACK * n);
    const first = sorted[Math.min(n - 1, Math.max(0, above - 1))]!;
    return above > 0 && above < n && Math.abs(at - above) <= SLACK * n ? halfway(first, sorted[above]!) : first;
  });
}

/** Share of the whole by which sums of weights may miss a chance and still meet it: rounding, no more. */
const SLACK = 1e-12;

const halfway = (a: number, b: number): number => a / 2 + b / 2;

/** The same, each number counting by its weight. */
export function weightedQuantiles(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  chances: readonly number[],
): number[] | undefined {
  const order = Array.from({ length: values.length }, (_, k) => k)
    .filter((k) => weights[k]! > 0)
    .sort((a, b) => values[a]! - values[b]! || a - b);
  if (order.length === 0) return undefined;
  const upTo = new Float64Array(order.length);
  let total = 0;
  for (let k = 0; k < order.length; k++) upTo[k] = total += weights[order[k]!]!;
  return chances.map((chance) => {
    const target = chance * total;
    let low = 0;
    let high = order.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (upTo[middle]! < target - SLACK * total) low = middle + 1;
      else high = middle;
    }
    const first = values[order[low]!]!;
    const met = low + 1 < order.length && Math.abs(upTo[low]! - target) <= SLACK * total;
    return met ? halfway(first, values[order[low + 1]!]!) : first;
  });
}

/** Mean in which each number counts by its weight. */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number | undefined {
  let total = 0;
  let mean = 0;
  for (let k = 0; k < values.length; k++) {
    const weight = weights[k]!;
    if (weight === 0) continue;
    total += weight;
    mean += (weight / total) * (values[k]! - mean);
  }
  return total > 0 ? mean : undefined;
}

/**
 * Variance of the population that a weighted sample stands for, the weights being importance weights and not counts: the
 * weighted mean of squared distances, divided by 1 − 1/n for the effective sample size n. With equal weights it is the
 * usual variance.
 */
export function weightedVariance(values: ArrayLike<number>, weights: ArrayLike<number>): number | undefined {
  const mean = weightedMean(values, weights);
  const n = effectiveSampleSize(weights);
  if (mean === undefined || n <= 1) return undefined;
  const squares = Float64Array.from(values, (x) => (x - mean) * (x - mean));
  return weightedMean(squares, weights)! / (1 - 1 / n);
}

/** How many equal weights would be worth as much: (Σw)² / Σw² (Kish, Survey Sampling, 1965). 0 where all weights are 0. */
export function effectiveSampleSize(weights: ArrayLike<number>): number {
  let most = 0;
  for (let k = 0; k < weights.length; k++) most = Math.max(most, weights[k]!);
  if (most === 0) return 0;
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k]! / most; // tiny weights have no squares
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum) / squares;
}

/**
 * Interval for a chance of which `successes` in `trials` are known (Wilson, J. Am. Stat. Assoc. 22(158), 1927). Both need
 * not be whole: an effective sample size will do for trials. Without any, from 0 to 1.
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): { low: number; high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  const z = normalQuantile(0.5 + level / 2);
  const share = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}

/** Product-moment correlation (Pearson); undefined where either side does not vary. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | undefined {
  const n = x.length;
  let meanX = 0;
  let meanY = 0;
  for (let k = 0; k < n; k++) {
    meanX += (x[k]! - meanX) / (k + 1);
    meanY += (y[k]! - meanY) / (k + 1);
  }
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let k = 0; k < n; k++) {
    const dx = x[k]! - meanX;
    const dy = y[k]! - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (!(xx > 0 && yy > 0)) return undefined;
  return Math.min(1, Math.max(-1, xy / (Math.sqrt(xx) * Math.sqrt(yy))));
}

/** Correlation of ranks (Spearman), equal numbers sharing the mean of their ranks. */
export function rankCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number | undefined {
  return correlation(ranks(x), ranks(y));
}

/** Rank from 1 up by size; equal numbers get the mean of the ranks that they take up. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, k) => k).sort((a, b) => values[a]! - values[b]!);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) result[order[k]!] = (from + 1 + to) / 2;
    from = to;
  }
  return result;
}
