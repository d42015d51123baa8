/**
 * What came out of a tournament: a score for every strategy, with an interval, and the sessions as rows for a table.
 *
 * Sessions in one domain are alike, so the interval takes the domains as drawn from many and the sessions in each as they
 * are: the standard error is that of clusters (Liang & Zeger 1986) with Student's t at one degree of freedom less than
 * there are domains. It says how far the score might move with other domains of the kind, not with other opponents; with
 * one domain there is none.
 */
import { best } from './strategies/threshold.ts';
import type { Tournament, TournamentState } from './tournament.ts';

export interface Estimate {
  readonly mean: number;
  /** 95 %, where there are two domains or more. */
  readonly interval?: readonly [number, number];
}

export interface Score {
  readonly strategy: string;
  /** Seats taken; in play with itself, a strategy takes several of a session. */
  readonly seats: number;
  readonly utility: Estimate;
  /** (u − reserved)/(best − reserved), 0 where there is nothing to gain. */
  readonly advantage: Estimate;
  /** Share of seats that ended in agreement. */
  readonly agreements: Estimate;
  /** Rounds to agreement; nothing if there is none. */
  readonly rounds?: number;
}

/** By mean advantage, the best first; equals in the order of the plan. */
export function scoresOf(tournament: Tournament, state: TournamentState): Score[] {
  const { plan, indexes, cells } = tournament;
  const scores = plan.strategies.map(({ id }, strategy): Score => {
    const clusters = {
      utility: clustersOf(indexes.length),
      advantage: clustersOf(indexes.length),
      agreed: clustersOf(indexes.length),
    };
    let seats = 0;
    let agreements = 0;
    let rounds = 0;
    for (const [k, result] of state.results.entries()) {
      const { domain, strategies } = cells[k]!;
      for (const [party, taken] of strategies.entries()) {
        if (taken !== strategy) continue;
        const index = indexes[domain]!;
        const reserved = index.reserved[party]!;
        const range = best(index, party) - reserved;
        const utility = result.utilities[party]!;
        const agreed = result.ended === 'agreement' ? 1 : 0;
        seats++;
        agreements += agreed;
        rounds += agreed * result.rounds;
        add(clusters.utility[domain]!, utility);
        add(clusters.advantage[domain]!, range > 0 ? (utility - reserved) / range : 0);
        add(clusters.agreed[domain]!, agreed);
      }
    }
    return {
      strategy: id,
      seats,
      utility: estimate(clusters.utility),
      advantage: estimate(clusters.advantage),
      agreements: estimate(clusters.agreed),
      ...(agreements > 0 ? { rounds: rounds / agreements } : {}),
    };
  });
  return scores.toSorted((a, b) => b.advantage.mean - a.advantage.mean);
}

interface Cluster {
  sum: number;
  count: number;
}

const clustersOf = (count: number): Cluster[] => Array.from({ length: count }, () => ({ sum: 0, count: 0 }));

const add = (cluster: Cluster, x: number): void => {
  cluster.sum += x;
  cluster.count++;
};

function estimate(clusters: readonly Cluster[]): Estimate {
  const used = clusters.filter(({ count }) => count > 0);
  const count = used.reduce((all, cluster) => all + cluster.count, 0);
  if (count === 0) return { mean: 0 };
  const mean = used.reduce((all, cluster) => all + cluster.sum, 0) / count;
  const groups = used.length;
  if (groups < 2) return { mean };
  const squares = used.reduce((all, cluster) => all + (cluster.sum - cluster.count * mean) ** 2, 0);
  const error = Math.sqrt((squares * groups) / (groups - 1)) / count;
  const half = studentQuantile(groups - 1) * error;
  return { mean, interval: [mean - half, mean + half] };
}

/** The 97.5 % point of Student's t, from a table up to 10 degrees of freedom and by Fisher's expansion above (to 10⁻⁴). */
function studentQuantile(degrees: number): number {
  const table = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281];
  if (degrees <= table.length) return table[degrees - 1]!;
  const z = 1.959964;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  return z + first / degrees + second / degrees ** 2;
}

/** One session, flat. */
export interface Row {
  readonly domain: string;
  readonly repetition: number;
  readonly opens: string;
  readonly strategies: readonly string[];
  readonly ended: string;
  /** The names of the values, by issue; empty without a deal. */
  readonly agreement: readonly string[];
  readonly rounds: number;
  readonly offers: number;
  readonly utilities: readonly number[];
}

export function rowsOf({ plan, cells }: Tournament, state: TournamentState): Row[] {
  return state.results.map((result, k) => {
    const { domain, opens, strategies, repetition } = cells[k]!;
    const { name, problem } = plan.domains[domain]!;
    return {
      domain: name,
      repetition,
      opens: problem.parties[opens]!,
      strategies: strategies.map((s) => plan.strategies[s]!.id),
      ended: result.ended,
      agreement: (result.agreement ?? []).map((value, issue) => problem.issues[issue]!.values[value]!),
      rounds: result.rounds,
      offers: result.offers,
      utilities: result.utilities,
    };
  });
}

/** Rows as CSV (RFC 4180), with a column of strategy and utility for every party; the agreement in one column. */
export function toCsv(rows: readonly Row[]): string {
  const parties = rows.reduce((most, row) => Math.max(most, row.strategies.length), 0);
  const numbered = (name: string): string[] => Array.from({ length: parties }, (_, p) => `${name} ${p + 1}`);
  const padded = (values: readonly (string | number)[]): (string | number)[] =>
    Array.from({ length: parties }, (_, p) => values[p] ?? '');
  const head = [
    'domain',
    'repetition',
    'opens',
    ...numbered('strategy'),
    'ended',
    'agreement',
    'rounds',
    'offers',
    ...numbered('utility'),
  ];
  const lines = rows.map((row) => [
    row.domain,
    row.repetition,
    row.opens,
    ...padded(row.strategies),
    row.ended,
    row.agreement.join(' · '),
    row.rounds,
    row.offers,
    ...padded(row.utilities),
  ]);
  return [head, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

const field = (value: string | number): string =>
  typeof value === 'number' || !/[",\r\n]/.test(value) ? `${value}` : `"${value.replaceAll('"', '""')}"`;
