import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, expm1, log, log1p, pow } from './elementary.ts';
import {
  exactExp,
  exactExpm1,
  exactLog,
  exactLog1p,
  exactPow,
  logFixed,
  fixed,
  ulps,
  type Exact,
} from './elementary.twin.ts';
import { Rng } from './rng.ts';

const rng = new Rng(20250515);
const between = (low: number, high: number): number => low + (high - low) * rng.uniform();

/** A positive double of any size, all exponents alike. */
function anySize(): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, rng.below(0x7ff00000));
  view.setUint32(4, rng.word());
  return view.getFloat64(0);
}

function bits(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

type Case = [string, (...of: number[]) => number, (...of: number[]) => Exact, () => number[], number];

describe('P9 the last digit is right, or next to right, by arithmetic of 400 bits', () => {
  test.each<Case>([
    ['exp', exp, exactExp, () => [between(-708, 709.7)], 0.65],
    ['exp', exp, exactExp, () => [between(-1, 1)], 0.65],
    ['exp of subnormal size', exp, exactExp, () => [between(-745, -708)], 0.8],
    ['expm1', expm1, exactExpm1, () => [between(-3, 3)], 1.1],
    ['expm1', expm1, exactExpm1, () => [between(-42, 60)], 1.1],
    ['expm1 near 0', expm1, exactExpm1, () => [between(-1e-3, 1e-3)], 0.51],
    ['log', log, exactLog, () => [anySize()], 0.9],
    ['log', log, exactLog, () => [between(0.5, 2)], 0.9],
    ['log near 1', log, exactLog, () => [between(0.99, 1.01)], 0.51],
    ['log of subnormals', log, exactLog, () => [5e-324 * (1 + rng.word())], 0.55],
    ['log1p', log1p, exactLog1p, () => [between(-0.9999, 3)], 0.95],
    ['log1p', log1p, exactLog1p, () => [2 ** between(1, 70)], 0.6],
    ['log1p near 0', log1p, exactLog1p, () => [between(-1e-3, 1e-3)], 0.51],
    ['pow', pow, exactPow, () => [anySize(), between(-1, 1)], 0.7],
    ['pow', pow, exactPow, () => [between(0, 10), between(-300, 300)], 0.7],
    ['pow near 1', pow, exactPow, () => [1 + between(-5e-4, 5e-4), between(-6e5, 6e5)], 0.7],
    ['pow of subnormal size', pow, exactPow, () => [between(0.5, 0.9), between(1020, 1080)], 0.8],
  ])('%s', (_, computed, exact, argument, most) => {
    for (let k = 0; k < 2000; k++) {
      const of = argument();
      const value = computed(...of);
      const error = Number.isFinite(value) ? ulps(value, exact(...of)) : 0;
      if (error > most) expect.unreachable(`${error} ulp at ${of.join(', ')}`);
    }
  });
});

const EDGES = [
  [0, -0, 1, -1, Infinity, -Infinity, NaN, 2 ** 53],
  [5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e308],
  [709.782712893384, 709.7827128933841, -745.1332191019411, -745.1332191019412, 0.41, -0.29, 44, -40],
].flat();

describe('P9 the results are those of Math, the last two digits apart', () => {
  const near = (a: number, b: number): boolean =>
    Object.is(a, b) || Math.abs(a - b) <= Math.max(2 ** -1073, 2 ** -51 * Math.abs(b));
  const doubles = fc.oneof(
    fc.double(),
    fc.double({ min: -750, max: 750 }),
    fc.double({ min: -2, max: 2 }),
    fc.integer({ min: -60, max: 60 }),
    fc.constantFrom(...EDGES),
  );
  test.each([
    ['exp', exp, Math.exp],
    ['expm1', expm1, Math.expm1],
    ['log', log, Math.log],
    ['log1p', log1p, Math.log1p],
  ])('%s', (_, own, theirs) => {
    fc.assert(
      fc.property(doubles, (x) => near(own(x), theirs(x))),
      { numRuns: 5000 },
    );
  });

  test('pow', () => {
    fc.assert(
      fc.property(doubles, doubles, (x, y) => near(pow(x, y), x ** y)),
      { numRuns: 20_000 },
    );
  });
});

test('special values', () => {
  const [most, least] = [Number.MAX_VALUE, Number.MIN_VALUE];
  expect([exp(0), exp(-0), exp(-Infinity), exp(Infinity), exp(NaN)]).toEqual([1, 1, 0, Infinity, NaN]);
  expect([exp(710), exp(-745), exp(-745.2), exp(most), exp(-most)]).toEqual([Infinity, least, 0, Infinity, 0]);
  expect([expm1(-0), expm1(least), expm1(-Infinity), expm1(most)]).toEqual([-0, least, -1, Infinity]);
  expect([log(1), log(0), log(-0), log(-1), log(Infinity)]).toEqual([0, -Infinity, -Infinity, NaN, Infinity]);
  expect([log1p(-0), log1p(-1), log1p(-1.1), log1p(least)]).toEqual([-0, -Infinity, NaN, least]);
  expect([pow(NaN, 0), pow(1, NaN), pow(1, Infinity), pow(-1, -Infinity)]).toEqual([1, NaN, NaN, NaN]);
  expect([pow(-8, 3), pow(-8, 2), pow(-8, 0.5), pow(-2, -1)]).toEqual([-512, 64, NaN, -0.5]);
  expect([pow(-0, 3), pow(-0, -3), pow(0, -2), pow(-0, 2)]).toEqual([-0, -Infinity, Infinity, 0]);
  expect([pow(-Infinity, 3), pow(-Infinity, -3), pow(0.5, -Infinity)]).toEqual([-Infinity, -0, Infinity]);
  expect([pow(1, 1e300), pow(-1, 1e300), pow(1.5, 1e300), pow(0.5, 1e300)]).toEqual([1, 1, Infinity, 0]);
});

test('whole powers that a double can hold are exact', () => {
  for (let k = -1074; k < 1024; k++) expect(ulps(pow(2, k), { scaled: 1n << 400n, exponent: k })).toBe(0);
  for (let k = 0; k <= 22; k++) expect(pow(10, k)).toBe(Number(10n ** BigInt(k)));
  for (let k = 0; k <= 33; k++) expect(pow(3, k)).toBe(Number(3n ** BigInt(k)));
  for (let k = 1; k < 1000; k++) expect([pow(k, 1), pow(k, 2), pow(k * k, 0.5)]).toEqual([k, k * k, k]);
});

test('ln 2 in two pieces is ln 2', () => {
  const ln2 = logFixed(1n << 401n);
  const pieces = fixed(0xb17217f7 / 2 ** 32) + fixed(1.9082149292705877e-10);
  expect(Number(ln2 - pieces) / 2 ** 400).toBeLessThan(2 ** -85);
});

test('P9 bits: a change of any of these changes what users were promised', () => {
  expect({
    e: bits(exp(1)),
    'exp(-0.1)': bits(exp(-0.1)),
    'exp(700.3)': bits(exp(700.3)),
    'exp(-740)': bits(exp(-740)),
    'expm1(1e-5)': bits(expm1(1e-5)),
    'log 2': bits(log(2)),
    'log 10': bits(log(10)),
    'log 0.7': bits(log(0.7)),
    'log1p(0.05)': bits(log1p(0.05)),
    '√2 by pow': bits(pow(2, 0.5)),
    '1.1^100': bits(pow(1.1, 100)),
    '0.3^-7.7': bits(pow(0.3, -7.7)),
  }).toMatchInlineSnapshot(`
    {
      "0.3^-7.7": "40c4be82e92069d1",
      "1.1^100": "40caea4e6126bb95",
      "e": "4005bf0a8b145769",
      "exp(-0.1)": "3fecf46d99d52b3a",
      "exp(-740)": "0000000000000055",
      "exp(700.3)": "7f13f6d02b17eb6d",
      "expm1(1e-5)": "3ee4f8bc681cdfb6",
      "log 0.7": "bfd6d3c324e13f50",
      "log 10": "40026bb1bbb55516",
      "log 2": "3fe62e42fefa39ef",
      "log1p(0.05)": "3fa8fb063ef2c7ea",
      "√2 by pow": "3ff6a09e667f3bcc",
    }
  `);
});

test('P9 digest of 30 000 results', () => {
  const draws = new Rng(7);
  let hash = 0;
  const take = (x: number): void => {
    for (const digit of bits(x)) hash = (Math.imul(hash, 31) + digit.charCodeAt(0)) | 0;
  };
  for (let k = 0; k < 10_000; k++) {
    const u = draws.uniform();
    take(exp(200 * u - 100));
    take(log(1000 * u));
    take(pow(5 * u, 30 * draws.uniform() - 15));
  }
  expect(hash).toMatchInlineSnapshot(`-256544771`);
});
