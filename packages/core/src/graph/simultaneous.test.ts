import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TooLarge } from './limits.ts';
import { conflicts } from './random-conflict.twin.ts';
import { gameOf, isStable } from './set-search.twin.ts';
import { simultaneousStability } from './simultaneous.ts';
import { decimalOf, stateSpace } from './state-space.ts';

test('simultaneous stability is that of the definition', () => {
  fc.assert(
    fc.property(conflicts({ options: 5 }), ({ model, payoffs }) => {
      const game = gameOf(model, payoffs);
      const space = stateSpace(model);
      const ranks = payoffs.map((its) =>
        Int32Array.from({ length: space.states }, (_, s) => 1000 - its[decimalOf(space, s)]!),
      );
      const stable = simultaneousStability(space, ranks);
      for (let dm = 0; dm < game.decisionMakers; dm++)
        expect([...stable[dm]!].map(Boolean)).toEqual(game.states.map((s) => isStable(game, 'sim', dm, s)));
    }),
    { numRuns: 1500 },
  );
});

test('too many simultaneous improvements are refused', () => {
  const space = stateSpace({
    decisionMakers: ['a', 'b', 'c'],
    options: Array.from({ length: 12 }, (_, k) => ({ name: `${k}`, owner: k % 3 })),
  });
  const ranks = [0, 1, 2].map((dm) => Int32Array.from({ length: space.states }, (_, s) => (s * (dm + 7)) % 101));
  expect(() => simultaneousStability(space, ranks, { workLimit: 1e5 })).toThrow(TooLarge);
});
