/**
 * The chances of one run, addressed by round and slot (rule P9): the uniform number of slot s in round r of run k is word
 * s mod 4 of the Philox block (⌊s/4⌋, r, k) of its own use. No draw depends on what others consumed, so that two runs
 * that differ in one respect meet the same luck everywhere else, which keeps paired differences small.
 *
 * Words of 32 bits: a chance is hit with an error below 2⁻³². A block is computed when the first of its slots is asked for.
 */
import { philoxInto } from '../maths/philox.ts';

export interface Randomness {
  readonly begin: (run: number) => void;
  readonly turn: (round: number) => void;
  /** Uniform on the open interval (0, 1). */
  readonly uniform: (slot: number) => number;
}

/** Keeps these numbers apart from the inputs' (use 1) and from sequential streams (use 0). */
const USE = 2;

export function randomness(seed: number, slots: number): Randomness {
  const blocks = (slots + 3) >>> 2;
  const words = new Int32Array(4 * blocks);
  const at = new Float64Array(blocks).fill(-1);
  const block = new Int32Array(4);
  const seedHigh = Math.floor(seed / 2 ** 32);
  let run = 0;
  let round = 0;
  let turn = 0;
  return {
    begin(k) {
      run = k;
      turn++;
    },
    turn(r) {
      round = r;
      turn++;
    },
    uniform(slot) {
      const b = slot >>> 2;
      if (at[b] !== turn) {
        at[b] = turn;
        philoxInto(block, b, round, run, USE, seed, seedHigh);
        words.set(block, 4 * b);
      }
      return ((words[slot]! >>> 0) + 0.5) / 4_294_967_296;
    },
  };
}

/** Which slot is whose. Each kind begins a new block, so that asking for one kind does not compute another. */
export interface Slots {
  readonly revises: number;
  readonly chooses: number;
  readonly order: number;
  readonly offers: number;
  readonly meetings: number;
  readonly happenings: number;
  readonly count: number;
}

export function slotsOf(parties: number, meetings: number, happenings: number): Slots {
  let next = 0;
  const take = (count: number): number => {
    const first = next;
    next = (next + count + 3) & ~3;
    return first;
  };
  const [revises, chooses, order] = [take(parties), take(parties), take(parties)];
  const offers = take(parties + happenings);
  return { revises, chooses, order, offers, meetings: take(meetings), happenings: take(happenings), count: next };
}
