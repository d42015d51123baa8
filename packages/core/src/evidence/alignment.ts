/**
 * Where places of one text lie in a text that is nearly the same: edit distance with its path (Wagner & Fischer 1974).
 * O(a × b) time and bytes; above the limit nothing is answered.
 */
const MOST_CELLS = 16_000_000; // 16 MB; two texts of 4000 letters

const DIAGONAL = 0;
const UP = 1; // a letter of `a` has nothing in `b`
const LEFT = 2; // a letter of `b` has nothing in `a`

/**
 * For offsets into `a`, the offsets into `b` that a cheapest alignment puts beside them. What `b` has more lies before its
 * neighbour: an offset is beside the letter after it, the end beside the end.
 */
export function alignedOffsets(a: string, b: string, offsets: readonly number[]): readonly number[] | undefined {
  const width = b.length + 1;
  if ((a.length + 1) * width > MOST_CELLS) return undefined;
  const steps = new Uint8Array((a.length + 1) * width);
  let above = Int32Array.from({ length: width }, (_, j) => j);
  let row = new Int32Array(width);
  steps.fill(LEFT, 0, width);
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    row[0] = i;
    steps[i * width] = UP;
    for (let j = 1; j < width; j++) {
      const diagonal = above[j - 1]! + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      const up = above[j]! + 1;
      const left = row[j - 1]! + 1;
      const least = Math.min(diagonal, up, left);
      row[j] = least;
      steps[i * width + j] = least === diagonal ? DIAGONAL : least === up ? UP : LEFT;
    }
    [above, row] = [row, above];
  }
  const beside = new Int32Array(a.length + 1);
  let i = a.length;
  let j = b.length;
  beside[i] = j;
  while (i > 0 || j > 0) {
    const step = steps[i * width + j];
    if (step !== LEFT) i--;
    if (step !== UP) j--;
    if (step !== LEFT) beside[i] = j;
  }
  return offsets.map((offset) => beside[offset]!);
}
