/** GENIUS domains: a domain of our own, what is refused, and published scenarios where they are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bargain } from '../bargaining/index.ts';
import { importGenius } from './genius.ts';
import type { NamedText } from './negotiation.ts';
import { parseXml } from './xml.ts';

const DOMAIN = `<negotiation_template><utility_space number_of_issues="3">
  <objective index="0" name="fishing" type="objective">
    <issue index="1" name="quota" type="discrete" vtype="discrete"><item index="1" value="low"/><item index="2" value="high"/></issue>
    <issue index="2" name="boats" type="integer" lowerbound="2" upperbound="4"><range lowerbound="2" upperbound="4"/></issue>
    <issue index="3" name="fee" type="real"><range lowerbound="0" upperbound="1"/></issue>
  </objective>
</utility_space></negotiation_template>`;

const profile = (
  quota: string,
  more = '',
  weights = [0.5, 0.25, 0.25],
) => `<utility_space>${more}<objective index="0" name="fishing">
  <issue index="1" name="quota">${quota}
    <similarity_function><item index="1" value="low" evaluation="999"/></similarity_function></issue>
  <issue index="2" name="boats" lowerbound="2" upperbound="4"><evaluator ftype="linear" slope="0.5" offset="0"/></issue>
  <issue index="3" name="fee"><range lowerbound="0" upperbound="1"/><evaluator ftype="linear" parameter0="1" parameter1="-1"/></issue>
  ${weights.map((w, i) => `<weight index="${i + 1}" value="${w}"/>`).join('')}
</objective></utility_space>`;
const QUOTA = '<item index="1" value="low" evaluation="3"/><item index="2" value="high" evaluation="12"/>';

const read = (domain: string, ...profiles: string[]) =>
  importGenius(
    { name: 'fishing.xml', text: domain },
    profiles.map((text, p) => ({ name: `north/p${p}.xml`, text })),
    { realSteps: 4 },
  );
const told = (domain: string, ...profiles: string[]): string[] =>
  read(domain, ...profiles).findings.map((finding) =>
    [
      finding.severity,
      finding.code,
      ...Object.entries(finding).flatMap(([key, value]) =>
        ['severity', 'code'].includes(key) ? [] : [value as string],
      ),
    ].join(' '),
  );

test('evaluations are divided by the largest of the issue, and only direct children of an issue count', () => {
  const { problem, findings } = read(
    DOMAIN,
    profile(QUOTA, '<reservation value="0.3"/><discount_factor value="0.0"/>'),
    profile(QUOTA, '<discount_factor value="0.8"/>'),
  );
  expect(problem!.parties).toEqual(['p0', 'p1']);
  expect(problem!.issues.map(({ name, kind, values }) => [name, kind, values])).toEqual([
    ['quota', 'categorical', ['low', 'high']],
    ['boats', 'integer', ['2', '3', '4']],
    ['fee', 'real', ['0', '0.25', '0.5', '0.75', '1']],
  ]);
  expect(problem!.utilities[0]).toEqual({
    weights: [0.5, 0.25, 0.25],
    scores: [
      [0.25, 1],
      [0, 0.5, 1],
      [1, 0.75, 0.5, 0.25, 0],
    ],
    reserved: 0.3,
  });
  expect(problem!.utilities[1]).toMatchObject({ reserved: 0, discount: 0.8 });
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['real-on-a-grid', 'warning']]);
});

describe('what is wrong is told, and nothing is made of it:', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, k) => `<!ENTITY lol${k + 1} "${`&lol${k || ''};`.repeat(10)}">`).join('')}]><utility_space>&lol9;</utility_space>`;
  test.each<[string, string[], string[]]>([
    ['entities that multiply', [bomb, profile(QUOTA)], ['error xml-doctype fishing.xml 1 document type declaration']],
    [
      'entities from elsewhere',
      [
        '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]><utility_space>&secret;</utility_space>',
        profile(QUOTA),
      ],
      ['error xml-doctype fishing.xml 1 document type declaration'],
    ],
    [
      'an entity that nobody declared',
      ['<utility_space>&lol;</utility_space>'],
      ['error no-profiles fishing.xml', 'error xml-syntax fishing.xml 1 undefined entity'],
    ],
    [
      'a file that is cut off',
      [DOMAIN.slice(0, 300), profile(QUOTA)],
      ['error xml-syntax fishing.xml 4 unclosed tag: objective'],
    ],
    ['another file', ['<html></html>', profile(QUOTA)], ['error not-this-format fishing.xml 1 <html>']],
    ['depth', ['<a>'.repeat(60), profile(QUOTA)], ['error xml-too-large fishing.xml 1 more than 50 levels']],
    [
      'a nonlinear space',
      [DOMAIN, '<utility_space><objective/><ufun><hyperRectangle/></ufun></utility_space>'],
      ['warning real-on-a-grid fishing.xml fee 5', 'error unsupported north/p0.xml 1 nonlinear utility space'],
    ],
    ['no profiles', [DOMAIN], ['error no-profiles fishing.xml', 'warning real-on-a-grid fishing.xml fee 5']],
    [
      'a value without an evaluation',
      [DOMAIN, profile('<item index="1" value="low" evaluation="3"/>')],
      ['warning real-on-a-grid fishing.xml fee 5', 'error value-without-score p0 quota high'],
    ],
    [
      'a text for a number',
      [DOMAIN, profile(QUOTA.replace('12', 'many'))],
      ['warning real-on-a-grid fishing.xml fee 5', 'error not-a-number north/p0.xml 2 quota high evaluation'],
    ],
    [
      'a negative weight',
      [DOMAIN, profile(QUOTA, '', [-0.5, 1, 0.5])],
      ['warning real-on-a-grid fishing.xml fee 5', 'error weight-negative p0 quota -0.5'],
    ],
    [
      'bounds that make too many values',
      [DOMAIN.replaceAll('upperbound="4"', 'upperbound="4000000"'), profile(QUOTA)],
      ['error too-many-values fishing.xml 4 boats 3999999', 'warning real-on-a-grid fishing.xml fee 5'],
    ],
    [
      'an issue without values',
      [DOMAIN.replace(/<item.*\/>/u, ''), profile(QUOTA)],
      ['warning real-on-a-grid fishing.xml fee 5', 'error issue-without-values quota'],
    ],
  ])('%s', (_, [domain, ...profiles], expected) => {
    const found = told(domain!, ...profiles);
    expect(found).toEqual(expected);
    expect(read(domain!, ...profiles).problem).toBeUndefined();
  });

  test('weights that add up to 0.989 only warn', () => {
    const { problem, findings } = read(DOMAIN, profile(QUOTA, '', [0.5, 0.25, 0.239]));
    expect(problem).toBeDefined();
    expect(findings.map(({ code }) => code)).toEqual(['real-on-a-grid', 'weights-sum']);
  });
});

test('predefined entities and a byte order mark are read', () => {
  expect(parseXml('\uFEFF<a b="x &amp; &#x41; &lt;"><c/></a>')).toMatchObject({
    root: { name: 'a', children: [{ name: 'c' }] },
  });
});

const SCENARIOS = join(import.meta.dirname, '../../../../../shared/reference/bargaining/genius');

/** Frontier, Nash, spread variant of Kalai–Smorodinsky, welfare and opposition as NegMAS's functions give them. */
type Row = [
  folder: string,
  outcomes: number,
  pareto: number,
  nash: string,
  product: number,
  spread: string,
  welfare: number,
  opposition: number,
];

// prettier-ignore
const TABLE: Row[] = [
  ['ItexvsCypress', 180, 18, '0.6705 0.7215', 0.43084, '0.6705 0.7215', 1.3920, 0.4315],
  ['EnglandZimbabwe', 576, 25, '0.9109 0.7332', 0.50789, '0.8223 0.7866', 1.6441, 0.2721],
  ['Camera', 3600, 16, '0.8154 0.8808', 0.62274, '0.8342 0.8098', 1.6962, 0.2197],
  ['Grocery', 1600, 7, '0.8400 0.8950', 0.58830, '0.8400 0.8950', 1.7350, 0.1914],
  ['Laptop', 27, 4, '1.0001 0.8151', 0.30041, '0.8740 0.8740', 1.8152, 0.1597],
  ['NiceOrDie', 3, 3, '0.2990 0.2990', 0.01932, '0.2990 0.2990', 1.1600, 0.8400],
  ['SmartPhone', 12000, 11, '0.8925 0.8038', 0.05962, '0.8382 0.8263', 1.6963, 0.2237],
  ['group2-politics', 23040, 124, '0.6695 0.7553 0.7862', 0.32255, '0.6940 0.7026 0.7351', 2.2110, 0.4635],
  ['group3-bank_robbery', 18, 4, '1.0000 0.8167 0.8867', 0.10641, '0.5624 0.8912 0.7177', 2.7033, 0.2081],
  ['AgentLightSmartGrid', 625, 119, '0.8115 0.6800 0.9506', 0.09833, '0.7542 0.7495 0.6268', 2.4484, 0.3747],
];

describe.skipIf(!existsSync(SCENARIOS))('published scenarios (skipped without ../shared beside the repository)', () => {
  test.each(TABLE)('%s', (folder, outcomes, pareto, nash, product, spread, welfare, opposition) => {
    const files = readdirSync(join(SCENARIOS, folder))
      .toSorted()
      .map((name): NamedText => ({ name, text: readFileSync(join(SCENARIOS, folder, name), 'utf8') }));
    const isDomain = ({ text }: NamedText): boolean => text.includes('<negotiation_template');
    const { problem, findings } = importGenius(
      files.find(isDomain)!,
      files.filter((file) => !isDomain(file)).slice(0, 3),
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const found = bargain(problem!)!;
    const shown = ({ utilities }: { utilities: readonly number[] }): string =>
      utilities.map((u) => u.toFixed(4)).join(' ');
    expect(problem!.issues.reduce((n, { values }) => n * values.length, 1)).toBe(outcomes);
    expect(found.frontier.length).toBe(pareto);
    expect([shown(found.solutions!.nash), ...found.solutions!.nash.ties.map(shown)]).toContain(nash);
    expect(found.solutions!.nash.value).toBeCloseTo(product, 5);
    const { kalaiSmorodinskySpread: ks } = found.solutions!;
    expect([shown(ks), ...ks.ties.map(shown)]).toContain(spread);
    expect(found.solutions!.utilitarian.value).toBeCloseTo(welfare, 4);
    expect(found.opposition).toBeCloseTo(opposition, 4);
  });
});
