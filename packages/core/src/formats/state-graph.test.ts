import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../case/file.ts';
import { compileGraph, movesOf, TooLarge, type CompiledGraph } from '../graph/index.ts';
import { stateGraph, stateGraphDot, stateGraphGraphml } from './state-graph.ts';

function graphOf(slug: string): CompiledGraph {
  const text = readFileSync(new URL(`../../../../cases/${slug}/case.yaml`, import.meta.url), 'utf8');
  return compileGraph(readCase(text).case!).graph!;
}

const HARD = 'a "quoted" <name> & a \\ stroke\nin two lines';
const graph = graphOf('elmira');
const drawn = stateGraph(graph, (node) => (node === 0 ? HARD : graph.taken(node).join(', ')));
const matches = (text: string, pattern: RegExp): string[][] => [...text.matchAll(pattern)].map((m) => [...m].slice(1));

test('the state graph has every state, every move and whether it improves', () => {
  expect(drawn.nodes.map((n) => n.id)).toEqual(['2', '3', '4', '5', '8', '18', '19', '20', '21']);
  expect(drawn.edges).toHaveLength(24);
  expect(drawn.nodes.filter((n) => n.statusQuo).map((n) => n.id)).toEqual(['2']);
  expect(drawn.nodes.filter((n) => n.equilibrium.includes('nash')).map((n) => n.id)).toEqual(['8', '18', '21']);
  // From a Nash equilibrium nobody's move improves.
  expect(drawn.edges.filter((e) => ['8', '18', '21'].includes(e.from) && e.improvement)).toEqual([]);
  expect(drawn.edges).toContainEqual({ from: '2', to: '18', decisionMaker: 'local-government', improvement: true });
});

describe('as text', () => {
  const quoted = String.raw`"((?:[^"\\]|\\.)*)"`;

  test('DOT has a line for every state and every move, and words keep their signs', () => {
    const lines = stateGraphDot(drawn).trimEnd().split('\n');
    const nodes = lines.flatMap((line) => new RegExp(`^  ${quoted} \\[label=${quoted}`).exec(line)?.slice(1, 3) ?? []);
    const edges = lines.filter((line) =>
      new RegExp(`^  ${quoted} -> ${quoted} \\[label=${quoted}, style=(?:solid|dotted)\\];$`).test(line),
    );
    expect(nodes.slice(0, 2)).toEqual(['2', String.raw`2: a \"quoted\" <name> & a \\ stroke in two lines`]);
    expect(nodes).toHaveLength(2 * 9);
    expect(edges).toHaveLength(24);
    expect(lines.filter((line) => line.includes('peripheries=2'))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('  "18" ['))).toContain('xlabel="NASH');
    expect(nodes.length / 2 + edges.length).toBe(lines.length - 4);
  });

  test('GraphML has an element for every state and every move, and words keep their signs', () => {
    const text = stateGraphGraphml(drawn);
    const nodes = matches(text, /<node id="([^"]*)"><data key="label">([^<]*)<\/data>/g);
    expect(nodes).toHaveLength(9);
    expect(nodes[0]![1]!.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(HARD);
    const edges = matches(
      text,
      /<edge id="e\d+" source="([^"]*)" target="([^"]*)"><data key="decisionMaker">([^<]*)</g,
    );
    expect(edges).toEqual(drawn.edges.map((e) => [e.from, e.to, e.decisionMaker]));
    const keys = new Set(matches(text, /<key id="([^"]*)"/g).flat());
    for (const [used] of matches(text, /<data key="([^"]*)"/g)) expect(keys).toContain(used);
    const nash = matches(text, /<node id="([^"]*)">.*<data key="nash">true<\/data>/g).flat();
    expect(nash).toEqual(['8', '18', '21']);
  });
});

test('a state graph with more moves than can be drawn is refused, with how many there are', () => {
  const large = graphOf('cuban-missile-crisis');
  const moves = movesOf(large);
  const count = [0, 1].reduce(
    (n, dm) => n + [...Array(12).keys()].reduce((k, s) => k + moves.moves(dm, s).length, 0),
    0,
  );
  expect(stateGraph(large, String, { most: count }).edges).toHaveLength(count);
  expect(() => stateGraph(large, String, { most: count - 1 })).toThrow(TooLarge);
  expect(() => stateGraph(large, String, { most: count - 1 })).toThrow(`needs about ${count} moves`);
});
