import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONCEPTS, bitOf } from './concepts.ts';
import { TooLarge } from './limits.ts';
import { movesOfGraph } from './move-graph.ts';
import { fromRanks } from './preference.ts';
import {
  frequencies,
  largestAlpha,
  probabilisticStability,
  type Probability,
  type Thresholds,
} from './probabilistic.ts';
import { relationalStability } from './relational.ts';
import { groupMoves, type Game } from './set-search.twin.ts';

interface Small {
  readonly states: number;
  readonly graph: ReturnType<typeof movesOfGraph>;
  readonly probabilities: readonly Probability[];
  readonly game: Game;
}

const tenths = fc.nat(10).map((n) => n / 10);

const smallModels = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 7 })).chain(([dms, states]) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(dms - 1), fc.nat(states - 1), fc.nat(states - 1)), { maxLength: 20 }),
      fc.array(fc.array(tenths, { minLength: states ** 2, maxLength: states ** 2 }), {
        minLength: dms,
        maxLength: dms,
      }),
    )
    .map(([triples, tables]): Small => {
      const graph = movesOfGraph({
        states: Array.from({ length: states }, String),
        arcs: Array.from({ length: dms }, (_, dm) =>
          triples.filter(([mover]) => mover === dm).map(([, from, to]) => [from, to] as const),
        ),
      });
      const game: Game = {
        states: [...Array(states).keys()],
        decisionMakers: dms,
        moves: (dm, s) => [...graph.moves(dm, s)],
        prefers: () => false,
      };
      return { states, graph, probabilities: tables.map((its) => (q, s) => its[s * states + q]!), game };
    }),
);

/** Word for word. */
function isStable({ game, probabilities }: Small, concept: string, i: number, s: number, by: Thresholds): boolean {
  const P = (dm: number, q: number, from: number): number => probabilities[dm]!(q, from);
  const others = [...Array(game.decisionMakers).keys()].filter((j) => j !== i);
  const hurts = (k: number): boolean => P(i, k, s) <= 1 - by.beta;
  const moves = (j: number, a: number): readonly number[] => game.moves(j, a);
  const likely = (j: number, a: number): readonly number[] => game.moves(j, a).filter((b) => P(j, b, a) > by.gamma);
  const tempting = game.moves(i, s).filter((q) => P(i, q, s) > 1 - by.alpha);
  const holds = (k: number): boolean => hurts(k) && game.moves(i, k).every(hurts);
  const answers = (q: number, steps: typeof moves): number[] => [...groupMoves(game, others, q, steps)];
  switch (concept) {
    case 'nash':
      return tempting.length === 0;
    case 'gmr':
      return tempting.every((q) => answers(q, moves).some(hurts));
    case 'smr':
      return tempting.every((q) => answers(q, moves).some(holds));
    case 'seq':
      return tempting.every((q) => answers(q, likely).some(hurts));
    default:
      return tempting.every((q) => answers(q, likely).some(holds));
  }
}

test('stability with probabilities is that of the definitions', () => {
  const thresholds = fc.record({ alpha: tenths, beta: tenths, gamma: tenths });
  fc.assert(
    fc.property(smallModels, thresholds, (small, by) => {
      const { stable } = probabilisticStability(small.graph, small.probabilities, by);
      for (const { id } of CONCEPTS)
        for (let dm = 0; dm < small.game.decisionMakers; dm++)
          for (let s = 0; s < small.states; s++)
            expect((stable[dm]![s]! & bitOf(id)) !== 0, `${id} ${dm} ${s}`).toBe(isStable(small, id, dm, s, by));
    }),
    { numRuns: 2000 },
  );
});

test('a larger α or γ makes no state stable, and neither does a larger β', () => {
  fc.assert(
    fc.property(smallModels, fc.tuple(tenths, tenths, tenths), fc.tuple(tenths, tenths, tenths), (small, a, b) => {
      const of = (pick: (x: number, y: number) => number): Uint8Array[] => {
        const [alpha, beta, gamma] = a.map((x, k) => pick(x, b[k]!)) as [number, number, number];
        return [...probabilisticStability(small.graph, small.probabilities, { alpha, beta, gamma }).stable];
      };
      const lax = of(Math.min);
      const strict = of(Math.max);
      for (const [dm, its] of strict.entries()) its.forEach((bits, s) => expect(bits & ~lax[dm]![s]!).toBe(0));
    }),
    { numRuns: 500 },
  );
});

test('with certain preferences these are the concepts for known preferences', () => {
  const levels = fc.array(fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }), { minLength: 4, maxLength: 4 });
  const some = fc.integer({ min: 1, max: 10 }).map((n) => n / 10);
  fc.assert(
    fc.property(smallModels, levels, some, some, some, ({ graph, states }, numbers, alpha, beta, sure) => {
      const ranks = numbers.slice(0, graph.decisionMakers).map((its) => Int32Array.from(its.slice(0, states)));
      const certain = frequencies(states, ranks.length, () => ranks, 3);
      const found = probabilisticStability(graph, certain, { alpha, beta, gamma: 1 - sure });
      const known = relationalStability(graph, ranks.map(fromRanks));
      expect(found.stable).toEqual(known.stable);
      expect(found.equilibria).toEqual(known.equilibria);
    }),
    { numRuns: 500 },
  );
});

test('the largest α is where α-Nash stability ends', () => {
  fc.assert(
    fc.property(smallModels, (small) => {
      const largest = largestAlpha(small.graph, small.probabilities);
      for (let dm = 0; dm < small.game.decisionMakers; dm++)
        for (let s = 0; s < small.states; s++) {
          const alpha = largest[dm]![s]!;
          const stableBy = (a: number): boolean => isStable(small, 'nash', dm, s, { alpha: a, beta: 1, gamma: 0 });
          expect(stableBy(alpha - 1e-9)).toBe(true);
          if (small.graph.moves(dm, s).length > 0) expect(stableBy(alpha + 1e-9)).toBe(false);
        }
    }),
    { numRuns: 300 },
  );
});

test('frequencies of drawn rankings; two levels that trade places half of the time', () => {
  const [p] = frequencies(3, 1, (k) => [Int32Array.from(k % 2 === 0 ? [0, 1, 1] : [1, 0, 1])], 4);
  expect([p!(0, 1), p!(1, 0), p!(0, 2), p!(2, 0), p!(1, 2), p!(2, 1)]).toEqual([0.5, 0.5, 0.5, 0, 0.5, 0]);
  expect(() => frequencies(1e5, 2, () => [], 1)).toThrow(TooLarge);
});
