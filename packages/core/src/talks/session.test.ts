/** Sessions against the literal reading of their definitions, and what theory says of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domain } from '../bargaining/synthetic.ts';
import type { BargainingProblem } from '../bargaining/model.ts';
import { acCombi } from './acceptance/ac-combi.ts';
import { acConst } from './acceptance/ac-const.ts';
import { acNext } from './acceptance/ac-next.ts';
import { acTime } from './acceptance/ac-time.ts';
import { withAcceptance } from './acceptance/acceptance.ts';
import { concessions } from './concessions.ts';
import { indexDomain, numberOf, outcomeOf, type DomainIndex } from './domain-index.ts';
import { WALK_AWAY, type Strategy } from './negotiator.ts';
import { literalSession, LITERALS, outcomesOf, utilityOf } from './session.twin.ts';
import { runSession } from './session.ts';
import { BOULWARE, CONCEDER, LINEAR } from './strategies/time-dependent.ts';
import { MICRO } from './strategies/micro.ts';
import { STRATEGIES, strategyOf } from './strategies/registry.ts';

/** Small domains of whole numbers, so that ties are common and sums exact. */
const problems = (parties = fc.integer({ min: 2, max: 3 })): fc.Arbitrary<BargainingProblem> =>
  fc
    .tuple(parties, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }))
    .chain(([count, sizes]) =>
      fc.record({
        constraints: fc.array(
          fc.record({
            forbids: fc
              .tuple(fc.nat(sizes.length - 1), fc.array(fc.nat(3), { minLength: 1, maxLength: 2 }))
              .map(([issue, values]) => new Map([[issue, values.map((value) => value % sizes[issue]!)]])),
            of: fc.constant(0),
            kind: fc.constant('red-line' as const),
          }),
          { maxLength: 1 },
        ),
        utilities: fc.array(
          fc.record({
            weights: fc.tuple(...sizes.map(() => fc.integer({ min: 1, max: 4 }))),
            scores: fc.tuple(
              ...sizes.map((size) => fc.array(fc.integer({ min: 0, max: 8 }), { minLength: size, maxLength: size })),
            ),
            reserved: fc.integer({ min: 0, max: 30 }),
            bonuses: fc.array(
              fc.record({
                when: fc.nat(sizes.length - 1).map((issue) => new Map([[issue, [0]]])),
                add: fc.integer({ min: -3, max: 5 }),
              }),
              { maxLength: 1 },
            ),
          }),
          { minLength: count, maxLength: count },
        ),
        parties: fc.constant(Array.from({ length: count }, (_, p) => `party ${p}`)),
        issues: fc.constant(
          sizes.map((size, i) => ({
            name: `issue ${i}`,
            kind: 'categorical' as const,
            values: Array.from({ length: size }, (_, v) => `${v}`),
          })),
        ),
      }),
    )
    .filter((problem) => outcomesOf(problem).length > 0);

const indexed = (problem: BargainingProblem): DomainIndex => indexDomain(problem).index!;
const LITERAL_IDS = Object.keys(LITERALS);

interface Table {
  readonly problem: BargainingProblem;
  readonly strategies: readonly Strategy[];
  readonly order: readonly number[];
  readonly rounds: number;
  readonly seed: number;
}

const tables = (strategies: readonly Strategy[], parties?: fc.Arbitrary<number>): fc.Arbitrary<Table> =>
  problems(parties).chain((problem) => {
    const count = problem.parties.length;
    return fc.record({
      problem: fc.constant(problem),
      strategies: fc.array(fc.constantFrom(...strategies), { minLength: count, maxLength: count }),
      order: fc.nat(count - 1).map((first) => problem.parties.map((_, k) => (first + k) % count)),
      rounds: fc.integer({ min: 1, max: 25 }),
      seed: fc.nat(1000),
    });
  });

test('outcomes are numbered in order, forbidden ones left out, with the utilities of their definition', () => {
  fc.assert(
    fc.property(problems(), (problem) => {
      const index = indexed(problem);
      const outcomes = outcomesOf(problem);
      expect(Array.from({ length: index.outcomes }, (_, o) => outcomeOf(index, o))).toEqual(outcomes);
      for (const [o, outcome] of outcomes.entries()) {
        expect(numberOf(index, outcome)).toBe(o);
        for (const [p, u] of index.utilities.entries()) expect(u[o]).toBe(utilityOf(problem, p, outcome));
      }
      for (const [p, order] of index.ascending.entries()) {
        const expected = [...outcomes.keys()].toSorted((a, b) => index.utilities[p]![a]! - index.utilities[p]![b]!);
        expect([...order]).toEqual(expected);
      }
    }),
  );
});

test('a domain that is too large, empty or not finite is refused, saying so', () => {
  const big = domain({ family: 'R', seed: 1, sizes: [200, 200, 200], parties: 2 });
  expect(indexDomain(big).problems).toEqual([{ code: 'too-many-outcomes', outcomes: 8_000_000, limit: 2 ** 21 }]);
  const small = domain({ family: 'R', seed: 1, sizes: [2, 2], parties: 2 });
  const forbids = new Map([[0, [0, 1]]]);
  expect(indexDomain({ ...small, constraints: [{ forbids, of: 0, kind: 'impossible' }] }).problems).toEqual([
    { code: 'no-outcome' },
  ]);
  const [first, second] = small.utilities;
  const broken = { ...second!, weights: [Number.NaN, 1] };
  expect(indexDomain({ ...small, utilities: [first!, broken] }).problems).toEqual([{ code: 'not-finite', party: 1 }]);
});

test('sessions go as their definitions say, act for act', () => {
  const strategies = LITERAL_IDS.map((id) => strategyOf(id)!);
  fc.assert(
    fc.property(tables(strategies), ({ problem, strategies: seated, order, rounds, seed }) => {
      const index = indexed(problem);
      const literal = literalSession({ problem, strategies: seated.map(({ id }) => id), order, rounds, seed });
      const { acts } = runSession({ index, strategies: seated, order, rounds, seed, trace: true });
      const told = acts!.map(({ party, round, act, outcome }) => ({
        party,
        round,
        act,
        ...(outcome === undefined ? {} : { outcome: outcomeOf(index, outcome) }),
      }));
      expect(told).toEqual(literal);
    }),
    { numRuns: 3000 },
  );
});

describe('whatever the strategies', () => {
  const all = [
    ...STRATEGIES,
    withAcceptance(BOULWARE, acCombi({ from: 0.5 })),
    withAcceptance(LINEAR, acTime(0.3)),
    withAcceptance(MICRO, acNext(1.1, 0.5)),
    withAcceptance(CONCEDER, acConst(10)),
    withAcceptance(BOULWARE, acCombi({ from: 0.2, atLeast: 'average' })),
  ];
  const protocols = ['alternating-offers', 'simultaneous-offers'] as const;

  test('a deal is worth the reserved value to all, and nobody offers less', () => {
    fc.assert(
      fc.property(tables(all), fc.constantFrom(...protocols), ({ problem, ...rest }, protocol) => {
        const index = indexed(problem);
        const session = runSession({ index, ...rest, protocol, trace: true });
        for (const [p, u] of session.utilities.entries()) expect(u).toBeGreaterThanOrEqual(index.reserved[p]!);
        for (const { party, act, outcome } of session.acts!)
          if (act === 'offer') expect(index.utilities[party]![outcome!]).toBeGreaterThanOrEqual(index.reserved[party]!);
        expect(session.offers).toBe(session.acts!.filter(({ act }) => act === 'offer').length);
        expect(session.agreement !== undefined).toBe(session.ended === 'agreement');
      }),
      { numRuns: 2000 },
    );
  });

  test('the same seed gives the same acts, and keeping them changes nothing', () => {
    fc.assert(
      fc.property(tables(all), fc.constantFrom(...protocols), ({ problem, ...rest }, protocol) => {
        const plan = { index: indexed(problem), ...rest, protocol, trace: true };
        const session = runSession(plan);
        expect(runSession({ ...plan, index: indexed(problem) })).toEqual(session);
        expect({ ...runSession({ ...plan, trace: false }), acts: session.acts }).toEqual(session);
      }),
    );
  });
});

test('MiCRO against MiCRO walks down one outcome a round, and finds a deal if everything is rational', () => {
  fc.assert(
    fc.property(problems(fc.constant(2)), (problem) => {
      const utilities = problem.utilities.map((utility) => ({ ...utility, reserved: -100 }));
      const index = indexed({ ...problem, utilities });
      const session = runSession({ index, strategies: [MICRO, MICRO], rounds: index.outcomes + 1, trace: true });
      expect(session.ended).toBe('agreement');
      for (const party of [0, 1]) {
        const offers = session.acts!.filter((act) => act.act === 'offer' && act.party === party);
        const descending = [...index.ascending[party]!].toReversed();
        expect(offers.map(({ outcome }) => outcome)).toEqual(descending.slice(0, offers.length));
      }
    }),
  );
});

test('a session by the clock ends when the time is up', () => {
  const index = indexed(domain({ family: 'C', seed: 3, sizes: [5, 5], parties: 2 }));
  let now = 100;
  const stubborn: Strategy = {
    id: 'stubborn',
    name: 'Stubborn',
    source: '',
    sit: ({ index: { ascending }, party }) => ({ propose: () => ascending[party]!.at(-1)!, accepts: () => false }),
  };
  const clock = (): number => (now += 0.25);
  const session = runSession({ index, strategies: [stubborn, stubborn], seconds: 10, clock, trace: true });
  expect(session).toMatchObject({ ended: 'deadline', time: 1, offers: 39, rounds: 20 });
  expect(session.acts!.map(({ time }) => time)).toEqual(session.acts!.map((_, k) => (0.25 * (k + 1)) / 10));
  // With both limits the nearer one counts.
  now = 0;
  expect(runSession({ index, strategies: [stubborn, stubborn], seconds: 10, clock, rounds: 3 }).offers).toBe(6);
  const soon = runSession({ index, strategies: [BOULWARE, BOULWARE], seconds: 10, clock });
  expect(soon.ended).toBe('agreement');
});

test('a party that walks away ends the session for all', () => {
  const index = indexed(domain({ family: 'R', seed: 1, sizes: [3, 3], parties: 3, reserved: [0.1, 0.2, 0.3] }));
  const leaves: Strategy = {
    id: 'x',
    name: '',
    source: '',
    sit: () => ({ propose: () => WALK_AWAY, accepts: () => false }),
  };
  const session = runSession({ index, strategies: [BOULWARE, leaves, BOULWARE], rounds: 10 });
  expect(session).toEqual({
    ended: 'walk-away',
    by: 1,
    rounds: 1,
    offers: 1,
    time: 1 / 11,
    utilities: [0.1, 0.2, 0.3],
  });
});

test('what a deal is worth is discounted to its time', () => {
  const problem = domain({ family: 'R', seed: 2, sizes: [10, 10, 10], parties: 2 });
  const [first, second] = problem.utilities;
  const index = indexed({ ...problem, utilities: [{ ...first!, discount: 0.5 }, second!] });
  const session = runSession({ index, strategies: [BOULWARE, BOULWARE], rounds: 100 });
  const [u, v] = index.utilities.map((its) => its[session.agreement!]!);
  expect(session.utilities).toEqual([u! * 0.5 ** session.time, v]);
});

test('moves are told apart by what they do to both', () => {
  const index = indexed({
    issues: [{ name: 'x', kind: 'categorical', values: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    parties: ['A', 'B'],
    utilities: [
      { weights: [1], scores: [[5, 4, 4, 3, 5, 5]] },
      { weights: [1], scores: [[1, 2, 3, 2, 4, 4]] },
    ],
  });
  const acts = [0, 1, 2, 3, 4, 5, 0].map((outcome, round) => ({
    party: 0,
    round,
    time: 0,
    act: 'offer' as const,
    outcome,
  }));
  expect(concessions(index, acts).map(({ move, conceded }) => [move, conceded])).toEqual([
    ['first', 0],
    ['concession', 1],
    ['nice', 0],
    ['unfortunate', 1],
    ['fortunate', 0],
    ['silent', 0],
    ['selfish', 0],
  ]);
});
