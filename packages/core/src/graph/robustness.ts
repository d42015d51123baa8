/**
 * Robustness to single comparisons: which equilibria a small change of one decision maker's preferences would end, and
 * which it would make. A change exchanges two neighbouring levels of its ranking, or makes them equal, or, where it is
 * given by statements in order of importance, exchanges two neighbouring statements.
 *
 * One analysis a change. Two levels say something of their decision maker's own stability, and of that of others only by
 * improvements, if it can move from one level to the other: everything else stands as it was. Without such a move, one
 * decision maker is judged anew instead of all.
 */
import type { ConceptId, Concept } from './concept.ts';
import { bitOf, CONCEPTS } from './concepts.ts';
import type { Condition } from './condition.ts';
import { equilibria, inCommon, stability, type Stability } from './equilibria.ts';
import { checkpoint } from './limits.ts';
import type { Ranks } from './model.ts';
import { refuseMoreThan, withinOne, type RobustnessOptions } from './monte-carlo.ts';
import { prioritize } from './prioritization.ts';
import { decimalOf, type StateSpace } from './state-space.ts';

export interface LevelChange {
  readonly decisionMaker: number;
  /** A state of the better and one of the worse of two neighbouring levels. */
  readonly better: number;
  readonly worse: number;
  readonly change: 'exchanged' | 'equal';
}

export interface StatementChange {
  readonly decisionMaker: number;
  /** The statement at this place and the next are exchanged; 0 is the most important. */
  readonly statement: number;
}

/** A change that matters for the equilibria by one concept. */
export type Flip<Change> = Change & {
  readonly concept: ConceptId;
  readonly lost: readonly number[];
  readonly gained: readonly number[];
};

export interface ChangeRobustness<Change> {
  /** How many changes were tried. */
  readonly tried: number;
  /** By concept: the equilibria, and how many of the changes each withstands. */
  readonly withstood: Readonly<
    Partial<Record<ConceptId, readonly { readonly state: number; readonly changes: number }[]>>
  >;
  /** What has an effect; an analysis that nothing flips is robust. */
  readonly flips: readonly Flip<Change>[];
}

interface Trial<Change> {
  readonly change: Change;
  readonly ranks: Ranks;
  /** Whether the decision maker can move from one of the changed states to another. */
  readonly moves: boolean;
}

/** Every exchange of neighbouring levels; with `equal`, every two made equal as well. */
export function levelRobustness(
  space: StateSpace,
  ranks: readonly Ranks[],
  concepts: readonly ConceptId[],
  options: RobustnessOptions & { readonly equal?: boolean } = {},
): ChangeRobustness<LevelChange> {
  const kinds: readonly LevelChange['change'][] = options.equal === true ? ['exchanged', 'equal'] : ['exchanged'];
  const levels = ranks.map((own) => statesByLevel(own));
  const count = levels.reduce((sum, its) => sum + Math.max(0, its.length - 1) * kinds.length, 0);
  return tryAll(space, ranks, concepts, count, options, function* (): Iterable<Trial<LevelChange>> {
    for (const [decisionMaker, own] of ranks.entries()) {
      const its = levels[decisionMaker]!;
      for (let k = 0; k + 1 < its.length; k++) {
        const [high, low] = [its[k]!, its[k + 1]!];
        const moves = joined(space, decisionMaker, high, low);
        for (const change of kinds) {
          const changed = own.slice();
          for (const s of low) changed[s] = own[high[0]!]!;
          if (change === 'exchanged') for (const s of high) changed[s] = own[low[0]!]!;
          yield { change: { decisionMaker, better: high[0]!, worse: low[0]!, change }, ranks: changed, moves };
        }
      }
    }
  });
}

/** Every exchange of neighbouring statements; statements[dm] the most important first. */
export function statementRobustness(
  space: StateSpace,
  statements: readonly (readonly Condition[])[],
  concepts: readonly ConceptId[],
  options: RobustnessOptions = {},
): ChangeRobustness<StatementChange> {
  const ranks = statements.map((its) => prioritize(space, its));
  const count = statements.reduce((sum, its) => sum + Math.max(0, its.length - 1), 0);
  return tryAll(space, ranks, concepts, count, options, function* (): Iterable<Trial<StatementChange>> {
    for (const [decisionMaker, its] of statements.entries()) {
      for (let k = 0; k + 1 < its.length; k++) {
        const exchanged = its.with(k, its[k + 1]!).with(k + 1, its[k]!);
        yield { change: { decisionMaker, statement: k }, ranks: prioritize(space, exchanged), moves: true };
      }
    }
  });
}

/** The changes of levels that matter for the equilibria by one concept, making equal included. */
export const sensitivities = (
  space: StateSpace,
  ranks: readonly Ranks[],
  concept: ConceptId,
  options: RobustnessOptions = {},
): readonly Flip<LevelChange>[] => levelRobustness(space, ranks, [concept], { ...options, equal: true }).flips;

function tryAll<Change extends { readonly decisionMaker: number }>(
  space: StateSpace,
  ranks: readonly Ranks[],
  concepts: readonly ConceptId[],
  count: number,
  options: RobustnessOptions,
  trials: () => Iterable<Trial<Change>>,
): ChangeRobustness<Change> {
  refuseMoreThan(`The stability of ${space.states} states under ${count} changes`, space, count, options);
  const byImprovements = CONCEPTS.some(
    ({ id, sanctions }: Concept) => sanctions === 'improvements' && concepts.includes(id),
  );
  const before = stability(space, ranks, withinOne(options, concepts));
  const held = concepts.map((id) => equilibria(before, id).map((state) => ({ state, changes: 0 })));
  const flips: Flip<Change>[] = [];
  let tried = 0;
  for (const { change, ranks: changed, moves } of trials()) {
    checkpoint(options, tried / count);
    tried++;
    const { decisionMaker } = change;
    const all = ranks.with(decisionMaker, changed);
    const after: Stability =
      moves && byImprovements
        ? stability(space, all, withinOne(options, concepts))
        : replaced(before, decisionMaker, stability(space, all, withinOne(options, concepts, [decisionMaker])));
    for (const [c, concept] of concepts.entries()) {
      const bit = bitOf(concept);
      const lost: number[] = [];
      for (const entry of held[c]!) {
        if ((after.equilibria[entry.state]! & bit) === 0) lost.push(entry.state);
        else entry.changes++;
      }
      const gained: number[] = [];
      for (let s = 0; s < space.states; s++)
        if ((after.equilibria[s]! & ~before.equilibria[s]! & bit) !== 0) gained.push(s);
      if (lost.length + gained.length > 0) flips.push({ ...change, concept, lost, gained });
    }
  }
  return { tried, withstood: Object.fromEntries(concepts.map((id, c) => [id, held[c]!])), flips };
}

/** `before`, with one decision maker's verdicts as they are now. */
function replaced(before: Stability, decisionMaker: number, now: Stability): Stability {
  const stable = before.stable.with(decisionMaker, now.stable[decisionMaker]!);
  return { ...before, stable, equilibria: inCommon(stable, before.equilibria.length) };
}

/** The states of each level, the best level first. */
function statesByLevel(ranks: Ranks): number[][] {
  const levels = new Map<number, number[]>();
  for (const [s, rank] of ranks.entries()) {
    const its = levels.get(rank);
    if (its === undefined) levels.set(rank, [s]);
    else its.push(s);
  }
  return [...levels].toSorted(([a], [b]) => a - b).map(([, states]) => states);
}

/** Whether the decision maker's options alone lead from a state of one set to one of the other. */
function joined(space: StateSpace, decisionMaker: number, some: readonly number[], others: readonly number[]): boolean {
  const rest = (s: number): number => decimalOf(space, s) & ~space.owned[decisionMaker]!;
  const known = new Set(some.map(rest));
  return others.some((s) => known.has(rest(s)));
}
