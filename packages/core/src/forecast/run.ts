/** One run of a process: its state and what its mechanisms share. Made once, used for many runs; nothing in it is shared
 * between threads. */
import { emptyBits, setBit, type Bits } from './condition.ts';
import { drawnInputs, type Inputs } from './inputs.ts';
import type { Process } from './model.ts';
import { randomness, slotsOf, type Randomness, type Slots } from './random.ts';

export interface Run {
  readonly process: Process;
  readonly inputs: Inputs;
  readonly random: Randomness;
  readonly slots: Slots;
  /** The present state; mechanisms change it in place. */
  readonly state: Bits;
  readonly initial: Bits;
  /** By option: its owner no longer decides it (a what-if forced it). */
  readonly held: Uint8Array;
  round: number;
  /** Counts the runs that were begun, and whatever was forced within one: what was worked out before may not hold. */
  turn: number;
}

export function newRun(process: Process, seed: number): Run {
  const initial = emptyBits(process.atoms.length);
  for (const atom of process.initial) setBit(initial, atom);
  const slots = slotsOf(process.parties.length, process.meetings.length, process.happenings.length);
  return {
    process,
    inputs: drawnInputs(process.inputs, seed),
    random: randomness(seed, slots.count),
    slots,
    state: Int32Array.from(initial),
    initial,
    held: new Uint8Array(process.options.length),
    round: 0,
    turn: 0,
  };
}
