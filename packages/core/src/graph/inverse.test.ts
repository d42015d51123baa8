import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONCEPT_IDS, bitOf } from './concepts.ts';
import { equilibria, stability } from './equilibria.ts';
import { countRankings, leastChanges, leastRise, meets, requirementsFor } from './inverse.ts';
import { asSeen } from './misperception.ts';
import { movesOfOptions } from './move-graph.ts';
import { fromRanks } from './preference.ts';
import { conflicts } from './random-conflict.twin.ts';
import { rankDecimals } from './ranking.ts';
import { relationalStability } from './relational.ts';
import { sensitivities } from './robustness.ts';
import { decimalOf, stateSpace } from './state-space.ts';

describe('Syria–Iraq 1975', () => {
  const space = stateSpace({
    decisionMakers: ['Syria', 'Iraq'],
    options: [
      { name: 'Release water', owner: 0 },
      { name: 'Escalate', owner: 0 },
      { name: 'Attack', owner: 1 },
    ],
    infeasible: [
      {
        kind: 'literals',
        literals: [
          [0, true],
          [1, true],
        ],
      },
    ],
  });
  const graph = movesOfOptions(space);
  const syria = rankDecimals(space, [0, 2, 6, 1, 4, 5]).ranks!;
  const iraq = rankDecimals(space, [1, 4, 6, 0, 5, 2]).ranks!;
  const preferences = [syria, iraq].map(fromRanks);

  test.each([
    ['nash', 240],
    ['seq', 384],
    ['gmr', 384],
    ['smr', 300],
  ] as const)('releasing water is an equilibrium by %s in %i of Syria’s 720 strict rankings', (concept, count) => {
    const requirements = requirementsFor(graph, preferences, concept, 0, 1);
    expect(countRankings(requirements, space.states)).toEqual({ met: count, all: 720 });
    // Iraq likes this state best, so it is stable for Iraq whatever Syria prefers.
    expect(requirementsFor(graph, preferences, concept, 1, 1).length).toBe(1);
    expect(iraq[1]).toBe(0);
  });

  test('the least that Syria would have to think better of', () => {
    const requirements = requirementsFor(graph, preferences, 'nash', 0, 1);
    expect(leastChanges(requirements, 1, syria)).toEqual({ changes: [[0, 2]], complete: true });
    expect(leastRise(requirements, 1, syria)).toBe(3);
  });

  test('Syria does not see that it releases water, Iraq does not see that Syria does nothing', () => {
    const releases = (s: number): boolean => (decimalOf(space, s) & 3) === 1;
    const nothing = (s: number): boolean => (decimalOf(space, s) & 3) === 0;
    const seen = asSeen(graph, (dm, s) => !(dm === 0 ? releases(s) : nothing(s)));
    const result = relationalStability(seen, preferences);
    for (const id of CONCEPT_IDS) expect(equilibria(result, id).map((s) => s + 1)).toEqual([1, 2, 6]);
  });
});

test('the requirements are met exactly when the state is stable', () => {
  fc.assert(
    fc.property(conflicts({ options: 5 }), ({ model, payoffs }) => {
      const space = stateSpace(model);
      if (space.states === 0) return;
      const ranks = payoffs.map((its) =>
        Int32Array.from({ length: space.states }, (_, s) => 1000 - its[decimalOf(space, s)]!),
      );
      const graph = movesOfOptions(space);
      const { stable } = stability(space, ranks);
      for (const id of CONCEPT_IDS)
        for (const [dm, own] of ranks.entries())
          for (let s = 0; s < space.states; s += 3) {
            const requirements = requirementsFor(graph, ranks.map(fromRanks), id, dm, s);
            const isStable = (stable[dm]![s]! & bitOf(id)) !== 0;
            const { changes } = leastChanges(requirements, s, own);
            expect([
              meets(requirements, (x) => own[x]! < own[s]!),
              changes[0]?.length === 0,
              leastRise(requirements, s, own) === 0,
            ]).toEqual([isStable, isStable, isStable]);
            const without = (change: readonly number[]): boolean =>
              meets(requirements, (x) => own[x]! < own[s]! && !change.includes(x));
            expect(changes.every(without)).toBe(true);
            expect(changes.some((change) => change.some((kept) => without(change.filter((x) => x !== kept))))).toBe(
              false,
            );
          }
    }),
    { numRuns: 100 },
  );
});

test('prisoner’s dilemma: to defect alone rests on each side’s last comparison', () => {
  const space = stateSpace({
    decisionMakers: ['One', 'Two'],
    options: [
      { name: 'One defects', owner: 0 },
      { name: 'Two defects', owner: 1 },
    ],
  });
  const ranks = [rankDecimals(space, [1, 0, 3, 2]).ranks!, rankDecimals(space, [2, 0, 3, 1]).ranks!];
  const flips = sensitivities(space, ranks, 'nash');
  expect(flips.every(({ concept }) => concept === 'nash')).toBe(true);
  expect(flips).toMatchObject([
    { decisionMaker: 0, better: 3, worse: 2, change: 'exchanged', lost: [3], gained: [2] },
    { decisionMaker: 0, better: 3, worse: 2, change: 'equal', lost: [], gained: [2] },
    { decisionMaker: 1, better: 3, worse: 1, change: 'exchanged', lost: [3], gained: [1] },
    { decisionMaker: 1, better: 3, worse: 1, change: 'equal', lost: [], gained: [1] },
  ]);
});
