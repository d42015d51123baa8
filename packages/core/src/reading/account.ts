/**
 * An account as the reader takes it: its text, when it was written, and what of it is not the account. Everything that is
 * read from it points into `text` by UTF-16 offsets (rule C6).
 */
import type { When } from '../case/index.ts';
import type { Span } from '../evidence/span.ts';
import { doubledTitle } from './doubled-title.ts';
import { lines } from './lines.ts';
import { paragraphs } from './paragraphs.ts';
import { residue, type SetAside } from './residue.ts';
import { sentences } from './sentences.ts';

export interface AccountGiven {
  /** The source's id. */
  readonly id: string;
  readonly text: string;
  /** When it was written: what relative dates count from. Without it they are not resolved. */
  readonly written?: When;
  readonly outlet?: string;
}

export interface Account extends AccountGiven {
  /** Its heading, where its first line is one. */
  readonly title?: Span;
  readonly paragraphs: readonly Span[];
  /** The title is a sentence of its own; what is set aside belongs to none. */
  readonly sentences: readonly Span[];
  readonly setAside: readonly SetAside[];
}

export function account(given: AccountGiven): Account {
  const { text } = given;
  const setAside = residue(text);
  const isAside = (span: Span): boolean => setAside.some((a) => a.start <= span.start && span.end <= a.end);
  const blocks = paragraphs(text).filter((span) => !isAside(span));
  const title = titleOf(text, blocks);
  return {
    ...given,
    ...(title === undefined ? {} : { title }),
    paragraphs: blocks,
    sentences: sentences(text, setAside),
    setAside,
  };
}

/** The first paragraph, where it is one line that does not end as a sentence does and more text follows. */
function titleOf(text: string, blocks: readonly Span[]): Span | undefined {
  const [first, second] = blocks;
  if (first === undefined || second === undefined) return undefined;
  const words = text.slice(first.start, first.end);
  const isOneLine = lines(words).length === 1;
  const isDoubled = doubledTitle(text).length > 0;
  return isOneLine && words.length <= 160 && (isDoubled || !/[.,;:]["'”’]?$/.test(words)) ? first : undefined;
}
