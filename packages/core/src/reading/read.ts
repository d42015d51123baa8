/**
 * Reads accounts: who is named, who said what, when, under which conditions, and where two accounts differ. Nothing is
 * decided here: every row is a proposal that names its rule.
 *
 * One account costs one account: names are looked up in an index that grows with the names met, differences are those of
 * the new account's facts with facts of the same key (./differences/index.ts). Nothing runs over pairs of accounts.
 */
import { account, type Account, type AccountGiven } from './account.ts';
import type { Known } from './known.ts';
import type { Difference, Entity, Row } from './rows.ts';

export interface Reading {
  readonly entities: readonly Entity[];
  /** By source, in the order of the text. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly accounts: readonly Account[];
  readonly differences: readonly Difference[];
}

export interface Reader {
  /** The account's rows. Its id must be new. */
  add(given: AccountGiven): readonly Row[];
  entities(): readonly Entity[];
  differences(): readonly Difference[];
  reading(): Reading;
}

export async function reader(_known: Known): Promise<Reader> {
  const rows = new Map<string, readonly Row[]>();
  const accounts: Account[] = [];
  const entities = (): readonly Entity[] => [];
  const differences = (): readonly Difference[] => [];
  return {
    add(given) {
      if (rows.has(given.id)) throw new Error(`${given.id} was read already`);
      const read = account(given);
      const found: Row[] = [];
      found.sort((a, b) => a.start - b.start || a.end - b.end);
      accounts.push(read);
      rows.set(given.id, found);
      return found;
    },
    entities,
    differences,
    reading: () => ({ entities: entities(), rows, accounts, differences: differences() }),
  };
}

export async function read(accounts: readonly AccountGiven[], known: Known): Promise<Reading> {
  const reads = await reader(known);
  for (const given of accounts) reads.add(given);
  return reads.reading();
}
