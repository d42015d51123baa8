/**
 * Explicit rankings. A ranking names states by their decimal or name, never by their ordered number: numbers shift when
 * infeasible conditions change, and a ranking by them would silently change its meaning.
 */
import type { Ranks } from './model.ts';
import { stateOf, type StateSpace } from './state-space.ts';

/** States from best to worst; indifferent ones share an entry. */
export type Order<State> = readonly (State | readonly State[])[];

export interface RankingProblem<State> {
  readonly code: 'unknown-state' | 'ranked-twice' | 'not-ranked';
  /** The state as the ranking names it; of unranked states, as its model does. */
  readonly state: State;
}

export type Ranked<State> =
  | { readonly ranks: Ranks; readonly problems?: undefined }
  | { readonly ranks?: undefined; readonly problems: readonly RankingProblem<State>[] };

/** A ranking of the states of an option model, by decimal. */
export function rankDecimals(space: StateSpace, order: Order<number>): Ranked<number> {
  return rank(
    order,
    space.states,
    (decimal) => stateOf(space, decimal),
    (state) => (space.decimals === undefined ? state : space.decimals[state]!),
  );
}

/** A ranking of named states. */
export function rankNames(states: readonly string[], order: Order<string>): Ranked<string> {
  const indices = new Map(states.map((name, k) => [name, k]));
  return rank(
    order,
    states.length,
    (name) => indices.get(name) ?? -1,
    (state) => states[state]!,
  );
}

function rank<State extends number | string>(
  order: Order<State>,
  states: number,
  indexOf: (state: State) => number,
  nameOf: (index: number) => State,
): Ranked<State> {
  const ranks = new Int32Array(states).fill(-1);
  const problems: RankingProblem<State>[] = [];
  for (const [position, entry] of order.entries()) {
    for (const state of typeof entry === 'object' ? entry : [entry]) {
      const index = indexOf(state);
      if (index < 0) problems.push({ code: 'unknown-state', state });
      else if (ranks[index] !== -1) problems.push({ code: 'ranked-twice', state });
      else ranks[index] = position;
    }
  }
  for (let s = 0; s < states; s++) if (ranks[s] === -1) problems.push({ code: 'not-ranked', state: nameOf(s) });
  return problems.length > 0 ? { problems } : { ranks };
}

/** Ranks from payoffs: larger is better, equal is indifferent. */
export function ranksOfPayoffs(payoffs: Float64Array | readonly number[]): Ranks {
  const values = Float64Array.from(payoffs);
  const levels = values.toSorted();
  let count = 0;
  for (let k = 0; k < levels.length; k++) if (k === 0 || levels[k] !== levels[k - 1]) levels[count++] = levels[k]!;
  const ranks = new Int32Array(values.length);
  for (let s = 0; s < values.length; s++) {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (levels[middle]! < values[s]!) low = middle + 1;
      else high = middle;
    }
    ranks[s] = count - 1 - low;
  }
  return ranks;
}
