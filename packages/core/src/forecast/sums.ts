/** Sums over the results of chunks, in the order of the chunks (rule P9): floating-point sums depend on it. */
export interface Sums<T> {
  readonly total: (of: (chunk: T) => number) => number;
  /** Place by place. */
  readonly add: (of: (chunk: T) => Float64Array) => Float64Array;
}

export function sumsOf<T>(chunks: readonly T[]): Sums<T> {
  const [first, ...rest] = chunks;
  if (first === undefined) throw new Error('no chunks to merge');
  return {
    total: (of) => chunks.reduce((sum, chunk) => sum + of(chunk), 0),
    add: (of) => {
      const sum = Float64Array.from(of(first));
      for (const chunk of rest) {
        const more = of(chunk);
        for (let k = 0; k < sum.length; k++) sum[k]! += more[k]!;
      }
      return sum;
    },
  };
}
