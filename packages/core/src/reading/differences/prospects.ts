/**
 * How likely one thing is told to be: a breakthrough `unlikely` here and `probable` there. From the rows of chances that have a
 * range; only ranges that do not meet differ. What is judged is told coarsely (a deal, success, a truce, a meeting): of two deals
 * in one case it knows nothing.
 */
import type { ChanceRow } from '../rows.ts';
import type { Aspect } from './aspect.ts';
import { strengthOrChange } from './stance.ts';

interface Told {
  readonly what: string;
  readonly range: readonly [number, number];
  readonly said: string;
}

const THINGS: readonly (readonly [string, RegExp])[] = [
  ['a truce', /\b(?:truce|cease-?fire|armistice)\b/i],
  ['a deal', /\b(?:deal|agreement|accord|settlement|treaty|compromise|signing|sign)\b/i],
  ['success', /\b(?:breakthrough|success(?:ful)?|outcome|progress|result)\b/i],
  ['a meeting', /\b(?:meeting|summit|come|attend|meet)\b/i],
];

export const prospects: Aspect<Told> = {
  facts: ({ rows }) =>
    rows.flatMap((row) => {
      if (row.kind !== 'chance' || row.range === undefined) return [];
      const what = THINGS.find(([, pattern]) => pattern.test(row.exact))?.[0];
      if (what === undefined) return [];
      const { start, end, exact } = row;
      const told = { what, range: row.range, said: sayChance(row) };
      return [{ key: what, value: row.range.join('–'), told, words: { start, end, exact } }];
    }),
  compare: (a, b) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (x.range[1] > y.range[0] && y.range[1] > x.range[0]) return [];
    return strengthOrChange(a, b, `how likely ${x.what} is: ${x.said} or ${y.said}`, 'chance', NOTHING_DECIDED);
  },
};

const NOTHING_DECIDED: ReadonlySet<string> = new Set();

const sayChance = ({ cue, range }: ChanceRow): string =>
  `“${cue.exact}” (${Math.round(range![0] * 100)} to ${Math.round(range![1] * 100)} %)`;
