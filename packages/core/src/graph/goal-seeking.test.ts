/** Goals for several states, against all rankings there are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CASES } from './canonical-cases.twin.ts';
import { CONCEPT_IDS } from './concepts.ts';
import type { Condition } from './condition.ts';
import { aimAt, type Goal } from './goals.ts';
import { countReaching, fewestStatementMoves, fewestSwaps } from './goal-seeking.ts';
import { TooLarge } from './limits.ts';
import { movesOfGraph, movesOfOptions } from './move-graph.ts';
import { fromRanks, type Preference } from './preference.ts';
import { prioritize } from './prioritization.ts';
import { conflicts } from './random-conflict.twin.ts';
import { rankDecimals } from './ranking.ts';
import { gameOf, isStable, type Game } from './set-search.twin.ts';
import { decimalOf, stateSpace } from './state-space.ts';
import { parsePattern } from './statement.ts';

/** All lists of one number below `levels` for each state. */
const assignments = (states: number, levels: number): number[][] =>
  states === 0
    ? [[]]
    : assignments(states - 1, levels).flatMap((list) => Array.from({ length: levels }, (_, rank) => [...list, rank]));

const isStrict = (ranks: readonly number[]): boolean => new Set(ranks).size === ranks.length;

/** Whether the goals are reached when decision maker 0 ranks decimals like this: from the definitions. */
function reaches(game: Game, goals: readonly Goal[], ranks: readonly number[]): boolean {
  const index = new Map(game.states.map((decimal, k) => [decimal, k]));
  const its: Game = {
    ...game,
    prefers: (dm, q, s) => (dm === 0 ? ranks[index.get(q)!]! < ranks[index.get(s)!]! : game.prefers(dm, q, s)),
  };
  return goals.every((goal) => {
    const who = goal.for === 'itself' ? [0] : [...Array(game.decisionMakers).keys()];
    const stable = who.every((dm) => isStable(its, goal.concept, dm, game.states[goal.state]!));
    return stable === (goal.wanted === 'stable');
  });
}

const reversed = (a: readonly number[], b: readonly number[]): number =>
  a.flatMap((_, x) => a.map((__, y) => x < y && (a[x]! - a[y]!) * (b[x]! - b[y]!) < 0)).filter(Boolean).length;

const goalLists = fc.array(
  fc.record({
    state: fc.nat(63),
    concept: fc.constantFrom(...CONCEPT_IDS),
    for: fc.constantFrom('itself' as const, 'itself' as const, 'everybody' as const),
    wanted: fc.constantFrom('stable' as const, 'stable' as const, 'unstable' as const),
  }),
  { minLength: 1, maxLength: 4 },
);

const small = (most: number) =>
  fc
    .tuple(conflicts({ decisionMakers: { min: 2, max: 3 }, options: 3 }), goalLists)
    .map(([{ model, payoffs }, list]) => ({ space: stateSpace(model), game: gameOf(model, payoffs), payoffs, list }))
    .filter(({ space }) => space.states > 1 && space.states <= most)
    .map(({ space, game, payoffs, list }) => {
      const ranks = payoffs.map((p) =>
        Int32Array.from({ length: space.states }, (_, s) => 1000 - p[decimalOf(space, s)]!),
      );
      const goals = list.map((goal): Goal => ({ ...goal, state: goal.state % space.states }));
      const aim = aimAt(movesOfOptions(space), ranks.map(fromRanks), 0, goals);
      return { space, ranks: ranks[0]!, goals, aim, game };
    });

test('the strict rankings that reach the goals are counted exactly, and the fewest exchanges are the fewest of all', () => {
  fc.assert(
    fc.property(small(6), fc.nat(0x7fffffff), ({ space, goals, aim, game }, seed) => {
      const n = space.states;
      const all = assignments(n, n).filter(isStrict);
      const reaching = all.filter((ranks) => reaches(game, goals, ranks));
      expect(all.filter((ranks) => aim.isReached(Int32Array.from(ranks)))).toEqual(reaching);
      expect(countReaching(aim, n)).toEqual({ reached: reaching.length, all: all.length });
      const from = all[seed % all.length]!;
      const { found, complete } = fewestSwaps(aim, Int32Array.from(from));
      expect(complete).toBe(true);
      expect(found === undefined).toBe(reaching.length === 0);
      if (found === undefined) return;
      expect(found.swaps).toBe(Math.min(...reaching.map((ranks) => reversed(from, ranks))));
      expect(reaches(game, goals, [...found.ranks])).toBe(true);
      expect(reversed(from, [...found.ranks])).toBe(found.swaps);
    }),
    { numRuns: 300 },
  );
});

test('equal states may stay equal or be parted', () => {
  fc.assert(
    fc.property(small(4), ({ space, ranks, goals, aim, game }) => {
      if (aim.entangled.length > 0) return;
      const n = space.states;
      const from = [...ranks];
      // Nothing becomes equal that was not.
      const candidates = assignments(n, n).filter(
        (its) =>
          reaches(game, goals, its) && its.every((r, a) => its.every((other, b) => r !== other || from[a] === from[b])),
      );
      const { found } = fewestSwaps(aim, ranks);
      expect(found === undefined).toBe(candidates.length === 0);
      if (found === undefined) return;
      expect(
        candidates.some((its) =>
          its.every((r, a) =>
            its.every((other, b) => Math.sign(r - other) === Math.sign(found.ranks[a]! - found.ranks[b]!)),
          ),
        ),
      ).toBe(true);
      expect(found.swaps).toBe(Math.min(...candidates.map((its) => reversed(from, its))));
      if (aim.isReached(ranks)) expect(found).toMatchObject({ swaps: 0, tiesBroken: 0 });
    }),
    { numRuns: 300 },
  );
});

describe('Syria–Iraq 1975', () => {
  const space = stateSpace({
    decisionMakers: ['Syria', 'Iraq'],
    options: [
      { name: 'Release water', owner: 0 },
      { name: 'Escalate', owner: 0 },
      { name: 'Attack', owner: 1 },
    ],
    infeasible: [{ kind: 'and', of: [0, 1].map((option) => ({ kind: 'option', option })) }],
  });
  const ranks = [
    [0, 2, 6, 1, 4, 5],
    [1, 4, 6, 0, 5, 2],
  ].map((order) => rankDecimals(space, order).ranks!);
  const aim = (...goals: Goal[]) => aimAt(movesOfOptions(space), ranks.map(fromRanks), 0, goals);
  const water = (concept: Goal['concept']): Goal => ({ state: 1, concept, for: 'itself', wanted: 'stable' });

  test.each([
    ['nash', 240],
    ['seq', 384],
    ['gmr', 384],
    ['smr', 300],
  ] as const)('one goal is the inverse question: by %s %i of 720', (concept, reached) => {
    expect(countReaching(aim(water(concept)), 6)).toEqual({ reached, all: 720 });
  });

  test('to release water must rise past all other moves; fear of an answer makes do with less', () => {
    expect(fewestSwaps(aim(water('nash')), ranks[0]!).found).toMatchObject({ swaps: 3, tiesBroken: 0 });
    const { found } = fewestSwaps(aim(water('gmr')), ranks[0]!);
    expect([...found!.ranks]).not.toEqual([...ranks[0]!]);
    expect(found!.swaps).toBeLessThan(3);
  });

  test('an equilibrium that others would leave cannot be had', () => {
    const impossible: Goal = { state: 0, concept: 'nash', for: 'everybody', wanted: 'stable' };
    expect(aim(impossible).hopeless).toEqual([impossible]);
    expect(fewestSwaps(aim(impossible), ranks[0]!)).toEqual({ found: undefined, complete: true });
    expect(countReaching(aim(impossible), 6).reached).toBe(0);
  });
});

test('statements are reordered as little as possible', () => {
  const cuba = CASES.find(({ name }) => name.includes('Cuban'))!;
  const condition = (text: string): Condition => parsePattern(text, cuba.options.length).condition!;
  const space = stateSpace({ ...cuba, infeasible: cuba.infeasible.map(condition) });
  const statements = cuba.statements!.map((its) => its.map(condition).slice(0, 5));
  const ranks = statements.map((its) => prioritize(space, its));
  const graph = movesOfOptions(space);
  const game: Game = {
    states: [...Array(space.states).keys()],
    decisionMakers: 2,
    moves: (dm, s) => [...graph.moves(dm, s)],
    prefers: (dm, q, s) => ranks[dm]![q]! < ranks[dm]![s]!,
  };
  const orders = assignments(5, 5).filter(isStrict);
  for (const state of game.states) {
    for (const concept of CONCEPT_IDS) {
      for (const wanted of ['stable', 'unstable'] as const) {
        const goals: Goal[] = [{ state, concept, for: 'everybody', wanted }];
        const aim = aimAt(graph, ranks.map(fromRanks), 0, goals);
        const rankedBy = (order: readonly number[]): number[] => [
          ...prioritize(
            space,
            order.map((k) => statements[0]![k]!),
          ),
        ];
        const fitting = orders.filter((order) => reaches(game, goals, rankedBy(order)));
        const { found, complete } = fewestStatementMoves(aim, space, statements[0]!);
        expect(complete).toBe(true);
        expect(found?.moves).toBe(
          fitting.length === 0 ? undefined : Math.min(...fitting.map((order) => reversed([0, 1, 2, 3, 4], order))),
        );
        if (found !== undefined) expect(reaches(game, goals, rankedBy(found.order))).toBe(true);
      }
    }
  }
  // No order of two statements makes up for the state that neither speaks of.
  const aim = aimAt(graph, ranks.map(fromRanks), 0, [{ state: 5, concept: 'nash', for: 'itself', wanted: 'unstable' }]);
  expect(fewestStatementMoves(aim, space, statements[0]!, { limit: 1 }).complete).toBe(false);
});

test('a long ranking is no trouble where few states matter; too many that matter are refused', () => {
  const states = 300;
  // Decision maker 0 can move from 0 to the last three, the other nowhere.
  const star = (to: readonly number[]): Parameters<typeof aimAt>[0] =>
    movesOfGraph({
      states: Array.from({ length: states }, String),
      arcs: [to.map((q) => [0, q] as const), []],
    });
  const preferences: Preference[] = [0, 1].map(() => fromRanks(new Int32Array(states)));
  const goal: Goal = { state: 0, concept: 'nash', for: 'everybody', wanted: 'stable' };
  const ranks = Int32Array.from({ length: states }, (_, s) => states - s);
  const { found } = fewestSwaps(aimAt(star([297, 298, 299]), preferences, 0, [goal]), ranks);
  // 0 is last: it rises past all, or the three sink, 296 states each; 3 · 297 against 299 exchanges.
  expect(found!.swaps).toBe(299);
  const many = aimAt(star([...Array(30).keys()].slice(1)), preferences, 0, [goal]);
  expect(() => fewestSwaps(many, ranks)).toThrow(TooLarge);
  expect(() => countReaching(many, 20)).toThrow(TooLarge);
});
