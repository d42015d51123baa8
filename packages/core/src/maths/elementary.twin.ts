/**
 * exp, log and pow by their series in whole numbers of 400 bits after the point, for tests: slow, literal, and right to
 * a hundred digits. Errors are counted in units in the last place (ulp) of the true value.
 */
export const BITS = 400n;
export const ONE = 1n << BITS;

/** A positive value `scaled · 2^exponent / 2^BITS`, or minus that. */
export interface Exact {
  readonly scaled: bigint;
  readonly exponent: number;
}

/** A double as a whole number times a power of two. */
export function partsOf(x: number): [whole: bigint, exponent: number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const mantissa = bits & 0xfffffffffffffn;
  const whole = biased === 0 ? mantissa : mantissa | (1n << 52n);
  return [bits >> 63n === 1n ? -whole : whole, Math.max(biased, 1) - 1075];
}

export const shifted = (n: bigint, by: bigint): bigint => (by >= 0n ? n << by : n >> -by);
export const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS;

export function fixed(x: number): bigint {
  const [whole, exponent] = partsOf(x);
  return shifted(whole, BITS + BigInt(exponent));
}

/** 2 · (s + s³/3 + s⁵/5 + …) = log((1 + s) / (1 − s)). */
function logSeries(s: bigint): bigint {
  const square = times(s, s);
  let sum = 0n;
  let power = s;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = times(power, square);
  }
  return 2n * sum;
}

const LN2 = logSeries(ONE / 3n);

/** log of a positive fixed-point number. */
export function logFixed(x: bigint): bigint {
  const k = BigInt(x.toString(2).length - 1) - BITS;
  const m = shifted(x, -k);
  return k * LN2 + logSeries(((m - ONE) << BITS) / (m + ONE));
}

/** log of a double; small ones would have too few digits as fixed-point numbers. */
export function exactLog(x: number): Exact {
  const [whole, exponent] = partsOf(x);
  return { scaled: logFixed(whole << BITS) + BigInt(exponent) * LN2, exponent: 0 };
}

export function exactLog1p(x: number): Exact {
  return { scaled: logFixed(ONE + fixed(x)), exponent: 0 };
}

function expFixed(x: bigint): Exact {
  let k = x / LN2;
  if (k * LN2 > x) k -= 1n;
  const r = x - k * LN2;
  let sum = 0n;
  let term = ONE;
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term = times(term, r) / n;
  }
  return { scaled: sum, exponent: Number(k) };
}

export const exactExp = (x: number): Exact => expFixed(fixed(x));

export function exactExpm1(x: number): Exact {
  const { scaled, exponent } = exactExp(x);
  return { scaled: shifted(scaled, BigInt(exponent)) - ONE, exponent: 0 };
}

export function exactPow(x: number, y: number): Exact {
  const [whole, exponent] = partsOf(y);
  return expFixed(shifted(exactLog(x).scaled * whole, BigInt(exponent)));
}

/** How far a double lies from the true value, in ulp of the true value. */
export function ulps(computed: number, truth: Exact): number {
  if (truth.scaled === 0n) return computed === 0 ? 0 : Infinity;
  const size = truth.scaled < 0n ? -truth.scaled : truth.scaled;
  const leading = size.toString(2).length - 1 - Number(BITS) + truth.exponent;
  const ulp = Math.max(leading - 52, -1074);
  const [whole, exponent] = partsOf(computed);
  // Both in units of ulp / 2^60.
  const a = shifted(whole, BigInt(exponent - ulp) + 60n);
  const b = shifted(truth.scaled, BigInt(truth.exponent - ulp) - BITS + 60n);
  return Math.abs(Number(a - b)) / 2 ** 60;
}
