/**
 * Simultaneous stability, SIM (Fraser & Hipel 1984; the form of gmcr-py).
 *
 * A state s is stable for a decision maker when each of its improvements q can be undone by others improving from s at the
 * same time: some of the others each take one improvement of their own from s, and the state in which all these changes
 * and q's meet is feasible and no better for it than s. Fraser & Hipel ask this only of states that are unstable for two
 * or more; their *stable* is SEQ or SIM. Defined by options, so for option models only.
 *
 * Every combination of the others' improvements is tried: ∏ (improvements + 1) a state; refused above the limit.
 */
import { checkpoint, TooLarge, type Control } from './limits.ts';
import type { Ranks } from './model.ts';
import { movesOnDemand, type MoveGraph } from './move-graph.ts';
import { fromRanks, isDeterrent, isIncentive, type Preference } from './preference.ts';
import { decimalOf, stateOf, type StateSpace } from './state-space.ts';

export interface SimultaneousOptions extends Control {
  /** Most combinations tried; default 2 · 10^9. */
  readonly workLimit?: number;
}

/** stable[dm][state]: 1 if simultaneously stable. */
export const simultaneousStability = (
  space: StateSpace,
  ranks: readonly Ranks[],
  options: SimultaneousOptions = {},
): Uint8Array[] => simultaneousAlong(movesOnDemand(space), ranks.map(fromRanks), space, options);

/**
 * The same along the moves of `graph`, which has the states of `space` and perhaps fewer moves (misperception), with
 * preferences that need not be rankings.
 */
export function simultaneousAlong(
  graph: MoveGraph,
  preferences: readonly Preference[],
  space: StateSpace,
  options: SimultaneousOptions = {},
): Uint8Array[] {
  const limit = options.workLimit ?? 2e9;
  const stable = preferences.map(() => new Uint8Array(space.states));
  let tried = 0;
  for (let s = 0; s < space.states; s++) {
    if ((s & 255) === 0) checkpoint(options, s / space.states);
    const from = decimalOf(space, s);
    // What each improvement adds to the decimal.
    const changes = preferences.map((prefers, dm) =>
      [...graph.moves(dm, s)].filter((q) => isIncentive(prefers(q, s), 'a')).map((q) => decimalOf(space, q) - from),
    );
    for (const [dm, own] of changes.entries()) {
      let answers = [0];
      for (const [other, theirs] of changes.entries()) {
        if (other === dm || theirs.length === 0) continue;
        tried += answers.length * theirs.length * Math.max(1, own.length);
        if (tried > limit) throw new TooLarge('Simultaneous improvements of all', tried, limit, 'steps');
        answers = answers.flatMap((sum) => [sum, ...theirs.map((change) => sum + change)]);
      }
      const undone = (change: number): boolean =>
        answers.some((answer) => {
          const end = stateOf(space, from + change + answer);
          return end >= 0 && isDeterrent(preferences[dm]!(end, s), 'a');
        });
      if (own.every(undone)) stable[dm]![s] = 1;
    }
  }
  return stable;
}
