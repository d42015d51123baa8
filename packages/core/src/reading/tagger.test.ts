import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTagger } from './tagger.ts';

describe('tagging', async () => {
  const tagger = await loadTagger();
  const tag = (text: string) => tagger.tag(text, [{ start: 0, end: text.length }])[0]!.tokens;

  test('a token has its words, its part of speech and its lemma', () => {
    const tokens = tag('The envoys’ talks collapsed on Monday.');
    expect(tokens.map(({ text, pos, lemma }) => `${text}/${pos}/${lemma}`).slice(0, 5)).toEqual([
      'The/DET/the',
      'envoys/NOUN/envoy',
      '’/PUNCT/’',
      'talks/NOUN/talk',
      'collapsed/VERB/collapse',
    ]);
  });

  test('offsets are those of the text, whatever stands in it', () => {
    const words = fc.constantFrom(
      'talks',
      ' ',
      '  ',
      '\n',
      '\t',
      'won’t',
      '“',
      '”',
      '—',
      'U.S.',
      '10 a.m.',
      'é',
      '🕊',
      '\u00a0',
      '…',
      'שלום',
      ',',
      '.',
      "'s",
      '#',
      '1,000',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), fc.nat(10), (parts, before) => {
        const text = parts.join('');
        const start = Math.min(before, text.length);
        for (const token of tagger.tag(text, [{ start, end: text.length }])[0]!.tokens)
          expect(text.slice(token.start, token.end)).toBe(token.text);
      }),
      { numRuns: 500 },
    );
  });
});
