import { CONCEPT_IDS, stability, stateSpace, TooLarge, type OptionModel } from '@parley/core/graph';
import { Rng } from '@parley/core/maths';
import { expect, test } from 'vitest';
import { stabilityOnThreads } from './stability-threads.ts';

const model: OptionModel = {
  decisionMakers: ['one', 'two', 'three'],
  options: Array.from({ length: 9 }, (_, k) => ({
    name: `o${k}`,
    owner: k % 3,
    ...(k === 4 ? { irreversible: 'to-yes' as const } : {}),
  })),
  infeasible: [
    {
      kind: 'literals',
      literals: [
        [0, true],
        [5, true],
        [7, false],
      ],
    },
  ],
};
const space = stateSpace(model);
const rng = new Rng(1);
const ranks = model.decisionMakers.map(() => Int32Array.from({ length: space.states }, () => rng.below(40)));

test('several threads give the verdicts of one, bit by bit', { timeout: 60_000 }, async () => {
  const alone = stability(space, ranks);
  const steps: number[] = [];
  for (const threads of [1, 2]) {
    const together = await stabilityOnThreads(space, ranks, CONCEPT_IDS, {
      threads,
      onProgress: (done, all) => steps.push(done / all),
    });
    expect(together.stable).toEqual(alone.stable);
    expect(together.equilibria).toEqual(alone.equilibria);
  }
  expect(steps.filter((share) => share === 1)).toHaveLength(2);
});

test('work that is called off stops', { timeout: 60_000 }, async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(stabilityOnThreads(space, ranks, CONCEPT_IDS, { threads: 2, signal: stop.signal })).rejects.toThrow(
    /abort/i,
  );
});

test('what does not fit memory is refused before any thread is started', async () => {
  await expect(stabilityOnThreads(space, ranks, CONCEPT_IDS, { memoryLimit: 1000 })).rejects.toThrow(TooLarge);
});
