import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../case/file.ts';
import { asKnownOn } from '../case/index.ts';
import { changesBetween } from './changes.ts';
import { planOf } from './belief.ts';
import { allChunks, forecast, isRefused, type Forecast } from './forecast.ts';
import { replaySteps } from './replay.ts';
import { readOutcomes } from './resolution.ts';
import { jointOf } from './summary.ts';
import { stationName, typicalPaths } from './trace.ts';
import { comparer, differences, intervene, isUnknown, mergePaired, type WhatIf } from './what-if.ts';

const folder = new URL('../../../../cases/istanbul-2025/', import.meta.url);
const whole = readCase(readFileSync(new URL('case.yaml', folder), 'utf8')).case!;
const DRAWS = 2_000;

const on = (day: string): Forecast => {
  const found = forecast(asKnownOn(whole, day), { seed: 1, draws: DRAWS });
  if (isRefused(found)) throw new Error(found.code);
  return found;
};
const chance = (of: Forecast, id: string): number => of.scenarios.find((s) => s.id === id)!.probability;

describe('the Istanbul talks', () => {
  const may15 = on('2025-05-15');

  test('as of 15 May the leaders do not meet, delegations do, and an exchange of prisoners is the likeliest agreement', () => {
    expect(chance(may15, 's01')).toBeLessThan(0.01);
    expect(chance(may15, 's02')).toBeGreaterThan(0.7);
    expect(chance(may15, 's02a')).toBeGreaterThanOrEqual(chance(may15, 's02b'));
    expect(chance(may15, 's08')).toBeGreaterThan(0.7);
  });

  test('the delegations’ talks rise from 13 to 15 May', () => {
    expect(chance(may15, 's02')).toBeGreaterThan(chance(on('2025-05-13'), 's02') + 0.02);
  });

  test('the hidden deadlock: without Trump’s condition he joins, and meets Putin, more often', () => {
    const found = forecast(asKnownOn(whole, '2025-05-15'), { seed: 1, draws: 6_000 });
    if (isRefused(found)) throw new Error(found.code);
    const given = planOf(found.belief);
    const changed = intervene(may15.process, [{ kind: 'waive', row: 'p09' }] satisfies WhatIf[]);
    if (isUnknown(changed)) throw new Error(changed.name);
    const [d] = differences(may15.process, mergePaired(allChunks(6_000, comparer(given, [changed]).chunk)));
    const of = (id: string) => d!.find((x) => x.scenario === id)!;
    expect(of('s06').difference).toBeGreaterThan(2 * of('s06').standardError);
    expect(of('s07').difference).toBeGreaterThan(2 * of('s07').standardError);
  });

  test('talks without a ceasefire and talks go together; paths can be told', () => {
    const { both, aGivenB } = jointOf(may15.process, may15.tally, 's08', 's02');
    expect(both).toBe(chance(may15, 's08'));
    expect(aGivenB).toBeGreaterThan(0.9);
    const paths = typicalPaths(planOf(may15.belief), may15.tally.paths, may15.tally.weight);
    expect(paths).toHaveLength(3);
    const names = paths[0]!.example.map((s) => stationName(may15.process, s.atom));
    expect(names.length).toBeGreaterThan(0);
    expect(paths[0]!.share).toBeGreaterThanOrEqual(paths[1]!.share);
  });

  test('P11 day by day with what was known then, to 16 May; every step says what moved', () => {
    const { outcomes } = readOutcomes(readFileSync(new URL('outcomes.yaml', folder), 'utf8'), whole);
    const steps = replaySteps(whole, '2025-05-13', '2025-05-16', [...outcomes!.events.values()]);
    const days = steps.filter((s) => s.isLast).map((s) => s.asOf);
    expect(days).toEqual(['2025-05-13', '2025-05-14', '2025-05-15', '2025-05-16']);
    expect(steps.filter((s) => s.why.kind === 'event').map((s) => (s.why as { event: string }).event)).toContain('e24');
    const at = (k: number): Forecast => {
      const found = forecast(steps[k]!.given, { seed: 1, draws: 500 });
      if (isRefused(found)) throw new Error(`${found.code} at ${JSON.stringify(steps[k]!.why)}`);
      return found;
    };
    const met = steps.findIndex((s) => s.why.kind === 'event' && s.why.event === 'o06');
    const [before, after] = [at(met - 1), at(met)];
    const note = changesBetween(before, after);
    expect(note.scenarios.map((s) => s.scenario)).toContain('s02');
    expect(chance(after, 's02')).toBe(1);
    // The last day of all, everything in.
    const last = at(steps.length - 1);
    expect(chance(last, 's02a')).toBe(1);
    expect(last.scenarios.find((s) => s.id === 's01')!.settled).toBe(true);
  }, 60_000);
});
