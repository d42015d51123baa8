/**
 * The frontier of several shifted frontiers: one step of the Minkowski sum of the issues' frontiers. For two parties
 * frontiers are sorted lists, merged two by two without sorting, O(n log k) for k lists of n labels in all; for more
 * parties all labels are gathered, in portions, and filtered by {@link ./maximal.ts}.
 */
import { emptyLabels, gather, type Labels, type Shifted } from './labels.ts';
import { maximal } from './maximal.ts';

/** Labels that are gathered before they are filtered: 6 MB for three parties, and the sort stays in cache. */
const PORTION = 200_000;

export function merge(sources: readonly Shifted[], parties: number): Labels {
  if (parties === 1) return best(sources);
  return parties === 2 ? mergePairs(sources) : mergePortions(sources, parties);
}

/** Of one party there is one best label. */
function best(sources: readonly Shifted[]): Labels {
  const all = gather(sources, 1);
  const [utilities] = all.utilities;
  let at = -1;
  for (let k = 0; k < all.count; k++)
    if (
      at < 0 ||
      utilities![k]! > utilities![at]! ||
      (utilities![k] === utilities![at] && all.keys[k]! < all.keys[at]!)
    )
      at = k;
  if (at < 0) return emptyLabels(1);
  return { count: 1, utilities: [utilities!.slice(at, at + 1)], keys: all.keys.slice(at, at + 1) };
}

function mergePortions(sources: readonly Shifted[], parties: number): Labels {
  let kept = emptyLabels(parties);
  const none = Array.from({ length: parties }, () => 0);
  let portion: Shifted[] = [];
  let size = 0;
  for (const [n, source] of sources.entries()) {
    portion.push(source);
    size += source.labels.count;
    if (size < Math.max(PORTION, kept.count) && n < sources.length - 1) continue;
    kept = maximal(gather([{ labels: kept, gain: none, key: 0 }, ...portion], parties));
    portion = [];
    size = 0;
  }
  return kept;
}

/** As in merge sort from below: lists of like length meet, so that no label is moved more than log k times. */
function mergePairs(sources: readonly Shifted[]): Labels {
  const open: { list: Shifted; lists: number }[] = [];
  const joinLastTwo = (): void => {
    const b = open.pop()!;
    const a = open.pop()!;
    open.push({ list: { labels: join(a.list, b.list), gain: [0, 0], key: 0 }, lists: a.lists + b.lists });
  };
  for (const source of sources) {
    open.push({ list: source, lists: 1 });
    while (open.length > 1 && open.at(-2)!.lists <= open.at(-1)!.lists) joinLastTwo();
  }
  while (open.length > 1) joinLastTwo();
  const [only] = open;
  if (only === undefined) return emptyLabels(2);
  const { list } = only;
  return list.key === 0 && list.gain.every((x) => x === 0) ? list.labels : gather([list], 2);
}

/** Both are staircases: the first party's utility falls, the second's rises. So is the result. */
function join(a: Shifted, b: Shifted): Labels {
  const { count: aCount, utilities: aUtilities, keys: aKeys } = a.labels;
  const { count: bCount, utilities: bUtilities, keys: bKeys } = b.labels;
  const a0 = aUtilities[0]!;
  const a1 = aUtilities[1]!;
  const b0 = bUtilities[0]!;
  const b1 = bUtilities[1]!;
  const aGain0 = a.gain[0]!;
  const aGain1 = a.gain[1]!;
  const bGain0 = b.gain[0]!;
  const bGain1 = b.gain[1]!;
  const u0 = new Float64Array(aCount + bCount);
  const u1 = new Float64Array(aCount + bCount);
  const keys = new Float64Array(aCount + bCount);
  let n = 0;
  let most = -Infinity;
  let i = 0;
  let j = 0;
  while (i < aCount || j < bCount) {
    let isA = j === bCount;
    if (i < aCount && j < bCount) {
      const difference = a0[i]! + aGain0 - (b0[j]! + bGain0) || a1[i]! + aGain1 - (b1[j]! + bGain1);
      isA = difference > 0 || (difference === 0 && aKeys[i]! + a.key < bKeys[j]! + b.key);
    }
    const second = isA ? a1[i]! + aGain1 : b1[j]! + bGain1;
    if (second > most || n === 0) {
      most = second;
      u0[n] = isA ? a0[i]! + aGain0 : b0[j]! + bGain0;
      u1[n] = second;
      keys[n] = isA ? aKeys[i]! + a.key : bKeys[j]! + b.key;
      n++;
    }
    if (isA) i++;
    else j++;
  }
  return { count: n, utilities: [u0.subarray(0, n), u1.subarray(0, n)], keys: keys.subarray(0, n) };
}
