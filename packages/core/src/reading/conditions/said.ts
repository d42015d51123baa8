/**
 * Who says a stretch of an account, by the rows of speech (../speech): the innermost utterance or report that covers most of
 * it. Read once per account for all who ask.
 */
import type { Span } from '../../evidence/span.ts';
import type { Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import type { IndirectRow, QuotationRow, Row, Speaker } from '../rows.ts';
import { speechRows } from '../speech/index.ts';
import type { TaggedSentence } from '../tagger.ts';
import { Parties } from './parties.ts';

type Speech = QuotationRow | IndirectRow;

const COVERS = 0.6;
const LOOKS_BACK = 12; // rows: reports within reports are fewer

export class Said {
  readonly parties: Parties;
  readonly #rows: readonly Speech[];

  constructor(account: Account, names: Names, rows: readonly Row[]) {
    this.parties = new Parties(account, names);
    this.#rows = rows
      .filter((row): row is Speech => row.kind === 'quotation' || row.kind === 'indirect')
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Of the innermost row that covers most of it. */
  speaker(span: Span): Speaker | undefined {
    let found: Speech | undefined;
    for (let i = this.#firstAfter(span.end) - 1, looks = 0; i >= 0 && looks < LOOKS_BACK; i--, looks++) {
      const row = this.#rows[i]!;
      const both = Math.min(row.end, span.end) - Math.max(row.start, span.start);
      if (both < COVERS * (span.end - span.start)) continue;
      if (found === undefined || row.end - row.start < found.end - found.start) found = row;
    }
    return found?.speaker;
  }

  /** The first row that begins at or after a position. */
  #firstAfter(position: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#rows[middle]!.start < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const read = new WeakMap<readonly TaggedSentence[], Said>();

/** `speech`: the account's rows of speech where they are at hand; read here otherwise. */
export function saidIn(
  account: Account,
  tagged: readonly TaggedSentence[],
  names: Names,
  speech?: readonly Row[],
): Said {
  const before = read.get(tagged);
  if (before !== undefined) return before;
  const said = new Said(account, names, speech ?? speechRows(account, tagged, names));
  read.set(tagged, said);
  return said;
}
