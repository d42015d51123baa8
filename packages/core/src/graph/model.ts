/**
 * What the graph-model engine reads. It knows nothing of YAML; a case is compiled to it.
 *
 * *Option form*: yes/no options dealt to decision makers; a state is the set of options taken, written as a decimal whose
 * bit k is option k. A decision maker moves by changing any of its own options at once, to a feasible state, never against
 * the permitted direction of an irreversible option. *State-graph form*: states and arcs written out.
 * After Fang, Hipel & Kilgour 1993 and Xu, Hipel, Kilgour & Fang 2018.
 */
import type { Condition } from './condition.ts';

export interface Option {
  readonly name: string;
  /** Index of the decision maker whose option it is. */
  readonly owner: number;
  /** The one change that is possible: `to-yes` can be taken and never given up, `to-no` given up and never taken again. */
  readonly irreversible?: 'to-yes' | 'to-no';
}

export interface OptionModel {
  readonly decisionMakers: readonly string[];
  /** At most {@link MAX_OPTIONS}; the first is the least significant bit of a state's decimal. */
  readonly options: readonly Option[];
  /** A state in which one of these holds is infeasible. */
  readonly infeasible?: readonly Condition[];
}

export interface StateGraphModel {
  readonly decisionMakers: readonly string[];
  /** Names of the states; everything else refers to their indices. */
  readonly states: readonly string[];
  /** By decision maker: the moves it can make, as [from, to]. An arc from a state to itself is ignored. */
  readonly arcs: readonly (readonly (readonly [from: number, to: number])[])[];
}

/** A state's decimal is a non-negative 32-bit integer. */
export const MAX_OPTIONS = 30;

/**
 * A ranking of all states by one decision maker: a lower rank is better, equal ranks are indifferent. Ranks are not
 * negative and need not be consecutive.
 */
export type Ranks = Int32Array;

/** How one decision maker compares state `q` with state `s`; see {@link Relation}. */
export type Comparison = 'much-better' | 'better' | 'indifferent' | 'worse' | 'much-worse' | 'unknown';

/**
 * A preference that need not be a ranking: partial, intransitive, unknown in places, or with two strengths. For small
 * models only, since every pair of states is written down.
 */
export interface Relation {
  readonly states: number;
  /** codes[s * states + q] says how q compares with s: an index into {@link COMPARISONS}. */
  readonly codes: Uint8Array;
}

export const COMPARISONS = ['indifferent', 'better', 'much-better', 'worse', 'much-worse', 'unknown'] as const;
