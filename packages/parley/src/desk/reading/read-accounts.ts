/**
 * Reads accounts one after another, as `parley read` does: what is not English or has no sentence is told and left out, a
 * near-copy of an account before it is kept as a source and not read again. One account costs one account.
 */
import {
  NearCopies,
  reader as readerFor,
  sentences,
  type AccountGiven,
  type Difference,
  type Entity,
  type Known,
  type NearCopiesKept,
  type NearCopy,
  type ReaderKept,
  type Row,
  type SetAside,
} from '@parley/core/reading';
import { otherThanEnglish } from './language.ts';

export type NotRead = { readonly code: 'no-sentence' | 'not-english' | 'failed'; readonly message: string };

export interface AccountsRead {
  /** By source, in the order of its text; nothing for what was not read. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly differences: readonly Difference[];
  /** What of a source is not the account. */
  readonly setAside: ReadonlyMap<string, readonly SetAside[]>;
  readonly copies: ReadonlyMap<string, NearCopy>;
  readonly notRead: ReadonlyMap<string, NotRead>;
  /** To go on with when accounts are added. */
  kept(): AccountsKept;
}

/** Plain data. */
export interface AccountsKept {
  readonly reader: ReaderKept;
  readonly nearCopies: NearCopiesKept;
  readonly notRead: Map<string, NotRead>;
  readonly copies: Map<string, NearCopy>;
}

/** How far it is: the account that comes next, by id, of so many. */
export type Told = (done: number, total: number, what: string) => void;

/** `kept`: of a reading that knew the same; `accounts` are those that come after it. */
export async function readAccounts(
  accounts: Iterable<AccountGiven> | AsyncIterable<AccountGiven>,
  known: Known,
  total: number,
  told: Told = () => undefined,
  kept?: AccountsKept,
): Promise<AccountsRead> {
  const reader = await readerFor(known, kept?.reader);
  const nearCopies = new NearCopies(kept?.nearCopies);
  const notRead = kept?.notRead ?? new Map<string, NotRead>();
  const copies = kept?.copies ?? new Map<string, NearCopy>();
  let done = reader.read.size + notRead.size + copies.size;
  for await (const account of accounts) {
    told(done++, total, account.id);
    const trouble = troubleOf(account.text);
    if (trouble !== undefined) {
      notRead.set(account.id, trouble);
      continue;
    }
    const copy = nearCopies.add(account.id, account.text);
    if (copy !== undefined) {
      copies.set(account.id, copy);
      continue;
    }
    try {
      reader.add(account);
    } catch (error) {
      // One account that a rule trips over does not cost the others.
      if (process.env['PARLEY_DEBUG'] !== undefined) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      notRead.set(account.id, { code: 'failed', message: `Reading it failed: ${reason} This is a bug of parley.` });
    }
  }
  // A text may turn out to be a shortened copy of a later one.
  const allCopies = new Map([...copies, ...nearCopies.copies()]);
  const read = [...reader.read];
  return {
    rows: new Map(read.filter(([id]) => !allCopies.has(id)).map(([id, { rows }]) => [id, rows])),
    // A name may have come in a fuller form later.
    entities: new Map(reader.entities().map((entity) => [entity.id, entity])),
    differences: reader.differences(),
    setAside: new Map(read.map(([id, { setAside }]) => [id, setAside])),
    copies: allCopies,
    notRead,
    kept: () => ({ reader: reader.kept(), nearCopies: nearCopies.kept(), notRead, copies }),
  };
}

function troubleOf(text: string): NotRead | undefined {
  const language = otherThanEnglish(text);
  if (language !== undefined)
    return {
      code: 'not-english',
      message: `This is written in ${language}; only English is read. Give a translation, and say so in its source.`,
    };
  if (!sentences(text).some(({ start, end }) => isSentence(text.slice(start, end))))
    return { code: 'no-sentence', message: 'There is no sentence in this text, so there is nothing to read.' };
  return undefined;
}

/** At least three words, one of them in small letters. */
const isSentence = (words: string): boolean =>
  (words.match(/\p{L}+/gu)?.length ?? 0) >= 3 && /(?:^|\s)\p{Ll}+/u.test(words);
