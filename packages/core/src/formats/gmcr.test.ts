import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { noPlaces, type Case, type CaseFile } from '../case/index.ts';
import { readCase } from '../case/file.ts';
import { caseStability, compile, compileGraph, type CompiledGraph, type Condition } from '../graph/index.ts';
import { alternatives } from './gmcr-conditions.ts';
import { readGmcr, type GmcrReading } from './gmcr-read.ts';
import { writeGmcr } from './gmcr-write.ts';

const FOLDER = fileURLToPath(new URL('../../../../cases/', import.meta.url));
const PUBLISHED = readdirSync(FOLDER).filter((slug) => existsSync(`${FOLDER}${slug}/expected.json`));

interface Modelled {
  readonly given: Case;
  readonly graph: CompiledGraph;
}

function modelOf(text: string): Modelled {
  const { case: given, problems } = readCase(text);
  expect(problems.map((p) => p.message)).toEqual([]);
  const { graph, problems: unfit } = compileGraph(given!);
  expect(unfit ?? []).toEqual([]);
  return { given: given!, graph: graph! };
}
const published = (slug: string): Modelled => modelOf(readFileSync(`${FOLDER}${slug}/case.yaml`, 'utf8'));
const read = (file: object | string): GmcrReading =>
  readGmcr(typeof file === 'string' ? file : JSON.stringify(file), noPlaces('model.gmcr'), 'A conflict');
const problemsOf = (file: object | string): string[] => read(file).problems.map((p) => `${p.code} ${p.message}`);
function caseOf(file: object): Modelled & { readonly file: CaseFile } {
  const { file: found, problems } = read(file);
  expect(problems.map((p) => p.message)).toEqual([]);
  return { ...modelOf(stringify(found)), file: found! };
}

const equilibriaOf = (graph: CompiledGraph): Record<string, (number | string)[]> => {
  const result = caseStability(graph);
  return Object.fromEntries(result.concepts.map((id) => [id, result.equilibria(id).map((n) => graph.decimal(n))]));
};

describe('a case written as .gmcr and read again', () => {
  test.each(PUBLISHED.filter((slug) => slug !== 'elmira'))('%s has the same equilibria', (slug) => {
    const { given, graph } = published(slug);
    const { file } = writeGmcr(given, graph);
    expect(equilibriaOf(caseOf(JSON.parse(JSON.stringify(file)) as object).graph)).toEqual(equilibriaOf(graph));
  });

  test('Elmira, its states of abandonment one by one, has the same equilibria', () => {
    const { given, graph } = published('elmira');
    const { file, omissions } = writeGmcr(given, graph);
    const again = caseOf(file);
    expect(again.graph.nodes).toBeGreaterThan(9);
    for (const [concept, states] of Object.entries(equilibriaOf(graph))) {
      const raw = equilibriaOf(again.graph)[concept]!;
      const coalesced = raw.map((decimal) => graph.decimal(graph.node(BigInt(decimal))));
      expect([...new Set(coalesced)], concept).toEqual(states);
    }
    expect(omissions).toEqual([{ code: 'status-quo' }, { code: 'indistinguishable', names: ['abandoned'] }]);
  });

  test('statements stay statements, and what is not seen stays so', () => {
    const { given, graph } = published('syria-iraq-1975-misperception');
    const { file, omissions } = writeGmcr(given, graph);
    expect(file.useManualPreferenceRanking).toBe(false);
    expect(file.decisionMakers[0]).toEqual({
      name: 'Syria',
      options: [0, 1],
      preferences: [
        [
          [0, 'N'],
          [1, 'N'],
          [2, 'N'],
        ],
        [[1, 'Y']],
        [[2, 'N']],
        [[0, 'N']],
      ],
      misperceptions: [
        [
          [0, 'Y'],
          [1, 'N'],
        ],
      ],
    });
    expect(omissions).toEqual([]);
  });

  test('weights become a ranking, and options that are settled are left out', () => {
    const { given, graph } = modelOf(`
parley: 1
parties: { a: {}, b: {}, c: {} }
options: { a: { x: X }, b: { y: Y, z: Z }, c: { w: W } }
status-quo: { b.z: no }
preferences:
  a: { statements: [{ that: b.y, weight: 2 }, { that: a.x, weight: 3 }] }
  b: { statements: [not a.x] }
`);
    const { file, omissions } = writeGmcr(given, graph);
    expect(file.decisionMakers.map((dm) => dm.preferenceRanking)).toEqual([
      [4, 2, 3, 1],
      [
        [1, 3],
        [2, 4],
      ],
    ]);
    expect(omissions).toEqual([
      { code: 'settled', options: ['b.z', 'c.w'] },
      { code: 'status-quo' },
      { code: 'ranked', parties: ['a'] },
    ]);
    expect(equilibriaOf(caseOf(file).graph)).toEqual(equilibriaOf(graph));
  });
});

const LITERAL = [[0, 'Y']];
const option = (name: string, permittedDirection = 'both'): object => ({ name, permittedDirection });
const maker = (name: string, options: unknown[], more: object = {}): object => ({
  name,
  options,
  preferences: [LITERAL],
  ...more,
});
const SMALL = {
  options: [option('Wait'), option('Go', 'fwd'), option('Stay', 'back')],
  decisionMakers: [maker('Second', [1]), maker('First', [0, 2])],
  infeasibles: [
    [
      [0, 'Y'],
      [2, 'Y'],
    ],
  ],
  useManualPreferenceRanking: false,
};
const change = (more: object): object => ({ ...SMALL, ...more });

describe('reading', () => {
  test('options of one decision maker stand together, and directions and conditions go with them', () => {
    const { file } = caseOf(SMALL);
    expect(file).toEqual({
      parley: 1,
      title: 'A conflict',
      parties: { second: { name: 'Second' }, first: { name: 'First' } },
      options: {
        second: { go: { text: 'Go', permitted: 'to-yes' } },
        first: { wait: 'Wait', stay: { text: 'Stay', permitted: 'to-no' } },
      },
      impossible: ['first.wait and first.stay'],
      preferences: { second: { statements: ['first.wait'] }, first: { statements: ['first.wait'] } },
    });
  });

  test('older files say preferenceVector and reversibility', () => {
    const { file } = caseOf({
      options: [
        { name: 'Go', reversibility: 'fwd' },
        { name: 'Go', reversibility: 'both' },
      ],
      decisionMakers: [
        maker('A', [0], { preferenceVector: [2, [1, 3]] }),
        maker('B', [1], { preferenceVector: [3, 2, 1] }),
      ],
      infeasibles: [
        [
          [0, 'Y'],
          [1, 'N'],
        ],
      ],
      useManualPreferenceVectors: true,
    });
    // Feasible are 0, 2 and 3.
    expect(file.preferences).toEqual({ a: { ranking: [2, [0, 3]] }, b: { ranking: [3, 2, 0] } });
  });

  test('payoffs rank where there are no preferences, and nothing at all is indifference', () => {
    const reading = read(
      change({
        decisionMakers: [
          maker('A', [0, 1], { preferences: [], payoffs: [1, 5, 5, 2, 3, 0] }),
          maker('B', [2], { preferences: [] }),
        ],
        coalitions: [[0, 1]],
        colour: 'red',
      }),
    );
    expect(reading.problems).toEqual([]);
    // Feasible are 0, 1, 2, 3, 4 and 6.
    expect(reading.file!.preferences!['a']).toEqual({ ranking: [[1, 2], 4, 3, 0, 6] });
    expect(reading.notes).toEqual([
      { code: 'from-payoffs', party: 'A' },
      { code: 'indifferent', party: 'B' },
      { code: 'coalitions', groups: [['A', 'B']] },
      { code: 'unknown-key', key: 'colour' },
    ]);
    const { graph } = modelOf(stringify(reading.file));
    expect([...graph.ranks()[1]!]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('names become ids that are unique and no words of a condition', () => {
    const names = ['Not', 'Été!', 'été', '…'];
    const { file } = caseOf(
      change({
        options: names.map((name) => option(name)),
        decisionMakers: [maker('Ünited  States', [0, 1, 2, 3])],
        infeasibles: [],
      }),
    );
    expect(Object.keys(file.options!['united-states']!)).toEqual(['option-not', 'ete', 'ete-2', 'option']);
  });

  test.each<[string, object | string, RegExp]>([
    ['no JSON', '{"options": [', /^not-json .*JSON/],
    ['a list', '[]', /^wrong-type An object is expected here, not a list/],
    ['nothing in it', {}, /^missing-key .*“options”/],
    [
      'an option that is a word',
      change({ options: ['Go'] }),
      /^wrong-type options\[0\]: An option is expected here, not "Go"/,
    ],
    [
      'an option without a name',
      change({ options: [{ permittedDirection: 'both' }] }),
      /^missing-key options\[0\]: “name”/,
    ],
    [
      'an unknown direction',
      change({ options: [option('Go', 'up')] }),
      /^wrong-value options\[0\].permittedDirection: .*both, fwd, back/,
    ],
    [
      'an option of nobody',
      change({ decisionMakers: [maker('A', [0, 1])] }),
      /^option-unowned options\[2\]: Option “Stay” belongs to nobody/,
    ],
    [
      'an option of two',
      change({ decisionMakers: [maker('A', [0, 1]), maker('B', [1, 2])] }),
      /^option-owned-twice decisionMakers\[1\].options\[0\]: Option “Go” belongs to A and to B/,
    ],
    [
      'an option out of range',
      change({ decisionMakers: [maker('A', [0, 1, 2, 3])] }),
      /^no-such-number decisionMakers\[0\].options\[3\]: There is no option 3. There are 3, numbered from 0/,
    ],
    [
      'a condition out of range',
      change({ infeasibles: [[[-1, 'Y']]] }),
      /^no-such-number infeasibles\[0\]\[0\]\[0\]: There is no option -1/,
    ],
    ['a condition that is a number', change({ infeasibles: [7] }), /^wrong-type infeasibles\[0\]: A list of/],
    [
      'a condition of neither Y nor N',
      change({ infeasibles: [[[0, 'X']]] }),
      /^wrong-value infeasibles\[0\]\[0\]\[1\]: .*Y, N/,
    ],
    ['an empty condition', change({ infeasibles: [[]] }), /^wrong-type infeasibles\[0\]: .*an empty list/],
    [
      'an empty compound',
      change({ infeasibles: [{ compound: true, members: [] }] }),
      /^wrong-type infeasibles\[0\].members: /,
    ],
    [
      '31 options',
      change({
        options: Array.from({ length: 31 }, (_, k) => option(`O${k}`)),
        decisionMakers: [maker('A', [...Array(31).keys()])],
      }),
      /^options-beyond options: There are 31 options/,
    ],
    [
      'a ranking that is missing',
      change({ useManualPreferenceRanking: true }),
      /^missing-key decisionMakers\[0\]: “preferenceRanking”/,
    ],
    [
      'a flag that is a word',
      change({ useManualPreferenceRanking: 'no' }),
      /^wrong-type useManualPreferenceRanking: true or false/,
    ],
    [
      'payoffs for other states',
      change({ decisionMakers: [maker('A', [0, 1, 2], { preferences: [], payoffs: [1, 2] })] }),
      /^not-one-a-state decisionMakers\[0\].payoffs: Here are 2 numbers, and 6 states/,
    ],
  ])('%s is told with its place', (_, file, said) => {
    expect(problemsOf(file)[0]).toMatch(said);
  });

  const ranked = (ranking: unknown[]): object =>
    change({
      useManualPreferenceRanking: true,
      decisionMakers: [maker('A', [0, 1, 2], { preferenceRanking: ranking })],
    });
  test.each<[string, unknown[], RegExp]>([
    ['twice', [1, 2, [3, 1], 4, 5, 6], /^state-ranked-twice decisionMakers\[0\].preferenceRanking\[2\]\[1\]: State 1/],
    [
      'not at all',
      [1, 2, 3],
      /^states-unranked decisionMakers\[0\].preferenceRanking: 3 states are not ranked: 4, 5, 6/,
    ],
    [
      'that is not there',
      [1, 2, 3, 4, 5, 6, 7],
      /^no-such-number decisionMakers\[0\].preferenceRanking\[6\]: There is no feasible state 7. There are 6, numbered from 1/,
    ],
    ['by name', [1, 2, 3, 4, 5, 6, 'x'], /^wrong-type .*preferenceRanking\[6\]: The number of a state/],
  ])('a ranking that names a state %s is told with its place', (_, ranking, said) => {
    expect(problemsOf(ranked(ranking))).toEqual([expect.stringMatching(said)]);
  });

  test('whatever is changed in a file, it is read or refused in words', () => {
    const { given, graph } = published('elmira');
    const whole = JSON.parse(JSON.stringify(writeGmcr(given, graph).file)) as unknown;
    const paths: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      paths.push(path);
      if (typeof value === 'object' && value !== null)
        for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], [...path, key]);
    };
    walk(whole, []);
    const other = fc.constantFrom<unknown>(
      null,
      true,
      -1,
      0,
      1e9,
      0.5,
      'x',
      'Y',
      [],
      [0],
      {},
      [[]],
      [[0, 'Y']],
      undefined,
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths.filter((p) => p.length > 0)), other, (path, value) => {
        const changed = structuredClone(whole);
        let at = changed as Record<string | number, unknown>;
        for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
        at[path.at(-1)!] = value;
        const { file, problems } = read(changed as object);
        expect((file === undefined) === problems.length > 0).toBe(true);
        if (file !== undefined) expect(readCase(stringify(file)).problems.map((p) => p.message)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('alternatives', () => {
  const OPTIONS = 4;
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      fc.nat(OPTIONS - 1).map((k): Condition => ({ kind: 'option', option: k })),
      fc.boolean().map((value): Condition => ({ kind: 'constant', value })),
      fc
        .array(fc.tuple(fc.nat(OPTIONS - 1), fc.boolean()), { maxLength: 3 })
        .map((literals): Condition => ({ kind: 'literals', literals })),
      tie('condition').map((of): Condition => ({ kind: 'not', of })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('condition'), { maxLength: 3 }))
        .map(([kind, of]): Condition => ({ kind, of })),
      fc.tuple(tie('condition'), tie('condition')).map(([when, that]): Condition => ({ kind: 'if', when, that })),
      fc.tuple(tie('condition'), tie('condition')).map(([left, right]): Condition => ({ kind: 'iff', left, right })),
      fc
        .tuple(
          fc.constantFrom('at-least' as const, 'at-most' as const, 'exactly' as const),
          fc.nat(4),
          fc.array(tie('condition'), { maxLength: 4 }),
        )
        .map(([kind, count, of]): Condition => ({ kind, count, of })),
    ),
  }));

  test('hold exactly where the condition does, and none contains another', () => {
    fc.assert(
      fc.property(condition, (c) => {
        const found = alternatives(c, 1e6)!;
        const holds = compile(c);
        for (let state = 0; state < 2 ** OPTIONS; state++)
          expect(found.some(({ mask, value }) => (state & mask) === value)).toBe(holds(state));
        for (const a of found)
          for (const b of found)
            if (a !== b) expect((a.mask & b.mask) === a.mask && (b.value & a.mask) === a.value).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test('are given up when there would be too many', () => {
    const or = (k: number): Condition => ({
      kind: 'or',
      of: [
        { kind: 'option', option: k },
        { kind: 'option', option: k + 1 },
      ],
    });
    const c: Condition = { kind: 'and', of: [0, 2, 4, 6, 8, 10].map(or) };
    expect(alternatives(c, 64)).toHaveLength(64);
    expect(alternatives(c, 63)).toBeUndefined();
  });
});
