/**
 * What is stable in a case: the verdicts of every concept over the compiled model, as data. States are given as nodes of
 * {@link CompiledGraph}; it says how they are written.
 *
 * The option form with rankings goes by the fast engine; coalesced states, misperception, restricted moves and two
 * strengths of preference go by pairs of states, which is for small models and refused above.
 */
import type { ConceptId } from './concept.ts';
import { CONCEPT_IDS, bitOf } from './concepts.ts';
import { equilibria, stability, type Stability } from './equilibria.ts';
import type { CompiledGraph } from './from-case.ts';
import { graphStability } from './graph-stability.ts';
import { TooLarge, type Control } from './limits.ts';
import type { Ranks } from './model.ts';
import { movesOfOptions, movesOnDemand, type MoveGraph } from './move-graph.ts';
import { simultaneousStability } from './simultaneous.ts';

/** The concepts of a report, in the order they are shown. */
export const REPORTED = [...CONCEPT_IDS, 'sim'] as const;
export type ReportedConcept = (typeof REPORTED)[number];

export interface CaseStability {
  readonly graph: CompiledGraph;
  readonly ranks: readonly Ranks[];
  readonly concepts: readonly ReportedConcept[];
  /** Whether a node is stable for a decision maker. */
  readonly isStable: (concept: ReportedConcept, dm: number, node: number) => boolean;
  /** Ascending nodes. */
  readonly equilibria: (concept: ReportedConcept) => readonly number[];
  /** Where a preference has two strengths: whether a stable node is strongly so. */
  readonly isStrong?: (concept: ConceptId, dm: number, node: number) => boolean;
  /** SIM was left out because it would take too long; it is computed when asked for alone. */
  readonly simLeftOut: boolean;
}

export interface CaseStabilityOptions extends Control {
  /** Default: all five; and SIM up to {@link SIM_STATES} states. */
  readonly concepts?: readonly ReportedConcept[];
  /** Default: those of the middle of every range. */
  readonly ranks?: readonly Ranks[];
  /** Most steps where pairs of states are compared. */
  readonly workLimit?: number;
  /** In place of the engine for the five concepts; for runs on several threads. */
  readonly run?: (ranks: readonly Ranks[], concepts: readonly ConceptId[]) => Stability;
}

/** Above this SIM is computed only when it is asked for. */
export const SIM_STATES = 4096;

export function caseStability(graph: CompiledGraph, options: CaseStabilityOptions = {}): CaseStability {
  const ranks = options.ranks ?? graph.ranks();
  const asked = options.concepts;
  const five = CONCEPT_IDS.filter((id) => asked?.includes(id) ?? true);
  const isOptionForm = graph.graph === undefined;
  const wantsSim = asked?.includes('sim') ?? graph.space.states <= SIM_STATES;
  // States that stand for several have no one decimal, by which simultaneous changes add up.
  const hasSim = wantsSim && graph.nodes === graph.space.states;
  if (isOptionForm && !graph.hasStrength) {
    const result: Stability =
      five.length === 0
        ? { concepts: [], stable: [], equilibria: new Uint8Array(graph.nodes) }
        : (options.run?.(ranks, five) ?? stability(graph.space, ranks, { ...options, concepts: five }));
    const sim = hasSim ? simultaneousStability(graph.space, ranks, options) : undefined;
    return view(graph, ranks, result, sim, !hasSim && asked === undefined);
  }
  const moves = graph.graph ?? movesOfOptions(graph.space, options);
  const result = graphStability(moves, graph.comparisons(ranks), {
    ...options,
    concepts: five,
    ...(hasSim ? { space: graph.space } : {}),
  });
  return {
    ...view(graph, ranks, result, result.simultaneous, !hasSim && asked === undefined),
    ...(graph.hasStrength
      ? { isStrong: (concept, dm, node) => (result.strong[dm]![node]! & bitOf(concept)) !== 0 }
      : {}),
  };
}

function view(
  graph: CompiledGraph,
  ranks: readonly Ranks[],
  result: Stability,
  sim: readonly Uint8Array[] | undefined,
  simLeftOut: boolean,
): CaseStability {
  return {
    graph,
    ranks,
    concepts: [...result.concepts, ...(sim === undefined ? [] : (['sim'] as const))],
    isStable: (concept, dm, node) =>
      concept === 'sim' ? sim?.[dm]![node] === 1 : (result.stable[dm]![node]! & bitOf(concept)) !== 0,
    equilibria: (concept) => {
      if (concept !== 'sim') return equilibria(result, concept);
      const states: number[] = [];
      for (let s = 0; s < graph.nodes; s++) if (sim?.every((stable) => stable[s] === 1) === true) states.push(s);
      return states;
    },
    simLeftOut,
  };
}

/** The moves of the model one by one: written out where the case asks for it, found on demand otherwise. */
export const movesOf = (graph: CompiledGraph): MoveGraph => graph.graph ?? movesOnDemand(graph.space);

/** Most states for analyses that look at every move of every state. */
export function requireSmall(graph: CompiledGraph, what: string, most = 4096): void {
  if (graph.nodes > most) throw new TooLarge(`${what} of ${graph.nodes} states`, graph.nodes, most, 'states');
}
