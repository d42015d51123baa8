/**
 * Chunks over any number of workers on any number of machines: BullMQ on Redis or Valkey. The driver lays down the shard,
 * queues its chunks, and gathers the results, each under its number, so that chunks that were computed twice, late or by
 * whomever make no difference. A worker that dies loses its lock and the chunk goes to another. Shard and results stay for a
 * day: the same command goes on where a run was broken off.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Queue, QueueEvents } from 'bullmq';
import { Redis } from 'ioredis';
import {
  fromBytes,
  KEPT_SECONDS,
  queueName,
  QueueTrouble,
  resultsKey,
  sayAddress,
  shardId,
  shardKey,
  toBytes,
  type ChunkJob,
} from './fleet-keys.ts';
import { CalledOff, type Runner } from './runner.ts';

export interface FleetOptions {
  readonly url: string;
  readonly version: string;
  /** Told once when chunks wait and nobody takes them. */
  readonly onNobody?: (message: string) => void;
}

/** How often the results are counted. */
const LOOK_MS = 100;
/** How often jobs are looked for that Redis has forgotten, as after a restart without its file. */
const SEARCH_MS = 5_000;
/** Longest wait for connections to end in good order. */
const CLOSE_MS = 500;
/** Times a chunk is tried before it is given up; a dead worker does not count. */
const ATTEMPTS = 3;

export async function fleet({ url, version, onNobody }: FleetOptions): Promise<Runner> {
  const address = sayAddress(url);
  // Commands fail after some seconds without Redis, so that the driver can say so.
  const redis = new Redis(url, {
    maxRetriesPerRequest: 5,
    lazyConnect: true,
    retryStrategy: (n) => Math.min(n * 200, 2_000),
  });
  const events = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  let lastError = '';
  for (const connection of [redis, events]) connection.on('error', (error: Error) => (lastError = error.message));
  const away = (done?: number, all?: number): QueueTrouble =>
    new QueueTrouble(
      `${address} does not answer${lastError === '' ? '' : ` (${lastError})`}.`,
      done === undefined
        ? 'Start Redis or Valkey there, or leave --queue out to compute on this machine.'
        : `${done} of ${all} chunks are done. What Redis still holds of them is kept for a day: give the same command again when it is back.`,
    );
  try {
    await redis.connect();
    await events.connect();
  } catch {
    redis.disconnect();
    events.disconnect();
    throw away();
  }
  const queue = new Queue<ChunkJob>(queueName(version), { connection: redis });
  const watch = new QueueEvents(queueName(version), { connection: events });
  // Without a listener an error of theirs would end the process; what matters shows in the commands.
  queue.on('error', () => undefined);
  watch.on('error', () => undefined);
  const failures = new Map<string, string>();
  watch.on('failed', ({ jobId, failedReason }) => failures.set(jobId, failedReason));

  return {
    async close() {
      // It waits for events, and waiting ends only with its connection.
      events.disconnect();
      await Promise.race([Promise.allSettled([queue.close(), watch.close()]), wait(CLOSE_MS)]);
      redis.disconnect();
    },
    async run(shard, count, { onProgress, signal } = {}) {
      const bytes = toBytes(shard);
      const id = shardId(bytes, version);
      const jobId = (index: number): string => `${id}-${index}`;
      let done = 0;
      const lay = async (indices: readonly number[]): Promise<void> => {
        await queue.addBulk(
          indices.map((index) => ({
            name: shard.kind,
            data: { id, index },
            opts: { jobId: jobId(index), attempts: ATTEMPTS, removeOnComplete: true, removeOnFail: true },
          })),
        );
      };
      const missing = async (): Promise<number[]> => {
        const there = new Set((await redis.hkeys(resultsKey(id))).map(Number));
        return Array.from({ length: count }, (_, k) => k).filter((k) => !there.has(k));
      };
      try {
        await redis.set(shardKey(id), bytes, 'EX', KEPT_SECONDS);
        await lay(await missing());
        let searched = Date.now();
        let told = false;
        while ((done = await redis.hlen(resultsKey(id))) < count) {
          if (signal?.aborted === true) {
            await Promise.all((await missing()).map((index) => queue.remove(jobId(index))));
            throw new CalledOff();
          }
          onProgress?.(done, count);
          const failed = [...failures].find(([job]) => job.startsWith(`${id}-`));
          if (failed !== undefined)
            throw new QueueTrouble(
              `A worker could not compute a chunk, ${ATTEMPTS} times: ${failed[1]}`,
              'The workers print more; the same command without --queue computes it here.',
            );
          if (Date.now() - searched > SEARCH_MS) {
            searched = Date.now();
            if (!told && (await queue.getWorkersCount()) === 0) {
              told = true;
              onNobody?.(
                `Nobody takes chunks at ${address}: start \`parley worker --queue ${address}\` (parley ${version}).`,
              );
            }
            const states = await Promise.all(
              (await missing()).map(async (index) => [index, await queue.getJobState(jobId(index))] as const),
            );
            const forgotten = states.filter(([, state]) => state === 'unknown').map(([index]) => index);
            if (forgotten.length > 0) {
              await redis.set(shardKey(id), bytes, 'EX', KEPT_SECONDS);
              await lay(forgotten);
            }
          }
          await wait(LOOK_MS);
        }
        onProgress?.(count, count);
        const results = await redis.hgetallBuffer(resultsKey(id));
        return Array.from({ length: count }, (_, k) => fromBytes(results[String(k)]!));
      } catch (error) {
        if (error instanceof CalledOff || error instanceof QueueTrouble) throw error;
        throw away(done, count);
      }
    },
  };
}
