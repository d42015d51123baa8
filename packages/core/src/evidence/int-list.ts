/** A growing list of 32-bit integers, for results whose length is known only at the end. */
export class IntList {
  #values = new Int32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The latest value; 0 when empty. */
  get last(): number {
    return this.#length === 0 ? 0 : this.#values[this.#length - 1]!;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  pop(): void {
    this.#length--;
  }

  array(): Int32Array {
    return this.#values.slice(0, this.#length);
  }
}
