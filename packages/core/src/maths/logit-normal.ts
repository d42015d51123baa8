/**
 * Chances stated as a 90 % interval (rule C5): logit-normal, so that the ends are its 5th and 95th percentiles; uniform
 * where an end lies at 0 or 1, since no logit reaches there.
 */

/** 95th percentile of the standard normal distribution. */
const Z95 = 1.6448536269514722;

/** Mean of the chance that `low to high` stands for. Simpson's rule over ±8 standard deviations; error below 1e-10. */
export function meanChance(low: number, high: number): number {
  if (low === high) return low;
  if (low <= 0 || high >= 1) return (low + high) / 2;
  const logit = (p: number): number => Math.log(p / (1 - p));
  const mean = (logit(low) + logit(high)) / 2;
  const deviation = (logit(high) - logit(low)) / (2 * Z95);
  const steps = 800;
  const width = 16 / steps;
  let sum = 0;
  for (let k = 0; k <= steps; k++) {
    const z = -8 + k * width;
    const weight = k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2;
    sum += (weight * Math.exp((-z * z) / 2)) / (1 + Math.exp(-(mean + deviation * z)));
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}
