/**
 * Reads accounts: who is named, who said what, when, under which conditions, and where two accounts differ. Nothing is
 * decided here: every row is a proposal that names its rule.
 *
 * One account costs one account: names are looked up in an index that grows with the names met, differences are those of
 * the new account's facts with facts of the same key (./differences/index.ts). Nothing runs over pairs of accounts.
 */
import { account, type Account, type AccountGiven } from './account.ts';
import { chanceRows } from './chances/index.ts';
import { conditionRows } from './conditions/index.ts';
import { DifferenceIndex } from './differences/index.ts';
import type { Known } from './known.ts';
import { nameIndex } from './names/index.ts';
import { NearCopies, type NearCopy } from './near-copies.ts';
import { positionRows } from './positions/index.ts';
import type { Difference, Entity, Row } from './rows.ts';
import { speechRows } from './speech/index.ts';
import { loadTagger } from './tagger.ts';
import { whenRows } from './when/index.ts';

export interface Reading {
  readonly entities: readonly Entity[];
  /** By source, in the order of the text. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly accounts: readonly Account[];
  readonly differences: readonly Difference[];
  /** Accounts that repeat another one read, by id. */
  readonly copies: ReadonlyMap<string, NearCopy>;
}

export interface Reader {
  /** The account's rows. Its id must be new. */
  add(given: AccountGiven): readonly Row[];
  entities(): readonly Entity[];
  differences(): readonly Difference[];
  reading(): Reading;
}

export async function reader(known: Known): Promise<Reader> {
  const tagger = await loadTagger();
  const names = nameIndex(known);
  const compared = new DifferenceIndex({ entity: (id) => names.entity(id), offices: known.offices });
  const near = new NearCopies();
  const rows = new Map<string, readonly Row[]>();
  const accounts: Account[] = [];
  const entities = (): readonly Entity[] => names.entities();
  const differences = (): readonly Difference[] => compared.differences();
  return {
    add(given) {
      if (rows.has(given.id)) throw new Error(`${given.id} was read already`);
      const read = account(given);
      const tagged = tagger.tag(read.text, read.sentences);
      const named = names.read(read, tagged);
      const found: Row[] = [
        ...named.rows,
        ...speechRows(read, tagged, named),
        ...whenRows(read, tagged, named),
        ...conditionRows(read, tagged, named),
        ...positionRows(read, tagged, named),
        ...chanceRows(read, tagged, named),
      ];
      found.sort((a, b) => a.start - b.start || a.end - b.end);
      compared.add({ account: read, rows: found, names: named.rows });
      near.add(read.id, read.sentences.map(({ start, end }) => read.text.slice(start, end)).join(' '));
      accounts.push(read);
      rows.set(given.id, found);
      return found;
    },
    entities,
    differences,
    reading: () => ({ entities: entities(), rows, accounts, differences: differences(), copies: near.copies() }),
  };
}

export async function read(accounts: readonly AccountGiven[], known: Known): Promise<Reading> {
  const reads = await reader(known);
  for (const given of accounts) reads.add(given);
  return reads.reading();
}
