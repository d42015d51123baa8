/**
 * The upper tail of the χ² distribution: the chance of at least x with k degrees of freedom, by the finite sums for whole
 * and half gamma parameters (Abramowitz & Stegun 1964, 26.4.4 and 26.4.5). About 10⁻⁷ for odd k, 10⁻¹⁴ for even. O(k).
 */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const half = x / 2;
  if (degrees % 2 === 0) {
    let term = Math.exp(-half);
    let sum = term;
    for (let k = 1; k < degrees / 2; k++) sum += term *= half / k;
    return Math.min(1, sum);
  }
  let sum = 2 * normalTail(Math.sqrt(x));
  let term = Math.sqrt((2 * x) / Math.PI) * Math.exp(-half);
  for (let k = 3; k <= degrees; k += 2) {
    sum += term;
    term *= x / k;
  }
  return Math.min(1, sum);
}

/** The upper tail of the standard normal distribution for z ≥ 0 (Abramowitz & Stegun 1964, 26.2.17). */
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
