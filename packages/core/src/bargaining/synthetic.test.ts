import { expect, test } from 'vitest';
import { domain, hash, weightsOf, type Family } from './synthetic.ts';
import { evaluate } from './utility.ts';
import { validate } from './validate.ts';

test('hashes and weights are those that other programs make from the same seed', () => {
  expect(hash(1, 0, 0, 0)).toBe(3555472974);
  expect(hash(1, 1, 2, 3)).toBe(2635337419);
  expect(weightsOf(1, 0, 3)).toEqual([3261, 379, 456]);
  expect(weightsOf(1, 1, 3)).toEqual([1497, 1541, 1058]);
});

test('every party has utilities from 0 to 1, both reached; in family C the second wants the opposite', () => {
  for (const family of ['R', 'C', 'M'] as const satisfies readonly Family[]) {
    const problem = domain({ family, seed: 3, sizes: [4, 5, 6], parties: 3, reserved: [0.1, 0.2, 0.3] });
    expect(validate(problem, { weightsSumTo: 1 })).toEqual([]);
    for (const utility of problem.utilities)
      for (const [extreme, worth] of [[Math.min, 0] as const, [Math.max, 1] as const]) {
        const outcome = utility.scores.map((row) => row.indexOf(extreme(...row)));
        expect(evaluate(utility, outcome)).toBe(worth);
      }
  }
  const [first, second] = domain({ family: 'C', seed: 3, sizes: [4, 5], parties: 2 }).utilities;
  expect(second!.scores).toEqual(first!.scores.map((row) => row.map((score) => 1 - score)));
});
