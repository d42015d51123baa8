/**
 * Labels: what a choice of values for the issues so far gives each party, and the number of that choice. Columns of one
 * block each; a frontier of 10^5 labels for two parties takes 2.4 MB.
 */
export interface Labels {
  readonly count: number;
  /** By party, then by label. */
  readonly utilities: readonly Float64Array[];
  /** By label: the number of the values so far; see {@link ./space.ts}. */
  readonly keys: Float64Array;
}

/** Labels, with what the next value adds to each of them. */
export interface Shifted {
  readonly labels: Labels;
  /** By party. */
  readonly gain: readonly number[];
  readonly key: number;
}

export const emptyLabels = (parties: number): Labels => ({
  count: 0,
  utilities: Array.from({ length: parties }, () => new Float64Array(0)),
  keys: new Float64Array(0),
});

export function labelsOf(parties: number, rows: readonly { utilities: readonly number[]; key: number }[]): Labels {
  return {
    count: rows.length,
    utilities: Array.from({ length: parties }, (_, p) => Float64Array.from(rows, ({ utilities }) => utilities[p]!)),
    keys: Float64Array.from(rows, ({ key }) => key),
  };
}

/** The labels at these places, in this order. */
export function pick(labels: Labels, at: ArrayLike<number>): Labels {
  const take = (column: Float64Array): Float64Array => {
    const taken = new Float64Array(at.length);
    for (let k = 0; k < at.length; k++) taken[k] = column[at[k]!]!;
    return taken;
  };
  return { count: at.length, utilities: labels.utilities.map(take), keys: take(labels.keys) };
}

/** All in one block. */
export function gather(sources: readonly Shifted[], parties: number): Labels {
  const count = sources.reduce((sum, { labels }) => sum + labels.count, 0);
  const utilities = Array.from({ length: parties }, () => new Float64Array(count));
  const keys = new Float64Array(count);
  let start = 0;
  for (const { labels, gain, key } of sources) {
    for (let p = 0; p < parties; p++) {
      const from = labels.utilities[p]!;
      const to = utilities[p]!;
      const add = gain[p]!;
      for (let k = 0; k < labels.count; k++) to[start + k] = from[k]! + add;
    }
    for (let k = 0; k < labels.count; k++) keys[start + k] = labels.keys[k]! + key;
    start += labels.count;
  }
  return { count, utilities, keys };
}
