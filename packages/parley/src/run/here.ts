/** Chunks one after the other in this thread, which comes up for air between them. */
import { setImmediate } from 'node:timers/promises';
import { CalledOff, type Runner } from './runner.ts';
import { workOf } from './shard.ts';

export const here = (): Runner => ({
  close: () => Promise.resolve(),
  async run(shard, count, { onProgress, signal } = {}) {
    const chunk = workOf(shard);
    const results: unknown[] = [];
    for (let k = 0; k < count; k++) {
      if (signal?.aborted === true) throw new CalledOff();
      results.push(chunk(k));
      onProgress?.(k + 1, count);
      await setImmediate();
    }
    return results;
  },
});
