/**
 * What in an account's text is not the account: to be set aside, not deleted, so that every offset still points into the
 * original. One file for each kind; none takes a word of a sentence, and what is doubtful stays.
 */
import type { Span } from '../evidence/span.ts';
import { blank } from './blank.ts';
import { citationResidue } from './citation-residue.ts';
import { doubledTitle } from './doubled-title.ts';
import { navigation } from './navigation.ts';
import { pageFurniture } from './page-furniture.ts';

export type Why = 'citation residue' | 'page furniture' | 'doubled title' | 'navigation';

export interface SetAside extends Span {
  readonly why: Why;
}

/** In order and apart: where kinds overlap, the one that begins first has it, of equals the longer. */
export function residue(text: string): SetAside[] {
  const label = (why: Why, spans: readonly Span[]) => spans.map(({ start, end }): SetAside => ({ start, end, why }));
  const around = [...label('navigation', navigation(text)), ...label('page furniture', pageFurniture(text))];
  const found = [
    ...label('doubled title', doubledTitle(blank(text, around))), // the title stands below the menu
    ...label('citation residue', citationResidue(text)),
    ...around,
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return found.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}
