/**
 * Group moves from every state at once, as sets of bits: what {@link ./group-moves.ts} finds from one state.
 *
 * A node is a state and who moved to it; from it, all but that one may move on. Nodes that lead to one another (strongly
 * connected components, Tarjan 1972) bring about the same states, and components come out of the search after all that
 * they lead to, so each set is the union of sets that are there already: O(members · arcs · states / 32) words.
 */
import type { MoveGraph } from './move-graph.ts';
import type { Allowed } from './group-moves.ts';

/** Arcs of all decision makers, those from `state` by `mover` at targets[start[n]] … targets[start[n + 1] − 1], n = mover · states + state. */
export interface Arcs {
  readonly states: number;
  readonly start: Int32Array;
  readonly targets: Int32Array;
}

export function arcsOf(graph: MoveGraph, allowed: Allowed = () => true): Arcs {
  const { states, decisionMakers } = graph;
  const start = new Int32Array(states * decisionMakers + 1);
  let targets = new Int32Array(1024);
  let count = 0;
  for (let mover = 0, n = 0; mover < decisionMakers; mover++) {
    for (let from = 0; from < states; from++, n++) {
      const moves = graph.moves(mover, from);
      if (count + moves.length > targets.length) {
        const larger = new Int32Array(2 * targets.length + moves.length);
        larger.set(targets);
        targets = larger;
      }
      for (let k = 0; k < moves.length; k++) if (allowed(mover, from, moves[k]!)) targets[count++] = moves[k]!;
      start[n + 1] = count;
    }
  }
  return { states, start, targets: targets.slice(0, count) };
}

/** A set of states is this many words, state s bit s & 31 of word s >>> 5. */
export const wordsFor = (states: number): number => (states + 31) >>> 5;

/** By state, `wordsFor(states)` words: the states that the group can bring about from it. */
export function groupReach(arcs: Arcs, group: readonly number[]): Uint32Array {
  const { states, start, targets } = arcs;
  const words = wordsFor(states);
  const { component, sets } = components(arcs, group);
  const reach = new Uint32Array(states * words);
  // By component: the last state to whose set it was added.
  const added = new Int32Array(sets.length).fill(-1);
  for (let s = 0; s < states; s++) {
    const into = reach.subarray(s * words, (s + 1) * words);
    for (let r = 0; r < group.length; r++) {
      const n = group[r]! * states + s;
      for (let k = start[n]!; k < start[n + 1]!; k++) {
        const to = targets[k]!;
        into[to >>> 5]! |= 1 << (to & 31);
        const c = component[r * states + to]!;
        if (added[c] === s) continue;
        added[c] = s;
        unite(into, sets[c]!);
      }
    }
  }
  return reach;
}

function unite(into: Uint32Array, set: Uint32Array): void {
  for (let w = 0; w < into.length; w++) into[w]! |= set[w]!;
}

interface Components {
  /** By node, r · states + state where the r-th of the group moved last; −1 if nobody moves there. */
  readonly component: Int32Array;
  /** By component: the states that can still be brought about. */
  readonly sets: readonly Uint32Array[];
}

function components({ states, start, targets }: Arcs, group: readonly number[]): Components {
  const words = wordsFor(states);
  const nodes = states * group.length;
  const component = new Int32Array(nodes).fill(-1);
  const sets: Uint32Array[] = [];
  const added = new Int32Array(nodes).fill(-1);
  // Order of discovery from 1, and the earliest node still open that is known to be within reach.
  const order = new Int32Array(nodes);
  const low = new Int32Array(nodes);
  const open = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  // Where the search of a node stands: whose move, and which of them.
  const mover = new Int32Array(nodes);
  const next = new Int32Array(nodes);
  let found = 0;
  let opened = 0;

  const enter = (node: number, depth: number): void => {
    order[node] = low[node] = ++found;
    open[opened++] = node;
    path[depth] = node;
    mover[node] = -1;
    next[node] = -1;
  };
  /** The next node that can follow, or −1. */
  const step = (node: number): number => {
    const last = Math.floor(node / states);
    const state = node - last * states;
    for (;;) {
      if (mover[node]! >= 0) {
        const n = group[mover[node]!]! * states + state;
        if (next[node]! < start[n + 1]!) return mover[node]! * states + targets[next[node]!++]!;
      }
      do mover[node]!++;
      while (mover[node] === last);
      if (mover[node]! >= group.length) return -1;
      next[node] = start[group[mover[node]!]! * states + state]!;
    }
  };
  const close = (root: number): void => {
    const set = new Uint32Array(words);
    const c = sets.push(set) - 1;
    const first = open.lastIndexOf(root, opened - 1);
    for (let k = first; k < opened; k++) component[open[k]!] = c;
    for (let k = first; k < opened; k++) {
      const node = open[k]!;
      const last = Math.floor(node / states);
      const state = node - last * states;
      for (let r = 0; r < group.length; r++) {
        if (r === last) continue;
        const n = group[r]! * states + state;
        for (let at = start[n]!; at < start[n + 1]!; at++) {
          const to = targets[at]!;
          set[to >>> 5]! |= 1 << (to & 31);
          const its = component[r * states + to]!;
          if (its === c || added[its] === c) continue;
          added[its] = c;
          unite(set, sets[its]!);
        }
      }
    }
    opened = first;
  };

  for (let r = 0; r < group.length; r++) {
    for (let n = start[group[r]! * states]!; n < start[group[r]! * states + states]!; n++) {
      const root = r * states + targets[n]!;
      if (order[root] !== 0) continue;
      let depth = 0;
      enter(root, depth);
      while (depth >= 0) {
        const node = path[depth]!;
        const to = step(node);
        if (to < 0) {
          if (low[node] === order[node]) close(node);
          depth--;
          if (depth >= 0 && low[node]! < low[path[depth]!]!) low[path[depth]!] = low[node]!;
        } else if (order[to] === 0) enter(to, ++depth);
        else if (component[to] === -1 && order[to]! < low[node]!) low[node] = order[to]!;
      }
    }
  }
  return { component, sets };
}
