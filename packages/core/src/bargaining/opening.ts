/**
 * What would open the zone of agreement, one change at a time: a reserved value lowered, a red line or ratifier's
 * condition dropped, or one value rated higher. For each the least change and the deal that it makes possible.
 *
 * Lowering one reserved value: the frontier with that party's floor taken away; its best point is as far as it has to come
 * down. The same distance divided by an issue's weight is how much higher it would have to rate that issue's value in that
 * deal; no other outcome asks for less. One search a party and one a rule.
 */
import { frontier, type FrontierPoint } from './frontier.ts';
import type { BargainingProblem, Constraint } from './model.ts';
import { ranges } from './ranges.ts';
import { reservedOf } from './utility.ts';

export interface Lowering {
  readonly party: number;
  readonly from: number;
  readonly to: number;
  /** `from − to` as a share of what lies between the party's worst and best allowed outcome. */
  readonly share: number;
  readonly deal: FrontierPoint;
}

export interface Rescoring {
  readonly party: number;
  readonly issue: number;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** False if the value would have to be rated above the party's best on that issue. */
  readonly withinScale: boolean;
  readonly deal: FrontierPoint;
}

export interface Veto {
  /** Indices of the constraints that make up the condition. */
  readonly constraints: readonly number[];
  readonly of: Constraint['of'];
  readonly kind: 'red-line' | 'ratifier';
  /** What would be efficient and good enough for everybody without it, and is forbidden by it. */
  readonly refuses: readonly FrontierPoint[];
}

export interface Openings {
  readonly isOpen: boolean;
  /** Least share first. Nothing where the zone is open already. */
  readonly lowerings: readonly Lowering[];
  /** Conditions without which the zone would be open. */
  readonly drops: readonly Veto[];
  /** Within their scales first, then by how much more of that scale is asked. */
  readonly rescorings: readonly Rescoring[];
  /** False when a search was cut: there may be more ways, or smaller changes. */
  readonly complete: boolean;
}

export function openings(problem: BargainingProblem, limit?: number): Openings {
  const reserved = problem.utilities.map(reservedOf);
  const options = limit === undefined ? {} : { limit };
  const zone = frontier(problem, { ...options, atLeast: reserved });
  if (zone.points.length > 0) return { isOpen: true, lowerings: [], drops: [], rescorings: [], complete: true };
  let { complete } = zone;
  const its = ranges(problem, limit);
  const lowerings: Lowering[] = [];
  if (its !== undefined)
    for (const [party, from] of reserved.entries()) {
      const found = frontier(problem, { ...options, atLeast: reserved.with(party, -Infinity) });
      complete &&= found.complete;
      const [deal] = found.points.toSorted((a, b) => b.utilities[party]! - a.utilities[party]!);
      if (deal === undefined) continue;
      const to = deal.utilities[party]!;
      const width = its[party]!.most - its[party]!.least;
      lowerings.push({ party, from, to, share: width > 0 ? (from - to) / width : Infinity, deal });
    }
  const { found, complete: allFound } = vetoesOf(problem, limit);
  return {
    isOpen: false,
    lowerings: lowerings.toSorted((a, b) => a.share - b.share || a.party - b.party),
    drops: found.filter(({ refuses }) => refuses.length > 0),
    rescorings: lowerings
      .flatMap((lowering) => rescoringsOf(problem, lowering))
      .toSorted((a, b) => a.share - b.share)
      .toSorted((a, b) => Number(b.rescoring.withinScale) - Number(a.rescoring.withinScale))
      .map(({ rescoring }) => rescoring),
    complete: complete && allFound,
  };
}

/** By red line and ratifier's condition: which deals stand or fall with it alone. */
export const vetoes = (problem: BargainingProblem, limit?: number): readonly Veto[] => vetoesOf(problem, limit).found;

function vetoesOf(problem: BargainingProblem, limit?: number): { found: Veto[]; complete: boolean } {
  const constraints = problem.constraints ?? [];
  const reserved = problem.utilities.map(reservedOf);
  const rules = new Map<string, { kind: Veto['kind']; of: Veto['of']; members: number[] }>();
  for (const [c, { kind, of, rule }] of constraints.entries()) {
    if (kind !== 'red-line' && kind !== 'ratifier') continue;
    const key = rule === undefined ? `#${c}` : `rule ${rule}`;
    const known = rules.get(key);
    if (known === undefined) rules.set(key, { kind, of, members: [c] });
    else known.members.push(c);
  }
  let complete = true;
  const found = [...rules.values()].map(({ kind, of, members }): Veto => {
    const without = constraints.filter((_, c) => !members.includes(c));
    const free = frontier(
      { ...problem, constraints: without },
      { atLeast: reserved, ...(limit !== undefined && { limit }) },
    );
    complete &&= free.complete;
    const its = members.map((c) => constraints[c]!.forbids);
    const refuses = free.points.filter(({ outcome }) =>
      its.some((box) => [...box].every(([i, values]) => values.includes(outcome[i]!))),
    );
    return { constraints: members, of, kind, refuses };
  });
  return { found, complete };
}

function rescoringsOf(
  { utilities, issues }: BargainingProblem,
  { party, from: needed, to: got, deal }: Lowering,
): { rescoring: Rescoring; share: number }[] {
  const { weights, scores } = utilities[party]!;
  return issues.flatMap((_, issue) => {
    const weight = weights[issue]!;
    if (weight === 0) return [];
    const value = deal.outcome[issue]!;
    const from = scores[issue]![value]!;
    const to = from + (needed - got) / weight;
    const best = scores[issue]!.reduce((a, b) => Math.max(a, b));
    const width = best - scores[issue]!.reduce((a, b) => Math.min(a, b));
    const rescoring = { party, issue, value, from, to, withinScale: to <= best, deal };
    return [{ rescoring, share: width > 0 ? (to - from) / width : Number.MAX_VALUE }];
  });
}
