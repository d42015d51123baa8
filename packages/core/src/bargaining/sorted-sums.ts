/**
 * All sums of one number from each list, sorted, with the choice that each sum comes from: lists are added one by one, the
 * shifted copies merged from below. O(n log k) for n sums and lists of k numbers; 12 bytes a sum, twice while merging.
 */
export interface SortedSums {
  /** Ascending. */
  readonly sums: Float64Array;
  /** By sum: its choice as mixed-radix digits, the last list fastest. */
  readonly choices: Int32Array;
}

export function sortedSums(lists: readonly (readonly number[])[]): SortedSums {
  let sums = new Float64Array(1);
  let choices = new Int32Array(1);
  for (const list of lists) {
    const count = sums.length;
    const total = count * list.length;
    let fromSums = new Float64Array(total);
    let fromChoices = new Int32Array(total);
    for (let v = 0; v < list.length; v++)
      for (let k = 0, at = v * count; k < count; k++, at++) {
        fromSums[at] = sums[k]! + list[v]!;
        fromChoices[at] = choices[k]! * list.length + v;
      }
    let toSums = new Float64Array(total);
    let toChoices = new Int32Array(total);
    for (let run = count; run < total; run *= 2) {
      for (let start = 0; start < total; start += 2 * run)
        mergeRuns(fromSums, fromChoices, toSums, toChoices, start, run);
      [fromSums, toSums] = [toSums, fromSums];
      [fromChoices, toChoices] = [toChoices, fromChoices];
    }
    sums = fromSums;
    choices = fromChoices;
  }
  return { sums, choices };
}

function mergeRuns(
  fromSums: Float64Array,
  fromChoices: Int32Array,
  toSums: Float64Array,
  toChoices: Int32Array,
  start: number,
  run: number,
): void {
  const total = fromSums.length;
  const middle = Math.min(start + run, total);
  const end = Math.min(start + 2 * run, total);
  let i = start;
  let j = middle;
  for (let at = start; at < end; at++) {
    const isLeft = i < middle && (j >= end || fromSums[i]! <= fromSums[j]!);
    const from = isLeft ? i++ : j++;
    toSums[at] = fromSums[from]!;
    toChoices[at] = fromChoices[from]!;
  }
}
