/** What the driver and the workers of a fleet share: names in Redis, and how data goes there. */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Shard } from './shard.ts';

/** Shards and results are kept a day: long enough to go on after Redis, the driver or the power has been away. */
export const KEPT_SECONDS = 86_400;

/** Only workers of the same version take chunks: another might compute other bits. */
export const queueName = (version: string): string => `parley-chunks-${version}`;

export const shardKey = (id: string): string => `parley:shard:${id}`;
export const resultsKey = (id: string): string => `parley:results:${id}`;

/** Numbers keep all their bits. */
export const toBytes = (value: unknown): Buffer => serialize(value);
export const fromBytes = (bytes: Buffer): unknown => deserialize(bytes);

/** The same shard has the same name, so that a run that was broken off goes on where it stopped. */
export const shardId = (bytes: Buffer, version: string): string =>
  createHash('sha256').update(version).update(bytes).digest('hex').slice(0, 32);

export interface ChunkJob {
  readonly id: string;
  readonly index: number;
}

export const isShard = (value: unknown): value is Shard =>
  typeof value === 'object' && value !== null && 'kind' in value;

/** A queue that cannot be used as asked, in words for its user. */
export class QueueTrouble extends Error {
  readonly advice: string;
  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}

/** The address without a password. */
export function sayAddress(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
  } catch {
    return url;
  }
}
