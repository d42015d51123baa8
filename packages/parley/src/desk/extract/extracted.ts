/** What reading a file gives: its text, what of the file is not the account, and the way back into the file. */
import type { Span } from '@parley/core/evidence';
import type { Why } from '@parley/core/reading';
import type { Refusal } from './refusal.ts';
import type { Run } from './run-map.ts';

/** A stretch of the *file* that is not the account. Nothing is deleted; offsets are UTF-16 units of the decoded file. */
export interface SetAside extends Span {
  readonly why: Why;
  /** Where the same words stand in `text`, if they do: residue does, a page's navigation does not. */
  readonly inText?: Span;
  /** Of a PDF's headers and footers, which have no place in a text: the page and the words. `start` is where they would be. */
  readonly page?: number;
  readonly words?: string;
}

/** What of the text stands on a page. */
export interface PageSpan extends Span {
  readonly page: number;
}

export interface Extracted {
  readonly kind: 'extracted';
  readonly title?: string;
  /** For text and Markdown the decoded file itself; for HTML and PDF its readable text. Quotes are anchored here (rule C6). */
  readonly text: string;
  /** In the order of the file. */
  readonly setAside: readonly SetAside[];
  /** The day it was written, as the file says itself: `2025-05-15`. */
  readonly written?: string;
  /** For HTML: from the text back into the file. Without it, and without `pages`, the text is the file. */
  readonly map?: readonly Run[];
  /** For PDF. */
  readonly pages?: readonly PageSpan[];
}

export type Extraction = Extracted | Refusal;
