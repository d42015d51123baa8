/**
 * A forecast from a case, all in one thread: compile, weigh the draws by what has been seen, play the runs, sum up. Whoever
 * has threads or machines takes the same steps chunk by chunk: {@link ./belief.ts} `weigher`, `believe`; {@link ./simulate.ts}
 * `simulator`; {@link ./merge.ts}; the result is the same bits.
 */
import { pastEvents, type Case } from '../case/index.ts';
import { believe, isImpossible, planOf, weigher, type Belief, type ImpossibleEvidence } from './belief.ts';
import { compileForecast, isProblem, type Compiled, type CompileOptions, type ForecastProblem } from './from-case.ts';
import { mergeTallies } from './merge.ts';
import type { Process } from './model.ts';
import type { Note } from './notes.ts';
import { chunksOf, simulator, type Tally } from './simulate.ts';
import { groupsOf, summarise, type GroupForecast, type ScenarioForecast } from './summary.ts';

export interface ForecastOptions extends CompileOptions {
  /** Same seed, same case, same number of draws: same bits. */
  readonly seed: number;
  readonly draws: number;
}

export interface Forecast {
  readonly asOf: string;
  readonly process: Process;
  readonly belief: Belief;
  readonly notes: readonly Note[];
  readonly tally: Tally;
  readonly scenarios: readonly ScenarioForecast[];
  readonly groups: readonly GroupForecast[];
  /** Of the draws, after weighing and before resampling. */
  readonly effectiveSampleSize: number;
}

export type Refused = ForecastProblem | ImpossibleEvidence;

export const isRefused = (forecast: Forecast | Refused): forecast is Refused => 'code' in forecast;

export const MOST_DRAWS = 10_000_000;

/** `given` as it could be known on its as-of day (`asKnownOn`). */
export function forecast(given: Case, options: ForecastOptions): Forecast | Refused {
  const compiled = compileForecast(given, options);
  if (isProblem(compiled)) return compiled;
  const belief = beliefOf(compiled, options);
  if (isImpossible(belief)) return blamed(given, options);
  const { chunk } = simulator(planOf(belief));
  const tally = mergeTallies(allChunks(options.draws, chunk));
  return summed(compiled, belief, tally);
}

/** Puts together what the chunks gave. */
export function summed({ process, notes }: Compiled, belief: Belief, tally: Tally): Forecast {
  return {
    asOf: process.asOf,
    process,
    belief,
    notes,
    tally,
    scenarios: summarise(process, tally),
    groups: groupsOf(process, tally),
    effectiveSampleSize: belief.effectiveSampleSize,
  };
}

function beliefOf({ process, history }: Compiled, { seed, draws }: ForecastOptions): Belief | ImpossibleEvidence {
  return believe(process, seed, allChunks(draws, weigher(process, history, seed, draws)));
}

export const allChunks = <T>(runs: number, chunk: (index: number) => T): T[] =>
  Array.from({ length: chunksOf(runs) }, (_, k) => chunk(k));

/** Draws that are tried to find out which event no draw explains. */
const BLAME_DRAWS = 2_000;

/** The first event, in their order, with which nothing the model can do explains what has been seen. */
export function blamed(given: Case, options: ForecastOptions): ImpossibleEvidence {
  const events = pastEvents(given);
  const draws = Math.min(options.draws, BLAME_DRAWS);
  const isImpossibleUpTo = (count: number): boolean => {
    const kept = new Map(events.slice(0, count).map((event) => [event.id, event]));
    const compiled = compileForecast({ ...given, events: kept }, options);
    return !isProblem(compiled) && isImpossible(beliefOf(compiled, { ...options, draws }));
  };
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isImpossibleUpTo(middle)) high = middle;
    else low = middle + 1;
  }
  const event = events[low - 1]?.id;
  return { code: 'impossible-evidence', ...(event === undefined ? {} : { event }) };
}
