import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitedMoveStability, nonMyopicStability } from './limited-move.ts';
import { movesOfOptions } from './move-graph.ts';
import { conflicts } from './random-conflict.twin.ts';
import { gameOf, isStable } from './set-search.twin.ts';
import { decimalOf, stateSpace } from './state-space.ts';

const twoByTwo = stateSpace({
  decisionMakers: ['One', 'Two'],
  options: [
    { name: 'One defects', owner: 0 },
    { name: 'Two defects', owner: 1 },
  ],
});

const small = conflicts({ decisionMakers: { min: 2, max: 2 }, options: 4 }).map(({ model, payoffs }) => {
  const space = stateSpace(model);
  const game = gameOf(model, payoffs);
  const ranks = payoffs.map((its) =>
    Int32Array.from({ length: space.states }, (_, s) => 1000 - its[decimalOf(space, s)]!),
  );
  return { graph: movesOfOptions(space), game, ranks };
});

/** Every end the mover may anticipate, whichever it takes of those it is indifferent between; and whether it may stay. */
function ends(
  graph: ReturnType<typeof movesOfOptions>,
  ranks: readonly Int32Array[],
  dm: number,
  s: number,
  h: number,
): Set<number> {
  if (h === 0) return new Set([s]);
  const own = ranks[dm]!;
  // Every way in which the other may resolve its own ties, move by move.
  let worlds: number[][] = [[]];
  for (const q of graph.moves(dm, s)) {
    const its = [...ends(graph, ranks, 1 - dm, q, h - 1)];
    worlds = worlds.flatMap((world) => its.map((end) => [...world, end]));
  }
  const found = new Set<number>();
  for (const world of worlds) {
    const best = Math.min(own[s]!, ...world.map((end) => own[end]!));
    if (best === own[s]) found.add(s);
    else for (const end of world) if (own[end] === best) found.add(end);
  }
  return found;
}

test('L_1 is Nash', () => {
  fc.assert(
    fc.property(small, ({ graph, game, ranks }) => {
      const { stable } = limitedMoveStability(graph, ranks, 1);
      for (const dm of [0, 1])
        expect([...stable[dm]!].map(Boolean)).toEqual(game.states.map((s) => isStable(game, 'nash', dm, s)));
    }),
    { numRuns: 500 },
  );
});

test('what is anticipated is what backward induction on the tree of moves allows; where ties leave one end, exactly it', () => {
  fc.assert(
    fc.property(small, fc.integer({ min: 0, max: 3 }), ({ graph, ranks }, h) => {
      if (graph.states > 6) return;
      const { anticipated, ambiguous } = limitedMoveStability(graph, ranks, h);
      for (const dm of [0, 1])
        for (let s = 0; s < graph.states; s++) {
          const possible = ends(graph, ranks, dm, s, h);
          expect(possible.has(anticipated[dm]![s]!)).toBe(true);
          if (ambiguous[dm]![s] === 0) expect(possible.size).toBe(1);
        }
    }),
    { numRuns: 500 },
  );
});

test('prisoner’s dilemma: non-myopic decision makers keep both to cooperate and to defect', () => {
  const ranks = [
    [1, 0, 3, 2],
    [1, 3, 0, 2],
  ].map((its) => Int32Array.from(its));
  const result = nonMyopicStability(movesOfOptions(twoByTwo), ranks)!;
  expect([0, 1, 2, 3].filter((s) => result.stable.every((its) => its[s] === 1))).toEqual([0, 3]);
  expect(result.ambiguous.every((its) => its.every((x) => x === 0))).toBe(true);
});

test('non-myopic stability is limited-move stability for all horizons from some on', () => {
  fc.assert(
    fc.property(small, ({ graph, ranks }) => {
      if (graph.states === 0) return;
      const result = nonMyopicStability(graph, ranks)!;
      const later = Array.from({ length: 2 * result.period }, (_, k) =>
        limitedMoveStability(graph, ranks, result.from + k),
      );
      for (const dm of [0, 1])
        for (let s = 0; s < graph.states; s++)
          expect(result.stable[dm]![s] === 1).toBe(later.every(({ stable }) => stable[dm]![s] === 1));
    }),
    { numRuns: 300 },
  );
});
