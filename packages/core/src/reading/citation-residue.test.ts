import { describe, expect, test } from 'vitest';
import { citationResidue } from './citation-residue.ts';

const found = (text: string) => citationResidue(text).map(({ start, end }) => text.slice(start, end));

describe('residue of citations', () => {
  test.each([
    ['They agreed to negotiate .The Times+3AP News+3Financial Times+3', ['The Times+3AP News+3Financial Times+3']],
    [
      '“… is a ceasefire” .euronews+2The Times+2Financial Times+2SBS Australia',
      ['euronews+2The Times+2Financial Times+2SBS Australia'],
    ],
    ['They met.Reuters+1 Nothing was agreed.', ['Reuters+1']],
    ['They met. Reuters+1', ['Reuters+1']],
    ['They met.\u200bReuters+1 Nothing was agreed.', ['Reuters+1']],
    ['They met “briefly.” AP News+3Financial Times+3 Then they left.', ['AP News+3Financial Times+3']],
    ['AP News+3Financial Times+3', ['AP News+3Financial Times+3']],
    ['They met .The Kyiv Independent+2Українська правда+2', ['The Kyiv Independent+2Українська правда+2']],
    ['They met .apnews.com+1bbc.co.uk+4', ['apnews.com+1bbc.co.uk+4']],
    ['They met.Some Unknown Gazette+2Another One+5', ['Some Unknown Gazette+2Another One+5']],
    ['They met in the U.S.Reuters+1', ['Reuters+1']],
    ['They met in the U.S. News+2Le Monde.fr+12', ['News+2Le Monde.fr+12']],
    ['They met AP News+3 Financial Times+3 Reuters+1', ['AP News+3 Financial Times+3 Reuters+1']],
    ['They met.\nReuters\n+1\nAP News\n+3\nThey left.', ['Reuters\n+1\nAP News\n+3']],
    ['They met 【12†source】 and left【3:1†wire.pdf】.', ['【12†source】', '【3:1†wire.pdf】']],
    ['They met. :contentReference[oaicite:2]{index=2}', [':contentReference[oaicite:2]{index=2}']],
    ['They met citeturn0search1turn2news10 and left.', ['citeturn0search1turn2news10']],
    [
      'They met ([Reuters](https://r.example/x?utm_source=copied)).',
      ['([Reuters](https://r.example/x?utm_source=copied))'],
    ],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('a sentence before it keeps its words when it does not end', () => {
    expect(found('He met President Putin Reuters+1AP News+2')).toEqual(['Reuters+1AP News+2']);
    expect(found('He met President Putin+1AP News+2')).toEqual(['+1AP News+2']);
  });
});

describe('no residue', () => {
  test.each([
    'The P5+1 met Iran. The E3+3 and the C5+1 did, too.',
    'At the summit. ASEAN+3 ministers spoke; OPEC+10 did not.',
    'OPEC+2 P5+1',
    'The oil is priced by OPEC+.',
    'C+3 compounds and Na+1Cl+2 were found.',
    'Call +90 212 555 or +1 202.',
    'The 2+4 Treaty and the 5+2 talks are models.',
    'P5+1',
    'ASEAN+3',
    'The vote was 12+3 in favour.',
    'Reuters reported on Monday. AP News and the Financial Times did, too.',
    'He works for Reuters+1 he said.',
    'let x = Foo+1; y = bar+2',
    'Disney+\n+3',
    '[said on Monday](https://r.example/x?utm_source=copied)',
    'GMT+3 and UTC+2 are the zones.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a line of nothing but counts does not take forever', () => {
  const began = performance.now();
  citationResidue('Aa+1'.repeat(50_000));
  citationResidue('The Times+1 '.repeat(50_000));
  citationResidue('a.'.repeat(200_000) + '+1');
  expect(performance.now() - began).toBeLessThan(5000);
});
