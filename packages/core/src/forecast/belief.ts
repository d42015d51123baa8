/**
 * Weighing the draws by what has been seen (rules P7–P9): a particle filter over the inputs, the state being known.
 *
 *   w_k ∝ L_k;   effective number of draws n_e = (Σ w)² / Σ w²  (Kish 1965)
 *
 * Before resampling the weights are exact Bayes. Where n_e falls below half of the draws they are resampled systematically
 * (Kitagawa, J. Comp. Graph. Stat. 5(1), 1996): run i takes the draw at which the cumulated weight passes (i + u)/n, with one
 * u for all. That is a barrier: log-likelihoods are computed in chunks anywhere, and gathered here in draw order.
 */
import { exp } from '../maths/elementary.ts';
import { uniformAt } from '../maths/rng.ts';
import { effectiveSampleSize } from '../maths/statistics.ts';
import type { History } from './history.ts';
import { streamOf } from './inputs.ts';
import { likelihood } from './likelihood.ts';
import type { Process } from './model.ts';
import { CHUNK_RUNS, type Plan } from './simulate.ts';

export interface Belief {
  readonly process: Process;
  readonly seed: number;
  readonly runs: number;
  /** By draw; their mean is 1. All 1 where nothing has been seen. */
  readonly weights: Float64Array;
  /** By run: the draw that it takes; present where the draws have been resampled, and then all runs count alike. */
  readonly draws?: Uint32Array;
  /** Of the weights, before any resampling. */
  readonly effectiveSampleSize: number;
}

/** Nothing that the model can do leads to what has been seen: all weights vanish. */
export interface ImpossibleEvidence {
  readonly code: 'impossible-evidence';
  /** The event that no draw explains, where it is known which. */
  readonly event?: string;
}

export const isImpossible = (belief: Belief | ImpossibleEvidence): belief is ImpossibleEvidence => 'code' in belief;

export const RESAMPLE_BELOW = 0.5;

/** Log-likelihoods of the draws of one chunk. */
export function weigher(
  process: Process,
  history: History,
  seed: number,
  runs: number,
): (chunk: number) => Float64Array {
  const of = likelihood(process, history, seed);
  return (chunk) => {
    const first = chunk * CHUNK_RUNS;
    return Float64Array.from({ length: Math.min(runs, first + CHUNK_RUNS) - first }, (_, k) => of.of(first + k));
  };
}

/** Gathers the chunks' log-likelihoods, in draw order. */
export function believe(
  process: Process,
  seed: number,
  chunks: readonly Float64Array[],
  resampleBelow = RESAMPLE_BELOW,
): Belief | ImpossibleEvidence {
  const runs = chunks.reduce((n, chunk) => n + chunk.length, 0);
  const logs = new Float64Array(runs);
  let at = 0;
  for (const chunk of chunks) {
    logs.set(chunk, at);
    at += chunk.length;
  }
  let most = -Infinity;
  for (let k = 0; k < runs; k++) if (logs[k]! > most) most = logs[k]!;
  if (most === -Infinity) return { code: 'impossible-evidence' };
  const weights = new Float64Array(runs);
  let sum = 0;
  for (let k = 0; k < runs; k++) sum += weights[k] = exp(logs[k]! - most);
  for (let k = 0; k < runs; k++) weights[k] = (weights[k]! * runs) / sum;
  const size = effectiveSampleSize(weights);
  return {
    process,
    seed,
    runs,
    weights,
    effectiveSampleSize: size,
    ...(size < resampleBelow * runs ? { draws: resample(weights, seed) } : {}),
  };
}

/** Everything counts alike before anything has been seen. */
export const prior = (process: Process, seed: number, runs: number): Belief => ({
  process,
  seed,
  runs,
  weights: new Float64Array(runs).fill(1),
  effectiveSampleSize: runs,
});

/** Systematic resampling: ascending, so that runs of one draw stand together. */
export function resample(weights: Float64Array, seed: number): Uint32Array {
  const n = weights.length;
  let total = 0;
  for (let k = 0; k < n; k++) total += weights[k]!;
  const u = uniformAt(seed, streamOf('resampling'), 0);
  const draws = new Uint32Array(n);
  let k = 0;
  let upTo = weights[0]!;
  for (let i = 0; i < n; i++) {
    const target = ((i + u) / n) * total;
    // Rounding may leave a trace beyond the last weight.
    while (upTo < target && k < n - 1) upTo += weights[++k]!;
    draws[i] = k;
  }
  return draws;
}

/** What the simulation of a belief plays. `process` may be the belief's own changed by a what-if. */
export const planOf = ({ process, seed, runs, weights, draws }: Belief, changed: Process = process): Plan => ({
  process: changed,
  seed,
  runs,
  ...(draws === undefined ? { weights } : { draws }),
});
