/**
 * Everything there is to say of the states of a small model: each concept's verdicts and its list of equilibria, whatever
 * the moves (state graphs, coalesced states, misperception, further restrictions) and however preferences are given. The
 * analysis is {@link ./relational.ts}; with the options of the states, simultaneous stability too.
 */
import type { ConceptId } from './concept.ts';
import { equilibria } from './equilibria.ts';
import type { MoveGraph } from './move-graph.ts';
import type { Preference } from './preference.ts';
import { relationalStability, type RelationalOptions, type RelationalStability } from './relational.ts';
import { simultaneousAlong } from './simultaneous.ts';
import type { StateSpace } from './state-space.ts';

export interface GraphStability extends RelationalStability {
  /** simultaneous[dm][state]: 1 if SIM stable. Undefined without options. */
  readonly simultaneous: readonly Uint8Array[] | undefined;
  /** The equilibria by each concept, ascending. */
  readonly lists: Readonly<Partial<Record<ConceptId | 'sim', readonly number[]>>>;
}

export interface GraphStabilityOptions extends RelationalOptions {
  /** The options behind the states of the graph, in the same order: asks for SIM. */
  readonly space?: StateSpace;
}

export function graphStability(
  graph: MoveGraph,
  preferences: readonly Preference[],
  { space, ...options }: GraphStabilityOptions = {},
): GraphStability {
  const result = relationalStability(graph, preferences, options);
  const simultaneous = space === undefined ? undefined : simultaneousAlong(graph, preferences, space, options);
  const lists: Partial<Record<ConceptId | 'sim', readonly number[]>> = {};
  for (const id of result.concepts) lists[id] = equilibria(result, id);
  if (simultaneous !== undefined)
    lists.sim = [...Array(graph.states).keys()].filter((s) => simultaneous.every((stable) => stable[s] === 1));
  return { ...result, simultaneous, lists };
}
