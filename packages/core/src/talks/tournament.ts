/**
 * Tournaments: every strategy in every seat of every domain, against every combination of the others and of itself, with
 * every party opening in turn, so many times over.
 *
 * Cells are numbered and each has its own random stream, so what is done is a prefix of the numbers: a tournament that was
 * interrupted goes on from its state, and ends as if it had not been. The state is plain data (JSON), for the caller to
 * keep after every call.
 */
import type { BargainingProblem } from '../bargaining/model.ts';
import { indexDomain, outcomeOf, type DomainIndex, type DomainProblem } from './domain-index.ts';
import type { Strategy } from './negotiator.ts';
import { runSession, type SessionPlan } from './session.ts';

export interface TournamentDomain {
  readonly name: string;
  readonly problem: BargainingProblem;
}

export interface TournamentPlan {
  readonly strategies: readonly Strategy[];
  readonly domains: readonly TournamentDomain[];
  readonly rounds: number;
  readonly protocol?: NonNullable<SessionPlan['protocol']>;
  /** Sessions a cell; of use where strategies draw lots. Default 1. */
  readonly repetitions?: number;
  /** Whether strategies meet themselves. Default true. */
  readonly selfPlay?: boolean;
  /** Default 0. */
  readonly seed?: number;
}

/** One session of a tournament. */
export interface Cell {
  readonly domain: number;
  /** The party that opens; the others follow in turn. */
  readonly opens: number;
  /** By party. */
  readonly strategies: readonly number[];
  readonly repetition: number;
}

export interface CellResult {
  /** The value of every issue, by index; nothing without a deal. */
  readonly agreement?: readonly number[];
  readonly ended: 'agreement' | 'deadline' | 'walk-away';
  readonly rounds: number;
  readonly offers: number;
  /** By party. */
  readonly utilities: readonly number[];
}

export interface TournamentState {
  /** What it is a tournament of; another plan is refused. */
  readonly of: string;
  /** Of the cells with the lowest numbers. */
  readonly results: readonly CellResult[];
}

export interface Tournament {
  readonly plan: TournamentPlan;
  readonly indexes: readonly DomainIndex[];
  readonly cells: readonly Cell[];
  readonly of: string;
}

export type TournamentProblem =
  | (DomainProblem & { readonly domain: string })
  | { readonly code: 'twice'; readonly strategy: string }
  | { readonly code: 'too-many-cells'; readonly cells: number; readonly limit: number };

/** About 2 GB of results. */
export const MAX_CELLS = 5_000_000;

/** The cells of a plan, with the domains prepared once; or why it cannot be played. */
export function prepareTournament(plan: TournamentPlan): {
  readonly tournament?: Tournament;
  readonly problems?: readonly TournamentProblem[];
} {
  const problems: TournamentProblem[] = [];
  const ids = plan.strategies.map(({ id }) => id);
  for (const [k, strategy] of ids.entries()) if (ids.indexOf(strategy) < k) problems.push({ code: 'twice', strategy });
  const { repetitions = 1 } = plan;
  const count = plan.domains.reduce((sum, { problem }) => {
    const parties = problem.utilities.length;
    return sum + plan.strategies.length ** parties * parties * repetitions;
  }, 0);
  if (count > MAX_CELLS) problems.push({ code: 'too-many-cells', cells: count, limit: MAX_CELLS });
  if (problems.length > 0) return { problems };

  const indexes: DomainIndex[] = [];
  for (const { name, problem } of plan.domains) {
    const { index, problems: found = [] } = indexDomain(problem);
    problems.push(...found.map((its) => ({ ...its, domain: name })));
    if (index !== undefined) indexes.push(index);
  }
  if (problems.length > 0) return { problems };
  return { tournament: { plan, indexes, cells: cellsOf(plan), of: fingerprint(plan) } };
}

function cellsOf({ strategies, domains, repetitions = 1, selfPlay = true }: TournamentPlan): Cell[] {
  const cells: Cell[] = [];
  for (const [domain, { problem }] of domains.entries()) {
    const parties = problem.utilities.length;
    for (let combination = 0; combination < strategies.length ** parties; combination++) {
      const chosen: number[] = [];
      for (let p = 0, rest = combination; p < parties; p++, rest = Math.floor(rest / strategies.length))
        chosen.unshift(rest % strategies.length);
      if (!selfPlay && new Set(chosen).size < parties) continue;
      for (let opens = 0; opens < parties; opens++)
        for (let repetition = 0; repetition < repetitions; repetition++)
          cells.push({ domain, opens, strategies: chosen, repetition });
    }
  }
  return cells;
}

/** Everything the results depend on, in short. */
function fingerprint(plan: TournamentPlan): string {
  const { strategies, domains, rounds, protocol, repetitions = 1, selfPlay = true, seed = 0 } = plan;
  const text = JSON.stringify(
    [strategies.map(({ id }) => id), domains, rounds, protocol ?? 'alternating-offers', repetitions, selfPlay, seed],
    (_, value: unknown) => (value instanceof Map ? [...value] : value),
  );
  // FNV-1a in two halves, to tell plans apart, not to keep anything safe.
  let low = 0x811c9dc5;
  let high = 0x050c5d1f;
  for (let k = 0; k < text.length; k++) {
    low = Math.imul(low ^ text.charCodeAt(k), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(k), 0x01000197) ^ (low >>> 15);
  }
  const hex = (x: number): string => (x >>> 0).toString(16).padStart(8, '0');
  return `${hex(high)}${hex(low)}`;
}

export const startOf = (tournament: Tournament): TournamentState => ({ of: tournament.of, results: [] });

export interface Progress {
  /** Sessions to play at most in this call. Default: all that are left. */
  readonly sessions?: number;
  /** Told after every session how many of how many are done. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Asked after every session; the call ends when it says true, with what is done. */
  readonly isCancelled?: () => boolean;
}

/** Plays on from a state. Throws on the state of another tournament ({@link isOf}). */
export function playOn(tournament: Tournament, state: TournamentState, progress: Progress = {}): TournamentState {
  if (!isOf(tournament, state)) throw new Error('This is the state of another tournament');
  const { cells } = tournament;
  const results = [...state.results];
  const end = Math.min(cells.length, results.length + (progress.sessions ?? Infinity));
  while (results.length < end) {
    results.push(play(tournament, results.length));
    progress.onProgress?.(results.length, cells.length);
    if (progress.isCancelled?.() === true) break;
  }
  return { of: state.of, results };
}

export const isOf = (tournament: Tournament, state: TournamentState): boolean =>
  state.of === tournament.of && state.results.length <= tournament.cells.length;

/** The plan of one cell's session, for a closer look. */
export function sessionPlan({ plan, indexes, cells }: Tournament, number: number): SessionPlan {
  const { domain, opens, strategies } = cells[number]!;
  const index = indexes[domain]!;
  return {
    index,
    strategies: strategies.map((s) => plan.strategies[s]!),
    order: Array.from({ length: index.parties }, (_, k) => (opens + k) % index.parties),
    rounds: plan.rounds,
    ...(plan.protocol === undefined ? {} : { protocol: plan.protocol }),
    seed: plan.seed ?? 0,
    stream: number,
  };
}

function play(tournament: Tournament, number: number): CellResult {
  const plan = sessionPlan(tournament, number);
  const { agreement, ended, rounds, offers, utilities } = runSession(plan);
  return {
    ...(agreement === undefined ? {} : { agreement: outcomeOf(plan.index, agreement) }),
    ended,
    rounds,
    offers,
    utilities,
  };
}
