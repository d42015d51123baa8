/** Where names stand in a sentence, from left to right, the longest of the surest first; none overlaps another. */
import { HE_NAMES } from './given-names.ts';
import { DATE_WORDS, ORGANISATION_WORDS, OTHER_WORDS, SHORT_HEADS, TITLES } from './keywords.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { officeAt, type OfficeWords } from './offices.ts';
import { endOfRun, startsRun, trimmedRun, type RunContext } from './runs.ts';
import type { Word } from './words.ts';

/** Words `at` to `end`, exclusive. */
export type Candidate = { readonly at: number; readonly end: number } & (
  | { readonly is: 'office'; readonly office: OfficeWords }
  | { readonly is: 'entry'; readonly entry: Entry }
  /** New capitalised words. `isCut`: a treaty's or prize's word stood behind. */
  | { readonly is: 'run'; readonly key: string; readonly isCut: boolean }
  /** “the union”: `head` is the word. */
  | { readonly is: 'short'; readonly head: string }
);
export type Run = Extract<Candidate, { is: 'run' }>;

export function candidatesIn(words: readonly Word[], table: Lexicon, context: RunContext): Candidate[] {
  const found: Candidate[] = [];
  for (let k = 0; k < words.length;) {
    const one = candidateAt(words, k, table, context);
    if (one.candidate !== undefined) found.push(one.candidate);
    k = one.next;
  }
  return found;
}

function candidateAt(
  words: readonly Word[],
  k: number,
  table: Lexicon,
  context: RunContext,
): { readonly candidate?: Candidate; readonly next: number } {
  const office = officeAt(words, k);
  const hit = table.at(words, k);
  if (office !== undefined && (hit === undefined || hit.length < office.length))
    return { candidate: { is: 'office', at: k, end: k + office.length, office }, next: k + office.length };
  const isRun = startsRun(words, k, context);
  const runEnd = isRun ? endOfRun(words, k, context) : k;
  if (
    hit !== undefined &&
    !isPersonInstead(words, k, hit.length, runEnd) &&
    !isLonger(words, k + hit.length, runEnd, hit.entry)
  ) {
    const isThe = hit.entry.first === 'the' && hit.length > 1;
    return {
      candidate: { is: 'entry', at: isThe ? k + 1 : k, end: k + hit.length, entry: hit.entry },
      next: k + hit.length,
    };
  }
  if (isRun) {
    const run = trimmedRun(words.slice(k, runEnd));
    if (run.length === 0) return { next: runEnd };
    const end = k + run.length;
    return {
      candidate: {
        is: 'run',
        at: k,
        end,
        key: keyOf(run),
        isCut: end < runEnd || (OTHER_WORDS.has(words[end]?.low ?? '') && words[end]!.isCapital),
      },
      next: runEnd,
    };
  }
  if (isShort(words, k)) return { candidate: { is: 'short', at: k, end: k + 2, head: words[k + 1]!.low }, next: k + 2 };
  return { next: k + 1 };
}

/** “the union”, “The Front”: not “the Union Bank”, not “the union of dockers”. */
function isShort(words: readonly Word[], k: number): boolean {
  const [the, head, after] = [words[k]!, words[k + 1], words[k + 2]];
  if (the.low !== 'the' || head === undefined || !SHORT_HEADS.has(head.low) || !/^\s$/.test(head.gap)) return false;
  const isBound = after !== undefined && /^\s$/.test(after.gap);
  return !(
    isBound &&
    ((after.isCapital && head.isCapital && !DATE_WORDS.has(after.low)) || /^(?:of|for)$/.test(after.low))
  );
}

/** A known name that is part of a longer one: Sankt Orla in Sankt Orla Press Club. */
function isLonger(words: readonly Word[], end: number, runEnd: number, { type }: Entry): boolean {
  if (runEnd <= end || type === 'organisation' || words[end - 1]!.isPossessive) return false;
  return words.slice(end, runEnd).some(({ low }) => ORGANISATION_WORDS.has(low));
}

/** “Jordan Bardella”, “Mr London”: a state's or city's name within a person's. */
function isPersonInstead(words: readonly Word[], k: number, length: number, runEnd: number): boolean {
  if (length > 1) return false;
  const { low, gap } = words[k]!;
  if (runEnd === k + 2 && HE_NAMES.has(low) && !ORGANISATION_WORDS.has(words[k + 1]!.low)) return true;
  const before = words[k - 1];
  return (
    before !== undefined &&
    TITLES.has(before.low) &&
    before.isCapital &&
    /^\.?\s$/.test(gap) &&
    before.low !== 'general'
  );
}

export const keyOf = (run: readonly Word[]): string =>
  run
    .map(({ low }) => low)
    .join(' ')
    .replace(/^the /, '');
