/** What a worker thread does for {@link ./threads.ts}. */
import { worker } from './shard.ts';
import type { ChunkTask } from './threads.ts';

const compute = worker();

export default ({ id, shard, index }: ChunkTask): unknown => compute(id, () => shard, index);
