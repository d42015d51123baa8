/** Random small conflicts in option form: several decision makers, infeasible states, irreversible options, ties. */
import fc from 'fast-check';
import type { Condition } from './condition.ts';
import type { Option, OptionModel } from './model.ts';

export interface RandomConflict {
  readonly model: OptionModel;
  /** payoffs[dm][decimal]: larger is better. */
  readonly payoffs: readonly (readonly number[])[];
}

export interface ConflictOptions {
  readonly decisionMakers?: { readonly min: number; readonly max: number };
  /** Most options in all; 6 unless given. */
  readonly options?: number;
}

export function conflicts({ decisionMakers = { min: 2, max: 5 }, options = 6 }: ConflictOptions = {}) {
  return fc
    .tuple(
      fc.integer(decisionMakers),
      fc.integer({ min: 2, max: options }),
      // How many levels of preference: few make ties, many make none.
      fc.constantFrom(2, 4, 16, 1000),
      fc.constantFrom(0, 0, 1, 2, 4),
      fc.constantFrom(0, 0, 1, 3),
      fc.integer({ min: 1, max: 0x7fffffff }),
    )
    .map(([dms, count, levels, exclusions, fixed, seed]): RandomConflict => {
      const random = numbers(seed);
      const pick = (n: number): number => Math.floor(random() * n);
      const names = Array.from({ length: dms }, (_, dm) => `DM${dm}`);
      const owned = Array.from({ length: count }, (_, k): Option => ({ name: `o${k}`, owner: pick(dms) }));
      // Half of the conflicts have their options in order of the owners, the others in any order.
      if (random() < 0.5) owned.sort((a, b) => a.owner - b.owner);
      for (let k = 0; k < fixed; k++) {
        const at = pick(count);
        owned[at] = { ...owned[at]!, irreversible: random() < 0.6 ? 'to-yes' : 'to-no' };
      }
      const infeasible = Array.from({ length: exclusions }, (): Condition => {
        const literals = Array.from({ length: 1 + pick(3) }, () => [pick(count), random() < 0.5] as const);
        return { kind: 'literals', literals };
      });
      const payoffs = names.map(() => Array.from({ length: 2 ** count }, () => pick(levels)));
      return { model: { decisionMakers: names, options: owned, infeasible }, payoffs };
    });
}

/** Mulberry32: enough for shapes of test cases. */
function numbers(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
