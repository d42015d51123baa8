/**
 * {@link ./least-reachable.ts} on a cube: the same search, with arithmetic in place of most of its memory.
 *
 * In the slice in which the focal decision maker's bits are v, a point is the number t of the others' bits; its place in
 * the results is (v << others' bits) + t. All that a flood touches in a slice of 2^16 points and four movers is about
 * 700 KB, most of it bytes read in order.
 */
import { smallArray, type Cube, type Lists, type Small } from './cube.ts';
import { checkpoint, type Control } from './limits.ts';
import { orderByKey, orderScratch, type OrderScratch } from './order-by-key.ts';

/**
 * Numbers for all points of the cube, slice by slice. Slices are a power of two long; if they lay that far apart, the
 * states of a clique would all fall on the same few lines of the cache, so each begins a line later.
 */
export interface Places {
  /** Points in a slice, and how far apart slices begin: the place of point t of slice v is v · stride + t. */
  readonly size: number;
  readonly stride: number;
  readonly slices: number;
}

const LINE = 16; // 32-bit numbers in a cache line

export function placesOf(cube: Cube, focal: number): Places {
  const { width } = cube.blocks[focal]!;
  const size = 2 ** (cube.bits - width);
  return { size, stride: size + LINE, slices: 2 ** width };
}

/** Room for the places of any focal decision maker. */
export const placeRoom = (cube: Cube): number =>
  Math.max(0, ...cube.blocks.map((_, dm) => placesOf(cube, dm)).map(({ stride, slices }) => stride * slices));

export interface CubeQuestion {
  readonly by: 'moves' | 'improvements';
  /** By place: larger is worse for the focal decision maker; −1 at infeasible points, and there only. */
  readonly keys: Int32Array;
  /** By place: gets the worst key within reach of the others. */
  readonly values: Int32Array;
}

interface Mover {
  /** Where its bits are in t, and how many they are. */
  readonly offset: number;
  readonly width: number;
  readonly irreversible: number;
  readonly lists: Lists;
  /** Where its lists begin among all movers' lists, and their members among all members. */
  readonly firstList: number;
  readonly firstMember: number;
}

interface Slice {
  readonly control: Control;
  readonly size: number;
  readonly movers: readonly Mover[];
  /** Movers without irreversible options come first; this many. */
  readonly plain: number;
  /** By mover: offset, width, firstList, firstMember, irreversible. */
  readonly numbers: Int32Array;
  /** worse[t · movers + r]: how many states of t's clique mover r likes less. */
  readonly worse: Small;
  readonly members: Small;
  /** By list: how many members it has. */
  readonly sizes: Small;
  /** By list: how many of its members have been flooded. */
  readonly flooded: Small;
  /** By list of a mover with irreversible options: up to which `worse` it has been flooded, and all lists below it too. */
  readonly level: Small;
  readonly reached: Uint8Array;
  readonly stack: Int32Array;
  readonly rest: Int32Array;
  readonly order: OrderScratch;
  /** By state: the part of the slice within which all moves of the others stay, if none is irreversible. */
  readonly part: Int32Array;
  /** The others' irreversible options, as a mask over t, and a key for each combination of them. */
  readonly permanent: number;
  readonly onward: Int32Array;
}

const NUMBERS = 5;

/** Between two looks at whether to stop: a few milliseconds of a flood. */
const LOOKS = 0xffff;

export function floodCube(
  cube: Cube,
  lists: readonly Lists[],
  focal: number,
  questions: readonly CubeQuestion[],
  control: Control,
): void {
  const { size, stride, slices } = placesOf(cube, focal);
  const slice = sliceScratch(cube, lists, focal, control);
  const undoable = slice.plain === slice.movers.length;
  for (let v = 0; v < slices; v++) {
    const base = v * stride;
    let filled = false;
    let parts = 0;
    for (const question of questions) {
      const keys = question.keys.subarray(base, base + size);
      const values = question.values.subarray(base, base + size);
      const byMoves = question.by === 'moves';
      let worst = -1;
      let worstAt = 0;
      let states = 0;
      for (let t = 0; t < size; t++) {
        const key = keys[t]!;
        if (key >= 0) states++;
        if (key > worst) {
          worst = key;
          worstAt = t;
        }
      }
      values.fill(worst);
      if (states < 2) continue;
      if (byMoves && states === size) {
        // Everything is feasible: any state of the slice that takes nothing irreversible back can be brought about.
        if (!undoable) worstOnward(slice, keys, values);
        continue;
      }
      if (!filled) fillSlice(slice, cube, focal, v);
      filled = true;
      if (byMoves && undoable) {
        if (parts === 0) parts = findParts(slice, keys, states);
        if (parts > 1) worstOfParts(slice, parts, keys, values);
      } else floodSlice(slice, states, keys, values, worstAt, byMoves);
    }
    if ((v & 15) === 0 || size > 4096) checkpoint(control);
  }
}

function sliceScratch(cube: Cube, lists: readonly Lists[], focal: number, control: Control): Slice {
  const own = cube.blocks[focal]!;
  const size = 2 ** (cube.bits - own.width);
  const others = cube.blocks
    .map((block, dm) => ({ ...block, dm }))
    .filter(({ dm, width }) => dm !== focal && width > 0)
    .toSorted((a, b) => Number(a.irreversible > 0) - Number(b.irreversible > 0));
  const movers: Mover[] = [];
  let firstList = 0;
  for (const [r, { dm, offset, width, irreversible }] of others.entries()) {
    const at = dm < focal ? offset : offset - own.width;
    movers.push({ offset: at, width, irreversible, lists: lists[dm]!, firstList, firstMember: r * size });
    firstList += 2 ** (cube.bits - own.width - width + irreversible);
  }
  const permanent = movers.reduce(
    (mask, m) => mask | ((2 ** m.irreversible - 1) << (m.offset + m.width - m.irreversible)),
    0,
  );
  const numbers = movers.flatMap((m) => [m.offset, m.width, m.firstList, m.firstMember, m.irreversible]);
  return {
    control,
    size,
    movers,
    plain: movers.filter((mover) => mover.irreversible === 0).length,
    numbers: Int32Array.from(numbers),
    worse: smallArray(cube, size * movers.length),
    members: smallArray(cube, size * movers.length),
    sizes: smallArray(cube, firstList),
    flooded: smallArray(cube, firstList),
    level: smallArray(cube, firstList),
    reached: new Uint8Array(size),
    stack: new Int32Array(size),
    rest: new Int32Array(size),
    order: orderScratch(size),
    part: new Int32Array(cube.isFull ? 0 : size),
    permanent,
    onward: new Int32Array(permanent === 0 ? 0 : permanent + 1),
  };
}

/** Copies what belongs to the slice in which the focal decision maker's bits are `v`. */
function fillSlice(slice: Slice, cube: Cube, focal: number, v: number): void {
  const own = cube.blocks[focal]!;
  const { size, movers, worse, members, sizes } = slice;
  const ownLow = 2 ** own.offset - 1;
  for (let r = 0; r < movers.length; r++) {
    const mover = movers[r]!;
    const { lists, width, irreversible } = mover;
    const stride = movers.length;
    for (let t = 0, at = r; t < size; t++, at += stride) {
      worse[at] = lists.worse[((t >>> own.offset) << (own.offset + own.width)) | (v << own.offset) | (t & ownLow)]!;
    }
    // Among the mover's cliques those of the slice have v at this bit.
    const bit = mover.offset < own.offset ? own.offset - width : own.offset;
    const cliqueLow = 2 ** bit - 1;
    const clique = 2 ** width;
    const cliques = size >>> width;
    for (let c = 0, to = mover.firstMember; c < cliques; c++) {
      let from = (((c >>> bit) << (bit + own.width)) | (v << bit) | (c & cliqueLow)) << width;
      for (const end = to + clique; to < end; to++, from++) members[to] = lists.ordered[from]!;
    }
    if (lists.sizes === undefined)
      sizes.fill(2 ** (width - irreversible), mover.firstList, mover.firstList + (cliques << irreversible));
    else {
      for (let c = 0; c < cliques; c++) {
        const from = (((c >>> bit) << (bit + own.width)) | (v << bit) | (c & cliqueLow)) << irreversible;
        for (let p = 0; p < 2 ** irreversible; p++)
          sizes[mover.firstList + (c << irreversible) + p] = lists.sizes[from + p]!;
      }
    }
  }
}

/** With everything feasible, moves lead to all states in which the irreversible options taken are taken still. */
function worstOnward({ size, permanent, onward }: Slice, keys: Int32Array, values: Int32Array): void {
  onward.fill(-1);
  for (let t = 0; t < size; t++) {
    const taken = t & permanent;
    if (keys[t]! > onward[taken]!) onward[taken] = keys[t]!;
  }
  for (let left = permanent; left !== 0; left &= left - 1) {
    const option = left & -left;
    // All combinations of the other irreversible options, ascending.
    const others = permanent & ~option;
    for (let taken = 0; ; taken = (taken - others) & others) {
      if (onward[taken | option]! > onward[taken]!) onward[taken] = onward[taken | option]!;
      if (taken === others) break;
    }
  }
  for (let t = 0; t < size; t++) values[t] = onward[t & permanent]!;
}

/** Without irreversible options moves are mutual: numbers the parts of the slice that they join, from 0. */
function findParts(slice: Slice, keys: Int32Array, states: number): number {
  const { size, reached, part } = slice;
  for (let t = 0; t < size; t++) reached[t] = keys[t]! >>> 31;
  slice.flooded.fill(0);
  slice.level.fill(0);
  let parts = 0;
  let met = 0;
  for (let t = 0; met < states; t++)
    if (reached[t] === 0) met += floodFrom(slice, t, parts++, part, true, states - met);
  return parts;
}

function worstOfParts({ size, part }: Slice, parts: number, keys: Int32Array, values: Int32Array): void {
  const worst = new Int32Array(parts).fill(-1);
  for (let t = 0; t < size; t++) if (keys[t]! >= 0 && keys[t]! > worst[part[t]!]!) worst[part[t]!] = keys[t]!;
  for (let t = 0; t < size; t++) if (keys[t]! >= 0) values[t] = worst[part[t]!]!;
}

function floodSlice(
  slice: Slice,
  states: number,
  keys: Int32Array,
  values: Int32Array,
  worstAt: number,
  wholeLists: boolean,
): void {
  const { size, reached, rest, order } = slice;
  for (let t = 0; t < size; t++) reached[t] = keys[t]! >>> 31;
  slice.flooded.fill(0);
  slice.level.fill(0);
  // The values already are the worst key; all states that have it are flooded together.
  let met = 0;
  let height = 0;
  for (let t = worstAt; t < size; t++) {
    if (keys[t] !== keys[worstAt]) continue;
    reached[t] = 1;
    slice.stack[height++] = t;
    met++;
  }
  const few = wholeLists ? size : size >>> 3;
  const found = floodOn(slice, height, -1, values, wholeLists, Math.min(few, states - met));
  met += found;
  if (found >= few && met < states) {
    const swept = sweep(slice, keys);
    met += swept.met;
    met += floodOn(slice, swept.height, -1, values, wholeLists, states - met);
  }
  if (met === states) return;
  // The first flood often meets most states: only the rest need be put in order.
  let count = 0;
  for (let t = 0; t < size; t++) if (reached[t] === 0) rest[count++] = t;
  orderByKey(rest, count, keys, order);
  const { stack } = slice;
  for (let k = 0; k < count && met < states; k++) {
    const t = rest[k]!;
    if (reached[t] !== 0) continue;
    // The states of one key that have not been met are flooded together.
    const key = keys[t]!;
    let seeds = 0;
    for (; k < count && keys[rest[k]!] === key; k++) {
      const u = rest[k]!;
      if (reached[u] !== 0) continue;
      reached[u] = 1;
      values[u] = key;
      stack[seeds++] = u;
    }
    k--;
    met += seeds;
    met += floodOn(slice, seeds, key, values, wholeLists, states - met);
  }
}

/**
 * Goes on with the flood of the worst key, which often meets most states of a slice, without jumping about: mover by mover
 * and clique by clique in order of memory, whatever is worse than the best state met so far is met, too. Sweeps are
 * repeated while they find many states, twice or three times as a rule; where to flood on from is then on the stack.
 */
function sweep(slice: Slice, keys: Int32Array): { readonly met: number; readonly height: number } {
  const { size, movers, plain, reached, stack } = slice;
  let met = 0;
  let height = 0;
  do {
    height = 0;
    for (let r = 0; r < plain; r++) height = sweepMover(slice, r, height);
    met += height;
  } while (height > size >>> 4);
  if (plain < movers.length) {
    // The moves of the other movers have not been looked at from any state.
    height = 0;
    for (let t = 0; t < size; t++) if (reached[t] === 1 && keys[t]! >= 0) stack[height++] = t;
  }
  return { met, height };
}

/** Puts the states it meets on the stack, which holds `height` already. */
function sweepMover(slice: Slice, r: number, height: number): number {
  const { size, numbers, movers, worse, members, sizes, flooded, reached, stack } = slice;
  const stride = movers.length;
  const offset = numbers[r * NUMBERS]!;
  const width = numbers[r * NUMBERS + 1]!;
  const firstList = numbers[r * NUMBERS + 2]!;
  const firstMember = numbers[r * NUMBERS + 3]!;
  const low = (1 << offset) - 1;
  const cliques = size >>> width;
  for (let clique = 0; clique < cliques; clique++) {
    const list = firstList + clique;
    const first = firstMember + (clique << width);
    let next = flooded[list]!;
    let best = sizes[list]! - 1;
    if (next >= best) continue;
    const bare = ((clique >>> offset) << (offset + width)) | (clique & low);
    while (best >= next && reached[bare | (members[first + best]! << offset)] === 0) best--;
    if (best < next) continue;
    const end = worse[(bare | (members[first + best]! << offset)) * stride + r]!;
    if (end <= next) continue;
    flooded[list] = end;
    for (; next < end; next++) {
      const u = bare | (members[first + next]! << offset);
      if (reached[u] !== 0) continue;
      reached[u] = 1;
      stack[height++] = u;
    }
  }
  return height;
}

/**
 * Gives `key` to every state from which `origin` can be brought about and that has no worse key; says how many. With −1
 * their values are left as they are. Ends early once it has met the `left` states that are left.
 */
function floodFrom(
  slice: Slice,
  origin: number,
  key: number,
  values: Int32Array,
  wholeLists: boolean,
  left: number,
): number {
  slice.reached[origin] = 1;
  if (key >= 0) values[origin] = key;
  slice.stack[0] = origin;
  return 1 + floodOn(slice, 1, key, values, wholeLists, left - 1);
}

/** The same from the states on the stack, which have been met and counted. */
function floodOn(
  slice: Slice,
  onStack: number,
  key: number,
  values: Int32Array,
  wholeLists: boolean,
  left: number,
): number {
  const { movers, plain, numbers, worse, members, sizes, flooded, level, reached, stack } = slice;
  const stride = movers.length;
  const writes = key >= 0;
  let height = onStack;
  let met = 0;
  let looked = 0;
  while (height > 0 && met < left) {
    const t = stack[--height]!;
    if ((++looked & LOOKS) === 0) checkpoint(slice.control);
    for (let r = 0, at = 0; r < stride; r++, at += NUMBERS) {
      const its = worse[t * stride + r]!;
      if (its === 0 && !wholeLists) continue;
      const offset = numbers[at]!;
      const width = numbers[at + 1]!;
      const top = (t >>> (offset + width)) << offset;
      const low = t & ((1 << offset) - 1);
      const clique = top | low;
      // The clique's point at which the mover's bits are 0.
      const bare = (top << width) | low;
      if (r < plain) {
        const list = numbers[at + 2]! + clique;
        const end = wholeLists ? sizes[list]! : its;
        let next = flooded[list]!;
        if (next >= end) continue;
        flooded[list] = end;
        const first = numbers[at + 3]! + (clique << width);
        for (; next < end; next++) {
          const u = bare | (members[first + next]! << offset);
          if (reached[u] !== 0) continue;
          reached[u] = 1;
          if (writes) values[u] = key;
          stack[height++] = u;
          met++;
        }
        continue;
      }
      // Every list whose pattern is contained in that of t.
      const irreversible = numbers[at + 4]!;
      const room = width - irreversible;
      const pattern = (t >>> (offset + room)) & ((1 << irreversible) - 1);
      const firstList = numbers[at + 2]! + (clique << irreversible);
      const upTo = wholeLists ? 1 << width : its;
      for (let part = pattern; ; part = (part - 1) & pattern) {
        const list = firstList + part;
        if (level[list]! >= upTo) {
          // Whoever raised the level of the whole pattern has raised that of its parts.
          if (part === pattern || part === 0) break;
          continue;
        }
        level[list] = upTo;
        const end = sizes[list]!;
        const first = numbers[at + 3]! + (clique << width) + (part << room);
        let next = flooded[list]!;
        for (; next < end; next++) {
          const u = bare | (members[first + next]! << offset);
          if (!wholeLists && worse[u * stride + r]! >= its) break;
          if (reached[u] !== 0) continue;
          reached[u] = 1;
          if (writes) values[u] = key;
          stack[height++] = u;
          met++;
        }
        flooded[list] = next;
        if (part === 0) break;
      }
    }
  }
  return met;
}
