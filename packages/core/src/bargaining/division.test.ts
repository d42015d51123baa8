/** Adjusted Winner, compensation and terms. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedWinner, disputesOf } from './adjusted-winner.ts';
import { compensation } from './compensation.ts';
import { allowedOutcomes } from './enumerate.twin.ts';
import { problems } from './random-problem.twin.ts';
import { termsOf } from './terms.ts';

describe('Adjusted Winner', () => {
  test('gives both equally much, and no division with one split gives the worse off more', () => {
    const points = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 5 });
    const fair = points.filter((rows) => rows.some(([a]) => a > 0) && rows.some(([, b]) => b > 0));
    fc.assert(
      fc.property(fair, (rows) => {
        const sum = [0, 1].map((p) => rows.reduce((total, row) => total + row[p]!, 0));
        const a = rows.map((row) => (100 * row[0]) / sum[0]!);
        const b = rows.map((row) => (100 * row[1]) / sum[1]!);
        const {
          shares,
          points: won,
          split,
        } = adjustedWinner(
          rows.map(([x]) => x),
          rows.map(([, y]) => y),
        );
        expect(won[0]).toBeCloseTo(won[1], 9);
        expect(won[0]).toBeGreaterThanOrEqual(50 - 1e-9);
        expect(shares.filter((share) => share > 0 && share < 1).length).toBe(split === undefined ? 0 : 1);
        let most = 0;
        for (let mask = 0; mask < 2 ** rows.length; mask++)
          for (const [s] of rows.entries()) {
            let mine = 0;
            let yours = 0;
            for (const [i] of rows.entries())
              if (i !== s) {
                if ((mask >> i) % 2 === 1) mine += a[i]!;
                else yours += b[i]!;
              }
            // mine + x a = yours + (1 − x) b, within 0 … 1
            const x = a[s]! + b[s]! === 0 ? 0 : (yours + b[s]! - mine) / (a[s]! + b[s]!);
            const part = Math.min(1, Math.max(0, x));
            most = Math.max(most, Math.min(mine + part * a[s]!, yours + (1 - part) * b[s]!));
          }
        expect(won[0]).toBeCloseTo(most, 9);
      }),
      { numRuns: 3000 },
    );
  });

  test('a lead that is only rounding splits nothing', () => {
    expect(adjustedWinner([1, 3, 2, 18], [2, 1, 15, 6]).split).toBeUndefined();
  });

  test('of two issues of the party ahead the one is split that costs it less for what the other gains', () => {
    // 60 against 30 + 30: nobody is ahead, and nothing moves.
    expect(adjustedWinner([60, 20, 20], [40, 30, 30])).toEqual({
      shares: [1, 0, 0],
      points: [60, 60],
      split: undefined,
    });
    // 80 against 70: ratio 40 : 20 comes before 40 : 10, and a sixth of that issue evens it out.
    const { shares, points, split } = adjustedWinner([40, 40, 20], [20, 10, 70]);
    expect(split).toBe(0);
    expect(shares[0]).toBeCloseTo(1 - 10 / 60, 12);
    expect(points[0]).toBeCloseTo(80 - 40 / 6, 12);
    expect(points[1]).toBeCloseTo(70 + 20 / 6, 12);
  });

  test('nothing is in dispute where one value is best for both', () => {
    expect(
      disputesOf({
        issues: [
          { name: 'border', kind: 'categorical', values: ['old', 'new'] },
          { name: 'trade', kind: 'categorical', values: ['none', 'free'] },
        ],
        parties: ['A', 'B'],
        utilities: [
          {
            weights: [2, 1],
            scores: [
              [1, 0],
              [0, 1],
            ],
          },
          {
            weights: [1, 3],
            scores: [
              [0, 1],
              [0, 1],
            ],
          },
        ],
      }),
    ).toEqual([{ issue: 0, stakes: [2, 1] }]);
  });
});

test('payments cover every need out of gains, and add up to nothing', () => {
  fc.assert(
    fc.property(problems({ boxes: true }), (problem) => {
      for (const { outcome, utilities } of allowedOutcomes(problem).slice(0, 8)) {
        const { gains, needs, covered, payments } = compensation(problem, outcome);
        const reserved = problem.utilities.map((u) => u.reserved ?? 0);
        expect(gains).toEqual(utilities.map((u, p) => u - reserved[p]!));
        expect(needs.map((need) => need > 0)).toEqual(utilities.map((u, p) => u < reserved[p]!));
        const all = gains.reduce((a, b) => a + b, 0);
        expect(covered).toBe(all >= 0);
        expect(payments.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 9);
        if (covered) for (const [p, gain] of gains.entries()) expect(gain - payments[p]!).toBeGreaterThanOrEqual(-1e-9);
        else expect(payments.every((x) => x === 0)).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
});

test('terms add up to the utility, and nobody gives less than nothing', () => {
  fc.assert(
    fc.property(problems({ boxes: true }), (problem) => {
      for (const { outcome, utilities } of allowedOutcomes(problem).slice(0, 8))
        for (const [p, terms] of termsOf(problem, outcome).entries()) {
          expect(terms.issues.reduce((sum, { gets }) => sum + gets, 0) + terms.bonuses).toBeCloseTo(utilities[p]!, 9);
          expect(terms.utility).toBe(utilities[p]);
          for (const { gives } of terms.issues) expect(gives).toBeGreaterThanOrEqual(0);
        }
    }),
    { numRuns: 500 },
  );
});
