/**
 * `npm run bench -- start [--runs 15] [--json]`: how long a user waits for a command on the bundled case: whole
 * processes, `node_modules/.bin/parley`, built, after one run that is not counted; median wall seconds, with a bare
 * `node -e 0` beside them, the commands in turn.
 */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { median, options } from './options.ts';

const COMMANDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'node -e 0': ['node', '-e', '0'],
  'parley check': ['node_modules/.bin/parley', 'check'],
  'parley blocks': ['node_modules/.bin/parley', 'blocks'],
  'parley brief': ['node_modules/.bin/parley', 'brief'],
};

export function run(args: readonly string[]): void {
  const { numbers, json } = options(args, { runs: 15 });
  const times = new Map(Object.keys(COMMANDS).map((name) => [name, [] as number[]]));
  for (let k = 0; k <= numbers['runs']!; k++) {
    for (const [name, [program, ...rest]] of Object.entries(COMMANDS)) {
      const began = performance.now();
      const { status } = spawnSync(program, rest, { stdio: 'ignore' });
      if (status !== 0) throw new Error(`${name} ended with ${status}`);
      if (k > 0) times.get(name)!.push((performance.now() - began) / 1000);
    }
  }
  const result = Object.fromEntries(
    [...times].map(([name, list]) => [
      name,
      { median: median(list), least: Math.min(...list), most: Math.max(...list) },
    ]),
  );
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else
    for (const [name, t] of Object.entries(result))
      process.stdout.write(
        `${name.padEnd(16)} ${t.median.toFixed(2)} s   (${t.least.toFixed(2)}–${t.most.toFixed(2)})\n`,
      );
}
