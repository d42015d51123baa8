/**
 * How far a result stands on the middle of the case's ranges: in which share of drawn weights a state is an equilibrium.
 *
 * Draw k takes for the j-th uncertain number of the preferences the number `uniformAt(seed, j, k)`, by rule C5, so that
 * every state sees the same draws. For Nash only a state and its moves are ranked: O(draws · moves). For the other
 * concepts all states are judged again in every draw ({@link ./monte-carlo.ts}).
 */
import { drawQuantity, type Quantity, type QuantityKind } from '../case/index.ts';
import { uniformAt } from '../maths/rng.ts';
import type { Draw } from './case-preferences.ts';
import { movesOf } from './case-stability.ts';
import type { ConceptId } from './concept.ts';
import type { CompiledGraph } from './from-case.ts';
import { robustness, standardError, type RobustnessOptions } from './monte-carlo.ts';
import { decimalOf, type StateSpace } from './state-space.ts';

export interface Share {
  readonly share: number;
  readonly standardError: number;
}

/** Whether the case gives ranges that bear on preferences; without any, every draw is alike. */
export const isUncertain = (graph: CompiledGraph): boolean => graph.preferences.some((p) => p.uncertain);

/** The k-th draw of all uncertain numbers. */
export function drawOf(seed: number, k: number): Draw {
  let j = 0;
  return (quantity: Exclude<Quantity, { kind: 'not-reported' }>, kind: QuantityKind): number =>
    quantity.kind === 'number' ? quantity.value : drawQuantity(quantity, uniformAt(seed, j++, k), kind)!;
}

/** In which share of draws nobody can do better alone than in this state. For models in option form. */
export function nashShare(graph: CompiledGraph, node: number, draws: number, seed = 1): Share {
  const moves = movesOf(graph);
  const around = graph.decisionMakers.map((_, dm): StateSpace => {
    const states = [node, ...moves.moves(dm, node)];
    return {
      ...graph.space,
      states: states.length,
      decimals: Int32Array.from(states, (s) => decimalOf(graph.space, s)),
    };
  });
  let stable = 0;
  for (let k = 0; k < draws; k++) {
    const draw = drawOf(seed, k);
    const isStable = graph.preferences.map((preference, dm) => {
      const ranks = preference.ranks(around[dm]!, draw);
      return !ranks.subarray(1).some((rank) => rank < ranks[0]!);
    });
    if (isStable.every((yes) => yes)) stable++;
  }
  const share = stable / draws;
  return { share, standardError: standardError(share, draws) };
}

/** By concept and state: the share of draws in which the state is an equilibrium. */
export const equilibriumShares = (
  graph: CompiledGraph,
  concepts: readonly ConceptId[],
  draws: number,
  seed = 1,
  options: RobustnessOptions = {},
): Readonly<Partial<Record<ConceptId, Float64Array>>> =>
  robustness(graph.space, (k) => graph.ranks(drawOf(seed, k)), draws, concepts, options).shares;
