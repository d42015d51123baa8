import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asKnownOn, type Case } from '../case/index.ts';
import { readCase } from '../case/file.ts';
import { stabilityReport, standsIn } from './case-report.ts';
import { caseStability } from './case-stability.ts';
import { compileGraph, type CompiledGraph } from './from-case.ts';

const ISTANBUL = new URL('../../../../cases/istanbul-2025/case.yaml', import.meta.url);

function caseOf(yaml: string): Case {
  const { case: given, problems } = readCase(yaml);
  expect(problems).toEqual([]);
  return asKnownOn(given!, given!.asOf);
}

function graphOf(yaml: string, options = {}): CompiledGraph {
  const { graph, problems } = compileGraph(caseOf(yaml), options);
  expect(problems).toBeUndefined();
  return graph!;
}

const equilibria = (graph: CompiledGraph, concept: 'nash' | 'gmr' | 'seq'): (number | string)[] =>
  caseStability(graph).equilibria(concept).map(graph.decimal);

const DILEMMA = `
parley: 1
parties: { one: {}, two: {} }
options:
  one: { defects: One defects }
  two: { defects: Two defects }
preferences:
  one: { ranking: [1, 0, 3, 2] }
  two: { ranking: [2, 0, 3, 1] }
`;

describe('U5 a case compiles to a graph model', () => {
  test('a case with nothing but parties, options and preferences', () => {
    const graph = graphOf(DILEMMA);
    expect(graph).toMatchObject({ decisionMakers: ['one', 'two'], nodes: 4, holes: [], settled: [] });
    expect(equilibria(graph, 'nash')).toEqual([3]);
    expect(equilibria(graph, 'gmr')).toEqual([0, 3]);
  });

  test('a state may be written as letters, as a decimal, or as both', () => {
    const letters = DILEMMA.replace('[1, 0, 3, 2]', '[YN, 0, "YY", NY]');
    expect(equilibria(graphOf(letters), 'gmr')).toEqual([0, 3]);
  });

  test('statements rank as the ranking they were written for', () => {
    const one = '{ statements: [not two.defects, one.defects] }';
    const two = '{ statements: [not one.defects, two.defects] }';
    const graph = graphOf(DILEMMA.replace('{ ranking: [1, 0, 3, 2] }', one).replace('{ ranking: [2, 0, 3, 1] }', two));
    const ranked = graphOf(DILEMMA);
    for (const [dm, ranks] of graph.ranks().entries())
      for (let a = 0; a < 4; a++)
        for (let b = 0; b < 4; b++)
          expect(Math.sign(ranks[a]! - ranks[b]!)).toBe(Math.sign(ranked.ranks()[dm]![a]! - ranked.ranks()[dm]![b]!));
  });

  test('declined options leave the space, and a decimal goes on meaning the same state', () => {
    const given = `${DILEMMA.replace('preferences:', 'status-quo: { one.defects: no }\npreferences:')}`;
    const graph = graphOf(given);
    expect(graph).toMatchObject({ options: ['two.defects'], nodes: 2, decisionMakers: ['two'], unmoving: ['one'] });
    expect(graph.settled).toEqual([{ option: 'one.defects', value: false, why: 'declined' }]);
    // Of the ranking of all four states those remain that can still come about.
    expect(equilibria(graph, 'nash')).toEqual([2]);
    expect(graph.decimal(1)).toBe(2);
    expect([0, 1, 2, 3].map((decimal) => graph.node(BigInt(decimal)))).toEqual([0, -1, 1, -1]);
  });

  test('options of a party without preferences stay as they are, and it is listed as a hole', () => {
    const given = DILEMMA.replace('  two: { ranking: [2, 0, 3, 1] }\n', '  two: not reported\n').replace(
      'preferences:',
      'status-quo: { two.defects: yes }\npreferences:',
    );
    const graph = graphOf(given);
    expect(graph).toMatchObject({ decisionMakers: ['one'], holes: ['two'], nodes: 2 });
    expect(graph.settled).toEqual([{ option: 'two.defects', value: true, why: 'no-preferences' }]);
    expect(equilibria(graph, 'nash')).toEqual([3]);
  });

  test('an irreversible option that has been taken leaves the space', () => {
    const given = DILEMMA.replace('One defects }', '{ text: One defects, reversible: no } }').replace(
      'preferences:',
      'status-quo: { one.defects: yes }\npreferences:',
    );
    expect(graphOf(given).settled).toEqual([{ option: 'one.defects', value: true, why: 'taken' }]);
  });

  test('happenings, issues and dates are constants, and statements on them alone bear on nothing', () => {
    const given = `
parley: 1
as-of: 2025-05-15
parties: { one: {} }
options: { one: { acts: One acts } }
happenings: { movement: the talks move }
issues: { border: { values: [open, shut] } }
preferences:
  one:
    statements: [movement, border = open, from 2025-01-01, if one.acts then movement, one.acts]
`;
    const graph = graphOf(given);
    const [own] = graph.preferences;
    expect(own!.constant.map((s) => [s.id, s.value, s.because])).toEqual([
      ['one-1', false, ['movement']],
      ['one-2', true, ['border']],
      ['one-3', true, ['from']],
    ]);
    expect(own!.statements.map((s) => s.id)).toEqual(['one-4', 'one-5']);
    expect(equilibria(graph, 'nash')).toEqual([0]);
  });

  test('U1 weights decide, not the order; U4 a cost counts where its condition holds', () => {
    const given = (cost: string): string => `
parley: 1
parties: { one: {} }
options: { one: { acts: One acts } }
preferences:
  one: { statements: [{ that: not one.acts, weight: 4 to 6 }, { that: one.acts, weight: 6 }] }
influences:
  price: { when: one.acts, party: one, cost: ${cost} }
`;
    // Acting gains 6 of 11 against 5 of 11: 9.09 points.
    expect(equilibria(graphOf(given('9')), 'nash')).toEqual([1]);
    expect(equilibria(graphOf(given('10')), 'nash')).toEqual([0]);
    expect(graphOf(given('9')).preferences[0]).toMatchObject({ influences: ['price'], uncertain: true });
  });

  test('preconditions restrict moves only when asked for', () => {
    const given = `${DILEMMA}
preconditions:
  p01: { holder: one, step: one.defects, needs: two.defects, timing: before }
`;
    const moves = (graph: CompiledGraph): number[] => [...(graph.graph?.moves(0, 0) ?? [])];
    expect(graphOf(given).graph).toBeUndefined();
    const restricted = graphOf(given, { preconditions: true });
    expect(moves(restricted)).toEqual([]);
    expect([...restricted.graph!.moves(0, 2)]).toEqual([3]);
    expect(equilibria(restricted, 'nash')).toEqual([3]);
    const together = graphOf(
      given.replace('before', 'together').replace('two.defects, timing', 'one.defects, timing'),
      {
        preconditions: true,
      },
    );
    expect(moves(together)).toEqual([1]);
  });

  test('indistinguishable states are one; statements that tell them apart need a ranking instead', () => {
    const given = DILEMMA.replace(
      'preferences:',
      'indistinguishable: { war: one.defects or two.defects }\npreferences:',
    )
      .replace('[1, 0, 3, 2]', '[war, 0]')
      .replace('[2, 0, 3, 1]', '[[0, war]]');
    const graph = graphOf(given);
    expect(graph).toMatchObject({ nodes: 2, decisionMakers: ['one', 'two'] });
    expect(caseStability(graph).equilibria('nash').map(graph.nameOf)).toEqual(['war']);
    const told = given.replace('{ ranking: [war, 0] }', '{ statements: [one.defects, two.defects] }');
    expect(compileGraph(caseOf(told)).problems).toMatchObject([
      { code: 'states-differ', detail: { party: 'one', name: 'war' } },
    ]);
  });

  test('perceptions: what one party takes the preferences of another to be', () => {
    const given = `${DILEMMA}perceptions: { q1: { by: one, of: two, ranking: [0, 1, 2, 3] } }\n`;
    const graph = graphOf(given);
    expect(graph.perceived(0)!.map((ranks) => [...ranks])).toEqual([
      [1, 0, 3, 2],
      [0, 1, 2, 3],
    ]);
    expect(graph.perceived(1)).toBeUndefined();
  });
});

describe('what stands in the way is told with its place', () => {
  const problemsOf = (yaml: string): readonly unknown[] => compileGraph(caseOf(yaml)).problems ?? [];

  test('a state that is not ranked', () => {
    expect(problemsOf(DILEMMA.replace('[1, 0, 3, 2]', '[1, 0, 3]'))).toEqual([
      { code: 'states-unranked', path: ['preferences', 'one', 'ranking'], detail: { states: ['2'], count: 1 } },
    ]);
  });

  test('a ranking that names an impossible state twice', () => {
    const given = DILEMMA.replace('preferences:', 'impossible: [one.defects and two.defects]\npreferences:')
      .replace('[1, 0, 3, 2]', '[1, 3, 0, [3, 2]]')
      .replace('[2, 0, 3, 1]', '[2, 0, 1]');
    expect(problemsOf(given)).toEqual([
      { code: 'state-impossible', path: ['preferences', 'one', 'ranking', 1], detail: { state: '3' } },
      { code: 'state-impossible', path: ['preferences', 'one', 'ranking', 3, 0], detail: { state: '3' } },
    ]);
  });

  test('a state that is ranked twice', () => {
    expect(problemsOf(DILEMMA.replace('[1, 0, 3, 2]', '[1, 0, 3, 1, 2]'))).toEqual([
      { code: 'state-ranked-twice', path: ['preferences', 'one', 'ranking', 3], detail: { state: '1' } },
    ]);
  });

  test('more than 30 options', () => {
    const options = Array.from({ length: 31 }, (_, k) => `a${k}: option ${k}`).join(', ');
    const given = `parley: 1\nparties: { one: {} }\noptions: { one: { ${options} } }\npreferences: { one: { statements: [one.a0] } }\n`;
    expect(problemsOf(given)).toEqual([
      { code: 'too-many-options', path: ['options', 'one', 'a30'], detail: { open: 31, most: 30 } },
    ]);
  });

  test('rules that leave no state', () => {
    const given = DILEMMA.replace('preferences:', 'impossible: [one.defects, not one.defects]\npreferences:');
    expect(problemsOf(given)).toEqual([{ code: 'no-state', path: ['impossible'], detail: {} }]);
  });

  test('nobody to choose', () => {
    expect(problemsOf('parley: 1\nparties: { one: {} }\n')).toMatchObject([{ code: 'nobody-decides' }]);
  });

  test.each([
    ['an option owned by nobody', DILEMMA.replace('  two: { defects', '  too: { defects'), 'unknown-name'],
    ['a state that is none', DILEMMA.replace('[1, 0, 3, 2]', '[1, 0, 3, 4]'), 'not-a-state'],
    ['letters of another length', DILEMMA.replace('[1, 0, 3, 2]', '[1, 0, 3, YNY]'), 'not-a-state'],
    [
      'statements and a ranking',
      DILEMMA.replace('{ ranking: [1', '{ statements: [one.defects], ranking: [1'),
      'two-preferences',
    ],
    ['a gap at the end', DILEMMA.replace('[1, 0, 3, 2]', "[1, 0, 3, 2, '>>']"), 'stray-leap'],
    [
      'direction against reversible',
      DILEMMA.replace('One defects', '{ text: x, reversible: no, permitted: both }'),
      'wrong-value',
    ],
  ])('%s', (_, yaml, code) => {
    expect(readCase(yaml).problems.map((p) => p.code)).toEqual([code]);
  });
});

describe('the bundled case', () => {
  const given = caseOf(readFileSync(ISTANBUL, 'utf8'));
  const { graph } = compileGraph(given);
  const result = caseStability(graph!);

  test('has at most 16 open options, and Putin’s journey has left the space', () => {
    expect(graph!.options.length).toBeLessThanOrEqual(16);
    expect(graph!.settled).toContainEqual({ option: 'russia.leader-goes', value: false, why: 'declined' });
    expect(graph!.holes).toEqual(['turkey']);
  });

  test('one state is stable by all five concepts: the delegations meet, the fire goes on, Europe puts sanctions', () => {
    const report = stabilityReport(given, result);
    const [only, ...others] = report.concepts.nash!.equilibria;
    expect(others).toEqual([]);
    expect(report.names[String(only)]).toEqual([
      'ukraine.invites',
      'ukraine.sends-team',
      'russia.proposes-talks',
      'russia.sends-team',
      'europe.sanctions',
      'europe.demands-ceasefire',
      'turkey.hosts',
    ]);
    for (const concept of ['gmr', 'smr', 'seq', 'sseq'] as const)
      expect(report.concepts[concept]!.equilibria).toContain(only);
  });

  test('as things stand only the Europeans would move', () => {
    const leaving = standsIn(result, graph!.statusQuo).filter((stand) => stand.best?.comparison === 'better');
    expect(leaving).toMatchObject([
      { party: 'europe', best: { changes: [{ option: 'europe.sanctions', to: true }], gained: ['europe-makes-good'] } },
    ]);
  });
});
