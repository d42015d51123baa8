/**
 * What became of stored anchors after their source was edited. Every anchor gets an outcome, in the order given; none is
 * dropped, and nothing here makes evidence: a changed passage is shown with its difference, for a person to accept.
 *
 * In order: the same place; the words elsewhere with the context they had; the passage most like context and words
 * together (so that a short quote whose own words changed is found by its neighbours, not at another place that happens
 * to have the same words); the words elsewhere without their context. A long quote identifies itself, so for it the
 * last two change places. Only anchors whose words are gone cost more than a search.
 */
import { alignedOffsets } from './alignment.ts';
import { agreement, contextOf, type Context } from './context.ts';
import { renderDifference, wordDifference, type Difference, type Part } from './difference.ts';
import { fold, originalSpan } from './fold.ts';
import { similar, snap } from './nearest.ts';
import { occurrences } from './occurrences.ts';
import type { SourceText } from './source.ts';
import type { Span } from './span.ts';

/** An anchor as it was stored: of {@link Found}, and the hash of the source it was found in. */
export interface StoredAnchor extends Span, Context {
  readonly sha256: string;
  readonly exact: string;
}

interface Placed extends Span, Context {
  readonly exact: string;
}

export type Outcome =
  | ({ readonly kind: 'same' } & Placed)
  /** `context: 'lost'`: the words are there, but what stood around them is not. */
  | ({ readonly kind: 'moved'; readonly context: 'kept' | 'lost' } & Placed)
  | ({ readonly kind: 'changed'; readonly difference: Difference; readonly line: string } & Placed)
  | { readonly kind: 'orphan' };

const SELF_EVIDENT = 24; // letters: a quote this long hardly recurs by chance
const AGREEING = 16; // letters of context that must stand next to the words, if there are so many
const MOST_PLACES = 10_000;

export function reanchor(anchors: readonly StoredAnchor[], source: SourceText, sha256: string): Outcome[] {
  return anchors.map((anchor) => outcome(anchor, source, sha256));
}

function outcome(anchor: StoredAnchor, source: SourceText, sha256: string): Outcome {
  const { start, end, exact } = anchor;
  const unmoved = source.text.slice(start, end) === exact && exact !== '';
  if (unmoved && (anchor.sha256 === sha256 || isWhole(agreement(source, anchor, anchor)))) {
    return { kind: 'same', ...placed(source, anchor) };
  }
  const place = bestPlace(anchor, source);
  const moved = (span: Span, context: 'kept' | 'lost'): Outcome =>
    span.start === start && span.end === end && context === 'kept' && source.text.slice(start, end) === exact
      ? { kind: 'same', ...placed(source, span) }
      : { kind: 'moved', context, ...placed(source, span) };

  if (place !== undefined && place.agrees) return moved(place, 'kept');
  const words = fold(exact).text.trim();
  if (place !== undefined && words.length >= SELF_EVIDENT) return moved(place, 'lost');
  const changed = changedPlace(anchor, source);
  if (changed !== undefined) {
    const now = source.text.slice(changed.start, changed.end);
    if (fold(now).text.trim() === words) return moved(changed, 'kept');
    const difference = wordDifference(exact, now);
    if (words.length >= SELF_EVIDENT && !difference.some(keepsWord)) return { kind: 'orphan' };
    return { kind: 'changed', ...placed(source, changed), difference, line: renderDifference(difference) };
  }
  return place === undefined ? { kind: 'orphan' } : moved(place, 'lost');
}

const WORD = /[\p{L}\p{N}]/u;
const keepsWord = ({ kind, text }: Part): boolean => kind === 'same' && WORD.test(text);

function placed(source: SourceText, { start, end }: Span): Placed {
  return { start, end, exact: source.text.slice(start, end), ...contextOf(source, { start, end }) };
}

const isWhole = ({ left, right, wanted }: ReturnType<typeof agreement>): boolean => left + right === wanted;

/** The occurrence whose surroundings agree best; of equals the one nearest to the old place. */
function bestPlace(anchor: StoredAnchor, source: SourceText): (Span & { agrees: boolean }) | undefined {
  let best: (Span & { agrees: boolean }) | undefined;
  let most = -1;
  let places = 0;
  for (const place of occurrences(source, anchor.exact)) {
    if (++places > MOST_PLACES) break;
    const { left, right, wanted } = agreement(source, place, anchor);
    const score = left + right;
    const nearer = best !== undefined && Math.abs(place.start - anchor.start) < Math.abs(best.start - anchor.start);
    if (score > most || (score === most && nearer)) {
      best = { ...place, agrees: score >= Math.min(AGREEING, wanted) };
      most = score;
    }
  }
  return best;
}

/** Where the passage lies now, judged by context and words together. */
function changedPlace(anchor: StoredAnchor, source: SourceText): Span | undefined {
  const prefix = fold(anchor.prefix).text;
  const exact = fold(anchor.exact).text;
  const pattern = prefix + exact + fold(anchor.suffix).text;
  const text = source.folded.text;
  const passage = similar(text, pattern);
  if (passage === undefined) return undefined;
  const cuts = alignedOffsets(pattern, text.slice(passage.start, passage.end), [
    prefix.length,
    prefix.length + exact.length,
  ]);
  if (cuts === undefined) return undefined;
  const [from, to] = [passage.start + cuts[0]!, passage.start + cuts[1]!];
  if (from >= to || (WORD.test(exact) && !WORD.test(text.slice(from, to)))) return undefined;
  const whole = snap(text, { start: from, end: to });
  return originalSpan(source.folded, whole.start, whole.end);
}
