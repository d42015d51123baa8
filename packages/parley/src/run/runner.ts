/** Who computes the chunks of a shard: this thread, several, or any number of machines. All give the same bits. */
import type { Shard } from './shard.ts';

export interface RunOptions {
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

export interface Runner {
  /** The results of chunks 0 … count − 1, in that order. */
  run(shard: Shard, count: number, options?: RunOptions): Promise<unknown[]>;
  close(): Promise<void>;
}

/** The work was called off: by its user, not by a mistake. */
export class CalledOff extends Error {
  constructor() {
    super('called off');
  }
}
