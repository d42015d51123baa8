/**
 * {@link ./equilibria.ts} in parts that know nothing of one another, for several threads: all that goes in and comes out
 * can be copied or transferred from one to another.
 *
 * First every decision maker's moves are put in order (`sortMoves`, one a decision maker), then states are judged
 * (`judgeStates`), which takes everybody's order but only the judge's own ranks. One job a decision maker; of those that
 * are over when all threads have had as many, each is two, with countermoves and without: five decision makers on two
 * threads would otherwise take three turns. `combine` unites the verdicts: those of `stability`, bit by bit.
 *
 * A decision maker in two jobs costs a third more than in one. Each thread needs `memoryEstimate` at most.
 */
import { cliqueJudge } from './clique-stability.ts';
import { cliquesOf, type Cliques } from './cliques.ts';
import type { Concept, ConceptId, Sanctioning } from './concept.ts';
import { bitOf, CONCEPT_IDS, CONCEPTS } from './concepts.ts';
import { cubeFits, cubeOf, listsOf, type Lists } from './cube.ts';
import { cubeJudge, cubeScratch } from './cube-stability.ts';
import { inCommon, type Stability } from './equilibria.ts';
import type { Control } from './limits.ts';
import type { Ranks } from './model.ts';
import type { StateSpace } from './state-space.ts';

export interface StabilityJob {
  readonly decisionMaker: number;
  readonly concepts: readonly ConceptId[];
}

/** One decision maker's moves in order of its preference. */
export type SortedMoves =
  | { readonly engine: 'cube'; readonly lists: Lists }
  | { readonly engine: 'cliques'; readonly cliques: Cliques };

/** What is to be judged once everybody's moves are sorted: in any order, but the first take longest. */
export function stabilityJobs(
  space: StateSpace,
  threads = 2,
  concepts: readonly ConceptId[] = CONCEPT_IDS,
): StabilityJob[] {
  const holds = (concept: Concept): boolean => concept.sanctions !== 'none' && concept.countermoves;
  const wanted = CONCEPTS.filter((concept) => concepts.includes(concept.id));
  const halves = [false, true]
    .map((countermoves) => wanted.filter((concept) => holds(concept) === countermoves).map(({ id }) => id))
    .filter((half) => half.length > 0);
  const whole = [wanted.map(({ id }) => id)];
  const evenly = space.decisionMakers - (space.decisionMakers % threads);
  return Array.from({ length: space.decisionMakers }, (_, decisionMaker) =>
    (decisionMaker < evenly ? whole : halves).map((part) => ({ decisionMaker, concepts: part })),
  ).flat();
}

export const sortMoves = (space: StateSpace, decisionMaker: number, ranks: Ranks): SortedMoves =>
  cubeFits(space)
    ? { engine: 'cube', lists: listsOf(cubeOf(space), decisionMaker, ranks) }
    : { engine: 'cliques', cliques: cliquesOf(space, decisionMaker, ranks) };

/** By state: a bit for each concept of the job. `ranks` are those of its decision maker, `sorted` are everybody's. */
export function judgeStates(
  space: StateSpace,
  sorted: readonly SortedMoves[],
  ranks: Ranks,
  { decisionMaker, concepts }: StabilityJob,
  control: Control = {},
): Uint8Array {
  const sanctioning = CONCEPTS.flatMap((concept): Sanctioning[] =>
    concept.sanctions !== 'none' && concepts.includes(concept.id) ? [concept] : [],
  );
  const nashBit = concepts.includes('nash') ? bitOf('nash') : 0;
  const lists = sorted.flatMap((its) => (its.engine === 'cube' ? [its.lists] : []));
  if (lists.length > 0) {
    const cube = cubeOf(space);
    const scratch = cubeScratch(cube, sanctioning);
    return cubeJudge(cube, space, lists, decisionMaker, ranks, sanctioning, nashBit, scratch, control);
  }
  const cliques = sorted.flatMap((its) => (its.engine === 'cliques' ? [its.cliques] : []));
  const values = new Int32Array(space.states * sanctioning.length);
  return cliqueJudge(space, cliques, decisionMaker, sanctioning, nashBit, values, control);
}

/** The jobs with their verdicts, in any order. */
export function combine(
  space: StateSpace,
  done: readonly { readonly job: StabilityJob; readonly verdicts: Uint8Array }[],
): Stability {
  const stable = Array.from({ length: space.decisionMakers }, (_, dm) => {
    const parts = done.filter(({ job }) => job.decisionMaker === dm).map(({ verdicts }) => verdicts);
    const its = parts[0]?.slice() ?? new Uint8Array(space.states);
    for (const part of parts.slice(1)) for (let s = 0; s < its.length; s++) its[s]! |= part[s]!;
    return its;
  });
  const concepts = CONCEPT_IDS.filter((id) => done.some(({ job }) => job.concepts.includes(id)));
  return { concepts, stable, equilibria: inCommon(stable, space.states) };
}
