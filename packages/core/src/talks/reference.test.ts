/** Sessions of other programs, act for act: ../shared/reference/bargaining.md beside this repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { domain, hash, type Family } from '../bargaining/synthetic.ts';
import { indexDomain, numberOf, outcomeOf, type DomainIndex } from './domain-index.ts';
import { OPPONENT_MODELS } from './opponent-models/registry.ts';
import { estimates } from './opponent-models/model.ts';
import { measures, solutionPoints, type SolutionPoints } from './measures.ts';
import { runSession } from './session.ts';
import { strategyOf } from './strategies/registry.ts';

const FOLDER = join(import.meta.dirname, '../../../../../shared/reference/bargaining');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;

interface Domain {
  readonly family: Family;
  readonly seed: number;
  readonly sizes: readonly number[];
  readonly reserved: readonly number[];
}

const indexes = new Map<string, DomainIndex>();
function indexOf({ family, seed, sizes, reserved }: Domain): DomainIndex {
  const key = JSON.stringify([family, seed, sizes, reserved]);
  const index = indexes.get(key) ?? indexDomain(domain({ family, seed, sizes, parties: 2, reserved })).index!;
  indexes.set(key, index);
  return index;
}

/** The other programs' names of strategies. */
const strategyNamed = (name: string) => {
  const id = name.startsWith('asp-')
    ? name.slice(4)
    : name === 'naive-tft'
      ? 'naive-tit-for-tat'
      : name.replace(/TB$/, '-tb');
  const strategy = strategyOf(id);
  if (strategy === undefined) throw new Error(`There is no strategy for ${name}`);
  return strategy;
};

test('the reference domains have the check values of their recipe', () => {
  expect(hash(1, 0, 0, 0)).toBe(3_555_472_974);
  expect(hash(1, 1, 2, 3)).toBe(2_635_337_419);
  const { utilities } = domain({ family: 'R', seed: 1, sizes: [10, 10, 10], parties: 2 });
  expect(utilities.map((utility) => utility.weights.map((weight) => weight * 4096))).toEqual([
    [3261, 379, 456],
    [1497, 1541, 1058],
  ]);
});

interface SessionCase {
  readonly domain: Domain;
  readonly n_steps: number;
  readonly first: string;
  readonly second: string;
  readonly deterministic: boolean;
  readonly agreement: readonly number[] | null;
  readonly step: number;
  readonly utilities: readonly number[];
  readonly n_offers: number;
  readonly first_offers: readonly (readonly [string, readonly number[]])[];
}

describe.skipIf(!existsSync(FOLDER))('other programs (skipped without ../shared beside the repository)', () => {
  const cases = existsSync(FOLDER) ? read<SessionCase[]>('sessions.json').filter((its) => its.deterministic) : [];
  test.each(
    cases.map((its) => {
      const { family, seed, reserved } = its.domain;
      return [`${family}${seed} ${reserved.join('/')} ${its.n_steps}: ${its.first} × ${its.second}`, its] as const;
    }),
  )('%s', (_, its) => {
    const index = indexOf(its.domain);
    const session = runSession({
      index,
      strategies: [strategyNamed(its.first), strategyNamed(its.second)],
      rounds: its.n_steps,
      trace: true,
    });
    const offers = session.acts!.filter(({ act }) => act === 'offer');
    expect({
      agreement: session.agreement === undefined ? null : outcomeOf(index, session.agreement),
      step: session.rounds,
      offers: session.offers,
      first: offers.slice(0, 6).map(({ party, outcome }) => ['ab'[party], outcomeOf(index, outcome!)]),
    }).toEqual({ agreement: its.agreement, step: its.step, offers: its.n_offers, first: its.first_offers });
    for (const [party, utility] of its.utilities.entries()) expect(session.utilities[party]).toBeCloseTo(utility, 9);
  });

  test('the estimates of opponent models', () => {
    interface Estimate {
      readonly est: readonly number[];
      readonly weights: readonly number[];
    }
    const { sequence, probe, negmas, negolog } = read<{
      readonly sequence: readonly (readonly number[])[];
      readonly probe: readonly (readonly number[])[];
      readonly negmas: Readonly<Record<string, Readonly<Record<string, Estimate>>>>;
      readonly negolog: Readonly<Record<string, Readonly<Record<string, Estimate>>>>;
    }>('opponent_models.json');
    const index = indexOf({ family: 'R', seed: 1, sizes: [10, 10, 10], reserved: [0, 0] });
    const expected = {
      'hard-headed': negmas['GHardHeadedFrequencyModel'],
      smith: negmas['GSmithFrequencyModel'],
      'frequency-linear': negmas['FrequencyLinearUFunModel'],
      'classic-frequency': negolog['ClassicFrequencyOpponentModel'],
      'windowed-frequency': negolog['WindowedFrequencyOpponentModel'],
    };
    for (const [id, after] of Object.entries(expected)) {
      const model = OPPONENT_MODELS.find((kind) => kind.id === id)!.start(index, 0);
      let compared = 0;
      for (const [k, bid] of sequence.entries()) {
        model.observe(numberOf(index, bid)!, k / 100);
        const now = after![`${k + 1}`];
        if (now === undefined) continue;
        compared++;
        const all = estimates(index, model);
        for (const [n, outcome] of probe.entries())
          expect(all[numberOf(index, outcome)!], `${id} after ${k + 1}`).toBeCloseTo(now.est[n]!, 9);
        for (const [issue, weight] of now.weights.entries())
          expect(model.weights[issue], `${id} after ${k + 1}`).toBeCloseTo(weight, 9);
      }
      expect(compared).toBe(5);
    }
  });

  test('a tournament of time-dependent strategies, with its measures', () => {
    interface Scenario {
      readonly agreement: readonly number[] | null;
      readonly scenario: string;
      readonly rotated: boolean;
      readonly first: string;
      readonly second: string;
      readonly step: number;
      readonly utilities: readonly number[];
      readonly pareto_optimality: number;
      readonly nash_optimality: number;
      readonly kalai_optimality: number;
      readonly max_welfare_optimality: number;
    }
    const {
      n_steps,
      scenarios,
      cases: played,
    } = read<{
      readonly n_steps: number;
      readonly scenarios: Readonly<Record<string, Domain>>;
      readonly cases: readonly Scenario[];
    }>('tournament_cases.json');
    const points = new Map<DomainIndex, SolutionPoints>();
    for (const its of played) {
      const index = indexOf(scenarios[its.scenario]!);
      if (!points.has(index)) points.set(index, solutionPoints(index.problem)!);
      // Rotated, the second party's utilities open.
      const order = its.rotated ? [1, 0] : [0, 1];
      const strategies = order.map((_, party) => strategyNamed(order[party] === 0 ? its.first : its.second));
      const session = runSession({ index, strategies, order, rounds: n_steps });
      const title = JSON.stringify(its);
      expect(session.agreement === undefined ? null : outcomeOf(index, session.agreement), title).toEqual(
        its.agreement,
      );
      expect(session.rounds, title).toBe(its.step);
      const found = measures(index, session.utilities, points.get(index)!);
      for (const [k, party] of order.entries()) expect(session.utilities[party]).toBeCloseTo(its.utilities[k]!, 9);
      expect(found.pareto.optimality, title).toBeCloseTo(its.pareto_optimality, 9);
      expect(found.nash.optimality, title).toBeCloseTo(its.nash_optimality, 9);
      expect(found.egalitarian!.optimality, title).toBeCloseTo(its.kalai_optimality, 9);
      expect(found.welfare, title).toBeCloseTo(its.max_welfare_optimality, 9);
    }
    expect(played.length).toBe(320);
  });
});
