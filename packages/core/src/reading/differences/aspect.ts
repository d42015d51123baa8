/**
 * What a kind of difference is made of. An aspect takes facts from one account: under a key what is told about (Trump's
 * role), as a value what is told of it (former president). Facts of equal key are about the same, of equal value agree;
 * the aspect judges two values that do not.
 */
import type { When } from '../../case/index.ts';
import type { Account } from '../account.ts';
import type { KnownOffice } from '../known.ts';
import type { Difference, DifferenceKind, Entity, NameRow, Row, Side, Words } from '../rows.ts';

/** An account with what was read from it. */
export interface ReadAccount {
  readonly account: Account;
  readonly rows: readonly Row[];
  /** The name rows among them, in order. */
  readonly names: readonly NameRow[];
}

/** What facts are judged against. */
export interface Background {
  readonly entity: (id: string) => Entity | undefined;
  readonly offices: readonly KnownOffice[];
}

export interface Fact<T> {
  readonly key: string;
  readonly value: string;
  readonly told: T;
  readonly words: Words;
}

/** A fact in its account. */
export interface Telling<T> extends Side {
  readonly told: T;
  readonly written: When | undefined;
}

/** All that tell the same. */
export interface Group<T> {
  readonly value: string;
  /** The first few: enough to show, and memory does not grow with accounts that agree. */
  readonly tellings: readonly Telling<T>[];
}

export interface Draft {
  readonly kind: DifferenceKind;
  readonly rule: string;
  readonly about: string;
  readonly status: Difference['status'];
  readonly why?: string;
  readonly sides: readonly Side[];
  /** What several keys may find is shown once: drafts of one rule that are equal here. */
  readonly once?: string;
}

export interface Aspect<T> {
  readonly facts: (read: ReadAccount, background: Background) => readonly Fact<T>[];
  readonly compare: (a: Group<T>, b: Group<T>, background: Background) => readonly Draft[];
}

/** What one account differs in from itself, its headline or a dated fact. */
export type Alone = (read: ReadAccount, background: Background) => readonly Draft[];

export const wordsAt = (text: string, start: number, end: number): Words => ({
  start,
  end,
  exact: text.slice(start, end),
});

export const sideOf = ({ source, start, end, exact }: Side): Side => ({ source, start, end, exact });
