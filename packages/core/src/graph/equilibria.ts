/**
 * Stability of all states for all decision makers, and equilibria: states stable for everybody.
 *
 * For option models with ranked preferences, of any size that fits memory. Decision makers are judged one after the other;
 * see {@link ./least-reachable.ts} for the idea and its cost. Small models with partial preferences, explicit arcs or
 * several strengths of preference: {@link ./relational.ts}.
 */
import { cliqueStability } from './clique-stability.ts';
import type { ConceptId, Sanctioning } from './concept.ts';
import { bitOf, CONCEPTS, CONCEPT_IDS } from './concepts.ts';
import { cubeFits, cubeOf } from './cube.ts';
import { cubeStability } from './cube-stability.ts';
import { memoryEstimate } from './estimate.ts';
import { checkpoint, DEFAULT_MEMORY, TooLarge, type Control } from './limits.ts';
import type { Ranks } from './model.ts';
import type { StateSpace } from './state-space.ts';

export interface Stability {
  readonly concepts: readonly ConceptId[];
  /** stable[dm][state]: bit k is set if the state is stable by CONCEPTS[k]; see {@link isStable}. */
  readonly stable: readonly Uint8Array[];
  /** By state: the bits that are set for every decision maker. */
  readonly equilibria: Uint8Array;
}

export interface StabilityOptions extends Control {
  /** Default: all. */
  readonly concepts?: readonly ConceptId[];
  /** Whose stability is wanted. Default: everybody's. The verdicts of the others are left at 0, and so are equilibria. */
  readonly decisionMakers?: readonly number[];
}

export function stability(space: StateSpace, ranks: readonly Ranks[], options: StabilityOptions = {}): Stability {
  const wanted = CONCEPTS.filter((concept) => (options.concepts ?? CONCEPT_IDS).includes(concept.id));
  for (const [dm, its] of ranks.entries()) {
    if (its.length !== space.states)
      throw new Error(`decision maker ${dm} ranks ${its.length} of ${space.states} states`);
    for (let s = 0; s < its.length; s++)
      if (its[s]! < 0) throw new Error(`decision maker ${dm}: rank ${its[s]} of state ${s}`);
  }
  const needs = memoryEstimate(space);
  const limit = options.memoryLimit ?? DEFAULT_MEMORY;
  if (needs > limit) throw new TooLarge(`The stability of ${space.states} states`, needs, limit, 'bytes');
  checkpoint(options, 0);

  const withSanctions = wanted.flatMap((concept): Sanctioning[] => (concept.sanctions === 'none' ? [] : [concept]));
  const nashBit = wanted.some((concept) => concept.id === 'nash') ? bitOf('nash') : 0;
  const isWanted = (dm: number): boolean => options.decisionMakers?.includes(dm) ?? true;
  const stable = cubeFits(space)
    ? cubeStability(cubeOf(space), space, ranks, withSanctions, nashBit, isWanted, options)
    : cliqueStability(space, ranks, withSanctions, nashBit, isWanted, options);
  return { concepts: wanted.map((concept) => concept.id), stable, equilibria: inCommon(stable, space.states) };
}

/** By state: the bits that are set for everybody. */
export function inCommon(stable: readonly Uint8Array[], states: number): Uint8Array {
  const common = stable[0]?.slice() ?? new Uint8Array(states).fill(0xff);
  for (const verdicts of stable.slice(1)) for (let s = 0; s < states; s++) common[s]! &= verdicts[s]!;
  return common;
}

export const isStable = (result: Stability, dm: number, concept: ConceptId, state: number): boolean =>
  (result.stable[dm]![state]! & bitOf(concept)) !== 0;

/** The equilibria by one concept, ascending. */
export function equilibria(result: Stability, concept: ConceptId): number[] {
  const bit = bitOf(concept);
  const states: number[] = [];
  for (let s = 0; s < result.equilibria.length; s++) if ((result.equilibria[s]! & bit) !== 0) states.push(s);
  return states;
}
