/** What a worker thread does for {@link ./stability-threads.ts}. */
import {
  judgeStates,
  sortMoves,
  type Ranks,
  type SortedMoves,
  type StabilityJob,
  type StateSpace,
} from '@parley/core/graph';
import { shared } from './shared.ts';

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
