import fc from 'fast-check';
import { expect, test } from 'vitest';
import { components } from './components.ts';

const graphs = fc.integer({ min: 0, max: 12 }).chain((n) =>
  fc.array(n === 0 ? fc.constant<number[]>([]) : fc.array(fc.nat(n - 1), { maxLength: 5 }), {
    minLength: n,
    maxLength: n,
  }),
);

/** The literal definition: which nodes a walk leads to, a node to itself included (Warshall). */
function reachability(edges: readonly (readonly number[])[]): boolean[][] {
  const reach = edges.map((targets, a) => edges.map((_, b) => a === b || targets.includes(b)));
  for (const [via] of edges.entries())
    for (const [from] of edges.entries())
      for (const [to] of edges.entries()) reach[from]![to] ||= reach[from]![via]! && reach[via]![to]!;
  return reach;
}

test('two nodes share a component when each can be reached from the other', () => {
  fc.assert(
    fc.property(graphs, (edges) => {
      const group = components(edges);
      const reach = reachability(edges);
      for (const [a] of edges.entries())
        for (const [b] of edges.entries()) expect(group[a] === group[b]).toBe(reach[a]![b]! && reach[b]![a]!);
    }),
    { numRuns: 300 },
  );
});

test('edges lead from higher component numbers to lower or equal ones, and no number is skipped', () => {
  fc.assert(
    fc.property(graphs, (edges) => {
      const group = components(edges);
      for (const [from, targets] of edges.entries())
        for (const to of targets) expect(group[from]).toBeGreaterThanOrEqual(group[to]!);
      const numbers = new Set(group);
      expect([...numbers].toSorted((a, b) => a - b)).toEqual([...numbers].map((_, k) => k));
    }),
    { numRuns: 300 },
  );
});

test('a ring and a chain of a hundred thousand nodes do not overflow the stack', () => {
  const n = 100_000;
  const ring = Array.from({ length: n }, (_, k) => [(k + 1) % n]);
  expect(new Set(components(ring)).size).toBe(1);
  const chain = Array.from({ length: n }, (_, k) => (k + 1 < n ? [k + 1] : []));
  expect(new Set(components(chain)).size).toBe(n);
});
