/**
 * Distributions of one number, made from their central 90 % interval or from its ends, with the bits of ./elementary.ts.
 *
 * A draw is the quantile of one uniform number (inversion): it grows with that number, so the same numbers can be reused
 * for a changed distribution (common random numbers), and every draw costs exactly one.
 */
import { exp, log } from './elementary.ts';
import { logitNormalMean } from './logit-normal.ts';
import { normalCumulative, normalQuantile, Z95 } from './normal.ts';

export type Distribution =
  | { readonly kind: 'point'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  /** The logarithm is normal. */
  | { readonly kind: 'lognormal'; readonly mean: number; readonly deviation: number }
  /** log(p / (1 − p)) is normal. */
  | { readonly kind: 'logit-normal'; readonly mean: number; readonly deviation: number };

/** The distributions that an interval can be the central 90 % of. */
export type Shape = 'normal' | 'lognormal' | 'logit-normal';

/** The distribution whose 5th and 95th percentiles are the ends: both above 0 if lognormal, within (0, 1) if logit-normal. */
export function fromInterval(low: number, high: number, shape: Shape): Distribution {
  const [a, b] = [onScale(low, shape), onScale(high, shape)];
  // Halved first, since the ends' difference may be more than a double can hold.
  const deviation = (b / 2 - a / 2) / Z95;
  // Of neighbouring doubles the logarithms may be equal.
  return deviation > 0 ? { kind: shape, mean: a / 2 + b / 2, deviation } : { kind: 'point', value: low };
}

/** The number where the distribution is normal. */
function onScale(x: number, shape: Shape): number {
  switch (shape) {
    case 'normal':
      return x;
    case 'lognormal':
      return log(x);
    case 'logit-normal':
      return log(x / (1 - x));
  }
}

/** The number that is undercut with chance p, 0 < p < 1; never infinite. */
export function quantile(of: Distribution, p: number): number {
  switch (of.kind) {
    case 'point':
      return of.value;
    case 'uniform':
      return Math.min(of.high, Math.max(of.low, of.low * (1 - p) + of.high * p));
    case 'normal':
      return finite(of.mean + of.deviation * normalQuantile(p));
    case 'lognormal':
      return finite(exp(of.mean + of.deviation * normalQuantile(p)));
    case 'logit-normal':
      return 1 / (1 + exp(-(of.mean + of.deviation * normalQuantile(p))));
  }
}

const finite = (x: number): number => Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, x));

/** Chance of at most x. */
export function cumulative(of: Distribution, x: number): number {
  switch (of.kind) {
    case 'point':
      return x < of.value ? 0 : 1;
    case 'uniform':
      return x <= of.low ? 0 : x >= of.high ? 1 : (x / 2 - of.low / 2) / (of.high / 2 - of.low / 2);
    case 'normal':
      return normalCumulative((x - of.mean) / of.deviation);
    case 'lognormal':
      return x <= 0 ? 0 : normalCumulative((log(x) - of.mean) / of.deviation);
    case 'logit-normal':
      return x <= 0 ? 0 : x >= 1 ? 1 : normalCumulative((log(x / (1 - x)) - of.mean) / of.deviation);
  }
}

/** Expectation; never infinite. Of the logit-normal by quadrature, see {@link logitNormalMean}. */
export function expectation(of: Distribution): number {
  switch (of.kind) {
    case 'point':
      return of.value;
    case 'uniform':
      return of.low / 2 + of.high / 2;
    case 'normal':
      return of.mean;
    case 'lognormal':
      return finite(exp(of.mean + (of.deviation * of.deviation) / 2));
    case 'logit-normal':
      return logitNormalMean(of.mean, of.deviation);
  }
}
