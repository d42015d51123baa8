import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { fold, originalSpan } from './fold.ts';
import { troublesome } from './random-text.twin.ts';

const folded = (text: string) => fold(text).text;

describe('what typography may vary is made the same', () => {
  test.each([
    ['‘Never’, he said', "'Never', he said"],
    ['“pure spectacle,”', '"pure spectacle,"'],
    ["''pure spectacle''", '"pure spectacle"'],
    ['„so“ «так» ‹oui› 「はい」 גרש״ים', `"so" "так" 'oui' "はい" גרש"ים`],
    ['5′ 10″', `5' 10"`],
    ['Trump–Putin — no‑one ― −5 -- end', 'Trump-Putin - no-one - -5 - end'],
    ['a\u00a0b\u2003\t\r\n\u2028c', 'a b c'],
    ['wait…', 'wait...'],
    ['co\u00adoperate\u200b, \ufeffnow', 'cooperate, now'],
    ['Erdog\u0306an, Cafe\u0301', 'Erdoğan, Café'],
    ['\u1112\u1161\u11ab', '한'],
    ['\u212b \u037e \u1fef', "Å ; '"],
    ['Case Is Kept', 'Case Is Kept'],
  ])('%j', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test('a joiner between a letter and its mark does not keep them apart', () => {
    expect(folded('e\u200d\u0301')).toBe('é');
  });

  test('spaces with something invisible between them are one space, and all of it lies in its span', () => {
    const f = fold('a \u200b b');
    expect(f.text).toBe('a b');
    expect(originalSpan(f, 1, 2)).toEqual({ start: 1, end: 4 });
  });
});

describe('properties', () => {
  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(troublesome, (text) => folded(folded(text)) === folded(text)),
      { numRuns: 500 },
    );
  });

  test('canonically equal texts fold alike', () => {
    fc.assert(
      fc.property(
        troublesome,
        (text) => folded(text.normalize('NFD')) === folded(text) && folded(text).normalize('NFC') === folded(text),
      ),
      { numRuns: 500 },
    );
  });

  test('every folded character maps to a slice of the original that folds to something with it, in order', () => {
    fc.assert(
      fc.property(troublesome, (text) => {
        const f = fold(text);
        let last = 0;
        for (let i = 0; i < f.text.length; i++) {
          const { start, end } = originalSpan(f, i, i + 1);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeGreaterThanOrEqual(last);
          last = end;
          // A lone half of a pair folds to itself; a whole one is asked for whole.
          expect(folded(text.slice(start, end))).toContain(f.text[i]!);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a text without anything to fold is one run', () => {
    const f = fold('Kyiv said yes, Moscow said no. '.repeat(1000));
    expect(f.at.length).toBe(1);
  });
});

test('a heap of marks on one letter is left alone, and does not take forever', () => {
  const heap = 'a' + '\u0301\u0316'.repeat(200_000);
  expect(folded(heap)).toBe(heap);
  const mended = 'a' + '\u09c7\u09be'.repeat(40);
  expect(folded(folded(mended))).toBe(folded(mended));
});
