/** A text with stretches of it blanked: as long as before, so that every offset stays true. */
import type { Span } from '../evidence/span.ts';

/** The spans in any order; what overlaps an earlier one is ignored. Line ends stay: two lines do not become one. */
export function blank(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ' '));
    from = end;
  }
  return parts.join('') + text.slice(from);
}
