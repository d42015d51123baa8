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

test('P5 what a meeting settles is the best of all allowed outcomes by the product of gains', () => {
  let settled = 0;
  for (let seed = 1; seed <= 500; seed++) {
    const { issues, parties, forbidden } = randomTable(seed);
    const yaml = [
      'parley: 1',
      'as-of: 2025-01-01',
      'horizon: 2025-01-02',
      'parties: { a: {}, b: {} }',
      'meetings: { m: { parties: [a, b] } }',
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
    const compiled = compileForecast(caseOf(yaml)!);
    if (isProblem(compiled)) throw new Error(compiled.code);
    const machine = engine(compiled.process, 1);
    machine.begin(0, 0);
    machine.next();
    const found = compiled.process.issues.map(({ values }) =>
      values.findIndex((atom) => hasBit(machine.run.state, atom)),
    );

    const gains = (outcome: readonly number[]): number[] =>
      parties.map(({ weights, scores, reserved }) => {
        const total = weights.reduce((x, y) => x + y, 0);
        return outcome.reduce((sum, v, i) => sum + (weights[i]! * scores[i]![v]!) / total, 0) - reserved;
      });
    const product = (outcome: readonly number[]): number => gains(outcome).reduce((x, y) => x * Math.max(0, y), 1);
    let all: number[][] = [[]];
    for (const { values } of issues) all = all.flatMap((o) => values.map((_, v) => [...o, v]));
    const [, v0, v1] = /i0 = v(\d) and i1 = v(\d)/.exec(forbidden ?? '') ?? [];
    const allowed = all.filter(
      (o) => gains(o).every((g) => g >= -1e-9) && !(v0 !== undefined && o[0] === Number(v0) && o[1] === Number(v1)),
    );
    if (allowed.length === 0) {
      expect(found, yaml).toEqual(issues.map(() => 0));
      continue;
    }
    settled++;
    const best = Math.max(...allowed.map(product));
    expect(allowed, yaml).toContainEqual(found);
    expect(product(found), yaml).toBeCloseTo(best, 9);
  }
  expect(settled).toBeGreaterThan(100);
});
