/**
 * Moves one by one: what the analyses of small models walk, and those of large ones that look at a few states only.
 */
import { bitCount } from './grouping.ts';
import { DEFAULT_MEMORY, TooLarge, type Control } from './limits.ts';
import type { StateGraphModel } from './model.ts';
import { stateOf, type StateSpace } from './state-space.ts';

export interface MoveGraph {
  readonly states: number;
  readonly decisionMakers: number;
  /** The states that a decision maker can move to from a state, ascending. */
  readonly moves: (dm: number, state: number) => Int32Array;
}

/** All moves written out: arcs[dm][state]. */
export interface ExplicitGraph extends MoveGraph {
  readonly arcs: readonly (readonly Int32Array[])[];
}

const explicit = (states: number, arcs: readonly (readonly Int32Array[])[]): ExplicitGraph => ({
  states,
  decisionMakers: arcs.length,
  arcs,
  moves: (dm, state) => arcs[dm]![state]!,
});

export function movesOfGraph({ states, arcs }: Pick<StateGraphModel, 'states' | 'arcs'>): ExplicitGraph {
  return explicit(
    states.length,
    arcs.map((list) => {
      const targets = states.map(() => new Set<number>());
      for (const [from, to] of list) if (from !== to) targets[from]!.add(to);
      return targets.map((set) => Int32Array.from(set).sort());
    }),
  );
}

/** The moves of an option model, each found when it is asked for. */
export const movesOnDemand = (space: StateSpace): MoveGraph => ({
  states: space.states,
  decisionMakers: space.decisionMakers,
  moves: (dm, state) => movesFrom(space, space.owned[dm]!, state),
});

/** The moves of an option model, all found now. O(arcs) memory; refused above the limit. */
export function movesOfOptions(space: StateSpace, control: Control = {}): ExplicitGraph {
  const limit = control.memoryLimit ?? DEFAULT_MEMORY;
  // A typed array takes about as much as 25 numbers besides what is in it.
  const needs = space.owned.reduce((sum, own) => sum + space.states * (2 ** bitCount(own) + 25) * 4, 0);
  if (needs > limit) throw new TooLarge(`The moves of ${space.states} states one by one`, needs, limit, 'bytes');
  return explicit(
    space.states,
    space.owned.map((own) => Array.from({ length: space.states }, (_, s) => movesFrom(space, own, s))),
  );
}

/** How many moves there are in all. */
export function arcCount(graph: MoveGraph): number {
  let count = 0;
  for (let dm = 0; dm < graph.decisionMakers; dm++)
    for (let s = 0; s < graph.states; s++) count += graph.moves(dm, s).length;
  return count;
}

/** The states to which the owner of these options can move from `state`, ascending. */
export function movesFrom(space: StateSpace, own: number, state: number): Int32Array {
  const from = space.decimals === undefined ? state : space.decimals[state]!;
  const targets: number[] = [];
  for (let change = own; change !== 0; change = (change - 1) & own) {
    const to = from ^ change;
    const isPermitted = (from & change & space.onlyToYes) === 0 && (to & change & space.onlyToNo) === 0;
    if (!isPermitted) continue;
    const target = stateOf(space, to);
    if (target >= 0) targets.push(target);
  }
  return Int32Array.from(targets).sort();
}
