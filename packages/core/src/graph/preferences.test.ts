/** Statements, prioritization, weights, explicit rankings, infeasible conditions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLeastOne, compile, mutuallyExclusive, type Condition } from './condition.ts';
import { prioritize, weighOptions } from './prioritization.ts';
import { rankDecimals, ranksOfPayoffs } from './ranking.ts';
import { decimalOf, stateOf, stateSpace } from './state-space.ts';
import { parsePattern, parseStatement } from './statement.ts';

const space = stateSpace({
  decisionMakers: ['a'],
  options: Array.from({ length: 4 }, (_, k) => ({ name: `o${k}`, owner: 0 })),
});
const where = (condition: Condition): number[] => [...Array(16).keys()].filter(compile(condition));
const statesOf = (text: string): number[] => where(parseStatement(text, 4).condition!);
const all = (test: (a: boolean, b: boolean, c: boolean, d: boolean) => boolean): number[] =>
  [...Array(16).keys()].filter((s) => test((s & 1) > 0, (s & 2) > 0, (s & 4) > 0, (s & 8) > 0));

describe('statements', () => {
  test.each([
    ['1', all((a) => a)],
    ['-2', all((_, b) => !b)],
    ['1 & -2 | 3', all((a, b, c) => (a && !b) || c)],
    ['1 & (-2 | 3)', all((a, b, c) => a && (!b || c))],
    ['not (1 or 2) and 4', all((a, b, _, d) => !(a || b) && d)],
    ['1 IF 2', all((a, b) => !b || a)],
    ['1 | 3 IF 2 & 4', all((a, b, c, d) => !(b && d) || a || c)],
    ['1 iff -4', all((a, _b, _c, d) => a === !d)],
  ])('%s', (text, expected) => {
    expect(statesOf(text)).toEqual(expected);
  });

  test.each([
    ['1 & 5', 'unknown-option', 4],
    ['1 &', 'unfinished', 3],
    ['(1 | 2', 'unfinished', 6],
    ['1 2', 'unexpected', 2],
    ['1 xor 2', 'unexpected', 2],
    ['', 'unfinished', 0],
    ['('.repeat(1e5), 'unexpected', 500],
  ])('what is wrong with %s', (text, code, at) => {
    expect(parseStatement(text, 4).error).toMatchObject({ code, at });
  });

  test('patterns', () => {
    expect(where(parsePattern('Y--N|-YY-', 4).condition!)).toEqual(all((a, b, c, d) => (a && !d) || (b && c)));
    expect(parsePattern('Y--', 4).error).toMatchObject({ code: 'pattern-length', at: 0 });
    expect(parsePattern('Y--N|Y-x-', 4).error).toMatchObject({ code: 'pattern-letter', at: 7 });
  });
});

test('a statement outweighs all that follow, however many there are', () => {
  const literals = fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(literals, { maxLength: 80 }), (list) => {
      const statements = list.map((its): Condition => ({ kind: 'literals', literals: its }));
      const truth = (s: number): string => statements.map((c) => (compile(c)(s) ? '1' : '0')).join('');
      const ranks = prioritize(space, statements);
      for (let s = 0; s < 16; s++) for (let q = 0; q < 16; q++) expect(ranks[q]! < ranks[s]!).toBe(truth(q) > truth(s));
    }),
    { numRuns: 300 },
  );
});

test('weights of options', () => {
  const ranks = weighOptions(space, [3, 2, 1, -10]);
  expect([...ranks.keys()].toSorted((a, b) => ranks[a]! - ranks[b]! || a - b).slice(0, 4)).toEqual([7, 3, 5, 1]);
  expect(ranks[3]! < ranks[5]! && ranks[4] !== ranks[1] && ranks[1 + 2] === ranks[3]).toBe(true);
  expect([...ranksOfPayoffs([5, 1, 5, 3])]).toEqual([0, 2, 0, 1]);
});

test('an explicit ranking names every state once', () => {
  const two = stateSpace({
    decisionMakers: ['a'],
    options: [
      { name: 'x', owner: 0 },
      { name: 'y', owner: 0 },
    ],
    infeasible: [mutuallyExclusive([0, 1])],
  });
  expect([...rankDecimals(two, [2, [0, 1]]).ranks!]).toEqual([1, 1, 0]);
  expect(rankDecimals(two, [2, 3, 2]).problems).toEqual([
    { code: 'unknown-state', state: 3 },
    { code: 'ranked-twice', state: 2 },
    { code: 'not-ranked', state: 0 },
    { code: 'not-ranked', state: 1 },
  ]);
});

test('mutually exclusive and at least one', () => {
  const { states, decimals } = stateSpace({
    decisionMakers: ['a'],
    options: Array.from({ length: 4 }, (_, k) => ({ name: `o${k}`, owner: 0 })),
    infeasible: [mutuallyExclusive([0, 1, 2]), atLeastOne([2, 3])],
  });
  expect([...decimals!]).toEqual([4, 8, 9, 10, 12]);
  expect(states).toBe(5);
});

test('the Uruguay round has 138,240 feasible states, whose numbers and decimals go together', () => {
  const counts = [5, 4, 3, 2, 3, 3];
  const together = [
    [-1, 4],
    [7, 8],
    [7, 9],
    [10, 11],
    [10, 12],
    [-10, 12],
    [13, 14],
  ];
  const uruguay = stateSpace({
    decisionMakers: counts.map(String),
    options: counts.flatMap((count, owner) => Array.from({ length: count }, (_, k) => ({ name: `${k}`, owner }))),
    infeasible: together.map((its) => ({
      kind: 'literals',
      literals: its.map((n) => [Math.abs(n) - 1, n > 0] as const),
    })),
  });
  expect(uruguay.states).toBe(138_240);
  for (let s = 0; s < uruguay.states; s += 997) expect(stateOf(uruguay, decimalOf(uruguay, s))).toBe(s);
  expect(stateOf(uruguay, 8)).toBe(-1);
});
