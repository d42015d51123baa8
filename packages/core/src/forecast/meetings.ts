/**
 * Meetings (rule M1): each round, from the highest rank down and then in the order of the file, a meeting takes place with
 * chance `convenes` + Δ if its `when` holds, nothing binds it, its day has come and none of its parties sits in another one
 * that day. A meeting that falls through keeps nobody from a lower one. Without `every` it takes place once.
 */
import { clearBit, compile, copyBits, hasBit, setBit } from './condition.ts';
import type { Influences } from './influences.ts';
import type { Insistence } from './insistence.ts';
import type { Rules } from './rules.ts';
import type { Run } from './run.ts';

export interface Meetings {
  readonly begin: () => void;
  /** Holds the round's meetings; `bargain` is told which. */
  readonly convene: (bargain: (meeting: number) => void) => void;
  /** Chance that it takes place if it can; 0 if it cannot. */
  readonly chance: (meeting: number) => number;
}

export function meetings(run: Run, influences: Influences, insistence: Insistence, rules: Rules): Meetings {
  const { process, inputs, random, slots, state } = run;
  const rows = process.meetings;
  const highestFirst = [...rows.keys()].toSorted((a, b) => rows[b]!.rank - rows[a]!.rank || a - b);
  const when = rows.map((row) => compile(row.when));
  const shifts = rows.map((_, meeting) => influences.on({ kind: 'convenes', meeting }));
  const before = Int32Array.from(state);
  const busy = new Uint8Array(process.parties.length);
  const last = new Float64Array(rows.length);

  const isDue = (m: number): boolean => {
    const { atom, every, notBefore } = rows[m]!;
    if (run.round < notBefore) return false;
    return !hasBit(state, atom) || (every !== undefined && run.round >= last[m]! + every);
  };
  const isAllowed = (m: number): boolean => {
    const { atom } = rows[m]!;
    if (!when[m]!(state) || !insistence.mayLeave(atom, before)) return false;
    const was = hasBit(state, atom);
    setBit(state, atom);
    const may = insistence.mayEnter(atom, state) && rules.allow(atom, state);
    if (!was) clearBit(state, atom);
    return may;
  };
  const convenes = (m: number): number => {
    const shift = shifts[m];
    const value = inputs.value(rows[m]!.convenes);
    return shift === undefined ? value : Math.min(1, Math.max(0, value + shift()));
  };
  return {
    begin() {
      for (let m = 0; m < rows.length; m++) last[m] = rows[m]!.last ?? -Infinity;
    },
    convene(bargain) {
      let isFirst = true;
      for (let i = 0; i < highestFirst.length; i++) {
        const m = highestFirst[i]!;
        if (!isDue(m) || !when[m]!(state)) continue;
        const { parties, atom } = rows[m]!;
        if (isFirst) {
          busy.fill(0);
          copyBits(state, before);
          isFirst = false;
        }
        let isFree = true;
        for (let k = 0; k < parties.length; k++) if (busy[parties[k]!] === 1) isFree = false;
        if (!isFree || !isAllowed(m) || !(random.uniform(slots.meetings + m) < convenes(m))) continue;
        for (let k = 0; k < parties.length; k++) busy[parties[k]!] = 1;
        setBit(state, atom);
        last[m] = run.round;
        bargain(m);
      }
    },
    chance(m) {
      copyBits(state, before);
      return isAllowed(m) ? convenes(m) : 0;
    },
  };
}
