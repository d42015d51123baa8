import { describe, expect, test } from 'vitest';
import { asKnownOn, type Case } from '../case/index.ts';
import { readCase } from '../case/file.ts';
import { drawsOf } from './case-numbers.ts';
import { compileTable, type CaseTable, type TableAsked } from './from-case.ts';
import type { Outcome } from './model.ts';
import { evaluate, isAllowed, reservedOf } from './utility.ts';

const HEAD = `
parley: 1
as-of: 2025-05-15
ranks: [official, leader]
parties: { north: {}, south: {}, guard: {} }
options:
  north: { travels: North travels }
  south: { travels: South travels, pays: South pays }
issues:
  border: { values: [open, old, new], needs: leader }
  water: { values: [none, some, all], needs: official }
  posts: { kind: set, values: [hill, ford], needs: official }
  toll: { values: [none, low], needs: official }
meetings:
  teams: { rank: official, parties: [north, south], when: yes }
  summit: { rank: leader, parties: [north, south], when: north.travels and south.travels }
`;
const NORTH = `
  north:
    issues:
      border: { weight: 20 to 40, scores: { open: 20, old: 100, new: 0 } }
      water: { weight: 10, scores: { none: 0, some: 50 to 70, all: 100 } }
      posts: { weight: 5, scores: { hill: 40, ford: 30 } }
    reserved: 30 to 50`;
const SOUTH = `
  south:
    issues:
      border: { weight: 30, scores: { open: 50, old: 0, new: 100 } }
      water: { weight: 10, scores: { none: 20, some: 80, all: 0 } }
    reserved: 40`;
const PREFERENCES = `preferences:${NORTH}${SOUTH}\n`;

function caseOf(rest: string): Case {
  const { case: given, problems } = readCase(HEAD + rest);
  expect(problems).toEqual([]);
  return asKnownOn(given!, given!.asOf);
}

const compiled = (rest: string, asked: Partial<TableAsked> = {}) =>
  compileTable(caseOf(rest), { meeting: 'summit', parties: [], ...asked });

function tableOf(rest: string, asked: Partial<TableAsked> = {}): CaseTable {
  const { table, problems } = compiled(rest, asked);
  expect(problems).toBeUndefined();
  return table!;
}

const agenda = ({ issues }: CaseTable): string[] => issues.map(({ id }) => id);
const why = ({ off }: CaseTable, issue: string): string | undefined => off.find((row) => row.issue === issue)?.why;

/** All deals that are allowed, as values joined by spaces. */
function allowed(table: CaseTable): string[] {
  const problem = table.problem!();
  const all = problem.issues.reduce<Outcome[]>(
    (some, { values }) => some.flatMap((o) => values.map((_, v) => [...o, v])),
    [[]],
  );
  return all.filter((o) => isAllowed(problem, o)).map((o) => o.map((v, i) => problem.issues[i]!.values[v]!).join(' '));
}

describe('U2 utilities of deals', () => {
  test('weights are shares of what is on the agenda, scores add up to 0–100 with them, at the middles of the ranges', () => {
    const { utilities, parties } = tableOf(PREFERENCES).problem!();
    expect(parties).toEqual(['north', 'south']);
    // border 30, water 10, posts 5 of 45.
    expect(evaluate(utilities[0]!, [1, 1, 0])).toBeCloseTo((30 * 100 + 10 * 60 + 5 * 0) / 45, 12);
    expect(evaluate(utilities[1]!, [2, 1, 3])).toBeCloseTo((30 * 100 + 10 * 80) / 40, 12);
    expect(utilities.map(reservedOf)).toEqual([40, 40]);
  });

  test('at a lower table the same weights are shares of less', () => {
    const { utilities, issues } = tableOf(PREFERENCES, { meeting: 'teams' }).problem!();
    expect(issues.map(({ name }) => name)).toEqual(['water', 'posts']);
    expect(evaluate(utilities[0]!, [2, 0])).toBeCloseTo(1000 / 15, 12);
    expect(utilities.map(reservedOf)).toEqual([40, 40]);
  });

  test('a set becomes its subsets, whose scores add up', () => {
    const table = tableOf(PREFERENCES, { meeting: 'teams' });
    const { issues, utilities } = table.problem!();
    expect(issues[1]).toMatchObject({ values: ['none', 'hill', 'ford', 'hill+ford'], statusQuo: 0 });
    expect(utilities[0]!.scores[1]).toEqual([0, 40, 30, 70]);
  });

  test('a set of more than ten members stays off the agenda', () => {
    const members = Array.from({ length: 11 }, (_, k) => `m${k}`);
    const wide = `  forms: { kind: set, values: [${members.join(', ')}], needs: official }\n`;
    const scores = members.map((m) => `${m}: 1`).join(', ');
    const { case: given } = readCase(
      HEAD.replace('meetings:', `${wide}meetings:`) +
        `preferences: { north: { issues: { forms: { weight: 1, scores: { ${scores} } } } } }`,
    );
    const { table } = compileTable(given!, { meeting: 'teams', parties: [] });
    expect(why(table!, 'forms')).toBe('too-many-subsets');
  });

  test('what nobody weighs is left out; who says nothing on an issue counts it with weight 0, and that is listed', () => {
    const table = tableOf(PREFERENCES);
    expect(why(table, 'toll')).toBe('nobody-weighs');
    expect(table.assumptions).toEqual([{ code: 'weight-zero', issue: 'posts', party: 'south' }]);
  });

  test('a party without reported wishes is not asked; one to which nothing matters agrees to anything', () => {
    const table = tableOf(`preferences:${NORTH}\n  south: not reported\n`, { meeting: 'teams' });
    expect(table.parties).toEqual(['north']);
    expect(table.assumptions).toEqual([{ code: 'not-asked', party: 'south' }]);
    const toll = '  south: { issues: { border: { weight: 1, scores: { open: 1, old: 2, new: 3 } } }, reserved: 90 }\n';
    const indifferent = tableOf(`preferences:${NORTH}\n${toll}`, { meeting: 'teams' });
    expect(indifferent.assumptions).toEqual([{ code: 'indifferent', party: 'south' }]);
    expect(reservedOf(indifferent.problem!().utilities[1]!)).toBe(0);
  });

  test('a missing reserved value is what the status quo is worth', () => {
    const table = tableOf(PREFERENCES.replace('\n    reserved: 40', ''));
    expect(reservedOf(table.problem!().utilities[1]!)).toBeCloseTo((30 * 50 + 10 * 20) / 40, 12);
    expect(table.assumptions).toContainEqual({ code: 'reserved-status-quo', party: 'south' });
  });

  test('a bonus counts where its condition holds; what the agenda cannot change is left out', () => {
    const bonuses = `
    bonuses:
      - { when: border = old and water = all, add: 10 }
      - { when: not south.pays, add: 7 }
      - { when: posts = hill and not south.pays, add: 2 to 4 }`;
    const [north] = tableOf(PREFERENCES.replace('reserved: 30 to 50', `reserved: 30${bonuses}`)).problem!().utilities;
    const plain = tableOf(PREFERENCES).problem!().utilities[0]!;
    const more = (o: Outcome): number => Math.round(evaluate(north!, o) - evaluate(plain, o));
    expect([more([1, 2, 0]), more([1, 1, 0]), more([0, 0, 1]), more([1, 2, 3])]).toEqual([10, 0, 3, 13]);
  });

  test('gaps and weights of 0 are problems at their rows', () => {
    const gap = compiled(PREFERENCES.replace('some: 80, ', ''));
    expect(gap.problems).toMatchObject([
      { code: 'value-without-score', path: ['preferences', 'south', 'issues', 'water'], detail: { value: 'some' } },
    ]);
    const weightless = compiled(PREFERENCES.replace('{ weight: 10, scores: { none: 20', '{ scores: { none: 20'));
    expect(weightless.problems).toMatchObject([{ code: 'issue-without-weight' }]);
    const zero = compiled(
      PREFERENCES.replace('weight: 30', 'weight: 0').replace(/weight: 10(?=, scores: { none: 20)/, 'weight: 0'),
    );
    expect(zero.problems).toMatchObject([{ code: 'weights-all-zero', detail: { party: 'south' } }]);
  });

  test('a score that nobody reports keeps the issue off the table', () => {
    const table = tableOf(PREFERENCES.replace('some: 80', 'some: not reported'));
    expect(table.off).toContainEqual({ issue: 'water', why: 'not-reported', parties: ['south'] });
  });
});

describe('C5 draws', () => {
  test('every range is drawn, and a number is itself; the same draw whatever the table', () => {
    const given = caseOf(PREFERENCES);
    const draws = drawsOf(given, 1);
    expect(draws.numbers.map(({ name }) => name)).toEqual([
      { party: 'north', what: 'weight', issue: 'border' },
      { party: 'north', what: 'score', issue: 'water', value: 'some' },
      { party: 'north', what: 'reserved' },
    ]);
    const at = (meeting: string, k: number) =>
      compileTable(given, { meeting, parties: [] }).table!.problem!(draws.draw(k)).utilities[0]!;
    const score = (meeting: string, k: number): number => at(meeting, k).scores[meeting === 'summit' ? 1 : 0]![1]!;
    for (let k = 0; k < 5; k++) {
      expect(score('summit', k)).toBe(score('teams', k));
      expect(reservedOf(at('summit', k))).toBe(reservedOf(at('teams', k)));
    }
    const reserved = Array.from({ length: 400 }, (_, k) => reservedOf(at('teams', k)));
    const within = reserved.filter((x) => x > 30 && x < 50).length;
    expect(within).toBeGreaterThan(345);
    expect(within).toBeLessThan(375);
  });
});

describe('U4 influences', () => {
  const INFLUENCES = `
influences:
  pressed: { when: not south.pays, party: north, reserved: -10 to 0 }
  paid: { when: south.pays, party: north, reserved: 20 }
  daily: { every: day, party: north, reserved: -1 }
  early: { when: 'from 2025-06-01', party: south, reserved: 5 }
  thirst: { when: not south.pays, party: north, weight: { water: 5 } }
`;
  test('shift reserved values and weights while they hold; what accrues by the day does not count', () => {
    const table = tableOf(PREFERENCES + INFLUENCES);
    const [north, south] = table.problem!().utilities;
    expect(reservedOf(north!)).toBe(35);
    expect(reservedOf(south!)).toBe(40);
    expect(north!.weights).toEqual([30 / 50, 15 / 50, 5 / 50]);
    expect(table.influences).toEqual(['pressed', 'thirst']);
  });

  test('are drawn with everything else', () => {
    const given = caseOf(PREFERENCES.replace('30 to 50', '40') + INFLUENCES);
    const draws = drawsOf(given, 1);
    const { table } = compileTable(given, { meeting: 'teams', parties: [] });
    // The reserved value is a number, so that what varies is the shift.
    const shift = (k: number): number => reservedOf(table!.problem!(draws.draw(k)).utilities[0]!) - 40;
    const shifts = Array.from({ length: 50 }, (_, k) => shift(k));
    expect(Math.min(...shifts)).toBeGreaterThan(-10);
    expect(Math.max(...shifts)).toBeLessThan(0);
    expect(new Set(shifts).size).toBe(50);
  });
});

describe('M2 U5 the agenda', () => {
  const SILENT = 'positions: { south-water: { party: south, issue: water, value: not reported } }\n';
  test('holes stay off it unless they are opened; then the silent side says nothing on it', () => {
    const withHole = PREFERENCES.replace(
      /\n {6}water: { weight: 10, scores: { none: 20.*/,
      '\n      water: not reported',
    );
    const table = tableOf(withHole);
    expect(table.off).toContainEqual({ issue: 'water', why: 'not-reported', parties: ['south'] });
    expect(agenda(table)).toEqual(['border', 'posts']);
    const opened = tableOf(withHole, { assume: ['water'] });
    expect(agenda(opened)).toEqual(['border', 'water', 'posts']);
    expect(opened.assumptions).toContainEqual({ code: 'opened', issue: 'water', party: 'south' });
    expect(opened.problem!().utilities[1]!.weights).toEqual([1, 0, 0]);
    expect(why(tableOf(PREFERENCES + SILENT), 'water')).toBe('not-reported');
  });

  test('what is settled stays settled; of a set what is settled stays in', () => {
    const events = `
sources: { s: { file: s.md, written: 2025-05-14 } }
events: { e01: { on: 2025-05-10, what: agreed, sets: { water: some, posts: [hill] }, known: 2025-05-14 } }
`;
    const table = tableOf(PREFERENCES + events);
    expect(table.off).toContainEqual({ issue: 'water', why: 'settled', values: ['some'] });
    expect(table.problem!().issues[1]).toMatchObject({ values: ['hill', 'hill+ford'], statusQuo: 0 });
  });

  test('a value waits for its precondition; an issue all of whose values wait is off the agenda', () => {
    const one = tableOf(
      `${PREFERENCES}preconditions: { p01: { holder: south, step: border = old, needs: south.pays } }\n`,
    );
    expect(allowed(one).filter((deal) => deal.startsWith('old'))).toEqual([]);
    expect(allowed(one).some((deal) => deal.startsWith('new'))).toBe(true);
    const all = tableOf(`${PREFERENCES}preconditions: { p01: { holder: south, step: border, needs: south.pays } }\n`);
    expect(all.off).toContainEqual({ issue: 'border', why: 'precondition', preconditions: ['p01'] });
    const threat = 'preconditions: { p01: { holder: south, step: border, needs: south.pays, kind: threat } }\n';
    expect(agenda(tableOf(PREFERENCES + threat))).toContain('border');
  });

  test('needs hold that the meeting itself brings about', () => {
    for (const needs of ['summit', 'north.travels', 'can-meet(summit)'])
      expect(
        agenda(tableOf(`${PREFERENCES}preconditions: { p01: { holder: south, step: border, needs: ${needs} } }\n`)),
      ).toContain('border');
    const atAny = compileTable(
      caseOf(`${PREFERENCES}preconditions: { p01: { holder: south, step: border, needs: summit } }\n`),
      { rank: 'leader', parties: ['north', 'south'] },
    );
    expect(why(atAny.table!, 'border')).toBe('precondition');
  });

  test('what must hold together may be met by the package, what must hold before may not', () => {
    const row = (timing: string): string =>
      `${PREFERENCES}preconditions: { p01: { holder: south, step: border = old, needs: water = all, timing: ${timing} } }\n`;
    const old = (rest: string): string[] => allowed(tableOf(rest)).filter((deal) => deal.startsWith('old'));
    expect(old(row('together')).every((deal) => deal.startsWith('old all'))).toBe(true);
    expect(old(row('while'))).toEqual(old(row('together')));
    expect(old(row('together'))).toHaveLength(4);
    expect(old(row('before'))).toEqual([]);
  });
});

describe('M3 what no deal may contain', () => {
  test('red lines and impossible combinations that name issues on the agenda', () => {
    const lines = `
red-lines: { north: [not border = new, north.travels or not south.pays] }
impossible: [{ that: border = old and water = all }]
`;
    const deals = allowed(tableOf(PREFERENCES + lines));
    expect(deals.some((deal) => deal.startsWith('new'))).toBe(false);
    expect(deals.some((deal) => deal.startsWith('old all'))).toBe(false);
    expect(deals).toHaveLength((3 * 3 - 3 - 1) * 4);
  });

  test('facts are looked into, subsets are read by their members', () => {
    const lines = `
facts: { guarded: { that: posts = hill or posts = ford } }
red-lines: { north: [if border = old then guarded] }
`;
    const deals = allowed(tableOf(PREFERENCES + lines));
    expect(deals).not.toContain('old none none');
    expect(deals).toContain('old none hill');
    expect(deals).toHaveLength(3 * 3 * 4 - 3);
  });

  test('a red line that is crossed as things stand says nothing', () => {
    expect(tableOf(`${PREFERENCES}red-lines: { north: [border = old] }\n`).problem!().constraints).toBeUndefined();
  });

  test('a ratifier judges a deal where its condition names something on the agenda', () => {
    const ratifier = 'ratifiers: { guard: { of: north, by: guard, accepts-if: border = old } }\n';
    const table = tableOf(PREFERENCES + ratifier);
    expect(table.ratifiers).toEqual([{ ratifier: 'guard', by: 'guard', of: 'north', judges: ['border'] }]);
    expect(allowed(table).every((deal) => deal.startsWith('old'))).toBe(true);
    const lower = tableOf(PREFERENCES + ratifier, { meeting: 'teams' });
    expect(lower.ratifiers).toEqual([{ ratifier: 'guard', by: 'guard', of: 'north', judges: [] }]);
    expect(lower.problem!().constraints).toBeUndefined();
  });

  test('a condition over too many combinations is refused', () => {
    const issues = Array.from({ length: 8 }, (_, k) => `i${k}`);
    const yaml = `parley: 1
parties: { one: {} , two: {} }
issues: { ${issues.map((i) => `${i}: { values: [a, b, c, d] }`).join(', ')} }
preferences: { one: { issues: { ${issues.map((i) => `${i}: { weight: 1, scores: { a: 0, b: 1, c: 2, d: 3 } }`).join(', ')} } } }
red-lines: { one: ['at least 1 of (${issues.map((i) => `${i} = a`).join(', ')})'] }
`;
    const { case: given, problems } = readCase(yaml);
    expect(problems).toEqual([]);
    const result = compileTable(given!, { parties: ['one', 'two'] });
    expect(result.problems).toMatchObject([{ code: 'condition-too-wide', detail: { combinations: 65_536 } }]);
  });
});
