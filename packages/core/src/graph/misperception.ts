/**
 * Misperception (Fraser & Hipel 1984; in the form of gmcr-py): a decision maker does not see some of the states.
 *
 * It neither moves to a state that it does not see nor, not knowing that it is there, moves away from it; so such a state
 * is stable for it. Everybody else reckons with that. Analyse the graph that comes out like any other.
 */
import type { MoveGraph } from './move-graph.ts';

/** The moves that are made when decision makers see only what `sees` says. */
export function asSeen(graph: MoveGraph, sees: (dm: number, state: number) => boolean): MoveGraph {
  const none = new Int32Array(0);
  return {
    states: graph.states,
    decisionMakers: graph.decisionMakers,
    moves: (dm, state) => (sees(dm, state) ? graph.moves(dm, state).filter((to) => sees(dm, to)) : none),
  };
}
