import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { fold } from './fold.ts';
import { renderDifference, wordDifference } from './difference.ts';
import { prose, troublesome } from './random-text.twin.ts';

describe('the difference of two wordings', () => {
  test.each([
    ['only if Putin is there', 'only if Putin comes', 'only if Putin [-is there-]{+comes+}'],
    ['a full ceasefire', 'a full and lasting ceasefire', 'a full {+and lasting +}ceasefire'],
    ['a full and lasting ceasefire', 'a full ceasefire', 'a full [-and lasting -]ceasefire'],
    ['yes', 'no', '[-yes-]{+no+}'],
    ["the Kremlin's “offer” – again", 'the Kremlin’s "offer" - again', 'the Kremlin’s "offer" - again'],
    ['30 days', '30 days', '30 days'],
    ['', 'new words', '{+new words+}'],
  ])('%j → %j', (before, after, line) => {
    expect(renderDifference(wordDifference(before, after))).toBe(line);
  });

  test('of very long wordings stays bounded', () => {
    const [before, after] = [1, 2].map((k) => Array.from({ length: 20_000 }, (_, i) => `w${i * k}`).join(' ')) as [
      string,
      string,
    ];
    const difference = wordDifference(`same ${before} end`, `same ${after} end`);
    expect(difference.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
  });

  test('property: what stayed and what was added is the new wording; what stayed and what went is the old, folded', () => {
    fc.assert(
      fc.property(fc.oneof(prose, troublesome), fc.oneof(prose, troublesome), (before, after) => {
        const parts = wordDifference(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect(without('removed')).toBe(after);
        const bare = (text: string) => fold(text).text.replace(/[\s'"-]/g, '');
        expect(bare(without('added').normalize('NFD'))).toBe(bare(before.normalize('NFD')));
      }),
      { numRuns: 500 },
    );
  });
});
