/** The two engines for ranked preferences against two independent twins, and the lattice of implications. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cliqueStability } from './clique-stability.ts';
import { CONCEPTS, bitOf } from './concepts.ts';
import { cubeFits, cubeOf } from './cube.ts';
import { cubeStability } from './cube-stability.ts';
import type { Sanctioning } from './concept.ts';
import { Cancelled, TooLarge } from './limits.ts';
import { matrixStability } from './matrix.twin.ts';
import { conflicts, type RandomConflict } from './random-conflict.twin.ts';
import { gameOf, isStable } from './set-search.twin.ts';
import { stability } from './equilibria.ts';
import { memoryEstimate } from './estimate.ts';
import { decimalOf, stateSpace, type StateSpace } from './state-space.ts';

const sanctioning = CONCEPTS.flatMap((concept): Sanctioning[] => (concept.sanctions === 'none' ? [] : [concept]));
const everybody = (): boolean => true;

const ranksOf = (space: StateSpace, payoffs: RandomConflict['payoffs']): Int32Array[] =>
  payoffs.map((its) => Int32Array.from({ length: space.states }, (_, s) => 1000 - its[decimalOf(space, s)]!));

const engines = {
  'lists of states': (space: StateSpace, ranks: Int32Array[]) =>
    cliqueStability(space, ranks, sanctioning, bitOf('nash'), everybody, {}),
  cube: (space: StateSpace, ranks: Int32Array[]) =>
    cubeStability(cubeOf(space), space, ranks, sanctioning, bitOf('nash'), everybody, {}),
};

type Bits = Record<string, boolean[][]>;

/** By concept, decision maker and state, from each engine. */
function verdicts({ model, payoffs }: RandomConflict): Record<string, Bits> {
  const space = stateSpace(model);
  const ranks = ranksOf(space, payoffs);
  return Object.fromEntries(
    Object.entries(engines).map(([name, engine]) => {
      const stable = engine(space, ranks);
      const bits = CONCEPTS.map(({ id }) => [id, stable.map((its) => Array.from(its, (x) => (x & bitOf(id)) !== 0))]);
      return [name, Object.fromEntries(bits) as Bits];
    }),
  );
}

test('states are the feasible ones, ascending', () => {
  fc.assert(
    fc.property(conflicts({ options: 8 }), ({ model, payoffs }) => {
      const space = stateSpace(model);
      const decimals = Array.from({ length: space.states }, (_, s) => decimalOf(space, s));
      expect(decimals).toEqual(gameOf(model, payoffs).states);
    }),
    { numRuns: 300 },
  );
});

test('stability is that of the definitions, searched literally', () => {
  fc.assert(
    fc.property(conflicts(), (conflict) => {
      const game = gameOf(conflict.model, conflict.payoffs);
      const dms = [...Array(game.decisionMakers).keys()];
      const expected = Object.fromEntries(
        CONCEPTS.map(({ id }) => [id, dms.map((dm) => game.states.map((s) => isStable(game, id, dm, s)))]),
      );
      for (const [name, found] of Object.entries(verdicts(conflict))) expect(found, name).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});

test('stability is that of the matrix form', () => {
  fc.assert(
    fc.property(conflicts({ options: 5 }), (conflict) => {
      const game = gameOf(conflict.model, conflict.payoffs);
      if (game.states.length === 0) return;
      const expected = matrixStability(game);
      for (const [name, found] of Object.entries(verdicts(conflict))) expect(found, name).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test('large cliques, many patterns: both engines agree', () => {
  fc.assert(
    fc.property(conflicts({ decisionMakers: { min: 1, max: 3 }, options: 11 }), ({ model, payoffs }) => {
      const space = stateSpace(model);
      if (!cubeFits(space)) return;
      const ranks = ranksOf(space, payoffs);
      expect(engines.cube(space, ranks)).toEqual(engines['lists of states'](space, ranks));
    }),
    { numRuns: 300 },
  );
});

test('Nash ⇒ SSEQ ⇒ SEQ ⇒ GMR and SSEQ ⇒ SMR ⇒ GMR', () => {
  const implications = [
    ['nash', 'sseq'],
    ['sseq', 'seq'],
    ['seq', 'gmr'],
    ['sseq', 'smr'],
    ['smr', 'gmr'],
  ] as const;
  fc.assert(
    fc.property(conflicts({ options: 9 }), ({ model, payoffs }) => {
      const space = stateSpace(model);
      const { stable } = stability(space, ranksOf(space, payoffs));
      for (const [stronger, weaker] of implications)
        for (const verdict of stable)
          expect(verdict.every((bits) => (bits & bitOf(stronger)) === 0 || (bits & bitOf(weaker)) !== 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const large = {
  decisionMakers: ['a', 'b', 'c'],
  options: Array.from({ length: 15 }, (_, k) => ({ name: `o${k}`, owner: k % 3 })),
};

test('a model above the memory limit is refused before it is built', () => {
  expect(() => stateSpace(large, { memoryLimit: 5e5 })).toThrow(TooLarge);
  const space = stateSpace(large);
  const limit = memoryEstimate(space);
  const ranks = [0, 1, 2].map(() => new Int32Array(space.states));
  expect(() => stability(space, ranks, { memoryLimit: limit - 1 })).toThrow(TooLarge);
  expect(stability(space, ranks, { memoryLimit: limit }).equilibria.every((bits) => bits === 31)).toBe(true);
});

test('a computation that is cancelled stops, and tells its progress until then', () => {
  const space = stateSpace(large);
  const ranks = [0, 1, 2].map((dm) => Int32Array.from({ length: space.states }, (_, s) => (s * (7 + dm)) % 1009));
  const shares: number[] = [];
  const options = { onProgress: (share: number) => shares.push(share), isCancelled: () => shares.length > 4 };
  expect(() => stability(space, ranks, options)).toThrow(Cancelled);
  expect(shares.length).toBe(5);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});
