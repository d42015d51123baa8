/** What a case is: its words and its state. Reading `case.yaml` is @parley/core/case-file. */
export type { CaseFile } from './schema.ts';
export { assemble } from './assemble.ts';
export {
  agendaOf,
  CONTACT,
  maySettle,
  saidNotReported,
  type Agenda,
  type AgendaAsked,
  type BeyondReach,
} from './agenda.ts';
export { MAX_CASE_BYTES, MAX_PROBLEMS } from './limits.ts';
export {
  diagnostic,
  renderDiagnostic,
  type Code,
  type Detail,
  type Diagnostic,
  type Place,
  type Severity,
} from './diagnostics.ts';
export {
  formatExpression,
  isExpressionError,
  parseExpression,
  RESERVED,
  type Expression,
  type ExpressionError,
} from './expression.ts';
export { holds, issuesIn, namesIn, timeHolds, type World } from './evaluate.ts';
export { certainlyBefore, isDay, lastDay, readWhen, sayDay, type Day, type When } from './dates.ts';
export { distributionOf, drawQuantity, sayDistribution, type QuantityKind } from './draw.ts';
export { formatQuantity, middle, readQuantity, type Bounds, type Quantity } from './quantity.ts';
export { eventOrder, type Claim, type Dispute, type EventOrder } from './order.ts';
export { hasStatusQuo, pastEvents, stateOf, type State } from './state.ts';
export { asKnownOn, bindsOn, inForce, redacted, withoutInferred } from './subset.ts';
export { nearestName } from './nearest.ts';
export { nameFromId } from './build.ts';
export { noPlaces, type Path, type Places } from './places.ts';
export * from './model.ts';
