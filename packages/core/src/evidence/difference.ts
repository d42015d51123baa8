/**
 * What changed between two wordings, word by word: a longest common subsequence over words (Wagner & Fischer 1974),
 * typography folded. A word carries the white space after it.
 *
 * O(words × words) after common ends are cut off; above a thousand by a thousand differing words everything between is
 * shown as replaced. The `same` and `added` parts together are the new wording, letter by letter.
 */
import { fold } from './fold.ts';

export interface Part {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export type Difference = readonly Part[];

const MOST_CELLS = 1_000_000;
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*\s*|[^\p{L}\p{N}\p{M}]\s*/gu;

export function wordDifference(before: string, after: string): Difference {
  const old = before.match(WORD) ?? [];
  const now = after.match(WORD) ?? [];
  const oldKeys = old.map(key);
  const nowKeys = now.map(key);
  let head = 0;
  while (head < old.length && head < now.length && oldKeys[head] === nowKeys[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && oldKeys.at(-1 - tail) === nowKeys.at(-1 - tail))
    tail++;

  const parts: Part[] = [];
  const put = (kind: Part['kind'], words: readonly string[]) => {
    if (words.length > 0) parts.push({ kind, text: words.join('') });
  };
  put('same', now.slice(0, head));
  middle(oldKeys.slice(head, old.length - tail), nowKeys.slice(head, now.length - tail), (kind, i, j) =>
    put(kind, [kind === 'removed' ? old[head + i]! : now[head + j]!]),
  );
  put('same', now.slice(now.length - tail));
  return joined(parts);
}

const key = (word: string): string => fold(word).text.trim();

function middle(
  old: readonly string[],
  now: readonly string[],
  put: (kind: Part['kind'], i: number, j: number) => void,
): void {
  const width = now.length + 1;
  const aligned = old.length * now.length <= MOST_CELLS;
  // common[i * width + j]: length of the longest common subsequence of old[i…] and now[j…]
  const common = new Uint16Array(aligned ? (old.length + 1) * width : 0);
  if (aligned) {
    for (let i = old.length - 1; i >= 0; i--) {
      for (let j = now.length - 1; j >= 0; j--) {
        common[i * width + j] =
          old[i] === now[j]
            ? common[(i + 1) * width + j + 1]! + 1
            : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
      }
    }
  }
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (aligned && i < old.length && j < now.length && old[i] === now[j]) put('same', i++, j++);
    else if (
      j === now.length ||
      (i < old.length && (!aligned || common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
    )
      put('removed', i++, j);
    else put('added', i, j++);
  }
}

/** Neighbours of one kind become one part; what was removed stands before what was added in its place. */
function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind, text: last.text + text };
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}

/** One line, as `git diff --word-diff` shows it: `only if Putin [-is there-]{+comes+}`. */
export function renderDifference(difference: Difference): string {
  const line = difference.map(({ kind, text }) => {
    const words = text.replace(/\s+/g, ' ');
    return kind === 'same' ? words : kind === 'removed' ? `[-${words}-]` : `{+${words}+}`;
  });
  return line.join('').trim();
}
