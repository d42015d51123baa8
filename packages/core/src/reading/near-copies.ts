/**
 * Texts that are another's words with little of their own: the wire report that ten papers print, shortened or with a new
 * heading. They are one account, not ten.
 *
 * A text is a near-copy where half of its runs of five words or more stand in another text (containment; Broder 1997). So
 * the first third of a report is one, and a report that quotes a whole communiqué among words of its own is none. A text of
 * fewer than 24 words has to be half of the *other* too (resemblance): a sentence that a report repeats is no copy of it.
 * Between rewording and copying lies a wide gap: accounts of one event by different writers share 0–2 % of their runs, and a
 * copy that changes one word in twenty keeps 77 %.
 *
 * Texts that may share that much are found by MinHash: 128 hashes, each a band of its own (Leskovec, Rajaraman & Ullman
 * ch. 3, b = 128, r = 1), since what was cut to a tenth and half reworded resembles its original little: J = 0.05. Of resemblance J,
 * 1 − (1 − J)^128 are found: all but 1 in 700 of J = 0.05, all but 1 in 10^12 of J = 0.2. Whatever is found is counted
 * exactly, so nothing is a near-copy by estimate.
 *
 * Adding one text costs what it costs, not what was added before: a value of a hash leads to the first 8 texts that had it,
 * so a phrase that stands in all of them (“subscribe to …”) cannot grow. About 0.8 ms and 7 kB for a thousand words. What this misses: translations and rewordings.
 */
import { Rng } from '../maths/index.ts';
import { HashTable, type HashTableKept } from './hash-table.ts';
import { inCommon, mixed, shingles, type Shingles } from './shingles.ts';

/** Of a text's runs, how many stand in the other: from here on it is a near-copy. */
export const NEAR_COPY = 0.5;

const HASHES = 128;
const FEW_RUNS = 20;
const MOST_PER_VALUE = 8;

export interface NearCopy {
  /** The other text. */
  readonly of: string;
  /** How much of this text's runs of five words stand in the other; of a text under 24 words, of both texts' runs. */
  readonly share: number;
}

/** Plain data, to go on with later. */
export interface NearCopiesKept {
  readonly ids: string[];
  readonly shingles: Shingles[];
  readonly signatures: Int32Array[];
  readonly table: HashTableKept;
  readonly copies: Map<string, NearCopy>;
}

export class NearCopies {
  readonly #ids: string[];
  readonly #shingles: Shingles[];
  readonly #signatures: Int32Array[];
  readonly #table: HashTable;
  readonly #copies: Map<string, NearCopy>;

  constructor(kept?: NearCopiesKept) {
    this.#ids = kept?.ids ?? [];
    this.#shingles = kept?.shingles ?? [];
    this.#signatures = kept?.signatures ?? [];
    this.#table = new HashTable(MOST_PER_VALUE, kept?.table);
    this.#copies = kept?.copies ?? new Map<string, NearCopy>();
  }

  kept(): NearCopiesKept {
    return {
      ids: this.#ids,
      shingles: this.#shingles,
      signatures: this.#signatures,
      table: this.#table.kept(),
      copies: this.#copies,
    };
  }

  /** The text that this one is a near-copy of, of those added before: the one that it shares most with, the earliest of them. */
  add(id: string, text: string): NearCopy | undefined {
    const own = shingles(text);
    const number = this.#ids.length;
    this.#ids.push(id);
    this.#shingles.push(own);
    const signature = minHashes(own);
    this.#signatures.push(signature);
    if (own.length === 0) return undefined;

    const candidates = new Set<number>();
    for (let band = 0; band < HASHES; band++) this.#table.add(keyOf(signature, band), number, candidates);

    let best: NearCopy | undefined;
    const shortened: (readonly [string, number])[] = [];
    for (const other of [...candidates].sort((a, b) => a - b)) {
      if (other === number) continue; // two of its own keys that are alike by chance
      const theirs = this.#shingles[other]!;
      if (agreement(signature, this.#signatures[other]!) < leastAgreement(own.length, theirs.length)) continue;
      const common = inCommon(own, theirs);
      const share = shareOf(own, theirs, common);
      if (share >= NEAR_COPY && share > (best?.share ?? 0)) best = { of: this.#ids[other]!, share };
      const theirShare = shareOf(theirs, own, common);
      if (theirShare >= NEAR_COPY) shortened.push([this.#ids[other]!, theirShare]);
    }
    if (best !== undefined) this.#copies.set(id, best);
    else for (const [copy, share] of shortened) if (!this.#copies.has(copy)) this.#copies.set(copy, { of: id, share });
    return best;
  }

  /** Every near-copy so far, by id. A text may turn out to be a shortened copy of one that was added later. */
  copies(): ReadonlyMap<string, NearCopy> {
    return this.#copies;
  }
}

const shareOf = (own: Shingles, theirs: Shingles, common: number): number =>
  common / (own.length < FEW_RUNS ? own.length + theirs.length - common : own.length);

const [XORS, FACTORS] = seeds();

/** Any numbers do, as long as they stay: they only have to differ. */
function seeds(): [Int32Array, Int32Array] {
  const rng = new Rng(1997);
  const words = (): Int32Array => Int32Array.from({ length: HASHES }, () => rng.word() | 0);
  return [words(), words().map((word) => word | 1)]; // odd: multiplication loses nothing
}

/** Of each of 128 hash functions the least value over the runs. */
function minHashes(of: Shingles): Int32Array {
  const least = new Int32Array(HASHES).fill(0x7fffffff);
  for (let k = 0; k < of.length; k++) {
    const run = of[k]!;
    for (let i = 0; i < HASHES; i++) {
      let h = Math.imul(run ^ XORS[i]!, FACTORS[i]!);
      h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
      h ^= h >>> 13;
      if (h < least[i]!) least[i] = h;
    }
  }
  return least;
}

function agreement(a: Int32Array, b: Int32Array): number {
  let count = 0;
  for (let i = 0; i < HASHES; i++) if (a[i] === b[i]) count++;
  return count;
}

/**
 * How many hashes agree at least where one of two texts is a near-copy of the other: what is expected of the least
 * resemblance that this can be, less five standard deviations (1 in 3 million). Saves counting texts that share a phrase.
 */
function leastAgreement(a: number, b: number): number {
  const common = NEAR_COPY * Math.min(a, b);
  const resemblance = common / (a + b - common);
  return HASHES * resemblance - 5 * Math.sqrt(HASHES * resemblance * (1 - resemblance));
}

const keyOf = (signature: Int32Array, band: number): number =>
  mixed(signature[band]! ^ Math.imul(band + 1, 0x9e3779b9));
