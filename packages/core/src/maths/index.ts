/** Numbers without domain words: elementary functions, random numbers, distributions, statistics, graphs. */
export { components } from './components.ts';
export { cumulative, expectation, fromInterval, quantile, type Distribution, type Shape } from './distributions.ts';
export { exp, expm1, log, log1p, pow } from './elementary.ts';
export { ICD_203, likelihoodWord, type LikelihoodWord } from './icd203.ts';
export { logitNormalMean, meanChance } from './logit-normal.ts';
export {
  chunkMoments,
  mean,
  mergeMoments,
  MOMENT_CHUNK,
  momentsOf,
  variance,
  varianceOf,
  type Moments,
} from './moments.ts';
export { normalCumulative, normalQuantile, Z95 } from './normal.ts';
export { philoxInto } from './philox.ts';
export { philox, pick, Rng, uniformAt } from './rng.ts';
export {
  correlation,
  effectiveSampleSize,
  quantiles,
  rankCorrelation,
  ranks,
  weightedMean,
  weightedQuantiles,
  weightedVariance,
  wilsonInterval,
} from './statistics.ts';
