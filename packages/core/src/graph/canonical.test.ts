/** Published conflicts, exactly by concept. */
import { describe, expect, test } from 'vitest';
import { CASES, ELMIRA, orderOf, type CanonicalCase } from './canonical-cases.twin.ts';
import { coalitionEquilibria, coalitionImprovements } from './coalition.ts';
import { coalesce } from './coalescing.ts';
import { CONCEPT_IDS } from './concepts.ts';
import type { Condition } from './condition.ts';
import { equilibria, stability } from './equilibria.ts';
import type { Ranks, StateGraphModel } from './model.ts';
import { movesOfGraph, movesOfOptions } from './move-graph.ts';
import { fromRanks } from './preference.ts';
import { prioritize } from './prioritization.ts';
import { rankDecimals, rankNames } from './ranking.ts';
import { relationalStability } from './relational.ts';
import { simultaneousStability } from './simultaneous.ts';
import { decimalOf, stateSpace, type StateSpace } from './state-space.ts';
import { parsePattern } from './statement.ts';

const pattern = (text: string, options: number): Condition => {
  const { condition, error } = parsePattern(text, options);
  if (error !== undefined) throw new Error(`${text}: ${error.code}`);
  return condition;
};

const spaceOf = (its: CanonicalCase): StateSpace =>
  stateSpace({ ...its, infeasible: its.infeasible.map((text) => pattern(text, its.options.length)) });

function ranksOf(its: CanonicalCase, space: StateSpace): Ranks[] {
  return its.rankings.map((ranking) => {
    if (ranking === undefined) return new Int32Array(space.states);
    const order = orderOf(ranking).map((equals) => equals.map((id) => its.ids?.[id - 1] ?? id));
    const ranked = rankDecimals(space, order);
    expect(ranked.problems).toBeUndefined();
    return ranked.ranks!;
  });
}

describe.each(CASES.map((its) => [its.name, its] as const))('%s', (_, its) => {
  const space = spaceOf(its);
  const ranks = ranksOf(its, space);
  const named = (states: readonly number[]): number[] =>
    states.map((s) => (its.ids === undefined ? decimalOf(space, s) : its.ids.indexOf(decimalOf(space, s)) + 1));

  test('has the published states', () => {
    const decimals = Array.from({ length: space.states }, (__, s) => decimalOf(space, s));
    if (its.ids !== undefined) expect(decimals).toEqual(its.ids);
  });

  test('has the published equilibria', () => {
    const result = stability(space, ranks);
    const graph = movesOfOptions(space);
    const general = relationalStability(graph, ranks.map(fromRanks));
    const sim = simultaneousStability(space, ranks);
    const all = (test: (dm: number, s: number) => boolean): number[] =>
      [...Array(space.states).keys()].filter((s) => ranks.every((__, dm) => test(dm, s)));
    const found = {
      ...Object.fromEntries(CONCEPT_IDS.map((id) => [id, named(equilibria(result, id))])),
      sim: named(all((dm, s) => sim[dm]![s] === 1)),
      'seq-or-sim': named(all((dm, s) => sim[dm]![s] === 1 || (result.stable[dm]![s]! & 8) !== 0)),
    };
    expect(found).toMatchObject(its.results);
    expect(general.stable).toEqual(result.stable);
  });

  const { statements } = its;
  if (statements === undefined) return;
  test('has statements that give the ranking', () => {
    const byStatements = statements.map((list) =>
      prioritize(
        space,
        list.map((text) => pattern(text, its.options.length)),
      ),
    );
    expect(byStatements.map(levels)).toEqual(ranks.map(levels));
  });
});

/** States by level of preference. */
function levels(ranks: Ranks): number[][] {
  const sorted = [...new Set(ranks)].toSorted((a, b) => a - b);
  return sorted.map((rank) => [...ranks.keys()].filter((s) => ranks[s] === rank));
}

describe('6.5 Elmira', () => {
  const model: StateGraphModel = {
    ...ELMIRA,
    arcs: ELMIRA.arcs.map((list) =>
      list.split(' ').map((arc) => {
        const [from, to] = arc.split('>').map((n) => Number(n) - 1);
        return [from!, to!] as const;
      }),
    ),
  };
  const graph = movesOfGraph(model);
  const ranks = ELMIRA.rankings.map((text) => {
    const order = orderOf(text).map((equals) => equals.map((n) => ELMIRA.states[n - 1]!));
    return rankNames(ELMIRA.states, order).ranks!;
  });
  const preferences = ranks.map(fromRanks);
  const numbers = (states: Uint8Array): number[] => [...states.keys()].filter((s) => states[s] === 1).map((s) => s + 1);

  test('has the published equilibria', () => {
    const result = relationalStability(graph, preferences);
    const found = Object.fromEntries(CONCEPT_IDS.map((id) => [id, equilibria(result, id).map((s) => s + 1)]));
    expect(found).toEqual({
      nash: [5, 8, 9],
      seq: [5, 8, 9],
      sseq: [5, 8, 9],
      gmr: [1, 4, 5, 8, 9],
      smr: [1, 4, 5, 8, 9],
    });
  });

  test.each([
    [[0, 1], '2>4 5>8 6>8'],
    [[0, 2], '1>5 3>7'],
    [[1, 2], '2>4 2>8 6>8'],
    [[0, 1, 2], '2>4 2>8 6>8'],
  ])('coalition %j improves by %s', (coalition, expected) => {
    const found = coalitionImprovements(graph, preferences, coalition).map(({ from, to }) => `${from + 1}>${to + 1}`);
    expect(found.join(' ')).toBe(expected);
  });

  test('8 and 9 are universally coalition stable, 5 is not', () => {
    expect(numbers(coalitionEquilibria(graph, preferences, [[0, 1, 2]], 'nash'))).toEqual([8, 9]);
    expect(numbers(coalitionEquilibria(graph, preferences, [[0, 2]], 'nash'))).toEqual([5, 8, 9]);
  });

  test('option form, its abandon states coalesced, is the state graph; statements order states 1 to 8', () => {
    const space = stateSpace({
      decisionMakers: ELMIRA.decisionMakers,
      options: [
        { name: 'Modify', owner: 0, irreversible: 'to-yes' },
        { name: 'Delay', owner: 1, irreversible: 'to-no' },
        { name: 'Accept', owner: 1, irreversible: 'to-yes' },
        { name: 'Abandon', owner: 1, irreversible: 'to-yes' },
        { name: 'Insist', owner: 2 },
      ],
      // While Uniroyal does not abandon, it does one of delay and accept; and modifying precedes neither.
      infeasible: ['-YYN-', '-NNN-'].map((text) => pattern(text, 5)),
    });
    const coalesced = coalesce(
      space,
      ELMIRA.states.map((text) => pattern(text, 5)),
      ELMIRA.states,
    );
    expect(coalesced.problems).toEqual([]);
    expect(movesOfGraph(coalesced.model).arcs).toEqual(graph.arcs);
    const byStatements = ELMIRA.statements.map((statements) => {
      const ranks8 = prioritize(
        space,
        statements.map((text) => pattern(text, 5)),
      );
      const first = coalesced.members.slice(0, 8).map(([state]) => ranks8[state!]!);
      return [...first.keys()].toSorted((p, q) => first[p]! - first[q]!).map((s) => s + 1);
    });
    // Uniroyal's statements, as they are handed down, put 2 before 3 and 7; its published ranking puts it after them.
    expect(byStatements).toEqual([
      [7, 3, 4, 8, 5, 1, 2, 6],
      [1, 4, 8, 5, 2, 3, 7, 6],
      [7, 3, 5, 1, 8, 6, 4, 2],
    ]);
  });
});
