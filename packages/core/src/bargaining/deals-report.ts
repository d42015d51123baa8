/**
 * The deals of a case as `parley deals --json` prints them: ids of the case, utilities and gains by party in the order of
 * `parties`, values by issue in the order of `agenda`. Field names are a promise.
 */
import type { NumberName } from './case-numbers.ts';
import type { Assumption, OffAgenda } from './from-case.ts';
import type { SolutionId } from './solutions.ts';

export type MeetingState = 'can-meet' | 'has-met' | 'blocked' | 'not-searched' | 'not-called';

export interface DealsReport {
  readonly title: string;
  readonly asOf: string;
  readonly seed: number;
  readonly draws: number;
  readonly tables: readonly TableReport[];
}

export interface ReportedDeal {
  /** By issue on the agenda, in its order. */
  readonly values: readonly string[];
  /** By party, in their order, from 0 to 100. */
  readonly utilities: readonly number[];
  /** By party: above the reserved value. */
  readonly gains: readonly number[];
}

export interface ReportedSolution extends ReportedDeal {
  /** What the solution maximises (of the spread: minimises). */
  readonly value: number;
  /** By party: points of utility against the status quo, issue by issue; negative is given, positive got. */
  readonly changes: readonly (readonly { readonly issue: string; readonly points: number }[])[];
  /** Issues that it settles, with the value. */
  readonly settles: readonly { readonly issue: string; readonly value: string }[];
}

export interface ReportedZone {
  /** At the middles of the ranges. */
  readonly isOpen: boolean;
  /** In how many of the draws. */
  readonly openIn: number;
}

export interface ReportedOpenings {
  /** A party's reserved value comes down from … to …, and this deal is in the zone. */
  readonly lowerings: readonly {
    readonly party: string;
    readonly from: number;
    readonly to: number;
    readonly deal: ReportedDeal;
  }[];
  /** A red line, a precondition or a ratifier's condition is given up. */
  readonly drops: readonly { readonly row: string; readonly of: string; readonly kind: 'red-line' | 'ratifier' }[];
  /** A party rates one value higher. */
  readonly rescorings: readonly {
    readonly party: string;
    readonly issue: string;
    readonly value: string;
    readonly from: number;
    readonly to: number;
  }[];
}

export interface IssueAlone extends ReportedZone {
  readonly issue: string;
  /** Why it has no zone of its own: a condition over it is too wide. */
  readonly refused?: boolean;
  /** Values in the zone at the middles. */
  readonly values: readonly string[];
  /** The share of what is at stake at the whole table that it is, added up over the parties. */
  readonly stake: number;
  readonly carriedBy: readonly CarryingNumber[];
  /** Where the zone is empty. */
  readonly openings?: ReportedOpenings;
}

/** A number that decides whether a zone is open: `difference` is how much larger it is, as a quantile, where it is open. */
export type CarryingNumber = NumberName & { readonly difference: number };

export interface ReportedVeto {
  readonly row: string;
  readonly of: string;
  /** Issues on the agenda that it judges; none: it has nothing to judge here. */
  readonly judges: readonly string[];
  /** Efficient deals, good enough for everybody, that it alone forbids. */
  readonly refuses: number;
  /** It alone keeps the zone empty. */
  readonly blocks: boolean;
}

export interface HigherRank {
  readonly rank: string;
  readonly adds: readonly string[];
  /** Where the Nash deal of the higher table settles a shared issue otherwise. */
  readonly changes: readonly { readonly issue: string; readonly here: string; readonly there: string }[];
  readonly nash: ReportedSolution | null;
  readonly zone: ReportedZone;
  /** Issues that it could settle and that stay off its table, since nobody reports what somebody at it wants. */
  readonly holes: readonly { readonly issue: string; readonly parties: readonly string[] }[];
  /** The issues that it adds and that have no zone of their own at the middles, the one with most at stake first. */
  readonly hardest: readonly IssueAlone[];
}

export type TableReport = {
  readonly meeting: string | null;
  readonly rank: string | null;
  readonly state: MeetingState;
  readonly parties: readonly string[];
  readonly agenda: readonly {
    readonly issue: string;
    readonly values: readonly string[];
    readonly statusQuo: string;
  }[];
  readonly off: readonly OffAgenda[];
  readonly holes: readonly { readonly issue: string; readonly parties: readonly string[] }[];
  readonly assumptions: readonly Assumption[];
  readonly influences: readonly string[];
  /** By party. */
  readonly reserved: readonly number[];
  /** By party: what the status quo is worth. */
  readonly statusQuo: readonly number[];
  /** Deals that no rule forbids, the status quo included. */
  readonly outcomes: number;
  readonly paretoSize: number;
  readonly rationalFraction: number | null;
  readonly opposition: number | null;
  /** False where a search was cut. */
  readonly complete: boolean;
  /** The first of the efficient deals, rational ones alone. */
  readonly frontier: readonly ReportedDeal[];
  /** The largest gain that everybody can have at once. */
  readonly maxMinGain: number | null;
  readonly zone: ReportedZone;
  /** Where the zone of the whole table is empty. */
  readonly openings: ReportedOpenings | null;
  readonly alone: readonly IssueAlone[];
  readonly packages: readonly ReportedSolution[];
  readonly morePackages: number;
  readonly ratifiers: readonly ReportedVeto[];
  readonly redLines: readonly ReportedVeto[];
  readonly carriedBy: readonly CarryingNumber[];
  readonly higher: HigherRank | null;
} & Readonly<Record<SolutionId, (ReportedSolution & { readonly product?: number }) | null>>;
