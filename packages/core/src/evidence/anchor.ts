/**
 * Anchoring a quotation in its source (rule C6): the words must occur there, typography folded, case kept. What is
 * nearly there is *not* evidence; the nearest passage is only shown.
 *
 * Cost: one search of the folded source; on failure also {@link ./nearest.ts}.
 */
import { contextOf, fits, type Context } from './context.ts';
import { fold } from './fold.ts';
import { nearest, type Nearest } from './nearest.ts';
import { occurrences } from './occurrences.ts';
import type { SourceText } from './source.ts';
import type { Span } from './span.ts';

export interface Quotation {
  readonly quote: string;
  /** Words just before and just after, to tell repeats apart. */
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface Found extends Span, Context {
  readonly kind: 'found';
  /** The words as the source has them. */
  readonly exact: string;
  /** How often the words occur in the source. */
  readonly occurrences: number;
  /** At how many of these places prefix and suffix fit too. More than one: it is not said which; the first is taken. */
  readonly fitting: number;
}

export interface NotFound {
  readonly kind: 'not-found';
  /** `context`: the words occur, but never between this prefix and suffix. `empty`: no words were given. */
  readonly reason: 'absent' | 'context' | 'empty';
  readonly occurrences: number;
  /** The most similar passage; for `context` the first occurrence. Absent when nothing is similar. */
  readonly nearest?: Nearest;
}

export type Anchor = Found | NotFound;

export function anchorQuote(source: SourceText, quotation: Quotation): Anchor {
  let total = 0;
  let fitting = 0;
  let first: Span | undefined;
  let chosen: Span | undefined;
  const anywhere = quotation.prefix === undefined && quotation.suffix === undefined;
  for (const place of occurrences(source, quotation.quote)) {
    total++;
    first ??= place;
    if (anywhere || fits(source, place, quotation)) {
      fitting++;
      chosen ??= place;
    }
  }
  if (chosen !== undefined) {
    const exact = source.text.slice(chosen.start, chosen.end);
    return { kind: 'found', ...chosen, exact, ...contextOf(source, chosen), occurrences: total, fitting };
  }
  if (first !== undefined) {
    const exact = source.text.slice(first.start, first.end);
    return { kind: 'not-found', reason: 'context', occurrences: total, nearest: { ...first, exact, distance: 0 } };
  }
  if (fold(quotation.quote).text.trim() === '') return { kind: 'not-found', reason: 'empty', occurrences: 0 };
  const similar = nearest(source, quotation.quote);
  return {
    kind: 'not-found',
    reason: 'absent',
    occurrences: 0,
    ...(similar === undefined ? {} : { nearest: similar }),
  };
}
