/**
 * Who is named. Names of the case first, then of the offline table, then what the account itself tells: an office before a
 * name makes a person of it, *in* before it a place. What an account calls by a short form was named in full before.
 *
 * Cost: linear in the account's words; of earlier accounts only the names count, found by hashing. It stops where context
 * says nothing (a new one-word name as a subject) and at namesakes: those it never merges, at the price of splitting.
 */
import type { Account } from '../account.ts';
import type { Known } from '../known.ts';
import type { Entity } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';
import { AccountNames, type NamesOfAccount } from './account-names.ts';
import { Register, type RegisterKept } from './register.ts';

export type { NamesOfAccount } from './account-names.ts';
export type { RegisterKept } from './register.ts';

export interface NameIndex {
  read(account: Account, tagged: readonly TaggedSentence[]): NamesOfAccount;
  /** Those that an account named. */
  entities(): readonly Entity[];
  entity(id: string): Entity | undefined;
  /** To go on with later: {@link nameIndex}. */
  kept(): RegisterKept;
}

/** `kept`: of an index with the same known names. */
export function nameIndex(known: Known, kept?: RegisterKept): NameIndex {
  const register = new Register(known, kept);
  return {
    read: (account, tagged) => new AccountNames(register, account, tagged).names(tagged),
    entities: () => register.entities(),
    entity: (id) => register.entity(id),
    kept: () => register.kept(),
  };
}
