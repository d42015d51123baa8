/**
 * How good an opponent model is: its estimates of all outcomes against the true utilities, by correlation of values
 * (Pearson) and of ranks (Spearman; Kendall's τ_b), and the root of the mean squared error with both scaled from 0, the
 * worst outcome, to 1, the best. A correlation of something constant is 0.
 *
 * O(outcomes · log outcomes).
 */
export interface Accuracy {
  readonly pearson: number;
  readonly spearman: number;
  readonly kendall: number;
  readonly rmse: number;
}

export function accuracy(estimated: Float64Array, actual: Float64Array): Accuracy {
  const a = scaled(estimated);
  const b = scaled(actual);
  let squares = 0;
  for (let o = 0; o < a.length; o++) squares += (a[o]! - b[o]!) ** 2;
  return {
    pearson: correlation(estimated, actual),
    spearman: correlation(ranks(estimated), ranks(actual)),
    kendall: kendall(estimated, actual),
    rmse: Math.sqrt(squares / a.length),
  };
}

function scaled(values: Float64Array): Float64Array {
  let low = Infinity;
  let high = -Infinity;
  for (let k = 0; k < values.length; k++) {
    low = Math.min(low, values[k]!);
    high = Math.max(high, values[k]!);
  }
  return values.map((value) => (high > low ? (value - low) / (high - low) : 0));
}

function correlation(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const meanA = a.reduce((sum, x) => sum + x, 0) / n;
  const meanB = b.reduce((sum, x) => sum + x, 0) / n;
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  for (let k = 0; k < n; k++) {
    const x = a[k]! - meanA;
    const y = b[k]! - meanB;
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA > 0 && ofB > 0 ? both / Math.sqrt(ofA * ofB) : 0;
}

/** From 1 upwards; equal values share the mean of their ranks. */
function ranks(values: Float64Array): Float64Array {
  const order = Int32Array.from(values.keys()).sort((p, q) => values[p]! - values[q]!);
  const result = new Float64Array(values.length);
  for (let k = 0; k < order.length;) {
    let end = k;
    while (end < order.length && values[order[end]!] === values[order[k]!]) end++;
    for (let j = k; j < end; j++) result[order[j]!] = (k + 1 + end) / 2;
    k = end;
  }
  return result;
}

/** τ_b by Knight's method (1966): sort by a, then count the exchanges that sorting by b takes. */
function kendall(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const order = Int32Array.from(a.keys()).sort((p, q) => a[p]! - a[q]! || b[p]! - b[q]!);
  const tiedPairs = (same: (p: number, q: number) => boolean, by: Int32Array): number => {
    let pairs = 0;
    for (let k = 0; k < n;) {
      let end = k + 1;
      while (end < n && same(by[k]!, by[end]!)) end++;
      pairs += ((end - k) * (end - k - 1)) / 2;
      k = end;
    }
    return pairs;
  };
  const inA = tiedPairs((p, q) => a[p] === a[q], order);
  const inBoth = tiedPairs((p, q) => a[p] === a[q] && b[p] === b[q], order);
  const sequence = Float64Array.from(order, (o) => b[o]!);
  const exchanges = sortCounting(sequence);
  const byB = Int32Array.from(b.keys()).sort((p, q) => b[p]! - b[q]!);
  const inB = tiedPairs((p, q) => b[p] === b[q], byB);
  const pairs = (n * (n - 1)) / 2;
  const difference = pairs - inA - inB + inBoth - 2 * exchanges;
  const scale = Math.sqrt((pairs - inA) * (pairs - inB));
  return scale > 0 ? difference / scale : 0;
}

/** Sorts by merging and says how many pairs stood in the wrong order. */
function sortCounting(values: Float64Array): number {
  let exchanges = 0;
  let from: Float64Array = values;
  let into: Float64Array = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let left = start;
      let right = middle;
      for (let k = start; k < end; k++) {
        if (left < middle && (right >= end || from[left]! <= from[right]!)) into[k] = from[left++]!;
        else {
          exchanges += middle - left;
          into[k] = from[right++]!;
        }
      }
    }
    [from, into] = [into, from];
  }
  return exchanges;
}
