/** Which deals exist: frontiers without enumeration, the zone of agreement, solution points, what would open it. */
export { adjustedWinner, disputesOf, type Dispute, type Division } from './adjusted-winner.ts';
export { caseDeals, type Deals, type DealsOptions } from './case-deals.ts';
export type {
  CarryingNumber,
  DealsReport,
  HigherRank,
  IssueAlone,
  MeetingState,
  ReportedDeal,
  ReportedOpenings,
  ReportedSolution,
  ReportedVeto,
  ReportedZone,
  TableReport,
} from './deals-report.ts';
export { drawsOf, uncertainNumbers, type Draws, type NumberName, type Numbers } from './case-numbers.ts';
export { compensation, type Compensation } from './compensation.ts';
export {
  compileTable,
  type Assumption,
  type CaseTable,
  type Compiled,
  type OffAgenda,
  type TableAsked,
  type TableProblem,
} from './from-case.ts';
export { frontier, type Frontier, type FrontierOptions, type FrontierPoint } from './frontier.ts';
export { integerIssue, MOST_VALUES, realIssue, type Grid } from './grid.ts';
export type { BargainingProblem, Bonus, Constraint, Issue, Outcome, Utility } from './model.ts';
export { openings, vetoes, type Lowering, type Openings, type Rescoring, type Veto } from './opening.ts';
export { scatter, type Scatter } from './scatter.ts';
export { smallPackages, type Package } from './packages.ts';
export { ranges, type Range } from './ranges.ts';
export { rationalCount, type RationalCount, type RationalCountOptions } from './rational-count.ts';
export { bargain, solve, SOLUTION_IDS, type Bargain, type Solution, type SolutionId } from './solutions.ts';
export { heldAtStatusQuo, holesOf, withoutHoles, type Hole } from './status-quo.ts';
export { domain, type DomainSpec, type Family } from './synthetic.ts';
export { termsOf, type IssueTerms, type PartyTerms } from './terms.ts';
export { atTime, evaluate, isAllowed, isInside, reservedOf, utilitiesOf } from './utility.ts';
export { outcomeCount, validate, type ProblemCode, type ProblemFinding, type ValidateOptions } from './validate.ts';
export { carriersOf, openDraws, settlingSomething, zoneOf, type Carrier } from './zone.ts';
