/**
 * Group moves: the states that decision makers bring about together, moving in any order, **nobody twice in a row**. A
 * decision maker may move again once another has moved. Arcs need not be transitive, so a node is a state and its last
 * mover (Fang, Hipel & Kilgour 1993, the sets R_H(s) and Ω_H(s, q)).
 *
 * Breadth first, so every state is found by a shortest sequence. O(members² · arcs) from one state.
 */
import type { MoveGraph } from './move-graph.ts';

export interface Step {
  readonly mover: number;
  readonly from: number;
  readonly to: number;
}

/** Whether this move may be part of the sequence; every arc, or only improvements. */
export type Allowed = (mover: number, from: number, to: number) => boolean;

export interface GroupMoves {
  /** The states that can be brought about, in order of the length of the sequence; the origin only if it can be come back to. */
  readonly states: readonly number[];
  /** A shortest sequence to one of them. */
  readonly path: (to: number) => readonly Step[];
  /** Who can have moved last on the way to it, ascending. */
  readonly lastMovers: (to: number) => readonly number[];
}

export function groupMoves(
  graph: MoveGraph,
  group: readonly number[],
  origin: number,
  allowed: Allowed = () => true,
): GroupMoves {
  interface Node extends Step {
    readonly before: Node | undefined;
  }
  const first = new Map<number, Node>();
  const seen = new Set<number>();
  const queue: Node[] = [];
  const go = (from: number, before: Node | undefined): void => {
    for (const mover of group) {
      if (before?.mover === mover) continue;
      for (const to of graph.moves(mover, from)) {
        const key = to * graph.decisionMakers + mover;
        if (seen.has(key) || !allowed(mover, from, to)) continue;
        seen.add(key);
        const node = { mover, from, to, before };
        queue.push(node);
        if (!first.has(to)) first.set(to, node);
      }
    }
  };
  go(origin, undefined);
  for (let head = 0; head < queue.length; head++) go(queue[head]!.to, queue[head]);
  const path = (to: number): Step[] => {
    const steps: Step[] = [];
    for (let node = first.get(to); node !== undefined; node = node.before)
      steps.unshift({ mover: node.mover, from: node.from, to: node.to });
    return steps;
  };
  const lastMovers = (to: number): number[] =>
    [...Array(graph.decisionMakers).keys()].filter((mover) => seen.has(to * graph.decisionMakers + mover));
  return { states: [...first.keys()], path, lastMovers };
}
