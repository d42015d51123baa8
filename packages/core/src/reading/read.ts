/**
 * Reads accounts: who is named, who said what, when, under which conditions, and where two accounts differ. Nothing is
 * decided here: every row is a proposal that names its rule.
 *
 * One account costs one account: names are looked up in an index that grows with the names met, differences are those of
 * the new account's facts with facts of the same key (./differences/index.ts). Nothing runs over pairs of accounts. What a
 * reader has met can be kept and gone on with, so that a case need not be read again for one account more.
 */
import { account, type Account, type AccountGiven } from './account.ts';
import { chanceRows } from './chances/index.ts';
import { conditionRows } from './conditions/index.ts';
import { DifferenceIndex, type FactsKept } from './differences/index.ts';
import type { Known } from './known.ts';
import { nameIndex, type RegisterKept } from './names/index.ts';
import { positionRows } from './positions/index.ts';
import type { SetAside } from './residue.ts';
import type { Difference, Entity, Row } from './rows.ts';
import { speechRows } from './speech/index.ts';
import { loadTagger } from './tagger.ts';
import { whenRows } from './when/index.ts';

/** What an account gave. */
export interface AccountRead {
  /** In the order of the text. */
  readonly rows: readonly Row[];
  /** What of its text is not the account. */
  readonly setAside: readonly SetAside[];
}

/** What a reader has met: plain data that can be cloned, and written where Maps and Sets can be. */
export interface ReaderKept {
  readonly names: RegisterKept;
  readonly facts: FactsKept;
  readonly read: Map<string, AccountRead>;
}

export interface Reader {
  /** Its id must be new. */
  add(given: AccountGiven): AccountRead;
  /** What was added before, by source. */
  readonly read: ReadonlyMap<string, AccountRead>;
  /** Those that an account named, with every spelling met so far. */
  entities(): readonly Entity[];
  differences(): readonly Difference[];
  kept(): ReaderKept;
}

/** `kept`: of a reader that knew the same; it is gone on with and no longer the caller's. */
export async function reader(known: Known, kept?: ReaderKept): Promise<Reader> {
  const tagger = await loadTagger();
  const names = nameIndex(known, kept?.names);
  const background = { entity: (id: string) => names.entity(id), offices: known.offices };
  const compared = new DifferenceIndex(background, kept?.facts);
  const done = kept?.read ?? new Map<string, AccountRead>();
  return {
    add(given) {
      if (done.has(given.id)) throw new Error(`${given.id} was read already`);
      const read = account(given);
      const rows = rowsOf(read);
      const result = { rows, setAside: read.setAside };
      done.set(given.id, result);
      return result;
    },
    read: done,
    entities: () => names.entities(),
    differences: () => compared.differences(),
    kept: () => ({ names: names.kept(), facts: compared.kept(), read: done }),
  };

  function rowsOf(read: Account): Row[] {
    const tagged = tagger.tag(read.text, read.sentences);
    const named = names.read(read, tagged);
    const speech = speechRows(read, tagged, named);
    const rows: Row[] = [
      ...named.rows,
      ...speech,
      ...whenRows(read, tagged, named),
      ...conditionRows(read, tagged, named, speech),
      ...positionRows(read, tagged, named),
      ...chanceRows(read, tagged, named),
    ];
    rows.sort((a, b) => a.start - b.start || a.end - b.end);
    compared.add({ account: read, rows, names: named.rows });
    return rows;
  }
}

export interface Reading {
  readonly entities: readonly Entity[];
  readonly accounts: readonly Account[];
  /** By source, in the order of the text. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly differences: readonly Difference[];
}

/** All accounts at once. */
export async function read(accounts: readonly AccountGiven[], known: Known): Promise<Reading> {
  const reads = await reader(known);
  const rows = new Map(accounts.map((given) => [given.id, reads.add(given).rows]));
  return { entities: reads.entities(), accounts: accounts.map(account), rows, differences: reads.differences() };
}
