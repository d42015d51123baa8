import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConceptId } from './concept.ts';
import { CONCEPT_IDS } from './concepts.ts';
import { stability } from './equilibria.ts';
import { conflicts } from './random-conflict.twin.ts';
import { combine, judgeStates, sortMoves, stabilityJobs } from './stability-jobs.ts';
import { decimalOf, stateSpace, type StateSpace } from './state-space.ts';

/** What a thread gets and gives is copied, as between threads. */
function inParts(space: StateSpace, ranks: readonly Int32Array[], threads = 2, concepts?: readonly ConceptId[]) {
  const copy = structuredClone;
  const sorted = ranks.map((its, dm) => copy(sortMoves(copy(space), dm, copy(its))));
  const done = stabilityJobs(space, threads, concepts)
    .toReversed()
    .map((job) => ({
      job,
      verdicts: judgeStates(copy(space), copy(sorted), copy(ranks[job.decisionMaker]!), copy(job)),
    }));
  return combine(space, done);
}

test('the parts together are the whole', () => {
  const concepts = fc.subarray([...CONCEPT_IDS], { minLength: 1 });
  fc.assert(
    fc.property(
      conflicts({ options: 8 }),
      concepts,
      fc.integer({ min: 1, max: 4 }),
      ({ model, payoffs }, some, threads) => {
        const space = stateSpace(model);
        const ranks = payoffs.map((its) =>
          Int32Array.from({ length: space.states }, (_, s) => 1000 - its[decimalOf(space, s)]!),
        );
        expect(inParts(space, ranks, threads)).toEqual(stability(space, ranks));
        expect(inParts(space, ranks, threads, some)).toEqual(stability(space, ranks, { concepts: some }));
      },
    ),
    { numRuns: 300 },
  );
});

test('so they are where few combinations are feasible', () => {
  // Sixteen options of which at most two are taken: 137 states of 65,536 combinations.
  const options = Array.from({ length: 16 }, (_, k) => ({ name: `${k}`, owner: k % 3 }));
  const taken = options.map((_, option) => ({ kind: 'option' as const, option }));
  const space = stateSpace({
    decisionMakers: ['a', 'b', 'c'],
    options,
    infeasible: [{ kind: 'at-least', count: 3, of: taken }],
  });
  expect(space.states).toBe(137);
  const ranks = [3, 5, 7].map((n) => Int32Array.from({ length: space.states }, (_, s) => (s * n) % 101));
  expect(sortMoves(space, 0, ranks[0]!).engine).toBe('cliques');
  expect(inParts(space, ranks)).toEqual(stability(space, ranks));
});
