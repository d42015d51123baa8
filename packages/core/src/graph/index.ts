/** The graph model for conflict resolution: plain data in, plain data out. */
export { coalesce, type Coalesced, type CoalescingProblem } from './coalescing.ts';
export {
  coalitionEquilibria,
  coalitionImprovements,
  coalitionStability,
  subCoalitions,
  type Coalition,
  type CoalitionImprovement,
  type CoalitionOptions,
} from './coalition.ts';
export { atLeastOne, compile, mutuallyExclusive, type Condition, type Literal } from './condition.ts';
export type { Concept, ConceptId } from './concept.ts';
export { CONCEPTS, CONCEPT_IDS, bitOf } from './concepts.ts';
export { equilibria, isStable, stability, type Stability, type StabilityOptions } from './equilibria.ts';
export { memoryEstimate } from './estimate.ts';
export { aimAt, type Aim, type Goal } from './goals.ts';
export {
  countReaching,
  fewestStatementMoves,
  fewestSwaps,
  type LeastChange,
  type Reordered,
  type Reranked,
  type SearchOptions,
} from './goal-seeking.ts';
export { graphStability, type GraphStability, type GraphStabilityOptions } from './graph-stability.ts';
export { groupMoves, type GroupMoves, type Step } from './group-moves.ts';
export {
  hypergame,
  hypergameStability,
  movesKnown,
  type Disappointment,
  type Hypergame,
  type OwnGame,
  type Surprise,
} from './hypergame.ts';
export {
  countRankings,
  leastChanges,
  leastRise,
  meets,
  requirementsFor,
  type LeastChanges,
  type Requirement,
} from './inverse.ts';
export {
  limitedMoveStability,
  nonMyopicStability,
  type LimitedMoveStability,
  type NonMyopicStability,
} from './limited-move.ts';
export { Cancelled, TooLarge, type Control } from './limits.ts';
export { asSeen } from './misperception.ts';
export { conceptsHolding, mixedEquilibria } from './mixed-concepts.ts';
export {
  COMPARISONS,
  MAX_OPTIONS,
  type Comparison,
  type Option,
  type OptionModel,
  type Ranks,
  type Relation,
  type StateGraphModel,
} from './model.ts';
export { robustness, standardError, type Robustness, type RobustnessOptions } from './monte-carlo.ts';
export { movesOfGraph, movesOfOptions, movesOnDemand, type ExplicitGraph, type MoveGraph } from './move-graph.ts';
export { checkProof, narrate, prove, type Names, type Proof } from './narration.ts';
export { fromRanks, fromRelation, relationOf, withLeaps, type Preference, type UnknownReading } from './preference.ts';
export { prioritize, weigh, weighOptions, type Weighted } from './prioritization.ts';
export {
  frequencies,
  largestAlpha,
  probabilisticStability,
  type Probability,
  type Thresholds,
} from './probabilistic.ts';
export { rankDecimals, rankNames, ranksOfPayoffs, type Order, type Ranked, type RankingProblem } from './ranking.ts';
export { relationalStability, type RelationalOptions, type RelationalStability } from './relational.ts';
export {
  levelRobustness,
  sensitivities,
  statementRobustness,
  type ChangeRobustness,
  type Flip,
  type LevelChange,
  type StatementChange,
} from './robustness.ts';
export { simultaneousAlong, simultaneousStability, type SimultaneousOptions } from './simultaneous.ts';
export {
  combine,
  judgeStates,
  sortMoves,
  stabilityJobs,
  type SortedMoves,
  type StabilityJob,
} from './stability-jobs.ts';
export { decimalOf, stateOf, stateSpace, type StateSpace } from './state-space.ts';
export { parsePattern, parseStatement, type Parsed, type StatementError } from './statement.ts';
export { statusQuoAnalysis, type StatusQuoAnalysis } from './status-quo.ts';
export { compileGraph, type Compiled, type CompiledGraph, type CompileOptions } from './from-case.ts';
export type { GraphProblem } from './case-problems.ts';
export { drawOf, equilibriumShares, isUncertain, nashShare, type Share } from './case-robustness.ts';
export {
  caseStability,
  movesOf,
  REPORTED,
  requireSmall,
  SIM_STATES,
  type CaseStability,
  type CaseStabilityOptions,
  type ReportedConcept,
} from './case-stability.ts';
export {
  reachFrom,
  stabilityReport,
  standsIn,
  type Decimal,
  type Reach,
  type ReportedVerdicts,
  type StabilityReport,
  type Stand,
} from './case-report.ts';
