/** Chunks over worker threads. A thread reads and compiles the shard once; its arrays lie in shared memory. */
import { setMaxListeners } from 'node:events';
import { pack, type Packed } from './packed.ts';
import { CalledOff, type Runner } from './runner.ts';
import { workerPool } from './worker-pool.ts';

export interface ChunkTask {
  readonly id: string;
  readonly shard: Packed;
  readonly index: number;
}

export function threads(count: number): Runner {
  const pool = workerPool('chunk-worker', count);
  let runs = 0;
  return {
    close: () => pool.destroy(),
    async run(given, chunks, { onProgress, signal } = {}) {
      // Every chunk listens.
      if (signal !== undefined) setMaxListeners(0, signal);
      const id = String(runs++);
      const shard = pack(given);
      let done = 0;
      try {
        return await Promise.all(
          Array.from({ length: chunks }, async (_, index) => {
            const task: ChunkTask = { id, shard, index };
            const result: unknown = await pool.run(task, signal === undefined ? {} : { signal });
            onProgress?.(++done, chunks);
            return result;
          }),
        );
      } catch (error) {
        if (signal?.aborted === true) throw new CalledOff();
        throw error;
      }
    },
  };
}
