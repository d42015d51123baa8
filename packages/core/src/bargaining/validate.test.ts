/** Bad problems are named as data; grids, discounting and the status quo. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frontier } from './frontier.ts';
import { integerIssue, MOST_VALUES, realIssue } from './grid.ts';
import type { BargainingProblem, Issue, Utility } from './model.ts';
import { vetoes } from './opening.ts';
import { problems } from './random-problem.twin.ts';
import { bargain } from './solutions.ts';
import { heldAtStatusQuo, holesOf, withoutHoles } from './status-quo.ts';
import { atTime, utilitiesOf } from './utility.ts';
import { validate } from './validate.ts';

const good: BargainingProblem = {
  issues: [
    { name: 'prisoners', kind: 'ordered', values: ['none', 'some', 'all'], statusQuo: 0 },
    { name: 'territory', kind: 'categorical', values: ['old', 'frozen'], statusQuo: 1 },
  ],
  parties: ['north', 'south'],
  utilities: [
    {
      weights: [0.5, 0.5],
      scores: [
        [0, 1, 2],
        [4, 0],
      ],
      reserved: 0.25,
    },
    {
      weights: [1, 0],
      scores: [
        [0, 3, 1],
        [0, 1],
      ],
    },
  ],
};
const withFirst = (change: Partial<Utility>): BargainingProblem => ({
  ...good,
  utilities: [{ ...good.utilities[0]!, ...change }, good.utilities[1]!],
});
const codes = (problem: BargainingProblem): string[] =>
  validate(problem).map(({ code, severity, party, issue, value, number }) =>
    [severity, code, party, issue, value, number].filter((x) => x !== undefined).join(' '),
  );

describe('U2 only what cannot be reckoned with is an error:', () => {
  test('a good problem, and every random one, has no findings', () => {
    expect(validate(good)).toEqual([]);
    fc.assert(
      fc.property(problems({ boxes: true }), (problem) => {
        expect(codes(problem).filter((code) => !code.startsWith('error weights-all-zero'))).toEqual([]);
      }),
    );
  });

  test.each<[string, BargainingProblem, string[]]>([
    ['negative', withFirst({ weights: [-1, 1] }), ['error weight-negative north prisoners -1']],
    ['NaN', withFirst({ weights: [NaN, 1] }), ['error weight-not-finite north prisoners NaN']],
    ['infinite', withFirst({ weights: [Infinity, 1] }), ['error weight-not-finite north prisoners Infinity']],
    ['all zero', withFirst({ weights: [0, 0] }), ['error weights-all-zero north']],
    ['missing', withFirst({ weights: [1] }), ['error weight-missing north territory']],
  ])('a weight that is %s', (_, problem, expected) => {
    expect(codes(problem)).toEqual(expected);
  });

  test.each<[string, BargainingProblem, string[]]>([
    [
      'a value without a score',
      withFirst({
        scores: [
          [0, 1],
          [4, 0],
        ],
      }),
      ['error value-without-score north prisoners all'],
    ],
    [
      'a score without a value',
      withFirst({
        scores: [
          [0, 1, 2, 3],
          [4, 0],
        ],
      }),
      ['error score-without-value north prisoners 4'],
    ],
    [
      'a score that is no number',
      withFirst({
        scores: [
          [0, 1, 2],
          [4, NaN],
        ],
      }),
      ['error score-not-finite north territory frozen NaN'],
    ],
    ['a reserved value that is no number', withFirst({ reserved: NaN }), ['error reserved-not-a-number north NaN']],
    ['a discount above 1', withFirst({ discount: 1.5 }), ['error discount-out-of-range north 1.5']],
    [
      'a bonus that is no number',
      withFirst({ bonuses: [{ when: new Map([[0, [1]]]), add: NaN }] }),
      ['error bonus-not-finite north NaN'],
    ],
    [
      'a bonus over an unknown issue',
      withFirst({ bonuses: [{ when: new Map([[7, [1]]]), add: 1 }] }),
      ['error box-unknown-issue north 7'],
    ],
    [
      'a bonus over an unknown value',
      withFirst({ bonuses: [{ when: new Map([[0, [9]]]), add: 1 }] }),
      ['error box-unknown-value north prisoners 9'],
    ],
    ['a party without preferences', { ...good, parties: ['north', 'south', 'east'] }, ['error utility-missing east']],
    [
      'an unknown party’s red line',
      { ...good, constraints: [{ forbids: new Map([[0, [1]]]), of: 5, kind: 'red-line' }] },
      ['error constraint-of-unknown-party 5'],
    ],
    [
      'a status quo that is no value',
      { ...good, issues: [{ ...good.issues[0]!, statusQuo: 3 }, good.issues[1]!] },
      ['error status-quo-unknown prisoners 3'],
    ],
    [
      'a value that stands twice',
      { ...good, issues: [{ ...good.issues[0]!, values: ['none', 'some', 'some'] }, good.issues[1]!] },
      ['error value-twice prisoners some'],
    ],
  ])('%s', (_, problem, expected) => {
    expect(codes(problem)).toEqual(expected);
  });

  test('an issue without values, no issues, no parties', () => {
    const empty: BargainingProblem = {
      issues: [{ name: 'border', kind: 'categorical', values: [] }],
      parties: ['north'],
      utilities: [{ weights: [1], scores: [[]] }],
    };
    expect(codes(empty)).toEqual(['error issue-without-values border']);
    expect(codes({ issues: [], parties: [], utilities: [] })).toEqual(['error no-parties', 'error no-issues']);
  });

  test('more outcomes than can be numbered', () => {
    const issues = Array.from({ length: 16 }, (_, i) => ({
      name: `i${i}`,
      kind: 'categorical' as const,
      values: Array.from({ length: 10 }, (_, v) => `${v}`),
    }));
    const utility = { weights: issues.map(() => 1), scores: issues.map(({ values }) => values.map(() => 0)) };
    expect(codes({ issues, parties: ['north'], utilities: [utility] })).toEqual([
      'error space-overflow 10000000000000000',
    ]);
  });

  test('weights that miss the sum of their format are a warning', () => {
    const check = (weights: number[]): string[] =>
      validate(withFirst({ weights }), { weightsSumTo: 1 }).map(({ code, severity }) => `${severity} ${code}`);
    expect(check([0.5, 0.489])).toEqual(['warning weights-sum']);
    expect(check([0.5, 0.50005])).toEqual([]);
  });
});

test('U5 an issue on which a position is not reported stays at its status quo, unless it is assumed', () => {
  const problem = withFirst({ notReported: [1] });
  expect(holesOf(problem)).toEqual([{ issue: 1, parties: [0] }]);
  expect(frontier(withoutHoles(problem)).points.map(({ outcome }) => outcome)).toEqual([
    [2, 1],
    [1, 1],
  ]);
  expect(frontier(withoutHoles(problem, new Set([1]))).points).toEqual(frontier(good).points);
});

test('M2 what a meeting may not settle stays at its status quo', () => {
  const lowRank = heldAtStatusQuo(good, [1], 'agenda');
  expect(frontier(lowRank).points.every(({ outcome }) => outcome[1] === 1)).toBe(true);
  expect(vetoes(lowRank)).toEqual([]);
  const unknown: Issue = { name: 'territory', kind: 'categorical', values: ['old', 'frozen'] };
  expect(() => heldAtStatusQuo({ ...good, issues: [good.issues[0]!, unknown] }, [1], 'agenda')).toThrow(
    'no status quo',
  );
});

test('discounting shrinks utilities and reserved values alike', () => {
  fc.assert(
    fc.property(problems({ boxes: true, maxParties: 2 }), fc.double({ min: 0, max: 1, noNaN: true }), (problem, t) => {
      const discounted = {
        ...problem,
        utilities: problem.utilities.map((u, p) => ({ ...u, discount: p === 0 ? 0.5 : 1 })),
      };
      const later = atTime(discounted, t);
      const outcome = problem.issues.map(() => 0);
      const [first, second] = utilitiesOf(problem, outcome);
      const [laterFirst, laterSecond] = utilitiesOf(later, outcome);
      expect(laterFirst).toBeCloseTo(first! * 0.5 ** t, 9);
      expect(laterSecond).toBe(second);
      expect(later.utilities[0]!.reserved).toBeCloseTo((problem.utilities[0]!.reserved ?? 0) * 0.5 ** t, 9);
    }),
  );
});

test('grids have both ends; too fine a grid is refused', () => {
  expect(integerIssue('price', -1, 2)).toEqual({
    issue: { name: 'price', kind: 'integer', values: ['-1', '0', '1', '2'] },
    numbers: [-1, 0, 1, 2],
  });
  expect(realIssue('share', 0, 1, 4)).toMatchObject({ numbers: [0, 0.25, 0.5, 0.75, 1] });
  expect(realIssue('share', 3, 3, 4)).toMatchObject({ numbers: [3] });
  expect(integerIssue('price', 0, 1e9)).toEqual({ tooMany: 1e9 + 1 });
  expect(realIssue('share', 0, 1, MOST_VALUES)).toEqual({ tooMany: MOST_VALUES + 1 });
});

test('a party that can gain nothing hides nobody else’s gain', () => {
  const found = bargain({
    issues: [{ name: 'sum', kind: 'integer', values: ['0', '1', '2'] }],
    parties: ['giver', 'taker'],
    utilities: [
      { weights: [1], scores: [[1, 1, 0]], reserved: 1 },
      { weights: [1], scores: [[0, 1, 2]] },
    ],
  })!;
  expect(found.solutions!.nash).toMatchObject({ outcome: [1], value: 1 });
  expect(found.maxMinGain).toBe(1);
});
