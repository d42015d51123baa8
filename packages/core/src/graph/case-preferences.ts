/**
 * What a party prefers, compiled over the states of the model (rules U1 and U4): statements with their weights, the
 * influences that bear on them, or an explicit ranking.
 *
 * State utility is U = 100 · Σ wⱼ·trueⱼ / Σ wⱼ less the costs that apply. Statements without weights are ordinal: the j-th
 * of k weighs 2^(k−j). Where no statement has a weight and nothing else bears on them, ranks are found without arithmetic.
 */
import {
  inForce,
  middle,
  type Case,
  type Expression,
  type Influence,
  type Perception,
  type Preference,
  type Quantity,
  type QuantityKind,
} from '../case/index.ts';
import type { CaseConditions } from './case-conditions.ts';
import { compile, type Condition, type Predicate } from './condition.ts';
import type { Ranks } from './model.ts';
import { prioritize } from './prioritization.ts';
import { ranksOfPayoffs } from './ranking.ts';
import { decimalOf, type StateSpace } from './state-space.ts';

export interface CaseStatement {
  readonly id: string;
  readonly that: Expression;
  readonly condition: Condition;
  /** Undefined where none is given: then its place in the list counts. */
  readonly weight?: Quantity;
  /** What it weighs: the middle of its weight, or 2^(k−j) by its place. */
  readonly size: number;
}

export interface CasePreference {
  readonly party: string;
  /** Without those that are constant, and those whose weight nobody reports. */
  readonly statements: readonly CaseStatement[];
  /** Statements that no move can change: they bear on no comparison. `because` names what settles them. */
  readonly constant: readonly (CaseStatement & { readonly value: boolean; readonly because: readonly string[] })[];
  readonly unweighed: readonly CaseStatement[];
  /** Influences that differ from state to state. */
  readonly influences: readonly string[];
  /** Whether any number is a range, so that draws differ. */
  readonly uncertain: boolean;
  /** Ranks of the states; uncertain numbers as `draw` gives them, in a fixed order; absent: the middle of each range. */
  readonly ranks: (space: StateSpace, draw?: Draw) => Ranks;
}

/** A value for an uncertain number (rule C5). */
export type Draw = (quantity: Exclude<Quantity, { kind: 'not-reported' }>, kind: QuantityKind) => number;

type Of = Pick<Preference | Perception, 'statements'>;

export function casePreference(
  party: string,
  { statements }: Of,
  given: Case,
  conditions: CaseConditions,
): CasePreference {
  const k = statements.length;
  const all = statements.map((s, j) => ({
    id: s.id,
    that: s.that,
    condition: conditions.condition(s.that),
    ...(s.weight === undefined ? {} : { weight: s.weight }),
    size: s.weight === undefined || s.weight.kind === 'not-reported' ? 2 ** (k - 1 - j) : middle(s.weight),
  }));
  const unweighed = all.filter((s) => s.weight?.kind === 'not-reported');
  const weighed = all.filter((s) => s.weight?.kind !== 'not-reported');
  const varying = weighed.filter((s) => s.condition.kind !== 'constant');
  const constant = weighed.flatMap((s) =>
    s.condition.kind === 'constant' ? [{ ...s, value: s.condition.value, because: conditions.settled(s.that) }] : [],
  );
  const bearing = influencesOn(
    party,
    weighed.map((s) => s.id),
    given,
    conditions,
  );
  const isOrdinal = varying.every((s) => s.weight === undefined) && bearing.length === 0;
  const ranks = (space: StateSpace, draw?: Draw): Ranks =>
    isOrdinal
      ? prioritize(
          space,
          varying.map((s) => s.condition),
        )
      : ranksOfPayoffs(utilities(space, weighed, bearing, draw));
  return {
    party,
    statements: varying,
    constant,
    unweighed,
    influences: bearing.map((b) => b.id),
    uncertain: [
      ...weighed.map((s) => s.weight),
      ...bearing.flatMap((b) => [b.cost, ...b.shifts.map(([, shift]) => shift)]),
    ].some((q) => q?.kind === 'range'),
    ranks,
  };
}

interface Bearing {
  readonly id: string;
  readonly when: Predicate;
  readonly cost?: Quantity;
  readonly shifts: readonly (readonly [statement: string, shift: Quantity])[];
}

/** Influences on the party's state utility that hold in some states and not in others. */
function influencesOn(
  party: string,
  statements: readonly string[],
  given: Case,
  conditions: CaseConditions,
): Bearing[] {
  return [...given.influences.values()].flatMap((x: Influence) => {
    if (!inForce(x, given.asOf) || x.everyDay || x.once || x.when === undefined) return [];
    const own = x.party === undefined || x.party === party;
    const when = conditions.condition(x.when);
    const shifts = own ? [...x.weight].filter(([name]) => statements.includes(name)) : [];
    const cost = x.party === party ? x.cost : undefined;
    // What holds in every state shifts weights all the same; a cost that is always paid changes no comparison.
    const isBearing = shifts.length > 0 || (cost !== undefined && when.kind !== 'constant');
    if (!isBearing || (when.kind === 'constant' && !when.value)) return [];
    return [{ id: x.id, when: compile(when), ...(cost === undefined ? {} : { cost }), shifts }];
  });
}

function utilities(
  space: StateSpace,
  statements: readonly CaseStatement[],
  bearing: readonly Bearing[],
  draw: Draw = middle,
): Float64Array {
  const value = (q: Quantity | undefined, kind: QuantityKind, otherwise: number): number => {
    if (q === undefined || q.kind === 'not-reported') return otherwise;
    return draw(q, kind);
  };
  const base = statements.map((s) => value(s.weight, 'amount', s.size));
  const index = new Map(statements.map((s, j) => [s.id, j]));
  const costs = bearing.map((b) => value(b.cost, 'shift', 0));
  const shifts = bearing.map((b) => b.shifts.map(([id, q]) => [index.get(id)!, value(q, 'shift', 0)] as const));
  const holds = statements.map((s) => compile(s.condition));
  const weights = Float64Array.from(base);
  const result = new Float64Array(space.states);
  for (let s = 0; s < space.states; s++) {
    const decimal = decimalOf(space, s);
    let cost = 0;
    if (bearing.length > 0) {
      weights.set(base);
      for (let b = 0; b < bearing.length; b++) {
        if (!bearing[b]!.when(decimal)) continue;
        cost += costs[b]!;
        for (const [j, shift] of shifts[b]!) weights[j] = weights[j]! + shift;
      }
    }
    let total = 0;
    let met = 0;
    for (let j = 0; j < weights.length; j++) {
      const weight = Math.max(0, weights[j]!);
      total += weight;
      if (holds[j]!(decimal)) met += weight;
    }
    // Sums of the same weights in another order differ in the last digits; that is no preference.
    result[s] = total === 0 ? -cost : Math.round(((100 * met) / total - cost) * 1e9) / 1e9;
  }
  return result;
}
