import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deal, ranksOf } from '../../../../bench/synthetic-conflict.ts';
import { bitOf, CONCEPTS } from './concepts.ts';
import { stability } from './equilibria.ts';
import { arcsOf, groupReach, wordsFor } from './group-reach.ts';
import { groupMoves } from './group-moves.ts';
import { graphStability } from './graph-stability.ts';
import { TooLarge } from './limits.ts';
import { asSeen } from './misperception.ts';
import { movesOfGraph, movesOfOptions } from './move-graph.ts';
import { fromRanks } from './preference.ts';
import { conflicts } from './random-conflict.twin.ts';
import { rankDecimals } from './ranking.ts';
import { gameOf, isStable, type Game } from './set-search.twin.ts';
import { decimalOf, stateSpace } from './state-space.ts';

test('Syria–Iraq 1975, in which each side overlooks something: the same three states by every concept', () => {
  const space = stateSpace({
    decisionMakers: ['Syria', 'Iraq'],
    options: [
      { name: 'Release water', owner: 0 },
      { name: 'Escalate', owner: 0 },
      { name: 'Attack', owner: 1 },
    ],
    infeasible: [{ kind: 'and', of: [0, 1].map((option) => ({ kind: 'option', option })) }],
  });
  const preferences = [
    [0, 2, 6, 1, 4, 5],
    [1, 4, 6, 0, 5, 2],
  ].map((order) => fromRanks(rankDecimals(space, order).ranks!));
  const seen = asSeen(movesOfOptions(space), (dm, s) => (decimalOf(space, s) & 3) !== (dm === 0 ? 1 : 0));
  const { lists } = graphStability(seen, preferences, { space });
  for (const id of ['nash', 'gmr', 'smr', 'seq', 'sseq', 'sim'] as const)
    expect(lists[id]!.map((s) => s + 1)).toEqual([1, 2, 6]);
});

test('with moves that are not seen, every verdict is that of the definitions along the moves that are left', () => {
  fc.assert(
    fc.property(conflicts({ options: 5 }), fc.integer(), ({ model, payoffs }, hidden) => {
      const space = stateSpace(model);
      const sees = (dm: number, s: number): boolean => ((Math.imul(hidden, 2 * s + 1) >>> (dm * 3)) & 7) !== 0;
      const graph = asSeen(movesOfOptions(space), sees);
      const ranks = payoffs.map((its) =>
        Int32Array.from({ length: space.states }, (_, s) => -its[decimalOf(space, s)]!),
      );
      const result = graphStability(graph, ranks.map(fromRanks), { space });
      const whole = gameOf(model, payoffs);
      const at = new Map(whole.states.map((decimal, s) => [decimal, s]));
      const game: Game = {
        ...whole,
        moves: (dm, s) => (sees(dm, at.get(s)!) ? whole.moves(dm, s).filter((q) => sees(dm, at.get(q)!)) : []),
      };
      for (let dm = 0; dm < game.decisionMakers; dm++) {
        for (const { id } of CONCEPTS) {
          const expected = game.states.map((s) => isStable(game, id, dm, s));
          expect(Array.from(result.stable[dm]!, (bits) => (bits & bitOf(id)) !== 0)).toEqual(expected);
        }
        expect(Array.from(result.simultaneous![dm]!, Boolean)).toEqual(
          game.states.map((s) => isStable(game, 'sim', dm, s)),
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('what a group can bring about from all states at once is what it can from each', () => {
  const graphs = fc.tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 40 }),
    fc.array(fc.tuple(fc.nat(3), fc.nat(39), fc.nat(39)), { maxLength: 120 }),
  );
  fc.assert(
    fc.property(graphs, ([dms, states, triples]) => {
      const graph = movesOfGraph({
        states: Array.from({ length: states }, String),
        arcs: Array.from({ length: dms }, (_, dm) =>
          triples
            .filter(([mover, a, b]) => mover % dms === dm && a < states && b < states)
            .map(([, a, b]) => [a, b] as const),
        ),
      });
      const words = wordsFor(states);
      for (let mask = 0; mask < 2 ** dms; mask++) {
        const group = [...Array(dms).keys()].filter((dm) => (mask >>> dm) & 1);
        const reach = groupReach(arcsOf(graph), group);
        for (let s = 0; s < states; s++) {
          const found = [...Array(states).keys()].filter((q) => (reach[s * words + (q >>> 5)]! >>> (q & 31)) & 1);
          expect(found).toEqual(groupMoves(graph, group, s).states.toSorted((a, b) => a - b));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('a thousand states one by one give what the engine for rankings gives', () => {
  const counts = deal(4, 10);
  const space = stateSpace({
    decisionMakers: counts.map(String),
    options: counts.flatMap((count, owner) => Array.from({ length: count }, (_, k) => ({ name: `${k}`, owner }))),
  });
  const ranks = counts.map((_, dm) => ranksOf({ decisionMakers: 4, options: 10, preferences: 'ties16', seed: 1 }, dm));
  const result = graphStability(movesOfOptions(space), ranks.map(fromRanks));
  expect(result.stable).toEqual(stability(space, ranks).stable);
});

test('too many states are refused before they are looked at', () => {
  const graph = { states: 200_000, decisionMakers: 2, moves: () => new Int32Array(1) };
  const preferences = [0, 1].map(() => fromRanks(new Int32Array(200_000)));
  expect(() => graphStability(graph, preferences)).toThrow(TooLarge);
  expect(() => graphStability(graph, preferences, { workLimit: 1e15, memoryLimit: 1e9 })).toThrow(/MB/);
});
