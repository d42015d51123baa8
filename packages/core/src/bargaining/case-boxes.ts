/**
 * A condition of the case as boxes over the issues of a table: the combinations of values in which it holds (or does not).
 * Everything else it names stays as the world has it.
 *
 * All combinations of the issues that it names are tried, O(combinations); neighbouring ones are joined, one issue at a
 * time, which gives disjoint boxes, not always as few as possible. Above the limit the condition is refused.
 */
import { holds, issuesIn, type Case, type Expression, type World } from '../case/index.ts';

/** An issue of a table, each value as the values of the case that it stands for: one, or a subset. */
export interface TableIssue {
  readonly id: string;
  readonly values: readonly (readonly string[])[];
  readonly statusQuo: number;
}

/** Values by issue index. */
export type Box = ReadonlyMap<number, readonly number[]>;

export interface TooWide {
  readonly combinations: number;
  readonly limit: number;
}

/** Combinations of one condition: some 0.1 s, and as many boxes at worst. */
export const MOST_COMBINATIONS = 20_000;

export interface Setting {
  readonly given: Case;
  readonly world: World;
  readonly issues: readonly TableIssue[];
}

/** The issues of the table that a condition names. */
export function namedIssues(e: Expression, { given, issues }: Pick<Setting, 'given' | 'issues'>): number[] {
  const named = issuesIn(e, given);
  return issues.flatMap(({ id }, i) => (named.has(id) ? [i] : []));
}

/** Where `holdsAt` says yes, over the issues of these indices. */
export function boxesWhere(
  over: readonly number[],
  { world, issues }: Setting,
  holdsAt: (world: World, values: ReadonlyMap<number, number>) => boolean,
): readonly Box[] | TooWide {
  const combinations = over.reduce((product, i) => product * issues[i]!.values.length, 1);
  if (combinations > MOST_COMBINATIONS) return { combinations, limit: MOST_COMBINATIONS };
  const found: number[][][] = [];
  for (let k = 0; k < combinations; k++) {
    const values = new Map<number, number>();
    let rest = k;
    for (const i of over) {
      values.set(i, rest % issues[i]!.values.length);
      rest = Math.floor(rest / issues[i]!.values.length);
    }
    if (holdsAt(settledAt(world, issues, values), values)) found.push(over.map((i) => [values.get(i)!]));
  }
  return joined(found).map((box) => new Map(box.map((values, k) => [over[k]!, values])));
}

/** Where the condition is true, or where it is not. */
export const boxesOf = (e: Expression, setting: Setting, truth: boolean): readonly Box[] | TooWide =>
  boxesWhere(namedIssues(e, setting), setting, (world) => holds(e, world, setting.given) === truth);

export const isTooWide = (boxes: readonly Box[] | TooWide): boxes is TooWide => 'combinations' in boxes;

/** The world with these issues settled. */
export function settledAt(world: World, issues: readonly TableIssue[], values: ReadonlyMap<number, number>): World {
  const settled = new Map([...values].map(([i, v]) => [issues[i]!.id, issues[i]!.values[v]!]));
  return { ...world, valuesOf: (issue) => settled.get(issue) ?? world.valuesOf(issue) };
}

function joined(boxes: readonly (readonly number[])[][]): (readonly number[])[][] {
  let left = boxes;
  for (let d = 0; d < (boxes[0]?.length ?? 0); d++) {
    const alike = new Map<string, (readonly number[])[]>();
    for (const box of left) {
      const key = JSON.stringify(box.with(d, []));
      const known = alike.get(key);
      alike.set(key, known === undefined ? box : known.with(d, [...known[d]!, ...box[d]!]));
    }
    left = [...alike.values()];
  }
  return left as (readonly number[])[][];
}
