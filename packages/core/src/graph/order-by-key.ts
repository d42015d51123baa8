/**
 * Radix sort of numbers by a key of theirs, largest key first, in memory given by the caller.
 *
 * Only as many digits are sorted as the keys differ in. O(count · digits); below 32 numbers insertion.
 */
const COUNTERS = 1 << 11;

export interface OrderScratch {
  readonly spare: Int32Array;
  readonly counters: Int32Array;
}

export const orderScratch = (most: number): OrderScratch => ({
  spare: new Int32Array(most),
  counters: new Int32Array(COUNTERS),
});

/** Sorts ids[0] … ids[count − 1] so that keys[id] descends. Equal keys keep their order. */
export function orderByKey(ids: Int32Array, count: number, keys: Int32Array, scratch: OrderScratch): void {
  if (count < 32) {
    for (let k = 1; k < count; k++) {
      const id = ids[k]!;
      const key = keys[id]!;
      let at = k;
      while (at > 0 && keys[ids[at - 1]!]! < key) {
        ids[at] = ids[at - 1]!;
        at--;
      }
      ids[at] = id;
    }
    return;
  }
  let least = keys[ids[0]!]!;
  let most = least;
  for (let k = 1; k < count; k++) {
    const key = keys[ids[k]!]!;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  // Few numbers: narrower digits, so that the counters cost no more than the numbers.
  const width = count < 1024 ? 8 : 11;
  const { counters } = scratch;
  let from = ids;
  let to = scratch.spare;
  for (let shift = 0; shift < 31 && (most - least) >>> shift > 0; shift += width) {
    const size = 1 << width;
    const digit = size - 1;
    counters.fill(0, 0, size);
    for (let k = 0; k < count; k++) counters[((most - keys[from[k]!]!) >>> shift) & digit]!++;
    let sum = 0;
    for (let d = 0; d < size; d++) {
      const here = counters[d]!;
      counters[d] = sum;
      sum += here;
    }
    for (let k = 0; k < count; k++) {
      const id = from[k]!;
      to[counters[((most - keys[id]!) >>> shift) & digit]!++] = id;
    }
    [from, to] = [to, from];
  }
  if (from !== ids) ids.set(from.subarray(0, count));
}
