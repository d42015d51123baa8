/**
 * Which found row stands for which row of the gold: one to one, the most overlapping pair first (greedy; pairs are sorted
 * once, so rows × log rows where spans seldom overlap). Strict: the same words once outer white space and punctuation are
 * gone. Lenient: the intersection is at least half of the union, in characters.
 */
import type { Span } from './gold.ts';

export const LENIENT = 0.5;

export interface Pair<G, F> {
  readonly gold: G;
  readonly found: F;
  readonly isStrict: boolean;
}

export function overlap(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  if (both <= 0) return 0;
  return both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

const OUTER = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/** Without what stands around the words. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const inner = words.replace(OUTER, '');
  if (inner === '') return { start, end };
  const at = start + words.indexOf(inner);
  return { start: at, end: at + inner.length };
}

/** Pairs that overlap by at least half. */
export function match<G extends Span, F extends Span>(
  text: string,
  gold: readonly G[],
  found: readonly F[],
): Pair<G, F>[] {
  const candidates: { g: number; f: number; share: number }[] = [];
  const inner = found.map((row) => trimmed(text, row));
  gold.forEach((row, g) => {
    const words = trimmed(text, row);
    inner.forEach((other, f) => {
      const share = overlap(words, other);
      if (share >= LENIENT) candidates.push({ g, f, share });
    });
  });
  candidates.sort((a, b) => b.share - a.share || a.g - b.g || a.f - b.f);
  const [goldTaken, foundTaken] = [new Set<number>(), new Set<number>()];
  const pairs: Pair<G, F>[] = [];
  for (const { g, f, share } of candidates) {
    if (goldTaken.has(g) || foundTaken.has(f)) continue;
    goldTaken.add(g);
    foundTaken.add(f);
    pairs.push({ gold: gold[g]!, found: found[f]!, isStrict: share === 1 });
  }
  return pairs;
}
