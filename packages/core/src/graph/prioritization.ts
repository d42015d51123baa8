/**
 * Option prioritization (Peng, Hipel & Fang 1997; GMCR II): statements in order of importance, statement j of k weighing
 * 2^(k−j) where it holds, so that a statement outweighs all that follow it. States are ranked by their totals; equal
 * totals are indifferent. Statements may have weights of their own instead, and so may options.
 *
 * O(states · statements). Up to 31 statements the rank is the total itself, without sorting.
 */
import { compile, conjunction, type Condition } from './condition.ts';
import type { Ranks } from './model.ts';
import { ranksOfPayoffs } from './ranking.ts';
import type { StateSpace } from './state-space.ts';

/** Bits of a total that is a rank as it stands. */
const DIGITS = 31;
/** Bits added to the rank so far for every further pass: 2^31 ranks and 2^20 totals are exact in a double. */
const MORE_DIGITS = 20;

/** Ranks by statements, the most important first. */
export function prioritize(space: StateSpace, statements: readonly Condition[]): Ranks {
  const first = statements.slice(0, DIGITS);
  const ranks = new Int32Array(space.states).fill(2 ** first.length - 1);
  first.forEach((statement, j) => whereItHolds(space, statement, 2 ** (first.length - 1 - j), ranks));
  let sorted: Ranks = ranks;
  for (let from = DIGITS; from < statements.length; from += MORE_DIGITS) {
    const more = statements.slice(from, from + MORE_DIGITS);
    const total = new Int32Array(space.states).fill(2 ** more.length - 1);
    more.forEach((statement, j) => whereItHolds(space, statement, 2 ** (more.length - 1 - j), total));
    const before = sorted;
    sorted = ranksOfPayoffs(Float64Array.from(total, (low, s) => -(before[s]! * 2 ** MORE_DIGITS + low)));
  }
  return sorted;
}

function whereItHolds({ states, decimals }: StateSpace, statement: Condition, weight: number, ranks: Int32Array): void {
  const cube = conjunction(statement);
  if (cube === 'never') return;
  if (cube !== undefined) {
    const { mask, value } = cube;
    for (let s = 0; s < states; s++) {
      if (((decimals === undefined ? s : decimals[s]!) & mask) === value) ranks[s]! -= weight;
    }
    return;
  }
  const holds = compile(statement);
  for (let s = 0; s < states; s++) if (holds(decimals === undefined ? s : decimals[s]!)) ranks[s]! -= weight;
}

export interface Weighted {
  readonly that: Condition;
  readonly weight: number;
}

/** Ranks by the sum of the weights of the statements that hold; weights may be negative. */
export function weigh(space: StateSpace, statements: readonly Weighted[]): Ranks {
  const totals = new Float64Array(space.states);
  for (const { that, weight } of statements) {
    const holds = compile(that);
    for (let s = 0; s < space.states; s++) {
      if (holds(space.decimals === undefined ? s : space.decimals[s]!)) totals[s]! += weight;
    }
  }
  return ranksOfPayoffs(totals);
}

/** Ranks by the weights of the options taken, by option. */
export const weighOptions = (space: StateSpace, weights: readonly number[]): Ranks =>
  weigh(
    space,
    weights.map((weight, option) => ({ that: { kind: 'option', option }, weight })),
  );
