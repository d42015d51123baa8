/**
 * What can be handed out in chunks: a piece of plain data, and how a chunk of it is computed. A chunk is a pure function of
 * the shard and its number, so it does not matter who computes it, nor how often.
 */
import { attributor, comparer, simulator, weigher, type History, type Plan, type Process } from '@parley/core/forecast';

export type Shard =
  | {
      readonly kind: 'weigh';
      readonly process: Process;
      readonly history: History;
      readonly seed: number;
      readonly runs: number;
    }
  | { readonly kind: 'simulate' | 'attribute'; readonly plan: Plan }
  | { readonly kind: 'compare'; readonly plan: Plan; readonly changed: readonly Process[] };

export type Chunk = (index: number) => unknown;

export function workOf(shard: Shard): Chunk {
  switch (shard.kind) {
    case 'weigh':
      return weigher(shard.process, shard.history, shard.seed, shard.runs);
    case 'simulate':
      return simulator(shard.plan).chunk;
    case 'attribute':
      return attributor(shard.plan).chunk;
    case 'compare':
      return comparer(shard.plan, shard.changed).chunk;
  }
}

/** Keeps what was compiled for the shard worked on last; a worker is given chunks of one shard after another. */
export function worker(): (id: string, shard: () => Shard, index: number) => unknown {
  let last: { readonly id: string; readonly chunk: Chunk } | undefined;
  return (id, shard, index) => {
    if (last?.id !== id) last = { id, chunk: workOf(shard()) };
    return last.chunk(index);
  };
}
