/** Stability in option models whose states fill a fair share of all combinations: {@link ./cube-flood.ts}. */
import type { Sanctioning } from './concept.ts';
import { bitOf } from './concepts.ts';
import { listsOf, type Cube, type Lists } from './cube.ts';
import { floodCube, placeRoom, type CubeQuestion } from './cube-flood.ts';
import { cubeAnswers, cubeRanks, cubeVerdicts } from './cube-verdicts.ts';
import { checkpoint, type Control } from './limits.ts';
import type { Ranks } from './model.ts';
import type { StateSpace } from './state-space.ts';

/** By decision maker and state: a bit for each concept; see ./concepts.ts. */
export function cubeStability(
  cube: Cube,
  space: StateSpace,
  ranks: readonly Ranks[],
  concepts: readonly Sanctioning[],
  nashBit: number,
  isWanted: (dm: number) => boolean,
  control: Control,
): Uint8Array[] {
  const steps = space.decisionMakers * 3;
  const lists = ranks.map((its, dm) => {
    const list = listsOf(cube, dm, its);
    checkpoint(control, (dm + 1) / steps);
    return list;
  });
  const scratch = cubeScratch(cube, concepts);
  return lists.map((_, dm) => {
    if (!isWanted(dm)) return new Uint8Array(space.states);
    const stable = cubeJudge(cube, space, lists, dm, ranks[dm]!, concepts, nashBit, scratch, control);
    checkpoint(control, (space.decisionMakers + 2 * (dm + 1)) / steps);
    return stable;
  });
}

/** Room for the work on one decision maker at a time. */
export interface CubeScratch {
  readonly values: readonly Int32Array[];
  readonly own: Int32Array;
  readonly answers: Int32Array;
}

export function cubeScratch(cube: Cube, concepts: readonly Sanctioning[]): CubeScratch {
  const room = placeRoom(cube);
  return {
    values: concepts.map(() => new Int32Array(room)),
    own: new Int32Array(room),
    answers: new Int32Array(concepts.some((concept) => concept.countermoves) ? room : 0),
  };
}

/** The verdicts of one decision maker, whose ranks are `ranks`; of the others only the lists are read. */
export function cubeJudge(
  cube: Cube,
  space: StateSpace,
  lists: readonly Lists[],
  dm: number,
  ranks: Ranks,
  concepts: readonly Sanctioning[],
  nashBit: number,
  { values, own, answers }: CubeScratch,
  control: Control,
): Uint8Array {
  cubeRanks(cube, dm, ranks, own);
  if (answers.length > 0) cubeAnswers(cube, dm, lists[dm]!, own, answers);
  const questions = concepts.map((concept, k): CubeQuestion => ({
    by: concept.sanctions,
    keys: concept.countermoves ? answers : own,
    values: values[k]!,
  }));
  floodCube(cube, lists, dm, questions, control);
  const sanctions = concepts.map((concept, k) => ({ values: values[k]!, bit: bitOf(concept.id) }));
  return cubeVerdicts(cube, dm, lists[dm]!, own, space.states, sanctions, nashBit);
}
