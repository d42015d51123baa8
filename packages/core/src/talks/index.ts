/** Talks played out: protocols, strategies, opponent models, sessions, tournaments. Plain data in, plain data out. */
export { acCombi, type AcCombi } from './acceptance/ac-combi.ts';
export { acConst } from './acceptance/ac-const.ts';
export { acNext } from './acceptance/ac-next.ts';
export { acTime } from './acceptance/ac-time.ts';
export { withAcceptance, type AcceptanceCondition, type Judge } from './acceptance/acceptance.ts';
export { concessions, type Concession, type Move } from './concessions.ts';
export {
  indexDomain,
  MAX_OUTCOMES,
  numberOf,
  outcomeOf,
  type DomainIndex,
  type DomainProblem,
} from './domain-index.ts';
export { measures, solutionPoints, type Measure, type Measures, type Point, type SolutionPoints } from './measures.ts';
export { WALK_AWAY, type Negotiator, type Seat, type Strategy } from './negotiator.ts';
export { accuracy, type Accuracy } from './opponent-models/accuracy.ts';
export { learningFrom, type Learning } from './opponent-models/learning.ts';
export { estimates, type OpponentModel, type OpponentModelKind } from './opponent-models/model.ts';
export { OPPONENT_MODELS } from './opponent-models/registry.ts';
export { alternatingOffers } from './protocols/alternating-offers.ts';
export { monotonicConcession } from './protocols/monotonic-concession.ts';
export { MEDIATOR, type Act, type Deadline, type Ending, type Recorder } from './protocols/protocol.ts';
export { simultaneousOffers, type SimultaneousOffers } from './protocols/simultaneous-offers.ts';
export { singleText, type SingleText } from './protocols/single-text.ts';
export { rowsOf, scoresOf, toCsv, type Estimate, type Row, type Score } from './scores.ts';
export { runSession, sessionOf, type Session, type SessionPlan } from './session.ts';
export { hybrid, type Hybrid } from './strategies/hybrid.ts';
export { naiveTitForTat, type NaiveTitForTat } from './strategies/naive-tit-for-tat.ts';
export { niceTitForTat, type NiceTitForTat } from './strategies/nice-tit-for-tat.ts';
export { STRATEGIES, strategyOf } from './strategies/registry.ts';
export { timeDependent, type TimeDependent } from './strategies/time-dependent.ts';
export { titForTat, type TitForTat } from './strategies/tit-for-tat.ts';
export {
  isOf,
  MAX_CELLS,
  playOn,
  prepareTournament,
  sessionPlan,
  startOf,
  type Cell,
  type CellResult,
  type Progress,
  type Tournament,
  type TournamentDomain,
  type TournamentPlan,
  type TournamentProblem,
  type TournamentState,
} from './tournament.ts';
