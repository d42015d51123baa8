/**
 * The chances of one run, addressed by slot and round (rule P9): the uniform number of slot s in round r of run k is word
 * r mod 4 of the Philox block (s, ⌊r/4⌋, k) of its own use. No draw depends on what others consumed, so that two runs that
 * differ in one respect meet the same luck everywhere else, which keeps paired differences small.
 *
 * Words of 32 bits: a chance is hit with an error below 2⁻³². A block is computed when the first of its rounds is asked for.
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
  const words = new Int32Array(4 * slots);
  // Which four rounds of which run a slot's words are of.
  const at = new Float64Array(slots).fill(-1);
  const block = new Int32Array(4);
  const seedHigh = Math.floor(seed / 2 ** 32);
  let run = 0;
  let quarter = 0;
  let word = 0;
  let turn = 0;
  return {
    begin(k) {
      run = k;
      quarter = 0;
      word = 0;
      turn++;
    },
    turn(round) {
      word = round & 3;
      if (round >>> 2 === quarter) return;
      quarter = round >>> 2;
      turn++;
    },
    uniform(slot) {
      if (at[slot] !== turn) {
        at[slot] = turn;
        philoxInto(block, slot, quarter, run, USE, seed, seedHigh);
        for (let w = 0; w < 4; w++) words[4 * slot + w] = block[w]!;
      }
      return ((words[4 * slot + word]! >>> 0) + 0.5) / 4_294_967_296;
    },
  };
}

/** Which slot is whose. */
export interface Slots {
  readonly revises: number;
  readonly order: number;
  readonly offers: number;
  readonly meetings: number;
  readonly happenings: number;
  /** Who opens the talks of a meeting. */
  readonly openings: number;
  readonly count: number;
}

export function slotsOf(parties: number, meetings: number, happenings: number): Slots {
  let next = 0;
  const take = (count: number): number => {
    const first = next;
    next += count;
    return first;
  };
  const [revises, order] = [take(parties), take(parties)];
  const offers = take(parties + happenings);
  const [convening, happening, openings] = [take(meetings), take(happenings), take(meetings)];
  return { revises, order, offers, meetings: convening, happenings: happening, openings, count: next };
}
