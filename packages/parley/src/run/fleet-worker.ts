/** A worker of a fleet: takes chunks from the queue until it is told to stop. See {@link ./fleet.ts}. */
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import {
  fromBytes,
  isShard,
  KEPT_SECONDS,
  queueName,
  QueueTrouble,
  resultsKey,
  sayAddress,
  shardKey,
  toBytes,
  type ChunkJob,
} from './fleet-keys.ts';
import { worker, type Shard } from './shard.ts';

export interface FleetWorkerOptions {
  readonly url: string;
  readonly version: string;
  readonly onChunk?: (done: number) => void;
  /** Redis went away, or came back. */
  readonly onConnection?: (isThere: boolean, why: string) => void;
}

export interface FleetWorker {
  /** Stops after the chunk in hand; at once while Redis is away, since a chunk cannot be handed in then. */
  close(): Promise<void>;
}

/** A chunk takes well under a second; who has not renewed its lock in this time is taken for dead. */
const LOCK_MS = 5_000;
const LOOK_FOR_DEAD_MS = 2_000;

export async function fleetWorker({ url, version, onChunk, onConnection }: FleetWorkerOptions): Promise<FleetWorker> {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    lazyConnect: true,
    retryStrategy: (n) => Math.min(n * 200, 5_000),
  });
  let isThere = true;
  let why = '';
  let isClosing = false;
  redis.on('error', (error: Error) => (why = error.message));
  redis.on('close', () => {
    if (isThere && !isClosing) onConnection?.(false, why);
    isThere = false;
  });
  redis.on('ready', () => {
    if (!isThere) onConnection?.(true, '');
    isThere = true;
  });
  try {
    await redis.connect();
  } catch {
    redis.disconnect();
    throw new QueueTrouble(
      `${sayAddress(url)} does not answer${why === '' ? '' : ` (${why})`}.`,
      'Start Redis or Valkey there first.',
    );
  }
  const compute = worker();
  const shards = new Map<string, Shard>();
  let done = 0;
  const taking = new Worker<ChunkJob>(
    queueName(version),
    async ({ data: { id, index } }) => {
      let shard = shards.get(id);
      if (shard === undefined) {
        const bytes = await redis.getBuffer(shardKey(id));
        const read = bytes === null ? undefined : fromBytes(bytes);
        if (!isShard(read)) throw new Error('the data of this run is no longer in Redis');
        shards.clear();
        shards.set(id, (shard = read));
      }
      const known = shard;
      const result = toBytes(compute(id, () => known, index));
      const isNew = await redis.hsetnx(resultsKey(id), String(index), result);
      if (isNew === 0) {
        const before = await redis.hgetBuffer(resultsKey(id), String(index));
        if (before !== null && !before.equals(result))
          throw new Error(`two machines computed chunk ${index} with different bits; do both run the same version?`);
      }
      await redis.expire(resultsKey(id), KEPT_SECONDS);
      onChunk?.(++done);
    },
    {
      connection: redis,
      lockDuration: LOCK_MS,
      stalledInterval: LOOK_FOR_DEAD_MS,
      maxStalledCount: 100,
    },
  );
  taking.on('error', () => undefined);
  return {
    async close() {
      isClosing = true;
      if (!isThere) redis.disconnect();
      await taking.close(!isThere);
      redis.disconnect();
    },
  };
}
