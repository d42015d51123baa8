/**
 * Probabilistic preference (Rêgo & dos Santos 2015, IEEE Transactions on Systems, Man, and Cybernetics: Systems): P_i(q, s)
 * is the probability that i prefers q to s. The paper defines α-Nash, (α, β)-metarational, (α, β)-symmetric metarational
 * and (α, β, γ)-sequential stability; they are read here as follows, on group moves in which nobody moves twice in a row.
 *
 * - A move from s to q tempts i when P_i(q, s) > 1 − α. *α-Nash*: no move does.
 * - *(α, β)-GMR*: each tempting move can be answered by the others with some k such that P_i(k, s) ≤ 1 − β.
 * - *(α, β)-SMR*: with such a k from which every move of i leads to an h with P_i(h, s) ≤ 1 − β.
 * - *(α, β, γ)-SEQ*: as (α, β)-GMR by moves from a to b that j makes only if P_j(b, a) > γ. (SSEQ likewise, as in SMR; it
 *   is not in the paper.)
 *
 * So α asks how sure it must be that nothing tempts, β how sure that an answer hurts, γ how sure that it will be given.
 * With probabilities 0 and 1 only, α and β above 0 and γ below 1, these are the concepts for known preferences.
 *
 * Cost: {@link ./relational.ts}; tables of frequencies take 8 bytes a pair of states and decision maker.
 */
import { checkpoint, DEFAULT_MEMORY, TooLarge, type Control } from './limits.ts';
import type { Ranks } from './model.ts';
import type { MoveGraph } from './move-graph.ts';
import type { Preference } from './preference.ts';
import { relationalStability, type RelationalOptions } from './relational.ts';
import type { Stability } from './equilibria.ts';

/** The probability that a decision maker prefers q to s. P(q, s) + P(s, q) is at most 1: the rest is indifference. */
export type Probability = (q: number, s: number) => number;

export interface Thresholds {
  /** All from 0 to 1. */
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

export type ProbabilisticOptions = Omit<RelationalOptions, 'unknown' | 'credible'>;

export function probabilisticStability(
  graph: MoveGraph,
  probabilities: readonly Probability[],
  { alpha, beta, gamma }: Thresholds,
  options: ProbabilisticOptions = {},
): Stability {
  // A state between the thresholds both tempts and hurts, or does neither.
  const between = alpha > beta ? 'c' : 'b';
  const preferences = probabilities.map((of): Preference => (q, s) => {
    const p = of(q, s);
    const tempts = p > 1 - alpha;
    const hurts = p <= 1 - beta;
    return tempts === hurts ? 'unknown' : tempts ? 'better' : 'worse';
  });
  const { concepts, stable, equilibria } = relationalStability(graph, preferences, {
    ...options,
    unknown: between,
    credible: (mover, from, to) => probabilities[mover]!(to, from) > gamma,
  });
  return { concepts, stable, equilibria };
}

/** By decision maker and state: the largest α by which it is α-Nash stable; 1 where it has no move. */
export const largestAlpha = (graph: MoveGraph, probabilities: readonly Probability[]): Float64Array[] =>
  probabilities.map((of, dm) =>
    Float64Array.from({ length: graph.states }, (_, s) =>
      graph.moves(dm, s).reduce((least, q) => Math.min(least, 1 - of(q, s)), 1),
    ),
  );

/** How often each state is preferred to each other in rankings that are drawn: `draw(k)` ranks for all decision makers. */
export function frequencies(
  states: number,
  decisionMakers: number,
  draw: (k: number) => readonly Ranks[],
  draws: number,
  control: Control = {},
): Probability[] {
  const needs = 8 * states * states * decisionMakers;
  const limit = control.memoryLimit ?? DEFAULT_MEMORY;
  if (needs > limit) throw new TooLarge(`Frequencies for all pairs of ${states} states`, needs, limit, 'bytes');
  const counts = Array.from({ length: decisionMakers }, () => new Float64Array(states * states));
  for (let k = 0; k < draws; k++) {
    checkpoint(control, k / draws);
    for (const [dm, ranks] of draw(k).entries()) {
      const its = counts[dm]!;
      for (let s = 0, at = 0; s < states; s++)
        for (let q = 0; q < states; q++, at++) if (ranks[q]! < ranks[s]!) its[at]!++;
    }
  }
  return counts.map(
    (its): Probability =>
      (q, s) =>
        its[s * states + q]! / draws,
  );
}
