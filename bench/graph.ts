/**
 * `npm run bench -- graph --decision-makers 4 --options 12 --preferences strict|ties16|prio --seed 1 [--irreversible n]
 * [--shape uruguay] [--json]`: the stability of every state of a synthetic conflict (./synthetic-conflict.ts) for every
 * decision maker, by all five concepts.
 *
 * All states are feasible and all moves reversible, unless `--irreversible n` makes the first n options of everybody
 * irreversible or `--shape uruguay` takes the owners and infeasible conditions of the Uruguay round: 20 options, 138,240
 * states. `cpuSeconds` is the analysis (states, grouping, sorting, verdicts), without the making up of preferences: run
 * once to warm up, then until five runs or six seconds are over; the median counts.
 *
 * `--threads` adds `speedUp`: how many times faster two threads are than one, on the clock.
 *
 * `--growth` instead prints how the cost grows: options 8 to 20 by 2 to 5 decision makers, CPU seconds and the most memory
 * each takes, every model in a process of its own.
 */
import { execFileSync } from 'node:child_process';
import {
  bitOf,
  CONCEPT_IDS,
  equilibria,
  stability,
  stateSpace,
  type Condition,
  type OptionModel,
  type StateSpace,
} from '../packages/core/dist/graph/index.js';
import { stabilityThreads, type StabilityThreads } from '../packages/parley/dist/run/stability-threads.js';
import { median } from './options.ts';
import { deal, fingerprint, ranksOf, type Conflict } from './synthetic-conflict.ts';

const RUNS = 5;
const SECONDS = 6;

const URUGUAY = {
  counts: [5, 4, 3, 2, 3, 3],
  /** Infeasible together; a negative number is an option not taken, counted from 1. */
  infeasible: [
    [-1, 4],
    [7, 8],
    [7, 9],
    [10, 11],
    [10, 12],
    [-10, 12],
    [13, 14],
  ],
};

function modelOf(
  counts: readonly number[],
  irreversible: number,
  infeasible: readonly (readonly number[])[],
): OptionModel {
  return {
    decisionMakers: counts.map((_, dm) => `DM${dm + 1}`),
    options: counts.flatMap((count, owner) =>
      Array.from({ length: count }, (_, k) => ({
        name: `${owner}.${k}`,
        owner,
        ...(k < irreversible ? { irreversible: 'to-yes' as const } : {}),
      })),
    ),
    infeasible: infeasible.map((numbers): Condition => ({
      kind: 'literals',
      literals: numbers.map((n) => [Math.abs(n) - 1, n > 0] as const),
    })),
  };
}

export async function run(args: readonly string[]): Promise<void> {
  if (args.includes('--growth')) return growth(args);
  const option = (name: string, otherwise: string): string => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : (args[at + 1] ?? otherwise);
  };
  const preferences = option('preferences', 'strict');
  if (preferences !== 'strict' && preferences !== 'ties16' && preferences !== 'prio')
    throw new Error(`--preferences is strict, ties16 or prio, not ${preferences}`);
  const isUruguay = option('shape', '') === 'uruguay';
  const conflict: Conflict = {
    decisionMakers: isUruguay ? URUGUAY.counts.length : Number(option('decision-makers', '4')),
    options: isUruguay ? 20 : Number(option('options', '12')),
    preferences,
    seed: Number(option('seed', '1')),
  };
  const counts = isUruguay ? URUGUAY.counts : deal(conflict.decisionMakers, conflict.options);
  const model = modelOf(counts, Number(option('irreversible', '0')), isUruguay ? URUGUAY.infeasible : []);

  const feasible = stateSpace(model);
  const ranks = counts.map((_, dm) => {
    const all = ranksOf(conflict, dm);
    return feasible.decimals === undefined ? all : Int32Array.from(feasible.decimals, (decimal) => all[decimal]!);
  });
  const seconds: number[] = [];
  let result = stability(feasible, ranks);
  while (seconds.length < RUNS && seconds.reduce((sum, x) => sum + x, 0) < SECONDS) {
    const before = process.cpuUsage();
    result = stability(stateSpace(model), ranks);
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  const printed = {
    states: feasible.states,
    fingerprints: Object.fromEntries(CONCEPT_IDS.map((id) => [id, fingerprint(result.stable, bitOf(id))])),
    equilibria: Object.fromEntries(CONCEPT_IDS.map((id) => [id, equilibria(result, id).length])),
    cpuSeconds: Number(median(seconds).toFixed(4)),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
    ...(args.includes('--threads') ? { speedUp: { 2: await speedUp(feasible, ranks) } } : {}),
  };
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(printed)}\n`);
  else
    for (const [key, value] of Object.entries(printed))
      process.stdout.write(`${key.padEnd(14)} ${JSON.stringify(value)}\n`);
}

/**
 * Wall seconds of one thread over those of two: both in threads that stay, run in turn after three rounds that are not
 * counted; the median of nine ratios.
 */
async function speedUp(space: StateSpace, ranks: readonly Int32Array[]): Promise<number> {
  const [one, two] = [stabilityThreads(1), stabilityThreads(2)];
  const wall = async (threads: StabilityThreads): Promise<number> => {
    const before = performance.now();
    await threads.stability(space, ranks, CONCEPT_IDS);
    return performance.now() - before;
  };
  const ratios: number[] = [];
  for (let round = 0; round < 12; round++) {
    const ratio = (await wall(one)) / (await wall(two));
    if (round >= 3) ratios.push(ratio);
  }
  await Promise.all([one.close(), two.close()]);
  return Number(median(ratios).toFixed(2));
}

const GROWTH = { options: [8, 10, 12, 14, 16, 18, 20], decisionMakers: [2, 3, 4, 5] };

interface Measured {
  readonly options: number;
  readonly decisionMakers: number;
  readonly states: number;
  readonly cpuSeconds: number;
  readonly peakMB: number;
}

function growth(args: readonly string[]): void {
  const rest = args.filter((arg) => arg !== '--growth' && arg !== '--json');
  const measured = GROWTH.options.map((options) =>
    GROWTH.decisionMakers.map((decisionMakers): Measured => {
      // A process's peak never falls: each model gets its own.
      const numbers = ['--options', `${options}`, '--decision-makers', `${decisionMakers}`];
      const command = [...process.execArgv, process.argv[1]!, 'graph', ...rest, ...numbers, '--json'];
      const { states, cpuSeconds, peakMB } = JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' }));
      return { options, decisionMakers, states, cpuSeconds, peakMB };
    }),
  );
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ growth: measured.flat() })}\n`);
    return;
  }
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.padStart(17)).join(' | ')} |\n`;
  process.stdout.write(row(['options', ...GROWTH.decisionMakers.map((n) => `${n} decision makers`)]));
  process.stdout.write(row(['---', ...GROWTH.decisionMakers.map(() => '---')]));
  for (const cells of measured)
    process.stdout.write(row([`${cells[0]!.options}`, ...cells.map((m) => `${m.cpuSeconds} s, ${m.peakMB} MB`)]));
}
