/**
 * A bargaining problem as layers, one an issue, for {@link ./search.ts}: what each value adds for each party, and which
 * boxes (bonuses and constraints over several issues) it keeps open.
 *
 * Boxes over one issue are dealt with here: their values go or gain. Issues that boxes tie together stand next to each
 * other, otherwise in their own order. An outcome is numbered by its values as mixed-radix digits, the last issue fastest,
 * so numbers are in lexicographic order of outcomes; below 2^53 they are exact.
 */
import type { BargainingProblem, Outcome } from './model.ts';

export interface Check {
  readonly box: number;
  /** By value index. */
  readonly matches: Uint8Array;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface Layer {
  readonly issue: number;
  /** What one step of the value index adds to the number of the outcome. */
  readonly stride: number;
  /** Value indices that are allowed by themselves. */
  readonly values: readonly number[];
  /** By position in `values`, then by party. */
  readonly gains: readonly (readonly number[])[];
  readonly checks: readonly Check[];
  /** By party: the most that the layers after this one, and boxes that begin there, can add. */
  readonly best: readonly number[];
}

export interface Space {
  readonly parties: number;
  readonly layers: readonly Layer[];
  /** By box: what it adds for each party, or that it forbids. */
  readonly boxes: readonly (readonly number[] | 'forbids')[];
  /** By party: what every outcome has. */
  readonly constant: readonly number[];
  /** Some constraint forbids everything. */
  readonly isImpossible: boolean;
}

export interface SpaceOptions {
  /** Whose utilities. Default: everybody's. */
  readonly parties?: readonly number[];
  /** −1 turns utilities over, to look for the least. Default 1. */
  readonly sign?: 1 | -1;
}

interface Box {
  readonly when: ReadonlyMap<number, ReadonlySet<number>>;
  forbids: boolean;
  readonly add: number[];
}

export function spaceOf(problem: BargainingProblem, { parties, sign = 1 }: SpaceOptions = {}): Space {
  const { issues } = problem;
  const utilities = (parties ?? problem.parties.map((_, p) => p)).map((p) => problem.utilities[p]!);
  const boxes = boxesOf(problem, parties ?? problem.parties.map((_, p) => p), sign);

  const constant = utilities.map(() => 0);
  const allowed = issues.map(({ values }) => values.map(() => true));
  const extra = issues.map(({ values }) => values.map(() => utilities.map(() => 0)));
  let isImpossible = false;
  const joint: Box[] = [];
  for (const box of boxes) {
    if (box.when.size > 1) joint.push(box);
    else if (box.when.size === 0) {
      if (box.forbids) isImpossible = true;
      else for (const [p, add] of box.add.entries()) constant[p]! += add;
    } else
      for (const [i, values] of box.when)
        for (const v of values) {
          if (box.forbids) allowed[i]![v] = false;
          else for (const [p, add] of box.add.entries()) extra[i]![v]![p]! += add;
        }
  }

  const strides = issues.map(() => 1);
  for (let i = issues.length - 2; i >= 0; i--) strides[i] = strides[i + 1]! * issues[i + 1]!.values.length;
  const order = orderOf(issues.length, joint);
  const position = new Map(order.map((issue, at) => [issue, at]));
  const first = joint.map(({ when }) => Math.min(...[...when.keys()].map((i) => position.get(i)!)));
  const last = joint.map(({ when }) => Math.max(...[...when.keys()].map((i) => position.get(i)!)));

  const drafts = order.map((issue, at) => {
    const values = issues[issue]!.values.flatMap((_, v) => (allowed[issue]![v]! ? [v] : []));
    const gains = values.map((v) =>
      utilities.map((u, p) => sign * (u.weights[issue]! * u.scores[issue]![v]!) + extra[issue]![v]![p]!),
    );
    const checks = joint.flatMap(({ when }, box): Check[] => {
      const listed = when.get(issue);
      if (listed === undefined) return [];
      const matches = Uint8Array.from(issues[issue]!.values, (_, v) => Number(listed.has(v)));
      return [{ box, matches, isFirst: first[box] === at, isLast: last[box] === at }];
    });
    return { issue, stride: strides[issue]!, values, gains, checks };
  });
  let best = utilities.map(() => 0);
  const layers: Layer[] = [];
  for (let at = drafts.length - 1; at >= 0; at--) {
    const draft = drafts[at]!;
    layers[at] = { ...draft, best };
    best = best.map(
      (sum, p) =>
        sum +
        draft.gains.reduce((most, gain) => Math.max(most, gain[p]!), -Infinity) +
        joint.reduce((more, box, b) => (first[b] === at && !box.forbids ? more + Math.max(0, box.add[p]!) : more), 0),
    );
  }
  return {
    parties: utilities.length,
    layers,
    boxes: joint.map(({ forbids, add }) => (forbids ? 'forbids' : add)),
    constant,
    isImpossible,
  };
}

/** Bonuses and constraints over the same combinations are one box. */
function boxesOf(problem: BargainingProblem, parties: readonly number[], sign: 1 | -1): Box[] {
  const boxes = new Map<string, Box>();
  const boxAt = (when: ReadonlyMap<number, readonly number[]>): Box => {
    // A list of all values says nothing.
    const sets = [...when]
      .map(([i, values]) => [i, new Set(values)] as const)
      .filter(([i, values]) => values.size < problem.issues[i]!.values.length)
      .toSorted(([a], [b]) => a - b);
    const key = sets.map(([i, values]) => `${i}:${[...values].toSorted((a, b) => a - b).join()}`).join(';');
    const found = boxes.get(key);
    if (found !== undefined) return found;
    const box: Box = { when: new Map(sets), forbids: false, add: parties.map(() => 0) };
    boxes.set(key, box);
    return box;
  };
  for (const [at, p] of parties.entries())
    for (const { when, add } of problem.utilities[p]!.bonuses ?? []) boxAt(when).add[at]! += sign * add;
  for (const { forbids } of problem.constraints ?? []) boxAt(forbids).forbids = true;
  return [...boxes.values()];
}

/** Issues in their order, but all that boxes tie to an issue right after it. */
function orderOf(issues: number, boxes: readonly Box[]): number[] {
  const group = Array.from({ length: issues }, (_, i) => i);
  for (const { when } of boxes) {
    const tied = new Set([...when.keys()].map((i) => group[i]!));
    const least = Math.min(...tied);
    for (let i = 0; i < issues; i++) if (tied.has(group[i]!)) group[i] = least;
  }
  return group.map((_, i) => i).toSorted((a, b) => group[a]! - group[b]! || a - b);
}

/** The outcome with this number. */
export function outcomeOf({ issues }: BargainingProblem, key: number): Outcome {
  const outcome = issues.map(() => 0);
  for (let i = issues.length - 1; i >= 0; i--) {
    const count = issues[i]!.values.length;
    const value = key % count;
    outcome[i] = value;
    key = (key - value) / count;
  }
  return outcome;
}
