import { expect, test } from 'vitest';
import { holds } from './evaluate.ts';
import { parseExpression, type Expression } from './expression.ts';
import { readCase } from './file.ts';
import type { Case } from './model.ts';
import { pastEvents, stateOf } from './state.ts';

const HEAD = `
parley: 1
title: Two neighbours
as-of: 2025-05-15
parties: { north: {}, south: {} }
options:
  north: { withdraws: North withdraws, talks: North talks }
  south: { withdraws: South withdraws, talks: South talks }
happenings: { truce: a truce }
meetings: { summit: { when: north.talks and south.talks, parties: [north, south] } }
issues:
  border: { values: [disputed, old, new] }
  exchanges: { kind: set, values: [prisoners, letters] }
facts: { quiet: north.withdraws and south.withdraws }
`;

function given(rest: string): Case {
  const reading = readCase(HEAD + rest);
  if (reading.case === undefined) throw new Error(reading.problems.map((d) => d.message).join('\n'));
  return reading.case;
}
const now = (rest: string, condition: string): boolean => {
  const of = given(rest);
  return holds(parseExpression(condition) as Expression, stateOf(of), of);
};

test('C3 an option is open, done or declined, and open by default', () => {
  const rest = 'status-quo: { north.withdraws: yes, south.withdraws: no }';
  expect(now(rest, 'north.withdraws and not declined(north.withdraws)')).toBe(true);
  expect(now(rest, 'not south.withdraws and declined(south.withdraws)')).toBe(true);
  expect(now(rest, 'north.talks or declined(north.talks)')).toBe(false);
});

test('C3 what is declined differs from what is open', () => {
  const declined = 'events: { e1: { what: South refuses, on: 2025-05-10, sets: { south.talks: no } } }';
  expect(now(declined, 'declined(south.talks)')).toBe(true);
  expect(now('', 'declined(south.talks)')).toBe(false);
  expect(now(declined, 'not south.talks')).toBe(now('', 'not south.talks'));
});

test('C3 of two settings the later stands, whatever their order in the file', () => {
  const [yes, no] = ['sets: { south.talks: yes }', 'sets: { south.talks: no }'];
  expect(
    now(
      `events: { b: { what: opens, on: 2025-05-12, ${yes} }, a: { what: refuses, on: 2025-05-10, ${no} } }`,
      'south.talks',
    ),
  ).toBe(true);
  expect(
    now(
      `events: { a: { what: opens, on: 2025-05-10, ${yes} }, b: { what: refuses, on: 2025-05-12, ${no} } }`,
      'declined(south.talks)',
    ),
  ).toBe(true);
  expect(now(`events: { a: { what: opens, after: b, ${yes} }, b: { what: refuses, ${no} } }`, 'south.talks')).toBe(
    true,
  );
});

test('C3 an event sets something from the first day on which it may have happened', () => {
  const on = (date: string): boolean =>
    now(`events: { e1: { what: South talks, on: ${date}, sets: { south.talks: yes } } }`, 'south.talks');
  expect(on('2025-05-15')).toBe(true);
  expect(on('2025-05-15/2025-05-20')).toBe(true);
  expect(on('2025-05')).toBe(true);
  expect(on('../2025-06-01')).toBe(true);
  expect(on('2025-05-16')).toBe(false);
  expect(on('2025-05-16/..')).toBe(false);
  // By the writer's clock it is still the fifteenth.
  expect(on('2025-05-15T23:30:00-05:00')).toBe(true);
});

test('C3 an undated event is past', () => {
  expect(now('events: { e1: { what: South talks, sets: { south.talks: yes } } }', 'south.talks')).toBe(true);
});

test('C3 a plan sets nothing, whatever its date', () => {
  const plan = 'events: { e1: { what: South will talk, kind: plan, on: 2025-05-01, sets: { south.talks: yes } } }';
  expect(now(plan, 'south.talks')).toBe(false);
  expect(pastEvents(given(plan))).toEqual([]);
});

test('C3 statements and analyses may set something', () => {
  for (const kind of ['happened', 'statement', 'analysis'])
    expect(
      now(`events: { e1: { what: South refuses, kind: ${kind}, sets: { south.talks: no } } }`, 'declined(south.talks)'),
    ).toBe(true);
});

test('C2 an issue stands at its status quo until it is settled at another value', () => {
  expect(now('', 'border = disputed')).toBe(true);
  const settled = 'events: { e1: { what: a treaty, sets: { border: old } } }';
  expect(now(settled, 'border = old')).toBe(true);
  expect(now(settled, 'border = disputed')).toBe(false);
  expect(now('status-quo: { border: new }', 'border = new and border != disputed')).toBe(true);
});

test('C7 an issue of the kind `set` has any number of its values at once', () => {
  expect(now('', 'exchanges = prisoners or exchanges = letters')).toBe(false);
  expect(now('status-quo: { exchanges: [prisoners, letters] }', 'exchanges = prisoners and exchanges = letters')).toBe(
    true,
  );
});

test('C7 an issue of the kind `one` stands at one value, so it cannot be set to several or to none', () => {
  for (const values of ['[old, new]', '[]']) {
    expect(readCase(`${HEAD}status-quo: { border: ${values} }`).problems, values).not.toEqual([]);
    expect(readCase(`${HEAD}events: { e1: { what: a treaty, sets: { border: ${values} } } }`).problems).not.toEqual([]);
  }
});

test('C2 a meeting has taken place when it is set; that it can meet is another thing', () => {
  const able = 'status-quo: { north.talks: yes, south.talks: yes }';
  expect(now(able, 'can-meet(summit)')).toBe(true);
  expect(now(able, 'summit')).toBe(false);
  expect(now('status-quo: { summit: yes }', 'summit and not can-meet(summit)')).toBe(true);
});

test('C2 a fact is its condition and adds nothing', () => {
  expect(now('status-quo: { north.withdraws: yes, south.withdraws: yes }', 'quiet')).toBe(true);
  expect(now('status-quo: { north.withdraws: yes }', 'quiet')).toBe(false);
});

test('C2 what has been so stays so for `ever`', () => {
  const reopened = `
status-quo: { south.talks: yes }
events:
  e1: { what: South breaks off, on: 2025-05-10, sets: { south.talks: no } }
  e2: { what: a truce, on: 2025-05-11, sets: { truce: yes, border: old } }
  e3: { what: the truce ends, on: 2025-05-12, sets: { truce: no, border: new } }
`;
  expect(now(reopened, 'south.talks')).toBe(false);
  expect(now(reopened, 'ever(south.talks)')).toBe(true);
  expect(now(reopened, 'ever(truce and declined(south.talks))')).toBe(true);
  expect(now(reopened, 'ever(border = old) and ever(border = disputed) and border = new')).toBe(true);
  expect(now(reopened, 'ever(truce and south.talks)')).toBe(false);
  expect(now(reopened, 'ever(north.talks)')).toBe(false);
  expect(now(reopened, 'ever(ever(truce))')).toBe(true);
});

test('C3 what an event after the as-of day sets has never been', () => {
  expect(now('events: { e1: { what: later, on: 2025-06-01, sets: { truce: yes } } }', 'ever(truce)')).toBe(false);
});
