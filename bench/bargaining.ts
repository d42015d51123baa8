/**
 * `npm run bench -- bargaining --family R|C|M --seed 1 --sizes 10x10x10 --parties 2 --reserved 0,0 [--json]`: the frontier,
 * all solution points and the opposition of a generated domain (bargaining/synthetic.ts).
 *
 * `cpuSeconds` is that analysis from the problem as data, without the rational fraction, which has its own
 * `rationalCpuSeconds`: each is run once to warm up, then until 101 runs or three seconds are over; the median counts, with the
 * first run beside it as `firstCpuSeconds`.
 */
import {
  bargain,
  domain,
  rationalCount,
  type DomainSpec,
  type Family,
  type Solution,
} from '../packages/core/dist/bargaining/index.js';
import { median } from './options.ts';

const RUNS = 101;
const SECONDS = 3;

function measured<T>(work: () => T): { result: T; first: number; seconds: number } {
  const once = (): { result: T; seconds: number } => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    return { result, seconds: (user + system) / 1e6 };
  };
  const { result, seconds: first } = once();
  const seconds: number[] = [];
  while (seconds.length < RUNS && seconds.reduce((sum, x) => sum + x, first) < SECONDS) seconds.push(once().seconds);
  return { result, first, seconds: seconds.length === 0 ? first : median(seconds) };
}

function specOf(args: readonly string[]): DomainSpec {
  const option = (name: string, otherwise: string): string => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : (args[at + 1] ?? otherwise);
  };
  const family = option('family', 'R');
  if (family !== 'R' && family !== 'C' && family !== 'M') throw new Error(`--family is R, C or M, not ${family}`);
  const sizes = option('sizes', '10x10x10').split('x').map(Number);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 1))
    throw new Error('--sizes are whole numbers above 1 joined by x: 10x10x10');
  const parties = Number(option('parties', '2'));
  const reserved = option('reserved', Array.from({ length: parties }, () => '0').join())
    .split(',')
    .map(Number);
  if (!Number.isSafeInteger(parties) || parties < 1 || reserved.length !== parties || reserved.some(Number.isNaN))
    throw new Error('--reserved has one number for each of --parties');
  return { family: family satisfies Family, seed: Number(option('seed', '1')), sizes, parties, reserved };
}

export function run(args: readonly string[]): void {
  const problem = domain(specOf(args));
  const analysis = measured(() => bargain(problem)!);
  // So that memory is that of the analysis, before the count takes its own.
  const analysisMB = Math.round(process.resourceUsage().maxRSS / 1024);
  const count = measured(() => rationalCount(problem));
  const { frontier, solutions, opposition, complete } = analysis.result;
  const { allowed, atLeast, atMost } = count.result;
  const point = (solution: Solution | undefined) =>
    solution === undefined ? null : { values: solution.outcome, utilities: solution.utilities };
  const printed = {
    outcomes: allowed,
    paretoSize: frontier.length,
    complete,
    nash: solutions === undefined ? null : { ...point(solutions.nash), product: solutions.nash.value },
    egalitarian: point(solutions?.egalitarian),
    kalaiSmorodinsky: point(solutions?.kalaiSmorodinsky),
    kalaiSmorodinskySpread: point(solutions?.kalaiSmorodinskySpread),
    utilitarian: point(solutions?.utilitarian),
    opposition: opposition ?? null,
    rationalFraction: atLeast === atMost ? atLeast / allowed : [atLeast / allowed, atMost / allowed],
    cpuSeconds: Number(analysis.seconds.toFixed(6)),
    firstCpuSeconds: Number(analysis.first.toFixed(6)),
    rationalCpuSeconds: Number(count.seconds.toFixed(6)),
    analysisMB,
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(printed)}\n`);
  else
    for (const [key, value] of Object.entries(printed))
      process.stdout.write(`${key.padEnd(22)} ${JSON.stringify(value)}\n`);
}
