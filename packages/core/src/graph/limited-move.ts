/**
 * Limited-move stability L_h and non-myopic stability NM for two decision makers (Kilgour 1985; Fang, Hipel & Kilgour
 * 1993, ch. 3).
 *
 * The two move in turn, at most h moves in all. Each either stays, which ends it, or moves on, by backward induction on
 * the tree of moves; whoever would end no better off stays. A state is L_h stable for the one that stays when it is its
 * turn there. NM: L_h stable for all h from some h on.
 *
 * Where the mover is indifferent between two continuations, what the *other* anticipates depends on which one it takes.
 * Here it is the one that ends in the lowest state; `ambiguous` marks the verdicts that could differ. Versions for more
 * than two decision makers are disputed and not offered. O(h · arcs).
 */
import { checkpoint, type Control } from './limits.ts';
import type { MoveGraph } from './move-graph.ts';
import type { Ranks } from './model.ts';

export interface LimitedMoveStability {
  /** stable[dm][state]. */
  readonly stable: readonly Uint8Array[];
  /** Where the play ends that dm begins in the state. */
  readonly anticipated: readonly Int32Array[];
  /** 1 where somebody is indifferent between different ends on the way. */
  readonly ambiguous: readonly Uint8Array[];
}

export function limitedMoveStability(graph: MoveGraph, ranks: readonly Ranks[], horizon: number): LimitedMoveStability {
  onlyTwo(graph);
  let now = start(graph);
  for (let h = 0; h < horizon; h++) now = earlier(graph, ranks, now);
  return {
    stable: now.ends.map((ends) => Uint8Array.from(ends, (end) => (end < 0 ? 1 : 0))),
    anticipated: now.ends.map(({ length }, dm) => Int32Array.from({ length }, (_, s) => endOf(now.ends[dm]![s]!, s))),
    ambiguous: now.ambiguous,
  };
}

export interface NonMyopicStability {
  readonly stable: readonly Uint8Array[];
  /** From this horizon on the anticipated states repeat, every `period` moves. */
  readonly from: number;
  readonly period: number;
  readonly ambiguous: readonly Uint8Array[];
}

/** Undefined when the anticipated states have not begun to repeat within `limit` moves; default 10 000. */
export function nonMyopicStability(
  graph: MoveGraph,
  ranks: readonly Ranks[],
  control: Control & { readonly limit?: number } = {},
): NonMyopicStability | undefined {
  onlyTwo(graph);
  const seen = new Map<string, number>();
  const past: Turn[] = [];
  let now = earlier(graph, ranks, start(graph));
  for (let h = 0; h < (control.limit ?? 10_000); h++) {
    checkpoint(control);
    const key = now.ends.map((ends) => ends.join()).join(';');
    const before = seen.get(key);
    if (before !== undefined) {
      const cycle = past.slice(before);
      const lasting = (test: (turn: Turn, s: number) => boolean): Uint8Array =>
        Uint8Array.from({ length: graph.states }, (_, s) => (cycle.every((turn) => test(turn, s)) ? 1 : 0));
      return {
        stable: [0, 1].map((dm) => lasting((turn, s) => turn.ends[dm]![s]! < 0)),
        from: before + 1,
        period: cycle.length,
        ambiguous: [0, 1].map((dm) => lasting((turn, s) => turn.ambiguous[dm]![s] === 0).map((x) => 1 - x)),
      };
    }
    seen.set(key, h);
    past.push(now);
    now = earlier(graph, ranks, now);
  }
  return undefined;
}

interface Turn {
  /** ends[dm][s]: where it ends if dm's turn is at s; ~s if dm stays there. */
  readonly ends: readonly Int32Array[];
  readonly ambiguous: readonly Uint8Array[];
}

const endOf = (end: number, s: number): number => (end < 0 ? s : end);

function onlyTwo(graph: MoveGraph): void {
  if (graph.decisionMakers !== 2)
    throw new Error(`limited moves are defined for 2 decision makers, not ${graph.decisionMakers}`);
}

const start = (graph: MoveGraph): Turn => ({
  ends: [0, 1].map(() => Int32Array.from({ length: graph.states }, (_, s) => ~s)),
  ambiguous: [0, 1].map(() => new Uint8Array(graph.states)),
});

/** The same play with one more move before it. */
function earlier(graph: MoveGraph, ranks: readonly Ranks[], after: Turn): Turn {
  const ends: Int32Array[] = [];
  const ambiguous: Uint8Array[] = [];
  for (const dm of [0, 1]) {
    const own = ranks[dm]!;
    const then = after.ends[1 - dm]!;
    const doubt = after.ambiguous[1 - dm]!;
    const its = new Int32Array(graph.states);
    const itsDoubt = new Uint8Array(graph.states);
    for (let s = 0; s < graph.states; s++) {
      let best = s;
      let stays = true;
      for (const q of graph.moves(dm, s)) {
        const end = endOf(then[q]!, q);
        if (doubt[q] !== 0) itsDoubt[s] = 1;
        if (own[end]! < own[best]! || (!stays && own[end] === own[best] && end < best)) {
          best = end;
          stays = false;
        }
      }
      if (!stays) {
        for (const q of graph.moves(dm, s)) {
          const end = endOf(then[q]!, q);
          if (end !== best && own[end] === own[best]) itsDoubt[s] = 1;
        }
      }
      its[s] = stays ? ~s : best;
    }
    ends.push(its);
    ambiguous.push(itsDoubt);
  }
  return { ends, ambiguous };
}
