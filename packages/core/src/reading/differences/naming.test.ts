import { describe, expect, test } from 'vitest';
import { differencesOf, type Cast } from './hand-made.twin.ts';
import { isVariant } from './naming.ts';

const CAST: Cast = {
  'Yuri Malenk': 'malenk person',
  'Yury Malenk': 'malenk person',
  Malenk: 'malenk person',
  Orsk: 'orsk place',
  Varna: 'orsk place',
};

const rules = (...texts: string[]): string[] =>
  differencesOf(
    CAST,
    texts.map((text, k) => ({ id: `a${k}`, written: '2031-05-02', text })),
  ).map(({ rule, status }) => `${rule} ${status}`);

describe('naming', () => {
  test('one name in two spellings', () => {
    expect(rules('Yuri Malenk spoke.', 'Yury Malenk spoke.')).toEqual(['naming-spelling explained']);
    expect(isVariant('erdoğan', 'erdogan')).toBe(true);
    expect(isVariant('smith', 'smiths')).toBe(false);
    expect(isVariant('morn', 'dask')).toBe(false);
  });
  test('two names that share no word', () => {
    expect(rules('They met in Orsk.', 'They met in Varna.')).toContain('naming-other-name explained');
  });
  test('the surname alone, unless most give the whole name', () => {
    expect(rules('Yuri Malenk spoke.', 'Malenk spoke.')).toEqual(['naming-surname explained']);
    expect(rules('Yuri Malenk spoke.', 'Yuri Malenk left.', 'Malenk spoke.')).toEqual([]);
  });
});
