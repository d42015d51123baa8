/** The number of outcomes that everybody prefers to no deal, against counting. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedOutcomes } from './enumerate.twin.ts';
import { problems } from './random-problem.twin.ts';
import { rationalCount } from './rational-count.ts';
import { sortedSums } from './sorted-sums.ts';

test('is that of the twin, with bonuses and constraints, for one party and more', () => {
  fc.assert(
    fc.property(problems({ minParties: 1, boxes: true }), fc.boolean(), (problem, byIssue) => {
      const all = allowedOutcomes(problem);
      const expected = all.filter(({ utilities }) =>
        utilities.every((u, p) => u > (problem.utilities[p]!.reserved ?? 0)),
      ).length;
      expect(rationalCount(problem, byIssue ? { half: 1 } : {})).toEqual({
        allowed: all.length,
        atLeast: expected,
        atMost: expected,
      });
    }),
    { numRuns: 4000 },
  );
});

test('a count that is cut is bounded on both sides', () => {
  fc.assert(
    fc.property(problems({ minParties: 3 }), fc.nat(40), (problem, work) => {
      const exact = rationalCount(problem);
      const cut = rationalCount(problem, { work });
      expect(cut.atLeast).toBeLessThanOrEqual(exact.atLeast);
      expect(cut.atMost).toBeGreaterThanOrEqual(exact.atMost);
      expect(cut.atMost).toBeLessThanOrEqual(cut.allowed);
    }),
    { numRuns: 1000 },
  );
});

test('sorted sums are all sums, each with its choice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 5 }), { maxLength: 4 }),
      (lists) => {
        const { sums, choices } = sortedSums(lists);
        let all: number[] = [0];
        for (const list of lists) all = all.flatMap((sum) => list.map((x) => sum + x));
        expect([...sums]).toEqual(all.toSorted((a, b) => a - b));
        expect(Array.from(choices, (choice) => all[choice])).toEqual([...sums]);
        expect(new Set(choices).size).toBe(all.length);
      },
    ),
  );
});
