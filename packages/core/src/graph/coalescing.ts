/**
 * Coalescing: states that cannot be told apart become one, and the option model a state graph.
 *
 * A move leads from one coalesced state to another if it does so from any of its members. The ranking of a coalesced state
 * must be given explicitly ({@link ./ranking.ts}): its members may have landed in different places of a ranking by
 * statements, and which of them counts nobody but the analyst can say.
 */
import { compile, type Condition } from './condition.ts';
import type { StateGraphModel } from './model.ts';
import { movesFrom } from './move-graph.ts';
import { decimalOf, type StateSpace } from './state-space.ts';

export interface CoalescingProblem {
  readonly code: 'in-two' | 'in-none' | 'empty';
  /** A decimal, or for `empty` the number of the group. */
  readonly of: number;
}

export interface Coalesced {
  readonly model: Pick<StateGraphModel, 'states' | 'arcs'> & { readonly decisionMakers: readonly string[] };
  /** By coalesced state: the states of the option model it stands for. */
  readonly members: readonly (readonly number[])[];
  readonly problems: readonly CoalescingProblem[];
}

/** States for which the k-th condition holds become the k-th state. */
export function coalesce(
  space: StateSpace,
  groups: readonly Condition[],
  names: readonly string[],
  decisionMakers: readonly string[] = space.owned.map((_, dm) => `DM${dm + 1}`),
): Coalesced {
  const problems: CoalescingProblem[] = [];
  const holds = groups.map(compile);
  const members: number[][] = groups.map(() => []);
  const groupOf = Array.from({ length: space.states }, (_, s) => {
    const decimal = decimalOf(space, s);
    const found = holds.flatMap((test, k) => (test(decimal) ? [k] : []));
    if (found.length > 1) problems.push({ code: 'in-two', of: decimal });
    if (found.length === 0) problems.push({ code: 'in-none', of: decimal });
    if (found[0] !== undefined) members[found[0]]!.push(s);
    return found[0];
  });
  for (const [k, list] of members.entries()) if (list.length === 0) problems.push({ code: 'empty', of: k });
  const arcs = space.owned.map((own) => {
    const seen = new Set<string>();
    const list: [number, number][] = [];
    for (const [from, states] of members.entries())
      for (const s of states)
        for (const q of movesFrom(space, own, s)) {
          const to = groupOf[q];
          if (to === undefined || to === from || seen.has(`${from}>${to}`)) continue;
          seen.add(`${from}>${to}`);
          list.push([from, to]);
        }
    return list;
  });
  return { model: { decisionMakers, states: names, arcs }, members, problems };
}
