/**
 * A space as independent parts: each issue by itself, or all that boxes tie together as one list of allowed combinations.
 * An outcome is one choice from each part, its utilities the sum of theirs. Refused (nothing) above the limit.
 */
import type { Space } from './space.ts';

export interface Part {
  /** By party, then by choice. */
  readonly gains: readonly (readonly number[])[];
}

/** Combinations in one part: 2^18 take about 0.4 s and 100 MB. */
const MOST_CHOICES = 2 ** 18;

export function partsOf(space: Space, limit = MOST_CHOICES): readonly Part[] | undefined {
  const parts: Part[] = [];
  let open: { boxes: readonly number[]; gain: readonly number[] }[] = [{ boxes: [], gain: space.constant }];
  const close = (): void => {
    parts.push({ gains: space.constant.map((_, p) => open.map(({ gain }) => gain[p]!)) });
    open = [{ boxes: [], gain: space.constant.map(() => 0) }];
  };
  // Boxes whose first issue has been seen and whose last has not.
  const pending = new Set<number>();
  if (space.isImpossible) open = [];
  for (const layer of space.layers) {
    if (open.length * layer.values.length > limit) return undefined;
    for (const { box, isFirst } of layer.checks) if (isFirst) pending.add(box);
    open = open.flatMap(({ boxes, gain }) =>
      layer.values.flatMap((value, v) => {
        const kept: number[] = [];
        let sum = gain.map((x, p) => x + layer.gains[v]![p]!);
        const mentioned = new Set<number>();
        for (const { box, matches, isFirst, isLast } of layer.checks) {
          mentioned.add(box);
          if (matches[value] === 0 || (!isFirst && !boxes.includes(box))) continue;
          if (!isLast) kept.push(box);
          else {
            const add = space.boxes[box]!;
            if (add === 'forbids') return [];
            sum = sum.map((x, p) => x + add[p]!);
          }
        }
        return [{ boxes: [...boxes.filter((box) => !mentioned.has(box)), ...kept], gain: sum }];
      }),
    );
    for (const { box, isLast } of layer.checks) if (isLast) pending.delete(box);
    if (pending.size === 0) close();
  }
  return parts;
}
