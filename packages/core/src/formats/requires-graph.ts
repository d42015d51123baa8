/**
 * The requires-graph (rule B3) for drawing tools: DOT (Graphviz), Mermaid and GraphML. An arrow t → x says that step t
 * requires step x: full lines before, bold lines together, dotted lines inferred; steps of a cycle are marked.
 */
import type { BlocksReport } from '../preconditions/index.ts';
import { dotOf, graphmlOf } from './drawing.ts';

export interface DrawnGraph {
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly inCycle: boolean }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly timing: string;
    readonly inferred: boolean;
  }[];
}

/** `label` names a step for people. */
export function drawnGraph(report: BlocksReport, label: (step: string) => string): DrawnGraph {
  const edges = [
    ...report.edges.map((e) => ({
      from: e.from,
      to: e.to,
      label: e.preconditions.join(' '),
      timing: e.timing,
      inferred: e.inferred,
    })),
    ...report.convening.map((e) => ({ from: e.from, to: e.to, label: '', timing: 'together', inferred: false })),
  ];
  const inCycle = new Set(report.cycles.flatMap((cycle) => cycle.steps));
  const ids = [...new Set(edges.flatMap((e) => [e.from, e.to]))];
  return { nodes: ids.map((id) => ({ id, label: label(id), inCycle: inCycle.has(id) })), edges };
}

export function toDot(graph: DrawnGraph): string {
  return dotOf({
    name: 'requires',
    nodes: graph.nodes.map(({ id, label, inCycle }) => ({
      id,
      attributes: { label, ...(inCycle ? { color: '#b3261e', penwidth: 2 } : {}) },
    })),
    edges: graph.edges.map(({ from, to, label, timing, inferred }) => ({
      from,
      to,
      attributes: { label, style: inferred ? 'dotted' : timing === 'before' ? 'solid' : 'bold' },
    })),
  });
}

export function toMermaid(graph: DrawnGraph): string {
  const key = new Map(graph.nodes.map((n, k) => [n.id, `n${k}`]));
  const text = (s: string): string => `"${s.replace(/["#<>&;]/g, (sign) => `#${sign.codePointAt(0)};`)}"`;
  const nodes = graph.nodes.map((n) => `  ${key.get(n.id)!}[${text(n.label)}]${n.inCycle ? ':::cycle' : ''}`);
  const edges = graph.edges.map((e) => {
    const arrow = e.inferred ? '-.->' : e.timing === 'before' ? '-->' : '==>';
    return `  ${key.get(e.from)!} ${arrow}${e.label === '' ? '' : `|${text(e.label)}|`} ${key.get(e.to)!}`;
  });
  return `flowchart LR\n${[...nodes, ...edges].join('\n')}\n  classDef cycle stroke:#b3261e,stroke-width:2px\n`;
}

export function toGraphml(graph: DrawnGraph): string {
  return graphmlOf(
    {
      name: 'requires',
      nodes: graph.nodes.map(({ id, label, inCycle }) => ({ id, attributes: { label, cycle: inCycle } })),
      edges: graph.edges.map(({ from, to, label, timing, inferred }) => ({
        from,
        to,
        attributes: { preconditions: label, timing, inferred },
      })),
    },
    [
      { id: 'label', of: 'node', type: 'string' },
      { id: 'cycle', of: 'node', type: 'boolean' },
      { id: 'preconditions', of: 'edge', type: 'string' },
      { id: 'timing', of: 'edge', type: 'string' },
      { id: 'inferred', of: 'edge', type: 'boolean' },
    ],
  );
}
