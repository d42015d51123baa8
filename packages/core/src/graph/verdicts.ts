/**
 * Verdicts of one decision maker on all states, for several concepts in one walk.
 *
 * In each of its cliques, from its best state to its worst, the mildest sanction over the strictly better states is
 * carried along: a state is stable when even that one leaves the decision maker no better off. With irreversible options
 * the better states must also be within reach, so the mildest sanction is carried for every pattern.
 * O(states · concepts), with irreversible options O(states · patterns · concepts).
 */
import { patternOf, type Cliques } from './cliques.ts';
import type { LeastReachable } from './least-reachable.ts';
import type { StateSpace } from './state-space.ts';

const NONE = 0x7fffffff;

/**
 * Sets, by state, one bit for each concept by which it is stable for the mover of `own`: bit `bits[k]` for the sanctions
 * of question k, and `nashBit` where there is no improvement.
 */
export function verdicts(
  space: StateSpace,
  own: Cliques,
  sanctions: LeastReachable,
  bits: readonly number[],
  nashBit: number,
): Uint8Array {
  const stable = new Uint8Array(space.states);
  if (own.irreversible === 0) reversible(own, sanctions, bits, nashBit, stable);
  else withPatterns(space, own, sanctions, bits, nashBit, stable);
  return stable;
}

function reversible(
  own: Cliques,
  { position, values }: LeastReachable,
  bits: readonly number[],
  nashBit: number,
  stable: Uint8Array,
): void {
  const { start, members, ranks, count } = own;
  const width = bits.length;
  const all = bits.reduce((sum, bit) => sum | bit, nashBit);
  const mildest = new Int32Array(width);
  const bit = Uint8Array.from(bits);
  for (let c = 0; c < count; c++) {
    const first = start[c]!;
    let p = start[c + 1]! - 1;
    mildest.fill(NONE);
    const best = ranks[members[p]!]!;
    for (let rank = best; ;) {
      // The states of one rank: judged alike, then counted as better ones for those below.
      let verdict = all;
      if (rank !== best) {
        verdict = 0;
        for (let k = 0; k < width; k++) if (mildest[k]! >= rank) verdict |= bit[k]!;
      }
      let q = p;
      do {
        const s = members[q]!;
        stable[s] = verdict;
        const at = position[s]! * width;
        for (let k = 0; k < width; k++) if (values[at + k]! < mildest[k]!) mildest[k] = values[at + k]!;
        q--;
      } while (q >= first && ranks[members[q]!]! === rank);
      if (q < first) break;
      p = q;
      rank = ranks[members[p]!]!;
    }
  }
}

function withPatterns(
  space: StateSpace,
  own: Cliques,
  { position, values }: LeastReachable,
  bits: readonly number[],
  nashBit: number,
  stable: Uint8Array,
): void {
  const width = bits.length;
  const all = bits.reduce((sum, bit) => sum | bit, nashBit);
  walkPatterns(space, own, (lists) => {
    const mildest = new Int32Array(lists * width).fill(NONE);
    const improvable = new Uint8Array(lists);
    return {
      judge: (s, list) => {
        if (improvable[list] === 0) {
          stable[s] = all;
          return;
        }
        let verdict = 0;
        for (let k = 0; k < width; k++) if (mildest[list * width + k]! >= own.ranks[s]!) verdict |= bits[k]!;
        stable[s] = verdict;
      },
      count: (s, list) => {
        improvable[list] = 1;
        const at = position[s]! * width;
        for (let k = 0; k < width; k++) {
          if (values[at + k]! < mildest[list * width + k]!) mildest[list * width + k] = values[at + k]!;
        }
      },
    };
  });
}

/**
 * The best rank its mover can answer with in each state: that of the best state within its reach, the state itself
 * included.
 */
export function bestAnswers(space: StateSpace, own: Cliques): Int32Array {
  const { start, members, ranks, count } = own;
  const answers = new Int32Array(space.states);
  if (own.irreversible === 0) {
    for (let c = 0; c < count; c++) {
      const last = start[c + 1]!;
      const best = ranks[members[last - 1]!]!;
      for (let p = start[c]!; p < last; p++) answers[members[p]!] = best;
    }
    return answers;
  }
  answers.set(ranks);
  walkPatterns(space, own, (lists) => {
    const best = new Int32Array(lists).fill(NONE);
    return {
      judge: (s, list) => {
        answers[s] = Math.min(ranks[s]!, best[list]!);
      },
      count: (s, list) => {
        best[list] = Math.min(best[list]!, ranks[s]!);
      },
    };
  });
  return answers;
}

interface PatternWalk {
  /** Called for a state and its list once all strictly better states have been counted. */
  readonly judge: (state: number, list: number) => void;
  /** Called for a state and every list whose states can move to it. */
  readonly count: (state: number, list: number) => void;
}

/** Walks each clique from best to worst. Lists are the patterns that occur in the clique. */
function walkPatterns(space: StateSpace, own: Cliques, begin: (lists: number) => PatternWalk): void {
  const { start, members, ranks, count } = own;
  const pattern = (s: number): number => patternOf(own, space.decimals === undefined ? s : space.decimals[s]!);
  for (let c = 0; c < count; c++) {
    const states = members.subarray(start[c]!, start[c + 1]!);
    const patterns = [...new Set(Array.from(states, pattern))];
    const listOf = new Map(patterns.map((its, k) => [its, k]));
    const walk = begin(patterns.length);
    const order = states.slice().sort((a, b) => ranks[a]! - ranks[b]!);
    for (let from = 0; from < order.length;) {
      let to = from;
      while (to < order.length && ranks[order[to]!]! === ranks[order[from]!]!) to++;
      for (let k = from; k < to; k++) walk.judge(order[k]!, listOf.get(pattern(order[k]!))!);
      for (let k = from; k < to; k++) {
        const its = pattern(order[k]!);
        for (let x = 0; x < patterns.length; x++) if ((patterns[x]! & ~its) === 0) walk.count(order[k]!, x);
      }
      from = to;
    }
  }
}
