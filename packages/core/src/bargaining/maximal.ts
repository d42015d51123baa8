/**
 * The labels that no other dominates (Kung, Luccio & Preparata, J. ACM 22(4), 1975): in descending order of the first
 * party's utility a label can only be dominated by an earlier one, so that one party less has to be compared.
 *
 * One and two parties: one pass after sorting, O(n log n). Three: a staircase in the other two utilities, O(n log n) and
 * some copying. Four and more: every label against those kept, O(n · kept). Equal utilities collapse to the smallest
 * number, the lexicographically first outcome. The result is sorted by utilities, descending, the first party's first.
 */
import { pick, type Labels } from './labels.ts';

export function maximal(labels: Labels): Labels {
  const { count, utilities, keys } = labels;
  const parties = utilities.length;
  const first = utilities[0]!;
  const compare = (a: number, b: number): number => {
    if (first[a] !== first[b]) return first[b]! - first[a]!;
    for (let p = 1; p < parties; p++) {
      const column = utilities[p]!;
      if (column[a] !== column[b]) return column[b]! - column[a]!;
    }
    return keys[a]! - keys[b]!;
  };
  const order = Uint32Array.from({ length: count }, (_, k) => k);
  // What a search leaves is sorted already.
  let sorted = 1;
  while (sorted < count && compare(sorted - 1, sorted) <= 0) sorted++;
  if (sorted < count) order.sort(compare);
  if (parties === 1) return pick(labels, order.subarray(0, Math.min(1, count)));
  if (parties === 2) return pick(labels, rising(order, utilities[1]!));
  if (parties === 3) return pick(labels, staircase(order, utilities[1]!, utilities[2]!));
  return pick(labels, undominated(order, utilities.slice(1)));
}

function rising(order: Uint32Array, second: Float64Array): number[] {
  const kept: number[] = [];
  let most = -Infinity;
  for (const k of order) {
    if (second[k]! <= most && kept.length > 0) continue;
    most = second[k]!;
    kept.push(k);
  }
  return kept;
}

function staircase(order: Uint32Array, second: Float64Array, third: Float64Array): number[] {
  const kept: number[] = [];
  // The steps so far: `y` descending, `z` ascending.
  const y = new Float64Array(order.length);
  const z = new Float64Array(order.length);
  let steps = 0;
  for (let n = 0; n < order.length; n++) {
    const k = order[n]!;
    const itsY = second[k]!;
    const itsZ = third[k]!;
    let low = 0;
    let high = steps;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (y[middle]! >= itsY) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && z[low - 1]! >= itsZ) continue;
    kept.push(k);
    // Steps behind that are lower are no longer needed.
    let end = low;
    while (end < steps && z[end]! <= itsZ) end++;
    if (end !== low + 1) {
      y.copyWithin(low + 1, end, steps);
      z.copyWithin(low + 1, end, steps);
      steps += low + 1 - end;
    }
    y[low] = itsY;
    z[low] = itsZ;
  }
  return kept;
}

function undominated(order: Uint32Array, others: readonly Float64Array[]): number[] {
  const kept: number[] = [];
  const width = others.length;
  const rows = new Float64Array(order.length * width);
  const row = new Float64Array(width);
  for (let n = 0; n < order.length; n++) {
    const k = order[n]!;
    for (let p = 0; p < width; p++) row[p] = others[p]![k]!;
    let isDominated = false;
    for (let start = 0, end = kept.length * width; start < end && !isDominated; start += width) {
      let p = 0;
      while (p < width && rows[start + p]! >= row[p]!) p++;
      isDominated = p === width;
    }
    if (isDominated) continue;
    rows.set(row, kept.length * width);
    kept.push(k);
  }
  return kept;
}
