/** What a worker thread does for {@link ./stability-threads.ts}. */
import {
  judgeStates,
  sortMoves,
  type Ranks,
  type SortedMoves,
  type StabilityJob,
  type StateSpace,
} from '@parley/core/graph';

export type Task =
  | { readonly kind: 'sort'; readonly space: StateSpace; readonly decisionMaker: number; readonly ranks: Ranks }
  | {
      readonly kind: 'judge';
      readonly space: StateSpace;
      readonly sorted: readonly SortedMoves[];
      readonly ranks: Ranks;
      readonly job: StabilityJob;
    };

export default function work(task: Task): SortedMoves | Uint8Array {
  return task.kind === 'sort'
    ? shared(sortMoves(task.space, task.decisionMaker, task.ranks))
    : judgeStates(task.space, task.sorted, task.ranks, task.job);
}

type Typed = Int32Array | Uint8Array | Uint16Array;

/** The same with its arrays in shared memory, so that handing it to another thread copies nothing. */
export function shared<T>(value: T): T {
  if (value instanceof Int32Array || value instanceof Uint8Array || value instanceof Uint16Array)
    return inShared(value) as T;
  if (Array.isArray(value)) return value.map(shared) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shared(inside)])) as T;
}

function inShared(array: Typed): Typed {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const buffer = new SharedArrayBuffer(array.byteLength);
  const copy =
    array instanceof Int32Array
      ? new Int32Array(buffer)
      : array instanceof Uint16Array
        ? new Uint16Array(buffer)
        : new Uint8Array(buffer);
  copy.set(array);
  return copy;
}
