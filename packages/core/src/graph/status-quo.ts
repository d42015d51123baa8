/**
 * Status quo analysis (Li, Kilgour & Hipel 2005): which states can come about from where things stand, how, and by whose
 * moves. By any moves, or by improvements only; nobody twice in a row.
 *
 * Breadth first over (state, last mover), so each path is a shortest one. O(states · decision makers · arcs a state).
 */
import { checkpoint, DEFAULT_MEMORY, TooLarge, type Control } from './limits.ts';
import type { Step } from './group-moves.ts';
import type { MoveGraph } from './move-graph.ts';
import { isIncentive, type Preference } from './preference.ts';

export interface StatusQuoAnalysis {
  readonly origin: number;
  /** By state: the moves of a shortest legal path, 0 for the origin, −1 where there is none. */
  readonly distance: Int32Array;
  /** A shortest legal path; undefined where there is none. */
  readonly path: (state: number) => readonly Step[] | undefined;
}

/** With `preferences`, only improvements count, each from the state in which it is made. */
export function statusQuoAnalysis(
  graph: MoveGraph,
  origin: number,
  preferences?: readonly Preference[],
  control: Control = {},
): StatusQuoAnalysis {
  const { states, decisionMakers } = graph;
  const nodes = states * decisionMakers;
  const needs = nodes * 8 + states * 8;
  const limit = control.memoryLimit ?? DEFAULT_MEMORY;
  if (needs > limit) throw new TooLarge(`The paths between ${states} states`, needs, limit, 'bytes');
  // A node is state · decision makers + last mover; what it came from is a node, or −1 for the origin, or −2 if unseen.
  const before = new Int32Array(nodes).fill(-2);
  const queue = new Int32Array(nodes);
  const first = new Int32Array(states).fill(-1);
  const distance = new Int32Array(states).fill(-1);
  distance[origin] = 0;
  let tail = 0;
  const go = (from: number, last: number, via: number, length: number): void => {
    for (let mover = 0; mover < decisionMakers; mover++) {
      if (mover === last) continue;
      for (const to of graph.moves(mover, from)) {
        const node = to * decisionMakers + mover;
        if (before[node] !== -2) continue;
        if (preferences !== undefined && !isIncentive(preferences[mover]!(to, from), 'b')) continue;
        before[node] = via;
        queue[tail++] = node;
        if (distance[to] !== -1) continue;
        distance[to] = length;
        first[to] = node;
      }
    }
  };
  const lengthOf = new Int32Array(nodes);
  go(origin, -1, -1, 1);
  lengthOf.fill(1, 0, tail);
  for (let head = 0; head < tail; head++) {
    if ((head & 4095) === 0) checkpoint(control);
    const node = queue[head]!;
    const mover = node % decisionMakers;
    const reached = tail;
    go((node - mover) / decisionMakers, mover, node, lengthOf[head]! + 1);
    lengthOf.fill(lengthOf[head]! + 1, reached, tail);
  }
  const path = (state: number): Step[] | undefined => {
    if (state === origin) return [];
    if (distance[state] === -1) return undefined;
    const steps: Step[] = [];
    for (let node = first[state]!; node !== -1; node = before[node]!) {
      const mover = node % decisionMakers;
      const previous = before[node]!;
      const from = previous === -1 ? origin : (previous - (previous % decisionMakers)) / decisionMakers;
      steps.unshift({ mover, from, to: (node - mover) / decisionMakers });
    }
    return steps;
  };
  return { origin, distance, path };
}
