import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { sentences } from './sentences.ts';

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('a sentence goes on after', () => {
  test.each([
    'The U.S. President told the U.N. Security Council so.',
    'Mr. Putin, Dr. Ivanova, Gen. Kellogg and St. Petersburg are names.',
    'Some issues, e.g. Crimea, i.e. the peninsula, remain.',
    'George W. Bush and J. K. Rowling met.',
    'It grew by 3.5 percent to $750.2 billion.',
    'They would wait at 10 a.m. on Friday.',
    'They would wait at 10 a.m. Friday, or at 6 p.m. Istanbul time.',
    'Resolution No. 2202 of Feb. 17 says so in Art. 5.',
    '“Will he come?” the envoy asked.',
    '“Will he come?” Peskov asked.',
    'Siemens Inc. Chairman Meyer spoke.',
    'He waited... and left.',
    'See parley.example.org for version 2.0.1 of it.',
  ])('%s', (text) => {
    expect(split(text)).toEqual([text]);
  });
});

describe('a sentence ends at', () => {
  test.each([
    ['He went. She stayed.', 2],
    ['Is it so? Yes! Good.', 3],
    ['He lives in the U.S. The talks are abroad.', 2],
    ['They meet at 10 a.m. The minister waits.', 2],
    ['They meet at 10 a.m. Medinsky waits.', 2],
    ['He said “never.” She wept. (Nobody saw it.) The end.', 4],
    ['The answer was no. Moscow waits.', 2],
    ['It began in 2022. It goes on.', 2],
    ['“We will come.” “When?” “Tomorrow.”', 3],
    ['He left…\u00a0Nobody spoke.', 2],
    ['First claim.[1] Second claim.[2][3] Third.', 3],
    ['Food, grain, etc. Russia agreed.', 2],
    ['谈判开始了。双方同意。', 2],
    ['هل يأتي؟ لا أحد يعلم. انتهى.', 3],
    ['**Bold claim.** Plain claim.', 2],
  ])('%s', (text, count) => {
    expect(split(text)).toHaveLength(count);
    expect(split(text).join(' ').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

test('headings and list items are sentences of their own, without markers', () => {
  expect(
    split(
      '# The talks: what next?\nOne. Two.\n1. **Proxy talks**\n- **Territory**: Kyiv insists. Moscow too.\nA. Smith spoke',
    ),
  ).toEqual([
    'The talks: what next?',
    'One.',
    'Two.',
    '**Proxy talks**',
    '**Territory**: Kyiv insists.',
    'Moscow too.',
    'A. Smith spoke',
  ]);
});

test('what is set aside belongs to no sentence, and ends the one before', () => {
  const text = 'They met on Friday .Reuters+1AP News+2 Nothing was agreed.\nNo comments';
  const aside = [
    { start: text.indexOf('Reuters'), end: text.indexOf(' Nothing') },
    { start: text.indexOf('No comments'), end: text.length },
  ];
  expect(sentences(text, aside).map(({ start, end }) => text.slice(start, end))).toEqual([
    'They met on Friday .',
    'Nothing was agreed.',
  ]);
});

test('a text of stops alone does not take forever', () => {
  const began = performance.now();
  sentences('.'.repeat(300_000) + 'a');
  sentences('Yes. '.repeat(60_000));
  sentences('a.b'.repeat(100_000) + '"'.repeat(100_000) + 'c');
  expect(performance.now() - began).toBeLessThan(3000);
});

test('property: sentences are in order, apart, trimmed, on one paragraph, and hold every letter but those of markers', () => {
  const part = fc.constantFrom(
    'Kyiv ',
    'said',
    '. ',
    '.” ',
    '? ',
    '“',
    '\n',
    'U.S. ',
    'Mr. ',
    '(',
    ') ',
    'the ',
    '10 a.m. ',
    '…',
    '😀',
    '\u00a0',
    '# ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      let last = 0;
      for (const { start, end } of sentences(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        const words = text.slice(start, end);
        expect(words).toBe(words.trim());
        expect(text.slice(last, start)).not.toMatch(/[\p{L}\p{N}]/u);
        last = end;
      }
      expect(text.slice(last)).not.toMatch(/[\p{L}\p{N}]/u);
    }),
    { numRuns: 400 },
  );
});
