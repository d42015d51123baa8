/** What would open an empty zone of agreement, against trying it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedOutcomes, frontierTwin } from './enumerate.twin.ts';
import type { BargainingProblem } from './model.ts';
import { openings, vetoes } from './opening.ts';
import { problems } from './random-problem.twin.ts';

const rationalOf = (problem: BargainingProblem) =>
  allowedOutcomes(problem).filter(({ utilities }) =>
    utilities.every((u, p) => u >= (problem.utilities[p]!.reserved ?? 0)),
  );

test('every change opens the zone, and nothing smaller of its kind does', () => {
  let seen = 0;
  fc.assert(
    fc.property(problems({ boxes: true }), (problem) => {
      const found = openings(problem);
      expect(found.isOpen).toBe(rationalOf(problem).length > 0);
      if (found.isOpen) return;
      seen++;
      const changed = (party: number, change: object): BargainingProblem => ({
        ...problem,
        utilities: problem.utilities.with(party, { ...problem.utilities[party]!, ...change }),
      });
      for (const p of problem.parties.keys()) {
        const lowering = found.lowerings.find(({ party }) => party === p);
        if (lowering === undefined) {
          expect(rationalOf(changed(p, { reserved: -Infinity }))).toEqual([]);
          continue;
        }
        const open = rationalOf(changed(p, { reserved: lowering.to }));
        expect(open.map(({ utilities }) => utilities.join())).toContain(lowering.deal.utilities.join());
        expect(Math.max(...open.map(({ utilities }) => utilities[p]!))).toBe(lowering.to);
      }
      for (const { party, issue, value, to } of found.rescorings) {
        const { scores } = problem.utilities[party]!;
        const rated = (score: number): BargainingProblem =>
          changed(party, { scores: scores.with(issue, scores[issue]!.with(value, score)) });
        expect(rationalOf(rated(to + 1e-9)).length).toBeGreaterThan(0);
        expect(rationalOf(rated(to - 1e-6))).toEqual([]);
      }
      const constraints = problem.constraints!;
      for (const [c, { kind }] of constraints.entries()) {
        const isOpen = rationalOf({ ...problem, constraints: constraints.toSpliced(c, 1) }).length > 0;
        expect(found.drops.some((drop) => drop.constraints.includes(c))).toBe(isOpen && kind !== 'impossible');
      }
    }),
    { numRuns: 2000 },
  );
  expect(seen).toBeGreaterThan(200);
});

test('a veto lists the efficient deals that only it forbids', () => {
  fc.assert(
    fc.property(problems({ boxes: true }), (problem) => {
      const allowed = new Set(allowedOutcomes(problem).map(({ outcome }) => outcome.join()));
      for (const { constraints, refuses } of vetoes(problem)) {
        const free = { ...problem, constraints: problem.constraints!.filter((_, c) => !constraints.includes(c)) };
        const expected = frontierTwin(rationalOf(free)).filter(({ outcome }) => !allowed.has(outcome.join()));
        expect(refuses).toEqual(expected);
      }
    }),
    { numRuns: 1000 },
  );
});

describe('a sale', () => {
  // Price 1 to 5; the seller wants at least 4, the buyer can pay no more than 3.
  const sale = (constraints: BargainingProblem['constraints'] = []): BargainingProblem => ({
    issues: [{ name: 'price', kind: 'integer', values: ['1', '2', '3', '4', '5'] }],
    parties: ['seller', 'buyer'],
    utilities: [
      { weights: [1], scores: [[1, 2, 3, 4, 5]], reserved: 4 },
      { weights: [1], scores: [[5, 4, 3, 2, 1]], reserved: 3 },
    ],
    constraints,
  });

  test('opens when either comes down by one, or rates the other’s price higher by one', () => {
    const { lowerings, rescorings, drops } = openings(sale());
    expect(lowerings.map(({ party, from, to, share }) => [party, from, to, share])).toEqual([
      [0, 4, 3, 0.25],
      [1, 3, 2, 0.25],
    ]);
    expect(rescorings.map(({ party, value, from, to, withinScale }) => [party, value, from, to, withinScale])).toEqual([
      [0, 2, 3, 4, true],
      [1, 3, 2, 3, true],
    ]);
    expect(drops).toEqual([]);
  });

  test('constraints of one rule are dropped together', () => {
    const split = [3, 4].map((value) => ({
      forbids: new Map([[0, [value]]]),
      of: 'parliament',
      kind: 'ratifier' as const,
      rule: 'no-more-than-3',
    }));
    const cheap: BargainingProblem = {
      ...sale(split),
      utilities: sale().utilities.with(1, { ...sale().utilities[1]!, reserved: 1 }),
    };
    const { drops } = openings(cheap);
    expect(
      drops.map(({ of, constraints, refuses }) => [of, constraints, refuses.map(({ outcome }) => outcome)]),
    ).toEqual([['parliament', [0, 1], [[4], [3]]]]);
  });
});
