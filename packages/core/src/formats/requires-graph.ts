/**
 * The requires-graph (rule B3) for drawing tools: DOT (Graphviz), Mermaid and GraphML. An arrow t → x says that step t
 * requires step x: full lines before, bold lines together, dotted lines inferred; steps of a cycle are marked.
 */
import type { BlocksReport } from '../preconditions/index.ts';

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
  const nodes = graph.nodes.map(
    (n) => `  ${dotText(n.id)} [label=${dotText(n.label)}${n.inCycle ? ', color="#b3261e", penwidth=2' : ''}];`,
  );
  const edges = graph.edges.map((e) => {
    const style = e.inferred ? 'dotted' : e.timing === 'before' ? 'solid' : 'bold';
    return `  ${dotText(e.from)} -> ${dotText(e.to)} [label=${dotText(e.label)}, style=${style}];`;
  });
  return `digraph requires {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n${[...nodes, ...edges].join('\n')}\n}\n`;
}

const dotText = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`;

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
  const text = (s: string): string => s.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
  const keys = [
    ['label', 'node', 'string'],
    ['cycle', 'node', 'boolean'],
    ['preconditions', 'edge', 'string'],
    ['timing', 'edge', 'string'],
    ['inferred', 'edge', 'boolean'],
  ].map(([id, of, type]) => `  <key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`);
  const data = (key: string, value: unknown): string => `<data key="${key}">${text(String(value))}</data>`;
  const nodes = graph.nodes.map(
    (n) => `    <node id="${text(n.id)}">${data('label', n.label)}${data('cycle', n.inCycle)}</node>`,
  );
  const edges = graph.edges.map(
    (e, k) =>
      `    <edge id="e${k}" source="${text(e.from)}" target="${text(e.to)}">${data('preconditions', e.label)}${data('timing', e.timing)}${data('inferred', e.inferred)}</edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${keys.join('\n')}\n  <graph id="requires" edgedefault="directed">\n${[...nodes, ...edges].join('\n')}\n  </graph>\n</graphml>\n`;
}
