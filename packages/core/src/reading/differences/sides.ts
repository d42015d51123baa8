/** Which of the tellings stand for a difference. */
import type { Side } from '../rows.ts';
import type { Group, Telling } from './aspect.ts';

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

/**
 * One side for each account, of the tellings that stand against each other: those where the test holds for two of different
 * accounts. Undefined where it holds for none. With `all`, every place where an account tells it.
 */
export function bothTell<T>(
  a: Group<T>,
  b: Group<T>,
  test: (a: Telling<T>, b: Telling<T>) => boolean,
  all = false,
): readonly Side[] | undefined {
  const [left, right] = [new Set<Telling<T>>(), new Set<Telling<T>>()];
  for (const x of a.tellings)
    for (const y of b.tellings)
      if (x.source !== y.source && test(x, y)) {
        left.add(x);
        right.add(y);
      }
  if (left.size === 0) return undefined;
  return all ? [...left, ...right] : oneEach([...left], [...right]);
}
