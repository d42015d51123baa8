/**
 * An option model as a cube of 2^options points, for models whose states fill a fair share of it.
 *
 * A *point* is a state's decimal with the options put in order of their owners, so that each decision maker's are
 * neighbouring bits (those that are irreversible highest), and with options that only change to no turned round. Then a
 * decision maker's *clique* is the points that differ in its bits alone, numbered by the point without them; its place
 * in memory is arithmetic, and a member of a clique is a small number, mostly a byte. Compared with lists of 32-bit
 * states ({@link ./cliques.ts}) the search for sanctions touches an eighth of the memory, and 5 decision makers with 20
 * options take half the time.
 *
 * Infeasible points are in no list. O(2^options) bytes twice for each decision maker.
 */
import type { Ranks } from './model.ts';
import type { StateSpace } from './state-space.ts';

/** Numbers up to the size of the largest clique. */
export type Small = Uint8Array | Uint16Array | Int32Array;

export interface Block {
  /** Lowest bit of the decision maker's options in a point, and how many they are. */
  readonly offset: number;
  readonly width: number;
  /** How many of them, the highest, are irreversible. */
  readonly irreversible: number;
}

export interface Cube {
  readonly bits: number;
  readonly points: number;
  readonly blocks: readonly Block[];
  /** By point: its state, −1 if infeasible; undefined if point and state are the same number. */
  readonly stateAt: Int32Array | undefined;
  readonly isFull: boolean;
}

/** One decision maker's preferences within its cliques. */
export interface Lists {
  /** By point: how many states of its clique the mover likes less. */
  readonly worse: Small;
  /**
   * Clique by clique and, in it, pattern by pattern, at (clique << width) + (pattern << width − irreversible): the values
   * of the mover's own bits, worst first.
   */
  readonly ordered: Small;
  /** By list, (clique << irreversible) + pattern: how many states are in it; undefined if always all. */
  readonly sizes: Int32Array | undefined;
}

/** Most points for one state. Above it, lists of states take less room than the cube. */
const THINNEST = 12;
const MOST_BITS = 26;

/** Whether the states fill enough of the cube. */
export const cubeFits = ({ options, states }: StateSpace): boolean =>
  options <= MOST_BITS && 2 ** options <= Math.max(256, states * THINNEST);

export function cubeOf(space: StateSpace): Cube {
  const points = 2 ** space.options;
  const blocks: Block[] = [];
  const bitOfOption: number[] = [];
  let offset = 0;
  const irreversible = space.onlyToYes | space.onlyToNo;
  for (const own of space.owned) {
    const options = [...Array(space.options).keys()].filter((k) => ((own >>> k) & 1) === 1);
    const last = options.filter((k) => ((irreversible >>> k) & 1) === 1);
    const first = options.filter((k) => !last.includes(k));
    for (const [at, k] of [...first, ...last].entries()) bitOfOption[k] = offset + at;
    blocks.push({ offset, width: options.length, irreversible: last.length });
    offset += options.length;
  }
  const inPlace = bitOfOption.every((bit, k) => bit === k) && space.onlyToNo === 0;
  const isFull = space.decimals === undefined;
  if (isFull && inPlace) return { bits: space.options, points, blocks, stateAt: undefined, isFull };

  // The point of a decimal, bit by bit: that of the decimal without its lowest option, and that option's own bit.
  const stateAt = new Int32Array(points).fill(-1);
  if (inPlace) {
    for (let s = 0; s < space.states; s++) stateAt[space.decimals![s]!] = s;
  } else {
    const pointOf = new Int32Array(points);
    for (let d = 1; d < points; d++) {
      const lowest = 31 - Math.clz32(d & -d);
      pointOf[d] = pointOf[d & (d - 1)]! | (1 << bitOfOption[lowest]!);
    }
    const turned = pointOf[space.onlyToNo]!;
    for (let s = 0; s < space.states; s++) {
      stateAt[pointOf[space.decimals === undefined ? s : space.decimals[s]!]! ^ turned] = s;
    }
  }
  return { bits: space.options, points, blocks, stateAt, isFull };
}

/** Room for `length` numbers up to 2^width, width the largest of any block. */
export function smallArray(cube: Cube, length: number): Small {
  const widest = Math.max(...cube.blocks.map((block) => block.width));
  return widest < 8 ? new Uint8Array(length) : widest < 16 ? new Uint16Array(length) : new Int32Array(length);
}

/** Up to this many members insertion beats a call of the engine's sort. */
const INSERTION = 48;

export function listsOf(cube: Cube, dm: number, ranks: Ranks): Lists {
  const { offset, width, irreversible } = cube.blocks[dm]!;
  const { stateAt } = cube;
  const worse = smallArray(cube, cube.points);
  const ordered = smallArray(cube, cube.points);
  const cliques = 2 ** (cube.bits - width);
  const clique = 2 ** width;
  const rest = width - irreversible;
  const sizes = cube.isFull ? undefined : new Int32Array(cliques << irreversible);
  const low = 2 ** offset - 1;
  const keys = new Int32Array(clique);
  const values = new Int32Array(clique);
  const packed = new Float64Array(clique > INSERTION ? clique : 0);
  const places = new Int32Array(2 ** irreversible);
  for (let c = 0; c < cliques; c++) {
    const base = ((c >>> offset) << (offset + width)) | (c & low);
    // Worst first.
    let size = 0;
    if (clique <= INSERTION) {
      for (let v = 0; v < clique; v++) {
        const point = base | (v << offset);
        const state = stateAt === undefined ? point : stateAt[point]!;
        if (state < 0) continue;
        const key = ranks[state]!;
        let at = size++;
        while (at > 0 && keys[at - 1]! < key) {
          keys[at] = keys[at - 1]!;
          values[at] = values[at - 1]!;
          at--;
        }
        keys[at] = key;
        values[at] = v;
      }
    } else {
      for (let v = 0; v < clique; v++) {
        const point = base | (v << offset);
        const state = stateAt === undefined ? point : stateAt[point]!;
        // Rank and value in one number: below 2^31 · 2^26, in which doubles are exact.
        if (state >= 0) packed[size++] = ranks[state]! * clique + v;
      }
      packed.subarray(0, size).sort();
      for (let k = 0; k < size; k++) {
        const both = packed[size - 1 - k]!;
        keys[k] = Math.floor(both / clique);
        values[k] = both - keys[k]! * clique;
      }
    }
    let below = 0;
    if (irreversible === 0) {
      const from = c << width;
      for (let k = 0; k < size; k++) {
        if (k > 0 && keys[k] !== keys[k - 1]) below = k;
        worse[base | (values[k]! << offset)] = below;
        ordered[from + k] = values[k]!;
      }
      if (sizes !== undefined) sizes[c] = size;
    } else {
      places.fill(0);
      for (let k = 0; k < size; k++) {
        if (k > 0 && keys[k] !== keys[k - 1]) below = k;
        worse[base | (values[k]! << offset)] = below;
        const pattern = values[k]! >>> rest;
        ordered[(c << width) + (pattern << rest) + places[pattern]!++] = values[k]!;
      }
      if (sizes !== undefined) sizes.set(places, c << irreversible);
    }
  }
  return { worse, ordered, sizes };
}
