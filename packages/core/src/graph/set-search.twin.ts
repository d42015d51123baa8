/**
 * The stability concepts straight from their definitions, by sets of states: slow, and sharing nothing with the engine.
 * A state is a decimal here. Group moves keep the set of possible last movers, so that no decision maker moves twice in a
 * row.
 */
import type { Condition } from './condition.ts';
import type { OptionModel } from './model.ts';

export interface Game {
  readonly states: readonly number[];
  readonly decisionMakers: number;
  /** R_i(s). */
  readonly moves: (dm: number, state: number) => readonly number[];
  /** q >_i s. */
  readonly prefers: (dm: number, q: number, s: number) => boolean;
}

export function gameOf(model: OptionModel, payoffs: readonly (readonly number[])[]): Game {
  const count = model.options.length;
  const has = (state: number, option: number): boolean => Math.floor(state / 2 ** option) % 2 === 1;
  const holds = (condition: Condition, state: number): boolean => {
    switch (condition.kind) {
      case 'constant':
        return condition.value;
      case 'option':
        return has(state, condition.option);
      case 'literals':
        return condition.literals.every(([option, value]) => has(state, option) === value);
      case 'not':
        return !holds(condition.of, state);
      case 'and':
        return condition.of.every((part) => holds(part, state));
      case 'or':
        return condition.of.some((part) => holds(part, state));
      case 'if':
        return !holds(condition.when, state) || holds(condition.that, state);
      case 'iff':
        return holds(condition.left, state) === holds(condition.right, state);
      default: {
        const n = condition.of.filter((part) => holds(part, state)).length;
        return condition.kind === 'at-least'
          ? n >= condition.count
          : condition.kind === 'at-most'
            ? n <= condition.count
            : n === condition.count;
      }
    }
  };
  const states = [...Array(2 ** count).keys()].filter(
    (state) => !(model.infeasible ?? []).some((condition) => holds(condition, state)),
  );
  const permitted = (dm: number, s: number, q: number): boolean =>
    s !== q &&
    model.options.every((option, k) => {
      if (has(s, k) === has(q, k)) return true;
      if (option.owner !== dm) return false;
      return option.irreversible === undefined || (option.irreversible === 'to-yes') === has(q, k);
    });
  const moves = model.decisionMakers.map(
    (_, dm) => new Map(states.map((s) => [s, states.filter((q) => permitted(dm, s, q))])),
  );
  return {
    states,
    decisionMakers: model.decisionMakers.length,
    moves: (dm, state) => moves[dm]!.get(state)!,
    prefers: (dm, q, s) => payoffs[dm]![q]! > payoffs[dm]![s]!,
  };
}

export const improvements = (game: Game, dm: number, s: number): number[] =>
  game.moves(dm, s).filter((q) => game.prefers(dm, q, s));

/** R_H(s), or R_H+(s): the states and their possible last movers. */
export function groupMoves(
  game: Game,
  group: readonly number[],
  s: number,
  steps: (dm: number, state: number) => readonly number[],
): Set<number> {
  const last = new Map<number, Set<number>>();
  const open: [state: number, mover: number][] = [];
  const arrive = (q: number, mover: number): void => {
    const movers = last.get(q) ?? new Set();
    last.set(q, movers);
    if (movers.has(mover)) return;
    movers.add(mover);
    open.push([q, mover]);
  };
  for (const i of group) for (const q of steps(i, s)) arrive(q, i);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [q, mover] = next;
    for (const i of group) if (i !== mover) for (const p of steps(i, q)) arrive(p, i);
  }
  return new Set(last.keys());
}

const others = (game: Game, dm: number): number[] => [...Array(game.decisionMakers).keys()].filter((j) => j !== dm);

export type TwinConcept = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq' | 'sim';

export function isStable(game: Game, concept: TwinConcept, dm: number, s: number): boolean {
  const moves = (j: number, q: number): readonly number[] => game.moves(j, q);
  const better = (j: number, q: number): readonly number[] => improvements(game, j, q);
  const noBetter = (k: number): boolean => !game.prefers(dm, k, s);
  const holds = (k: number): boolean => noBetter(k) && game.moves(dm, k).every(noBetter);
  const answered = (sanctioned: (q: number) => boolean): boolean => improvements(game, dm, s).every(sanctioned);
  const some = (set: Set<number>, test: (k: number) => boolean): boolean => [...set].some(test);
  switch (concept) {
    case 'nash':
      return improvements(game, dm, s).length === 0;
    case 'gmr':
      return answered((q) => some(groupMoves(game, others(game, dm), q, moves), noBetter));
    case 'smr':
      return answered((q) => some(groupMoves(game, others(game, dm), q, moves), holds));
    case 'seq':
      return answered((q) => some(groupMoves(game, others(game, dm), q, better), noBetter));
    case 'sseq':
      return answered((q) => some(groupMoves(game, others(game, dm), q, better), holds));
    case 'sim':
      return answered((q) => {
        // Each other decision maker stays or takes one improvement from s, all at the same time as the move to q.
        let ends = [q];
        for (const j of others(game, dm)) {
          ends = ends.flatMap((end) => [end, ...improvements(game, j, s).map((t) => end + t - s)]);
        }
        return ends.some((end) => game.states.includes(end) && noBetter(end));
      });
  }
}
