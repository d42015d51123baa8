import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchIndex, type SearchIndex, type Searchable } from './search.ts';

const TEXTS = [
  'President Doğan’s envoy will not travel before the fishing ban is lifted',
  'Doğan invited the Vessin delegation to the lake house',
  'The Vessin delegation has not answered the invitation',
  'a ceasefire of thirty days from 12 May 2031',
  'a ceasefire of ten days from 12 May 2032',
];

const document = (text: string, k: number, kind = 'quotation', source = 'wire'): Searchable => ({
  id: `d${k}`,
  source,
  kind,
  text,
  start: k * 100,
  end: k * 100 + text.length,
});

function indexed(): SearchIndex {
  const index = searchIndex();
  for (const [k, text] of TEXTS.entries())
    index.add(document(text, k, k < 3 ? 'quotation' : 'position', k % 2 === 0 ? 'wire' : 'paper'));
  return index;
}
const ids = (hits: readonly { readonly id: string }[]): string[] => hits.map(({ id }) => id);

describe('searching', () => {
  test('a hit is the document with its place, a score and the words that were found', () => {
    const [hit] = indexed().search('invited');
    expect(hit).toEqual({ ...document(TEXTS[1]!, 1, 'quotation', 'paper'), score: hit!.score, terms: ['invited'] });
    expect(hit!.score).toBeGreaterThan(0);
  });

  test('marks, case and possessives do not matter, on either side', () => {
    for (const query of ['dogan', 'DOĞAN', 'Dog\u0306an’s', "Doğan's"])
      expect(ids(indexed().search(query)).toSorted(), query).toEqual(['d0', 'd1']);
  });

  test('a beginning finds the word, and one letter in five may be wrong', () => {
    expect(ids(indexed().search('delega')).toSorted()).toEqual(['d1', 'd2']);
    expect(ids(indexed().search('vesin')).toSorted()).toEqual(['d1', 'd2']);
    expect(ids(indexed().search('ceasfire')).toSorted()).toEqual(['d3', 'd4']);
    expect(indexed().search('bane')).toEqual([]);
  });

  test('numbers are taken exactly', () => {
    expect(ids(indexed().search('2031'))).toEqual(['d3']);
    expect(indexed().search('2033')).toEqual([]);
  });

  test('what has more of the words comes first', () => {
    expect(ids(indexed().search('vessin delegation answered'))[0]).toBe('d2');
  });

  test('by kind, by source, and no more than asked for', () => {
    const index = indexed();
    expect(ids(index.search('the a', { kinds: ['position'] })).toSorted()).toEqual(['d3', 'd4']);
    expect(ids(index.search('delegation', { sources: ['paper'] }))).toEqual(['d1']);
    expect(index.search('ceasefire', { limit: 1 })).toHaveLength(1);
  });

  test('what is added later is found too; an id is added once', () => {
    const index = indexed();
    expect(index.search('customs')).toEqual([]);
    index.add(document('The customs house is closed', 9));
    expect(ids(index.search('customs'))).toEqual(['d9']);
    expect(() => index.add(document('again', 9))).toThrow('d9');
  });

  test('scripts without spaces are found by what stands in them', () => {
    const index = searchIndex();
    index.add(document('双方代表团没有达成协议', 1));
    index.add(document('השיחות יתחדשו מחר', 2));
    expect(ids(index.search('协议'))).toEqual(['d1']);
    expect(ids(index.search('הַשִּׂיחוֹת'))).toEqual(['d2']);
  });

  test('an empty or strange query finds nothing, and takes no time', () => {
    const index = indexed();
    for (const query of ['', '  ', '“—”', '\u0301', '*']) expect(index.search(query)).toEqual([]);
    const began = performance.now();
    index.search('delegation '.repeat(100_000));
    index.search('x'.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('every word of every document finds it', () => {
    const word = fc.constantFrom(
      'talks',
      'Ståle',
      'ceasefire',
      '2031',
      'l’accord',
      'Łódź',
      'constructor',
      '__proto__',
      'ﬁsh',
    );
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (texts) => {
        const index = searchIndex();
        for (const [k, words] of texts.entries()) index.add(document(words.join(' '), k));
        for (const [k, words] of texts.entries())
          for (const one of words) expect(ids(index.search(one))).toContain(`d${k}`);
      }),
    );
  });
});
