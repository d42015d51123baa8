/**
 * Joint offers (rule P3): at the end of a round's moves the largest set of offers is carried out whose needs hold when all
 * of them are carried out at once — `before` needs in the state that is left, `together` and `while` needs and the rules of
 * what cannot be in the one that is entered. Ties go to the set that comes first in a seeded order; the others lapse.
 *
 * A happening whose day has come (rule P4) but whose `together` needs are unmet is an offer as well: so talks and a
 * ceasefire can begin together. All subsets are tried: 2ⁿ, n being the offers of one round, at most {@link MOST_OFFERS}.
 */
import { clearBit, copyBits, hasBit, setBit } from './condition.ts';
import type { Insistence } from './insistence.ts';
import type { Process } from './model.ts';
import type { Rules } from './rules.ts';
import type { Run } from './run.ts';

export interface Offers {
  readonly clear: () => void;
  readonly count: () => number;
  /** An offer of a party, or of a happening where `options` is empty. `key` is its place in the seeded order. */
  readonly add: (options: readonly number[], happening: number, key: number) => void;
  readonly carryOut: () => void;
}

export const MOST_OFFERS = 12;

interface Offer {
  options: readonly number[];
  happening: number;
  key: number;
}

export function offers(run: Run, insistence: Insistence, rules: Rules): Offers {
  const { process, state } = run;
  const pool: Offer[] = [];
  const before = Int32Array.from(state);

  const steps = (offer: Offer, each: (yes: number, declined: number) => boolean): boolean => {
    if (offer.happening >= 0) return each(process.happenings[offer.happening]!.atom, -1);
    for (let i = 0; i < offer.options.length; i++) {
      const { yes, declined } = process.options[offer.options[i]!]!;
      if (!each(yes, declined)) return false;
    }
    return true;
  };
  const leaves = (yes: number): boolean => hasBit(before, yes) || insistence.mayLeave(yes, before);
  const take = (yes: number, declined: number): boolean => {
    setBit(state, yes);
    if (declined >= 0) clearBit(state, declined);
    return true;
  };
  const enters = (yes: number, declined: number): boolean =>
    (hasBit(before, yes) || insistence.mayEnter(yes, state)) &&
    rules.allow(yes, state) &&
    (declined < 0 || rules.allow(declined, state));

  const fits = (mask: number): boolean => {
    for (let k = 0; k < pool.length; k++) if (((mask >>> k) & 1) === 1 && !steps(pool[k]!, leaves)) return false;
    for (let k = 0; k < pool.length; k++) if (((mask >>> k) & 1) === 1) steps(pool[k]!, take);
    for (let k = 0; k < pool.length; k++) if (((mask >>> k) & 1) === 1 && !steps(pool[k]!, enters)) return false;
    return true;
  };
  return {
    clear: () => void (pool.length = 0),
    count: () => pool.length,
    add(options, happening, key) {
      if (pool.length < MOST_OFFERS) pool.push({ options, happening, key });
    },
    carryOut() {
      pool.sort((a, b) => a.key - b.key);
      copyBits(state, before);
      const masks = largestFirst(pool.length);
      for (let k = 0; k < masks.length; k++) {
        if (fits(masks[k]!)) return;
        copyBits(before, state);
      }
    },
  };
}

const orders: Int32Array[] = [];

/** Subsets of n offers as masks, larger first, then those with earlier members. */
function largestFirst(n: number): Int32Array {
  return (orders[n] ??= Int32Array.from({ length: 2 ** n - 1 }, (_, k) => k + 1)
    .map((k) => k)
    .sort((a, b) => ones(b) - ones(a) || reversed(b, n) - reversed(a, n)));
}

const ones = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
};

const reversed = (mask: number, n: number): number => {
  let result = 0;
  for (let k = 0; k < n; k++) result = (result << 1) | ((mask >>> k) & 1);
  return result;
};

/** Happenings that may become offers: they have a rate and a need in the state entered. */
export const jointHappenings = (process: Process): number[] =>
  [...process.happenings.keys()].filter((h) => {
    const { atom, rate } = process.happenings[h]!;
    return rate !== undefined && process.rows.some((row) => row.timing !== 'before' && row.steps.includes(atom));
  });
