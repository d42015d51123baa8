/**
 * `npm run bench -- blocks --steps 20 --preconditions 24 --seed 1 [--group 8] [--json]`: everything the engine says of a
 * random theory (./random-theory.ts) with every step as a goal: cycles, exclusions, sequences, conflicts, all exits,
 * chances. Run once to warm up, then five times; the median counts.
 */
import { analyseTheory, answer, type GoalAnswer } from '../packages/core/dist/preconditions/index.js';
import { median, options } from './options.ts';
import { randomTheory } from './random-theory.ts';

const RUNS = 5;

export function run(args: readonly string[]): void {
  const { numbers, json } = options(args, { steps: 20, preconditions: 24, seed: 1, group: 8 });
  const theory = randomTheory(numbers['steps']!, numbers['preconditions']!, numbers['group']!, numbers['seed']!);
  const seconds: number[] = [];
  let answers: readonly GoalAnswer[] = [];
  let cycles = 0;
  let exclusions = 0;
  for (let k = 0; k <= RUNS; k++) {
    const began = process.cpuUsage();
    const base = analyseTheory(theory);
    answers = theory.steps.map((step, index) =>
      answer(theory, base.demands, { name: step.name, kind: 'condition', formula: { kind: 'step', step: index } }),
    );
    const { user, system } = process.cpuUsage(began);
    if (k > 0) seconds.push((user + system) / 1e6);
    cycles = base.cycles.length;
    exclusions = base.exclusions.length;
  }
  const refused = answers.filter((a) => 'refused' in a).length;
  const blocked = answers.flatMap((a) => ('reachable' in a && !a.reachable ? [a] : []));
  const result = {
    steps: numbers['steps'],
    preconditions: numbers['preconditions'],
    group: numbers['group'],
    seed: numbers['seed'],
    cycles,
    exclusions,
    goals: answers.length,
    blocked: blocked.length,
    refused,
    exits: blocked.reduce((sum, a) => sum + a.exits.length, 0),
    largestExit: Math.max(0, ...blocked.flatMap((a) => a.exits.map((exit) => exit.changes.length))),
    complete: refused === 0 && blocked.every((a) => a.complete && a.conflicts.complete),
    cpuSeconds: Number(median(seconds).toFixed(4)),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else for (const [key, value] of Object.entries(result)) process.stdout.write(`${key.padEnd(14)} ${String(value)}\n`);
}
