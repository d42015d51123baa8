/**
 * Random numbers: Philox4x32-10 (Salmon, Moraes, Dror & Shaw, SC'11), a counter-based generator. Draw k of stream s under
 * a seed is a pure function of (seed, s, k), so that chunks of work give the same bits whoever computes them.
 *
 * The key is the seed. Of the counter's four words the first two number the block, the third the stream, and the fourth
 * keeps uses apart: 0 is {@link Rng}, which reads block after block; 1 and up are {@link uniformAt}, which reads the first
 * two words of the one block it is asked for. Give draw k of a simulation `rng.stream(k)` for what it does in sequence,
 * and `uniformAt(seed, j, k)` for its input j: then no draw depends on how many workers there are, nor on what other
 * draws or inputs consume, and a what-if sees the same numbers (common random numbers).
 *
 * Period 2^66 words a stream, 2^32 streams a seed. Not for cryptography.
 */
import { philoxInto } from './philox.ts';

/** One block of four 32-bit words from a counter of four words and a key of two. */
export function philox(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): [number, number, number, number] {
  philoxInto(block, ...counter, ...key);
  return [block[0]! >>> 0, block[1]! >>> 0, block[2]! >>> 0, block[3]! >>> 0];
}

const block = new Int32Array(4);

/**
 * Number `index` of a stream by itself: uniform on the open interval (0, 1), an odd multiple of 2^-53, so that quantiles
 * of it are finite. `index`: from 0 to 2^53 − 1; `stream` and `use`: below 2^32, a `use` being 1 or more.
 */
export function uniformAt(seed: number, stream: number, index: number, use = 1): number {
  philoxInto(block, index, Math.floor(index / 2 ** 32), stream, use, seed, Math.floor(seed / 2 ** 32));
  return openUniform(block[0]!, block[1]!);
}

const openUniform = (a: number, b: number): number =>
  ((a >>> 6) * 67_108_864 + (b >>> 6) + 0.5) / 4_503_599_627_370_496;

const keyOf = (seed: number): [number, number] => [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0];

/**
 * The index that a uniform number u, 0 ≤ u < 1, picks by weights: none negative, some positive. An index of weight 0 is
 * never picked.
 */
export function pick(weights: ArrayLike<number>, u: number): number {
  let total = 0;
  for (let k = 0; k < weights.length; k++) total += weights[k]!;
  if (!(total > 0 && total < Infinity)) throw new Error(`cannot pick by weights that add up to ${total}`);
  let rest = u * total;
  let last = 0;
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k]!;
    if (weight === 0) continue;
    if (rest < weight) return k;
    rest -= weight;
    last = k;
  }
  // Rounding may leave a trace of the last weight.
  return last;
}

export class Rng {
  readonly #key: readonly [number, number];
  readonly #stream: number;
  #block = 0;
  #words: readonly number[] = [];
  #next = 4;

  /** `seed`: a whole number from 0 to 2^53 − 1. `stream`: from 0 to 2^32 − 1, default 0. */
  constructor(seed: number, stream = 0) {
    this.#key = keyOf(seed);
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

  /** Uniform on [0, 1), with 53 bits. Two words. */
  uniform(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  }

  /** Uniform on the open interval (0, 1): an odd multiple of 2^-53, so that quantiles of it are finite. Two words. */
  openUniform(): number {
    const high = this.word();
    return openUniform(high, this.word());
  }

  /** Uniform on 0 … n − 1 for n up to 2^32, without bias: words beyond the last whole multiple of n are drawn again. */
  below(n: number): number {
    const limit = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const word = this.word();
      if (word < limit) return word % n;
    }
  }

  /** An index by weights, see {@link pick}. Two words. */
  picked(weights: ArrayLike<number>): number {
    return pick(weights, this.uniform());
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
