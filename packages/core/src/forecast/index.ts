/** What may happen next: the process, its draws, updating, what-ifs, what matters, and scores. Reading `outcomes.yaml` is ./resolution.ts. */
export {
  believe,
  isImpossible,
  planOf,
  prior,
  resample,
  RESAMPLE_BELOW,
  weigher,
  type Belief,
  type ImpossibleEvidence,
} from './belief.ts';
export { changesBetween, inputMeans, type ChangeNote, type InputMoved, type Moved } from './changes.ts';
export type { Condition } from './condition.ts';
export {
  allChunks,
  blamed,
  forecast,
  isRefused,
  MOST_DRAWS,
  summed,
  type Forecast,
  type ForecastOptions,
  type Refused,
} from './forecast.ts';
export {
  compileForecast,
  isProblem,
  MOST_ROUNDS,
  type Compiled,
  type CompileOptions,
  type ForecastProblem,
} from './from-case.ts';
export type { Factor, History, Term } from './history.ts';
export { ICD_203, likelihoodWord, type LikelihoodWord } from '../maths/icd203.ts';
export {
  attributor,
  BINS,
  importanceOf,
  mergeAttributions,
  varyingInputs,
  type Attribution,
  type Importance,
} from './importance.ts';
export { changedBy, leversOf, singleChanges, type Lever } from './levers.ts';
export { mergeTallies } from './merge.ts';
export * from './model.ts';
export type { Note } from './notes.ts';
export { replaySteps, type ReplayStep } from './replay.ts';
export { dayOf, roundOf } from './rounds.ts';
export * from './score.ts';
export { CHUNK_RUNS, chunksOf, outcomes, simulator, type Plan, type Tally, type Worker } from './simulate.ts';
export {
  groupsOf,
  jointOf,
  summarise,
  type GroupForecast,
  type JointForecast,
  type ScenarioForecast,
} from './summary.ts';
export * from './track-record.ts';
export { stationName, trace, typicalPaths, type Station, type TypicalPath } from './trace.ts';
export {
  comparer,
  differences,
  intervene,
  isUnknown,
  mergePaired,
  type Difference,
  type PairedTally,
  type UnknownName,
  type WhatIf,
} from './what-if.ts';
