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
export { groupMoves, type GroupMoves, type Step } from './group-moves.ts';
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
export { movesOfGraph, movesOfOptions, movesOnDemand, type ExplicitGraph, type MoveGraph } from './move-graph.ts';
export { checkProof, narrate, prove, type Names, type Proof } from './narration.ts';
export { fromRanks, fromRelation, relationOf, withLeaps, type Preference, type UnknownReading } from './preference.ts';
export { prioritize, weigh, weighOptions, type Weighted } from './prioritization.ts';
export { rankDecimals, rankNames, ranksOfPayoffs, type Order, type Ranked, type RankingProblem } from './ranking.ts';
export { relationalStability, type RelationalOptions, type RelationalStability } from './relational.ts';
export { sensitivities, type Sensitivity } from './robustness.ts';
export { simultaneousStability, type SimultaneousOptions } from './simultaneous.ts';
export { decimalOf, stateOf, stateSpace, type StateSpace } from './state-space.ts';
export { parsePattern, parseStatement, type Parsed, type StatementError } from './statement.ts';
export { statusQuoAnalysis, type StatusQuoAnalysis } from './status-quo.ts';
