/**
 * Stability on several threads: every decision maker is judged apart from the others (`stability-jobs.ts` in the core),
 * and what is handed about lies in shared memory. The verdicts are those of one thread, bit by bit.
 */
import { availableParallelism } from 'node:os';
import {
  combine,
  memoryEstimate,
  stabilityJobs,
  TooLarge,
  type ConceptId,
  type Ranks,
  type SortedMoves,
  type Stability,
  type StateSpace,
} from '@parley/core/graph';
import { shared } from './shared.ts';
import type { Task } from './stability-worker.ts';
import { workerPool } from './worker-pool.ts';

export interface ThreadOptions {
  /** Default: as many as the machine has, at most one a decision maker. */
  readonly threads?: number;
  /** Most memory of all threads together, in bytes. */
  readonly memoryLimit?: number;
  /** Jobs that are done, of how many. */
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

export interface StabilityThreads {
  stability(
    given: StateSpace,
    ranks: readonly Ranks[],
    concepts: readonly ConceptId[],
    options?: Omit<ThreadOptions, 'threads'>,
  ): Promise<Stability>;
  close(): Promise<void>;
}

/** Threads that stay for several analyses: the first pays for starting them and for compiling. */
export function stabilityThreads(threads: number): StabilityThreads {
  const pool = workerPool('stability-worker', threads);
  return {
    close: () => pool.destroy(),
    async stability(given, ranks, concepts, options = {}) {
      refuseTooLarge(given, threads, options.memoryLimit);
      const jobs = stabilityJobs(given, threads, concepts);
      const all = given.decisionMakers + jobs.length;
      let done = 0;
      const run = async <T>(task: Task): Promise<T> => {
        const result = (await pool.run(task, options.signal === undefined ? {} : { signal: options.signal })) as T;
        options.onProgress?.(++done, all);
        return result;
      };
      const space = shared(given);
      const common = ranks.map(shared);
      const sorted = await Promise.all(
        common.map((own, decisionMaker) => run<SortedMoves>({ kind: 'sort', space, decisionMaker, ranks: own })),
      );
      const verdicts = await Promise.all(
        jobs.map(async (job) => ({
          job,
          verdicts: await run<Uint8Array>({ kind: 'judge', space, sorted, ranks: common[job.decisionMaker]!, job }),
        })),
      );
      return combine(space, verdicts);
    },
  };
}

export async function stabilityOnThreads(
  given: StateSpace,
  ranks: readonly Ranks[],
  concepts: readonly ConceptId[],
  options: ThreadOptions = {},
): Promise<Stability> {
  const count = Math.min(options.threads ?? availableParallelism(), given.decisionMakers);
  refuseTooLarge(given, count, options.memoryLimit);
  const threads = stabilityThreads(count);
  try {
    return await threads.stability(given, ranks, concepts, options);
  } finally {
    await threads.close();
  }
}

function refuseTooLarge(given: StateSpace, threads: number, memoryLimit = 2 ** 30 * threads): void {
  const needs = memoryEstimate(given) * threads;
  if (needs > memoryLimit) throw new TooLarge(`The stability of ${given.states} states`, needs, memoryLimit, 'bytes');
}
