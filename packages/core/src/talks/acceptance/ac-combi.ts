/**
 * AC_combi(T, α): accept by AC_next; from time T on also what is worth at least α. α is a number, `any`, or what is to be
 * hoped for in the time that is left, going by a window of the same length just gone: the `best` or the `average` of the
 * offers in it (MAX^W, AVG^W). With nothing heard in the window before the offer, any will do.
 */
import type { AcceptanceCondition } from './acceptance.ts';

export interface AcCombi {
  /** T. Default 0.99. */
  readonly from?: number;
  /** α. Default `best`. */
  readonly atLeast?: number | 'any' | 'best' | 'average';
}

export function acCombi(options: AcCombi = {}): AcceptanceCondition {
  const { from = 0.99, atLeast = 'best' } = options;
  return {
    id: `AC_combi(${from}, ${atLeast})`,
    start() {
      const utilities: number[] = [];
      const times: number[] = [];
      const hoped = (now: number): number => {
        if (atLeast === 'any') return -Infinity;
        if (typeof atLeast === 'number') return atLeast;
        // The offer to be judged is the last one heard; it does not count.
        let sum = 0;
        let count = 0;
        let best = -Infinity;
        for (let k = utilities.length - 2; k >= 0 && times[k]! >= now - (1 - now); k--) {
          sum += utilities[k]!;
          count++;
          best = Math.max(best, utilities[k]!);
        }
        return atLeast === 'best' || count === 0 ? best : sum / count;
      };
      return {
        accepts: (utility, next, time) => utility >= next || (time >= from && utility >= hoped(time)),
        hear(utility, time) {
          utilities.push(utility);
          times.push(time);
        },
      };
    },
  };
}
