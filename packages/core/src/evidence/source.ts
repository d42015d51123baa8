/**
 * The text of a source, folded once: anchoring a hundred quotes then costs a hundred searches and no more folding.
 * The text is the file decoded as UTF-8, or for HTML the extracted text kept beside it (rule C6).
 */
import { fold, type Folded } from './fold.ts';

export interface SourceText {
  readonly text: string;
  readonly folded: Folded;
}

export function prepare(text: string): SourceText {
  return { text, folded: fold(text) };
}
