/** Synthetic conflicts whose results two independent programs agree on: fingerprints of all verdicts. */
import { describe, expect, test } from 'vitest';
import { deal, fingerprint, mix, ranksOf, type Preferences } from '../../../../bench/synthetic-conflict.ts';
import { cliqueStability } from './clique-stability.ts';
import type { Sanctioning } from './concept.ts';
import { bitOf, CONCEPT_IDS, CONCEPTS } from './concepts.ts';
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

/** Not in that table: both engines agree; up to 12 options the analysis of single moves too, up to 10 the literal set search. */
const further: typeof table = [
  [3, 6, 'ties16', 3, '757ebb57 (0) a5e187c2 (51) 0b97c991 (30) cc6e6217 (33) b21cd9b1 (9)'],
  [5, 8, 'ties16', 1, 'e3a12dfb (4) 8a9336c5 (256) efead5c7 (103) ab3e99e9 (207) b95c5fc3 (86)'],
  [2, 9, 'prio', 2, '4ab254cd (26) 73f90aa5 (244) 73f90aa5 (244) e0b37815 (80) 403eebb5 (72)'],
  [3, 10, 'strict', 2, 'ab8fbd53 (0) 3a23a6be (952) 13f899a5 (94) 1357a8de (791) 78ed3e9d (79)'],
  [3, 10, 'ties16', 2, 'b2baf04e (2) 905ad9c5 (1024) c4ff97df (81) 2cefbb10 (729) 677afba6 (67)'],
  [3, 10, 'prio', 2, 'a27047f5 (14) 00a34415 (176) 6565abb5 (157) 71283900 (108) c2792570 (101)'],
  [5, 10, 'strict', 1, '516313cf (2) 9ad29659 (973) d5b81044 (315) 4fa7bdff (923) f337d613 (302)'],
  [4, 12, 'ties16', 1, '46ecf278 (5) 79bdddc5 (4096) 53fcd31d (434) 33606a4a (3848) 62532994 (419)'],
  [6, 12, 'prio', 1, '17b08545 (32) 57845465 (3218) 799632a5 (3165) 3d7ef1cf (1505) efe89288 (1383)'],
  [2, 16, 'strict', 1, '1288320b (1) 54915e22 (61920) 69ff1ed1 (36) 6604a16c (11350) 6611911e (19)'],
  [3, 15, 'ties16', 4, '58941ced (11) 14e41dc5 (32768) 0058d790 (290) e74fe7a2 (26128) b3b5be52 (284)'],
  [5, 16, 'strict', 1, 'e14da161 (0) 8cc7128e (65369) 0cc7aec2 (5783) f3e13b89 (65240) 7fcba274 (5776)'],
  [4, 16, 'prio', 3, 'c0cc6d45 (2) fcaa38ed (24618) 9aa3ba6d (24294) 7b9c5f98 (15960) 20ee8b0c (15730)'],
];

const sanctioning = CONCEPTS.flatMap((concept): Sanctioning[] => (concept.sanctions === 'none' ? [] : [concept]));

describe.each([...table, ...further])(
  '%i decision makers, %i options, %s, seed %i',
  (decisionMakers, options, preferences, seed, expected) => {
    test('has the known verdicts for all decision makers and states, by both engines', () => {
      const counts = deal(decisionMakers, options);
      const space = stateSpace({
        decisionMakers: counts.map(String),
        options: counts.flatMap((count, owner) => Array.from({ length: count }, (_, k) => ({ name: `${k}`, owner }))),
      });
      const ranks = counts.map((_, dm) => ranksOf({ decisionMakers, options, preferences, seed }, dm));
      const result = stability(space, ranks);
      const lists = cliqueStability(space, ranks, sanctioning, bitOf('nash'), () => true, {});
      const found = CONCEPT_IDS.map(
        (id) => `${fingerprint(result.stable, bitOf(id))} (${equilibria(result, id).length})`,
      );
      expect(found.join(' ')).toBe(expected);
      expect(lists.every((its, dm) => its.every((bits, s) => bits === result.stable[dm]![s]))).toBe(true);
    });
  },
);
