/**
 * `npm run bench -- forecast --draws 100000 --seed 1 [--json]`: runs of the Istanbul case to its horizon, on one thread, in
 * chunks as any worker would compute them. `cpuSeconds` is the playing of the runs; weighing the draws by what has been seen
 * comes before and is given apart (`weighSeconds`, a tenth of the draws). `speedUp` is on the clock, two threads against one.
 */
import { readFileSync } from 'node:fs';
import { asKnownOn } from '../packages/core/dist/case/index.js';
import { readCase } from '../packages/core/dist/case/file.js';
import {
  chunksOf,
  compileForecast,
  isProblem,
  mergeTallies,
  simulator,
  summarise,
  weigher,
  type Process,
} from '../packages/core/dist/forecast/index.js';
import type { Runner } from '../packages/parley/dist/run/runner.js';
import { threads } from '../packages/parley/dist/run/threads.js';
import { median, options } from './options.ts';

const ISTANBUL = new URL('../cases/istanbul-2025/case.yaml', import.meta.url);

export async function run(args: readonly string[]): Promise<void> {
  const { numbers, json } = options(args, { draws: 100_000, seed: 1 });
  const { draws, seed } = numbers as { draws: number; seed: number };
  const { case: whole } = readCase(readFileSync(ISTANBUL, 'utf8'));
  const compiled = compileForecast(asKnownOn(whole!, whole!.asOf));
  if (isProblem(compiled)) throw new Error(compiled.code);
  const { process: plan, history } = compiled;
  // Once through a few chunks, so that what is measured is compiled code.
  const { chunk } = simulator({ process: plan, seed, runs: draws });
  chunk(0);
  const before = process.cpuUsage();
  const tallies = Array.from({ length: chunksOf(draws) }, (_, k) => chunk(k));
  const tally = mergeTallies(tallies);
  const cpuSeconds = secondsSince(before);

  const weighed = Math.ceil(draws / 10);
  const weigh = weigher(plan, history, seed, weighed);
  const start = process.cpuUsage();
  for (let k = 0; k < chunksOf(weighed); k++) weigh(k);
  const printed = {
    drawsPerSecond: Math.round(draws / cpuSeconds),
    cpuSeconds: Number(cpuSeconds.toFixed(3)),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
    weighSeconds: Number(secondsSince(start).toFixed(3)),
    speedUp: { 2: await speedUp(plan, seed, Math.min(draws, 40_000)) },
    rounds: plan.rounds,
    scenarios: Object.fromEntries(summarise(plan, tally).map((s) => [s.id, Number(s.probability.toFixed(4))])),
  };
  if (json) process.stdout.write(`${JSON.stringify(printed)}\n`);
  else
    for (const [key, value] of Object.entries(printed))
      process.stdout.write(`${key.padEnd(16)} ${JSON.stringify(value)}\n`);
}

/** Wall seconds of one thread over those of two, both in threads that stay; the median of five ratios after one round. */
async function speedUp(plan: Process, seed: number, runs: number): Promise<number> {
  const [one, two] = [threads(1), threads(2)];
  const wall = async (runner: Runner): Promise<number> => {
    const before = performance.now();
    await runner.run({ kind: 'simulate', plan: { process: plan, seed, runs } }, chunksOf(runs));
    return performance.now() - before;
  };
  const ratios: number[] = [];
  for (let round = 0; round < 6; round++) {
    const ratio = (await wall(one)) / (await wall(two));
    if (round >= 1) ratios.push(ratio);
  }
  await Promise.all([one.close(), two.close()]);
  return Number(median(ratios).toFixed(2));
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
