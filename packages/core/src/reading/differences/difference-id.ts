/**
 * A difference keeps its id while it is about the same and the same is told, whatever other accounts join in: FNV-1a, 64
 * bits in two halves. Among 10⁶ differences two share an id with a chance of 3·10⁻⁸.
 */
export function differenceId(kind: string, about: string, values: readonly string[]): string {
  const words = [kind, about, ...values.toSorted()].join('\n');
  return hash(words, 0x811c9dc5) + hash(words, 0x01000193);
}

function hash(words: string, seed: number): string {
  let h = seed;
  for (let k = 0; k < words.length; k++) h = Math.imul(h ^ words.charCodeAt(k), 0x01000193);
  // the last characters have reached the low bits only
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return (h >>> 0).toString(16).padStart(8, '0');
}
