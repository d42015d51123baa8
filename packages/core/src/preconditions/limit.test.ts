import { expect, test } from 'vitest';
import { readCase } from '../case/file.ts';
import { analyse, analyseTheory, answer, type Goal, type GoalAnswer } from './analyse.ts';
import { compileCase } from './from-case.ts';
import { blocksReport } from './report.ts';
import type { Formula, Theory } from './theory.ts';

const step = (k: number): Formula => ({ kind: 'step', step: k });
const not = (of: Formula): Formula => ({ kind: 'not', of });

/**
 * A table at which everybody wants exactly half of the others gone: every step is wanted not taken, all in one group,
 * and the goal asks for one more than there are.
 */
function crowded(n: number): { readonly theory: Theory; readonly goal: Goal } {
  const others = (k: number): Formula[] =>
    Array.from({ length: n }, (_, j) => j).flatMap((j) => (j === k ? [] : [step(j)]));
  const theory: Theory = {
    steps: Array.from({ length: n }, (_, k) => ({ name: `step-${k}`, status: 'open' })),
    rows: Array.from({ length: n }, (_, k) => ({
      id: `p${k}`,
      holders: [`party-${k}`],
      steps: [k],
      needs: {
        kind: 'and',
        of: [
          { kind: 'at-least', count: Math.floor(n / 2), of: others(k) },
          not({ kind: 'at-least', count: Math.floor(n / 2) + 1, of: others(k) }),
        ],
      },
      timing: 'together',
      firmness: 0.5,
      cost: 0.5,
      inferred: false,
    })),
    relaxations: [],
    impossible: [],
    convening: [],
  };
  const goal: Goal = {
    name: 'all',
    kind: 'condition',
    formula: { kind: 'and', of: theory.steps.map((_, k) => step(k)) },
  };
  return { theory, goal };
}

function timed(ask: () => GoalAnswer): { readonly found: GoalAnswer; readonly ms: number } {
  const started = performance.now();
  const found = ask();
  return { found, ms: performance.now() - started };
}

/** Demands of the theory, one a row: no two rows here are alike. */
const asked = ({ theory, goal }: { theory: Theory; goal: Goal }, limit?: number): GoalAnswer => {
  const demands = theory.rows.map((row) => ({
    id: row.id,
    holders: row.holders,
    steps: row.steps,
    rows: [row],
    firmness: row.firmness,
    cost: row.cost,
    inferred: row.inferred,
  }));
  return answer(theory, demands, goal, limit);
};

test('B10 a goal beyond the limit is refused with an estimate', () => {
  const { found, ms } = timed(() => asked(crowded(14), 1000));
  if (!('refused' in found)) throw new Error('was answered');
  expect(found.refused.limit).toBe(1000);
  expect(found.refused.estimate).toBeGreaterThan(1000);
  expect(found.refused.what).not.toBe('');
  expect(ms).toBeLessThan(2000);
});

test('B10 the same goal within the limit is answered', () => {
  expect(asked(crowded(6))).not.toHaveProperty('refused');
});

test.each([31, 60, 200])('B10 %i steps that some condition wants not taken are refused at once', (n) => {
  const { found, ms } = timed(() => asked(crowded(n)));
  if (!('refused' in found)) throw new Error('was answered');
  expect(found.refused.estimate).toBeGreaterThan(found.refused.limit);
  expect(ms).toBeLessThan(2000);
});

test('B10 the lower the limit, the sooner the search gives up, and it never hangs', () => {
  for (const limit of [1, 10, 100, 1000, 10_000]) {
    for (const n of [8, 12, 16, 20]) {
      const { ms } = timed(() => asked(crowded(n), limit));
      expect(ms).toBeLessThan(2000);
    }
  }
});

test('B10 a monotone theory of three hundred steps is no work', () => {
  const n = 300;
  const theory: Theory = {
    steps: Array.from({ length: n }, (_, k) => ({ name: `step-${k}`, status: 'open' })),
    rows: Array.from({ length: n - 1 }, (_, k) => ({
      id: `p${k}`,
      holders: ['party'],
      steps: [k + 1],
      needs: step(k),
      timing: 'before',
      firmness: 1,
      cost: 1,
      inferred: false,
    })),
    relaxations: [],
    impossible: [],
    convening: [],
  };
  const { found, ms } = timed(() => asked({ theory, goal: { name: 'last', kind: 'condition', formula: step(n - 1) } }));
  if (!('reachable' in found) || !found.reachable) throw new Error('was not reached');
  expect(found.sequence.flat()).toHaveLength(n);
  expect(ms).toBeLessThan(10_000);
});

const CASE = `
parley: 1
title: A crowded table
as-of: 2025-05-15
parties: { north: {} }
options:
  north: { ${Array.from({ length: 34 }, (_, k) => `o${k}: option ${k}`).join(', ')}, free: something easy }
impossible:
  - at least 33 of (${Array.from({ length: 34 }, (_, k) => `north.o${k}`).join(', ')})
meetings:
  crowded: { when: 'at least 33 of (${Array.from({ length: 34 }, (_, k) => `north.o${k}`).join(', ')})', parties: [north] }
  easy: { when: north.free, parties: [north] }
`;

test('B10 one refused goal leaves the rest of the answer standing', () => {
  const given = readCase(CASE).case!;
  const started = performance.now();
  const report = blocksReport(given, analyse(given, { limit: 10_000 }));
  expect(performance.now() - started).toBeLessThan(10_000);
  const [crowded_, easy] = report.goals;
  expect(crowded_).toMatchObject({ goal: 'crowded', reachable: null, refused: { limit: 10_000 } });
  expect(easy).toMatchObject({ goal: 'easy', reachable: true });
});

test('B10 refusing what concerns no goal does not stop the search for cycles', () => {
  const { theory } = compileCase(readCase(CASE).case!);
  expect(() => analyseTheory(theory, 1000)).not.toThrow();
});
