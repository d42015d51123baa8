/**
 * The least preferred state that the others can bring about, for every state at once.
 *
 * For a focal decision maker and a key for every state (a larger key is worse for it), the worst key among the state
 * itself and all states that the other decision makers can reach from it together, by moves or by improvements only. The
 * key is the focal decision maker's rank (GMR, SEQ) or the best rank it can answer with (SMR, SSEQ).
 *
 * A group's sequence of moves in which nobody moves twice in a row is, in option form with ranked preferences, the same
 * as any sequence at all: two moves of one decision maker in a row are one move of it, and two improvements one
 * improvement. So the state itself may be counted in too: it is preferred to the state the focal decision maker left,
 * hence no sanction, and neither is its best answer from there. (Arcs of a state graph need not be transitive; for those
 * see {@link ./group-moves.ts}.)
 *
 * States are taken from the worst key to the best, and from each its key is flooded backwards over the moves. A state
 * gets its value from the first flood that meets it, once. When it does, its predecessors are, in each mover's clique,
 * the states that the mover likes less: the beginning of a list sorted from worst to best. One pointer a list remembers
 * how far that beginning has been flooded, so every state is looked at once a clique: O(states · decision makers), not
 * O(arcs). Irreversible options make several lists of a clique, one a pattern; a state then has an entry for each list
 * whose pattern its own contains.
 *
 * The others never change the focal decision maker's options, so states fall into *slices*, which are flooded one after
 * the other in memory of their own: the slice of a model with a million states fits the processor's cache.
 */
import { patternOf, type Cliques } from './cliques.ts';
import { bitCount, groupBy } from './grouping.ts';
import { checkpoint, type Control } from './limits.ts';
import { orderByKey, orderScratch, type OrderScratch } from './order-by-key.ts';
import type { StateSpace } from './state-space.ts';

export interface Question {
  readonly by: 'moves' | 'improvements';
  /** By state; larger is worse for the focal decision maker. Not negative. */
  readonly keys: Int32Array;
}

export interface LeastReachable {
  /** By state: its place in `values`. States of one slice are neighbours. */
  readonly position: Int32Array;
  /** values[position · questions + k] answers question k. */
  readonly values: Int32Array;
}

/**
 * Answers all questions for one focal decision maker. `values`, if given, is overwritten and returned: it must have room
 * for states · questions.
 */
export function leastReachable(
  space: StateSpace,
  cliques: readonly Cliques[],
  focal: number,
  questions: readonly Question[],
  values: Int32Array = new Int32Array(space.states * questions.length),
  control: Control = {},
): LeastReachable {
  const slices = groupBy(space, space.owned[focal]!);
  // A state's slice is not asked for any more; its place is.
  const position = slices.of;
  for (let p = 0; p < space.states; p++) position[slices.members[p]!] = p;

  const others = cliques.filter((_, dm) => dm !== focal && space.owned[dm] !== 0);
  const movers = [
    ...others.filter((mover) => mover.irreversible === 0),
    ...others.filter((mover) => mover.irreversible !== 0),
  ];
  const othersOptions = space.owned.reduce((sum, own, dm) => (dm === focal ? sum : sum + bitCount(own)), 0);
  const undoable = movers.every((mover) => mover.irreversible === 0);
  let largest = 0;
  for (let g = 0; g < slices.count; g++) largest = Math.max(largest, slices.start[g + 1]! - slices.start[g]!);
  const slice = sliceScratch(largest, movers, undoable, control);

  for (let g = 0; g < slices.count; g++) {
    const base = slices.start[g]!;
    slice.size = slices.start[g + 1]! - base;
    // Everything feasible and nothing irreversible: any state of the slice can be brought about from any other.
    const whole = undoable && slice.size === 2 ** othersOptions;
    if (slice.size > 1 && questions.some((question) => question.by === 'improvements' || !whole))
      fillSlice(slice, space, movers, slices.members, position, base);
    for (let k = 0; k < questions.length; k++) {
      const { by, keys } = questions[k]!;
      const { size, keys: local, value } = slice;
      let worst = -1;
      let worstAt = 0;
      for (let t = 0; t < size; t++) {
        const key = keys[slices.members[base + t]!]!;
        local[t] = key;
        if (key > worst) {
          worst = key;
          worstAt = t;
        }
      }
      if (size === 1 || (whole && by === 'moves')) value.fill(worst, 0, size);
      else floodSlice(slice, worstAt, by === 'moves');
      for (let t = 0, at = base * questions.length + k; t < size; t++, at += questions.length) values[at] = value[t]!;
    }
    if ((g & 15) === 0 || slice.size > 4096) checkpoint(control);
  }
  return { position, values };
}

/** Between two looks at whether to stop: a few milliseconds of a flood. */
const LOOKS = 0xffff;

/** One slice at a time, in numbers of its own: state t is the t-th of the slice. */
interface Slice {
  readonly control: Control;
  size: number;
  /**
   * Two numbers for state t and mover r, at t · stride + 2r. Without irreversible options: the list of t, and where in it
   * the states end that the mover likes less. With them: where the entries of t begin and end.
   */
  readonly links: Int32Array;
  readonly stride: number;
  /** How many movers have no irreversible option; they come first. */
  readonly plain: number;
  /** Pairs (list, end of the states in it that the mover likes less). */
  entries: Int32Array;
  /** All lists, mover by mover. */
  readonly members: Int32Array;
  readonly listStart: Int32Array;
  lists: number;
  /** By list: how far it has been flooded. */
  readonly flooded: Int32Array;
  readonly keys: Int32Array;
  readonly value: Int32Array;
  readonly reached: Uint8Array;
  readonly stack: Int32Array;
  readonly rest: Int32Array;
  readonly order: OrderScratch;
}

function sliceScratch(largest: number, movers: readonly Cliques[], undoable: boolean, control: Control): Slice {
  const listRoom = largest * movers.length + 1;
  return {
    control,
    size: 0,
    links: new Int32Array(largest * movers.length * 2),
    stride: movers.length * 2,
    plain: movers.filter((mover) => mover.irreversible === 0).length,
    entries: new Int32Array(undoable ? 0 : largest * 4),
    members: new Int32Array(largest * movers.length),
    listStart: new Int32Array(listRoom),
    lists: 0,
    flooded: new Int32Array(listRoom),
    keys: new Int32Array(largest),
    value: new Int32Array(largest),
    reached: new Uint8Array(largest),
    stack: new Int32Array(largest),
    rest: new Int32Array(largest),
    order: orderScratch(largest),
  };
}

function fillSlice(
  slice: Slice,
  space: StateSpace,
  movers: readonly Cliques[],
  states: Int32Array,
  position: Int32Array,
  base: number,
): void {
  const { links, stride, members, listStart, size } = slice;
  let lists = 0;
  let end = 0;
  let entryEnd = 0;
  for (let r = 0; r < movers.length; r++) {
    const mover = movers[r]!;
    const { of, start, lead, ranks, members: sorted } = mover;
    for (let t = 0; t < size; t++) {
      const s = states[base + t]!;
      const c = of[s]!;
      if (lead[c] !== s) continue;
      const last = start[c + 1]!;
      if (r < slice.plain) {
        listStart[lists] = end;
        let rank = -1;
        let ties = end;
        for (let p = start[c]!; p < last; p++, end++) {
          const m = sorted[p]!;
          const u = position[m]! - base;
          if (ranks[m] !== rank) {
            rank = ranks[m]!;
            ties = end;
          }
          members[end] = u;
          links[u * stride + 2 * r] = lists;
          links[u * stride + 2 * r + 1] = ties;
        }
        lists++;
      } else {
        // One list a pattern, then for each state an entry for every list whose pattern its own contains.
        const firstList = lists;
        const from = end;
        let pattern = -1;
        for (let p = start[c]!; p < last; p++, end++) {
          const m = sorted[p]!;
          const its = patternOf(mover, space.decimals === undefined ? m : space.decimals[m]!);
          if (its !== pattern) {
            pattern = its;
            listStart[lists++] = end;
          }
          members[end] = position[m]! - base;
        }
        listStart[lists] = end;
        for (let p = from; p < end; p++) {
          const u = members[p]!;
          const m = states[base + u]!;
          const its = patternOf(mover, space.decimals === undefined ? m : space.decimals[m]!);
          if (entryEnd + 2 * (lists - firstList) > slice.entries.length) {
            const larger = new Int32Array(slice.entries.length * 2 + 2 * (lists - firstList));
            larger.set(slice.entries);
            slice.entries = larger;
          }
          links[u * stride + 2 * r] = entryEnd;
          for (let x = firstList; x < lists; x++) {
            const lowest = states[base + members[listStart[x]!]!]!;
            const needed = patternOf(mover, space.decimals === undefined ? lowest : space.decimals[lowest]!);
            if ((needed & ~its) !== 0) continue;
            slice.entries[entryEnd++] = x;
            slice.entries[entryEnd++] = worseThan(
              ranks[m]!,
              ranks,
              members,
              listStart[x]!,
              listStart[x + 1]!,
              states,
              base,
            );
          }
          links[u * stride + 2 * r + 1] = entryEnd;
        }
      }
    }
  }
  listStart[lists] = end;
  slice.lists = lists;
}

/** Where the states of a list that are worse than `rank` end. */
function worseThan(
  rank: number,
  ranks: Int32Array,
  members: Int32Array,
  from: number,
  to: number,
  states: Int32Array,
  base: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranks[states[base + members[middle]!]!]! > rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

function floodSlice(slice: Slice, worstAt: number, wholeLists: boolean): void {
  const { size, keys, reached } = slice;
  reached.fill(0, 0, size);
  slice.flooded.set(slice.listStart.subarray(0, slice.lists));
  const met = floodFrom(slice, worstAt, keys[worstAt]!, wholeLists, size);
  if (met === size) return;
  // The first flood often meets most states: only the rest need be put in order.
  const { rest } = slice;
  let count = 0;
  for (let t = 0; t < size; t++) if (reached[t] === 0) rest[count++] = t;
  orderByKey(rest, count, keys, slice.order);
  let left = count;
  for (let k = 0; k < count && left > 0; k++) {
    const t = rest[k]!;
    if (reached[t] === 0) left -= floodFrom(slice, t, keys[t]!, wholeLists, left);
  }
}

/** Gives `key` to every state from which `origin` can be brought about and that has no worse key; says how many. Ends early once `left` are met. */
function floodFrom(slice: Slice, origin: number, key: number, wholeLists: boolean, left: number): number {
  const { links, stride, plain, entries, members, listStart, flooded, value, reached, stack } = slice;
  const plainEnd = plain * 2;
  reached[origin] = 1;
  value[origin] = key;
  stack[0] = origin;
  let top = 1;
  let met = 1;
  let looked = 0;
  while (top > 0 && met < left) {
    if ((++looked & LOOKS) === 0) checkpoint(slice.control);
    const first = stack[--top]! * stride;
    for (let at = first; at < first + plainEnd; at += 2) {
      const list = links[at]!;
      const end = wholeLists ? listStart[list + 1]! : links[at + 1]!;
      let next = flooded[list]!;
      if (next >= end) continue;
      flooded[list] = end;
      for (; next < end; next++) {
        const u = members[next]!;
        if (reached[u] !== 0) continue;
        reached[u] = 1;
        value[u] = key;
        stack[top++] = u;
        met++;
      }
    }
    for (let at = first + plainEnd; at < first + stride; at += 2) {
      const lastEntry = links[at + 1]!;
      for (let entry = links[at]!; entry < lastEntry; entry += 2) {
        const list = entries[entry]!;
        const end = wholeLists ? listStart[list + 1]! : entries[entry + 1]!;
        let next = flooded[list]!;
        if (next >= end) continue;
        flooded[list] = end;
        for (; next < end; next++) {
          const u = members[next]!;
          if (reached[u] !== 0) continue;
          reached[u] = 1;
          value[u] = key;
          stack[top++] = u;
          met++;
        }
      }
    }
  }
  return met;
}
