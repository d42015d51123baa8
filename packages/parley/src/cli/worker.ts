import { UsageError } from '../desk/usage.ts';
import { QueueTrouble, sayAddress } from '../run/fleet-keys.ts';
import { version } from './version.ts';
import { print, type ExitCode } from './output.ts';

/** Takes chunks of forecasts from a queue until it is stopped. */
export async function work(flags: { queue: string }): Promise<ExitCode> {
  const { fleetWorker } = await loaded(() => import('../run/fleet-worker.ts'));
  let chunks = 0;
  const address = sayAddress(flags.queue);
  try {
    const worker = await fleetWorker({
      url: flags.queue,
      version: version(),
      onChunk: (done) => (chunks = done),
      onConnection: (isThere, why) =>
        process.stderr.write(
          isThere
            ? `${address} is back.\n`
            : `${address} is away${why === '' ? '' : ` (${why})`}; waiting for it. Chunks that were done are not lost.\n`,
        ),
    });
    print(`Taking chunks of forecasts from ${address}, parley ${version()}. Ctrl-C stops after the chunk in hand.`);
    await new Promise<void>((stop) => {
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
    await worker.close();
    print(`Stopped after ${chunks} ${chunks === 1 ? 'chunk' : 'chunks'}.`);
    return 0;
  } catch (error) {
    throw inWords(error);
  }
}

export function inWords(error: unknown): unknown {
  return error instanceof QueueTrouble ? new UsageError(error.message, error.advice) : error;
}

/** Queues are optional: without their two packages everything else works. */
export async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
      throw new UsageError(
        '--queue needs the packages bullmq and ioredis, which are not installed.',
        'Install with `npm ci` without --omit=optional.',
      );
    throw error;
  }
}
