/**
 * Nodes and moves of a case that the option form does not say: indistinguishable states that count as one, states that
 * somebody does not see, preconditions that restrict moves (rule U5).
 */
import { bindsOn, inForce, type Case, type Precondition } from '../case/index.ts';
import type { CaseConditions } from './case-conditions.ts';
import { compile, type Condition, type Predicate } from './condition.ts';
import type { GraphProblem } from './case-problems.ts';
import { movesFrom, type ExplicitGraph, type MoveGraph } from './move-graph.ts';
import { decimalOf, type StateSpace } from './state-space.ts';

export interface Groups {
  /** By node: the states it stands for; undefined where every state is a node. */
  readonly members?: readonly (readonly number[])[];
  readonly nodeOf: (state: number) => number;
  readonly named: ReadonlyMap<string, number>;
  readonly nameOf: (node: number) => string | undefined;
}

/** Nodes in the order of their first states. */
export function coalescence(
  given: Case,
  space: StateSpace,
  conditions: CaseConditions,
  nameOfState: (state: number) => string,
  problems: GraphProblem[],
): Groups {
  const rows = [...given.indistinguishable.values()].filter((row) => inForce(row, given.asOf));
  if (rows.length === 0) return { nodeOf: (state) => state, named: new Map(), nameOf: () => undefined };
  const tests = rows.map((row) => compile(conditions.condition(row.that)));
  const nodeOfState = new Int32Array(space.states);
  const members: number[][] = [];
  const nodeOfRow = new Map<number, number>();
  for (let s = 0; s < space.states; s++) {
    const decimal = decimalOf(space, s);
    const holding = tests.flatMap((test, k) => (test(decimal) ? [k] : []));
    if (holding.length > 1) {
      const detail = { state: nameOfState(s), names: holding.map((k) => rows[k]!.id) };
      problems.push({ code: 'state-in-two', path: rows[holding[1]!]!.path, detail });
    }
    const row = holding[0];
    const known = row === undefined ? undefined : nodeOfRow.get(row);
    if (known === undefined) {
      if (row !== undefined) nodeOfRow.set(row, members.length);
      nodeOfState[s] = members.length;
      members.push([s]);
    } else {
      nodeOfState[s] = known;
      members[known]!.push(s);
    }
  }
  for (const [k, row] of rows.entries())
    if (!nodeOfRow.has(k)) problems.push({ code: 'no-such-state', path: row.path, detail: { name: row.id } });
  const names = new Map([...nodeOfRow].map(([row, n]) => [n, rows[row]!.id]));
  return {
    members,
    nodeOf: (state) => nodeOfState[state]!,
    named: new Map([...names].map(([n, name]) => [name, n])),
    nameOf: (n) => names.get(n),
  };
}

export interface Restriction {
  /** The options it binds, as a mask. */
  readonly options: number;
  readonly before: boolean;
  readonly needs: Predicate;
}

/** Binding preconditions on open options. A need may hold already (`before`) or come about in the same move. */
export function restrictions(
  given: Case,
  conditions: CaseConditions,
  open: ReadonlyMap<string, number>,
): Restriction[] {
  return [...given.preconditions.values()]
    .filter((row: Precondition) => bindsOn(row, given.asOf) && row.step.kind === 'proposition')
    .flatMap((row) => {
      const option = row.step.kind === 'proposition' ? open.get(row.step.name) : undefined;
      if (option === undefined) return [];
      const needs: Condition = conditions.condition(row.needs);
      return [{ options: 1 << option, before: row.timing === 'before', needs: compile(needs) }];
    });
}

export function explicitGraph(
  space: StateSpace,
  { members, nodeOf }: Groups,
  blind: readonly (readonly Condition[])[],
  rules: readonly Restriction[],
): ExplicitGraph {
  const unseen = blind.map((list) => list.map(compile));
  const sees = (dm: number, state: number): boolean => !unseen[dm]!.some((test) => test(decimalOf(space, state)));
  const isAllowed = (from: number, to: number): boolean => {
    const taken = to & ~from;
    return rules.every((rule) => (rule.options & taken) === 0 || rule.needs(rule.before ? from : to));
  };
  const nodes = members ?? Array.from({ length: space.states }, (_, s) => [s]);
  const arcs = space.owned.map((own, dm) =>
    nodes.map((states, from) => {
      const targets = new Set<number>();
      for (const s of states) {
        if (!sees(dm, s)) continue;
        const decimal = decimalOf(space, s);
        for (const q of movesFrom(space, own, s))
          if (sees(dm, q) && isAllowed(decimal, decimalOf(space, q)) && nodeOf(q) !== from) targets.add(nodeOf(q));
      }
      return Int32Array.from(targets).sort();
    }),
  );
  const graph: MoveGraph = { states: nodes.length, decisionMakers: arcs.length, moves: (dm, n) => arcs[dm]![n]! };
  return { ...graph, arcs };
}
