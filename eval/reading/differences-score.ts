/**
 * Differences against the gold's. One is found where a shown one of the same kind has a side in the sentence of each gold
 * side; `any kind` counts it whatever it was called. The gold has what matters for the negotiation, so what is shown and
 * not in it counts as wrong, `none` included.
 */
import type { Difference, Reading } from '@parley/core/reading';
import type { Gold, GoldDifference, GoldSide, Span } from './gold.ts';
import { scores, share, type Scores, type Share } from './score.ts';

export interface DifferenceScores {
  readonly kinds: Readonly<Record<string, Scores>>;
  readonly all: Scores;
  readonly anyKind: Scores;
  /** Of those shown as open: how many are in the gold, under whatever kind. */
  readonly open: Share;
  /** Of what only looks like a difference: how many are shown as open. */
  readonly taken: Share;
}

export function differenceScores(set: Gold, readings: ReadonlyMap<string, Reading>): DifferenceScores {
  const count = new Map<string, number>();
  const add = (key: string): void => void count.set(key, (count.get(key) ?? 0) + 1);
  const of = (key: string): number => count.get(key) ?? 0;
  const kinds = new Set<string>();
  for (const [topic, { accounts, differences }] of readings) {
    const sentences = new Map(accounts.map(({ id, sentences: spans }) => [id, spans]));
    const near = (side: GoldSide, shown: Difference): boolean =>
      shown.sides.some(
        (other) => other.source === side.source && inOneSentence(sentences.get(side.source)!, side, other),
      );
    const isSame = (gold: GoldDifference, shown: Difference): boolean => gold.sides.every((side) => near(side, shown));
    const inGold = set.differences.get(topic) ?? [];
    for (const gold of inGold) {
      const shown = differences.filter((one) => isSame(gold, one));
      if (gold.kind === 'none') {
        add('none');
        if (shown.some(({ status }) => status === 'open')) add('none taken');
        continue;
      }
      kinds.add(gold.kind);
      add(`gold ${gold.kind}`);
      add('gold');
      if (shown.some(({ kind }) => kind === gold.kind)) for (const key of [`met ${gold.kind}`, 'met']) add(key);
      if (shown.length > 0) add('met any');
    }
    for (const shown of differences) {
      kinds.add(shown.kind);
      const met = inGold.filter((gold) => gold.kind !== 'none' && isSame(gold, shown));
      for (const key of [`shown ${shown.kind}`, 'shown']) add(key);
      if (met.some(({ kind }) => kind === shown.kind)) for (const key of [`right ${shown.kind}`, 'right']) add(key);
      if (met.length > 0) add('right any');
      if (shown.status !== 'open') continue;
      add('open');
      if (met.length > 0) add('open right');
    }
  }
  const byKind = [...kinds].toSorted().map((kind) => {
    const key = (what: string): number => of(`${what} ${kind}`);
    return [kind, scores(key('right'), key('shown'), key('gold'), key('met'))] as const;
  });
  return {
    kinds: Object.fromEntries(byKind),
    all: scores(of('right'), of('shown'), of('gold'), of('met')),
    anyKind: scores(of('right any'), of('shown'), of('gold'), of('met any')),
    open: share(of('open right'), of('open')),
    taken: share(of('none taken'), of('none')),
  };
}

/** They touch, or one sentence has both. */
function inOneSentence(sentences: readonly Span[], a: Span, b: Span): boolean {
  if (a.start < b.end && b.start < a.end) return true;
  return sentences.some(({ start, end }) => start < a.end && a.start < end && start < b.end && b.start < end);
}
