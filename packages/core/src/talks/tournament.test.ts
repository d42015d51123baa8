import fc from 'fast-check';
import { expect, test } from 'vitest';
import { domain, type Family } from '../bargaining/synthetic.ts';
import { outcomeOf } from './domain-index.ts';
import { rowsOf, scoresOf, toCsv } from './scores.ts';
import { runSession } from './session.ts';
import { STRATEGIES, strategyOf } from './strategies/registry.ts';
import {
  isOf,
  playOn,
  prepareTournament,
  sessionPlan,
  startOf,
  type Tournament,
  type TournamentPlan,
  type TournamentState,
} from './tournament.ts';

const named = (...ids: readonly string[]) => ids.map((id) => strategyOf(id)!);
const small = (family: Family, seed: number, parties = 2) => ({
  name: `${family}${seed}`,
  problem: domain({ family, seed, sizes: [4, 5], parties, reserved: Array.from({ length: parties }, () => 0.2) }),
});
const prepared = (plan: TournamentPlan): Tournament => prepareTournament(plan).tournament!;

const PLAN: TournamentPlan = {
  strategies: named('boulware', 'random-walker', 'micro', 'random-absolute-tit-for-tat'),
  domains: [small('R', 1), small('C', 2), small('M', 3, 3)],
  rounds: 20,
  repetitions: 2,
  seed: 7,
};

test('every strategy sits in every seat of every domain, and every party opens', () => {
  const { cells } = prepared(PLAN);
  expect(cells.length).toBe((4 ** 2 * 2 * 2 + 4 ** 3 * 3) * 2);
  expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length);
  const without = prepared({ ...PLAN, selfPlay: false }).cells;
  expect(without.length).toBe((4 * 3 * 2 * 2 + 4 * 3 * 2 * 3) * 2);
});

test('a tournament resumed after any number of sessions, and stored in between, ends as one that was not interrupted', () => {
  const tournament = prepared(PLAN);
  const whole = playOn(tournament, startOf(tournament));
  expect(whole.results.length).toBe(tournament.cells.length);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 4 }), (chunks) => {
      let state = startOf(tournament);
      for (const sessions of chunks) {
        state = playOn(tournament, state, { sessions });
        state = JSON.parse(JSON.stringify(state)) as TournamentState;
      }
      expect(playOn(prepared(PLAN), state)).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test('a tournament can be cancelled, tells its progress, and goes on', () => {
  const tournament = prepared(PLAN);
  const told: number[] = [];
  const state = playOn(tournament, startOf(tournament), {
    onProgress: (done) => told.push(done),
    isCancelled: () => told.length === 10,
  });
  expect(state.results.length).toBe(10);
  expect(told).toEqual(Array.from({ length: 10 }, (_, k) => k + 1));
});

test('the state of another plan is told apart', () => {
  const state = startOf(prepared(PLAN));
  for (const other of [
    { ...PLAN, seed: 8 },
    { ...PLAN, rounds: 21 },
    { ...PLAN, domains: [small('R', 1), small('C', 2), small('M', 4, 3)] },
    { ...PLAN, strategies: named('linear', 'random-walker', 'micro', 'random-absolute-tit-for-tat') },
  ]) {
    expect(isOf(prepared(other), state)).toBe(false);
    expect(() => playOn(prepared(other), state)).toThrow('another tournament');
  }
});

test('a cell can be played alone, with its acts, and comes out the same', () => {
  const tournament = prepared(PLAN);
  const { results } = playOn(tournament, startOf(tournament), { sessions: 40 });
  for (const [k, result] of results.entries()) {
    const plan = sessionPlan(tournament, k);
    const session = runSession({ ...plan, trace: true });
    expect(session.utilities).toEqual(result.utilities);
    expect(session.agreement === undefined ? undefined : outcomeOf(plan.index, session.agreement)).toEqual(
      result.agreement,
    );
  }
});

test('a plan that cannot be played says why', () => {
  expect(prepareTournament({ ...PLAN, strategies: named('micro', 'micro') }).problems).toEqual([
    { code: 'twice', strategy: 'micro' },
  ]);
  const large = { name: 'large', problem: domain({ family: 'R', seed: 1, sizes: [2000, 2000], parties: 2 }) };
  expect(prepareTournament({ ...PLAN, domains: [large] }).problems).toEqual([
    { code: 'too-many-outcomes', outcomes: 4_000_000, limit: 2 ** 21, domain: 'large' },
  ]);
  const six = small('R', 1, 6);
  expect(prepareTournament({ ...PLAN, strategies: STRATEGIES, domains: [six] }).problems).toMatchObject([
    { code: 'too-many-cells' },
  ]);
});

test('scores are means over seats, with an interval over domains', () => {
  const tournament = prepared({ ...PLAN, domains: [small('R', 1), small('C', 2), small('C', 5)] });
  const state = playOn(tournament, startOf(tournament));
  const scores = scoresOf(tournament, state);
  expect(scores.map(({ strategy }) => strategy).toSorted()).toEqual(PLAN.strategies.map(({ id }) => id).toSorted());
  for (const { strategy, seats, utility, advantage } of scores) {
    const seated = state.results.flatMap(({ utilities }, k) => {
      const { strategies, domain: d } = tournament.cells[k]!;
      return utilities.filter((_, p) => PLAN.strategies[strategies[p]!]!.id === strategy).map((u) => ({ u, d }));
    });
    expect(seats).toBe(seated.length);
    const mean = seated.reduce((sum, { u }) => sum + u, 0) / seats;
    expect(utility.mean).toBeCloseTo(mean, 12);
    // Domains have as many seats each, so their means have the same standard error by the plain formula.
    const means = [0, 1, 2].map((d) => {
      const here = seated.filter((its) => its.d === d);
      return here.reduce((sum, { u }) => sum + u, 0) / here.length;
    });
    const error = Math.sqrt(means.reduce((sum, m) => sum + (m - mean) ** 2, 0) / 2 / 3);
    expect(utility.interval![1] - utility.mean).toBeCloseTo(4.3027 * error, 9);
    expect(advantage.mean).toBeLessThanOrEqual(1);
  }
  const one = prepared({ ...PLAN, domains: [small('R', 1)] });
  expect(scoresOf(one, playOn(one, startOf(one)))[0]!.utility.interval).toBeUndefined();
});

test('rows and CSV hold every session, quoted where needed', () => {
  const awkward = small('R', 1);
  const tournament = prepared({ ...PLAN, domains: [{ ...awkward, name: 'a, "b"' }] });
  const state = playOn(tournament, startOf(tournament));
  const rows = rowsOf(tournament, state);
  expect(rows.length).toBe(state.results.length);
  const lines = toCsv(rows).split('\r\n');
  expect(lines[0]).toBe(
    'domain,repetition,opens,strategy 1,strategy 2,ended,agreement,rounds,offers,utility 1,utility 2',
  );
  expect(lines.length).toBe(rows.length + 2);
  expect(lines[1]).toMatch(/^"a, ""b""",0,party 1,boulware,boulware,/);
});
