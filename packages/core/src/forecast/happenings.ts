/**
 * Happenings (rule P4): what nobody decides alone comes about on a day with chance
 *
 *   min(1, max(0, rate + Δ))        once what binds it is met: `before` needs in the state as the day's meetings left it,
 *                                   `together` and `while` needs in the state entered,
 *
 * Δ being the shift of influences. It latches; one marked reversible may end again, each day with the same chance.
 * Without a rate it cannot come about. Of two that exclude one another on one day the first of the file comes about.
 */
import { clearBit, copyBits, hasBit, setBit } from './condition.ts';
import type { Influences } from './influences.ts';
import type { Insistence } from './insistence.ts';
import { jointHappenings, type Offers } from './offers.ts';
import type { Rules } from './rules.ts';
import type { Run } from './run.ts';

export interface Happenings {
  /** Adds those to the round's offers whose day has come and whose `together` needs are unmet. */
  readonly offer: () => void;
  readonly comeAbout: () => void;
  /** Chance that happening h comes about on a day in the present state. */
  readonly chance: (h: number) => number;
}

export function happenings(
  run: Run,
  influences: Influences,
  insistence: Insistence,
  rules: Rules,
  offers: Offers,
): Happenings {
  const { process, inputs, random, slots, state } = run;
  const rows = process.happenings;
  const possible = [...rows.keys()].filter((h) => rows[h]!.rate !== undefined);
  const joint = jointHappenings(process);
  const hasReversible = rows.some((row) => row.reversible);
  const shifts = rows.map((_, happening) => influences.on({ kind: 'rate', happening }));
  const before = Int32Array.from(state);
  const morning = Int32Array.from(state);

  const rate = (h: number): number => {
    const shift = shifts[h];
    const value = inputs.value(rows[h]!.rate!);
    return shift === undefined ? value : Math.min(1, Math.max(0, value + shift()));
  };
  // Those without a rate need no luck.
  const slot = Int32Array.from(rows, (_, h) => slots.happenings + possible.indexOf(h));
  const isDay = (h: number): boolean => random.uniform(slot[h]!) < rate(h);
  /** Sets the atom if that is allowed and possible. */
  const enter = (h: number): boolean => {
    const { atom } = rows[h]!;
    setBit(state, atom);
    if (insistence.mayEnter(atom, state) && rules.allow(atom, state)) return true;
    clearBit(state, atom);
    return false;
  };
  return {
    offer() {
      if (joint.length === 0 && !hasReversible) return;
      copyBits(state, morning);
      for (let i = 0; i < joint.length; i++) {
        const h = joint[i]!;
        const { atom } = rows[h]!;
        if (hasBit(state, atom) || !insistence.mayLeave(atom, state) || !isDay(h)) continue;
        setBit(state, atom);
        const isAlone = insistence.mayEnter(atom, state);
        clearBit(state, atom);
        if (!isAlone) offers.add([], h, random.uniform(slots.offers + process.parties.length + h));
      }
    },
    comeAbout() {
      copyBits(state, before);
      for (let i = 0; i < possible.length; i++) {
        const h = possible[i]!;
        const { atom, reversible } = rows[h]!;
        if (hasBit(before, atom)) {
          // What began today among the offers does not end today.
          if (!reversible || !hasBit(morning, atom) || !isDay(h)) continue;
          clearBit(state, atom);
          if (!rules.allow(atom, state)) setBit(state, atom);
          continue;
        }
        if (!hasBit(state, atom) && insistence.mayLeave(atom, before) && isDay(h)) enter(h);
      }
    },
    chance(h) {
      const { atom } = rows[h]!;
      if (rows[h]!.rate === undefined || hasBit(state, atom) || !insistence.mayLeave(atom, state)) return 0;
      if (!enter(h)) return 0;
      clearBit(state, atom);
      return Math.min(1, Math.max(0, rate(h)));
    },
  };
}
