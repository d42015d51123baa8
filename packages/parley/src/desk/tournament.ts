/**
 * A tournament as a user asks for it: its domains gathered, played in slices so that it can be stopped, and kept on disk
 * where a file is named for it. A run that was killed goes on from there and ends as one that was not.
 */
import { setImmediate } from 'node:timers/promises';
import {
  isOf,
  playOn,
  prepareTournament,
  startOf,
  type Tournament,
  type TournamentDomain,
  type TournamentPlan,
  type TournamentProblem,
  type TournamentState,
} from '@parley/core/talks';
import { savedTournament, tournamentFile } from '../store/tournament-state.ts';
import { sayError } from '../store/files.ts';
import { below, domainFolders, domainIn, type Told } from './domain-files.ts';
import { withFloors } from './strategies.ts';
import { sayDomainProblem } from './talks.ts';
import { UsageError } from './usage.ts';

/** Milliseconds between looks at the clock and the signals. */
const SLICE = 200;
/** Milliseconds between saves; the first comes sooner, so that even a short run can be killed. */
const SAVE_EVERY = 3000;
const FIRST_SAVE = 500;
/** Results stay in memory and go through a file as one. */
const MOST_SESSIONS = 1_000_000;

/** The domains below a folder; nothing where one of them cannot be read. */
export function domainsIn(
  root: string,
  profiles: number | undefined,
): { readonly domains?: TournamentDomain[]; readonly told: readonly Told[] } {
  const folders = domainFolders(root);
  if (folders.length === 0)
    throw new UsageError(`There is no domain below ${root}.`, '`parley import --catalogue` lists what can be read.');
  const told: Told[] = [];
  const domains: TournamentDomain[] = [];
  for (const folder of folders) {
    const read = domainIn(folder, profiles === undefined ? {} : { profiles });
    told.push(...read.told);
    if (read.problem === undefined) continue;
    if (read.problem.parties.length < 2)
      throw new UsageError(`${folder} has one profile; talks are between two parties at least.`);
    domains.push({ name: below(root, folder), problem: withFloors(read.problem) });
  }
  return told.some(({ severity }) => severity === 'error') ? { told } : { domains, told };
}

export function preparedTournament(plan: TournamentPlan): Tournament {
  const { repetitions = 1, strategies, domains } = plan;
  const sessions = domains.reduce(
    (sum, { problem }) => sum + strategies.length ** problem.parties.length * problem.parties.length * repetitions,
    0,
  );
  if (sessions > MOST_SESSIONS) {
    const [most] = domains.toSorted((a, b) => b.problem.parties.length - a.problem.parties.length);
    throw new UsageError(
      `That would be ${sessions.toLocaleString('en')} sessions; at most ${MOST_SESSIONS.toLocaleString('en')} are played in one tournament.`,
      `Take fewer strategies, domains or repetitions${most!.problem.parties.length > 2 ? `, or --parties 2: “${most!.name}” has ${most!.problem.parties.length} parties, and every strategy sits in every seat` : ''}.`,
    );
  }
  const { tournament, problems } = prepareTournament(plan);
  if (tournament === undefined) throw new UsageError(...sayProblem(problems![0]!));
  return tournament;
}

function sayProblem(problem: TournamentProblem): [string, string] {
  switch (problem.code) {
    case 'twice':
      return [`“${problem.strategy}” is in the tournament twice.`, 'Name each strategy once.'];
    case 'too-many-cells':
      return [`That would be ${problem.cells.toLocaleString('en')} sessions.`, 'Take fewer strategies or domains.'];
    default:
      return sayDomainProblem(problem, `“${problem.domain}”`);
  }
}

export interface Played {
  readonly state: TournamentState;
  /** How many sessions were there already. */
  readonly resumed: number;
  /** False when it was stopped. */
  readonly done: boolean;
}

export interface PlayOptions {
  /** Where its state is kept. */
  readonly file?: string;
  readonly version: string;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

export async function playTournament(tournament: Tournament, options: PlayOptions): Promise<Played> {
  const { file, version, onProgress, signal } = options;
  let state = file === undefined ? startOf(tournament) : stateFrom(file, tournament, version);
  const resumed = state.results.length;
  const kept = file === undefined ? undefined : tournamentFile(file, tournament.of, version, state.results);
  const all = tournament.cells.length;
  const save = (): void => {
    try {
      kept?.save(state.results);
    } catch (error) {
      throw new UsageError(`${file!} cannot be written: ${sayError(error)}`);
    }
  };
  // That it can be written is known before the work begins.
  save();
  let due = performance.now() + FIRST_SAVE;
  while (state.results.length < all && signal?.aborted !== true) {
    const until = performance.now() + SLICE;
    state = playOn(tournament, state, { isCancelled: () => performance.now() > until });
    onProgress?.(state.results.length, all);
    if (performance.now() > due) {
      const before = performance.now();
      save();
      // A large state on a slow disk must not take up the time.
      due = performance.now() + Math.max(SAVE_EVERY, 10 * (performance.now() - before));
    }
    await setImmediate();
  }
  if (state.results.length > resumed) save();
  return { state, resumed, done: state.results.length === all };
}

function stateFrom(file: string, tournament: Tournament, version: string): TournamentState {
  const saved = savedTournament(file);
  const advice = 'Nothing was changed. Name another file, or remove this one to begin anew.';
  switch (saved.kind) {
    case 'none':
      return startOf(tournament);
    case 'unreadable':
      throw new UsageError(`${file} cannot be read: ${saved.reason}`, advice);
    case 'damaged':
      throw new UsageError(`${file} cannot be resumed: ${saved.reason}.`, advice);
    case 'state': {
      const { of, results } = saved.state;
      if (!isOf(tournament, { of, results }))
        throw new UsageError(
          `${file} belongs to another tournament: of other strategies, domains, rounds, protocol, repetitions or seed.`,
          advice,
        );
      if (saved.state.version !== version)
        throw new UsageError(
          `${file} was written by parley ${saved.state.version}; sessions may go otherwise in ${version}.`,
          advice,
        );
      return { of, results };
    }
  }
}
