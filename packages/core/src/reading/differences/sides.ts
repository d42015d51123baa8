/** Which of the tellings stand for a difference. */
import type { Side } from '../rows.ts';

export const sourcesOf = (sides: readonly Side[]): string[] => [...new Set(sides.map(({ source }) => source))];

const MOST_A_VALUE = 3; // enough to see that it is not one account alone

/** One side for each account that tells it; undefined where there is only one account in all. */
export function oneEach(a: readonly Side[], b: readonly Side[]): readonly Side[] | undefined {
  if (sourcesOf([...a, ...b]).length < 2) return undefined;
  const firstEach = (sides: readonly Side[]): Side[] =>
    sourcesOf(sides)
      .slice(0, MOST_A_VALUE)
      .map((source) => sides.find((side) => side.source === source)!);
  return [...firstEach(a), ...firstEach(b)];
}
