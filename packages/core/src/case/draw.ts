/**
 * Drawing from quantities (rule C5). An interval is the central 90 % of a distribution: lognormal if it lies above 0,
 * normal otherwise, logit-normal for chances. Where one of its bounds is an end point, beyond which the quantity cannot
 * go, it is uniform between its bounds instead, since no such distribution has its 5th percentile at its end.
 *
 * One uniform number makes one draw, and a larger one a larger draw.
 */
import { fromInterval, quantile, type Distribution } from '../maths/distributions.ts';
import { formatQuantity, type Quantity } from './quantity.ts';

/**
 * What a quantity says, which fixes its end points:
 * - `value`: reserved values, scores, bonuses; no end points;
 * - `amount`: weights, costs, rationality, likelihood ratios; 0 is one;
 * - `chance`: firmness, rates, convenes, revision, deal share; 0 and 1 are;
 * - `shift`: what an influence adds; 0 is one where the interval does not cross it (a one-sided shift).
 */
export type QuantityKind = 'value' | 'amount' | 'chance' | 'shift';

/** The distribution that a quantity stands for; of what is not reported there is none. */
export function distributionOf(quantity: Quantity, kind: QuantityKind): Distribution | undefined {
  switch (quantity.kind) {
    case 'not-reported':
      return undefined;
    case 'number':
      return { kind: 'point', value: quantity.value };
    case 'range':
      return ofRange(quantity.low, quantity.high, kind);
  }
}

function ofRange(low: number, high: number, kind: QuantityKind): Distribution {
  if (low === high) return { kind: 'point', value: low };
  if (touchesEnd(low, high, kind)) return { kind: 'uniform', low, high };
  return fromInterval(low, high, kind === 'chance' ? 'logit-normal' : low > 0 ? 'lognormal' : 'normal');
}

function touchesEnd(low: number, high: number, kind: QuantityKind): boolean {
  switch (kind) {
    case 'value':
      return false;
    case 'amount':
      return low <= 0;
    case 'chance':
      return low <= 0 || high >= 1;
    case 'shift':
      return low === 0 || high === 0;
  }
}

/**
 * The quantity for the uniform number u, 0 < u < 1: a number is itself, an interval its quantile. For many draws of one
 * quantity ask {@link distributionOf} once and take quantiles of it.
 */
export function drawQuantity(quantity: Quantity, u: number, kind: QuantityKind): number | undefined {
  const distribution = distributionOf(quantity, kind);
  return distribution === undefined ? undefined : quantile(distribution, u);
}

/** What is drawn from, for the reader: “log-normal, 90 % between 5 and 10”. */
export function sayDistribution(quantity: Quantity, kind: QuantityKind): string {
  if (quantity.kind !== 'range') return formatQuantity(quantity);
  const { low, high } = quantity;
  switch (ofRange(low, high, kind).kind) {
    case 'point':
      return String(low);
    case 'uniform':
      return `uniform between ${low} and ${high}`;
    case 'normal':
      return `normal, 90 % between ${low} and ${high}`;
    case 'lognormal':
      return `log-normal, 90 % between ${low} and ${high}`;
    case 'logit-normal':
      return `logit-normal, 90 % between ${low} and ${high}`;
  }
}
