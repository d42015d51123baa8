/** GeniusWeb, NegMAS, NegoLog and LLM-Deliberation: the same two-issue domain in each, and what is wrong with files. */
import { expect, test } from 'vitest';
import { frontier, type BargainingProblem } from '../bargaining/index.ts';
import { importGeniusWeb, importLlmDeliberation, importNegmas, importNegolog, type Imported } from './domain-files.ts';

const utilities = [
  {
    weights: [0.75, 0.25],
    scores: [
      [0, 1, 0.5],
      [1, 0],
    ],
  },
  {
    weights: [0.5, 0.5],
    scores: [
      [1, 0, 0.75],
      [0, 1],
    ],
  },
];
const ISSUES = [
  { name: 'quota', values: ['low', 'high', 'mixed'] },
  { name: 'season', values: ['short', 'long'] },
];
const expected: BargainingProblem = {
  issues: ISSUES.map((issue) => ({ ...issue, kind: 'categorical' as const })),
  parties: ['north', 'south'],
  utilities: utilities.map((u, p) => ({ ...u, reserved: [0.25, 0.5][p]! })),
};
const codes = ({ findings }: Imported): string[] => findings.map(({ code, severity }) => `${severity} ${code}`);

const table = (p: number, i: number): Record<string, number> =>
  Object.fromEntries(ISSUES[i]!.values.map((value, v) => [value, utilities[p]!.scores[i]![v]!]));
const byIssue = <T>(of: (i: number) => T): Record<string, T> =>
  Object.fromEntries(ISSUES.map(({ name }, i) => [name, of(i)]));

test('NegoLog profiles', () => {
  const text = (p: number): string =>
    JSON.stringify({
      reservationValue: [0.25, 0.5][p],
      issueWeights: byIssue((i) => utilities[p]!.weights[i]),
      issues: byIssue((i) => table(p, i)),
    });
  const files = [0, 1].map((p) => ({ name: `domain7/${expected.parties[p]!}.json`, text: text(p) }));
  expect(importNegolog(files)).toEqual({ problem: expected, findings: [] });
  expect(codes(importNegolog([{ name: 'a.json', text: '{' }]))).toEqual(['error json-syntax']);
  expect(codes(importNegolog([{ name: 'a.json', text: '[1]' }]))).toEqual(['error not-this-format']);
  expect(codes(importNegolog([]))).toEqual(['error no-profiles']);
  const other = files[1]!.text.replaceAll('season', 'price');
  expect(codes(importNegolog([files[0]!, { name: 'b.json', text: other }]))).toEqual(['error other-domain']);
  const noNumber = files[1]!.text.replace(':0.5,', ':"half",');
  expect(codes(importNegolog([{ name: 'b.json', text: noNumber }]))).toEqual(['error reserved-not-a-number']);
  const withoutScore = files[1]!.text.replace('"mixed"', '"other"');
  expect(codes(importNegolog([files[0]!, { name: 'b.json', text: withoutScore }]))).toEqual([
    'error value-without-score',
  ]);
});

test('GeniusWeb profiles; without a reservation bid any deal is better than none', () => {
  const space = (p: number, change: object = {}) => ({
    LinearAdditiveUtilitySpace: {
      domain: { name: 'fishing', issuesValues: byIssue((i) => ({ values: ISSUES[i]!.values })) },
      name: expected.parties[p],
      issueUtilities: byIssue((i) => ({ DiscreteValueSetUtilities: { valueUtilities: table(p, i) } })),
      issueWeights: byIssue((i) => utilities[p]!.weights[i]),
      reservationBid: [{ issuevalues: { quota: 'low', season: 'short' } }, { issuevalues: { quota: 'low' } }][p],
      ...change,
    },
  });
  const read = (...spaces: object[]) =>
    importGeniusWeb(spaces.map((its, p) => ({ name: `p${p}.json`, text: JSON.stringify(its) })));
  expect(read(space(0), space(1))).toEqual({ problem: expected, findings: [] });
  expect(read(space(0, { reservationBid: null })).problem!.utilities[0]!.reserved).toBe(-Infinity);
  expect(codes(read(space(0), space(1, { domain: { issuesValues: { price: { values: ['1'] } } } })))).toEqual([
    'error other-domain',
  ]);
  expect(codes(read({ PartialOrdering: {} }))).toEqual(['error not-this-format']);

  const ranged = read({
    LinearAdditiveUtilitySpace: {
      domain: { issuesValues: { share: { range: ['0', '0.3', '0.1'] }, boats: { range: [2, 4, 1] } } },
      issueUtilities: {
        share: { NumberValueSetUtilities: { lowValue: 0, lowUtility: 1, highValue: 0.3, highUtility: 0 } },
        boats: { NumberValueSetUtilities: { lowValue: 2, lowUtility: 0, highValue: 4, highUtility: 1 } },
      },
      issueWeights: { share: 0.5, boats: 0.5 },
    },
  });
  expect(ranged.problem!.issues.map(({ kind, values }) => [kind, values])).toEqual([
    ['real', ['0', '0.1', '0.2', '0.3']],
    ['integer', ['2', '3', '4']],
  ]);
  expect(ranged.problem!.utilities[0]!.scores[1]).toEqual([0, 0.5, 1]);
  const huge = { LinearAdditiveUtilitySpace: { domain: { issuesValues: { x: { range: ['0', '1', '1e-9'] } } } } };
  expect(codes(read(huge))).toContain('error too-many-values');
});

test('NegMAS scenarios: tables, linear functions of the number, hyper-rectangles', () => {
  const domain = {
    name: 'fishing.yml',
    text: 'name: fishing\nissues:\n- {name: quota, type: negmas.outcomes.CategoricalIssue, values: [low, high, mixed]}\n- {name: season, values: [short, long]}\n',
  };
  const ufun = (p: number): { name: string; text: string } => ({
    name: `${expected.parties[p]!}.yml`,
    text: `type: negmas.preferences.LinearAdditiveUtilityFunction\nname: ${expected.parties[p]!}\nreserved_value: ${[0.25, 0.5][p]!}\nweights: [${utilities[p]!.weights.join(', ')}]\nvalues:\n${[0, 1].map((i) => `- type: TableFun\n  mapping: ${JSON.stringify(table(p, i))}\n`).join('')}`,
  });
  expect(importNegmas(domain, [ufun(0), ufun(1)])).toEqual({ problem: expected, findings: [] });
  const never = { ...ufun(0), text: ufun(0).text.replace('0.25\n', '-.inf\n') };
  expect(importNegmas(domain, [never]).problem!.utilities[0]!.reserved).toBe(-Infinity);
  expect(codes(importNegmas(domain, [{ name: 'a.yml', text: '{' }]))).toEqual(['error yaml-syntax']);
  expect(codes(importNegmas(domain, [{ name: 'a.yml', text: 'type: RandomUtilityFunction' }]))).toEqual([
    'error unsupported',
  ]);
  expect(codes(importNegmas({ name: 'a.yml', text: 'x: 1' }, [ufun(0)]))).toEqual(['error not-this-format']);
  const laughs = `a: &a [x, x]\n${'bcdefghij'
    .split('')
    .map((c, k) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[k]!}`).join(', ')}]\n`)
    .join('')}issues: *j\n`;
  expect(codes(importNegmas({ name: 'a.yml', text: laughs }, [ufun(0)]))).toEqual(['error yaml-syntax']);

  const numbers = {
    name: 'sale.yml',
    text: 'issues:\n- {name: price, type: ContiguousIssue, values: [10, 13]}\n- {name: share, type: ContinuousIssue, values: [0.0, 1.0]}\n',
  };
  const linear = {
    name: 'seller.yml',
    text: 'type: LinearAdditiveUtilityFunction\nweights: {price: 1, share: 2}\nbias: 0.5\nvalues:\n  price: {type: AffineFun, slope: 2, bias: -20}\n  share: {type: IdentityFun}\n',
  };
  const sale = importNegmas(numbers, [linear], { realSteps: 2 });
  expect(codes(sale)).toEqual(['warning real-on-a-grid']);
  expect(sale.problem!.utilities[0]).toEqual({
    weights: [1, 2],
    scores: [
      [0, 2, 4, 6],
      [0, 0.5, 1],
    ],
    reserved: 0,
    bonuses: [{ when: new Map(), add: 0.5 }],
  });

  const boxes = {
    name: 'boxes.yml',
    text: 'type: HyperRectangleUtilityFunction\noutcome_ranges:\n- {0: [11, 12]}\n- {price: [12, 13], share: [1.0]}\nutilities: [3, 5]\nweights: [1, 2]\nreserved_value: .nan\n',
  };
  const nonlinear = importNegmas(numbers, [boxes], { realSteps: 2 });
  expect(codes(nonlinear)).toEqual(['warning real-on-a-grid']);
  expect(nonlinear.problem!.utilities[0]).toMatchObject({
    weights: [0, 0],
    reserved: -Infinity,
    bonuses: [
      { when: new Map([[0, [1, 2]]]), add: 3 },
      {
        when: new Map([
          [0, [2, 3]],
          [1, [2]],
        ]),
        add: 10,
      },
    ],
  });
  expect(frontier(nonlinear.problem!).points).toEqual([{ outcome: [2, 2], utilities: [13] }]);
});

test('LLM-Deliberation score files: points of options, then the points needed', () => {
  const scores = [
    { name: 'scores/a.txt', text: '14, 8, 0\n10, 20\n30 ' },
    { name: 'scores/b.txt', text: '0, 5, 9\n40, 0\n25\n' },
  ];
  const config = { name: 'config.txt', text: 'Second,b,p1,greedy,x\nFirst,a,player,cooperative,x\n' };
  const { problem, findings } = importLlmDeliberation(scores, config);
  expect(findings).toEqual([]);
  expect(problem).toEqual({
    issues: [
      { name: 'A', kind: 'categorical', values: ['A1', 'A2', 'A3'] },
      { name: 'B', kind: 'categorical', values: ['B1', 'B2'] },
    ],
    parties: ['Second', 'First'],
    utilities: [
      {
        weights: [1, 1],
        scores: [
          [0, 5, 9],
          [40, 0],
        ],
        reserved: 25,
      },
      {
        weights: [1, 1],
        scores: [
          [14, 8, 0],
          [10, 20],
        ],
        reserved: 30,
      },
    ],
  });
  expect(importLlmDeliberation(scores).problem!.parties).toEqual(['a', 'b']);
  const bad = (text: string): string[] => codes(importLlmDeliberation([scores[0]!, { name: 'c.txt', text }]));
  expect(bad('1, x\n3')).toEqual(['error not-a-number', 'error other-domain']);
  expect(bad('1, 2, 3\n4, 5')).toEqual(['error not-this-format', 'error other-domain']);
  expect(bad('1, 2\n4, 5\n6')).toEqual(['error other-domain']);
  expect(codes(importLlmDeliberation(scores, { name: 'config.txt', text: 'Third,c,p1' }))).toEqual([
    'error issue-missing',
  ]);
});
