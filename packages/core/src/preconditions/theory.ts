/**
 * What the precondition engine reads: steps that may be taken and the demands that bind them. It knows nothing of YAML;
 * ./from-case.ts compiles a case to it. Rules B1–B10 of docs/rules.md say what the words mean.
 *
 * A *state* is the set of steps taken. Steps are taken, never undone (rule B2), except that a step lapses when a
 * `while` need of it, which held, holds no longer.
 */

/** A condition over steps. Facts, dates and declined options have been worked in before. */
export type Formula =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Formula[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Formula[] };

export type Timing = 'before' | 'together' | 'while';

export interface Step {
  /** As written in expressions: `ukraine.leader-goes`, `movement`, `territory = frozen`. */
  readonly name: string;
  /** `open` may be taken, `taken` holds in the status quo, `declined` cannot be taken. */
  readonly status: 'open' | 'taken' | 'declined';
  /** Steps of one group exclude one another: the values of one issue. */
  readonly group?: string;
}

/** A binding precondition: the steps in `steps` may be taken only if `needs` holds as `timing` says. */
export interface Row {
  readonly id: string;
  /** Sorted. */
  readonly holders: readonly string[];
  /** Indices of the steps it binds; more than one when it stands on a whole issue. */
  readonly steps: readonly number[];
  readonly needs: Formula;
  readonly timing: Timing;
  /** Chance that the holder insists, 0–1: the mean of the stated range. */
  readonly firmness: number;
  /** Middle of the stated range: what waiving it costs (rule B6). */
  readonly cost: number;
  /** An inferred row is never waived; a goal *holds only if* it does. */
  readonly inferred: boolean;
}

/** A written alternative to a row's needs (rule B6). */
export interface Relaxation {
  readonly id: string;
  /** Id of the row. */
  readonly of: string;
  readonly needs: Formula;
  readonly cost: number;
}

/** A condition that no state may satisfy. */
export interface Impossible {
  readonly id: string;
  readonly that: Formula;
}

/** What a meeting needs in order to convene: read in the state in which it takes place, and nobody's to waive. */
export interface Convening {
  readonly id: string;
  readonly step: number;
  readonly when: Formula;
}

export interface Theory {
  readonly steps: readonly Step[];
  readonly rows: readonly Row[];
  readonly relaxations: readonly Relaxation[];
  readonly impossible: readonly Impossible[];
  readonly convening: readonly Convening[];
}

/** What is done to a demand; `relax` names the relaxation. */
export type Change =
  | { readonly demand: string; readonly how: 'waive' | 'together' }
  | { readonly demand: string; readonly how: 'relax'; readonly relaxation: string };
