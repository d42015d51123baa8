/**
 * What the bargaining engines read: issues, utilities, reserved values. They know nothing of YAML; a case is compiled to
 * this, and so is every imported format.
 *
 * An outcome gives each issue one of its values, by index. Utilities are linear additive, U(o) = Σᵢ wᵢ · scoreᵢ(oᵢ), with
 * optional bonuses for combinations (weighted hyper-rectangles: Ito, Hattori & Klein 2007). Each scale is its owner's:
 * nothing is normalised unless asked for.
 */

export interface Issue {
  readonly name: string;
  /** `ordered`, `integer` and `real` values stand in their order; a real issue is its stated grid. */
  readonly kind: 'categorical' | 'ordered' | 'integer' | 'real';
  /** At least one. */
  readonly values: readonly string[];
  /** Index of the value that holds while nothing is agreed. */
  readonly statusQuo?: number;
}

/** One value index an issue. */
export type Outcome = readonly number[];

/** A bonus (or, if negative, a malus) where every named issue has one of the listed values. */
export interface Bonus {
  /** By issue index; issues that are left out may have any value. */
  readonly when: ReadonlyMap<number, readonly number[]>;
  readonly add: number;
}

export interface Utility {
  /** By issue; finite, not negative, not all zero unless there are bonuses. */
  readonly weights: readonly number[];
  /** By issue and value; finite. */
  readonly scores: readonly (readonly number[])[];
  readonly bonuses?: readonly Bonus[];
  /** The value of no deal, on the same scale as the utility. Default 0; −∞ means that any deal is better than none. */
  readonly reserved?: number;
  /** Utility at time t from 0 to 1 is U · discount^t; 1, the default, is none. Reserved values are discounted too. */
  readonly discount?: number;
  /** Issues on which no account reports what this party wants; their scores are not read by {@link ./status-quo.ts}. */
  readonly notReported?: readonly number[];
}

export interface BargainingProblem {
  readonly issues: readonly Issue[];
  readonly parties: readonly string[];
  /** By party. */
  readonly utilities: readonly Utility[];
  /** What no deal may contain: red lines, ratifiers' conditions, impossible combinations. */
  readonly constraints?: readonly Constraint[];
}

/** Forbids every outcome in which each named issue has one of the listed values. */
export interface Constraint {
  readonly forbids: ReadonlyMap<number, readonly number[]>;
  /** Whose it is, as an index into the parties, or the name of a ratifier. */
  readonly of: number | string;
  readonly kind: 'red-line' | 'ratifier' | 'impossible' | 'agenda' | 'not-reported';
  /** Constraints with the same rule are one condition in several boxes: they stand and fall together. */
  readonly rule?: string;
  /** For the reader: what it says. */
  readonly text?: string;
}
