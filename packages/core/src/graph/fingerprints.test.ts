/** Synthetic conflicts whose results two independent programs agree on: fingerprints of all verdicts. */
import { describe, expect, test } from 'vitest';
import { deal, fingerprint, mix, ranksOf, type Preferences } from '../../../../bench/synthetic-conflict.ts';
import { bitOf, CONCEPT_IDS } from './concepts.ts';
import { equilibria, stability } from './equilibria.ts';
import { stateSpace } from './state-space.ts';

test('the generator makes the numbers that all programs were given', () => {
  expect([mix(1, 0, 0), mix(1, 1, 5), mix(7, 3, 4095), mix(12345, 2, 100)]).toEqual([
    1782640940, 2126850928, 1774823834, 3540614554,
  ]);
  expect(fingerprint([], 1)).toBe('811c9dc5');
});

const table: [number, number, Preferences, number, string][] = [
  [2, 8, 'strict', 1, 'b73c1fe7 (2) ab074586 (180) 03dddc1b (5) b741a405 (39) a6ab1323 (2)'],
  [3, 8, 'strict', 1, 'ecdf13ff (1) b35c7ecd (211) b0650c78 (43) 58a43b47 (156) 650afe74 (30)'],
  [3, 8, 'prio', 1, 'ee5a11e5 (6) 59217405 (64) 04594c4d (54) 4aca0d85 (6) af7ec4b5 (6)'],
  [2, 12, 'strict', 1, '590c91af (0) c865834f (3576) b0fa3b69 (26) 262ad2f0 (831) 5381acd4 (10)'],
  [4, 12, 'strict', 1, 'b65f85ef (1) 7c7c4711 (4012) aa3877de (361) 490a8a18 (3864) 539ac168 (351)'],
  [2, 14, 'strict', 1, 'd767be15 (1) d2bc9bce (15167) eb085dac (47) 285172a9 (2839) 64ec238e (15)'],
  [4, 18, 'strict', 1, '0d698801 (2) 5f5def64 (261746) 5791c2ca (5327) 0e8b38f9 (260387) a56c0ffe (5315)'],
];

describe.each(table)(
  '%i decision makers, %i options, %s, seed %i',
  (decisionMakers, options, preferences, seed, expected) => {
    test('has the known verdicts for all decision makers and states', () => {
      const counts = deal(decisionMakers, options);
      const space = stateSpace({
        decisionMakers: counts.map(String),
        options: counts.flatMap((count, owner) => Array.from({ length: count }, (_, k) => ({ name: `${k}`, owner }))),
      });
      const ranks = counts.map((_, dm) => ranksOf({ decisionMakers, options, preferences, seed }, dm));
      const result = stability(space, ranks);
      const found = CONCEPT_IDS.map(
        (id) => `${fingerprint(result.stable, bitOf(id))} (${equilibria(result, id).length})`,
      );
      expect(found.join(' ')).toBe(expected);
    });
  },
);
