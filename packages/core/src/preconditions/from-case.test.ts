import { describe, expect, test } from 'vitest';
import { readCase } from '../case/file.ts';
import { holds, parseExpression, type Case, type Expression } from '../case/index.ts';
import { analyse } from './analyse.ts';
import { partial } from './formula.ts';
import { compileCase } from './from-case.ts';
import { blocksReport } from './report.ts';
import type { Formula, Row, Theory } from './theory.ts';

const HEAD = `
parley: 1
title: Two neighbours
as-of: 2025-05-15
ranks: [official, leader]
parties: { north: {}, south: {} }
options:
  north: { withdraws: North withdraws, talks: North talks }
  south: { withdraws: South withdraws, talks: South talks }
happenings: { truce: a truce }
issues:
  border: { values: [disputed, old, new] }
  aid: { kind: set, values: [food, fuel, roads], status-quo: [roads] }
`;

function given(rest: string): Case {
  const reading = readCase(HEAD + rest);
  if (reading.case === undefined) throw new Error(reading.problems.map((d) => d.message).join('\n'));
  return reading.case;
}
const theory = (rest: string): Theory => compileCase(given(rest)).theory;
const rowsOf = (rest: string): readonly Row[] => theory(rest).rows;
const named = (of: Theory, steps: readonly number[]): string[] => steps.map((k) => of.steps[k]!.name);

/** A formula in words, to be compared. */
function say(f: Formula, of: Theory): string {
  switch (f.kind) {
    case 'constant':
      return f.value ? 'yes' : 'no';
    case 'step':
      return of.steps[f.step]!.name;
    case 'not':
      return `not ${say(f.of, of)}`;
    case 'and':
    case 'or':
      return `(${f.of.map((part) => say(part, of)).join(` ${f.kind} `)})`;
    case 'at-least':
      return `at least ${f.count} of (${f.of.map((part) => say(part, of)).join(', ')})`;
  }
}
function compiled(rest: string, condition: string): string {
  const of = compileCase(given(rest));
  return say(of.formula(parseExpression(condition) as Expression), of.theory);
}
const p01 = (fields: string): string =>
  `preconditions: { p01: { holder: north, step: truce, needs: south.withdraws, ${fields} } }`;

describe('B1 rows that bind', () => {
  test.each(['condition', 'red-line', 'ratification'])('a %s blocks', (kind) => {
    expect(rowsOf(p01(`kind: ${kind}`))).toHaveLength(1);
  });

  test.each(['threat', 'demand', 'reason', 'trigger'])('a %s never blocks', (kind) => {
    expect(rowsOf(p01(`kind: ${kind}`))).toEqual([]);
  });

  test('a row is a condition that must hold before, unless it says otherwise', () => {
    expect(rowsOf(p01(''))[0]).toMatchObject({ id: 'p01', holders: ['north'], timing: 'before', firmness: 1, cost: 1 });
    expect(rowsOf(p01('timing: while'))[0]).toMatchObject({ timing: 'while' });
  });

  test.each([
    ['from: 2025-05-15', 1],
    ['from: 2025-05-16', 0],
    ['from: 2025-05', 1],
    ['until: 2025-05-15', 1],
    ['until: 2025-05-14', 0],
    ['until: 2025-05', 1],
    ['waived: { on: 2025-05-15 }', 0],
    ['waived: { on: 2025-05-16 }', 1],
    ['waived: { on: 2025-05 }', 1],
  ])('with %s on 15 May %i blocks', (fields, count) => {
    expect(rowsOf(p01(fields))).toHaveLength(count);
  });

  test('holders may be several, who hold the row together', () => {
    const rows = rowsOf('preconditions: { p01: { holder: [south, north], step: truce, needs: south.withdraws } }');
    expect(rows.map((row) => row.holders)).toEqual([['north', 'south']]);
  });
});

describe('B1 what a step is', () => {
  const stepsOf = (step: string, rest = ''): string[] => {
    const of = theory(`${rest}\npreconditions: { p01: { holder: north, step: ${step}, needs: south.withdraws } }`);
    return named(of, of.rows[0]!.steps);
  };

  test('an option, whoever owns it, a happening or a meeting', () => {
    expect(stepsOf('south.talks')).toEqual(['south.talks']);
    expect(stepsOf('truce')).toEqual(['truce']);
    expect(stepsOf('summit', 'meetings: { summit: { parties: [north] } }')).toEqual(['summit']);
  });

  test('a whole issue means every value off its status quo', () => {
    expect(stepsOf('border')).toEqual(['border = old', 'border = new']);
    expect(stepsOf('aid')).toEqual(['aid = food', 'aid = fuel']);
  });

  test('a value of an issue alone', () => {
    expect(stepsOf('border = new')).toEqual(['border = new']);
  });

  test('a row on the status quo of an issue binds nothing', () => {
    expect(stepsOf('border = disputed')).toEqual([]);
  });

  test('a fact is none', () => {
    const { problems } = readCase(
      `${HEAD}facts: { quiet: truce }\npreconditions: { p01: { holder: north, step: quiet, needs: truce } }`,
    );
    expect(problems.map((d) => d.code)).toEqual(['ambiguous-step']);
  });

  test('nor is a condition of several', () => {
    for (const step of ['truce and north.talks', 'not truce', 'declined(north.talks)', 'border != old'])
      expect(
        readCase(`${HEAD}preconditions: { p01: { holder: north, step: '${step}', needs: truce } }`).problems.map(
          (d) => d.code,
        ),
      ).toEqual(['ambiguous-step']);
  });
});

test('B1 all binding rows on a step apply', () => {
  const report = (rest: string) => {
    const of = given(rest);
    return blocksReport(of, analyse(of)).goals.find((goal) => goal.goal === 'truce')!;
  };
  const two = `
status-quo: { south.talks: no }
preconditions:
  p01: { holder: north, step: truce, needs: south.withdraws }
  p02: { holder: north, step: truce, needs: south.talks }
`;
  expect(report(two).reachable).toBe(false);
  expect(report(two).exits.map((exit) => exit.changes.map((change) => change.precondition))).toEqual([['p02']]);
  expect(report(two.replace('needs: south.talks }', 'needs: south.talks, kind: threat }')).reachable).toBe(true);
});

test('B2 the values of an issue of one value exclude one another, those of a set do not', () => {
  const { steps } = theory('');
  const group = (name: string): string | undefined => steps.find((step) => step.name === name)!.group;
  expect(group('border = old')).toBe(group('border = new'));
  expect(group('border = old')).toBeDefined();
  expect(group('aid = food')).toBeUndefined();
  expect(steps.map((step) => step.name)).not.toContain('border = disputed');
});

test('B2 steps stand as the as-of day found them', () => {
  const { steps } = theory(
    'status-quo: { north.talks: yes, border: old }\nevents: { e1: { what: a refusal, sets: { south.talks: no } } }',
  );
  const status = Object.fromEntries(steps.map((step) => [step.name, step.status]));
  expect(status).toMatchObject({
    'north.talks': 'taken',
    'south.talks': 'declined',
    'border = old': 'taken',
    'border = new': 'open',
    truce: 'open',
  });
});

describe('B3 conditions become conditions over steps', () => {
  test('facts are expanded, facts of facts too', () => {
    const facts = 'facts: { quiet: north.withdraws and south.withdraws, peace: quiet or truce }';
    expect(compiled(facts, 'not peace')).toBe('not ((north.withdraws and south.withdraws) or truce)');
  });

  test('and so edges lead to what a fact rests on', () => {
    const of = given(`
facts: { quiet: north.withdraws and south.withdraws }
preconditions: { p01: { holder: north, step: truce, needs: quiet } }
`);
    expect(blocksReport(of, analyse(of)).edges.map((edge) => `${edge.from} → ${edge.to}`)).toEqual([
      'truce → north.withdraws',
      'truce → south.withdraws',
    ]);
  });

  test('the status quo of an issue of one value is that no other is settled', () => {
    expect(compiled('', 'border = disputed')).toBe('not (border = old or border = new)');
    expect(compiled('', 'border != disputed')).toBe('not not (border = old or border = new)');
    expect(compiled('', 'border = old')).toBe('border = old');
  });

  test('a member of a set that is there from the start stays', () => {
    expect(compiled('', 'aid = roads')).toBe('yes');
    expect(compiled('', 'aid = food')).toBe('aid = food');
  });

  test('if, iff and at least are written out', () => {
    expect(compiled('', 'if truce then north.talks')).toBe('(not truce or north.talks)');
    expect(compiled('', 'truce iff north.talks')).toBe('((truce and north.talks) or (not truce and not north.talks))');
    expect(compiled('', 'at least 2 of (truce, north.talks, south.talks)')).toBe(
      'at least 2 of (truce, north.talks, south.talks)',
    );
  });

  test('declined decisions stay as they stand', () => {
    expect(compiled('', 'declined(north.talks)')).toBe('no');
    expect(compiled('status-quo: { north.talks: no }', 'declined(north.talks)')).toBe('yes');
  });

  test('what has been is true for `ever`; what has not may still come', () => {
    const ended = `
events:
  e1: { what: a truce, on: 2025-05-10, sets: { truce: yes } }
  e2: { what: it ends, on: 2025-05-11, sets: { truce: no } }
`;
    expect(compiled(ended, 'ever(truce)')).toBe('yes');
    expect(compiled(ended, 'truce')).toBe('truce');
    expect(compiled(ended, 'ever(north.talks)')).toBe('north.talks');
    expect(compiled('status-quo: { border: old }', 'ever(border = disputed)')).not.toBe('yes');
  });

  test('dates are as they stand on the as-of day', () => {
    expect(compiled('', 'before 2025-05-16')).toBe('yes');
    expect(compiled('', 'before 2025-05-15')).toBe('no');
    expect(compiled('', 'from 2025-05')).toBe('yes');
    expect(compiled('', 'from 2025-06')).toBe('no');
  });

  test('that a meeting can take place is its `when`, that it has is a step', () => {
    const summit = 'meetings: { summit: { when: north.talks, parties: [north] }, fair: { parties: [north] } }';
    expect(compiled(summit, 'can-meet(summit)')).toBe('north.talks');
    expect(compiled(summit, 'can-meet(fair)')).toBe('yes');
    expect(compiled(summit, 'summit')).toBe('summit');
    const of = theory(summit);
    expect(of.convening.map((c) => `${c.id}: ${say(c.when, of)}`)).toEqual(['summit: north.talks', 'fair: yes']);
  });
});

test.each([
  ['nothing set', ''],
  ['values settled', 'status-quo: { border: old, aid: [roads, food], north.talks: yes }'],
  ['values settled by an event', 'events: { e1: { what: a treaty, sets: { border: new, truce: yes } } }'],
  ['a member of a set that is there no longer', 'events: { e1: { what: the roads close, sets: { aid: food } } }'],
])('B2 at the outset a compiled condition has the truth of the written one: %s', (_, rest) => {
  const of = given(rest);
  const { theory: engine, state, formula } = compileCase(of);
  const taken = new Set(engine.steps.flatMap((step, k) => (step.status === 'taken' ? [k] : [])));
  const conditions = [
    ...['disputed', 'old', 'new'].map((value) => `border = ${value}`),
    ...['food', 'fuel', 'roads'].map((value) => `aid = ${value}`),
    'north.talks',
    'not truce',
    'if truce then border = new',
    'at least 2 of (truce, aid = roads, border != disputed)',
    'north.talks iff truce',
  ];
  for (const text of conditions) {
    const e = parseExpression(text) as Expression;
    expect(
      partial(formula(e), (step) => taken.has(step)),
      text,
    ).toBe(holds(e, state, of));
  }
});

describe('B6 firmness and cost', () => {
  const row = (firmness: string): Row => rowsOf(p01(`firmness: ${firmness}`))[0]!;

  test('a number is both', () => {
    expect(row('0.4')).toMatchObject({ firmness: 0.4, cost: 0.4 });
  });

  test('an interval insists by its mean and costs its middle', () => {
    expect(row('0.7 to 0.95').firmness).toBeCloseTo(0.853, 3);
    expect(row('0.7 to 0.95').cost).toBeCloseTo(0.825, 12);
  });

  test('what is not reported is taken as 1', () => {
    expect(row('not reported')).toMatchObject({ firmness: 1, cost: 1 });
  });

  test('a relaxation costs the middle of its range, or nothing', () => {
    const of = theory(`${p01('')}
relaxations:
  r01: { of: p01, needs: south.talks, cost: 0.1 to 0.4 }
  r02: { of: p01, needs: north.talks }
`);
    expect(of.relaxations.map((r) => [r.id, say(r.needs, of), r.cost])).toEqual([
      ['r01', 'south.talks', 0.25],
      ['r02', 'north.talks', 0],
    ]);
  });
});

describe('M3 red lines', () => {
  const bounds = (rest: string): string[] => {
    const of = theory(rest);
    return of.impossible.map((x) => `${x.id}: ${say(x.that, of)}`);
  };

  test('bar what would cross them', () => {
    expect(bounds('red-lines: { north: [border != new] }')).toEqual(['red-line-north-1: not not border = new']);
  });

  test('say nothing further once crossed', () => {
    expect(bounds('red-lines: { north: [truce, border != new] }')).toEqual(['red-line-north-2: not not border = new']);
  });

  test('stand beside what is impossible, and a rule has the id it was given', () => {
    expect(bounds('impossible: [{ id: both, that: north.talks and truce }, truce and south.talks]')).toEqual([
      'both: (north.talks and truce)',
      'impossible-2: (truce and south.talks)',
    ]);
  });
});

test('M1 the lowest rank among the heads is the meeting’s, unless it is written', () => {
  const rank = (meeting: string): string | undefined =>
    readCase(`
parley: 1
title: Two neighbours
as-of: 2025-05-15
ranks: [official, minister, leader]
parties:
  north: { people: { ada: { name: Ada, rank: leader }, bo: { name: Bo, rank: minister } } }
  south: { people: { cy: { name: Cy, rank: official }, di: { name: Di } } }
meetings: { talks: { ${meeting} } }
`).case!.meetings.get('talks')!.rank;
  expect(rank('heads: { north: ada, south: cy }')).toBe('official');
  expect(rank('heads: { north: bo }')).toBe('minister');
  expect(rank('heads: { north: ada, south: di }')).toBeUndefined();
  expect(rank('heads: { north: ada, south: di }, rank: leader')).toBe('leader');
  expect(rank('parties: [north, south]')).toBeUndefined();
});
