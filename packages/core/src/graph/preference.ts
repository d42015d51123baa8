/**
 * How decision makers compare two states, when it is asked pair by pair: from ranks, or from a relation that may be
 * partial, intransitive, of two strengths or unknown in places.
 */
import { COMPARISONS, type Comparison, type Ranks, type Relation } from './model.ts';

/** How q compares with s. */
export type Preference = (q: number, s: number) => Comparison;

export const fromRanks =
  (ranks: Ranks): Preference =>
  (q, s) =>
    ranks[q]! < ranks[s]! ? 'better' : ranks[q]! > ranks[s]! ? 'worse' : 'indifferent';

export const fromRelation =
  ({ states, codes }: Relation): Preference =>
  (q, s) =>
    COMPARISONS[codes[s * states + q]!]!;

/** Pairs (better, worse) and how; all other pairs are indifferent. The reverse of each pair is entered with it. */
export function relationOf(
  states: number,
  pairs: readonly (readonly [q: number, s: number, comparison: Comparison])[],
): Relation {
  const codes = new Uint8Array(states * states);
  const reversed: Readonly<Record<Comparison, Comparison>> = {
    indifferent: 'indifferent',
    better: 'worse',
    'much-better': 'much-worse',
    worse: 'better',
    'much-worse': 'much-better',
    unknown: 'unknown',
  };
  for (const [q, s, comparison] of pairs) {
    codes[s * states + q] = COMPARISONS.indexOf(comparison);
    codes[q * states + s] = COMPARISONS.indexOf(reversed[comparison]);
  }
  return { states, codes };
}

/** Ranks with a degree: a difference of at least `leap` levels is much better. */
export const withLeaps =
  (ranks: Ranks, leap: number): Preference =>
  (q, s) => {
    const gain = ranks[s]! - ranks[q]!;
    if (gain === 0) return 'indifferent';
    if (gain > 0) return gain >= leap ? 'much-better' : 'better';
    return -gain >= leap ? 'much-worse' : 'worse';
  };

/**
 * What an unknown comparison counts as (Li, Hipel, Kilgour & Fang 2004): whether a decision maker that does not know if it
 * would be better off moves all the same, and whether not knowing deters it.
 */
export type UnknownReading = 'a' | 'b' | 'c' | 'd';

const READINGS = {
  a: { incentive: true, deterrent: false },
  b: { incentive: false, deterrent: false },
  c: { incentive: true, deterrent: true },
  d: { incentive: false, deterrent: true },
} as const;

export function isIncentive(comparison: Comparison, reading: UnknownReading): boolean {
  if (comparison === 'unknown') return READINGS[reading].incentive;
  return comparison === 'better' || comparison === 'much-better';
}

export function isDeterrent(comparison: Comparison, reading: UnknownReading): boolean {
  if (comparison === 'unknown') return READINGS[reading].deterrent;
  return comparison !== 'better' && comparison !== 'much-better';
}
