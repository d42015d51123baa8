/** Stability in option models whose states fill a fair share of all combinations: {@link ./cube-flood.ts}. */
import type { Sanctioning } from './concept.ts';
import { bitOf } from './concepts.ts';
import { listsOf, type Cube } from './cube.ts';
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
  const room = placeRoom(cube);
  const values = concepts.map(() => new Int32Array(room));
  const own = new Int32Array(room);
  const answers = new Int32Array(concepts.some((concept) => concept.countermoves) ? room : 0);
  return lists.map((list, dm) => {
    if (!isWanted(dm)) return new Uint8Array(space.states);
    cubeRanks(cube, dm, ranks[dm]!, own);
    if (answers.length > 0) cubeAnswers(cube, dm, list, own, answers);
    const questions = concepts.map((concept, k): CubeQuestion => ({
      by: concept.sanctions,
      keys: concept.countermoves ? answers : own,
      values: values[k]!,
    }));
    floodCube(cube, lists, dm, questions, control);
    const sanctions = concepts.map((concept, k) => ({ values: values[k]!, bit: bitOf(concept.id) }));
    const stable = cubeVerdicts(cube, dm, list, own, space.states, sanctions, nashBit);
    checkpoint(control, (space.decisionMakers + 2 * (dm + 1)) / steps);
    return stable;
  });
}
