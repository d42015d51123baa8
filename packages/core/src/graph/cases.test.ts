/** The published conflicts under cases/, read as a user's case is, with the answers in the expected.json beside each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { renderDiagnostic } from '../case/index.ts';
import { readCase } from '../case/file.ts';
import { ELMIRA } from './canonical-cases.twin.ts';
import { caseStability, movesOf, REPORTED, type ReportedConcept } from './case-stability.ts';
import { compileGraph, type CompiledGraph } from './from-case.ts';

const FOLDER = fileURLToPath(new URL('../../../../cases/', import.meta.url));
const PUBLISHED = readdirSync(FOLDER).filter((slug) => existsSync(`${FOLDER}${slug}/expected.json`));

interface Expected {
  readonly source: string;
  readonly states: number;
  readonly equilibria: Partial<Record<ReportedConcept, readonly number[]>>;
  /** Concepts whose answers the source gives, and those that two independent programs agree on. */
  readonly published?: readonly ReportedConcept[];
  readonly computed?: readonly ReportedConcept[];
}

function graphOf(slug: string): CompiledGraph {
  const { case: found, problems, warnings } = readCase(readFileSync(`${FOLDER}${slug}/case.yaml`, 'utf8'));
  expect([...problems, ...warnings].map(renderDiagnostic)).toEqual([]);
  const { graph, problems: unfit } = compileGraph(found!);
  expect(unfit ?? []).toEqual([]);
  return graph!;
}

describe.each(PUBLISHED)('%s', (slug) => {
  const expected = JSON.parse(readFileSync(`${FOLDER}${slug}/expected.json`, 'utf8')) as Expected;
  const graph = graphOf(slug);

  test('has the known equilibria', () => {
    const result = caseStability(graph);
    const asked = REPORTED.filter((concept) => concept in expected.equilibria);
    const found = Object.fromEntries(asked.map((id) => [id, result.equilibria(id).map((n) => graph.decimal(n))]));
    expect({ states: graph.nodes, equilibria: found }).toEqual({
      states: expected.states,
      equilibria: expected.equilibria,
    });
  });

  test('says of every answer where it comes from', () => {
    expect(expected.source).not.toBe('');
    const known = [...(expected.published ?? []), ...(expected.computed ?? [])];
    expect(known.toSorted()).toEqual(Object.keys(expected.equilibria).toSorted());
  });
});

test('Elmira has exactly the published moves', () => {
  const graph = graphOf('elmira');
  // The literature numbers the state in which Uniroyal abandons last; here it stands where its first decimal falls.
  const numbers = Array.from({ length: graph.nodes }, (_, n) => {
    const taken = new Set(graph.taken(n));
    const letters = graph.options.map((option) => (taken.has(option) ? 'Y' : 'N')).join('');
    return 1 + ELMIRA.states.indexOf((graph.nameOf(n) === 'abandoned' ? '---Y-' : letters) as '---Y-');
  });
  const moves = movesOf(graph);
  const arcs = graph.decisionMakers.map((_, dm) =>
    numbers.flatMap((from, n) => [...moves.moves(dm, n)].map((to) => `${from}>${numbers[to]}`)).toSorted(),
  );
  expect(arcs).toEqual(ELMIRA.arcs.map((list) => list.split(' ').toSorted()));
});

test('Statements and rankings of the Cuban missile crisis are the same preferences', () => {
  const order = (slug: string): unknown => {
    const graph = graphOf(slug);
    return graph.ranks().map((ranks) => [...ranks.keys()].toSorted((p, q) => ranks[p]! - ranks[q]!).map(graph.decimal));
  };
  expect(order('cuban-missile-crisis-statements')).toEqual(order('cuban-missile-crisis'));
});

test('a case in which nothing has a date and no status quo is given has none', () => {
  const garrison = graphOf('garrison-diversion-unit');
  expect(garrison.statusQuo).toBe(-1);
  expect(garrison.settled).toEqual([]);
  const elmira = graphOf('elmira');
  expect(elmira.decimal(elmira.statusQuo)).toBe(2);
});
