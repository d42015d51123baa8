import { describe, expect, test } from 'vitest';
import { Rng } from '../maths/rng.ts';
import { effectiveSampleSize } from '../maths/statistics.ts';
import type { Case, Quantity } from '../case/index.ts';
import { literalLikelihood } from './bayes.twin.ts';
import { believe, isImpossible, planOf, resample, weigher } from './belief.ts';
import { allChunks, forecast, isRefused } from './forecast.ts';
import { compileForecast, isProblem } from './from-case.ts';
import { drawnInputs } from './inputs.ts';
import { caseOf, randomCase } from './random-case.twin.ts';

/** A random case in which something has been seen by 4 January. */
function seenCase(seed: number): string {
  const rng = new Rng(seed, 78);
  const options = (yaml: string): string[] => {
    const names: string[] = [];
    let party = '';
    for (const line of yaml.split('\n')) {
      const owner = /^ {2}([abc]):$/.exec(line);
      if (owner !== null) party = owner[1]!;
      const option = /^ {4}(o\d): \{/.exec(line);
      if (option !== null) names.push(`${party}.${option[1]}`);
    }
    return names;
  };
  let { yaml } = randomCase(seed);
  const names = options(yaml);
  yaml = yaml
    .replace('as-of: 2025-01-01', 'as-of: 2025-01-04')
    .replaceAll(/2025-01-0[234](?= })/g, '2025-01-07')
    .replace(/horizon: \S+/, 'horizon: 2025-01-07')
    .replaceAll(/rationality: [\d.]+/g, 'rationality: 0.01 to 0.1')
    .replaceAll(/revision: [\d.]+/g, 'revision: 0.2 to 0.8');
  const lines = ['sources:'];
  lines.push(
    `  s: { file: s.md, written: 2025-01-01 }`,
    `  t: { file: t.md, written: 2025-01-0${2 + rng.below(3)} }`,
    'events:',
  );
  names.forEach((name, k) => {
    if (rng.below(3) === 0 && k > 0) return;
    const on = ['2025-01-02', '2025-01-03', '2025-01-04', '2025-01-02/2025-01-03', '../2025-01-04'][rng.below(5)]!;
    const sign =
      rng.below(3) === 0 ? `, signals: { ${names[rng.below(names.length)]}: ${[0.3, 2, 3][rng.below(3)]} }` : '';
    const firm = yaml.includes('  p0:') && rng.below(3) === 0 && sign === '' ? ', signals: { p0.firmness: 2 }' : '';
    lines.push(
      `  e${k}: { on: ${on}, what: x, sets: { ${name}: ${rng.below(3) === 0 ? 'no' : 'yes'} }${sign}${firm} }`,
    );
  });
  return `${yaml}${lines.join('\n')}\n`.replaceAll(/firmness: (0\.3|0\.7|1) /g, 'firmness: 0.3 to 0.8 ');
}

/** The case with the numbers of one draw put in. */
function withNumbers(given: Case, value: (input: string) => number | undefined): Case {
  const put = (name: string, quantity: Quantity | undefined): { value?: Quantity } => {
    const x = value(name);
    return x === undefined || quantity === undefined ? {} : { value: { kind: 'number', value: x } };
  };
  const preferences = new Map(
    [...given.preferences].map(([id, p]) => [
      id,
      {
        ...p,
        rationality: put(`${id}.rationality`, p.rationality).value ?? p.rationality!,
        revision: put(`${id}.revision`, p.revision).value ?? p.revision!,
      },
    ]),
  );
  return { ...given, preferences };
}

describe('P7, P8 weights by what has been seen', () => {
  test('posterior weights before resampling are exact Bayes', () => {
    const DRAWS = 40;
    let compared = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const yaml = seenCase(seed);
      const given = caseOf(yaml);
      if (given === undefined) continue;
      const compiled = compileForecast(given, { from: '2025-01-01' });
      if (isProblem(compiled)) throw new Error(compiled.code);
      const { process, history } = compiled;
      const belief = believe(process, seed, allChunks(DRAWS, weigher(process, history, seed, DRAWS)), 0);
      const inputs = drawnInputs(process.inputs, seed);
      const index = new Map(process.inputs.map((input, j) => [input.name, j]));
      const literal = Array.from({ length: DRAWS }, (_, k) => {
        inputs.begin(k);
        const value = (name: string): number | undefined => {
          const j = index.get(name);
          return j === undefined ? undefined : inputs.value(j);
        };
        const insisted = [...given.preconditions.values()].filter((row) => {
          const demand = process.demands.find((d) => d.rows.includes(row.id))!;
          return inputs.quantile(demand.insists) < Math.min(0.99, inputs.value(demand.firmness));
        });
        const quantile = (row: string): number =>
          inputs.quantile(process.demands.find((d) => d.rows.includes(row))!.firmness);
        return literalLikelihood(withNumbers(given, value), insisted, '2025-01-01', quantile);
      });
      const sum = literal.reduce((a, b) => a + b, 0);
      if (isImpossible(belief)) {
        expect(sum, yaml).toBe(0);
        continue;
      }
      literal.forEach((l, k) => expect(Math.abs(belief.weights[k]! / DRAWS - l / sum), yaml).toBeLessThan(1e-12));
      compared++;
    }
    expect(compared).toBeGreaterThan(250);
  }, 240_000);

  const CASE = `
parley: 1
as-of: 2025-01-05
horizon: 2025-01-07
sources: { s: { file: s.md, written: 2025-01-01 }, t: { file: t.md, written: 2025-01-05 } }
parties: { a: {} }
options: { a: { goes: { text: x, visible: yes }, stays: { text: x, permitted: to-no } } }
preferences: { a: { statements: [{ that: a.goes, weight: 0.5 to 20 }, { that: not a.goes, weight: 5 }], revision: 0.2 to 0.9 } }
events:
  e1: { on: 2025-01-03, what: x, WHAT }
scenarios: { s: { title: x, when: a.goes, by: 2025-01-07 } }
`;
  const run = (what: string, draws = 4_000) =>
    forecast(caseOf(CASE.replace('WHAT', what).replace(', permitted: to-no', ''))!, { seed: 1, draws });
  const chance = (what: string): number => {
    const found = run(what);
    if (isRefused(found)) throw new Error(found.code);
    return found.scenarios[0]!.probability;
  };

  test('P7 a signal above 1 makes its option likelier, one below 1 less likely', () => {
    const neutral = chance('signals: { a.goes: 1 }');
    expect(chance('signals: { a.goes: 4 }')).toBeGreaterThan(neutral + 0.01);
    expect(chance('signals: { a.goes: 0.2 }')).toBeLessThan(neutral - 0.01);
  });

  test('P8 a refusal says something about what the party wants, and so does doing nothing', () => {
    const found = run('sets: { a.stays: yes }');
    if (isRefused(found)) throw new Error(found.code);
    expect(found.effectiveSampleSize).toBeLessThan(4_000);
  });

  test('P8 the option that was taken weighs up the wish for it', () => {
    const found = run('sets: { a.goes: yes }');
    if (isRefused(found)) throw new Error(found.code);
    const { process, weights, seed } = found.belief;
    const inputs = drawnInputs(process.inputs, seed);
    const wish = process.inputs.findIndex((x) => x.name === 'a-1.weight');
    let mean = 0;
    weights.forEach((w, k) => {
      inputs.begin(k);
      mean += (w * inputs.quantile(wish)) / weights.length;
    });
    expect(mean).toBeGreaterThan(0.55);
  });

  test('evidence that no draw explains names its event, and the belief before it stays as it was', () => {
    const given = (what: string): Case =>
      caseOf(CASE.replace('WHAT', what).replace('revision: 0.2 to 0.9', 'revision: 0'))!;
    const before = forecast(given('signals: { a.goes: 2 }'), { seed: 1, draws: 100 });
    expect(isRefused(before)).toBe(false);
    const copy = JSON.stringify(before);
    expect(forecast(given('sets: { a.goes: yes }'), { seed: 1, draws: 100 })).toEqual({
      code: 'impossible-evidence',
      event: 'e1',
    });
    expect(JSON.stringify(before)).toBe(copy);
  });
});

describe('P9 resampling', () => {
  test('keeps each draw as often as its weight says, give or take one, in draw order', () => {
    const rng = new Rng(5);
    const weights = Float64Array.from({ length: 1_000 }, () => rng.uniform() ** 8);
    const total = weights.reduce((a, b) => a + b, 0);
    const draws = resample(weights, 3);
    const counts = new Float64Array(1_000);
    draws.forEach((k) => counts[k]!++);
    counts.forEach((count, k) => expect(Math.abs(count - (1_000 * weights[k]!) / total)).toBeLessThan(1));
    draws.forEach((k, i) => expect(i === 0 || draws[i - 1]! <= k).toBe(true));
  });

  test('happens where fewer than half of the draws count, and changes chances within Monte Carlo error', () => {
    const yaml = `
parley: 1
as-of: 2025-01-05
horizon: 2025-01-08
sources: { s: { file: s.md, written: 2025-01-01 } }
parties: { a: {} }
options: { a: { x: { text: x }, y: { text: x } } }
preferences: { a: { statements: [{ that: a.x, weight: 1 to 50 }, { that: not a.x, weight: 1 to 50 }, { that: a.y, weight: 1 to 50 }], rationality: 0.2 } }
events: { e1: { on: 2025-01-03, what: x, sets: { a.x: yes }, signals: { a.y: 20 } } }
scenarios: { s: { title: x, when: a.y, by: 2025-01-08 } }
`;
    const compiled = compileForecast(caseOf(yaml)!);
    if (isProblem(compiled)) throw new Error(compiled.code);
    const { process, history } = compiled;
    const chunks = allChunks(8_000, weigher(process, history, 1, 8_000));
    const [weighed, resampled] = [believe(process, 1, chunks, 0), believe(process, 1, chunks, 1)];
    if (isImpossible(weighed) || isImpossible(resampled)) throw new Error('impossible');
    expect(planOf(weighed).draws).toBeUndefined();
    expect(planOf(resampled).weights).toBeUndefined();
    expect(effectiveSampleSize(weighed.weights)).toBe(weighed.effectiveSampleSize);
    expect(weighed.effectiveSampleSize).toBeLessThan(8_000);
    const found = forecast(caseOf(yaml)!, { seed: 1, draws: 8_000 });
    if (isRefused(found)) throw new Error(found.code);
    const { probability, standardError } = found.scenarios[0]!;
    const other = forecast(caseOf(yaml)!, { seed: 2, draws: 8_000 });
    if (isRefused(other)) throw new Error(other.code);
    expect(Math.abs(probability - other.scenarios[0]!.probability)).toBeLessThan(5 * standardError);
  });
});
