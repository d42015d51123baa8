/** Places in a list of spans that stand in order and do not overlap, by halving. */
import type { Span } from '../../evidence/span.ts';

/** The first that ends after a position; the list's length where none does. */
export function firstEndingAfter(spans: readonly Span[], position: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Those that lie wholly within. */
export function within<T extends Span>(spans: readonly T[], { start, end }: Span): T[] {
  const found: T[] = [];
  for (let k = firstEndingAfter(spans, start); k < spans.length && spans[k]!.end <= end; k++)
    if (spans[k]!.start >= start) found.push(spans[k]!);
  return found;
}
