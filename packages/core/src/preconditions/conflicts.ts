/**
 * Minimal conflicting sets of an unreachable goal (rule B7): demands, `impossible` rows and declined decisions that
 * together keep it out of reach. Only demands can be waived; the others are what else would have to change.
 */
import { UNCHANGED, WAIVED, plainSetup, type Cone, type Setup } from './cone.ts';
import type { Demand } from './demands.ts';
import { WorkLimit } from './formula.ts';
import { minimalSets, type MinimalSets } from './minimal-sets.ts';
import type { Theory } from './theory.ts';

export type Constraint =
  | { readonly kind: 'demand'; readonly demand: number; readonly id: string }
  | { readonly kind: 'impossible'; readonly entry: number; readonly id: string }
  | { readonly kind: 'declined'; readonly step: number; readonly id: string };

export interface Conflicts {
  readonly sets: readonly (readonly Constraint[])[];
  readonly complete: boolean;
}

/** Everything in a cone that could be left out. */
export function constraintsOf(theory: Theory, demands: readonly Demand[], cone: Cone): Constraint[] {
  return [
    ...cone.demands.map((demand): Constraint => ({ kind: 'demand', demand, id: demands[demand]!.id })),
    ...cone.impossible.map((entry): Constraint => ({ kind: 'impossible', entry, id: theory.impossible[entry]!.id })),
    ...cone.declined.map((step): Constraint => ({
      kind: 'declined',
      step,
      id: `declined:${theory.steps[step]!.name}`,
    })),
  ];
}

export function conflictsOf(theory: Theory, demands: readonly Demand[], cone: Cone): Conflicts {
  const constraints = constraintsOf(theory, demands, cone);
  const { blocking, complete } = blockingSets(theory, demands, cone, constraints);
  return { sets: blocking.map((set) => set.map((k) => constraints[k]!)), complete };
}

/** Minimal blocking sets among `constraints`; all others stay in force. */
export function blockingSets(
  theory: Theory,
  demands: readonly Demand[],
  cone: Cone,
  constraints: readonly Constraint[],
): MinimalSets {
  const memory = new Map<string, boolean>();
  const blocked = (inForce: readonly boolean[]): boolean => {
    const key = inForce.map(Number).join('');
    const known = memory.get(key);
    if (known !== undefined) return known;
    const answer = !cone.isReachable(setupWith(theory, demands, constraints, inForce));
    memory.set(key, answer);
    return answer;
  };
  return cone.dropsOnlyHelp ? minimalSets(constraints.length, blocked) : everySet(constraints.length, blocked);
}

export function setupWith(
  theory: Theory,
  demands: readonly Demand[],
  constraints: readonly Constraint[],
  inForce: readonly boolean[],
): Setup {
  const setup = plainSetup(theory, demands);
  for (const [k, constraint] of constraints.entries()) {
    if (constraint.kind === 'demand') setup.modes[constraint.demand] = inForce[k] ? UNCHANGED : WAIVED;
    else if (constraint.kind === 'impossible') setup.dropped[constraint.entry] = inForce[k] ? 0 : 1;
    else setup.reopened[constraint.step] = inForce[k] ? 0 : 1;
  }
  return setup;
}

/** Where leaving a constraint out can hurt, minimal sets are found by asking about every set. */
function everySet(count: number, blocked: (inForce: readonly boolean[]) => boolean): MinimalSets {
  if (count > 16) throw new WorkLimit(`${count} constraints, some of which undo steps`, 2 ** count, 2 ** 16);
  const masks = Array.from({ length: 2 ** count }, (_, mask) => mask).toSorted((a, b) => ones(a) - ones(b));
  const inForce = (mask: number): boolean[] => Array.from({ length: count }, (_, k) => ((mask >>> k) & 1) === 1);
  const minimal = (wanted: (mask: number) => boolean): number[] => {
    const found: number[] = [];
    for (const mask of masks) if (!found.some((f) => (f & mask) === f) && wanted(mask)) found.push(mask);
    return found;
  };
  const members = (mask: number): number[] => inForce(mask).flatMap((on, k) => (on ? [k] : []));
  const all = 2 ** count - 1;
  if (!blocked(inForce(all))) return { blocking: [], freeing: [[]], complete: true };
  return {
    blocking: minimal((mask) => blocked(inForce(mask))).map(members),
    freeing: minimal((mask) => !blocked(inForce(all & ~mask))).map(members),
    complete: true,
  };
}

function ones(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
