/** Forecasts through a runner: weigh the draws by what has been seen, play the runs, compare and attribute — in chunks. */
import type { Case, CaseEvent, Day } from '@parley/core/case';
import {
  believe,
  blamed,
  changesBetween,
  changedBy,
  chunksOf,
  compileForecast,
  differences,
  importanceOf,
  intervene,
  isImpossible,
  isProblem,
  isRefused,
  isUnknown,
  leversOf,
  mergeAttributions,
  mergePaired,
  mergeTallies,
  planOf,
  replaySteps,
  singleChanges,
  summed,
  type Attribution,
  type ChangeNote,
  type Difference,
  type Forecast,
  type Importance,
  type Lever,
  type PairedTally,
  type Refused,
  type ReplayStep,
  type Tally,
  type UnknownName,
  type WhatIf,
} from '@parley/core/forecast';
import type { Runner, RunOptions } from '../run/runner.ts';

export interface Asked {
  readonly seed: number;
  readonly draws: number;
}

/** `given` as it could be known on its as-of day. */
export async function forecastOf(
  given: Case,
  { seed, draws }: Asked,
  runner: Runner,
  options: RunOptions = {},
): Promise<Forecast | Refused> {
  const compiled = compileForecast(given);
  if (isProblem(compiled)) return compiled;
  const { process, history } = compiled;
  const chunks = chunksOf(draws);
  const weighed = await runner.run({ kind: 'weigh', process, history, seed, runs: draws }, chunks, options);
  const belief = believe(process, seed, weighed as Float64Array[]);
  if (isImpossible(belief)) return blamed(given, { seed, draws });
  const tallies = await runner.run({ kind: 'simulate', plan: planOf(belief) }, chunks, options);
  return summed(compiled, belief, mergeTallies(tallies as Tally[]));
}

/** By change: what it does to each scenario, on the same draws. */
export async function whatIf(
  forecast: Forecast,
  changes: readonly (readonly WhatIf[])[],
  runner: Runner,
  options: RunOptions = {},
): Promise<Difference[][] | UnknownName> {
  const changed = [];
  for (const list of changes) {
    const process = intervene(forecast.process, list);
    if (isUnknown(process)) return process;
    changed.push(process);
  }
  const plan = planOf(forecast.belief);
  const found = await runner.run({ kind: 'compare', plan, changed }, chunksOf(plan.runs), options);
  return differences(forecast.process, mergePaired(found as PairedTally[]));
}

/** What moves a scenario most: every single option, demand and relaxation, the strongest first. */
export async function levers(
  forecast: Forecast,
  scenario: string,
  runner: Runner,
  options: RunOptions = {},
): Promise<Lever[]> {
  const changes = singleChanges(forecast.process);
  const plan = planOf(forecast.belief);
  const changed = changedBy(forecast.process, changes);
  const found = await runner.run({ kind: 'compare', plan, changed }, chunksOf(plan.runs), options);
  return leversOf(changes, differences(forecast.process, mergePaired(found as PairedTally[])), scenario);
}

/** Which uncertain inputs a scenario hangs on. */
export async function whatMatters(
  forecast: Forecast,
  scenario: string,
  runner: Runner,
  options: RunOptions = {},
): Promise<Importance[]> {
  const plan = planOf(forecast.belief);
  const found = await runner.run({ kind: 'attribute', plan }, chunksOf(plan.runs), options);
  return importanceOf(forecast.process, mergeAttributions(found as Attribution[]), scenario);
}

export interface ReplayedStep {
  readonly step: ReplayStep;
  readonly forecast: Forecast;
  /** What moved since the step before. */
  readonly change?: ChangeNote;
}

export interface Replayed {
  readonly steps: readonly ReplayedStep[];
  /** The step that could not be taken; those before it stand. */
  readonly refused?: { readonly step: ReplayStep; readonly why: Refused };
}

/** Day by day, event by event; `later` are events from outside the case. */
export async function replay(
  given: Case,
  span: { readonly from: Day; readonly to: Day },
  later: readonly CaseEvent[],
  asked: Asked,
  runner: Runner,
  options: RunOptions = {},
): Promise<Replayed> {
  const all = replaySteps(given, span.from, span.to, later);
  const steps: ReplayedStep[] = [];
  for (const [k, step] of all.entries()) {
    const signal = options.signal === undefined ? {} : { signal: options.signal };
    const now = await forecastOf(step.given, asked, runner, signal);
    if (isRefused(now)) return { steps, refused: { step, why: now } };
    const before = steps.at(-1)?.forecast;
    steps.push({ step, forecast: now, ...(before === undefined ? {} : { change: changesBetween(before, now) }) });
    options.onProgress?.(k + 1, all.length);
  }
  return { steps };
}
