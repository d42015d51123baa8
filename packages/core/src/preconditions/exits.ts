/**
 * Exits (rule B6): all minimal sets of changes to demands that make a goal reachable, cheapest first.
 *
 * A hitting-set tree (Reiter 1987). Where a set of changes does not free the goal yet, a minimal explanation is sought:
 * demands, each as it stands, that keep the goal out of reach even with all others waived. Every exit must change one of
 * them, so the tree branches over those alone. An explanation serves every node that leaves its demands as they are, and
 * few searches are needed. Sets of up to three changes are always searched to the end; larger ones until `maxNodes` sets
 * have been looked at, and the answer says up to which size it is complete.
 */
import { RELAXED, TOGETHER, UNCHANGED, WAIVED, plainSetup, type Cone, type Setup } from './cone.ts';
import type { Demand } from './demands.ts';
import { blockingSets, type Constraint } from './conflicts.ts';
import { shrink } from './minimal-sets.ts';
import type { Change, Relaxation, Theory } from './theory.ts';

export interface Exit {
  readonly changes: readonly Change[];
  readonly cost: number;
}

export interface Exits {
  /** Cheapest first; then fewer changes, fewer holders, ids. */
  readonly exits: readonly Exit[];
  /** False when the search was cut: there may be more, of more than `upTo` changes. */
  readonly complete: boolean;
  /** All exits of up to this many changed demands are there. */
  readonly upTo: number;
  /** Inferred demands without any one of which the goal would be reachable: it *holds only if* they do. */
  readonly holdsOnlyIf: readonly string[];
}

/** Sets of up to this many changes are searched whatever their number. */
const ALWAYS = 3;

interface Option {
  readonly demand: number;
  readonly mode: number;
  readonly change: Change;
  readonly cost: number;
}

export function exitsOf(theory: Theory, demands: readonly Demand[], cone: Cone, maxNodes = 3_000): Exits {
  const plain = plainSetup(theory, demands);
  const holdsOnlyIf = cone.demands
    .filter((d) => demands[d]!.inferred && cone.isReachable({ ...plain, modes: plain.modes.with(d, WAIVED) }))
    .map((d) => demands[d]!.id);
  const optionsOf = new Map(cone.demands.map((d) => [d, optionsFor(theory, demands[d]!, d)]));
  const found: Option[][] = [];
  const explain = explanations(theory, demands, cone, plain);

  let level: (readonly Option[])[] = [[]];
  let nodes = 0;
  let size = 0;
  for (; level.length > 0; size++) {
    nodes += level.length;
    if (size > ALWAYS && nodes > maxNodes) break;
    const next = new Map<string, readonly Option[]>();
    for (const node of level) {
      // A set that contains an exit is none itself, and neither is anything beyond it.
      if (found.some((exit) => exit.every((option) => node.includes(option)))) continue;
      const modes = Uint8Array.from(plain.modes);
      for (const option of node) modes[option.demand] = option.mode;
      const explanation = explain(modes);
      if (explanation === undefined) {
        found.push([...node]);
        continue;
      }
      for (const d of explanation) {
        if (modes[d] !== UNCHANGED) continue;
        for (const option of optionsOf.get(d) ?? []) {
          const larger = [...node, option].toSorted((a, b) => a.demand - b.demand);
          next.set(larger.map((o) => `${o.demand}:${o.mode}`).join(), larger);
        }
      }
    }
    level = [...next.values()];
  }

  const minimal = found.filter(
    (exit) => !found.some((other) => other.length < exit.length && other.every((option) => exit.includes(option))),
  );
  const exits = minimal
    .filter((options) => options.length > 0)
    .map((options): Exit & { key: string; holders: number } => ({
      changes: options.map((option) => option.change),
      cost: options.reduce((sum, option) => sum + option.cost, 0),
      key: options.map((option) => changeKey(option.change)).join('+'),
      holders: new Set(options.flatMap((option) => demands[option.demand]!.holders)).size,
    }))
    // Costs are sums of decimal fractions: a difference in the last bits is none.
    .toSorted((a, b) =>
      Math.abs(a.cost - b.cost) > 1e-9
        ? a.cost - b.cost
        : a.changes.length - b.changes.length || a.holders - b.holders || (a.key < b.key ? -1 : 1),
    );
  const complete = level.length === 0;
  return {
    exits: exits.map(({ changes, cost }) => ({ changes, cost })),
    complete,
    upTo: complete ? cone.demands.length : size - 1,
    holdsOnlyIf,
  };
}

export function changeKey(change: Change): string {
  return `${change.demand}:${change.how}${change.how === 'relax' ? `:${change.relaxation}` : ''}`;
}

/** The changes a demand admits. An inferred one admits none: it is dropped, not waived. */
function optionsFor(theory: Theory, demand: Demand, d: number): Option[] {
  if (demand.inferred) return [];
  const relaxations: readonly Relaxation[] = theory.relaxations.filter((r) =>
    demand.rows.some((row) => row.id === r.of),
  );
  return [
    { demand: d, mode: WAIVED, change: { demand: demand.id, how: 'waive' }, cost: demand.cost },
    ...(demand.rows.some((row) => row.timing === 'before')
      ? [{ demand: d, mode: TOGETHER, change: { demand: demand.id, how: 'together' } as const, cost: demand.cost / 2 }]
      : []),
    ...relaxations.map((r, k) => ({
      demand: d,
      mode: RELAXED + k,
      change: { demand: demand.id, how: 'relax', relaxation: r.id } as const,
      cost: r.cost,
    })),
  ];
}

/**
 * Answers, for the modes of all demands, which demands (as they stand) keep the goal out of reach; undefined when it can
 * be reached. Earlier answers are used again wherever their demands stand the same way.
 */
function explanations(
  theory: Theory,
  demands: readonly Demand[],
  cone: Cone,
  plain: Setup,
): (modes: Uint8Array) => readonly number[] | undefined {
  const reachable = (modes: Uint8Array): boolean => cone.isReachable({ ...plain, modes });
  // Where leaving a demand out can hurt, nothing shorter than all demands explains anything.
  if (!cone.dropsOnlyHelp) return (modes) => (reachable(modes) ? undefined : cone.demands);

  // Unchanged demands that block by themselves block whatever is done to the others.
  const constraints = cone.demands.map((demand): Constraint => ({ kind: 'demand', demand, id: demands[demand]!.id }));
  const known = blockingSets(theory, demands, cone, constraints).blocking.map((set) => ({
    demands: set.map((k) => cone.demands[k]!),
    modes: set.map(() => UNCHANGED),
  }));
  return (modes) => {
    const before = known.find((e) => e.demands.every((d, i) => modes[d] === e.modes[i]));
    if (before !== undefined) return before.demands;
    if (reachable(modes)) return undefined;
    const all = cone.demands.filter((d) => modes[d] !== WAIVED);
    const blocked = (inForce: readonly boolean[]): boolean => {
      const rest = Uint8Array.from(modes);
      all.forEach((d, k) => inForce[k] === false && (rest[d] = WAIVED));
      return !reachable(rest);
    };
    const minimal = shrink(
      all.map(() => true),
      blocked,
    ).map((k) => all[k]!);
    known.push({ demands: minimal, modes: minimal.map((d) => modes[d]!) });
    return minimal;
  };
}
