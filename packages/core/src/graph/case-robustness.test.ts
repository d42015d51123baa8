import { expect, test } from 'vitest';
import { readCase } from '../case/file.ts';
import { equilibriumShares, isUncertain, nashShare } from './case-robustness.ts';
import { compileGraph, type CompiledGraph } from './from-case.ts';

function graphOf(yaml: string): CompiledGraph {
  const { case: given } = readCase(yaml);
  return compileGraph(given!).graph!;
}

const torn = (acting: string): CompiledGraph =>
  graphOf(`
parley: 1
parties: { one: {}, two: {} }
options: { one: { acts: One acts }, two: { acts: Two acts } }
preferences:
  one: { statements: [{ that: one.acts, weight: ${acting} }, { that: not one.acts, weight: 5 to 20 }] }
  two: { statements: [if one.acts then two.acts, not two.acts] }
`);

test('of two weights with one range each outweighs the other in half of the draws', () => {
  const graph = torn('5 to 20');
  expect(isUncertain(graph)).toBe(true);
  const { share, standardError } = nashShare(graph, 3, 4000);
  expect(Math.abs(share - 0.5)).toBeLessThan(4 * standardError);
});

test('a weight above the other range wins almost always, and a number has no draws', () => {
  expect(nashShare(torn('60'), 3, 1000).share).toBeGreaterThan(0.98);
  expect(
    isUncertain(
      graphOf(
        'parley: 1\nparties: { one: {} }\noptions: { one: { a: x } }\npreferences: { one: { statements: [one.a] } }\n',
      ),
    ),
  ).toBe(false);
});

test('the share of one state is that of all states judged anew', () => {
  const graph = torn('4 to 12');
  const all = equilibriumShares(graph, ['nash', 'seq'], 300).nash!;
  for (let node = 0; node < 4; node++) expect(nashShare(graph, node, 300).share).toBe(all[node]);
});
