import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONCEPT_IDS } from './concepts.ts';
import { equilibria, stability } from './equilibria.ts';
import { conceptsHolding, mixedEquilibria } from './mixed-concepts.ts';
import { movesOfOptions } from './move-graph.ts';
import { fromRanks } from './preference.ts';
import { conflicts } from './random-conflict.twin.ts';
import { rankDecimals } from './ranking.ts';
import { relationalStability } from './relational.ts';
import { gameOf, isStable } from './set-search.twin.ts';
import { decimalOf, stateSpace } from './state-space.ts';

test('chicken: to swerve together holds only if both look ahead', () => {
  const space = stateSpace({
    decisionMakers: ['One', 'Two'],
    options: [
      { name: 'Straight', owner: 0 },
      { name: 'Straight', owner: 1 },
    ],
  });
  const result = stability(space, [rankDecimals(space, [1, 0, 2, 3]).ranks!, rankDecimals(space, [2, 0, 1, 3]).ranks!]);
  expect(mixedEquilibria(result, ['gmr', 'gmr'])).toEqual([0, 1, 2]);
  expect(mixedEquilibria(result, ['nash', 'gmr'])).toEqual([1, 2]);
  expect(conceptsHolding(result, 0)).toEqual([
    ['gmr', 'smr'],
    ['gmr', 'smr'],
  ]);
});

test('an equilibrium is stable for each by its own definition, in both engines', () => {
  const mixes = fc.array(fc.constantFrom(...CONCEPT_IDS), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(conflicts({ options: 5 }), mixes, ({ model, payoffs }, mix) => {
      const space = stateSpace(model);
      const ranks = payoffs.map((its) =>
        Int32Array.from({ length: space.states }, (_, s) => 1000 - its[decimalOf(space, s)]!),
      );
      const concepts = mix.slice(0, payoffs.length);
      const game = gameOf(model, payoffs);
      const expected = game.states.flatMap((s, k) =>
        concepts.every((id, dm) => isStable(game, id, dm, s)) ? [k] : [],
      );
      const result = stability(space, ranks);
      const one = relationalStability(movesOfOptions(space), ranks.map(fromRanks));
      expect(mixedEquilibria(result, concepts)).toEqual(expected);
      expect(mixedEquilibria(one, concepts)).toEqual(expected);
      for (const id of CONCEPT_IDS)
        expect(
          mixedEquilibria(
            result,
            concepts.map(() => id),
          ),
        ).toEqual(equilibria(result, id));
    }),
    { numRuns: 400 },
  );
});

test('a concept that was not asked for is not taken for unstable', () => {
  const space = stateSpace({ decisionMakers: ['One'], options: [{ name: 'a', owner: 0 }] });
  const result = stability(space, [Int32Array.of(0, 1)], { concepts: ['nash'] });
  expect(() => mixedEquilibria(result, ['seq'])).toThrow('seq');
  expect(() => mixedEquilibria(result, [])).toThrow('decision makers');
});
