import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONCEPT_IDS } from './concepts.ts';
import { equilibria, stability } from './equilibria.ts';
import { hypergame, hypergameStability, movesKnown } from './hypergame.ts';
import { movesOfOptions } from './move-graph.ts';
import { fromRanks } from './preference.ts';
import { conflicts } from './random-conflict.twin.ts';
import { rankDecimals } from './ranking.ts';
import { relationalStability } from './relational.ts';
import { gameOf, isStable, type Game } from './set-search.twin.ts';
import { decimalOf, stateSpace } from './state-space.ts';

const space = stateSpace({
  decisionMakers: ['One', 'Two'],
  options: [
    { name: 'Straight', owner: 0 },
    { name: 'Straight', owner: 1 },
  ],
});
const ranks = (...orders: number[][]): Int32Array[] => orders.map((order) => rankDecimals(space, order).ranks!);

test('One takes for chicken what Two would rather crash than lose', () => {
  const chicken = [1, 0, 2, 3];
  // Two would rather crash than give way; One does not know.
  const seenByOne = { stability: stability(space, ranks(chicken, [2, 0, 1, 3])) };
  const seenByTwo = { stability: stability(space, ranks(chicken, [2, 0, 3, 1])) };
  expect(hypergame([seenByOne, seenByTwo], 'nash')).toEqual({
    equilibria: [2],
    expected: [[1, 2], [2]],
    surprises: [],
    disappointments: [{ state: 1, expectedBy: [0], leftBy: [1] }],
  });
});

test('each sees a different chicken, and neither the crash that comes of it', () => {
  // Each would rather crash than give way and takes the other for one who gives way.
  const seenByOne = { stability: stability(space, ranks([1, 0, 3, 2], [2, 0, 1, 3])) };
  const seenByTwo = { stability: stability(space, ranks([1, 0, 2, 3], [2, 0, 3, 1])) };
  expect(hypergame([seenByOne, seenByTwo], 'nash')).toEqual({
    equilibria: [3],
    expected: [[1], [2]],
    surprises: [{ state: 3, surprised: [0, 1], unknownTo: [] }],
    disappointments: [
      { state: 1, expectedBy: [0], leftBy: [1] },
      { state: 2, expectedBy: [1], leftBy: [0] },
    ],
  });
});

test('a game that all see alike is that game', () => {
  fc.assert(
    fc.property(conflicts({ options: 6 }), ({ model, payoffs }) => {
      const its = stateSpace(model);
      const own = payoffs.map((p) => Int32Array.from({ length: its.states }, (_, s) => -p[decimalOf(its, s)]! + 1000));
      const seen = stability(its, own);
      for (const id of CONCEPT_IDS) {
        const found = hypergame(
          own.map(() => ({ stability: seen })),
          id,
        );
        expect(found.equilibria).toEqual(equilibria(seen, id));
        expect(found.expected.every((list) => list.join() === found.equilibria.join())).toBe(true);
        expect([...found.surprises, ...found.disappointments]).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test('equilibria, expectations, surprises and disappointments are those of the definitions', () => {
  const shuffles = fc.array(fc.nat(0x7fffffff), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(conflicts({ options: 4 }), shuffles, ({ model, payoffs }, seeds) => {
      const its = stateSpace(model);
      if (its.states === 0) return;
      const whole = gameOf(model, payoffs);
      const dms = payoffs.map((_, dm) => dm);
      const knows = (i: number, k: number): boolean => ((seeds[i]! >>> (k % 31)) & 3) !== 0;
      /** What i believes that j would get. */
      const believed = (i: number, j: number, k: number): number =>
        i === j ? payoffs[j]![whole.states[k]!]! : Math.imul(seeds[i]! + j, 2 * k + 1) & 7;
      const index = new Map(whole.states.map((decimal, k) => [decimal, k]));
      const games = dms.map((i) => {
        const preferences = dms.map((j) => fromRanks(Int32Array.from(whole.states, (_, k) => -believed(i, j, k))));
        const graph = movesKnown(movesOfOptions(its), (k) => knows(i, k));
        return { stability: relationalStability(graph, preferences), knows: (k: number) => knows(i, k) };
      });
      const twins = dms.map((i): Game => ({
        ...whole,
        moves: (dm, s) => (knows(i, index.get(s)!) ? whole.moves(dm, s).filter((q) => knows(i, index.get(q)!)) : []),
        prefers: (dm, q, s) => believed(i, dm, index.get(q)!) > believed(i, dm, index.get(s)!),
      }));
      for (const id of CONCEPT_IDS) {
        const stableFor = (i: number, k: number): boolean => isStable(twins[i]!, id, i, whole.states[k]!);
        const expects = (i: number, k: number): boolean =>
          knows(i, k) && dms.every((j) => isStable(twins[i]!, id, j, whole.states[k]!));
        const all = whole.states.map((_, k) => k);
        const holding = all.filter((k) => dms.every((i) => stableFor(i, k)));
        const found = hypergame(games, id);
        expect(found.equilibria).toEqual(holding);
        expect(equilibria(hypergameStability(games), id)).toEqual(holding);
        expect(found.expected).toEqual(dms.map((i) => all.filter((k) => expects(i, k))));
        expect(found.surprises).toEqual(
          holding
            .filter((k) => !dms.every((i) => expects(i, k)))
            .map((state) => ({
              state,
              surprised: dms.filter((i) => !expects(i, state)),
              unknownTo: dms.filter((i) => !knows(i, state)),
            })),
        );
        expect(found.disappointments).toEqual(
          all
            .filter((k) => !holding.includes(k) && dms.some((i) => expects(i, k)))
            .map((state) => ({
              state,
              expectedBy: dms.filter((i) => expects(i, state)),
              leftBy: dms.filter((i) => !stableFor(i, state)),
            })),
        );
      }
    }),
    { numRuns: 150 },
  );
});
