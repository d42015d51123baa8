/**
 * Issues that are off the table stay at their status quo: those on which some party's position is not reported (rule U5)
 * and those that a meeting may not settle (rule M2). They become constraints, so that outcomes keep their shape.
 */
import type { BargainingProblem, Constraint } from './model.ts';

export interface Hole {
  readonly issue: number;
  /** Whose position no account reports. */
  readonly parties: readonly number[];
}

/** `assume`: issues that are opened nevertheless, on the scores as they stand. */
export function holesOf(problem: BargainingProblem, assume: ReadonlySet<number> = new Set()): Hole[] {
  return problem.issues.flatMap((_, issue) => {
    if (assume.has(issue)) return [];
    const parties = problem.utilities.flatMap(({ notReported }, p) => (notReported?.includes(issue) ? [p] : []));
    return parties.length === 0 ? [] : [{ issue, parties }];
  });
}

/** An issue without a status quo cannot be held there: that is a mistake in whoever calls. */
export function heldAtStatusQuo(
  problem: BargainingProblem,
  issues: Iterable<number>,
  kind: 'agenda' | 'not-reported',
): BargainingProblem {
  const constraints: Constraint[] = [...(problem.constraints ?? [])];
  for (const i of issues) {
    const { name, values, statusQuo } = problem.issues[i]!;
    if (statusQuo === undefined) throw new Error(`issue ${name} has no status quo`);
    const others = values.flatMap((_, v) => (v === statusQuo ? [] : [v]));
    if (others.length > 0) constraints.push({ forbids: new Map([[i, others]]), of: kind, kind });
  }
  return { ...problem, constraints };
}

/** The problem with every hole held at its status quo. */
export const withoutHoles = (problem: BargainingProblem, assume?: ReadonlySet<number>): BargainingProblem =>
  heldAtStatusQuo(
    problem,
    holesOf(problem, assume).map(({ issue }) => issue),
    'not-reported',
  );
