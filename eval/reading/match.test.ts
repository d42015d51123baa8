import { expect, test } from 'vitest';
import { match, overlap, trimmed } from './match.ts';

const text = 'She said: “We will come.” Nobody else did.';
const words = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });

test('quotation marks and a full stop around the same words make no difference', () => {
  expect(trimmed(text, words('“We will come.”'))).toEqual(words('We will come'));
  expect(match(text, [words('We will come.')], [words('“We will come.”')])).toMatchObject([{ isStrict: true }]);
});

test('half of the words in common are a lenient match, less are none', () => {
  expect(match(text, [words('We will come')], [words('We will')])).toMatchObject([{ isStrict: false }]);
  expect(match(text, [words('We will come')], [words('come')])).toEqual([]);
  expect(overlap(words('She'), words('Nobody'))).toBe(0);
});

test('two rows cannot both stand for one of the gold: the closer one does', () => {
  const [near, exact] = [words('We will'), words('We will come')];
  expect(match(text, [exact], [near, exact])).toEqual([{ gold: exact, found: exact, isStrict: true }]);
});
