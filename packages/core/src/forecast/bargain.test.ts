import { expect, test } from 'vitest';
import { Rng } from '../maths/rng.ts';
import { hasBit } from './condition.ts';
import { compileForecast, isProblem } from './from-case.ts';
import { caseOf } from './random-case.twin.ts';
import { engine } from './round.ts';

const PARTIES = ['a', 'b'];

/** A table of two parties over two or three issues, with plain numbers. */
function randomTable(seed: number) {
  const rng = new Rng(seed, 79);
  const issues = Array.from({ length: 2 + rng.below(2) }, (_, i) => ({
    name: `i${i}`,
    values: Array.from({ length: 2 + rng.below(3) }, (__, v) => `v${v}`),
  }));
  const parties = PARTIES.map((name) => ({
    name,
    reserved: rng.below(80),
    weights: issues.map(() => 1 + rng.below(9)),
    scores: issues.map(({ values }) => values.map(() => rng.below(101))),
  }));
  const forbidden = rng.below(2) === 0 ? `i0 = v1 and i1 = v${rng.below(2)}` : undefined;
  return { issues, parties, forbidden };
}

type Table = ReturnType<typeof randomTable>;

/** The case of a table; `meeting` is what stands in its meeting beside the parties. */
function yamlOf({ issues, parties, forbidden }: Table, meeting = ''): string {
  return [
    'parley: 1',
    'as-of: 2025-01-01',
    'horizon: 2025-01-02',
    'parties: { a: {}, b: {} }',
    `meetings: { m: { parties: [a, b]${meeting} } }`,
    'issues:',
    ...issues.map(({ name, values }) => `  ${name}: { values: [${values.join(', ')}] }`),
    ...(forbidden === undefined ? [] : [`impossible: [ ${forbidden} ]`]),
    'preferences:',
    ...parties.map(
      ({ name, reserved, weights, scores }) =>
        `  ${name}: { reserved: ${reserved}, issues: { ${issues
          .map(
            (issue, i) =>
              `${issue.name}: { weight: ${weights[i]}, scores: { ${issue.values.map((v, k) => `${v}: ${scores[i]![k]}`).join(', ')} } }`,
          )
          .join(', ')} } }`,
    ),
    'scenarios: { s: { title: x, when: m } }',
    '',
  ].join('\n');
}

/** What the meeting settles in the first round, by issue. */
function settledBy(yaml: string): number[] {
  const compiled = compileForecast(caseOf(yaml)!);
  if (isProblem(compiled)) throw new Error(compiled.code);
  const machine = engine(compiled.process, 1);
  machine.begin(0, 0);
  machine.next();
  return compiled.process.issues.map(({ values }) => values.findIndex((atom) => hasBit(machine.run.state, atom)));
}

function gainsOf({ parties }: Table, outcome: readonly number[]): number[] {
  return parties.map(({ weights, scores, reserved }) => {
    const total = weights.reduce((x, y) => x + y, 0);
    return outcome.reduce((sum, v, i) => sum + (weights[i]! * scores[i]![v]!) / total, 0) - reserved;
  });
}

/** Outcomes that nothing forbids, in order. */
function allowedOf({ issues, forbidden }: Table): number[][] {
  let all: number[][] = [[]];
  for (const { values } of issues) all = all.flatMap((o) => values.map((_, v) => [...o, v]));
  const [, v0, v1] = /i0 = v(\d) and i1 = v(\d)/.exec(forbidden ?? '') ?? [];
  return all.filter((o) => !(v0 !== undefined && o[0] === Number(v0) && o[1] === Number(v1)));
}

test.each([
  ['', [1, 1]],
  [', powers: { a: 3 }', [3, 1]],
  [', powers: { a: 0.5, b: 2 }', [0.5, 2]],
  [', powers: { b: 0 }', [1, 0]],
] as const)(
  'P5 what a meeting settles is the best of all allowed outcomes by the product of gains%s',
  (meeting, powers) => {
    let settled = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const table = randomTable(seed);
      const yaml = yamlOf(table, meeting);
      const found = settledBy(yaml);
      const product = (outcome: readonly number[]): number =>
        gainsOf(table, outcome).reduce((x, gain, k) => x * Math.max(0, gain) ** powers[k]!, 1);
      const allowed = allowedOf(table).filter((o) => gainsOf(table, o).every((g) => g >= -1e-9));
      if (allowed.length === 0) {
        expect(found, yaml).toEqual(table.issues.map(() => 0));
        continue;
      }
      settled++;
      const best = Math.max(...allowed.map(product));
      expect(allowed, yaml).toContainEqual(found);
      expect(product(found) / Math.max(best, 1e-9), yaml).toBeCloseTo(best === 0 ? 0 : 1, 7);
    }
    expect(settled).toBeGreaterThan(100);
  },
);

test('P5 by alternating offers a meeting settles what a literal exchange of offers ends with', () => {
  let settled = 0;
  let differs = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const table = randomTable(seed);
    const found = settledBy(yamlOf(table, ', bargains: alternating-offers'));
    const allowed = allowedOf(table);
    // Whoever opens: one of two exchanges.
    const deals = [0, 1].map((opens) => exchange(table, allowed, opens) ?? table.issues.map(() => 0));
    expect(deals, yamlOf(table)).toContainEqual(found);
    if (found.some((v) => v !== 0)) {
      settled++;
      expect(Math.min(...gainsOf(table, found))).toBeGreaterThanOrEqual(-1e-9);
    }
    if (found.join() !== settledBy(yamlOf(table)).join()) differs++;
  }
  expect(settled).toBeGreaterThan(50);
  expect(differs).toBeGreaterThan(10);
});

/** Forty rounds: each in turn takes what stands if it is worth its aspiration, or offers the worst outcome that is. */
function exchange(table: Table, allowed: readonly number[][], opens: number): number[] | undefined {
  const worth = (o: readonly number[], p: number): number => gainsOf(table, o)[p]! + table.parties[p]!.reserved;
  const best = [0, 1].map((p) => Math.max(...allowed.map((o) => worth(o, p))));
  let standing: number[] | undefined;
  for (let round = 1; round <= 40; round++)
    for (const p of opens === 0 ? [0, 1] : [1, 0]) {
      if (best[p]! < table.parties[p]!.reserved) return undefined;
      const floor = Math.max(table.parties[p]!.reserved, Math.min(...allowed.map((o) => worth(o, p))));
      const aspires = Math.max(floor, floor + (best[p]! - floor) * (1 - (round / 41) ** 4) - 0.001);
      if (standing !== undefined && worth(standing, p) >= aspires) return standing;
      const enough = allowed.filter((o) => worth(o, p) >= aspires);
      standing = enough.toSorted((x, y) => worth(x, p) - worth(y, p))[0]!;
    }
  return undefined;
}
