/**
 * States grouped by some of their options. Grouped by the options of the others they fall into one decision maker's
 * *cliques*, within which it moves; grouped by its own options into *slices*, which the others never leave.
 *
 * Counting sort: O(states) time, two integers a state.
 */
import type { StateSpace } from './state-space.ts';

export interface Grouping {
  readonly count: number;
  /** By state: its group. */
  readonly of: Int32Array;
  /** Group g holds members[start[g]] … members[start[g + 1] − 1], ascending. */
  readonly start: Int32Array;
  readonly members: Int32Array;
}

/** Above this many options a table of their combinations would outgrow the states; they are then looked up in a Map. */
const TABLE_OPTIONS = 22;

export function groupBy(space: StateSpace, mask: number): Grouping {
  const { of, count } = groupNumbers(space, mask);
  const states = space.states;
  const start = new Int32Array(count + 1);
  for (let s = 0; s < states; s++) start[of[s]! + 1]!++;
  for (let g = 0; g < count; g++) start[g + 1]! += start[g]!;
  const next = start.slice(0, count);
  const members = new Int32Array(states);
  for (let s = 0; s < states; s++) members[next[of[s]!]!++] = s;
  return { count, of, start, members };
}

function groupNumbers(space: StateSpace, mask: number): { readonly of: Int32Array; readonly count: number } {
  const { states, decimals } = space;
  const of = new Int32Array(states);
  const runs = runsOf(mask);
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  if (width > TABLE_OPTIONS) {
    const numbers = new Map<number, number>();
    for (let s = 0; s < states; s++) {
      const key = (decimals === undefined ? s : decimals[s]!) & mask;
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = numbers.size));
      of[s] = number;
    }
    return { of, count: numbers.size };
  }
  // The wanted bits moved together, lowest run first.
  if (runs.length <= 2) {
    const [first = { shift: 0, width: 0 }, second = { shift: 0, width: 0 }] = runs;
    const firstMask = 2 ** first.width - 1;
    const secondMask = 2 ** second.width - 1;
    for (let s = 0; s < states; s++) {
      const decimal = decimals === undefined ? s : decimals[s]!;
      of[s] = ((decimal >>> first.shift) & firstMask) | (((decimal >>> second.shift) & secondMask) << first.width);
    }
  } else {
    for (let s = 0; s < states; s++) {
      const decimal = decimals === undefined ? s : decimals[s]!;
      let key = 0;
      let at = 0;
      for (const run of runs) {
        key |= ((decimal >>> run.shift) & (2 ** run.width - 1)) << at;
        at += run.width;
      }
      of[s] = key;
    }
  }
  if (decimals === undefined) return { of, count: 2 ** width };
  // Some combinations may not occur: number those that do.
  const numbers = new Int32Array(2 ** width).fill(-1);
  let count = 0;
  for (let s = 0; s < states; s++) {
    const key = of[s]!;
    let number = numbers[key]!;
    if (number < 0) numbers[key] = number = count++;
    of[s] = number;
  }
  return { of, count };
}

interface Run {
  readonly shift: number;
  readonly width: number;
}

/** The runs of neighbouring ones in a mask. */
function runsOf(mask: number): Run[] {
  const runs: Run[] = [];
  for (let bit = 0; bit < 31;) {
    if (((mask >>> bit) & 1) === 0) {
      bit++;
      continue;
    }
    let end = bit;
    while (end < 31 && ((mask >>> end) & 1) === 1) end++;
    runs.push({ shift: bit, width: end - bit });
    bit = end;
  }
  return runs;
}

export function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
