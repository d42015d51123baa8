import { describe, expect, test } from 'vitest';
import { forecast, isRefused, type Forecast } from './forecast.ts';
import { compileForecast, isProblem, type Compiled } from './from-case.ts';
import { caseOf } from './random-case.twin.ts';
import { engine } from './round.ts';

function compiled(yaml: string): Compiled {
  const found = compileForecast(caseOf(yaml)!);
  if (isProblem(found)) throw new Error(found.code);
  return found;
}

function forecastOf(yaml: string, draws = 2_000): Forecast {
  const found = forecast(caseOf(yaml)!, { seed: 1, draws });
  if (isRefused(found)) throw new Error(found.code);
  return found;
}

const chances = (yaml: string, draws?: number): Record<string, number> =>
  Object.fromEntries(forecastOf(yaml, draws).scenarios.map((s) => [s.id, s.probability]));

const near = (found: number | undefined, expected: number, draws = 2_000): void =>
  expect(Math.abs(found! - expected)).toBeLessThan(5 * Math.sqrt(Math.max(1e-4, expected * (1 - expected)) / draws));

describe('P1 rounds and scenarios', () => {
  const CASE = `
parley: 1
as-of: 2025-01-01
horizon: 2025-01-03
parties: { a: {} }
options: { a: { was: { text: x } } }
happenings: { h: { text: x, rate: 0.5 } }
status-quo: { a.was: yes }
scenarios:
  by1: { title: x, when: h, by: 2025-01-02 }
  by2: { title: x, when: h, by: 2025-01-03 }
  late: { title: x, when: h, by: 2025-02-01 }
  at1: { title: x, when: h, at: 2025-01-02 }
  never: { title: x, when: h, never: yes, by: 2025-01-03 }
  until: { title: x, when: not h, until: 2025-01-02 }
  window: { title: x, when: from 2025-01-03, by: 2025-01-03 }
  past: { title: x, when: a.was, by: 2025-01-01 }
  gone: { title: x, when: not a.was, by: 2024-12-31 }
  whole: { title: x, when: h }
`;
  test('P1 by, at, never and until are judged at the ends of days; past its day a scenario is settled', () => {
    const p = chances(CASE);
    near(p['by1'], 0.5);
    near(p['by2'], 0.75);
    near(p['at1'], 0.5);
    near(p['never'], 0.25);
    near(p['until'], 0.5);
    expect([p['window'], p['past'], p['gone']]).toEqual([1, 1, 0]);
    expect([p['late'], p['whole']]).toEqual([p['by2'], p['by2']]);
  });

  test('P1 the curve is the chance day by day, and ends at the probability', () => {
    const { scenarios, notes } = forecastOf(CASE);
    const of = (id: string) => scenarios.find((s) => s.id === id)!;
    expect(of('by2').curve).toHaveLength(3);
    expect(of('by2').curve[1]).toBe(of('by1').probability);
    expect(of('by2').curve.at(-1)).toBe(of('by2').probability);
    expect(of('never').curve.at(-1)).toBeCloseTo(of('never').probability, 12);
    expect(of('at1').curve[1]).toBe(of('at1').probability);
    expect(of('past').settled).toBe(true);
    expect(notes).toContainEqual({
      kind: 'assumption',
      code: 'closes-at-horizon',
      scenario: 'late',
      date: '2025-02-01',
    });
  });

  test('a case without horizon and dates says so', () => {
    const found = forecast(caseOf('parley: 1\nas-of: 2025-01-01\nparties: { a: {} }\n')!, { seed: 1, draws: 10 });
    expect(found).toEqual({ code: 'no-horizon' });
  });
});

const PARTY = `
parley: 1
as-of: 2025-01-01
horizon: 2025-01-02
parties: { a: {}, b: {}, c: {} }
options: { a: { x: { text: x }, y: { text: x } }, b: { z: { text: x } }, c: { w: { text: x } } }
preferences:
  a: { statements: [a.x, a.y], rationality: RATIO, revision: 1 }
scenarios: { x: { title: x, when: a.x }, y: { title: x, when: a.y }, none: { title: x, when: not a.x and not a.y, at: 2025-01-02 }, w: { title: x, when: c.w } }
`;

describe('P2 moves', () => {
  test('P2 without rationality every choice is as likely', () => {
    const p = chances(PARTY.replace('RATIO', '0'), 9_000);
    for (const id of ['x', 'y', 'none']) near(p[id], 1 / 3, 9_000);
  });

  test('P2 with rationality without bound the best reply is chosen', () => {
    expect(chances(PARTY.replace('RATIO', '1000000'), 500)).toMatchObject({ x: 1, y: 0, none: 0 });
  });

  test('P2 a party without reported preferences never moves, and is a hole', () => {
    const { scenarios, notes } = forecastOf(PARTY.replace('RATIO', '0.1'), 500);
    expect(scenarios.find((s) => s.id === 'w')!.probability).toBe(0);
    expect(notes).toContainEqual({ kind: 'hole', code: 'no-preferences', party: 'c', options: ['c.w'] });
  });

  test('P2 what nobody gave is the rules’ default, and is listed', () => {
    const { notes } = compiled(PARTY.replace(', rationality: RATIO, revision: 1', ''));
    expect(notes.flatMap((n) => (n.code === 'default' ? [n.input] : []))).toEqual([
      'a.deal-share',
      'a.rationality',
      'a.revision',
    ]);
  });

  test('P2 a bundle is taken at once', () => {
    const yaml = PARTY.replace('RATIO', '1000000').replace(
      'preferences:',
      'bundles: { both: { party: a, options: [a.x, a.y] } }\npreferences:',
    );
    expect(chances(yaml, 200)).toMatchObject({ x: 1, y: 1 });
  });
});

describe('P3 joint offers', () => {
  const CASE = `
parley: 1
as-of: 2025-01-01
horizon: 2025-01-02
parties: { a: {}, b: {} }
options: { a: { halts: { text: x } }, b: { halts: { text: x } } }
preconditions:
  p1: { holder: a, step: a.halts, needs: b.halts, timing: TIMING, firmness: 1 }
  p2: { holder: b, step: b.halts, needs: a.halts, timing: TIMING, firmness: 1 }
preferences:
  a: { statements: [a.halts and b.halts, not a.halts], rationality: 1000000, revision: 1 }
  b: { statements: [a.halts and b.halts, not b.halts], rationality: 1000000, revision: 1 }
scenarios: { both: { title: x, when: a.halts and b.halts }, one: { title: x, when: a.halts iff not b.halts } }
`;
  test('P3 what neither does first both do together', () => {
    // Each demand is insisted on with chance 0.99 (P6); where one is not, nobody is left to wait for.
    expect(chances(CASE.replaceAll('TIMING', 'together')).both).toBeGreaterThan(0.95);
    expect(chances(CASE.replaceAll('TIMING', 'before')).both).toBeLessThan(0.05);
  });

  test('P3 of the sets of offers that hold together the largest is carried out', () => {
    const waits = (party: string, needs: string): string =>
      `  p-${party}: { holder: ${party}, step: ${party}.x, needs: ${needs}, timing: together, firmness: 1 }`;
    const wants = (party: string): string =>
      `  ${party}: { statements: [${party}.x], rationality: 1000000, revision: 1 }`;
    const p = chances(`
parley: 1
as-of: 2025-01-01
horizon: 2025-01-02
parties: { a: {}, b: {}, c: {} }
options: { a: { x: { text: x } }, b: { x: { text: x } }, c: { x: { text: x } } }
preconditions:
${[waits('a', 'b.x'), waits('b', 'a.x'), waits('c', 'a.x and b.x')].join('\n')}
preferences:
${['a', 'b', 'c'].map(wants).join('\n')}
scenarios: { all: { title: x, when: a.x and b.x and c.x }, some: { title: x, when: a.x and b.x and not c.x } }
`);
    expect(p['all']).toBeGreaterThan(0.95);
    expect(p['some']).toBe(0);
  });

  test('P3 a happening whose day has come joins an offer', () => {
    const p = chances(`
parley: 1
as-of: 2025-01-01
horizon: 2025-01-02
parties: { a: {} }
options: { a: { halts: { text: x } } }
happenings: { talks: { text: x, rate: 0.5 } }
preconditions:
  p1: { holder: a, step: a.halts, needs: talks, timing: together, firmness: 1 }
  p2: { holder: a, step: talks, needs: a.halts, timing: together, firmness: 1 }
preferences: { a: { statements: [a.halts], rationality: 1000000, revision: 1 } }
scenarios: { both: { title: x, when: a.halts and talks } }
`);
    near(p['both'], 0.5);
  });
});

describe('P4 happenings', () => {
  test('P4 with a rate it comes about once allowed, and an influence shifts the rate; without one never', () => {
    const { scenarios, notes } = forecastOf(`
parley: 1
as-of: 2025-01-01
horizon: 2025-01-02
parties: { a: {} }
happenings: { h: { text: x, rate: 0.2 }, i: { text: x }, j: { text: x, rate: 1 } }
preconditions: { p1: { holder: a, step: j, needs: i, firmness: 1 } }
influences: { more: { when: not i, rate: { h: 0.3 } } }
scenarios: { h: { title: x, when: h }, i: { title: x, when: i }, j: { title: x, when: j } }
`);
    near(scenarios[0]!.probability, 0.5);
    expect(scenarios[1]!.probability).toBe(0);
    expect(notes).toContainEqual({ kind: 'hole', code: 'no-rate', happening: 'i' });
    // P6: a demand is insisted on with chance 0.99 at most.
    near(scenarios[2]!.probability, 0.01);
    expect(notes).toContainEqual({ kind: 'assumption', code: 'firmness-capped', demand: 'p1' });
  });
});

const TABLE = `
parley: 1
as-of: 2025-01-01
horizon: 2025-01-02
ranks: [official, leader]
parties: { a: { people: { ann: { name: Ann, rank: leader }, al: { name: Al, rank: official } } }, b: { people: { bea: { name: Bea, rank: leader }, bo: { name: Bo, rank: official } } } }
options: { a: { goes: { text: x } } }
meetings:
  low: { heads: { a: al, b: bo } }
  high: { when: a.goes, heads: { a: ann, b: bea } }
issues:
  small: { values: [none, half, full], needs: official }
  other: { values: [none, some], needs: official }
  large: { values: [none, all], needs: leader }
MORE
preferences:
  a: { statements: [a.goes], rationality: 0, revision: 0, reserved: 20, issues: { small: { weight: 2, scores: { none: 0, half: 60, full: 100 } }, other: { weight: 1, scores: { none: 100, some: 0 } }, large: { weight: 5, scores: { none: 0, all: 100 } } } }
  b: { reserved: 20, issues: { small: { weight: 1, scores: { none: 100, half: 70, full: 0 } }, other: { weight: 2, scores: { none: 0, some: 100 } }, large: { weight: 5, scores: { none: 0, all: 100 } } } }
scenarios:
  low: { title: x, when: low }
  high: { title: x, when: high }
  half: { title: x, when: small = half }
  full: { title: x, when: small = full }
  some: { title: x, when: other = some }
  large: { title: x, when: large = all }
  any: { title: x, when: small != none or other != none }
`;
const table = (more = '', from = '', to = ''): Record<string, number> =>
  chances(TABLE.replace('MORE', more).replace(from, to), 300);

describe('M1–M3, P5 meetings and bargains', () => {
  test('P5 the Nash solution over the agenda; M2 what needs a higher rank stays', () => {
    // V_a = (2·small + other) / 3, V_b = (small + 2·other) / 3: half and some gives 40 and 90, full and some 66.7 and 66.7.
    expect(table()).toMatchObject({ low: 1, high: 0, full: 1, some: 1, large: 0 });
  });

  test('M1 of two meetings the highest takes place', () => {
    expect(table('status-quo: { a.goes: yes }')).toMatchObject({ low: 0, high: 1, large: 1 });
  });

  test('M1 a meeting convenes with its chance', () => {
    near(table('', 'heads: { a: al, b: bo }', 'heads: { a: al, b: bo }, convenes: 0.5').low, 0.5, 300);
  });

  test('P5 nothing is settled that leaves somebody below what it reserves, with the shift of influences', () => {
    expect(table('influences: { i: { every: day, party: b, reserved: 60 } }')).toMatchObject({
      low: 1,
      half: 1,
      some: 1,
    });
    expect(table('influences: { i: { every: day, party: b, reserved: 75 } }')).toMatchObject({ low: 1, any: 0 });
  });

  test('M2 a mandate narrows the agenda', () => {
    const mandate = 'mandates: { m: { party: a, meeting: low, may-settle: [small] } }';
    expect(table(mandate)).toMatchObject({ some: 0, half: 1 });
  });

  test('M3 a red line bounds the deal, a ratifier who insists refuses it, and a binding row forbids a value', () => {
    expect(table('red-lines: { b: [not small = full] }')).toMatchObject({ full: 0, half: 1 });
    const p = table('ratifiers: { r: { of: a, by: b, accepts-if: other = none, firmness: 1 } }');
    expect(p['some']).toBeLessThan(0.04);
    expect(
      table('preconditions: { p: { holder: b, step: small = full, needs: a.goes, firmness: 1 } }')['half'],
    ).toBeGreaterThan(0.95);
  });
});

describe('P6 and U4', () => {
  const FIRM = `
parley: 1
as-of: 2025-01-01
horizon: 2025-01-02
parties: { a: {} }
happenings: { h: { text: x, rate: 1 }, never: { text: x } }
preconditions: { p: { holder: a, step: h, needs: never, firmness: FIRM } }
MORE
scenarios: { h: { title: x, when: h } }
`;
  test('P6 a demand is insisted on with its firmness, at most 0.99', () => {
    near(chances(FIRM.replace('FIRM', '0.3').replace('MORE', '')).h, 0.7);
    near(chances(FIRM.replace('FIRM', '1').replace('MORE', '')).h, 0.01);
  });

  test('U4 an influence makes it firmer', () => {
    const more = 'influences: { i: { when: not never, firmness: { p: 0.4 } } }';
    near(chances(FIRM.replace('FIRM', '0.3').replace('MORE', more)).h, 0.3);
  });

  test('U4 a cost counts where its condition holds, a weight shifts while it does', () => {
    const given = (more: string): number =>
      chances(`
parley: 1
as-of: 2025-01-01
horizon: 2025-01-02
parties: { a: {} }
options: { a: { x: { text: x } } }
happenings: { never: { text: x } }
influences: { i: { when: ${more} } }
preferences: { a: { statements: [{ that: a.x, weight: 1, id: wish }, { that: not a.x, weight: 2 }], rationality: 0.1, revision: 1, deal-share: 0 } }
scenarios: { x: { title: x, when: a.x } }
`)['x']!;
    const logit = (u: number): number => 1 / (1 + Math.exp(-0.1 * u));
    near(given('never, party: a, cost: 30'), logit(-100 / 3));
    near(given('a.x, party: a, cost: -30'), logit(-100 / 3 + 30));
    near(given('not never, party: a, weight: { wish: 3 }'), logit((100 * (4 - 2)) / 6));
  });
});

test('P9 an engine turned to the same draw and run plays the same rounds', () => {
  const { process } = compiled(PARTY.replace('RATIO', '0.02 to 0.2'));
  const machine = engine(process, 3);
  const play = (draw: number, run: number): string => {
    machine.begin(draw, run);
    machine.next();
    return machine.run.state.join();
  };
  const first = Array.from({ length: 50 }, (_, k) => play(k, k));
  const backwards = Array.from({ length: 50 }, (_, k) => play(49 - k, 49 - k)).toReversed();
  expect(backwards).toEqual(first);
});
