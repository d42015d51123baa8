/**
 * Synthetic conflicts from a seed, and fingerprints of their verdicts, as other programs of the field make them too:
 * options dealt in contiguous blocks, preferences by hash. Imports nothing, so tests of the sources use it as well.
 */
export type Preferences = 'strict' | 'ties16' | 'prio';

export interface Conflict {
  readonly decisionMakers: number;
  readonly options: number;
  readonly preferences: Preferences;
  readonly seed: number;
}

export function mix(seed: number, a: number, b: number): number {
  let x = seed ^ Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** By decision maker: how many options it has. */
export function deal(decisionMakers: number, options: number): number[] {
  return Array.from(
    { length: decisionMakers },
    (_, i) => Math.floor(options / decisionMakers) + (i < options % decisionMakers ? 1 : 0),
  );
}

/** Ranks (lower is better) of one decision maker over all 2^options states. */
export function ranksOf({ options, preferences, seed }: Conflict, dm: number): Int32Array {
  const states = 2 ** options;
  switch (preferences) {
    case 'strict': {
      // Hash and state in one number: 2^52 is exact, and sorting them is quicker than moving indices about.
      const packed = Float64Array.from(
        { length: states },
        (_, s) => (0xffffffff - mix(seed, dm, s)) * states + s,
      ).toSorted();
      const ranks = new Int32Array(states);
      for (let rank = 0; rank < states; rank++) ranks[packed[rank]! % states] = rank;
      return ranks;
    }
    case 'ties16':
      return Int32Array.from({ length: states }, (_, s) => 15 - (mix(seed, dm, s) % 16));
    case 'prio': {
      const statements = new Map<string, readonly [mask: number, value: number]>();
      for (let k = 0; k < options; k++) {
        const h = mix(seed ^ 0x5bd1e995, dm, k);
        const a = h % options;
        const ta = (h >>> 8) & 1;
        const b = (h >>> 16) % options;
        const tb = (h >>> 24) & 1;
        const mask = (1 << a) | (1 << b);
        const value = (ta << a) | (a === b ? 0 : tb << b);
        const key = `${mask}/${value}`;
        if (!statements.has(key)) statements.set(key, [mask, value]);
      }
      const kept = [...statements.values()];
      const ranks = new Int32Array(states).fill(2 ** kept.length - 1);
      for (const [j, [mask, value]] of kept.entries()) {
        const weight = 2 ** (kept.length - 1 - j);
        for (let s = 0; s < states; s++) if ((s & mask) === value) ranks[s]! -= weight;
      }
      return ranks;
    }
  }
}

/** FNV-1a 32 over '1' and '0', decision maker by decision maker, state by state. */
export function fingerprint(stable: readonly Uint8Array[], bit: number): string {
  let hash = 0x811c9dc5;
  for (const verdicts of stable)
    for (let s = 0; s < verdicts.length; s++)
      hash = Math.imul(hash ^ ((verdicts[s]! & bit) === 0 ? 0x30 : 0x31), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
