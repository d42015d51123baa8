/** What an expression of time is resolved against, and to what. */
import type { Day } from '../../case/index.ts';
import type { Leaning } from './leaning.ts';
import type { Begun, Counted } from './nth-year.ts';

export interface Bearing {
  /** The day from which `today` counts. */
  readonly base: Day | undefined;
  readonly leaning: Leaning | undefined;
  /** The date before this one in the text. */
  readonly anchor: { readonly first: Day; readonly last: Day; readonly paragraph: number } | undefined;
  /** The account tells of long ago here. */
  readonly isNarrated: boolean;
  /** From when `in its third year` counts. */
  readonly begun: Begun | undefined;
}

export type Resolved = Counted;

export interface Expression {
  /** `date-with-year` becomes `date-without-year` where the words have none. */
  readonly rule: string;
  /** Global, Unicode. */
  readonly pattern: RegExp;
  resolve(groups: RegExpExecArray, bearing: Bearing): Resolved;
  /** False: what follows is not told from here (`now in its third year`). */
  readonly isAnchor?: boolean;
}

export interface Found {
  readonly expression: Expression;
  readonly groups: RegExpExecArray;
  readonly start: number;
  readonly end: number;
}

export const UNDATED: Resolved = { edtf: '', why: 'when the account was written is not known' };
export const UNANCHORED: Resolved = { edtf: '', why: 'from which date it counts is not told before it' };
export const VAGUE: Resolved = { edtf: '', why: 'the words are too vague for the calendar' };
export const NO_SUCH_DAY: Resolved = { edtf: '', why: 'there is no such day' };

export const at = (edtf: string): Resolved => ({ edtf });

export const between = (first: string, last: string): Resolved => at(first === last ? first : `${first}/${last}`);

/** The pattern may not begin or end within a word. */
export const words = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}$€£])${pattern}(?![\\p{L}\\p{N}])`, 'gu');
