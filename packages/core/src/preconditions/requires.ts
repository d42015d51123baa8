/**
 * The requires-graph, its cycles and its joint loops (rule B3). An edge t → x says that step t requires step x: x occurs
 * positively in the needs of a binding row on t, or in what the meeting t needs to convene.
 *
 * Strongly connected components by Tarjan's algorithm, O(steps + edges).
 */
import { components } from '../maths/components.ts';
import { demandsOf } from './demands.ts';
import { occurrences, WorkLimit } from './formula.ts';
import { Cone, plainSetup, type WorkBudget } from './cone.ts';
import type { Theory, Timing } from './theory.ts';

export interface Edge {
  readonly from: number;
  readonly to: number;
  /** Ids of the rows; none for what a meeting needs to convene. */
  readonly rows: readonly string[];
  readonly timing: Timing;
  /** Only inferred rows say so. */
  readonly inferred: boolean;
}

/** Edges, one for each pair of steps and timing. */
export function requiresGraph(theory: Theory): Edge[] {
  const edges = new Map<string, { from: number; to: number; rows: string[]; timing: Timing; inferred: boolean }>();
  const add = (from: number, to: number, timing: Timing, row?: { id: string; inferred: boolean }): void => {
    const key = `${from} ${to} ${timing} ${row === undefined}`;
    const edge = edges.get(key) ?? { from, to, rows: [], timing, inferred: row !== undefined };
    edges.set(key, edge);
    if (row === undefined) return;
    if (!edge.rows.includes(row.id)) edge.rows.push(row.id);
    edge.inferred &&= row.inferred;
  };
  for (const row of theory.rows) {
    for (const step of row.steps)
      occurrences(row.needs, (other, positive) => positive && add(step, other, row.timing, row));
  }
  for (const c of theory.convening)
    occurrences(c.when, (other, positive) => positive && add(c.step, other, 'together'));
  return [...edges.values()];
}

/** Steps that some state reachable with nothing waived has taken; undefined where finding out would take too long. */
export function reachableSteps(theory: Theory, budget: () => WorkBudget): (boolean | undefined)[] {
  const demands = demandsOf(theory);
  const setup = plainSetup(theory, demands);
  return theory.steps.map((step, k) => {
    if (step.status === 'taken') return true;
    return withinLimit(() => new Cone(theory, demands, { kind: 'step', step: k }, budget()).isReachable(setup));
  });
}

/** What `ask` says, or undefined when it gives up at the work limit. */
export function withinLimit<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof WorkLimit) return undefined;
    throw error;
  }
}

export interface Cycle {
  /** In file order. */
  readonly steps: readonly number[];
  /** Rows on the edges inside it, in file order. */
  readonly rows: readonly string[];
  readonly inferred: boolean;
}

export interface Loops {
  /** Deadlocks: no step of them can be reached, and some need must hold before. */
  readonly cycles: readonly Cycle[];
  /** Loops that can be entered: simultaneous ones, and those with another way round. */
  readonly jointSteps: readonly Cycle[];
}

export function loopsOf(theory: Theory, edges: readonly Edge[], reachable: readonly (boolean | undefined)[]): Loops {
  const isDeadlock = (inside: readonly Edge[]): boolean => inside.some((edge) => edge.timing === 'before');
  const blocked = edges.filter((edge) => reachable[edge.from] === false && reachable[edge.to] === false);
  const cycles = stronglyConnected(theory, blocked, isDeadlock);
  const inCycle = (loop: Cycle): boolean => cycles.some((cycle) => String(cycle.steps) === String(loop.steps));
  return { cycles, jointSteps: stronglyConnected(theory, edges, () => true).filter((loop) => !inCycle(loop)) };
}

function stronglyConnected(
  theory: Theory,
  edges: readonly Edge[],
  counts: (inside: readonly Edge[]) => boolean,
): Cycle[] {
  const successors = theory.steps.map(() => [] as number[]);
  for (const edge of edges) successors[edge.from]!.push(edge.to);
  const component = components(successors);
  const inside = new Map<number, Edge[]>();
  for (const edge of edges) {
    const of = component[edge.from]!;
    if (of === component[edge.to]) inside.set(of, [...(inside.get(of) ?? []), edge]);
  }
  const rowOrder = new Map(theory.rows.map((row, k) => [row.id, k]));
  return [...inside.values()]
    .filter(counts)
    .map((list): Cycle => {
      const rows = [...new Set(list.flatMap((edge) => edge.rows))].toSorted(
        (a, b) => rowOrder.get(a)! - rowOrder.get(b)!,
      );
      return {
        steps: [...new Set(list.map((edge) => edge.from))].toSorted((a, b) => a - b),
        rows,
        inferred: theory.rows.some((row) => row.inferred && rows.includes(row.id)),
      };
    })
    .toSorted((a, b) => a.steps[0]! - b.steps[0]!);
}
