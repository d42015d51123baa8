/**
 * What is read from an account. Every row is a proposal: the exact words, the rule that proposed it, and nothing that the
 * words do not carry. What a rule's rows are worth is that rule's measured precision (./measured.ts).
 */
import type { Span } from '../evidence/span.ts';

/** Words of an account. `exact` is `text.slice(start, end)`. */
export interface Words extends Span {
  readonly exact: string;
}

export type EntityType = 'person' | 'office' | 'organisation' | 'place' | 'state';

/** Who or what is named, across all accounts of a reading. */
export interface Entity {
  /** Of the case where it is known there, else a slug of the name. */
  readonly id: string;
  /** The fullest form that was met. */
  readonly name: string;
  readonly type: EntityType;
  /** Every spelling met. */
  readonly forms: readonly string[];
  /** Where the knowledge comes from: the case, the offline table, or the accounts alone (a new name). */
  readonly from: 'case' | 'table' | 'account';
  /** The party or state it belongs to, by id. */
  readonly of?: string;
  /** Of an office: who the accounts or the case say holds it, where known. */
  readonly holder?: string;
}

/** One mention of an entity; without title and without ’s. */
export interface Mention extends Words {
  readonly entity: string;
  readonly type: EntityType;
  /** A capital or a seat of power that stands for its state: “Moscow has dismissed …”. */
  readonly isMetonym: boolean;
  /** Which is meant cannot be told: Kyiv the city, Kyiv the government. The other entity's id. */
  readonly orElse?: string;
}

export type Act =
  | 'invite' | 'accept' | 'decline' | 'condition' | 'demand' | 'offer' | 'urge' | 'threaten' | 'dismiss' | 'certify'
  | 'wait' | 'dispatch' | 'host' | 'lapse' | 'state' | 'deny' | 'report'; // prettier-ignore

export type Polarity = 'affirmed' | 'negated';
export type Modality = 'certain' | 'possible' | 'likely' | 'unlikely' | 'necessary' | 'conditional' | 'planned';

/** Who speaks: the words where the cue is, and whom they mean. Without an entity: unnamed, or not told. */
export interface Speaker {
  readonly words?: Words;
  readonly entity?: string;
  readonly name?: string;
}

interface Base extends Words {
  readonly source: string;
  /** Stable, kebab-case: `quotation-after-cue`, `indirect-that-clause`. */
  readonly rule: string;
}

export interface QuotationRow extends Base {
  /** Between the marks, without them. `start`–`end` likewise. */
  readonly kind: 'quotation';
  readonly speaker: Speaker;
  readonly cue?: Words;
  readonly act: Act;
}
/** Words in quotation marks that are no utterance: a term, a slogan, a word or two taken up. */
export interface QuotedTermRow extends Base {
  readonly kind: 'quoted-term';
}
export interface IndirectRow extends Base {
  /** The content of reported speech, or what a negotiating act is about. */
  readonly kind: 'indirect';
  readonly speaker: Speaker;
  readonly cue: Words;
  readonly act: Act;
  readonly polarity: Polarity;
  readonly modality: Modality;
}
export interface NameRow extends Base {
  readonly kind: 'name';
  readonly entity: string;
  readonly type: EntityType;
  readonly isMetonym: boolean;
  /** Which is meant cannot be told: the other entity's id (see {@link Mention}). */
  readonly orElse?: string;
  readonly isNew: boolean;
}
export interface DateRow extends Base {
  readonly kind: 'date';
  /** Empty where it cannot be resolved, and then `why` says so. */
  readonly edtf: string;
  readonly why?: string;
  /** `in its third year`: the year from which is counted, and whether the arithmetic fits the account's own date. */
  readonly countsFrom?: string;
  readonly doesNotFit?: string;
}
/** The clause of something that happened or is planned and is dated. */
export interface EventRow extends Base {
  readonly kind: 'event';
  readonly status: 'happening' | 'plan';
  readonly on: string;
  readonly actors: readonly string[];
  readonly act?: Act;
}
export interface OrderRow extends Base {
  readonly kind: 'order';
  readonly before: Words;
  readonly after: Words;
  readonly cue: Words;
}
export interface PreconditionRow extends Base {
  readonly kind: 'precondition';
  /** What binds: as in rule B1. */
  readonly binds: 'condition' | 'red-line' | 'threat' | 'demand' | 'reason' | 'trigger';
  readonly holder: Speaker;
  readonly step: Words;
  readonly needs: Words;
  /** The needs are the absence of what `needs` says. */
  readonly isNegated: boolean;
  readonly timing: 'before' | 'together' | 'while';
}
export interface PositionRow extends Base {
  readonly kind: 'position';
  readonly party: Speaker;
  readonly stance: 'demands' | 'rejects' | 'ready' | 'supports' | 'offers' | 'rules-out';
  readonly about: Words;
}
export interface ChanceRow extends Base {
  readonly kind: 'chance';
  readonly of: Words;
  /** The likelihood words. */
  readonly cue: Words;
  /** Of ICD 203; none where the words carry no number (`remains to be seen`). */
  readonly range?: readonly [number, number];
  readonly term?: string;
  readonly speaker?: Speaker;
}

export type Row =
  | QuotationRow | QuotedTermRow | IndirectRow | NameRow | DateRow | EventRow | OrderRow | PreconditionRow
  | PositionRow | ChanceRow; // prettier-ignore

export type DifferenceKind =
  | 'number' | 'date' | 'place' | 'role' | 'who' | 'set' | 'strength' | 'order' | 'change' | 'part-of' | 'naming'
  | 'translation' | 'headline' | 'self' | 'fact'; // prettier-ignore

/** One side of a difference: words of a source, or a dated fact of the case or the table. */
export interface Side extends Words {
  readonly source: string;
}

export interface Difference {
  /** Stable over re-reading: a hash of kind and both sides' words. */
  readonly id: string;
  readonly kind: DifferenceKind;
  /** What is told differently, in a few words. */
  readonly about: string;
  readonly sides: readonly Side[];
  readonly rule: string;
  /** Explained by what it is (part-of, naming, translation, a change that is dated): shown, but not as open. */
  readonly status: 'open' | 'explained';
  readonly why?: string;
}
