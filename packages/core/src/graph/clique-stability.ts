/** Stability in any option model with ranked preferences, by lists of states: {@link ./least-reachable.ts}. */
import { cliquesOf, type Cliques } from './cliques.ts';
import { bitOf } from './concepts.ts';
import type { Sanctioning } from './concept.ts';
import { leastReachable, type Question } from './least-reachable.ts';
import { checkpoint, type Control } from './limits.ts';
import type { Ranks } from './model.ts';
import type { StateSpace } from './state-space.ts';
import { bestAnswers, verdicts } from './verdicts.ts';

/** By decision maker and state: a bit for each concept; see ./concepts.ts. */
export function cliqueStability(
  space: StateSpace,
  ranks: readonly Ranks[],
  concepts: readonly Sanctioning[],
  nashBit: number,
  isWanted: (dm: number) => boolean,
  control: Control,
): Uint8Array[] {
  const steps = space.decisionMakers * 2;
  const cliques: Cliques[] = [];
  for (let dm = 0; dm < space.decisionMakers; dm++) {
    cliques.push(cliquesOf(space, dm, ranks[dm]!));
    checkpoint(control, (dm + 1) / steps);
  }
  const values = new Int32Array(space.states * concepts.length);
  return cliques.map((_, dm) => {
    if (!isWanted(dm)) return new Uint8Array(space.states);
    const stable = cliqueJudge(space, cliques, dm, concepts, nashBit, values, control);
    checkpoint(control, (space.decisionMakers + dm + 1) / steps);
    return stable;
  });
}

/** The verdicts of one decision maker. `values` is room for states · concepts. */
export function cliqueJudge(
  space: StateSpace,
  cliques: readonly Cliques[],
  dm: number,
  concepts: readonly Sanctioning[],
  nashBit: number,
  values: Int32Array,
  control: Control,
): Uint8Array {
  const own = cliques[dm]!;
  const answers = concepts.some((concept) => concept.countermoves) ? bestAnswers(space, own) : own.ranks;
  const questions = concepts.map((concept): Question => ({
    by: concept.sanctions,
    keys: concept.countermoves ? answers : own.ranks,
  }));
  const sanctions = leastReachable(space, cliques, dm, questions, values, control);
  const bits = concepts.map((concept) => bitOf(concept.id));
  return verdicts(space, own, sanctions, bits, nashBit);
}
