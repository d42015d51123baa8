/** The outcomes of a party by their worth to it. */
import { firstAtLeast, type DomainIndex } from '../domain-index.ts';

/** An outcome below the threshold by less than this is offered instead of a better one that lies farther off (NegMAS). */
const TOLERANCE = 1e-6;

/**
 * The outcome with the smallest utility that is at least `threshold`, or the best if none is; of several the one with the
 * lowest number. The one just below if it lies within 10⁻⁶ and nearer, and is not below the reserved value.
 */
export function worstAtLeast(index: DomainIndex, party: number, threshold: number): number {
  const sorted = index.sorted[party]!;
  let at = firstAtLeast(sorted, threshold);
  if (at === sorted.length) at = firstAtLeast(sorted, sorted[at - 1]!);
  else if (at > 0) {
    const below = sorted[at - 1]!;
    const gap = threshold - below;
    if (gap <= TOLERANCE && gap < sorted[at]! - threshold && below >= index.reserved[party]!)
      at = firstAtLeast(sorted, below);
  }
  return index.ascending[party]![at]!;
}

export const best = (index: DomainIndex, party: number): number => {
  const sorted = index.sorted[party]!;
  return sorted[sorted.length - 1]!;
};

/** What a party falls back to: its reserved value, or its worst outcome if that is worth more. */
export const fallback = (index: DomainIndex, party: number): number =>
  Math.max(index.reserved[party]!, index.sorted[party]![0]!);

/** Whether some outcome is worth no less than no deal. */
export const hasRational = (index: DomainIndex, party: number): boolean => index.irrational[party]! < index.outcomes;
