/**
 * Where one decision maker moves: its *cliques*, the sets of states that differ in its own options only. Within a clique
 * every state can be reached from every other, except against an irreversible option: then q can be reached from s when
 * q's *pattern* (the irreversible options already changed) contains that of s.
 *
 * A clique is kept as lists, one for each pattern in it, each from the mover's worst state to its best; without
 * irreversible options a clique is one list. O(states · log clique) time, three integers a state, never a matrix.
 */
import { groupBy } from './grouping.ts';
import type { Ranks } from './model.ts';
import type { StateSpace } from './state-space.ts';

export interface Cliques {
  readonly ranks: Ranks;
  readonly count: number;
  /** By state: its clique. */
  readonly of: Int32Array;
  /** Clique c holds members[start[c]] … members[start[c + 1] − 1]. */
  readonly start: Int32Array;
  /** Clique by clique, list by list, worst first. */
  readonly members: Int32Array;
  /** By clique: its lowest state. */
  readonly lead: Int32Array;
  /** Irreversible options of the mover, as a mask; 0 when all can be changed both ways. */
  readonly irreversible: number;
  /** By irreversible option: its value before the change, as a mask over decimals. */
  readonly unchanged: number;
}

export function cliquesOf(space: StateSpace, dm: number, ranks: Ranks): Cliques {
  const own = space.owned[dm]!;
  const { of, start, members, count } = groupBy(space, (2 ** space.options - 1) & ~own);
  const lead = new Int32Array(count);
  for (let c = 0; c < count; c++) lead[c] = members[start[c]!]!;
  const irreversible = own & (space.onlyToYes | space.onlyToNo);
  const cliques = { ranks, count, of, start, members, lead, irreversible, unchanged: own & space.onlyToNo };
  if (irreversible === 0) sortByRank(cliques);
  else sortByPattern(cliques, space.decimals);
  return cliques;
}

/** The irreversible options changed in a state. */
export const patternOf = (cliques: Cliques, decimal: number): number =>
  (decimal ^ cliques.unchanged) & cliques.irreversible;

/** Up to this many members insertion beats a call of the engine's sort (measured: even at about 60). */
const INSERTION = 48;

function sortByRank({ ranks, start, members, count }: Cliques): void {
  let largest = 0;
  for (let c = 0; c < count; c++) largest = Math.max(largest, start[c + 1]! - start[c]!);
  const keys = new Int32Array(Math.min(largest, INSERTION));
  const packed = new Float64Array(largest > INSERTION ? largest : 0);
  const before = new Int32Array(packed.length);
  for (let c = 0; c < count; c++) {
    const from = start[c]!;
    const size = start[c + 1]! - from;
    if (size <= INSERTION) {
      for (let k = 0; k < size; k++) {
        const member = members[from + k]!;
        const key = ranks[member]!;
        let at = k;
        while (at > 0 && keys[at - 1]! < key) {
          keys[at] = keys[at - 1]!;
          members[from + at] = members[from + at - 1]!;
          at--;
        }
        keys[at] = key;
        members[from + at] = member;
      }
    } else {
      // Rank and place in one number: below 2^31 · 2^22, exact.
      for (let k = 0; k < size; k++) {
        before[k] = members[from + k]!;
        packed[k] = ranks[before[k]!]! * size + k;
      }
      packed.subarray(0, size).sort();
      for (let k = 0; k < size; k++) members[from + k] = before[packed[size - 1 - k]! % size]!;
    }
  }
}

function sortByPattern(cliques: Cliques, decimals: Int32Array | undefined): void {
  const { ranks, start, members, count } = cliques;
  const pattern = (s: number): number => patternOf(cliques, decimals === undefined ? s : decimals[s]!);
  for (let c = 0; c < count; c++) {
    members.subarray(start[c]!, start[c + 1]!).sort((a, b) => pattern(a) - pattern(b) || ranks[b]! - ranks[a]!);
  }
}
