/**
 * Random numbers: Philox4x32-10 (Salmon, Moraes, Dror & Shaw, SC'11), a counter-based generator. Draw k of stream s under
 * a seed is a pure function of (seed, s, k), so that chunks of work give the same bits whoever computes them.
 *
 * Period 2^66 draws a stream, 2^32 streams a seed. Not for cryptography.
 */
const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

/** One block of four 32-bit words from a counter of four words and a key of two. */
export function philox(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): [number, number, number, number] {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(M0, c0);
    const low0 = Math.imul(M0, c0);
    const high1 = multiplyHigh(M1, c2);
    const low1 = Math.imul(M1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0];
}

/** High 32 bits of the product of two unsigned 32-bit words. */
function multiplyHigh(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const cross = aLow * bHigh + (middle & 0xffff);
  return aHigh * bHigh + Math.floor(middle / 65_536) + Math.floor(cross / 65_536);
}

export class Rng {
  readonly #key: readonly [number, number];
  readonly #stream: number;
  #block = 0;
  #words: readonly number[] = [];
  #next = 4;

  /** `seed`: a whole number from 0 to 2^53 − 1. `stream`: from 0 to 2^32 − 1, default 0. */
  constructor(seed: number, stream = 0) {
    this.#key = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0];
    this.#stream = stream;
  }

  /** An independent stream of the same seed. */
  stream(stream: number): Rng {
    return new Rng(this.#key[0] + this.#key[1] * 2 ** 32, stream);
  }

  /** A whole number from 0 to 2^32 − 1. */
  word(): number {
    if (this.#next === 4) {
      this.#words = philox([this.#block >>> 0, Math.floor(this.#block / 2 ** 32), this.#stream, 0], this.#key);
      this.#block++;
      this.#next = 0;
    }
    return this.#words[this.#next++]!;
  }

  /** Uniform on [0, 1), with 53 bits. */
  uniform(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  }

  /** Uniform on 0 … n − 1, without bias (Lemire 2019). */
  below(n: number): number {
    const limit = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const word = this.word();
      if (word < limit) return word % n;
    }
  }

  /** A new array in random order (Fisher–Yates). */
  shuffled<T>(of: readonly T[]): T[] {
    const result = [...of];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [result[i], result[j]] = [result[j]!, result[i]!];
    }
    return result;
  }
}
