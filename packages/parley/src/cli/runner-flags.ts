/** Who computes: `--workers n`, `--queue redis://…`, or what suits the size of the work. */
import { availableParallelism } from 'node:os';
import { UsageError } from '../desk/usage.ts';
import { CalledOff, type Runner } from '../run/runner.ts';
import { here } from '../run/here.ts';
import { version } from './version.ts';
import type { RunnerFlags } from './runner-options.ts';
import { inWords, loaded } from './worker.ts';

/** Below this many runs one thread is done before others have started. */
const WORTH_THREADS = 10_000;

export async function runnerOf(flags: RunnerFlags, draws: number): Promise<Runner> {
  if (flags.queue !== undefined) {
    if (!/^rediss?:\/\//.test(flags.queue))
      throw new UsageError(
        `“${flags.queue.slice(0, 80)}” is not the address of a queue.`,
        'Write --queue redis://localhost:6379.',
      );
    const { fleet } = await loaded(() => import('../run/fleet.ts'));
    try {
      return await fleet({
        url: flags.queue,
        version: version(),
        onNobody: (message) => process.stderr.write(`${message}\n`),
      });
    } catch (error) {
      throw inWords(error);
    }
  }
  const asked = flags.workers === undefined ? undefined : Number(flags.workers);
  if (asked !== undefined && (!Number.isInteger(asked) || asked < 1 || asked > 256))
    throw new UsageError(`“${flags.workers!.slice(0, 40)}” is not a number of workers.`, 'Write --workers 2.');
  const count = asked ?? (draws < WORTH_THREADS ? 1 : availableParallelism());
  if (count === 1) return here();
  const { threads } = await import('../run/threads.ts');
  return threads(count);
}

/** Runs work on a runner; Ctrl-C calls it off. Undefined where it was called off. */
export async function withRunner<T>(
  flags: RunnerFlags,
  draws: number,
  work: (runner: Runner, signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const runner = await runnerOf(flags, draws);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    return await work(runner, stop.signal);
  } catch (error) {
    if (error instanceof CalledOff) {
      process.stderr.write('\nCalled off. Nothing was written.\n');
      return undefined;
    }
    throw inWords(error);
  } finally {
    process.off('SIGINT', interrupt);
    await runner.close();
  }
}
