import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ICD_203, likelihoodWord } from './icd203.ts';

test('the middle of every range of ICD 203 has its word', () => {
  for (const { word, low, high } of ICD_203) expect(likelihoodWord((low + high) / 2)).toBe(word);
});

test('the ranges join and mirror one another', () => {
  ICD_203.forEach(({ low, high }, k) => {
    if (k > 0) expect(low).toBe(ICD_203[k - 1]!.high);
    const mirror = ICD_203.at(-1 - k)!;
    expect(low + mirror.high).toBeCloseTo(1, 12);
    expect(high + mirror.low).toBeCloseTo(1, 12);
  });
});

test('an end point belongs to the range farther from one half', () => {
  expect([0.05, 0.2, 0.45, 0.55, 0.8, 0.95].map(likelihoodWord)).toEqual([
    'almost no chance',
    'very unlikely',
    'unlikely',
    'likely',
    'very likely',
    'almost certain',
  ]);
});

test('0 and 1 have the outermost words, and a larger chance never a smaller word', () => {
  expect([likelihoodWord(0), likelihoodWord(1)]).toEqual(['almost no chance', 'almost certain']);
  const place = (chance: number): number => ICD_203.findIndex(({ word }) => word === likelihoodWord(chance));
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
      expect(Math.sign(place(b) - place(a)) * Math.sign(b - a)).toBeGreaterThanOrEqual(0);
    }),
  );
});
