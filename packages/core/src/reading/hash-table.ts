/**
 * Numbers of texts by 32-bit keys, several to a key, in two typed arrays (open addressing, linear probing; eight bytes an
 * entry, at most half full). A key keeps the first few numbers that it was given and forgets the others, so that no probe
 * is longer than that but by chance.
 */
export interface HashTableKept {
  readonly keys: Int32Array;
  readonly numbers: Int32Array;
  readonly size: number;
}

export class HashTable {
  readonly #mostPerKey: number;
  #keys: Int32Array;
  /** One more than the number; 0: empty. */
  #numbers: Int32Array;
  #size: number;

  constructor(mostPerKey: number, kept?: HashTableKept) {
    this.#mostPerKey = mostPerKey;
    this.#keys = kept?.keys ?? new Int32Array(1024);
    this.#numbers = kept?.numbers ?? new Int32Array(1024);
    this.#size = kept?.size ?? 0;
  }

  kept(): HashTableKept {
    return { keys: this.#keys, numbers: this.#numbers, size: this.#size };
  }

  /** Puts the numbers that the key has already into `met`. Keys are spread evenly by whoever makes them. */
  add(key: number, number: number, met: Set<number>): void {
    if (2 * (this.#size + 1) > this.#keys.length) this.#grow();
    const mask = this.#keys.length - 1;
    let slot = key & mask;
    let count = 0;
    for (; this.#numbers[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#keys[slot] !== key) continue;
      met.add(this.#numbers[slot]! - 1);
      count++;
    }
    if (count < this.#mostPerKey) this.#put(slot, key, number + 1);
  }

  #put(slot: number, key: number, value: number): void {
    this.#keys[slot] = key;
    this.#numbers[slot] = value;
    this.#size++;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Int32Array(2 * keys.length);
    this.#numbers = new Int32Array(2 * keys.length);
    this.#size = 0;
    const mask = this.#keys.length - 1;
    for (let k = 0; k < keys.length; k++) {
      if (numbers[k] === 0) continue;
      let slot = keys[k]! & mask;
      while (this.#numbers[slot] !== 0) slot = (slot + 1) & mask;
      this.#put(slot, keys[k]!, numbers[k]!);
    }
  }
}
