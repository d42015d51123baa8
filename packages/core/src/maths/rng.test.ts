import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { philox, pick, Rng, uniformAt } from './rng.ts';

const SEED = 20250515;
const seeds = fc.maxSafeNat();
const streams = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const words = (rng: Rng, count: number): number[] => Array.from({ length: count }, () => rng.word());

/** Known answers of the authors' own library (Random123, kat_vectors). */
const KNOWN: [string, Parameters<typeof philox>[0], Parameters<typeof philox>[1], string][] = [
  ['zeros', [0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  [
    'ones',
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    '408f276d 41c83b0e a20bc7c6 6d5451fd',
  ],
  [
    'digits of pi',
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    'd16cfe09 94fdcceb 5001e420 24126ea1',
  ],
];

test.each(KNOWN)('Philox4x32-10 gives the published words for %s', (_, counter, key, expected) => {
  expect(
    philox(counter, key)
      .map((word) => word.toString(16).padStart(8, '0'))
      .join(' '),
  ).toBe(expected);
});

test('Philox agrees with a second writing of its definition in whole numbers of any length', () => {
  const MASK = 0xffffffffn;
  const literal = (counter: readonly number[], key: readonly number[]): number[] => {
    let [a, b, c, d] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
    let [k, l] = key.map(BigInt) as [bigint, bigint];
    for (let round = 0; round < 10; round++) {
      const p = 0xd2511f53n * a;
      const q = 0xcd9e8d57n * c;
      [a, b, c, d] = [(q >> 32n) ^ b ^ k, q & MASK, (p >> 32n) ^ d ^ l, p & MASK];
      k = (k + 0x9e3779b9n) & MASK;
      l = (l + 0xbb67ae85n) & MASK;
    }
    return [a, b, c, d].map(Number);
  };
  fc.assert(
    fc.property(fc.tuple(streams, streams, streams, streams), fc.tuple(streams, streams), (counter, key) => {
      expect(philox(counter, key)).toEqual(literal(counter, key));
    }),
  );
});

describe('draws', () => {
  test('the same seed and stream give the same words', () => {
    fc.assert(
      fc.property(seeds, streams, (seed, stream) => {
        expect(words(new Rng(seed, stream), 9)).toEqual(words(new Rng(seed).stream(stream), 9));
      }),
    );
  });

  test('streams of one seed differ, and so do seeds, beyond 2^32 too', () => {
    const starts = [
      ...Array.from({ length: 200 }, (_, k) => new Rng(SEED, k)),
      ...Array.from({ length: 200 }, (_, k) => new Rng(SEED + 1 + k)),
      new Rng(SEED + 2 ** 32),
      new Rng(Number.MAX_SAFE_INTEGER),
    ].map((rng) => words(rng, 4).join());
    expect(new Set(starts).size).toBe(starts.length);
  });

  test('a stream does not depend on how much of its parent was drawn', () => {
    const fresh = new Rng(SEED);
    const used = new Rng(SEED);
    words(used, 1001);
    expect(words(used.stream(3), 8)).toEqual(words(fresh.stream(3), 8));
  });

  test('uniform numbers lie in [0, 1) and have the mean and variance of the uniform distribution', () => {
    const rng = new Rng(SEED);
    const draws = Array.from({ length: 100_000 }, () => rng.uniform());
    expect(draws.every((x) => x >= 0 && x < 1)).toBe(true);
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    // Four standard errors of 100 000 draws.
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / draws.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / draws.length));
  });

  // Chi-square at 0.001, by degrees of freedom (table).
  test.each([
    [2, 10.83],
    [6, 20.52],
    [10, 27.88],
    [100, 148.23],
  ])('below(%i) favours no number', (n, critical) => {
    const rng = new Rng(SEED, n);
    const counts = Array.from({ length: n }, () => 0);
    const draws = 60_000;
    for (let k = 0; k < draws; k++) counts[rng.below(n)]!++;
    const expected = draws / n;
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(critical);
  });

  test('below(n) is a whole number from 0 to n − 1, up to 2^32, where the remainder would be far from even', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 2 ** 32 }), (seed, n) => {
        const drawn = new Rng(seed).below(n);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < n).toBe(true);
      }),
    );
    // Of 2^32 words a plain remainder by 3 · 2^30 would give the lowest third twice as often.
    const rng = new Rng(SEED);
    const n = 3 * 2 ** 30;
    const low = Array.from({ length: 10_000 }, () => rng.below(n)).filter((x) => x < n / 3).length;
    expect(Math.abs(low / 10_000 - 1 / 3)).toBeLessThan(0.02);
  });

  test('shuffling keeps every member, leaves the original alone and gives all orders alike', () => {
    const letters = ['a', 'b', 'c'];
    const rng = new Rng(SEED);
    const counts = new Map<string, number>();
    for (let k = 0; k < 12_000; k++) {
      const order = rng.shuffled(letters);
      expect(order.toSorted()).toEqual(letters);
      counts.set(order.join(''), (counts.get(order.join('')) ?? 0) + 1);
    }
    expect(letters).toEqual(['a', 'b', 'c']);
    expect(counts.size).toBe(6);
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquare).toBeLessThan(20.52);
  });
});

describe('P9 single draws', () => {
  test('draw k of input j is one block of the counter, the same whoever asks and whatever else is drawn', () => {
    const [a, b] = philox([7, 0, 3, 1], [SEED, 0]);
    expect(uniformAt(SEED, 3, 7)).toBe(((a >>> 6) * 2 ** 26 + (b >>> 6) + 0.5) / 2 ** 52);
    const [c] = philox([5, 2, 3, 9], [1, 2]);
    expect(Math.floor(uniformAt(1 + 2 * 2 ** 32, 3, 5 + 2 * 2 ** 32, 9) * 2 ** 26)).toBe(c >>> 6);
  });

  test('P9 pinned: these numbers are what users were promised', () => {
    expect([uniformAt(1, 0, 0), uniformAt(1, 0, 1), uniformAt(1, 1, 0), uniformAt(2, 0, 0)]).toMatchInlineSnapshot(`
      [
        0.07220353360854814,
        0.06561895700799358,
        0.37195362741392135,
        0.3127738625242674,
      ]
    `);
    expect([new Rng(1).uniform(), new Rng(1, 5).uniform(), new Rng(1).openUniform()]).toMatchInlineSnapshot(`
      [
        0.8902591757080309,
        0.9046789176067956,
        0.8902591749233709,
      ]
    `);
  });

  test('they lie inside (0, 1), are odd multiples of 2^-53, and differ by seed, stream, index and use', () => {
    fc.assert(
      fc.property(seeds, streams, fc.maxSafeNat(), fc.integer({ min: 1, max: 9 }), (seed, stream, index, use) => {
        const u = uniformAt(seed, stream, index, use);
        expect(u > 0 && u < 1).toBe(true);
        expect((u * 2 ** 53) % 2).toBe(1);
      }),
    );
    const all = Array.from({ length: 4096 }, (_, k) => uniformAt(k & 7, (k >>> 3) & 7, (k >>> 6) & 7, 1 + (k >>> 9)));
    expect(new Set(all).size).toBe(all.length);
    const one = new Rng(SEED);
    for (let k = 0; k < 1000; k++) expect((one.openUniform() * 2 ** 53) % 2).toBe(1);
  });

  test('they are uniform, and two inputs do not go together', () => {
    const N = 50_000;
    const cells = Array.from({ length: 100 }, () => 0);
    for (let k = 0; k < N; k++)
      cells[10 * Math.floor(10 * uniformAt(SEED, 0, k)) + Math.floor(10 * uniformAt(SEED, 1, k))]!++;
    const chiSquare = cells.reduce((sum, count) => sum + (count - N / 100) ** 2 / (N / 100), 0);
    expect(chiSquare).toBeLessThan(148.23);
  });
});

describe('picking by weights', () => {
  test('takes the index whose share of the weights holds u', () => {
    expect([0, 0.24, 0.25, 0.74, 0.75, 0.999].map((u) => pick([1, 2, 0, 1], u))).toEqual([0, 0, 1, 1, 3, 3]);
    expect(pick([0, 0, 5], 0)).toBe(2);
    expect(pick([5, 0, 0], 1 - 2 ** -53)).toBe(0);
  });

  test('never takes a weight of 0, and takes others in proportion', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 9 }),
        seeds,
        (weights, seed) => {
          fc.pre(weights.some((w) => w > 0));
          expect(weights[new Rng(seed).picked(weights)]).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
    const counts = [0, 0, 0];
    const rng = new Rng(SEED);
    for (let k = 0; k < 30_000; k++) counts[rng.picked([1, 2, 3])]!++;
    const chiSquare = counts.reduce((sum, count, k) => sum + (count - 5000 * (k + 1)) ** 2 / (5000 * (k + 1)), 0);
    expect(chiSquare).toBeLessThan(13.82);
  });

  test('weights that add up to nothing are a mistake of the program', () => {
    for (const weights of [[], [0, 0], [NaN], [Infinity, 1]]) expect(() => pick(weights, 0.5)).toThrow('add up to');
  });
});
