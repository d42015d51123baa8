/**
 * What a decision maker's ranking has to do for several states at once: make each of them stable or unstable, for it or for
 * everybody, by any concept (the inverse approach for more than one state; cf. {@link ./inverse.ts}).
 *
 * Its own stability at s rests on which states it prefers to s, so each goal is a list of requirements. Whether a state is
 * stable for *others* rests on its ranking only where sanctions must be improvements (SEQ, SSEQ): its own moves are among
 * those sanctions. Such goals can be tested, ranking by ranking, but not written as requirements.
 */
import type { ConceptId } from './concept.ts';
import { CONCEPTS } from './concepts.ts';
import { meets, requirementsFor, type Requirement } from './inverse.ts';
import type { Ranks } from './model.ts';
import type { MoveGraph } from './move-graph.ts';
import { prove } from './narration.ts';
import { fromRanks, type Preference } from './preference.ts';

export interface Goal {
  readonly state: number;
  readonly concept: ConceptId;
  /** Stable for the decision maker whose ranking is in question, or for everybody: an equilibrium. */
  readonly for: 'itself' | 'everybody';
  readonly wanted: 'stable' | 'unstable';
}

/** The requirements of a state's stability, to be met or not to be met. */
export interface Condition {
  readonly state: number;
  readonly wanted: 'stable' | 'unstable';
  readonly requirements: readonly Requirement[];
}

export interface Aim {
  /** What the ranking has to do; all of it. */
  readonly conditions: readonly Condition[];
  /** Goals that no ranking reaches: others leave, whatever this decision maker prefers. */
  readonly hopeless: readonly Goal[];
  /** Goals for everybody in which others fear this decision maker's improvements. */
  readonly entangled: readonly Goal[];
  /** Whether a ranking reaches all goals. */
  readonly isReached: (ranks: Ranks) => boolean;
}

/** The preference of `decisionMaker` itself is not read. */
export function aimAt(
  graph: MoveGraph,
  preferences: readonly Preference[],
  decisionMaker: number,
  goals: readonly Goal[],
): Aim {
  const others = preferences.map((_, dm) => dm).filter((dm) => dm !== decisionMaker);
  const forOthers = (its: readonly Preference[], { concept, state }: Goal): boolean =>
    others.every((dm) => prove(graph, its, concept, dm, state).verdict === 'stable');
  const conditionOf = ({ state, concept, wanted }: Goal): Condition => ({
    state,
    wanted,
    requirements: requirementsFor(graph, preferences, concept, decisionMaker, state),
  });
  const conditions: Condition[] = [];
  const hopeless: Goal[] = [];
  const entangled: Goal[] = [];
  for (const goal of goals) {
    const byImprovements = CONCEPTS.some(({ id, sanctions }) => id === goal.concept && sanctions === 'improvements');
    if (goal.for === 'itself') conditions.push(conditionOf(goal));
    else if (byImprovements) entangled.push(goal);
    else if (forOthers(preferences, goal)) conditions.push(conditionOf(goal));
    else if (goal.wanted === 'stable') hopeless.push(goal);
  }
  const tests = entangled.map((goal) => ({ goal, own: conditionOf(goal) }));
  const isReached = (ranks: Ranks): boolean => {
    if (hopeless.length > 0 || !conditions.every((condition) => holds(condition, ranks))) return false;
    if (tests.length === 0) return true;
    const its = preferences.with(decisionMaker, fromRanks(ranks));
    return tests.every(({ goal, own }) => {
      const prefers = (x: number): boolean => ranks[x]! < ranks[goal.state]!;
      const isEquilibrium = meets(own.requirements, prefers) && forOthers(its, goal);
      return isEquilibrium === (goal.wanted === 'stable');
    });
  };
  return { conditions, hopeless, entangled, isReached };
}

export const holds = ({ state, wanted, requirements }: Condition, ranks: Ranks): boolean =>
  meets(requirements, (x) => ranks[x]! < ranks[state]!) === (wanted === 'stable');
