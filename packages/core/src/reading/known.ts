/** What is known before an account is opened: the names and offices of a case. Without a case it is empty. */
import type { When } from '../case/index.ts';
import type { EntityType } from './rows.ts';

export interface KnownEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  /** The party or state it belongs to. */
  readonly of?: string;
}

/** Who held an office when. A side that is not told is open. */
export interface KnownOffice {
  /** Id of the person. */
  readonly person: string;
  /** As the case writes it: `defence minister`. */
  readonly office: string;
  readonly of?: string;
  readonly from?: When;
  readonly until?: When;
}

export interface Known {
  readonly entities: readonly KnownEntity[];
  readonly offices: readonly KnownOffice[];
}

export const NOTHING_KNOWN: Known = { entities: [], offices: [] };
