/**
 * How to reach several goals at once ({@link ./goals.ts}): in how many strict rankings they are reached, and the least
 * change of a ranking, or of a list of statements, that reaches them.
 *
 * The states above s decide on s. So rankings are built from the best state down, and all that matters of what has been
 * placed is the set of it: a table over the sets of *relevant* states, those that a condition names, and over how many of
 * the others have been placed, which keep their order. Cost 2^relevant · states · relevant, refused above 18 relevant states
 * (for counting: above 18 states). The fewest exchanges of neighbours between two rankings are the pairs they order
 * differently (Kendall 1938).
 *
 * Goals that are entangled with what others fear, and statements, are searched breadth first, nearest rankings first, up to
 * a limit of rankings tried.
 */
import type { Condition as Statement } from './condition.ts';
import type { Aim, Condition } from './goals.ts';
import { checkpoint, TooLarge, type Control } from './limits.ts';
import type { Ranks } from './model.ts';
import { prioritize } from './prioritization.ts';
import type { StateSpace } from './state-space.ts';

const MOST_RELEVANT = 18; // 2^18 sets; and 18! is the last factorial a double holds exactly

/** Conditions over sets of the relevant states, as bits. */
interface Table {
  readonly relevant: readonly number[];
  /** By relevant state: whether it may stand directly below this set. */
  readonly mayFollow: (k: number, above: number) => boolean;
}

function tableOf(conditions: readonly Condition[]): Table {
  const named = conditions.flatMap(({ state, requirements }) => [
    state,
    ...requirements.flatMap(({ alternatives }) => alternatives.flat()),
  ]);
  const relevant = [...new Set(named)].toSorted((a, b) => a - b);
  if (relevant.length > MOST_RELEVANT)
    throw new TooLarge(`Rankings that differ in ${relevant.length} states`, 2 ** relevant.length, 2 ** 18, 'steps');
  const bit = new Map(relevant.map((state, k) => [state, 1 << k]));
  const byState = relevant.map((state) =>
    conditions
      .filter((condition) => condition.state === state)
      .map(({ wanted, requirements }) => ({
        wanted: wanted === 'stable',
        masks: requirements.map(({ alternatives }) =>
          alternatives.map((set) => set.reduce((mask, x) => mask | bit.get(x)!, 0)),
        ),
      })),
  );
  const mayFollow = (k: number, above: number): boolean =>
    byState[k]!.every(
      ({ wanted, masks }) => masks.every((list) => list.some((mask) => (mask & above) === 0)) === wanted,
    );
  return { relevant, mayFollow };
}

/** In how many of the strict rankings of all states the goals are reached. */
export function countReaching(aim: Aim, states: number, control: Control = {}): { reached: number; all: number } {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const all = factorial(states);
  if (aim.hopeless.length > 0) return { reached: 0, all };
  if (aim.entangled.length > 0) return { reached: countOneByOne(aim, states, control), all };
  if (states > MOST_RELEVANT)
    throw new TooLarge(`Strict rankings of ${states} states`, all, factorial(MOST_RELEVANT), 'steps');
  const { relevant, mayFollow } = tableOf(aim.conditions);
  const ways = new Float64Array(2 ** relevant.length);
  ways[0] = 1;
  for (let above = 0; above < ways.length; above++) {
    if (ways[above] === 0) continue;
    for (let k = 0; k < relevant.length; k++)
      if ((above & (1 << k)) === 0 && mayFollow(k, above)) ways[above | (1 << k)]! += ways[above]!;
  }
  // The others may stand anywhere among them.
  return { reached: (ways.at(-1)! * all) / factorial(relevant.length), all };
}

const MOST_ONE_BY_ONE = 8; // 40,320 rankings

function countOneByOne(aim: Aim, states: number, control: Control): number {
  if (states > MOST_ONE_BY_ONE)
    throw new TooLarge(`Strict rankings of ${states} states, one by one`, states ** states, 8 ** 8, 'steps');
  const ranks = new Int32Array(states).fill(-1);
  let reached = 0;
  const place = (rank: number): void => {
    if (rank === states) {
      checkpoint(control);
      if (aim.isReached(ranks)) reached++;
      return;
    }
    for (let s = 0; s < states; s++) {
      if (ranks[s] !== -1) continue;
      ranks[s] = rank;
      place(rank + 1);
      ranks[s] = -1;
    }
  };
  place(0);
  return reached;
}

export interface LeastChange<Change> {
  /** Undefined: there is none, or none was found before the search was cut. */
  readonly found: Change | undefined;
  /** False when the search was cut. */
  readonly complete: boolean;
}

export interface Reranked {
  readonly ranks: Ranks;
  /** Pairs of states whose order is turned round: as many exchanges of neighbours. */
  readonly swaps: number;
  /** Pairs that were equal and are so no longer. */
  readonly tiesBroken: number;
}

export interface SearchOptions extends Control {
  /** Most rankings tried where they must be tried one by one; default 20,000. */
  readonly limit?: number;
}

/**
 * The ranking that reaches the goals with the fewest exchanges of neighbours. States that are equal now may stay so or be
 * parted, which costs no exchange; relevant ones are parted as little as possible. Entangled goals: whole levels are
 * exchanged, and the ranking is the nearest by such exchanges.
 */
export function fewestSwaps(aim: Aim, ranks: Ranks, options: SearchOptions = {}): LeastChange<Reranked> {
  if (aim.hopeless.length > 0) return { found: undefined, complete: true };
  if (aim.entangled.length > 0) return searchSwaps(aim, ranks, options);
  const order = placeCheaply(aim.conditions, ranks, options);
  return { found: order === undefined ? undefined : compared(ranks, order), complete: true };
}

/** Exchanges come before ties: more than there are pairs of states in any table. */
const SWAP = 2 ** 20;

function placeCheaply(conditions: readonly Condition[], ranks: Ranks, control: Control): Ranks | undefined {
  const { relevant, mayFollow } = tableOf(conditions);
  const isRelevant = new Set(relevant);
  const rest = [...ranks.keys()].filter((s) => !isRelevant.has(s)).toSorted((a, b) => ranks[a]! - ranks[b]! || a - b);
  const width = rest.length + 1;
  const sets = 2 ** relevant.length;
  // At set · width + how many of the rest: the least cost so far, and what was placed last, a set of bits or 0 for one of the rest.
  const cost = new Float64Array(sets * width).fill(Infinity);
  const placed = new Int32Array(sets * width);
  cost[0] = 0;
  /** By relevant state: equal ones, those above, as bits; how many of the rest are above. */
  const bits = (test: (x: number) => boolean): number =>
    relevant.reduce((mask, x, k) => (test(x) ? mask | (1 << k) : mask), 0);
  const equals = relevant.map((s) => bits((x) => ranks[x] === ranks[s]));
  const above = relevant.map((s) => bits((x) => ranks[x]! < ranks[s]!));
  const restAbove = relevant.map((s) => rest.filter((x) => ranks[x]! < ranks[s]!).length);
  const aboveRest = rest.map((u) => bits((x) => ranks[x]! < ranks[u]!));
  const offer = (at: number, price: number, what: number): void => {
    if (price >= cost[at]!) return;
    cost[at] = price;
    placed[at] = what;
  };
  for (let set = 0; set < sets; set++) {
    if ((set & 255) === 0) checkpoint(control, set / sets);
    const open = (sets - 1) & ~set;
    const may = relevant.reduce((mask, _, k) => ((open >>> k) & 1 && mayFollow(k, set) ? mask | (1 << k) : mask), 0);
    for (let n = 0; n < width; n++) {
      const soFar = cost[set * width + n]!;
      if (soFar === Infinity) continue;
      if (n < rest.length) offer(set * width + n + 1, soFar + SWAP * ones(aboveRest[n]! & open), 0);
      // Any of the equal states of one level together.
      for (let left = may; left !== 0;) {
        const k = 31 - Math.clz32(left & -left);
        const level = may & equals[k]!;
        left &= ~level;
        const passed = ones(above[k]! & open) + Math.max(0, restAbove[k]! - n);
        for (let group = level; group !== 0; group = (group - 1) & level) {
          const parted = ones(equals[k]! & open & ~group);
          const price = soFar + ones(group) * (SWAP * passed + parted);
          offer((set | group) * width + n, price, group);
        }
      }
    }
  }
  const last = sets * width - 1;
  if (cost[last] === Infinity) return undefined;
  return ranksOf(relevant, rest, placed, ranks);
}

/** Follows the table back. One of the rest shares the level of what it stands beside if it did before. */
function ranksOf(relevant: readonly number[], rest: readonly number[], placed: Int32Array, before: Ranks): Ranks {
  const width = rest.length + 1;
  const entries: (readonly number[])[] = [];
  let set = 2 ** relevant.length - 1;
  let n = rest.length;
  while (set !== 0 || n > 0) {
    const group = placed[set * width + n]!;
    if (group === 0) entries.unshift([rest[--n]!]);
    else entries.unshift(relevant.filter((_, k) => (group >>> k) & 1));
    set &= ~group;
  }
  const ranks = new Int32Array(before.length);
  const isRelevant = new Set(relevant);
  let rank = -1;
  let levelBefore = -1;
  let holdsRelevant = false;
  for (const entry of entries) {
    const isGroup = isRelevant.has(entry[0]!);
    const joins: boolean = before[entry[0]!] === levelBefore && !(isGroup && holdsRelevant);
    if (!joins) rank++;
    holdsRelevant = isGroup || (joins && holdsRelevant);
    levelBefore = before[entry[0]!]!;
    for (const s of entry) ranks[s] = rank;
  }
  return ranks;
}

function ones(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}

function compared(before: Ranks, after: Ranks): Reranked {
  let swaps = 0;
  let tiesBroken = 0;
  for (let a = 0; a < before.length; a++) {
    for (let b = a + 1; b < before.length; b++) {
      const was = Math.sign(before[a]! - before[b]!);
      const is = Math.sign(after[a]! - after[b]!);
      if (was * is < 0) swaps++;
      if (was === 0 && is !== 0) tiesBroken++;
    }
  }
  return { ranks: after, swaps, tiesBroken };
}

function searchSwaps(aim: Aim, ranks: Ranks, options: SearchOptions): LeastChange<Reranked> {
  const levels = [...new Set(ranks)].toSorted((a, b) => a - b);
  const place = new Map(levels.map((rank, k) => [rank, k]));
  const ranksIn = (order: readonly number[]): Ranks => {
    const rankOf = new Int32Array(levels.length);
    order.forEach((level, rank) => (rankOf[level] = rank));
    return ranks.map((rank) => rankOf[place.get(rank)!]!);
  };
  const { found, complete } = nearestOrder(levels.length, (order) => aim.isReached(ranksIn(order)), options);
  return { found: found === undefined ? undefined : compared(ranks, ranksIn(found.order)), complete };
}

export interface Reordered {
  /** The statements in their new order, as places in the old one. */
  readonly order: readonly number[];
  /** Exchanges of neighbours that lead there. */
  readonly moves: number;
}

/**
 * The nearest order of the statements of a decision maker by which the goals are reached. Other rankings than those that
 * its statements can express are not looked at.
 */
export const fewestStatementMoves = (
  aim: Aim,
  space: StateSpace,
  statements: readonly Statement[],
  options: SearchOptions = {},
): LeastChange<Reordered> =>
  aim.hopeless.length > 0
    ? { found: undefined, complete: true }
    : nearestOrder(
        statements.length,
        (order) =>
          aim.isReached(
            prioritize(
              space,
              order.map((k) => statements[k]!),
            ),
          ),
        options,
      );

/** Orders of 0 … n − 1, nearest first by exchanges of neighbours. */
function nearestOrder(
  n: number,
  isReached: (order: readonly number[]) => boolean,
  options: SearchOptions,
): LeastChange<Reordered> {
  const limit = options.limit ?? 20_000;
  const first = [...Array(n).keys()];
  const seen = new Set([first.join()]);
  let nearest: (readonly number[])[] = [first];
  for (let moves = 0, tried = 0; nearest.length > 0; moves++) {
    const further: (readonly number[])[] = [];
    for (const order of nearest) {
      if (tried++ === limit) return { found: undefined, complete: false };
      if ((tried & 63) === 0) checkpoint(options, tried / limit);
      if (isReached(order)) return { found: { order, moves }, complete: true };
      for (let k = 0; k + 1 < n; k++) {
        if (order[k]! > order[k + 1]!) continue;
        const next = order.with(k, order[k + 1]!).with(k + 1, order[k]!);
        const key = next.join();
        if (seen.has(key)) continue;
        seen.add(key);
        further.push(next);
      }
    }
    nearest = further;
  }
  return { found: undefined, complete: true };
}
