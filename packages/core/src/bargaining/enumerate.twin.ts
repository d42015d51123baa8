/**
 * The definitions read literally, over all outcomes one by one: slow, and sharing nothing with the engine. Utilities are
 * summed here as the model says them.
 */
import type { BargainingProblem, Outcome } from './model.ts';

export interface Valued {
  readonly outcome: Outcome;
  readonly utilities: readonly number[];
}

/** Every outcome, lexicographically. */
export function allOutcomes({ issues }: BargainingProblem): Outcome[] {
  let outcomes: number[][] = [[]];
  for (const { values } of issues) outcomes = outcomes.flatMap((head) => values.map((_, v) => [...head, v]));
  return outcomes;
}

export function allowedOutcomes(problem: BargainingProblem): Valued[] {
  const inside = (box: ReadonlyMap<number, readonly number[]>, outcome: Outcome): boolean =>
    [...box.entries()].every(([i, values]) => values.includes(outcome[i]!));
  return allOutcomes(problem)
    .filter((outcome) => (problem.constraints ?? []).every(({ forbids }) => !inside(forbids, outcome)))
    .map((outcome) => ({
      outcome,
      utilities: problem.utilities.map(
        ({ weights, scores, bonuses = [] }) =>
          outcome.reduce((sum, v, i) => sum + weights[i]! * scores[i]![v]!, 0) +
          bonuses.reduce((sum, { when, add }) => (inside(when, outcome) ? sum + add : sum), 0),
      ),
    }));
}

export const dominates = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((x, p) => x >= b[p]!) && a.some((x, p) => x > b[p]!);

/** The first outcome of each utility vector that nothing dominates, first party's best first. */
export function frontierTwin(all: readonly Valued[]): Valued[] {
  return all
    .filter(({ utilities }) => !all.some((other) => dominates(other.utilities, utilities)))
    .filter(({ utilities }, k, kept) => kept.findIndex((o) => o.utilities.join() === utilities.join()) === k)
    .toSorted((a, b) => {
      const p = a.utilities.findIndex((x, k) => x !== b.utilities[k]);
      return p < 0 ? 0 : b.utilities[p]! - a.utilities[p]!;
    });
}

export interface TwinAnalysis {
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly rational: readonly Valued[];
  readonly frontier: readonly Valued[];
  /** By concept: every frontier point that is best, within 1e-12. */
  readonly best: Readonly<Record<string, readonly Valued[]>>;
  readonly opposition: number;
  /** Strictly better than no deal for everybody. */
  readonly strictlyRational: number;
}

export function analyseTwin(problem: BargainingProblem): TwinAnalysis {
  const all = allowedOutcomes(problem);
  const parties = problem.parties.map((_, p) => p);
  const r = parties.map((p) => problem.utilities[p]!.reserved ?? 0);
  const least = parties.map((p) => Math.min(...all.map(({ utilities }) => utilities[p]!)));
  const most = parties.map((p) => Math.max(...all.map(({ utilities }) => utilities[p]!)));
  const d = parties.map((p) => Math.max(r[p]!, least[p]!));
  const rational = all.filter(({ utilities }) => parties.every((p) => utilities[p]! >= r[p]!));
  const frontier = frontierTwin(rational);
  const who = parties.filter((p) => most[p]! - d[p]! > 1e-12);
  const gain = (p: number, { utilities }: Valued): number => utilities[p]! - d[p]!;
  const share = (p: number, x: Valued): number => gain(p, x) / (most[p]! - d[p]!);
  const argmax = (value: (x: Valued) => number): Valued[] => {
    const largest = Math.max(...frontier.map(value));
    return frontier.filter((x) => value(x) >= largest - 1e-12);
  };
  /** Nobody else's k-th least is larger with all before it equal. */
  const leximin = (values: (x: Valued) => number[]): Valued[] => {
    const rows = frontier.map((x) => ({ x, row: values(x).toSorted((a, b) => a - b) }));
    const beats = (a: readonly number[], b: readonly number[]): boolean => {
      const k = a.findIndex((v, n) => Math.abs(v - b[n]!) > 1e-12);
      return k >= 0 && a[k]! > b[k]!;
    };
    return rows.filter(({ row }) => !rows.some((other) => beats(other.row, row))).map(({ x }) => x);
  };
  const spread = (x: Valued): number => {
    const shares = parties.map((p) => share(p, x));
    return Math.max(...shares) - Math.min(...shares);
  };
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return {
    least,
    most,
    rational,
    frontier,
    best: {
      nash: argmax((x) => who.map((p) => gain(p, x)).reduce((a, b) => a * b, 1)),
      egalitarian: leximin((x) => who.map((p) => gain(p, x))),
      kalaiSmorodinsky: leximin((x) => who.map((p) => share(p, x))),
      kalaiSmorodinskySpread: who.length < parties.length ? frontier : argmax((x) => -spread(x)),
      utilitarian: argmax((x) => sum(x.utilities)),
      relativeUtilitarian: argmax((x) => sum(who.map((p) => (x.utilities[p]! - least[p]!) / (most[p]! - d[p]!)))),
    },
    opposition: Math.min(
      ...rational.map(({ utilities }) => Math.sqrt(sum(parties.map((p) => (1 - utilities[p]! / most[p]!) ** 2)))),
    ),
    strictlyRational: all.filter(({ utilities }) => parties.every((p) => utilities[p]! > r[p]!)).length,
  };
}
