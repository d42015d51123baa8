/**
 * Quantities (rule C5): a number, a 90 % interval `a to b`, or *not reported*, which is a value of its own.
 */
export type Quantity =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'not-reported' };

export interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?`;
const RANGE = new RegExp(`^(${NUMBER})\\s+to\\s+(${NUMBER})$`, 'i');
const SINGLE = new RegExp(`^${NUMBER}$`, 'i');

/** Reads a quantity; a string comes back when it cannot be read, and says why. */
export function readQuantity(written: string | number, bounds: Bounds = {}): Quantity | string {
  if (typeof written === 'number') return within({ kind: 'number', value: written }, bounds);
  const words = written.trim();
  if (words === 'not reported') return { kind: 'not-reported' };
  if (SINGLE.test(words)) return within({ kind: 'number', value: Number(words) }, bounds);
  const range = RANGE.exec(words);
  if (range === null) return 'write a number, a 90 % interval such as `5 to 10`, or `not reported`.';
  const low = Number(range[1]);
  const high = Number(range[2]);
  if (low > high) return `the interval runs backwards; write \`${high} to ${low}\`.`;
  return within({ kind: 'range', low, high }, bounds);
}

function within(quantity: Quantity, { least = -Infinity, most = Infinity }: Bounds): Quantity | string {
  const [low, high] =
    quantity.kind === 'number'
      ? [quantity.value, quantity.value]
      : quantity.kind === 'range'
        ? [quantity.low, quantity.high]
        : [0, 0];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return 'it is not a finite number.';
  if (low >= least && high <= most) return quantity;
  if (least === 0 && most === 1) return 'a chance lies between 0 and 1.';
  return Number.isFinite(most) ? `it must lie between ${least} and ${most}.` : `it must not be below ${least}.`;
}

/** The middle of what is stated: the number, or the mid-point of the interval. */
export function middle(quantity: Exclude<Quantity, { kind: 'not-reported' }>): number {
  return quantity.kind === 'number' ? quantity.value : (quantity.low + quantity.high) / 2;
}

/** As it would be written in a case. */
export function formatQuantity(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'number':
      return String(quantity.value);
    case 'range':
      return `${quantity.low} to ${quantity.high}`;
    case 'not-reported':
      return 'not reported';
  }
}
