/** What a case is: its format, its words and its state. */
export { caseJsonSchema, outcomesSchema, type CaseFile } from './schema.ts';
export { readCase, MAX_CASE_BYTES, type Reading } from './read.ts';
export { diagnostic, renderDiagnostic, type Code, type Diagnostic, type Place, type Severity } from './diagnostics.ts';
export {
  formatExpression,
  isExpressionError,
  parseExpression,
  type Expression,
  type ExpressionError,
} from './expression.ts';
export { holds, namesIn, timeHolds, type World } from './evaluate.ts';
export { certainlyBefore, isDay, lastDay, readWhen, sayDay, type Day, type When } from './dates.ts';
export { formatQuantity, middle, readQuantity, type Bounds, type Quantity } from './quantity.ts';
export { eventOrder, type Claim, type Dispute, type EventOrder } from './order.ts';
export { pastEvents, stateOf, type State } from './state.ts';
export { asKnownOn, bindsOn, inForce, redacted, withoutInferred } from './subset.ts';
export { nearestName } from './nearest.ts';
export { nameFromId } from './build.ts';
export { parseYaml, type Path, type YamlFile } from './yaml.ts';
export * from './model.ts';
