/** What a rule finds in a clause, and the looks that rules share: up to the next comma, back to where the clause begins. */
import type { PreconditionRow } from '../rows.ts';
import { isReport, isVerb, type Clause, type Line, type Range } from './clauses.ts';

export interface Tie {
  readonly rule: string;
  readonly step: Range;
  readonly needs: Range;
  readonly binds: PreconditionRow['binds'];
  readonly timing: PreconditionRow['timing'];
  readonly isNegated: boolean;
  /** Where the words tell whose condition it is: `the guild's condition`. */
  readonly holder?: Range;
  /** Where the words begin and end that tie it, if beyond step and needs: `In return for …`. */
  readonly whole?: Range;
}

export type Part = Pick<Tie, 'rule' | 'step' | 'needs'> & Partial<Tie>;
/** Looks at the word at `at`. */
export type Rule = (line: Line, clause: Clause, at: number) => Part | undefined;

/** Up to the next comma. */
export function upTo({ words }: Line, { to }: Range, from: number): Range {
  for (let i = from + 1; i < to; i++) if (words[i] === ',') return { from, to: i };
  return { from, to };
}

export const some = ({ words }: Line, { from, to }: Range, set: ReadonlySet<string>): boolean => {
  for (let i = Math.max(from, 0); i < to; i++) if (set.has(words[i]!)) return true;
  return false;
};

export const is = (word: string | undefined, ...any: readonly string[]): boolean => any.includes(word ?? '');

/** The clause that ends at `at`. */
export function before(line: Line, clause: Clause, at: number): Range {
  const from = stepFrom(line, clause, at);
  // “We will not leave,” said the elder, “until …”: up to the mark
  if (clause.isQuoted && at - from > 1) {
    let mark = clause.from;
    while (mark < at && !MARKS.has(line.words[mark]!)) mark++;
    // all that is said stands before it, unless the second part goes on: “Not one of us,” he said, “will go before …”
    if (mark < at) return { from: clause.from, to: OPENING.has(line.words[at - 1]!) ? mark : at };
  }
  return { from, to: at };
}
const OPENING = new Set(['“', '"', '‘', '«']);
const MARKS = new Set(['”', '"', '’', '»']);

/** After its verb: `urging a full ceasefire` → `a full ceasefire`. */
export function objectOf({ tokens }: Line, { from, to }: Range): Range {
  for (let i = to - 2; i >= from; i--)
    if (tokens[i]!.pos === 'VERB') return { from: tokens[i + 1]!.pos === 'ADP' ? i + 2 : i + 1, to };
  return { from, to };
}

const WHO = new Set(['who', 'which', 'whose', 'where']);
const REMARK = 8;

/** `, she said,` after a comma at `i`. */
export function isRemark(words: readonly string[], i: number, to: number): boolean {
  let hasReport = false;
  for (let k = i + 1; k < Math.min(to, i + REMARK + 2); k++) {
    if (words[k] === ',') return hasReport;
    if (isReport(words[k]!) && k - i <= 5) hasReport = true;
  }
  return false;
}

/** Where the clause begins of which `at` is a part: the last stretch between commas with a verb that is no remark, with its subject. */
export function stepFrom({ tokens, words }: Line, clause: Range, at: number): number {
  let end = at;
  let from = -1;
  for (let i = at - 1; i >= clause.from; i--) {
    if (words[i] !== ',' && i > clause.from) continue;
    const start = words[i] === ',' ? i + 1 : i;
    let [hasVerb, hasReport] = [false, false];
    for (let k = start; k < end; k++) {
      if (isReport(words[k]!)) hasReport = true;
      else if (isVerb(tokens[k])) hasVerb = true;
    }
    const isSaid = hasReport && end - start < REMARK;
    const opening = tokens[start]!.pos;
    const isAside = ['ADP', 'ADV', 'SCONJ', 'CCONJ'].includes(opening) || WHO.has(words[start]!);
    if (from < 0) {
      if (hasVerb && !isSaid) from = start;
    } else if (isVerb(tokens[from]) && !words[from]!.endsWith('ing')) {
      if (!isSaid && !isAside) from = start; // its subject
    } else if (!hasVerb && !isAside && end - start <= 6) from = start; // a list, an apposition
    else return from;
    end = i;
  }
  return from < 0 ? clause.from : from;
}
