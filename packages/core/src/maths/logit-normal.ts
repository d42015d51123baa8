/**
 * Chances stated as a 90 % interval (rule C5): logit-normal, so that the ends are its 5th and 95th percentiles; uniform
 * where an end lies at 0 or 1, since no logit reaches there.
 */
import { exp, log } from './elementary.ts';
import { Z95 } from './normal.ts';

/** Mean of the chance that `low to high` stands for. */
export function meanChance(low: number, high: number): number {
  if (low === high) return low;
  if (low <= 0 || high >= 1) return (low + high) / 2;
  const logit = (p: number): number => log(p / (1 - p));
  return logitNormalMean((logit(low) + logit(high)) / 2, (logit(high) - logit(low)) / (2 * Z95));
}

/**
 * Mean of the chance whose logit is normal with this mean and deviation. It has no closed form: Simpson's rule over ±8
 * deviations; error below 1e-10 for deviations up to 20, which intervals reach whose ends lie within 1e-14 of 0 and 1.
 */
export function logitNormalMean(mean: number, deviation: number): number {
  const steps = 800;
  const width = 16 / steps;
  let sum = 0;
  for (let k = 0; k <= steps; k++) {
    const z = -8 + k * width;
    const weight = k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2;
    sum += (weight * exp((-z * z) / 2)) / (1 + exp(-(mean + deviation * z)));
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}
