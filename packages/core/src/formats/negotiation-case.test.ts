/** Domains as cases: what a case makes of the file is the problem again, from 0 to 100. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { evaluate, reservedOf, type BargainingProblem } from '../bargaining/index.ts';
import { compileTable } from '../bargaining/from-case.ts';
import { problems } from '../bargaining/random-problem.twin.ts';
import { readCase } from '../case/file.ts';
import { idsOf } from './ids.ts';
import { caseOfProblem, type DomainCase } from './negotiation-case.ts';

const fileOf = (made: DomainCase) => {
  if ('tooWide' in made) throw new Error('too wide');
  return made;
};

/** The problem that a meeting of all parties has in the case. */
function again(problem: BargainingProblem): BargainingProblem {
  const { file } = fileOf(caseOfProblem(problem, 'A domain', 'A scale.'));
  const { case: given, problems: found } = readCase(stringify(file, { lineWidth: 0 }), 'case.yaml');
  expect(found.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  const { table, problems: wrong } = compileTable(given!, { meeting: 'talks', parties: [] });
  expect(wrong).toBeUndefined();
  return table!.problem!();
}

function everything(sizes: readonly number[]): number[][] {
  let all: number[][] = [[]];
  for (const size of sizes) all = all.flatMap((head) => Array.from({ length: size }, (_, v) => [...head, v]));
  return all;
}

test('a domain comes back with the same issues, values and order of deals', () => {
  const small = problems({ minParties: 2, maxParties: 3 }).filter(({ utilities }) =>
    utilities.every(({ weights }) => weights.some((w) => w > 0)),
  );
  fc.assert(
    fc.property(small, (problem) => {
      const back = again(problem);
      // What nobody weighs is on no agenda.
      const indices = back.issues.map(({ name }) =>
        problem.issues.findIndex((its) => its.name.replace(' ', '-') === name),
      );
      for (const [i, { values }] of problem.issues.entries())
        if (!indices.includes(i))
          for (const { weights, scores } of problem.utilities)
            expect(new Set(values.map((_, v) => weights[i]! * scores[i]![v]!)).size).toBe(1);
      const whole = (outcome: readonly number[]): number[] =>
        problem.issues.map((_, i) => (indices.includes(i) ? outcome[indices.indexOf(i)]! : 0));
      for (const [p, utility] of problem.utilities.entries()) {
        const own = back.utilities[p]!;
        // What the numbers mean is told by how two deals differ, and by which are better than none.
        const all = everything(back.issues.map(({ values }) => values.length));
        const pairs = all.map((o) => [evaluate(utility, whole(o)), evaluate(own, o)] as const);
        const [least, most] = [0, 1].map((side) => pairs.map((pair) => pair[side]!)) as [number[], number[]];
        const spread = Math.max(...least) - Math.min(...least);
        const times = (Math.max(...most) - Math.min(...most)) / spread;
        const reserved = reservedOf(utility);
        for (const [u, v] of pairs) {
          if (spread > 0) expect((u - Math.min(...least)) * times).toBeCloseTo(v - Math.min(...most), 9);
          expect(v).toBeGreaterThanOrEqual(-1e-9);
          expect(v).toBeLessThanOrEqual(100 + 1e-9);
          if (Math.abs(u - reserved) > 1e-9 && spread > 0) expect(v >= reservedOf(own) - 1e-9).toBe(u >= reserved);
        }
      }
    }),
    { numRuns: 200 },
  );
});

const BASE: BargainingProblem = {
  issues: [
    { name: 'Price per tonne', kind: 'integer', values: ['10', '11', '12'] },
    { name: 'not', kind: 'categorical', values: ['Ja!', 'Nein', '…', '-3'] },
  ],
  parties: ['Käufer', '2'],
  utilities: [
    {
      weights: [0.5, 0.5],
      scores: [
        [1, 0.5, 0],
        [0, 1, 0, 0],
      ],
      reserved: 0.25,
    },
    {
      weights: [0.25, 0.75],
      scores: [
        [0, 0.5, 1],
        [1, 0, 0, 0],
      ],
      reserved: 0.5,
    },
  ],
};

test('names become ids, and stay as they were beside them', () => {
  const { file, notes } = fileOf(caseOfProblem(BASE, 'Sale', 'Scale of the file.'));
  expect(notes).toEqual([{ code: 'status-quo' }]);
  expect(file.parties).toEqual({ kaufer: { name: 'Käufer' }, 'party-2': { name: '2' } });
  expect(file.issues).toEqual({
    'price-per-tonne': { title: 'Price per tonne', values: [10, 11, 12] },
    'issue-not': { title: 'not', values: { ja: 'Ja!', nein: 'Nein', value: '…', 'minus-3': '-3' } },
  });
  expect(file.preferences!['kaufer']).toMatchObject({
    reserved: 25,
    note: 'Scale of the file. Here a deal is worth 0 to 100: times 100.',
  });
  expect(again(BASE).utilities).toEqual(
    BASE.utilities.map(({ weights, scores, reserved }) => ({
      weights,
      scores: scores.map((row) => row.map((score) => score * 100)),
      reserved: reserved! * 100,
    })),
  );
  expect(idsOf(['a', 'A', 'ä', '', 'and'], 'x')).toEqual(['a', 'a-2', 'a-3', 'x', 'x-and']);
});

describe('what a case reckons differently is said, and deals stay where they are', () => {
  const withFirst = (change: Partial<BargainingProblem['utilities'][number]>): BargainingProblem => ({
    ...BASE,
    utilities: [{ ...BASE.utilities[0]!, ...change }, BASE.utilities[1]!],
  });
  test('weights of another sum', () => {
    const { file, notes } = fileOf(caseOfProblem(withFirst({ weights: [1, 3], reserved: 1 }), 'Sale', 'Scale.'));
    expect(notes).toContainEqual({ code: 'scaled', party: 'Käufer', times: 25, less: 0 });
    expect(file.preferences!['kaufer']).toMatchObject({
      reserved: 25,
      note: expect.stringContaining('times 25.') as string,
    });
  });
  test('no reserved value at all, a discount, bonuses', () => {
    const bonuses = [
      { when: new Map(), add: 2 },
      { when: new Map([[0, [0, 1]]]), add: -1 },
      {
        when: new Map([
          [0, [2]],
          [1, [0]],
        ]),
        add: 0.5,
      },
    ];
    const problem = withFirst({ reserved: -Infinity, discount: 0.9, bonuses });
    const { file, notes } = fileOf(caseOfProblem(problem, 'Sale', 'Scale.'));
    expect(notes).toEqual([
      { code: 'status-quo' },
      { code: 'scaled', party: 'Käufer', times: 100, less: 2 },
      { code: 'discount', party: 'Käufer', discount: 0.9 },
      { code: 'any-deal', party: 'Käufer', reserved: -100 },
    ]);
    expect(file.preferences!['kaufer']).toMatchObject({
      bonuses: [
        { when: 'price-per-tonne != 12', add: -100 },
        { when: 'price-per-tonne = 12 and issue-not = ja', add: 50 },
      ],
      reserved: -100,
    });
    const back = again(problem);
    for (const [price, not] of [
      [0, 0],
      [1, 2],
      [2, 0],
      [2, 1],
    ] as const)
      expect(evaluate(back.utilities[0]!, [price, not])).toBe(
        100 * (evaluate(problem.utilities[0]!, [price, not]) - 2),
      );
  });
  test('bonuses alone', () => {
    const bonuses = [{ when: new Map([[1, [1]]]), add: 3 }];
    const problem = withFirst({ weights: [0, 0], bonuses });
    expect(evaluate(again(problem).utilities[0]!, [0, 1])).toBe(3);
  });
  test('a condition that nobody could read is refused', () => {
    const values = Array.from({ length: 3000 }, (_, k) => String(k));
    const scores = values.map(() => 1);
    const problem: BargainingProblem = {
      issues: [{ name: 'x', kind: 'integer', values }],
      parties: ['one'],
      utilities: [
        {
          weights: [1],
          scores: [scores],
          bonuses: [{ when: new Map([[0, [...values.keys()].filter((k) => k % 2 === 0)]]), add: 1 }],
        },
      ],
    };
    expect(caseOfProblem(problem, 'x', 'y')).toMatchObject({ tooWide: { party: 'one' } });
  });
});
