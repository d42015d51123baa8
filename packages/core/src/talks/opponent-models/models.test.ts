/** What opponent models learn, and how that is measured. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domain } from '../../bargaining/synthetic.ts';
import { indexDomain, numberOf, outcomeOf } from '../domain-index.ts';
import { runSession } from '../session.ts';
import { LINEAR } from '../strategies/time-dependent.ts';
import { accuracy } from './accuracy.ts';
import { chiSquareTail } from './chi-square.ts';
import { learningFrom } from './learning.ts';
import { estimates } from './model.ts';
import { OPPONENT_MODELS } from './registry.ts';

const problem = domain({ family: 'R', seed: 1, sizes: [10, 10, 10], parties: 2 });
/** The second party's scores rise, fall and have a peak, as the Bayesian model supposes. */
const shaped = [(v: number) => v / 9, (v: number) => 1 - v / 9, (v: number) => (v <= 3 ? v / 3 : (9 - v) / 6)];
const second = {
  ...problem.utilities[1]!,
  scores: shaped.map((score) => Array.from({ length: 10 }, (_, v) => score(v))),
};
const index = indexDomain({ ...problem, utilities: [problem.utilities[0]!, second] }).index!;
const { acts } = runSession({ index, strategies: [LINEAR, LINEAR], rounds: 300, trace: true });

describe.each(OPPONENT_MODELS.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  test('tells much of what a conceding opponent wants', () => {
    const learnt = learningFrom(index, acts!, { kind, observer: 0, observed: 1 });
    expect(learnt.pearson).toBeGreaterThan(0.4);
    expect(learnt.kendall).toBeGreaterThan(0.25);
  });

  test('stays between 0 and 1 whatever it hears', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(index.outcomes - 1), { maxLength: 120 }), (offers) => {
        const model = kind.start(index, 0);
        for (const [k, offer] of offers.entries()) model.observe(offer, k / offers.length);
        const all = estimates(index, model);
        expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...all)).toBeLessThanOrEqual(1 + 1e-12);
        for (const weight of model.weights) expect(weight).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 50 },
    );
  });
});

test('estimates are the same with and without forbidden outcomes', () => {
  const constraints = [{ forbids: new Map([[1, [3]]]), of: 0, kind: 'red-line' as const }];
  const fewer = indexDomain({ ...index.problem, constraints }).index!;
  const kind = OPPONENT_MODELS[0]!;
  const [all, some] = [index, fewer].map((its) => {
    const model = kind.start(its, 0);
    for (const outcome of [
      [1, 2, 3],
      [1, 2, 4],
      [0, 2, 4],
    ])
      model.observe(numberOf(its, outcome)!, 0.1);
    return estimates(its, model);
  });
  expect(fewer.outcomes).toBe(900);
  for (let o = 0; o < fewer.outcomes; o++) expect(some![o]).toBe(all![numberOf(index, outcomeOf(fewer, o))!]);
});

test('the Bayesian model begins with the published prior', () => {
  const { weights } = OPPONENT_MODELS.find(({ id }) => id === 'bayesian')!.start(index, 0);
  // Σ j/10 · (10 − j)³ / Σ (10 − j)³
  for (const weight of weights) expect(weight).toBeCloseTo(491.7 / 3025, 12);
});

test('the Bayesian model revises its beliefs by Bayes’ rule', () => {
  const issues = [{ name: 'x', kind: 'ordered' as const, values: ['low', 'high'] }];
  const utility = { weights: [1], scores: [[0, 1]] };
  const single = indexDomain({ issues, parties: ['A', 'B'], utilities: [utility, utility] }).index!;
  const model = OPPONENT_MODELS.find(({ id }) => id === 'bayesian')!.start(single, 0);
  const likelihood = (u: number, likely: number): number => Math.exp(-(((likely - u) / likely) ** 2) / (2 * 0.25 ** 2));
  const prior = Array.from({ length: 11 }, (_, j) => (10 - j) ** 3 / 3025);
  const expected = (of: readonly number[]): number => of.reduce((sum, chance, j) => sum + (chance * j) / 10, 0);

  model.observe(1, 0.01);
  const rises = likelihood(expected(prior), 1);
  const high = rises / (rises + likelihood(0, 1));
  expect(model.weights[0]).toBeCloseTo(expected(prior), 12);
  expect([...model.worths[0]!]).toEqual([expect.closeTo(1 - high, 12), expect.closeTo(high, 12)]);

  model.observe(1, 0.02);
  expect(model.worths[0]![1]).toBeCloseTo(high, 12);
  model.observe(0, 0.03);
  const weighed = prior.map((chance, j) => chance * likelihood((j / 10) * (1 - high), 0.997));
  const total = weighed.reduce((sum, chance) => sum + chance, 0);
  const weight = expected(weighed.map((chance) => chance / total));
  expect(model.weights[0]).toBeCloseTo(weight, 12);
  const falls = (1 - high) * likelihood(weight, 0.997);
  expect(model.worths[0]![0]).toBeCloseTo(falls / (falls + high * likelihood(0, 0.997)), 12);
});

test('the windowed model gives weight to an issue that stays while another is conceded in', () => {
  const model = OPPONENT_MODELS.find(({ id }) => id === 'windowed-frequency')!.start(index, 0);
  const before = [...model.weights];
  for (let k = 0; k < 96; k++) model.observe((k < 48 ? 700 : k % 3 === 0 ? 700 : 100) + 3 * 10 + (k % 2), 0.1);
  expect(model.weights[1]! / before[1]!).toBeGreaterThan(1);
  expect(model.weights[0]! / before[0]!).toBeLessThan(1);
  const learnt = [...model.weights];
  for (let k = 0; k < 96; k++) model.observe(k, 0.9);
  expect([...model.weights]).toEqual(learnt);
});

test('the tail of χ² agrees with printed tables', () => {
  for (const [degrees, x] of [
    [1, 3.841],
    [2, 5.991],
    [3, 7.815],
    [4, 9.488],
    [7, 14.067],
    [10, 18.307],
    [29, 42.557],
    [30, 43.773],
  ] as const)
    expect(chiSquareTail(x, degrees)).toBeCloseTo(0.05, 4);
  expect(chiSquareTail(0, 3)).toBe(1);
});

test('rank correlations agree with the count of all pairs, ties included', () => {
  const values = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(
      values.chain((a) =>
        fc.tuple(
          fc.constant(a),
          fc.array(fc.integer({ min: 0, max: 6 }), { minLength: a.length, maxLength: a.length }),
        ),
      ),
      ([a, b]) => {
        let difference = 0;
        let inA = 0;
        let inB = 0;
        for (let p = 0; p < a.length; p++)
          for (let q = 0; q < p; q++) {
            const x = Math.sign(a[p]! - a[q]!);
            const y = Math.sign(b[p]! - b[q]!);
            difference += x * y;
            inA += x * x;
            inB += y * y;
          }
        const expected = inA * inB > 0 ? difference / Math.sqrt(inA * inB) : 0;
        expect(accuracy(Float64Array.from(a), Float64Array.from(b)).kendall).toBeCloseTo(expected, 12);
      },
    ),
  );
  const same = accuracy(Float64Array.of(1, 2, 4), Float64Array.of(10, 20, 40));
  expect([same.pearson, same.spearman, same.kendall, same.rmse].map((x) => Number(x.toFixed(12)))).toEqual([
    1, 1, 1, 0,
  ]);
  const reversed = accuracy(Float64Array.of(1, 2, 9), Float64Array.of(3, 2, 1));
  expect([reversed.spearman, reversed.kendall]).toEqual([-1, -1]);
});
