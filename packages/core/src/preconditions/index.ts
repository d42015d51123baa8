/** What blocks what: reachable states, cycles, exclusions, exits. */
export {
  analyse,
  analyseTheory,
  answer,
  type AnalyseOptions,
  type Blocks,
  type CycleAnswer,
  type Goal,
  type GoalAnswer,
  type Refusal,
} from './analyse.ts';
export {
  blocksReport,
  type BlocksReport,
  type Quote,
  type ReportedChange,
  type ReportedCycle,
  type ReportedDemand,
  type ReportedExit,
  type ReportedGoal,
} from './report.ts';
export { Cone, plainSetup, workBudget, type Sequence, type Setup, type WorkBudget } from './cone.ts';
export { demandsOf, type Demand } from './demands.ts';
export { compileCase, issueStep, stepNames, type CompiledCase } from './from-case.ts';
export { WorkLimit } from './formula.ts';
export { meetingsOf, smallDealsOf, type MeetingReach, type SmallDeal } from './small-deals.ts';
export type { Change, Convening, Formula, Impossible, Relaxation, Row, Step, Theory, Timing } from './theory.ts';
