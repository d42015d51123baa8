/**
 * Typical paths: the order in which what the scenarios ask for first comes true, without its days. A path is known by a
 * hash; the words come from playing one of its runs again. Counts keep the {@link MOST_PATHS} heaviest paths of what has
 * been merged, so that memory stays flat; what is dropped is counted as dropped.
 */
export interface Paths {
  /** By path: its hash, weight, and the first run that took it. */
  readonly hashes: Float64Array;
  readonly weights: Float64Array;
  readonly runs: Float64Array;
  /** Weight of paths that were dropped. */
  readonly dropped: number;
}

export const MOST_PATHS = 2_000;

interface PathCounter {
  readonly clear: () => void;
  readonly begin: () => void;
  /** The next station of this run. */
  readonly reach: (station: number) => void;
  readonly end: (weight: number, run: number) => void;
  readonly counts: () => Paths;
}

export function pathCounter(): PathCounter {
  const seen = new Map<number, { weight: number; run: number }>();
  let high = 0;
  let low = 0;
  return {
    clear: () => seen.clear(),
    begin() {
      high = 0;
      low = 0;
    },
    reach(station) {
      high = Math.imul(high ^ (station + 1), 0x01000193) + 0x9e3779b9;
      low = Math.imul(low ^ Math.imul(station + 1, 0x85ebca6b), 0xc2b2ae35) + 1;
      high ^= high >>> 15;
      low ^= low >>> 13;
    },
    end(weight, run) {
      const hash = (high >>> 11) * 4_294_967_296 + (low >>> 0);
      const known = seen.get(hash);
      if (known === undefined) seen.set(hash, { weight, run });
      else known.weight += weight;
    },
    counts: () => toPaths(seen, 0),
  };
}

const toPaths = (seen: ReadonlyMap<number, { weight: number; run: number }>, dropped: number): Paths => ({
  hashes: Float64Array.from(seen.keys()),
  weights: Float64Array.from(seen.values(), ({ weight }) => weight),
  runs: Float64Array.from(seen.values(), ({ run }) => run),
  dropped,
});

/** Of chunks in order. */
export function mergePaths(all: readonly Paths[]): Paths {
  let seen = new Map<number, { weight: number; run: number }>();
  let dropped = 0;
  for (const paths of all) {
    dropped += paths.dropped;
    for (let k = 0; k < paths.hashes.length; k++) {
      const known = seen.get(paths.hashes[k]!);
      if (known === undefined) seen.set(paths.hashes[k]!, { weight: paths.weights[k]!, run: paths.runs[k]! });
      else known.weight += paths.weights[k]!;
    }
    if (seen.size <= 2 * MOST_PATHS) continue;
    const heaviest = [...seen].toSorted(([, a], [, b]) => b.weight - a.weight || a.run - b.run);
    for (const [, { weight }] of heaviest.slice(MOST_PATHS)) dropped += weight;
    seen = new Map(heaviest.slice(0, MOST_PATHS));
  }
  return toPaths(seen, dropped);
}
