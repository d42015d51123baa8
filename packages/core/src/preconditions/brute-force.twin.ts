/**
 * The precondition engine once more, for tests: rules B2–B7 and B9 read word by word, by trying everything. It shares
 * nothing with the engine but the type of its input, and is meant for theories of at most 8 steps.
 *
 * A state is a set of steps, kept as bits: step `i` is taken if bit `i` is set.
 */
import type { Change, Formula, Relaxation, Row, Theory, Timing } from './theory.ts';

export type State = number;

const has = (set: number, element: number): boolean => (set & (1 << element)) !== 0;
const bitsOf = (elements: readonly number[]): number => elements.reduce((set, element) => set | (1 << element), 0);
const elementsOf = (set: number): number[] => [...Array(31).keys()].filter((element) => has(set, element));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All sets of steps, whether possible and reachable or not. */
const allStates = (theory: Theory): State[] => [...Array(1 << theory.steps.length).keys()];

/** Is the formula true in this state? */
export function holds(formula: Formula, state: State): boolean {
  switch (formula.kind) {
    case 'constant':
      return formula.value;
    case 'step':
      return has(state, formula.step);
    case 'not':
      return !holds(formula.of, state);
    case 'and':
      return formula.of.every((part) => holds(part, state));
    case 'or':
      return formula.of.some((part) => holds(part, state));
    case 'at-least':
      return formula.of.filter((part) => holds(part, state)).length >= formula.count;
  }
}

/** B2: no `impossible` entry is true in the state, and of the steps of a group at most one is taken. */
export function isPossible(theory: Theory, state: State): boolean {
  if (theory.impossible.some((entry) => holds(entry.that, state))) return false;
  const groups = theory.steps.flatMap((step, i) => (has(state, i) && step.group !== undefined ? [step.group] : []));
  return new Set(groups).size === groups.length;
}

/** C3: the steps taken at the outset. */
export function statusQuo(theory: Theory): State {
  return bitsOf(theory.steps.flatMap((step, i) => (step.status === 'taken' ? [i] : [])));
}

/** B5: rows that are one: one draw of firmness, one waiver. */
export interface Demand {
  /** Id of its first row. */
  readonly id: string;
  readonly rows: readonly Row[];
  readonly holders: readonly string[];
  /** The steps it binds, as bits. */
  readonly steps: number;
  readonly inferred: boolean;
  readonly firmness: number;
  readonly cost: number;
}

/** B5: rows of the same holders on the same steps with equivalent needs, inferred or not alike, whatever their timing. */
export function demandsOf(theory: Theory): Demand[] {
  const isSame = (a: Row, b: Row): boolean =>
    JSON.stringify(a.holders) === JSON.stringify(b.holders) &&
    bitsOf(a.steps) === bitsOf(b.steps) &&
    a.inferred === b.inferred &&
    allStates(theory).every((state) => holds(a.needs, state) === holds(b.needs, state));
  const firstRows = theory.rows.filter((row, i) => !theory.rows.slice(0, i).some((earlier) => isSame(earlier, row)));
  return firstRows.map((first) => {
    const rows = theory.rows.filter((row) => isSame(first, row));
    return {
      id: first.id,
      rows,
      holders: first.holders,
      steps: bitsOf(first.steps),
      inferred: first.inferred,
      firmness: Math.max(...rows.map((row) => row.firmness)),
      cost: Math.max(...rows.map((row) => row.cost)),
    };
  });
}

/** B6: what may be done to a demand: nothing if it is inferred; `together` only where it has a `before` row. */
export function changesOf(theory: Theory, demand: Demand): Change[] {
  if (demand.inferred) return [];
  const changes: Change[] = [{ demand: demand.id, how: 'waive' }];
  if (demand.rows.some((row) => row.timing === 'before')) changes.push({ demand: demand.id, how: 'together' });
  for (const relaxation of theory.relaxations) {
    if (!demand.rows.some((row) => row.id === relaxation.of)) continue;
    changes.push({ demand: demand.id, how: 'relax', relaxation: relaxation.id });
  }
  return changes;
}

const demandOf = (theory: Theory, change: Change): Demand =>
  demandsOf(theory).find((demand) => demand.id === change.demand)!;

const relaxationOf = (theory: Theory, id: string): Relaxation => theory.relaxations.find((entry) => entry.id === id)!;

/** B6: `waive` costs the demand's cost, `together` half of it, `relax` what is written. */
export function costOf(theory: Theory, change: Change): number {
  if (change.how === 'relax') return relaxationOf(theory, change.relaxation).cost;
  const { cost } = demandOf(theory, change);
  return change.how === 'waive' ? cost : cost / 2;
}

/** The rows that bind once the changes are made, each of which acts on all rows of its demand. */
export function rowsInForce(theory: Theory, changes: readonly Change[]): Row[] {
  return theory.rows.flatMap((row): Row[] => {
    const change = changes.find((candidate) => demandOf(theory, candidate).rows.includes(row));
    if (change === undefined) return [row];
    if (change.how === 'relax') return [{ ...row, needs: relaxationOf(theory, change.relaxation).needs }];
    if (change.how === 'waive') return [];
    return [row.timing === 'before' ? { ...row, timing: 'together' } : row];
  });
}

/**
 * B2: what is left of `target` once every step of `from` whose `while` needs held in `from` and hold no longer has
 * lapsed, with what lapses in consequence. Steps that are not in `from` have only now been taken and do not lapse.
 */
function afterLapses(rows: readonly Row[], from: State, target: State): State {
  const lost = rows.filter((row) => row.timing === 'while' && holds(row.needs, from) && !holds(row.needs, target));
  const lapsing = bitsOf(lost.flatMap((row) => row.steps)) & from & target;
  return lapsing === 0 ? target : afterLapses(rows, from, target & ~lapsing);
}

/** B2: the state that the joint step leads to, or `null` if it is not allowed. `theory.rows` are the rows in force. */
export function jointStep(theory: Theory, from: State, joint: number): State | null {
  const taken = elementsOf(joint);
  if (taken.length === 0 || taken.some((i) => has(from, i) || theory.steps[i]!.status === 'declined')) return null;
  const to = afterLapses(theory.rows, from, from | joint);
  if (!isPossible(theory, to)) return null;
  const met = (row: Row): boolean => holds(row.needs, row.timing === 'before' ? from : to);
  if (!theory.rows.every((row) => !row.steps.some((step) => has(joint, step)) || met(row))) return null;
  if (!theory.convening.every((entry) => !has(joint, entry.step) || holds(entry.when, to))) return null;
  return to;
}

/** B2: every state that joint steps lead to from the status quo, which is one of them. */
export function reachableStates(theory: Theory, changes: readonly Change[] = []): Set<State> {
  const changed = { ...theory, rows: rowsInForce(theory, changes) };
  const found = new Set([statusQuo(theory)]);
  // A set is walked through in order of insertion, and what is added meanwhile is visited too.
  for (const from of found) {
    for (const joint of allStates(theory)) {
      const to = jointStep(changed, from, joint);
      if (to !== null) found.add(to);
    }
  }
  return found;
}

/** Does some reachable state satisfy the goal? */
export function isReachable(theory: Theory, goal: Formula, changes: readonly Change[] = []): boolean {
  return [...reachableStates(theory, changes)].some((state) => holds(goal, state));
}

/** Steps that are taken in some reachable state with nothing changed. */
export function reachableSteps(theory: Theory): number[] {
  return elementsOf([...reachableStates(theory)].reduce((union, state) => union | state, 0));
}

/** B3: `from` needs `to`, by this row; convening has none. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly row: Row | null;
  readonly timing: Timing;
}

/** The steps that occur under an even number of negations (`sign` true), or under an odd one. */
function occurring(formula: Formula, sign: boolean): number[] {
  if (formula.kind === 'constant') return [];
  if (formula.kind === 'step') return sign ? [formula.step] : [];
  if (formula.kind === 'not') return occurring(formula.of, !sign);
  return formula.of.flatMap((part) => occurring(part, sign));
}

/** B3: an edge from each bound step to each step that its needs name positively; likewise for convening. */
export function requiresGraph(theory: Theory): Edge[] {
  const ofRows = theory.rows.flatMap((row) =>
    row.steps.flatMap((from) => occurring(row.needs, true).map((to) => ({ from, to, row, timing: row.timing }))),
  );
  const ofConvening = theory.convening.flatMap((entry) =>
    occurring(entry.when, true).map((to) => ({ from: entry.step, to, row: null, timing: 'together' as const })),
  );
  return [...ofRows, ...ofConvening];
}

/** Sets of steps that lead to each other and back: strongly connected components with an edge inside. */
function loopsOf(edges: readonly Edge[]): number[][] {
  const reached = (start: number): Set<number> => {
    const found = new Set(edges.filter((edge) => edge.from === start).map((edge) => edge.to));
    for (const step of found) for (const edge of edges) if (edge.from === step) found.add(edge.to);
    return found;
  };
  const loopOf = (step: number): number[] => [...reached(step)].filter((other) => reached(other).has(step));
  const loops = edges.map((edge) => loopOf(edge.from).toSorted((a, b) => a - b));
  return distinct(loops.filter((loop) => loop.length > 0));
}

function distinct<T>(lists: readonly (readonly T[])[]): T[][] {
  return [...new Map(lists.map((list) => [JSON.stringify(list), [...list]])).values()];
}

export interface Cycle {
  /** Sorted. */
  readonly steps: number[];
  /** Ids of the rows whose edges lie inside, sorted. */
  readonly rows: string[];
  /** Is one of these rows inferred? */
  readonly inferred: boolean;
}

/** B3: loops of the graph of steps unreachable with nothing changed that contain a `before` edge. */
export function cyclesOf(theory: Theory): Cycle[] {
  const reachable = reachableSteps(theory);
  const edges = requiresGraph(theory).filter(({ from, to }) => !reachable.includes(from) && !reachable.includes(to));
  return loopsOf(edges).flatMap((steps) => {
    const inside = edges.filter((edge) => steps.includes(edge.from) && steps.includes(edge.to));
    if (!inside.some((edge) => edge.timing === 'before')) return [];
    const rows = inside.flatMap((edge) => (edge.row === null ? [] : [edge.row]));
    const ids = [...new Set(rows.map((row) => row.id))].toSorted(compare);
    return [{ steps, rows: ids, inferred: rows.some((row) => row.inferred) }];
  });
}

/** B3: loops of the whole graph that are not cycles, each as its steps, sorted. */
export function jointLoopsOf(theory: Theory): number[][] {
  const cycles = cyclesOf(theory).map((cycle) => JSON.stringify(cycle.steps));
  return loopsOf(requiresGraph(theory)).filter((steps) => !cycles.includes(JSON.stringify(steps)));
}

/** All sets (as bits) of `size` things that pass and of which no proper subset does, the smallest first. */
function minimalSets(size: number, passes: (set: number) => boolean): number[] {
  const found: number[] = [];
  const bySize = [...Array(1 << size).keys()].toSorted((a, b) => elementsOf(a).length - elementsOf(b).length || a - b);
  for (const set of bySize) if (!found.some((less) => (set & less) === less) && passes(set)) found.push(set);
  return found;
}

/** B4: smallest sets of demands on one step whose needs no possible state satisfies, reachable or not; as demand ids. */
export function exclusionsOf(theory: Theory): string[][] {
  const possible = allStates(theory).filter((state) => isPossible(theory, state));
  const bound = [...new Set(theory.rows.flatMap((row) => row.steps))];
  const sets = bound.flatMap((step) => {
    const demands = demandsOf(theory).filter((demand) => has(demand.steps, step));
    const excludes = (set: number): boolean =>
      !possible.some((state) => elementsOf(set).every((i) => holds(demands[i]!.rows[0]!.needs, state)));
    return minimalSets(demands.length, excludes).map((set) => elementsOf(set).map((i) => demands[i]!.id));
  });
  return distinct(sets);
}

export interface Exit {
  /** In the file order of their demands. */
  readonly changes: Change[];
  readonly cost: number;
}

const nameOf = (change: Change): string =>
  [change.demand, change.how, ...(change.how === 'relax' ? [change.relaxation] : [])].join(':');

/** B6: the ids of an exit, by which the last ties are broken. */
export const exitKey = (changes: readonly Change[]): string => changes.map(nameOf).join('+');

/**
 * B6: all minimal sets of changes that make the goal reachable, none of two changes to one demand; by cost, number of
 * changes, number of distinct holders, ids. None if the goal is reachable as it is. Costs within 1e-9 are equal.
 */
export function exitsOf(theory: Theory, goal: Formula): Exit[] {
  if (isReachable(theory, goal)) return [];
  const demands = demandsOf(theory);
  let sets: Change[][] = [[]];
  for (const demand of demands) {
    const changes = changesOf(theory, demand);
    sets = sets.flatMap((set) => [set, ...changes.map((change) => [...set, change])]);
  }
  const found: Change[][] = [];
  for (const set of sets.toSorted((a, b) => a.length - b.length)) {
    const names = set.map(nameOf);
    if (found.some((exit) => exit.every((change) => names.includes(nameOf(change))))) continue;
    if (isReachable(theory, goal, set)) found.push(set);
  }
  const holders = (changes: readonly Change[]): number =>
    new Set(changes.flatMap((change) => demandOf(theory, change).holders)).size;
  return found
    .map((changes) => ({ changes, cost: sum(changes.map((change) => costOf(theory, change))) }))
    .toSorted(
      (a, b) =>
        Math.round(a.cost * 1e9) - Math.round(b.cost * 1e9) ||
        a.changes.length - b.changes.length ||
        holders(a.changes) - holders(b.changes) ||
        compare(exitKey(a.changes), exitKey(b.changes)),
    );
}

/** The theory with only those of these demands left that are kept. */
function keeping(theory: Theory, demands: readonly Demand[], isKept: (demand: Demand, i: number) => boolean): Theory {
  const ids = demands.filter(isKept).flatMap((demand) => demand.rows.map((row) => row.id));
  return { ...theory, rows: theory.rows.filter((row) => ids.includes(row.id)) };
}

/** B6: the inferred demands (ids) without one of which, and nothing else changed, the unreachable goal is reachable. */
export function holdsOnlyIf(theory: Theory, goal: Formula): string[] {
  if (isReachable(theory, goal)) return [];
  const demands = demandsOf(theory);
  const without = (dropped: Demand): Theory => keeping(theory, demands, (demand) => demand !== dropped);
  return demands.filter((demand) => demand.inferred && isReachable(without(demand), goal)).map((demand) => demand.id);
}

/**
 * B7: all smallest sets of constraints that make the goal unreachable with all other constraints dropped. Constraints
 * are the demands, the `impossible` entries and the declined decisions (`declined:<name>`); groups and convening stay.
 * None if the goal is reachable; the empty set if it is unreachable even without constraints.
 */
export function conflictsOf(theory: Theory, goal: Formula): string[][] {
  if (isReachable(theory, goal)) return [];
  const demands = demandsOf(theory);
  const declined = theory.steps.filter((step) => step.status === 'declined').map((step) => `declined:${step.name}`);
  const names = [...demands.map((demand) => demand.id), ...theory.impossible.map((entry) => entry.id), ...declined];
  const withOnly = (kept: readonly string[]): Theory => ({
    ...keeping(theory, demands, (demand) => kept.includes(demand.id)),
    impossible: theory.impossible.filter((entry) => kept.includes(entry.id)),
    steps: theory.steps.map((step) =>
      step.status === 'declined' && !kept.includes(`declined:${step.name}`) ? { ...step, status: 'open' } : step,
    ),
  });
  const named = (set: number): string[] => elementsOf(set).map((i) => names[i]!);
  return minimalSets(names.length, (set) => !isReachable(withOnly(named(set)), goal)).map(named);
}

export interface Blocked {
  readonly chance: number;
  /** Of each demand, by its id. */
  readonly shares: Map<string, number>;
}

/**
 * B9: the chance that the goal is unreachable when each demand insists with its firmness, independently, and is waived
 * otherwise; and the Shapley value of each demand in v(S) = that chance when only demands of S can insist, divided by
 * v(all). `inferred: 'always'` has inferred demands always insist, whatever their firmness: they are never waived.
 */
export function chanceBlocked(theory: Theory, goal: Formula, inferred: 'by-firmness' | 'always'): Blocked {
  const demands = demandsOf(theory);
  const sets = [...Array(1 << demands.length).keys()];
  const always = bitsOf(demands.flatMap((demand, i) => (inferred === 'always' && demand.inferred ? [i] : [])));
  const insisting = (set: number): Theory => keeping(theory, demands, (_, i) => has(set | always, i));
  const blocked = sets.map((set) => !isReachable(insisting(set), goal));
  const v = sets.map((able) => {
    const subsets = sets.filter((set) => (set & able) === set && blocked[set]);
    const chanceOf = (set: number): number =>
      elementsOf(able).reduce((p, i) => p * (has(set, i) ? demands[i]!.firmness : 1 - demands[i]!.firmness), 1);
    return sum(subsets.map(chanceOf));
  });
  const all = v[sets.length - 1]!;
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  /** How large a part of all orders of the demands has exactly those of the set stand before a given other one. */
  const weight = (set: number): number =>
    (factorial(elementsOf(set).length) * factorial(demands.length - elementsOf(set).length - 1)) /
    factorial(demands.length);
  const shapley = (i: number): number =>
    sum(sets.map((set) => (has(set, i) ? 0 : weight(set) * (v[set | (1 << i)]! - v[set]!))));
  return { chance: all, shares: new Map(demands.map((demand, i) => [demand.id, all === 0 ? 0 : shapley(i) / all])) };
}
