import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { readCase } from '../case/file.ts';
import { asKnownOn } from '../case/index.ts';
import { believe, isImpossible, planOf, weigher } from './belief.ts';
import { forecast, isRefused, summed } from './forecast.ts';
import { compileForecast, isProblem } from './from-case.ts';
import { mergeTallies } from './merge.ts';
import { CHUNK_RUNS, chunksOf, simulator, type Tally } from './simulate.ts';

const ISTANBUL = new URL('../../../../cases/istanbul-2025/case.yaml', import.meta.url);
const given = asKnownOn(readCase(readFileSync(ISTANBUL, 'utf8')).case!, '2025-05-15');

test('P9 whoever computes which chunk, and in which order, the bits are the same', () => {
  const draws = 3 * CHUNK_RUNS + 17;
  const compiled = compileForecast(given);
  if (isProblem(compiled)) throw new Error(compiled.code);
  const { process, history } = compiled;
  const alone = forecast(given, { seed: 5, draws });
  if (isRefused(alone)) throw new Error(alone.code);

  // Two workers, each with an engine of its own, taking chunks from the ends.
  const [one, two] = [weigher(process, history, 5, draws), weigher(process, history, 5, draws)];
  const count = chunksOf(draws);
  const logs: Float64Array[] = [];
  for (let k = count - 1; k >= 0; k--) logs[k] = (k % 2 === 0 ? one : two)(k);
  const belief = believe(process, 5, logs);
  if (isImpossible(belief)) throw new Error('impossible');
  const workers = [simulator(planOf(belief)), simulator(planOf(belief))];
  const tallies: Tally[] = [];
  for (let k = count - 1; k >= 0; k--) tallies[k] = workers[k % 2]!.chunk(k);
  const shared = summed(compiled, belief, mergeTallies(tallies));
  expect(shared).toEqual(alone);
  // A chunk that is computed twice, as after a worker has died, is the same.
  expect(workers[0]!.chunk(1)).toEqual(tallies[1]);
}, 60_000);

test('P9 what crosses to a worker is plain data', () => {
  const compiled = compileForecast(given);
  if (isProblem(compiled)) throw new Error(compiled.code);
  const copy = JSON.parse(
    JSON.stringify(compiled.process, (_, x: unknown) => (x === -Infinity ? '-inf' : x)),
    (_, x: unknown) => (x === '-inf' ? -Infinity : x),
  );
  expect(copy).toEqual(compiled.process);
  const runs = CHUNK_RUNS;
  expect(simulator({ process: copy, seed: 1, runs }).chunk(0)).toEqual(
    simulator({ process: compiled.process, seed: 1, runs }).chunk(0),
  );
});

test('what is counted adds up', () => {
  const found = forecast(given, { seed: 2, draws: 2_000 });
  if (isRefused(found)) throw new Error(found.code);
  const { tally, scenarios, process } = found;
  expect(tally.runs).toBe(2_000);
  for (const [s, x] of scenarios.entries()) {
    expect(tally.both[s * scenarios.length + s]).toBe(tally.yes[s]);
    expect(x.probability).toBeGreaterThanOrEqual(x.interval[0] - 1e-12);
    expect(x.probability).toBeLessThanOrEqual(x.interval[1] + 1e-12);
    if (!process.scenarios[s]!.settled && process.scenarios[s]!.kind === 'by')
      expect(x.curve[process.scenarios[s]!.to]).toBeCloseTo(x.probability, 12);
  }
});
