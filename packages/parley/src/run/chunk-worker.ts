/** What a worker thread does for {@link ./threads.ts}. */
import { unpack } from './packed.ts';
import { worker, type Shard } from './shard.ts';
import type { ChunkTask } from './threads.ts';

const compute = worker();

export default ({ id, shard, index }: ChunkTask): unknown => compute(id, () => unpack(shard) as Shard, index);
