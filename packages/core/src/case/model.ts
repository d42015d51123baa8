/**
 * A case as the engines read it: every name looked up, every condition, date and quantity parsed. It is made from
 * `case.yaml` by ./read.ts and is plain data; docs/rules.md says what each word means.
 */
import type { Day, When } from './dates.ts';
import type { Expression } from './expression.ts';
import type { Quantity } from './quantity.ts';
import type { Path } from './places.ts';

/** Words of a source that a row rests on. */
export interface Quotation {
  readonly source: string;
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Whose own words they are, when the source quotes somebody directly. */
  readonly by?: string;
  readonly path: Path;
}

/** What every row carries (rule C1). */
export interface Row {
  readonly id: string;
  readonly path: Path;
  readonly said: readonly Quotation[];
  readonly known?: When;
  readonly from?: When;
  readonly until?: When;
  readonly inferred: boolean;
  readonly confidential: boolean;
  readonly why?: string;
  readonly note?: string;
  /** The reading rule that proposed it (`parley read`), where one did. */
  readonly rule?: string;
}

export interface Source {
  readonly id: string;
  readonly path: Path;
  readonly file: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly url?: string;
  readonly written?: When;
  readonly reliability?: string;
  readonly original?: string;
  readonly sha256?: string;
  readonly confidential: boolean;
  readonly note?: string;
}

export interface Office {
  readonly office: string;
  readonly from?: When;
  readonly until?: When;
  readonly said: readonly Quotation[];
}

export interface Person extends Row {
  readonly party: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly rank?: string;
  readonly offices: readonly Office[];
  readonly speaksFor?: string;
}

export type Role = 'principal' | 'host' | 'mediator' | 'backer' | 'spoiler' | 'ratifier' | 'observer';

export interface Party extends Row {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly Role[];
  readonly partOf?: string;
  readonly people: readonly Person[];
}

/** `id` is `party.option`, as in expressions. */
export interface Option extends Row {
  readonly party: string;
  readonly text: string;
  /** A short name for headings. */
  readonly title?: string;
  /** Which changes are permitted; `to-yes` is an option that cannot be undone. */
  readonly permitted: 'both' | 'to-yes' | 'to-no';
  readonly visible: boolean;
  readonly channel?: 'public' | 'private' | 'both';
  readonly reopening?: Quantity;
}

export interface Bundle extends Row {
  readonly party: string;
  readonly options: readonly string[];
}

export interface Fact extends Row {
  readonly that: Expression;
  readonly text?: string;
  readonly title?: string;
  readonly number?: string;
}

export interface Happening extends Row {
  readonly text: string;
  readonly title?: string;
  readonly number?: string;
  readonly rate?: Quantity;
  readonly reversible: boolean;
}

export interface Impossible extends Row {
  readonly that: Expression;
}

/** States that count as one in the graph model; the id is the name of that one. */
export interface Indistinguishable extends Row {
  readonly that: Expression;
}

export type Timing = 'before' | 'together' | 'while';
export type PreconditionKind = 'condition' | 'red-line' | 'ratification' | 'threat' | 'demand' | 'reason' | 'trigger';

/** What a precondition binds: a proposition, or an issue at one value (or at any off its status quo). */
export type StepName =
  | { readonly kind: 'proposition'; readonly name: string }
  | { readonly kind: 'issue'; readonly issue: string; readonly value?: string };

export interface Precondition extends Row {
  readonly holders: readonly string[];
  readonly step: StepName;
  readonly needs: Expression;
  readonly text?: string;
  readonly timing: Timing;
  readonly kind: PreconditionKind;
  /** Whether it blocks (rule B1). */
  readonly binds: boolean;
  readonly firmness?: Quantity;
  readonly waived?: { readonly on: When; readonly said: readonly Quotation[]; readonly note?: string };
}

export interface Relaxation extends Row {
  readonly of: string;
  readonly needs: Expression;
  readonly text?: string;
  readonly cost?: Quantity;
}

export interface Meeting extends Row {
  readonly title: string;
  readonly number?: string;
  readonly when: Expression;
  readonly parties: readonly string[];
  readonly heads: ReadonlyMap<string, string>;
  readonly rank?: string;
  readonly at?: When;
  readonly everyDays?: number;
  readonly convenes?: Quantity;
  /** How the process settles what is on its agenda (rule P5). Default: nash. */
  readonly bargains?: 'nash' | 'alternating-offers';
  /** Bargaining power by party; whoever is not named has 1. */
  readonly powers?: ReadonlyMap<string, Quantity>;
  readonly place?: string;
  readonly host?: string;
  readonly mediators: readonly string[];
  readonly auspices: readonly string[];
}

export interface Mandate extends Row {
  readonly party: string;
  readonly meeting: string;
  readonly maySettle?: readonly string[];
  readonly mayDiscuss?: readonly string[];
  readonly text?: string;
}

export interface Issue extends Row {
  readonly title: string;
  readonly number?: string;
  readonly kind: 'one' | 'set';
  readonly category?: string;
  readonly values: readonly string[];
  /** What a value means, where the case says so. */
  readonly meanings: ReadonlyMap<string, string>;
  /** One value for `one`; any number for `set`. */
  readonly statusQuo: readonly string[];
  readonly needs?: string;
  readonly partOf?: string;
}

export interface Position extends Row {
  readonly parties: readonly string[];
  readonly issue: string;
  /** `not-reported` is a statement of its own; undefined when only the words are given. */
  readonly value?: readonly string[] | 'not-reported';
  readonly text?: string;
}

export interface RedLine extends Row {
  readonly party: string;
  readonly that: Expression;
  readonly text?: string;
}

export interface Ratifier extends Row {
  readonly of: string;
  readonly by: string;
  readonly acceptsIf: Expression;
  readonly firmness?: Quantity;
}

export interface Statement extends Row {
  readonly that: Expression;
  readonly weight?: Quantity;
}

/** A state as a ranking names it: by the options that are taken in it, or as one of the indistinguishable states. */
export type RankedState = ({ readonly taken: readonly string[] } | { readonly name: string }) & { readonly path: Path };

/** States from best to worst; those of one level are indifferent. */
export interface Ranking {
  readonly levels: readonly (readonly RankedState[])[];
  /** Indices of the levels that lie far above the next. */
  readonly leaps: readonly number[];
  readonly path: Path;
}

export interface IssueUtility extends Row {
  readonly weight?: Quantity;
  readonly scores: ReadonlyMap<string, Quantity>;
}

export interface Preference extends Row {
  readonly party: string;
  /** `preferences: { x: not reported }`. */
  readonly reported: boolean;
  readonly statements: readonly Statement[];
  /** In place of statements. */
  readonly ranking?: Ranking;
  /** States that the party does not see as possible. */
  readonly unseen: readonly Expression[];
  readonly issues: ReadonlyMap<string, IssueUtility | 'not-reported'>;
  readonly bonuses: readonly (Row & { readonly when: Expression; readonly add: Quantity })[];
  readonly reserved?: Quantity;
  readonly dealShare?: Quantity;
  readonly rationality?: Quantity;
  readonly revision?: Quantity;
}

/** What one party takes another's preferences to be (a hypergame). */
export interface Perception extends Row {
  readonly by: string;
  readonly of: string;
  readonly statements: readonly Statement[];
  readonly ranking?: Ranking;
}

export interface Influence extends Row {
  readonly when?: Expression;
  readonly everyDay: boolean;
  readonly once: boolean;
  readonly party?: string;
  readonly text?: string;
  readonly reserved?: Quantity;
  readonly cost?: Quantity;
  readonly weight: ReadonlyMap<string, Quantity>;
  readonly rate: ReadonlyMap<string, Quantity>;
  readonly firmness: ReadonlyMap<string, Quantity>;
}

/** What an event does to a proposition: `yes`, `no` (declined), or the values an issue is settled at. */
export type Setting = 'yes' | 'no' | readonly string[];

export interface EventLink {
  readonly event: string;
  readonly said: readonly Quotation[];
  readonly response: boolean;
  readonly path: Path;
}

export interface CaseEvent extends Row {
  readonly on?: When;
  readonly what: string;
  readonly kind: 'happened' | 'statement' | 'analysis' | 'plan';
  readonly who: readonly string[];
  readonly place?: string;
  readonly channel?: 'public' | 'private' | 'both';
  readonly sets: ReadonlyMap<string, Setting>;
  readonly signals: ReadonlyMap<string, Quantity>;
  /** Events this one comes after, as the accounts say. */
  readonly after: readonly EventLink[];
}

export interface Likelihood {
  readonly words: Quotation;
  readonly range?: Quantity;
}

export interface Scenario extends Row {
  readonly title: string;
  readonly when?: Expression;
  readonly by?: When;
  readonly at?: When;
  readonly never: boolean;
  readonly resolves: boolean;
  readonly resolution?: string;
  readonly group?: string;
  readonly likelihood: readonly Likelihood[];
}

/** The day of a case in which nothing has a date, such as a conflict from a textbook. */
export const TIMELESS: Day = '0000-01-01';

export interface Case {
  readonly title: string;
  readonly summary?: string;
  /** The case describes the end of this day; {@link TIMELESS} where nothing in it has a date. */
  readonly asOf: Day;
  readonly horizon?: Day;
  readonly timeZone: string;
  /** Ascending; `contact` lies below the lowest and is always open. */
  readonly ranks: readonly string[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly options: ReadonlyMap<string, Option>;
  readonly bundles: ReadonlyMap<string, Bundle>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly happenings: ReadonlyMap<string, Happening>;
  readonly impossible: ReadonlyMap<string, Impossible>;
  readonly indistinguishable: ReadonlyMap<string, Indistinguishable>;
  readonly statusQuo: ReadonlyMap<string, Setting>;
  readonly preconditions: ReadonlyMap<string, Precondition>;
  readonly relaxations: ReadonlyMap<string, Relaxation>;
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly mandates: ReadonlyMap<string, Mandate>;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly redLines: ReadonlyMap<string, RedLine>;
  readonly ratifiers: ReadonlyMap<string, Ratifier>;
  readonly preferences: ReadonlyMap<string, Preference>;
  readonly perceptions: ReadonlyMap<string, Perception>;
  readonly influences: ReadonlyMap<string, Influence>;
  readonly events: ReadonlyMap<string, CaseEvent>;
  readonly scenarios: ReadonlyMap<string, Scenario>;
}

/** The sections of a case whose rows are evidence-bearing maps. */
export const SECTIONS = [
  'parties',
  'options',
  'bundles',
  'facts',
  'happenings',
  'impossible',
  'indistinguishable',
  'preconditions',
  'relaxations',
  'meetings',
  'mandates',
  'issues',
  'positions',
  'redLines',
  'ratifiers',
  'preferences',
  'perceptions',
  'influences',
  'events',
  'scenarios',
] as const satisfies readonly (keyof Case)[];

export type Section = (typeof SECTIONS)[number];
