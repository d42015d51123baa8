/** `parley tournament`: every strategy in every seat of every domain. */
import { table } from '@parley/core/brief';
import { rowsOf, scoresOf, toCsv, type Estimate, type Score, type TournamentDomain } from '@parley/core/talks';
import { sayTold } from '../desk/domain-files.ts';
import { generated, numbersNamed, strategiesNamed, wholeNumber } from '../desk/strategies.ts';
import { domainsIn, playTournament, preparedTournament } from '../desk/tournament.ts';
import { UsageError } from '../desk/usage.ts';
import { save } from './save.ts';
import { version } from './version.ts';
import { print, printJson, progress, terminalColumns, terminalStyle, type ExitCode } from './output.ts';

export interface TournamentFlags {
  domains?: string;
  generate?: string;
  strategies: string;
  parties?: string;
  reserved?: string;
  rounds: string;
  repeat: string;
  seed: string;
  protocol: string;
  selfPlay: boolean;
  resume?: string;
  csv?: string;
  json?: boolean;
}

const PROTOCOLS = {
  saop: 'alternating-offers',
  simultaneous: 'simultaneous-offers',
  majority: 'simultaneous-offers-majority',
} as const;

export async function tournamentOf(flags: TournamentFlags): Promise<ExitCode> {
  const strategies = strategiesNamed(flags.strategies);
  const rounds = wholeNumber('rounds', flags.rounds, 1, 1_000_000);
  const repetitions = wholeNumber('repeat', flags.repeat, 1, 1_000_000);
  const seed = wholeNumber('seed', flags.seed, 0, 2 ** 32 - 1);
  if (!Object.hasOwn(PROTOCOLS, flags.protocol))
    throw new UsageError(
      `There is no protocol “${flags.protocol.slice(0, 80)}” for tournaments.`,
      `There are: ${Object.keys(PROTOCOLS).join(', ')}.`,
    );
  const domains = domainsOf(flags);
  if (domains === undefined) return 1;
  const tournament = preparedTournament({
    strategies,
    domains,
    rounds,
    repetitions,
    seed,
    protocol: PROTOCOLS[flags.protocol as keyof typeof PROTOCOLS],
    selfPlay: flags.selfPlay,
  });
  const bar = progress();
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const { state, resumed, done } = await playTournament(tournament, {
    version: version(),
    ...(flags.resume !== undefined && { file: flags.resume }),
    onProgress: (now, all) => bar(now, all, 'sessions'),
    signal: stop.signal,
  });
  process.removeListener('SIGINT', onSignal).removeListener('SIGTERM', onSignal);
  if (!done) {
    bar(1, 1, '');
    const where = `${state.results.length.toLocaleString('en')} of ${tournament.cells.length.toLocaleString('en')} sessions`;
    process.stderr.write(
      flags.resume === undefined
        ? `Stopped after ${where}. With --resume FILE it could go on.\n`
        : `Stopped after ${where}. The same command goes on from ${flags.resume}.\n`,
    );
    return 1;
  }
  if (resumed > 0 && flags.json !== true)
    process.stderr.write(`${resumed.toLocaleString('en')} sessions were there already.\n`);
  const scores = scoresOf(tournament, state);
  if (flags.csv !== undefined) save(flags.csv, toCsv(rowsOf(tournament, state)));
  if (flags.json === true) {
    printJson({
      version: version(),
      tournament: tournament.of,
      strategies: strategies.map(({ id }) => id),
      domains: domains.map(({ name, problem }) => ({ name, parties: problem.parties.length })),
      protocol: flags.protocol,
      rounds,
      repeat: repetitions,
      selfPlay: flags.selfPlay,
      seed,
      sessions: tournament.cells.length,
      scores,
    });
  } else if (flags.csv !== '-') {
    const style = terminalStyle();
    print(
      `${style.bold('TOURNAMENT')}  ${strategies.length} strategies, ${domains.length} ${domains.length === 1 ? 'domain' : 'domains'}, ${tournament.cells.length.toLocaleString('en')} sessions of at most ${rounds.toLocaleString('en')} rounds; seed ${seed}`,
    );
    show(scores, domains.length);
  }
  return 0;
}

function domainsOf(flags: TournamentFlags): readonly TournamentDomain[] | undefined {
  if ((flags.domains === undefined) === (flags.generate === undefined))
    throw new UsageError(
      'Say what to negotiate about: --domains FOLDER or --generate FAMILY:SIZES:SEED,… (one of them).',
      'For example --generate R:10x10x10:1,C:5x8:2',
    );
  if (flags.generate !== undefined) {
    const parties = wholeNumber('parties', flags.parties ?? '2', 2, 10);
    const reserved = flags.reserved === undefined ? undefined : numbersNamed('reserved', flags.reserved);
    const names = flags.generate.split(',');
    const twice = names.find((name, k) => names.indexOf(name) < k);
    if (twice !== undefined) throw new UsageError(`${twice} is there twice.`, 'Name each domain once, or --repeat.');
    return names.map((name) => generated(name, parties, reserved));
  }
  if (flags.reserved !== undefined)
    throw new UsageError('--reserved is for generated domains; those of a folder have their own.');
  const profiles = flags.parties === undefined ? undefined : wholeNumber('parties', flags.parties, 2, 100);
  const { domains, told } = domainsIn(flags.domains!, profiles);
  for (const finding of told) if (finding.severity === 'error') process.stderr.write(`${sayTold(finding)}\n`);
  if (domains === undefined && flags.json === true)
    printJson({ problems: told.filter(({ severity }) => severity === 'error') });
  return domains;
}

const percent = (x: number): string => `${Math.round(100 * x)} %`;

function show(scores: readonly Score[], domains: number): void {
  const style = terminalStyle();
  const columns = terminalColumns();
  const interval = ({ interval: its }: Estimate, say: (x: number) => string): string =>
    its === undefined ? '' : `${say(its[0])} to ${say(its[1])}`;
  const fixed = (x: number): string => x.toFixed(3).replace('-', '−');
  const rows = [
    ['strategy', 'advantage', '95 %', 'utility', '95 %', 'agrees', 'rounds'],
    ...scores.map(({ strategy, advantage, utility, agreements, rounds }) => [
      strategy,
      fixed(advantage.mean),
      interval(advantage, fixed),
      fixed(utility.mean),
      interval(utility, fixed),
      percent(agreements.mean),
      rounds === undefined ? '–' : rounds.toFixed(1),
    ]),
  ];
  for (const [k, line] of table(rows, columns - 2).entries()) print(`  ${k === 0 ? style.dim(line) : line}`);
  print(
    style.dim(
      domains > 1
        ? 'Advantage: the share of what could be gained over no deal. Intervals say how it might move with other domains of the kind.'
        : 'Advantage: the share of what could be gained over no deal. One domain alone allows no interval.',
    ),
  );
}
