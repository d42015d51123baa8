/**
 * Robustness over a range of preferences: in which share of the rankings that may hold each state is an equilibrium. The
 * caller draws: from the ranges of weights, say. Each draw is one analysis of all states.
 *
 * A share p of n draws has the standard error √(p (1 − p) / n). A state that was an equilibrium never or always has an
 * error of 0, which says little: with 95 % confidence its share is then within 3 / n of that.
 */
import type { ConceptId } from './concept.ts';
import { bitOf } from './concepts.ts';
import { stability, type StabilityOptions } from './equilibria.ts';
import { checkpoint, TooLarge } from './limits.ts';
import type { Ranks } from './model.ts';
import type { StateSpace } from './state-space.ts';

export interface Robustness {
  readonly draws: number;
  /** By concept and state: the share of draws in which the state is an equilibrium. */
  readonly shares: Readonly<Partial<Record<ConceptId, Float64Array>>>;
}

export interface RobustnessOptions extends Omit<StabilityOptions, 'concepts' | 'decisionMakers'> {
  /** Most analyses × states × decision makers; default 2 · 10^9, about ten minutes. */
  readonly workLimit?: number;
}

/** `draw(k)` gives everybody's ranks in draw k, k from 0; seeded, so that the result can be had again. */
export function robustness(
  space: StateSpace,
  draw: (k: number) => readonly Ranks[],
  draws: number,
  concepts: readonly ConceptId[],
  options: RobustnessOptions = {},
): Robustness {
  refuseMoreThan(`The stability of ${space.states} states, ${draws} times`, space, draws, options);
  const counts = concepts.map(() => new Float64Array(space.states));
  for (let k = 0; k < draws; k++) {
    checkpoint(options, k / draws);
    const { equilibria } = stability(space, draw(k), withinOne(options, concepts));
    for (const [c, id] of concepts.entries()) {
      const bit = bitOf(id);
      const its = counts[c]!;
      for (let s = 0; s < space.states; s++) if ((equilibria[s]! & bit) !== 0) its[s]!++;
    }
  }
  const shares = counts.map((its) => its.map((count) => count / draws));
  return { draws, shares: Object.fromEntries(concepts.map((id, c) => [id, shares[c]!])) };
}

export const standardError = (share: number, draws: number): number => Math.sqrt((share * (1 - share)) / draws);

export function refuseMoreThan(what: string, space: StateSpace, analyses: number, options: RobustnessOptions): void {
  const work = analyses * space.states * space.decisionMakers;
  const limit = options.workLimit ?? 2e9;
  if (work > limit) throw new TooLarge(what, work, limit, 'steps');
}

/** Options of one analysis of many: its own progress is nobody's business. */
export const withinOne = (
  { isCancelled, memoryLimit }: RobustnessOptions,
  concepts: readonly ConceptId[],
  decisionMakers?: readonly number[],
): StabilityOptions => ({
  concepts,
  ...(isCancelled === undefined ? {} : { isCancelled }),
  ...(memoryLimit === undefined ? {} : { memoryLimit }),
  ...(decisionMakers === undefined ? {} : { decisionMakers }),
});
