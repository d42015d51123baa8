/** What is to be done or had, out of the words around it: `has expressed his willingness to join the talks` → `join the talks`. */
import type { Line, Range } from './clauses.ts';

const BEFORE_TO = new Set(
  `willingness readiness ready willing prepared refused refuses refusing threatened threatens threatening threaten reason
  promised agreed offered offers agrees promises vows sworn swore swears vowed pledged unwilling declined intention`.split(
    /\s+/,
  ),
);
const BEFORE_OF = new Set(['warned', 'warns', 'warning', 'hinted', 'spoke', 'threat', 'threatens', 'threatening']);
const LOOSE = new Set(
  `only be been might may could would will can must should is are was were do does did to ultimately also`.split(' '),
);

/** Starts after `ready to`, `warned of`; nothing where it has none. */
export function actIn({ words }: Line, { from, to }: Range): Range | undefined {
  for (let i = to - 3; i >= from; i--) {
    const next = words[i + 1];
    if (BEFORE_TO.has(words[i]!) && next === 'to') return { from: i + 2, to };
    if (BEFORE_OF.has(words[i]!)) return { from: next === 'of' || next === 'at' ? i + 2 : i + 1, to };
  }
  return undefined;
}

/** Without the helping verbs left at its end: `any talks must be` → `any talks`. */
export function withoutHelpers({ words }: Line, { from, to }: Range): Range {
  let end = to;
  while (end > from + 1 && LOOSE.has(words[end - 1]!)) end--;
  return { from, to: end };
}

/** Where a threat is the step, its verb: `… and have warned of sanctions if` begins at `warned`. */
export function threatFrom({ words }: Line, { from, to }: Range): number | undefined {
  for (let i = to - 1; i >= from; i--)
    if (/^(?:warn(?:ed|s|ing)|threat(?:en(?:ed|s|ing)?)|vow(?:ed|s)|swore|swears)$/.test(words[i]!)) return i;
  return undefined;
}
