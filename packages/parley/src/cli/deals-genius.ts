/** The deals of a GENIUS domain: frontier and solution points, with the format's own meaning of scores. */
import { readFileSync, statSync } from 'node:fs';
import {
  bargain,
  rationalCount,
  reservedOf,
  type BargainingProblem,
  type FrontierPoint,
  type Solution,
} from '@parley/core/bargaining';
import { importGenius, type NamedText } from '@parley/core/domain-files';
import { renderFinding, sayFinding } from '../desk/domain-words.ts';
import { UsageError } from '../desk/usage.ts';
import { sayError } from '../store/files.ts';
import { save } from './save.ts';
import { plotLines, plotted } from './deals-plot.ts';
import { plotSvg } from './deals-svg.ts';
import { print, printJson, terminalColumns, terminalStyle, type ExitCode } from './output.ts';

/** As for a source of a case; XML of more characters is refused by its reader. */
const MOST_BYTES = 50_000_000;

export function geniusDeals(files: readonly string[], flags: { json?: boolean; svg?: string }): ExitCode {
  const [domain, ...profiles] = files.map(read);
  if (domain === undefined || profiles.length === 0)
    throw new UsageError(
      'A domain and at least one profile are needed.',
      'parley deals --genius DOMAIN.xml PROFILE.xml PROFILE.xml',
    );
  const { problem, findings } = importGenius(domain, profiles);
  for (const finding of findings) process.stderr.write(`${renderFinding(finding)}\n`);
  if (problem === undefined) {
    if (flags.json === true)
      printJson({ problems: findings.map((finding) => ({ ...finding, message: sayFinding(finding) })) });
    return 1;
  }
  const before = process.cpuUsage();
  const its = bargain(problem)!;
  const { allowed, atLeast, atMost } = rationalCount(problem);
  const { user, system } = process.cpuUsage(before);
  const { solutions, frontier, opposition, complete } = its;
  const point = (solution: Solution) => ({ values: namesOf(problem, solution), utilities: solution.utilities });
  const found = {
    outcomes: allowed,
    paretoSize: frontier.length,
    complete,
    parties: problem.parties,
    issues: problem.issues.map(({ name }) => name),
    reserved: problem.utilities.map(reservedOf),
    disagreement: its.disagreement,
    nash: solutions === undefined ? null : { ...point(solutions.nash), product: solutions.nash.value },
    egalitarian: solutions === undefined ? null : point(solutions.egalitarian),
    kalaiSmorodinsky: solutions === undefined ? null : point(solutions.kalaiSmorodinsky),
    kalaiSmorodinskySpread: solutions === undefined ? null : point(solutions.kalaiSmorodinskySpread),
    utilitarian: solutions === undefined ? null : point(solutions.utilitarian),
    relativeUtilitarian: solutions === undefined ? null : point(solutions.relativeUtilitarian),
    opposition: opposition ?? null,
    rationalFraction: atLeast === atMost ? atLeast / allowed : [atLeast / allowed, atMost / allowed],
    cpuSeconds: (user + system) / 1e6,
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  const plot = plotted(`Which deals would ${problem.parties.join(' and ')} both take?`, problem.parties, problem, {
    frontier: frontier.map(({ utilities }) => utilities),
    nash: solutions?.nash.utilities,
    statusQuo: undefined,
    reserved: problem.utilities.map(reservedOf),
  });
  if (flags.svg !== undefined) {
    if (plot === undefined) throw new UsageError('Only the deals of two parties can be drawn.', 'Give two profiles.');
    save(flags.svg, plotSvg(plot));
  }
  if (flags.json === true) print(JSON.stringify(found));
  else if (flags.svg === undefined) {
    const style = terminalStyle();
    print(style.bold(domain.name));
    print(
      `  ${allowed.toLocaleString('en')} outcomes, ${frontier.length} efficient and good enough for all; opposition ${opposition?.toFixed(4) ?? 'undefined'}`,
    );
    if (solutions === undefined) print('  The zone of agreement is empty.');
    else
      for (const [title, solution] of [
        ['Nash', solutions.nash],
        ['Kalai–Smorodinsky', solutions.kalaiSmorodinsky],
        ['egalitarian', solutions.egalitarian],
        ['utilitarian', solutions.utilitarian],
      ] as const)
        print(
          `  ${title.padEnd(18)} ${solution.utilities.map((u) => u.toFixed(4)).join('  ')}  ${namesOf(problem, solution).join(', ')}`,
        );
    print('');
    if (plot !== undefined) for (const line of plotLines(plot, terminalColumns())) print(`  ${line}`);
  }
  return 0;
}

const namesOf = ({ issues }: BargainingProblem, { outcome }: FrontierPoint): string[] =>
  outcome.map((v, i) => issues[i]!.values[v]!);

function read(file: string): NamedText {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES)
      throw new UsageError(`${file} has ${Math.round(size / 1e6)} MB; at most ${MOST_BYTES / 1e6} MB are read.`);
    return { name: file, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: ${error instanceof TypeError ? 'it is not UTF-8' : sayError(error)}`);
  }
}
