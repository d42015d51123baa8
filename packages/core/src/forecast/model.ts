/**
 * What the forecast reads: a process over a set of yes/no atoms, as plain data that can be handed to a worker. It knows
 * nothing of YAML; ./from-case.ts compiles a case to it. Rules M, U and P of docs/rules.md say what the words mean.
 *
 * Uncertain numbers are named by their index in {@link Process.inputs}; conditions read atoms. A round is a day; round 0
 * is the end of the as-of day.
 */
import type { Distribution } from '../maths/distributions.ts';
import type { Condition } from './condition.ts';

export type Atom =
  | { readonly kind: 'option' | 'declined' | 'happening' | 'meeting'; readonly name: string }
  | { readonly kind: 'value'; readonly name: string; readonly value: string }
  /** True from a round on: `from D`. */
  | { readonly kind: 'clock'; readonly name: string; readonly round: number }
  /** Whether `of` has held at the end of some round: `ever(…)`. */
  | { readonly kind: 'latch'; readonly name: string; readonly of: Condition };

/** An uncertain number. Draw k of it depends on the seed, `stream` and k alone, whatever else the process contains. */
export interface Input {
  /** `russia.reserved`, `p05.firmness`, `ukraine-ceasefire.weight`. */
  readonly name: string;
  readonly distribution: Distribution;
  /** Below 2^32: a hash of the name, so that the same number of another case or day draws alike. */
  readonly stream: number;
  /** Nobody gave it: the rules' default. */
  readonly isDefault: boolean;
}

export type InputIndex = number;

export interface Option {
  readonly name: string;
  readonly party: number;
  readonly yes: number;
  readonly declined: number;
  readonly permitted: 'both' | 'to-yes' | 'to-no';
  /** Cost of taking it after all once it is declined; without one only an event re-opens it. */
  readonly reopening?: InputIndex;
  /** Whether not taking it would be seen (rule P8). */
  readonly visible: boolean;
}

export interface Statement {
  readonly id: string;
  readonly that: Condition;
  readonly weight: InputIndex;
}

export interface IssueUtility {
  readonly issue: number;
  readonly weight: InputIndex;
  /** By value of the issue. */
  readonly scores: readonly InputIndex[];
}

export interface Party {
  readonly name: string;
  /** Without reported preferences it never moves by itself. */
  readonly reported: boolean;
  readonly options: readonly number[];
  readonly bundles: readonly { readonly id: string; readonly options: readonly number[] }[];
  readonly statements: readonly Statement[];
  readonly issues: readonly IssueUtility[];
  readonly bonuses: readonly { readonly when: Condition; readonly add: InputIndex }[];
  readonly reserved?: InputIndex;
  readonly dealShare: InputIndex;
  readonly rationality: InputIndex;
  readonly revision: InputIndex;
}

export interface Happening {
  readonly name: string;
  readonly atom: number;
  /** Chance a day; without one it cannot come about. */
  readonly rate?: InputIndex;
  readonly reversible: boolean;
}

export interface Issue {
  readonly name: string;
  readonly kind: 'one' | 'set';
  /** The atom of each value, in order. */
  readonly values: readonly number[];
  readonly names: readonly string[];
  readonly statusQuo: readonly number[];
}

export interface Meeting {
  readonly name: string;
  readonly atom: number;
  readonly when: Condition;
  readonly parties: readonly number[];
  /** Place in the ranks, ascending; −1 if unknown. */
  readonly rank: number;
  /** The first round in which it may take place. */
  readonly notBefore: number;
  /** Rounds until it may take place again; undefined: once. */
  readonly every?: number;
  /** Round of the last time, at or before 0, where it has taken place. */
  readonly last?: number;
  readonly convenes: InputIndex;
  /** Issues that rank, mandates and what is reported allow it to settle. */
  readonly agenda: readonly number[];
  readonly bargains: 'nash' | 'alternating-offers';
  /** Bargaining power by party of `parties`; undefined: all the same. */
  readonly powers?: readonly InputIndex[];
}

/** Rows of one holder on one step with one need (rule B5): one draw of firmness. */
export interface Demand {
  readonly id: string;
  readonly rows: readonly string[];
  readonly holders: readonly string[];
  readonly firmness: InputIndex;
  /** Uniform on 0–1: the demand is insisted on when this lies below the firmness. */
  readonly insists: InputIndex;
  readonly inferred: boolean;
}

export interface Row {
  readonly id: string;
  readonly demand: number;
  /** Atoms that may become true only if the needs hold. */
  readonly steps: readonly number[];
  readonly needs: Condition;
  readonly timing: 'before' | 'together' | 'while';
}

/** A written alternative to a demand's needs, for what-ifs. */
export interface Relaxation {
  readonly id: string;
  readonly demand: number;
  readonly needs: Condition;
}

/** A condition that no state may satisfy: an `impossible` row, or a crossed red line. */
export interface Rule {
  readonly id: string;
  readonly that: Condition;
}

export interface Ratifier {
  readonly id: string;
  /** The party whose deals it ratifies. */
  readonly of: number;
  readonly acceptsIf: Condition;
  /** Issues its condition names: it is asked only of deals that could settle one of them. */
  readonly issues: readonly number[];
  readonly firmness: InputIndex;
  readonly insists: InputIndex;
}

export type Shifted =
  | { readonly kind: 'reserved' | 'cost'; readonly party: number }
  | { readonly kind: 'statement'; readonly party: number; readonly statement: number }
  | { readonly kind: 'issue'; readonly party: number; readonly issue: number }
  | { readonly kind: 'rate'; readonly happening: number }
  | { readonly kind: 'convenes'; readonly meeting: number }
  | { readonly kind: 'firmness'; readonly demand: number };

export interface Influence {
  readonly id: string;
  readonly when: Condition;
  /** `while`: as long as it holds; `day`: more with every day it has held; `once`: stays from the first time. */
  readonly lasts: 'while' | 'day' | 'once';
  readonly shifts: readonly { readonly of: Shifted; readonly by: InputIndex }[];
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly when: Condition;
  /**
   * `by`: holds at the end of some round of the window, or has in the known past; `at`: at the end of its last round;
   * `throughout`: at the end of every round of it.
   */
  readonly kind: 'by' | 'at' | 'throughout';
  readonly from: number;
  readonly to: number;
  readonly never: boolean;
  /** What the known past says of `kind`, before `never` turns it round. */
  readonly past: boolean;
  /** The window is over: nothing that may happen changes it. */
  readonly settled: boolean;
  readonly group?: string;
}

/** Something made to happen in a what-if: from its round on, whatever anybody wants or needs. */
export interface Forced {
  readonly round: number;
  readonly set: readonly number[];
  readonly clear: readonly number[];
  /** Options that their owners no longer decide. */
  readonly options: readonly number[];
}

export interface Process {
  readonly title: string;
  readonly asOf: string;
  /** Rounds up to the horizon. */
  readonly rounds: number;
  readonly atoms: readonly Atom[];
  /** Atoms that hold at the end of the as-of day. */
  readonly initial: readonly number[];
  readonly inputs: readonly Input[];
  readonly parties: readonly Party[];
  readonly options: readonly Option[];
  readonly happenings: readonly Happening[];
  readonly issues: readonly Issue[];
  readonly meetings: readonly Meeting[];
  readonly demands: readonly Demand[];
  readonly rows: readonly Row[];
  readonly relaxations: readonly Relaxation[];
  readonly rules: readonly Rule[];
  readonly ratifiers: readonly Ratifier[];
  readonly influences: readonly Influence[];
  readonly scenarios: readonly Scenario[];
  readonly forced: readonly Forced[];
  /** Demands that are waived in a what-if. */
  readonly waived: readonly number[];
}

/** Most that a firmness counts in the process (rule P6), so that a breach that was seen updates and does not annihilate. */
export const MOST_FIRMNESS = 0.99;
