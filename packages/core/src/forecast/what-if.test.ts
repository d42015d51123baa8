import { describe, expect, test } from 'vitest';
import { quantile, type Distribution } from '../maths/distributions.ts';
import { allChunks, forecast, isRefused } from './forecast.ts';
import { compileForecast, isProblem } from './from-case.ts';
import { attributor, importanceOf, mergeAttributions } from './importance.ts';
import { changedBy, leversOf, singleChanges } from './levers.ts';
import type { Process } from './model.ts';
import { caseOf } from './random-case.twin.ts';
import { comparer, differences, intervene, isUnknown, mergePaired, type Difference, type WhatIf } from './what-if.ts';

const CASE = `
parley: 1
as-of: 2025-01-01
horizon: 2025-01-04
parties: { a: {}, b: {} }
options: { a: { x: { text: x } }, b: { y: { text: x } } }
happenings: { h: { text: x, rate: 0.5 }, i: { text: x, rate: 0.2 to 0.9 } }
issues: { land: { values: [open, split, shared] } }
preconditions:
  p1: { holder: a, step: h, needs: a.x, firmness: 0.5 }
  p2: { holder: b, step: b.y, needs: h, firmness: 0.9 }
preferences:
  a: { statements: [{ that: not a.x, weight: 1 to 5 }, { that: b.y, weight: 1 }], rationality: 0.05, revision: 0.5 }
  b: { statements: [b.y], rationality: 0.1, revision: 0.5 }
relaxations: { r1: { of: p2, needs: h or i } }
scenarios:
  h: { title: x, when: h }
  i: { title: x, when: i }
  y: { title: x, when: b.y }
  land: { title: x, when: land = split }
`;

const DRAWS = 4_000;

function process(): Process {
  const compiled = compileForecast(caseOf(CASE)!);
  if (isProblem(compiled)) throw new Error(compiled.code);
  return compiled.process;
}

function difference(changes: readonly WhatIf[]): Record<string, Difference> {
  const given = process();
  const changed = intervene(given, changes);
  if (isUnknown(changed)) throw new Error(changed.name);
  const { chunk } = comparer({ process: given, seed: 1, runs: DRAWS }, [changed]);
  const [found] = differences(given, mergePaired(allChunks(DRAWS, chunk)));
  return Object.fromEntries(found!.map((d) => [d.scenario, d]));
}

describe('what if', () => {
  test('waiving a demand moves what it blocks, and nothing that it has no part in', () => {
    const d = difference([{ kind: 'waive', row: 'p1' }]);
    expect(d['h']!.difference).toBeGreaterThan(0.1);
    expect(d['y']!.difference).toBeGreaterThan(0);
    // The same luck everywhere else: not one run differs.
    expect(d['i']).toMatchObject({ difference: 0, standardError: 0 });
  });

  test('a forced option, happening or value is so from its day on', () => {
    expect(difference([{ kind: 'force', name: 'b.y', value: true }])['y']!.to).toBe(1);
    expect(difference([{ kind: 'force', name: 'h', value: true, from: '2025-01-04' }])['h']!.to).toBe(1);
    expect(difference([{ kind: 'force', name: 'i', value: false }])['i']!.to).toBe(0);
    expect(difference([{ kind: 'force', name: 'land = split', value: true }])['land']!.to).toBe(1);
    const both = difference([
      { kind: 'waive', row: 'p2' },
      { kind: 'force', name: 'a.x', value: true },
    ]);
    expect(both['h']!.difference).toBeGreaterThan(0.1);
  });

  test('a relaxation takes the place of the need, and needs may be met together', () => {
    expect(difference([{ kind: 'relax', relaxation: 'r1' }])['y']!.difference).toBeGreaterThan(0.05);
    expect(difference([{ kind: 'together', rows: ['p1'] }])['h']!.difference).toBeGreaterThanOrEqual(0);
  });

  test('an unknown name is told, with those there are', () => {
    expect(intervene(process(), [{ kind: 'force', name: 'a.z', value: true }])).toMatchObject({
      code: 'unknown-name',
      name: 'a.z',
    });
    expect(intervene(process(), [{ kind: 'waive', row: 'p9' }])).toEqual({
      code: 'unknown-name',
      name: 'p9',
      known: ['p1', 'p2'],
    });
  });

  test('the paired difference is that of two forecasts, with a smaller error', () => {
    const base = forecast(caseOf(CASE)!, { seed: 1, draws: DRAWS });
    const waived = forecast(caseOf(CASE.replace('firmness: 0.5', 'firmness: 0'))!, { seed: 1, draws: DRAWS });
    if (isRefused(base) || isRefused(waived)) throw new Error('refused');
    const d = difference([{ kind: 'waive', row: 'p1' }])['h']!;
    expect(d.from).toBeCloseTo(base.scenarios[0]!.probability, 12);
    expect(d.to).toBeCloseTo(waived.scenarios[0]!.probability, 12);
    const apart = Math.hypot(base.scenarios[0]!.standardError, waived.scenarios[0]!.standardError);
    expect(d.standardError).toBeLessThan(apart);
  });

  test('levers are in the order of what they move', () => {
    const given = process();
    const changes = singleChanges(given);
    const { chunk } = comparer({ process: given, seed: 1, runs: 1_000 }, changedBy(given, changes));
    const levers = leversOf(changes, differences(given, mergePaired(allChunks(1_000, chunk))), 'y');
    expect(levers).toHaveLength(changes.length);
    expect(levers[0]!.change).toEqual({ kind: 'force', name: 'b.y', value: true });
    for (const [k, lever] of levers.entries())
      if (k > 0) expect(Math.abs(lever.difference)).toBeLessThanOrEqual(Math.abs(levers[k - 1]!.difference));
  });
});

describe('what matters', () => {
  test('first-order shares are those that can be computed: a chance of its own, and nothing else', () => {
    // The happening comes about by the third day with chance 1 − (1 − r)³; the share of r in the variance of the outcome
    // follows from the distribution of r alone.
    const given = process();
    const { chunk } = attributor({ process: given, seed: 1, runs: 20_000 });
    const found = importanceOf(given, mergeAttributions(allChunks(20_000, chunk)), 'i');
    const rate = given.inputs[given.happenings[1]!.rate!]!;
    expect(found[0]!.input).toBe(rate.name);
    let [mean, square] = [0, 0];
    const n = 2_000;
    for (let k = 0; k < n; k++) {
      const p = chanceAt(rate.distribution, (k + 0.5) / n);
      mean += p / n;
      square += (p * p) / n;
    }
    const exact = (square - mean * mean) / (mean * (1 - mean));
    expect(Math.abs(found[0]!.share - exact)).toBeLessThan(5 * found[0]!.standardError + 0.01 * exact);
    for (const other of found.slice(1)) expect(Math.abs(other.share)).toBeLessThan(5 * other.standardError);
    expect(found[0]!.low!).toBeLessThan(found[0]!.high!);
  });
});

const chanceAt = (rate: Distribution, u: number): number => 1 - (1 - quantile(rate, u)) ** 3;
