/**
 * Exclusions (rule B4): smallest sets of demands on one step whose needs no possible state satisfies, whatever the order
 * of steps. Found with the sets that free it by ./minimal-sets.ts; a state is sought by backtracking.
 */
import type { Demand } from './demands.ts';
import { satisfiable, stepsIn } from './formula.ts';
import { minimalSets } from './minimal-sets.ts';
import { withinLimit } from './requires.ts';
import type { Formula, Theory } from './theory.ts';

export interface Exclusion {
  /** The steps on which these demands stand together. */
  readonly steps: readonly number[];
  /** Indices of the demands. */
  readonly demands: readonly number[];
}

/** `tooLarge` hears of a step whose demands are too large to compare. */
export function exclusionsOf(
  theory: Theory,
  demands: readonly Demand[],
  tooLarge: (step: number) => void = () => {},
): Exclusion[] {
  const found = new Map<string, { steps: number[]; demands: readonly number[] }>();
  const asked = new Map<string, readonly (readonly number[])[]>();
  theory.steps.forEach((_, step) => {
    const own = demands.flatMap((demand, d) => (demand.steps.includes(step) ? [d] : []));
    if (own.length === 0) return;
    const sets =
      asked.get(own.join()) ??
      withinLimit(() =>
        contradictory(
          theory,
          own.map((d) => demands[d]!.rows[0]!.needs),
        ),
      ) ??
      (tooLarge(step), []);
    asked.set(own.join(), sets);
    for (const set of sets) {
      const members = set.map((k) => own[k]!);
      const known = found.get(members.join());
      if (known === undefined) found.set(members.join(), { steps: [step], demands: members });
      else known.steps.push(step);
    }
  });
  return [...found.values()];
}

function contradictory(theory: Theory, needs: readonly Formula[]): readonly (readonly number[])[] {
  return minimalSets(needs.length, (inForce) => {
    const asked = needs.filter((_, k) => inForce[k]);
    return asked.length > 0 && !satisfiable([...asked, ...possibility(theory, asked)]);
  }).blocking;
}

/** What makes a state possible, as far as it bears on some conditions: `impossible` rows and the values of one issue. */
function possibility(theory: Theory, conditions: readonly Formula[]): Formula[] {
  const members = new Set(conditions.flatMap((f) => [...stepsIn(f)]));
  const bearing = new Set<Formula>();
  for (let size = -1; size !== members.size + bearing.size;) {
    size = members.size + bearing.size;
    const groups = new Set([...members].map((step) => theory.steps[step]!.group));
    theory.steps.forEach((step, k) => step.group !== undefined && groups.has(step.group) && members.add(k));
    for (const { that } of theory.impossible) {
      const own = stepsIn(that);
      if (own.size > 0 && ![...own].some((step) => members.has(step))) continue;
      bearing.add(that);
      for (const step of own) members.add(step);
    }
  }
  const groups = new Map<string, number[]>();
  for (const step of members) {
    const group = theory.steps[step]!.group;
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), step]);
  }
  const excluding = [...groups.values()].filter((group) => group.length > 1);
  return [
    ...[...bearing].map((of): Formula => ({ kind: 'not', of })),
    ...excluding.map((group): Formula => ({
      kind: 'not',
      of: { kind: 'at-least', count: 2, of: group.map((step) => ({ kind: 'step', step })) },
    })),
  ];
}
