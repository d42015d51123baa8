/**
 * Exponential, logarithm and power whose results are the same bits on every machine (rule P9). ECMAScript leaves the last
 * digits of Math.exp, Math.log and Math.pow to the engine; here only + − × ÷, rounding to whole numbers and the bits of a
 * double are used, all of which IEEE 754 fixes. Math.sqrt is exact as well and needs no replacement.
 *
 * Arguments are reduced by powers of two, as is usual (Muller, Elementary Functions, 3rd ed. 2016, ch. 11); the remainder
 * goes into the plain series, whose coefficients can be checked by eye. pow carries its logarithm in two doubles
 * (Dekker, Numer. Math. 18, 1971).
 *
 * Largest errors on 200 000 arguments a range, against whole-number arithmetic of 400 bits: exp and pow 0.65 units in the
 * last place (0.76 where the result is subnormal), log 0.85, log1p 0.91, expm1 1.05. Special values are those of Math.
 */

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
double[0] = 1;
/** Which of its two words this machine keeps a double's sign and exponent in. */
const HIGH = words[0] === 0 ? 1 : 0;
const LOW = 1 - HIGH;

const INVERSE_LN2 = 1.4426950408889634;
/** The first 32 bits of ln 2, so that whole multiples up to 2^20 are exact, and the rest. */
const LN2_HIGH = 0xb17217f7 / 0x100000000;
const LN2_LOW = 1.9082149292705877e-10;

/** e^x overflows above, and is nearer to 0 than to any other double below. */
const EXP_MOST = 709.79;
const EXP_LEAST = -746;
const TINY = 5.551115123125783e-17; // 2^-54: less than half a unit in the last place of 1

export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** e^(x + low), `low` being far smaller than x. */
function expOfSum(x: number, low: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > EXP_MOST) return Infinity;
  if (x < EXP_LEAST) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const correction = k * LN2_LOW - low;
  const r = high - correction;
  const rest = high - r - correction;
  const sum = 1 + r;
  return scaled(sum + (r - (sum - 1) + excess(r, rest)), k);
}

/** e^x − 1, exact to the last digits near 0 too. */
export function expm1(x: number): number {
  if (Math.abs(x) < TINY || Number.isNaN(x)) return x;
  if (x > 44) return exp(x); // 2^63 and more: the 1 is lost
  if (x < -40) return -1;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const correction = k * LN2_LOW;
  const r = high - correction;
  const tail = excess(r, high - r - correction);
  if (k === 0) return r + tail;
  const power = powerOfTwo(k);
  const sum = power - 1 + power * r;
  return sum + (power * r - (sum - (power - 1)) + power * tail);
}

/** e^(r + rest) − 1 − r for |r| ≤ ln 2 / 2, by the series; even and odd terms apart, since they can be computed at once. */
function excess(r: number, rest: number): number {
  const t = r * r;
  const even = 1 / 2 + t * (1 / 24 + t * (1 / 720 + t * (1 / 40_320 + t * (1 / 3_628_800 + t * (1 / 479_001_600)))));
  const odd =
    1 / 6 + t * (1 / 120 + t * (1 / 5_040 + t * (1 / 362_880 + t * (1 / 39_916_800 + t * (1 / 6_227_020_800)))));
  return t * (even + r * odd) + rest * (1 + r);
}

export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x === Infinity ? Infinity : NaN;
  const k = exponent(x);
  return logOfParts(k, scaled(x, -k) - 1, 0);
}

/** log(1 + x), exact to the last digits near 0 too. */
export function log1p(x: number): number {
  if (Math.abs(x) < TINY) return x;
  if (x > -0.29 && x < 0.41) return logOfParts(0, x, 0);
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x === Infinity ? Infinity : NaN;
  const sum = 1 + x;
  const lost = x > 1 ? 1 - (sum - x) : x - (sum - 1);
  const k = exponent(sum);
  return logOfParts(k, scaled(sum, -k) - 1, lost / sum);
}

/**
 * k · ln 2 + log(1 + f) + low for √½ ≤ 1 + f ≤ √2. With s = f / (2 + f), log(1 + f) = 2 (s + s³/3 + s⁵/5 + …), and
 * 2s = f − s·f, so that the leading term f has no error.
 */
function logOfParts(k: number, f: number, low: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19)))));
  const even = w * (2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21)))));
  const tail = s * (f - (odd + even)) - low;
  const head = k * LN2_HIGH;
  const sum = head + f;
  return k === 0 ? f - tail : sum + (f - (sum - head) - (tail - k * LN2_LOW));
}

/** x^y as Math.pow has it: NaN for 1^±∞, 1 for anything^0. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  const size = Math.abs(x);
  if (Number.isNaN(x) || Number.isNaN(y) || (size === 1 && Math.abs(y) === Infinity)) return NaN;
  const negative = (x < 0 || Object.is(x, -0)) && Math.abs(y % 2) === 1;
  if (size === 0 || size === Infinity || Math.abs(y) === Infinity) {
    const limit = size > 1 === y > 0 ? Infinity : 0;
    return negative ? -limit : limit;
  }
  if (x < 0 && !Number.isInteger(y)) return NaN;
  const power = powOfPositive(size, y);
  return negative ? -power : power;
}

/** 1/3 and 1/5 to twice the digits of a double. */
const THIRD = 1 / 3;
const THIRD_LOW = 1.850371707708594e-17;
const FIFTH = 1 / 5;
const FIFTH_LOW = -1.1102230246251566e-17;

function powOfPositive(x: number, y: number): number {
  // No logarithm but 0 lies within 2^-53 of 0, so that beyond 2^65 there is nothing left between 0 and Infinity.
  if (Math.abs(y) > 36_893_488_147_419_103_232) return x === 1 ? 1 : x > 1 === y > 0 ? Infinity : 0;
  const k = exponent(x);
  const f = scaled(x, -k) - 1;
  // The series of logOfParts. Every name has its unevaluated low part beside it, as in z + zLow.
  const d = 2 + f;
  const dLow = f - (d - 2);
  const s = f / d;
  const sLow = (f - s * d - productError(s, d) - s * dLow) / d;
  const z = s * s;
  const zLow = productError(s, s) + 2 * s * sLow;
  // From 1/7 on the series is so small beside the whole that one double will do.
  const high = 1 / 17 + z * (1 / 19 + z * (1 / 21 + z * (1 / 23 + z * (1 / 25))));
  const t = z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * high)))));
  const a = FIFTH + t;
  const aLow = t - (a - FIFTH) + FIFTH_LOW;
  const b = z * a;
  const bLow = productError(z, a) + z * aLow + zLow * a;
  const c = THIRD + b;
  const cLow = b - (c - THIRD) + bLow + THIRD_LOW;
  const e = z * c;
  const eLow = productError(z, c) + z * cLow + zLow * c;
  const g = s * e;
  const gLow = productError(s, e) + s * eLow + sLow * e;
  const h = 2 * (s + g);
  const hLow = 2 * (g - (s + g - s) + gLow + sLow);
  const head = k * LN2_HIGH;
  const sum = head + h;
  const sumLow = h - (sum - head) + hLow + k * LN2_LOW;
  const ln = sum + sumLow;
  const lnLow = sumLow - (ln - sum);
  return expOfSum(y * ln, productError(y, ln) + y * lnLow);
}

/** What a · b has lost to rounding (Dekker 1971). */
function productError(a: number, b: number): number {
  const SPLIT = 134_217_729; // 2^27 + 1
  const aHigh = SPLIT * a - (SPLIT * a - a);
  const aLow = a - aHigh;
  const bHigh = SPLIT * b - (SPLIT * b - b);
  const bLow = b - bHigh;
  return aLow * bLow - (a * b - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** The k for which x / 2^k lies between √½ and √2, or within 2^-20 of them. */
function exponent(x: number): number {
  const subnormal = x < 2.2250738585072014e-308;
  double[0] = subnormal ? x * 18_014_398_509_481_984 : x; // 2^54
  const word = words[HIGH]!;
  return (word >>> 20) - (subnormal ? 1077 : 1023) + ((word & 0xfffff) > 0x6a09e ? 1 : 0);
}

/** x · 2^k for |x| < 2 and results down to the smallest; or for any x where the result lies near 1. */
function scaled(x: number, k: number): number {
  if (k > 1023) return x * powerOfTwo(k - 60) * powerOfTwo(60);
  if (k < -1022) return x * powerOfTwo(k + 60) * powerOfTwo(-60);
  return x * powerOfTwo(k);
}

/** 2^k for −1022 ≤ k ≤ 1023, from a table: writing a double by halves and reading it whole stalls the processor. */
const powerOfTwo = (k: number): number => POWERS[k + 1022]!;

const POWERS = Float64Array.from({ length: 2046 }, (_, at) => {
  words[HIGH] = (at + 1) << 20;
  words[LOW] = 0;
  return double[0]!;
});
