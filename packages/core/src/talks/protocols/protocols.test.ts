/** What theory says of the protocols. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { domain, type Family } from '../../bargaining/synthetic.ts';
import { indexDomain, type DomainIndex } from '../domain-index.ts';
import type { Strategy } from '../negotiator.ts';
import { runSession, sessionOf } from '../session.ts';
import { BOULWARE, CONCEDER } from '../strategies/time-dependent.ts';
import { monotonicConcession } from './monotonic-concession.ts';
import type { Act } from './protocol.ts';
import { singleText } from './single-text.ts';

const indexes = (parties: number): fc.Arbitrary<DomainIndex> =>
  fc
    .record({
      family: fc.constantFrom<Family>('R', 'C', 'M'),
      seed: fc.nat(10_000),
      sizes: fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 3 }),
      reserved: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: parties, maxLength: parties }),
    })
    .map(({ reserved, ...spec }) => {
      const problem = domain({ ...spec, parties, reserved: reserved.map((r) => r / 10) });
      return indexDomain(problem).index!;
    });

const gain = (index: DomainIndex, party: number, o: number): number =>
  index.utilities[party]![o]! - index.reserved[party]!;
const all = (index: DomainIndex): number[] => Array.from({ length: index.outcomes }, (_, o) => o);
const rational = (index: DomainIndex): number[] =>
  all(index).filter((o) => index.utilities.every((_, p) => gain(index, p, o) >= 0));

test('monotonic concession with Zeuthen’s strategy ends at the largest product of gains', () => {
  fc.assert(
    fc.property(indexes(2), (index) => {
      const acts: Act[] = [];
      const ending = monotonicConcession(index, [0, 1], {}, (act) => acts.push(act));
      const product = (o: number): number => gain(index, 0, o) * gain(index, 1, o);
      const products = rational(index).map(product);
      if (products.length === 0) {
        expect(ending.ended).toBe('walk-away');
        return;
      }
      expect(ending.ended).toBe('agreement');
      expect(product(ending.agreement!)).toBe(Math.max(...products));
      // Every proposal is worth more to the other than the one before.
      for (const party of [0, 1]) {
        const worth = acts
          .filter((act) => act.act === 'offer' && act.party === party)
          .map(({ outcome }) => index.utilities[1 - party]![outcome!]!);
        for (let k = 1; k < worth.length; k++) expect(worth[k]).toBeGreaterThan(worth[k - 1]!);
      }
    }),
    { numRuns: 1000 },
  );
});

test('monotonic concession stops at its deadline', () => {
  const index = indexDomain(domain({ family: 'C', seed: 1, sizes: [10, 10], parties: 2 })).index!;
  expect(monotonicConcession(index, [0, 1], { rounds: 2 })).toMatchObject({ ended: 'deadline', rounds: 2 });
});

test('a single text only ever gets better for all, and is no deal below a reserved value', () => {
  fc.assert(
    fc.property(indexes(3), fc.nat(1000), fc.constantFrom('neighbour', 'any'), (index, seed, proposes) => {
      const acts: Act[] = [];
      const ending = singleText(index, { rounds: 200, seed, proposes }, (act) => acts.push(act));
      let text = acts[0]!.outcome!;
      const votes = new Map<number, boolean[]>();
      for (const { party, round, act, outcome } of acts.slice(1)) {
        if (party < 0) {
          if (proposes === 'neighbour')
            expect(index.values.filter((column) => column[outcome!] !== column[text]).length).toBe(1);
          continue;
        }
        const cast = [...(votes.get(round) ?? []), act === 'accept'];
        votes.set(round, cast);
        expect(act === 'accept').toBe(index.utilities[party]![outcome!]! > index.utilities[party]![text]!);
        if (cast.length === 3 && cast.every(Boolean)) text = outcome!;
      }
      const acceptable = index.utilities.every((_, p) => gain(index, p, text) >= 0);
      expect(ending.ended).toBe(acceptable ? 'agreement' : 'deadline');
      if (acceptable) expect(ending.agreement).toBe(text);
      expect(singleText(index, { rounds: 200, seed, proposes })).toEqual(ending);
    }),
    { numRuns: 300 },
  );
});

test('with time enough a hill-climbing text ends where no single change is better for all; annealing gets further', () => {
  const index = indexDomain(domain({ family: 'R', seed: 4, sizes: [6, 6, 6], parties: 2 })).index!;
  const welfare = (temperature: number): number => {
    let sum = 0;
    for (let seed = 0; seed < 40; seed++) {
      const temperatures = [temperature, temperature];
      const ending = singleText(index, { rounds: 2000, seed, temperatures });
      if (temperature === 0) {
        const text = ending.agreement!;
        for (const o of all(index)) {
          const changed = index.values.filter((column) => column[o] !== column[text]).length;
          if (changed === 1) expect(index.utilities.every((u) => u[o]! > u[text]!)).toBe(false);
        }
      }
      sum += sessionOf(index, ending).utilities.reduce((a, b) => a + b, 0);
    }
    return sum / 40;
  };
  expect(welfare(0.1)).toBeGreaterThan(welfare(0));
});

test('with forbidden outcomes the text never is one of them', () => {
  const problem = domain({ family: 'R', seed: 9, sizes: [4, 4, 4], parties: 2 });
  const index = indexDomain({
    ...problem,
    constraints: [{ forbids: new Map([[0, [1, 2]]]), of: 0, kind: 'red-line' }],
  }).index!;
  const acts: Act[] = [];
  singleText(index, { rounds: 500, seed: 1 }, (act) => acts.push(act));
  expect(index.outcomes).toBe(32);
  for (const { outcome } of acts) expect([0, 3]).toContain(index.values[0]![outcome!]);
});

const offering = (outcome: number, accepted: readonly number[]): Strategy => ({
  id: `${outcome}`,
  name: '',
  source: '',
  sit: () => ({ propose: () => outcome, accepts: (offer) => accepted.includes(offer) }),
});

test('offers at once: all must accept, and of several deals the first at the table counts', () => {
  const index = indexDomain(domain({ family: 'R', seed: 1, sizes: [3, 3], parties: 3 })).index!;
  const plan = { index, rounds: 5, protocol: 'simultaneous-offers' as const };
  const both = [offering(1, [2]), offering(2, [1, 3]), offering(3, [1, 2])];
  expect(runSession({ ...plan, strategies: both })).toMatchObject({
    ended: 'agreement',
    agreement: 1,
    rounds: 1,
    offers: 3,
  });
  expect(runSession({ ...plan, strategies: both, order: [1, 2, 0] })).toMatchObject({ agreement: 2 });
  const most = [offering(1, []), offering(2, [3]), offering(3, [])];
  expect(runSession({ ...plan, strategies: most })).toMatchObject({ ended: 'deadline', rounds: 5, offers: 15 });
  const byMajority = runSession({ ...plan, strategies: most, protocol: 'simultaneous-offers-majority' });
  expect(byMajority).toMatchObject({ ended: 'agreement', agreement: 3, rounds: 5 });
});

test('offers at once by time-dependent strategies meet, and sooner for conceders', () => {
  const index = indexDomain(domain({ family: 'C', seed: 1, sizes: [10, 10, 10], parties: 2 })).index!;
  const play = (strategy: Strategy) =>
    runSession({ index, strategies: [strategy, strategy], rounds: 100, protocol: 'simultaneous-offers' });
  const [slow, fast] = [play(BOULWARE), play(CONCEDER)];
  expect([slow.ended, fast.ended]).toEqual(['agreement', 'agreement']);
  expect(fast.rounds).toBeLessThan(slow.rounds);
});
