/**
 * Different concepts for different decision makers: one looks no further than its own gain (Nash), another fears every
 * answer (GMR). A state is an equilibrium when each decision maker finds it stable by its own concept.
 *
 * Only bits are read, so it works on the result of either engine; concepts that were not asked for are a mistake.
 * O(states · decision makers).
 */
import type { ConceptId } from './concept.ts';
import { bitOf } from './concepts.ts';
import type { Stability } from './equilibria.ts';

/** States that are stable for each decision maker dm by concepts[dm], ascending. */
export function mixedEquilibria(result: Stability, concepts: readonly ConceptId[]): number[] {
  if (concepts.length !== result.stable.length)
    throw new Error(`${concepts.length} concepts for ${result.stable.length} decision makers`);
  const missing = concepts.find((id) => !result.concepts.includes(id));
  if (missing !== undefined) throw new Error(`the stability by ${missing} has not been found`);
  const bits = concepts.map(bitOf);
  const states: number[] = [];
  for (let s = 0; s < result.equilibria.length; s++)
    if (bits.every((bit, dm) => (result.stable[dm]![s]! & bit) !== 0)) states.push(s);
  return states;
}

/** By decision maker: the concepts by which it finds the state stable. A mix of these makes it an equilibrium. */
export const conceptsHolding = (result: Stability, state: number): ConceptId[][] =>
  result.stable.map((verdicts) => result.concepts.filter((id) => (verdicts[state]! & bitOf(id)) !== 0));
