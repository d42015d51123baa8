/**
 * {@link ./verdicts.ts} on a cube: what a decision maker thinks of each state, clique by clique, concept by concept. All
 * numbers are by place; see {@link ./cube-flood.ts}.
 */
import { placesOf } from './cube-flood.ts';
import type { Cube, Lists } from './cube.ts';
import type { Ranks } from './model.ts';

const NONE = 0x7fffffff;

export interface CubeSanctions {
  /** By place: the worst that the others can bring about. */
  readonly values: Int32Array;
  /** Bit of the concept with these sanctions. */
  readonly bit: number;
}

/** Points of a slice looked at together, so that a clique's states are read while they are near one another. */
const TILE = 512;

/** By place: the decision maker's rank, −1 where infeasible. */
export function cubeRanks(cube: Cube, dm: number, ranks: Ranks, own: Int32Array): void {
  const { offset, width } = cube.blocks[dm]!;
  const { stateAt } = cube;
  const { size, stride, slices } = placesOf(cube, dm);
  const low = 2 ** offset - 1;
  for (let from = 0; from < size; from += TILE) {
    const to = Math.min(size, from + TILE);
    for (let v = 0; v < slices; v++) {
      for (let t = from, at = v * stride + from; t < to; t++, at++) {
        const point = ((t >>> offset) << (offset + width)) | (v << offset) | (t & low);
        const state = stateAt === undefined ? point : stateAt[point]!;
        own[at] = state < 0 ? -1 : ranks[state]!;
      }
    }
  }
}

/** By place: the best rank the decision maker can answer with, −1 where infeasible. */
export function cubeAnswers(cube: Cube, dm: number, lists: Lists, own: Int32Array, answers: Int32Array): void {
  const { offset, width, irreversible } = cube.blocks[dm]!;
  const { size, stride } = placesOf(cube, dm);
  const rest = width - irreversible;
  const best = new Int32Array(2 ** irreversible);
  const order = new Int32Array(2 ** width);
  if (!cube.isFull) answers.fill(-1);
  for (let c = 0; c < size; c++) {
    const count = inOrder(cube, lists, offset, width, irreversible, c, order);
    if (irreversible === 0) {
      if (count === 0) continue;
      const rank = own[order[count - 1]! * stride + c]!;
      for (let k = 0; k < count; k++) answers[order[k]! * stride + c] = rank;
      continue;
    }
    best.fill(NONE);
    for (let k = count - 1; k >= 0; k--) {
      const place = order[k]! * stride + c;
      const pattern = order[k]! >>> rest;
      for (let part = pattern; ; part = (part - 1) & pattern) {
        if (own[place]! < best[part]!) best[part] = own[place]!;
        if (part === 0) break;
      }
      // States that come later are no better, so the best that this one can reach has been counted.
      answers[place] = best[pattern]!;
    }
  }
}

export function cubeVerdicts(
  cube: Cube,
  dm: number,
  lists: Lists,
  own: Int32Array,
  states: number,
  sanctions: readonly CubeSanctions[],
  nashBit: number,
): Uint8Array {
  const { offset, width, irreversible } = cube.blocks[dm]!;
  const { stateAt } = cube;
  const { size, stride, slices } = placesOf(cube, dm);
  const rest = width - irreversible;
  const verdict = new Uint8Array(stride * slices);
  const kinds = sanctions.length;
  const bitOf = sanctions.map(({ bit }) => bit);
  const value = new Int32Array(kinds);
  const mildest = new Int32Array(2 ** irreversible * kinds);
  const improvable = new Uint8Array(2 ** irreversible);
  const order = new Int32Array(slices);
  const rank = new Int32Array(slices);
  const found = new Uint8Array(slices);
  for (let c = 0; c < size; c++) {
    const count = inOrder(cube, lists, offset, width, irreversible, c, order);
    for (let k = 0; k < count; k++) rank[k] = own[order[k]! * stride + c]!;
    if (irreversible === 0) {
      for (let k = count - 1; k >= 0; k--) found[k] = rank[k] === rank[count - 1] ? nashBit : 0;
      for (const { values, bit } of sanctions) {
        // The mildest over strictly better states, and over those and equal ones passed already.
        let better = NONE;
        let passed = NONE;
        for (let k = count - 1; k >= 0; k--) {
          if (k + 1 < count && rank[k] !== rank[k + 1]) better = passed;
          if (better >= rank[k]!) found[k]! |= bit;
          const value = values[order[k]! * stride + c]!;
          if (value < passed) passed = value;
        }
      }
    } else {
      mildest.fill(NONE);
      improvable.fill(0);
      for (let high = count - 1; high >= 0;) {
        // The states of one rank: judged alike, then counted as better ones for those below.
        let next = high;
        for (; next >= 0 && rank[next] === rank[high]; next--) {
          const pattern = order[next]! >>> rest;
          let bits = improvable[pattern] === 0 ? nashBit : 0;
          for (let n = 0; n < kinds; n++) if (mildest[pattern * kinds + n]! >= rank[next]!) bits |= bitOf[n]!;
          found[next] = bits;
        }
        for (let k = high; k > next; k--) {
          const place = order[k]! * stride + c;
          const pattern = order[k]! >>> rest;
          for (let n = 0; n < kinds; n++) value[n] = sanctions[n]!.values[place]!;
          for (let part = pattern; ; part = (part - 1) & pattern) {
            improvable[part] = 1;
            for (let n = 0, at = part * kinds; n < kinds; n++, at++)
              if (value[n]! < mildest[at]!) mildest[at] = value[n]!;
            if (part === 0) break;
          }
        }
        high = next;
      }
    }
    for (let k = 0; k < count; k++) verdict[order[k]! * stride + c] = found[k]!;
  }
  return byState();

  function byState(): Uint8Array {
    const stable = new Uint8Array(states);
    const low = 2 ** offset - 1;
    for (let from = 0; from < size; from += TILE) {
      const to = Math.min(size, from + TILE);
      for (let v = 0; v < slices; v++) {
        for (let t = from, at = v * stride + from; t < to; t++, at++) {
          const point = ((t >>> offset) << (offset + width)) | (v << offset) | (t & low);
          const state = stateAt === undefined ? point : stateAt[point]!;
          if (state >= 0) stable[state] = verdict[at]!;
        }
      }
    }
    return stable;
  }
}

/** The values of the mover's bits in a clique, worst first, whatever their patterns; says how many. */
function inOrder(
  cube: Cube,
  lists: Lists,
  offset: number,
  width: number,
  irreversible: number,
  clique: number,
  order: Int32Array,
): number {
  const { ordered, sizes } = lists;
  if (irreversible === 0) {
    const count = sizes === undefined ? 1 << width : sizes[clique]!;
    const from = clique << width;
    for (let k = 0; k < count; k++) order[k] = ordered[from + k]!;
    return count;
  }
  // A state's place in the order is the number of worse ones; equals follow one another.
  const base = ((clique >>> offset) << (offset + width)) | (clique & ((1 << offset) - 1));
  const room = width - irreversible;
  let total = 0;
  order.fill(-1);
  for (let pattern = 0; pattern < 1 << irreversible; pattern++) {
    const count = sizes === undefined ? 1 << room : sizes[(clique << irreversible) + pattern]!;
    for (let k = 0; k < count; k++) {
      const value = ordered[(clique << width) + (pattern << room) + k]!;
      let at = lists.worse[base | (value << offset)]!;
      while (order[at] !== -1) at++;
      order[at] = value;
    }
    total += count;
  }
  return total;
}
