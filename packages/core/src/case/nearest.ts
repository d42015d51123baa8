/**
 * The nearest of some names: Damerau–Levenshtein distance (optimal string alignment), O(length²) a name.
 * Nothing is suggested when even the nearest differs in more than a third of its letters.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  const wanted = name.toLowerCase();
  for (const candidate of known) {
    const most = Math.min(bestDistance - 1, Math.max(2, Math.floor(candidate.length / 3)));
    if (Math.abs(candidate.length - name.length) > Math.min(most, 8) || candidate.length > MAX_LENGTH) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), most);
    if (distance > most) continue;
    best = candidate;
    bestDistance = distance;
    if (distance === 0) break;
  }
  return best;
}

const MAX_LENGTH = 200;
// Used again and again: a file may ask for the nearest of ten thousands of names.
const ROWS = [0, 1, 2].map(() => new Int32Array(MAX_LENGTH + 1)) as [Int32Array, Int32Array, Int32Array];

/** The distance if it is at most `most`; otherwise anything above that. */
function editDistance(a: string, b: string, most: number): number {
  let [beforeLast, last, row] = ROWS;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let d = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1) &&
        beforeLast[j - 2]! + 1 < d
      )
        d = beforeLast[j - 2]! + 1;
      row[j] = d;
      if (d < least) least = d;
    }
    // A swap reaches back two rows, but never below the least of the last.
    if (least > most) return least;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length]!;
}
