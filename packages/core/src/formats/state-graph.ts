/**
 * The state graph of a case (rule U5) for drawing tools: DOT (Graphviz) and GraphML. A node is a possible state, an arrow
 * a move of one party; full lines are improvements for it, dotted lines moves that do not improve. States that are stable
 * for everyone are marked, and the one in which things stand has a double border.
 *
 * Every move is written out, so what has more than MOST_MOVES of them is refused before anything is computed.
 */
import {
  caseStability,
  movesOf,
  TooLarge,
  type CaseStability,
  type CompiledGraph,
  type ReportedConcept,
} from '../graph/index.ts';
import { dotOf, graphmlOf, type Drawing } from './drawing.ts';

/** A drawing of more arrows than this is a black square, and a file of megabytes. */
export const MOST_MOVES = 50_000;

export interface StateGraph {
  readonly concepts: readonly ReportedConcept[];
  readonly nodes: readonly {
    /** The state's decimal. */
    readonly id: string;
    readonly label: string;
    /** The concepts by which it is stable for everyone. */
    readonly equilibrium: readonly ReportedConcept[];
    readonly statusQuo: boolean;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly decisionMaker: string;
    readonly improvement: boolean;
  }[];
}

/** `label` names a state for people. Throws {@link TooLarge} where there are more moves than can be drawn. */
export function stateGraph(
  graph: CompiledGraph,
  label: (node: number) => string,
  options: { readonly most?: number; readonly stability?: CaseStability } = {},
): StateGraph {
  requireDrawable(graph, options.most ?? MOST_MOVES);
  const result = options.stability ?? caseStability(graph);
  const moves = movesOf(graph);
  const equilibria = result.concepts.map((concept) => [concept, new Set(result.equilibria(concept))] as const);
  const ids = Array.from({ length: graph.nodes }, (_, node) => String(graph.decimal(node)));
  return {
    concepts: result.concepts,
    nodes: ids.map((id, node) => ({
      id,
      label: label(node),
      equilibrium: equilibria.flatMap(([concept, states]) => (states.has(node) ? [concept] : [])),
      statusQuo: node === graph.statusQuo,
    })),
    edges: ids.flatMap((from, node) =>
      graph.decisionMakers.flatMap((decisionMaker, dm) => {
        const own = result.ranks[dm]!;
        return [...moves.moves(dm, node)].map((to) => ({
          from,
          to: ids[to]!,
          decisionMaker,
          improvement: own[to]! < own[node]!,
        }));
      }),
    ),
  };
}

function requireDrawable(graph: CompiledGraph, most: number): void {
  const what = `A drawing of ${graph.nodes.toLocaleString('en')} states`;
  const moves = movesOf(graph);
  let count = 0;
  for (let node = 0; node < graph.nodes; node++) {
    for (let dm = 0; dm < moves.decisionMakers; dm++) count += moves.moves(dm, node).length;
    if (count > most) throw new TooLarge(what, Math.round((count / (node + 1)) * graph.nodes), most, 'moves');
  }
}

export function stateGraphDot(graph: StateGraph): string {
  return dotOf({
    name: 'states',
    nodes: graph.nodes.map(({ id, label, equilibrium, statusQuo }) => ({
      id,
      attributes: {
        label: `${id}: ${label}`,
        ...(equilibrium.length === 0
          ? {}
          : { xlabel: equilibrium.join(' ').toUpperCase(), color: '#1b6e4b', penwidth: 2 }),
        ...(statusQuo ? { peripheries: 2 } : {}),
      },
    })),
    edges: graph.edges.map(({ from, to, decisionMaker, improvement }) => ({
      from,
      to,
      attributes: { label: decisionMaker, style: improvement ? 'solid' : 'dotted' },
    })),
  });
}

export function stateGraphGraphml(graph: StateGraph): string {
  const drawing: Drawing = {
    name: 'states',
    nodes: graph.nodes.map(({ id, label, equilibrium, statusQuo }) => ({
      id,
      attributes: {
        label,
        statusQuo,
        ...Object.fromEntries(graph.concepts.map((concept) => [concept, equilibrium.includes(concept)])),
      },
    })),
    edges: graph.edges.map(({ from, to, decisionMaker, improvement }) => ({
      from,
      to,
      attributes: { decisionMaker, improvement },
    })),
  };
  return graphmlOf(drawing, [
    { id: 'label', of: 'node', type: 'string' },
    { id: 'statusQuo', of: 'node', type: 'boolean' },
    ...graph.concepts.map((id) => ({ id, of: 'node', type: 'boolean' }) as const),
    { id: 'decisionMaker', of: 'edge', type: 'string' },
    { id: 'improvement', of: 'edge', type: 'boolean' },
  ]);
}
