/** `parley talks`: a session between the parties of a meeting, or over a domain of another program. */
import { dealWordsOf } from '@parley/core/brief';
import { nearestName } from '@parley/core/case';
import { strategyOf, type Strategy } from '@parley/core/talks';
import type { BargainingProblem } from '@parley/core/bargaining';
import { generated, numbersNamed, strategyNamed, wholeNumber, withFloors } from '../desk/strategies.ts';
import { playTalks, PROTOCOLS, usesStrategies, type ProtocolId } from '../desk/talks.ts';
import { UsageError } from '../desk/usage.ts';
import { save } from './save.ts';
import { seeCase, type ViewFlags } from './case-argument.ts';
import { diagnosticJson, print, printDiagnostics, printJson, type ExitCode } from './output.ts';
import type { Topic } from './talks-asked.ts';
import { talksJson } from './talks-json.ts';
import { showTalks } from './talks-text.ts';
import { talksSvg } from './talks-svg.ts';

export interface TalksFlags extends ViewFlags {
  meeting?: string;
  rank?: string;
  assume?: string[];
  genius?: string[];
  domain?: string;
  generate?: string;
  parties?: string;
  reserved?: string;
  protocol: string;
  first?: string;
  second?: string;
  strategies?: string;
  rounds?: string;
  seconds?: string;
  seed: string;
  trace?: boolean;
  svg?: string;
}

const MOST_ROUNDS = 10_000_000;
const MOST_SECONDS = 3600;

export async function talksOf(path: string | undefined, flags: TalksFlags): Promise<ExitCode> {
  const protocol = protocolNamed(flags.protocol);
  const seed = wholeNumber('seed', flags.seed, 0, 2 ** 32 - 1);
  const rounds = flags.rounds === undefined ? undefined : wholeNumber('rounds', flags.rounds, 1, MOST_ROUNDS);
  const seconds = flags.seconds === undefined ? undefined : secondsNamed(flags.seconds, protocol);
  const topic = await topicOf(path, flags);
  if (topic === undefined) return 1;
  const strategies = strategiesFor(topic.parties.length, protocol, flags);
  const talks = playTalks({
    problem: topic.problem,
    protocol,
    strategies,
    seed,
    ...(rounds !== undefined && { rounds }),
    ...(seconds !== undefined && { seconds }),
  });
  const asked = { topic, protocol, strategies, seed, rounds, seconds, flags };
  if (flags.svg !== undefined) {
    if (topic.parties.length !== 2) throw new UsageError('Only the offers of two parties can be drawn.');
    save(flags.svg, talksSvg(asked, talks));
    if (flags.svg === '-') return 0;
  }
  if (flags.json === true) print(JSON.stringify(talksJson(asked, talks)));
  else showTalks(asked, talks);
  return 0;
}

function protocolNamed(written: string): ProtocolId {
  const known = PROTOCOLS.find((id) => id === written);
  if (known !== undefined) return known;
  const near = nearestName(written, PROTOCOLS);
  throw new UsageError(
    `There is no protocol “${written.slice(0, 80)}”.`,
    `${near === undefined ? '' : `Did you mean “${near}”? `}There are: ${PROTOCOLS.join(', ')}.`,
  );
}

function secondsNamed(written: string, protocol: ProtocolId): number {
  const seconds = Number(written);
  if (!(seconds > 0 && seconds <= MOST_SECONDS))
    throw new UsageError(`--seconds ${written.slice(0, 40)}: a number above 0, at most ${MOST_SECONDS}, is expected.`);
  if (!usesStrategies(protocol))
    throw new UsageError(`--protocol ${protocol} has no clock.`, 'Give --rounds in the stead of --seconds.');
  return seconds;
}

function strategiesFor(parties: number, protocol: ProtocolId, flags: TalksFlags): Strategy[] {
  const named = [flags.first, flags.second, flags.strategies].some((flag) => flag !== undefined);
  if (!usesStrategies(protocol)) {
    if (named) throw new UsageError(`--protocol ${protocol} prescribes what parties do.`, 'Leave the strategies out.');
    return [];
  }
  if (flags.strategies !== undefined) {
    if (flags.first !== undefined || flags.second !== undefined)
      throw new UsageError('--strategies names all of them.', 'Leave --first and --second out.');
    const list = flags.strategies.split(',').map(strategyNamed);
    if (list.length !== parties)
      throw new UsageError(
        `--strategies has ${list.length} for ${parties} parties.`,
        'Name one for each, joined by commas and in their order.',
      );
    return list;
  }
  if (named && parties !== 2)
    throw new UsageError(`There are ${parties} parties.`, 'Name a strategy for each with --strategies a,b,c.');
  const [first = strategyOf('boulware')!, second = strategyOf('conceder')!] = [flags.first, flags.second].map((id) =>
    id === undefined ? undefined : strategyNamed(id),
  );
  return Array.from({ length: parties }, (_, p) => (p === 0 ? first : p === 1 ? second : strategyOf('boulware')!));
}

/** Undefined after the problems of the case, or of the files, were told. */
async function topicOf(path: string | undefined, flags: TalksFlags): Promise<Topic | undefined> {
  const given = [flags.genius, flags.domain, flags.generate, path].filter((its) => its !== undefined);
  if (given.length > 1)
    throw new UsageError('A case, --genius, --domain and --generate each say what to talk about.', 'Give one of them.');
  if (flags.generate !== undefined) {
    const parties = wholeNumber('parties', flags.parties ?? '2', 2, 10);
    const reserved = flags.reserved === undefined ? undefined : numbersNamed('reserved', flags.reserved);
    const { name, problem } = generated(flags.generate, parties, reserved);
    return plainTopic(name, problem);
  }
  if (flags.genius !== undefined || flags.domain !== undefined) return domainTopic(flags);
  const seen = await seeCase(path, flags);
  if (seen === undefined) return undefined;
  const { tableOfCase } = await import('../desk/case-table.ts');
  const { table, problem, problems } = await tableOfCase(seen.case, seen.open.files, flags);
  if (table === undefined) {
    const told =
      flags.redact === true ? problems.map((d) => ({ ...d, place: { ...d.place, lineText: '' } })) : problems;
    if (flags.json === true) printJson({ problems: told.map(diagnosticJson) });
    printDiagnostics(told, path ?? '');
    return undefined;
  }
  const words = dealWordsOf(seen.case);
  const { meeting, rank } = table.asked;
  const where = meeting === undefined ? `a table of rank ${rank ?? 'unknown'}` : seen.case.meetings.get(meeting)!.title;
  return {
    title: `${seen.case.title}: ${where}`,
    problem,
    parties: table.parties.map(words.party),
    issues: table.issues.map(({ id }) => words.issue(id)),
    value: (issue, value) => {
      const its = problem.issues[issue]!;
      return words.value(its.name, its.values[value]!);
    },
    note: 'Utilities go from 0 to 100 at the middles of the ranges of the case ○. What is played is how such strategies would fare, not how these parties will act.',
  };
}

async function domainTopic({ genius, domain, parties, json }: TalksFlags): Promise<Topic | undefined> {
  const { domainIn, domainOfFiles, sayTold } = await import('../desk/domain-files.ts');
  const options = parties === undefined ? {} : { profiles: wholeNumber('parties', parties, 2, 100) };
  if (genius !== undefined && genius.length < 3)
    throw new UsageError(
      'A domain and at least two profiles are needed.',
      'parley talks --genius DOMAIN.xml PROFILE.xml PROFILE.xml',
    );
  const { name, problem, told } = genius === undefined ? domainIn(domain!, options) : domainOfFiles(genius, options);
  for (const finding of told) process.stderr.write(`${sayTold(finding)}\n`);
  if (problem === undefined) {
    if (json === true) printJson({ problems: told });
    return undefined;
  }
  if (problem.parties.length < 2) throw new UsageError('Talks are between two parties at least; here is one profile.');
  return plainTopic(name, problem);
}

const plainTopic = (title: string, problem: BargainingProblem): Topic => ({
  title,
  problem: withFloors(problem),
  parties: problem.parties,
  issues: problem.issues.map(({ name }) => name),
  value: (issue, value) => problem.issues[issue]!.values[value]!,
});
