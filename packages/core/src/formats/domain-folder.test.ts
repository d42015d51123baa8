import { describe, expect, test } from 'vitest';
import { readDomain, type NamedText } from './domain-files.ts';

const NEGOLOG = (reserved: number): string =>
  JSON.stringify({ reservationValue: reserved, issueWeights: { price: 1 }, issues: { price: { low: 0, high: 1 } } });
const XML =
  '<negotiation_template><utility_space><objective index="0"><issue index="1" name="price"><item value="low"/></issue></objective></utility_space></negotiation_template>';
const PROFILE =
  '<utility_space><objective index="0"><issue index="1" name="price"><item value="low" evaluation="1"/></issue><weight index="1" value="1"/></objective></utility_space>';

const read = (files: Record<string, string>) =>
  readDomain(Object.entries(files).map(([name, text]): NamedText => ({ name, text })));
const codes = (files: Record<string, string>) => {
  const { format, findings } = read(files);
  return [format, ...findings.map(({ code, ...more }) => `${code} ${'file' in more ? more.file : ''}`.trim())];
};

describe('the files of a folder', () => {
  test('show by themselves what they are; others are passed over', () => {
    expect(codes({ 'README.md': 'x', 'b.xml': PROFILE, 'a.xml': XML, 'c.xml': PROFILE })).toEqual(['genius']);
    expect(codes({ 'p.json': NEGOLOG(0.5), 'q.json': NEGOLOG(0), 'domain.json': '{"issuesValues": {}}' })).toEqual([
      'negolog',
    ]);
    expect(
      codes({
        'config.txt': 'P1,p1,x\nP2,p2,y\n',
        'scores_files/p1.txt': '0,5\n5\n',
        'scores_files/p2.txt': '5,0\n2\n',
        'rules.txt': 'Be nice.',
      }),
    ).toEqual(['llm-deliberation']);
    expect(
      codes({
        'd.yml': 'issues:\n- {name: price, values: [low, high]}\n',
        'u.yml': 'type: LinearAdditiveUtilityFunction\nvalues: [{type: TableFun, mapping: {low: 0, high: 1}}]\n',
        '_stats.yaml': 'x: 1',
      }),
    ).toEqual(['negmas']);
  });
  test('that are broken are told', () => {
    expect(codes({})).toEqual([undefined, 'not-this-format']);
    expect(codes({ 'p.json': NEGOLOG(0.5), 'q.json': '{' })).toEqual(['negolog', 'json-syntax q.json']);
    expect(codes({ 'a.xml': XML, 'b.xml': XML, 'c.xml': PROFILE })).toEqual(['genius', 'not-this-format b.xml']);
    expect(codes({ 'c.xml': PROFILE })).toEqual(['genius', 'not-this-format c.xml']);
    expect(codes({ 'a.xml': XML, 'c.xml': '<html/>' })).toEqual(['genius', 'not-this-format c.xml']);
  });
  test('of many profiles only the first count, if asked', () => {
    const files = Object.entries({ 'a.xml': XML, 'b.xml': PROFILE, 'c.xml': PROFILE }).map(([name, text]) => ({
      name,
      text,
    }));
    expect(readDomain(files, { profiles: 1 })).toMatchObject({
      problem: { parties: ['b'] },
      files: ['a.xml', 'b.xml'],
    });
  });
});
