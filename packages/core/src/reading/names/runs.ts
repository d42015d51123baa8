/**
 * Runs of capitalised words that may be names: `Joren Askov`, `Guild of Nurses`. What begins a sentence counts only where
 * the tagger or another place of the account says that it is a name. One pass over the words.
 */
import { DATE_WORDS, NEVER, ORGANISATION_WORDS, OTHER_WORDS, PLACE_WORDS, STATE_WORDS, TITLES } from './keywords.ts';
import { officeAt } from './offices.ts';
import { PARTICLES } from './people.ts';
import type { Word } from './words.ts';

/** How the account writes its words elsewhere than at the beginning of a sentence. */
export interface Casing {
  readonly lower: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
}

export function casing(sentences: readonly (readonly Word[])[]): Casing {
  const [lower, capital] = [new Set<string>(), new Set<string>()];
  for (const words of sentences)
    for (const { low, isCapital, isFirst, isUpper } of words)
      if (!isCapital) lower.add(low);
      else if (!isFirst && !isUpper) capital.add(low);
  return { lower, capital };
}

export interface RunContext {
  readonly casing: Casing;
  readonly isAdjective: (low: string) => boolean;
  /** A name met before, in this account or another. */
  readonly isKnown: (low: string) => boolean;
}

const near = (word: Word | undefined, before: Word): boolean =>
  word !== undefined && (/^\s+$/.test(word.gap) || (/^\.\s+$/.test(word.gap) && before.text.length === 1));

export function startsRun(
  words: readonly Word[],
  k: number,
  { casing: { lower, capital }, isAdjective, isKnown }: RunContext,
): boolean {
  const word = words[k]!;
  if (
    !word.isCapital ||
    DATE_WORDS.has(word.low) ||
    NEVER.has(word.low) ||
    TITLES.has(word.low) ||
    isAdjective(word.low)
  )
    return false;
  if (word.text.length === 1) {
    const after = words[k + 1];
    return after !== undefined && after.isCapital && /^\.\s+$/.test(after.gap);
  }
  if (PREFIXED.test(word.text) || word.low.startsWith("i'")) return false;
  if (!word.isFirst || capital.has(word.low) || word.isUpper || isKnown(word.low)) return true;
  if (lower.has(word.low)) return false;
  const next = words[k + 1];
  const isRun =
    next !== undefined && near(next, word) && next.isCapital && !isAdjective(next.low) && !DATE_WORDS.has(next.low);
  if (isRun) return ['PROPN', 'NOUN', 'ADJ', 'X'].includes(word.pos);
  // nothing else of the account tells: it looks like no common noun, and does something alone
  return (
    word.pos === 'PROPN' &&
    !COMMON_NOUN.test(word.low) &&
    (word.isPossessive ||
      (next !== undefined && (ACTS_ALONE.test(next.low) || (/^,\s/.test(next.gap) && APPOSED.test(next.low)))))
  );
}

/** Ex-minister, Gran-of-six: a word, not a name. */
const PREFIXED = /^\p{Lu}\p{Ll}+[-‐‑]\p{Ll}|^\p{L}[-‐‑]|^No\.\d/u;
const COMMON_NOUN =
  /(?:s|ing|ed|al|ics?|tion|sion|ment|ly|ous|ive|able|ible|ness|ity|ance|ence|ism|ship|hood|er|ure|age|ory|ery|one|body|less|ful)$/;
const APPOSED = /^(?:the|a|an|of|as|who|whose|its|his|her|which)$/;
const ACTS_ALONE =
  /^(?:is|has|was|will|would|says|said|wants|wanted|insists|insisted|denies|denied|refuses|refused|offers|offered|imposed|told|had|does|did|may|could)$/;

/** One past the last word of the run that starts at k. */
export function endOfRun(words: readonly Word[], k: number, { isAdjective }: RunContext): number {
  let end = k + 1;
  let isNamed = isKeyword(words[k]!.low);
  for (;;) {
    const [last, next, after, third] = [words[end - 1]!, words[end], words[end + 1], words[end + 2]];
    if (next === undefined || !near(next, last)) return end;
    if (last.isPossessive && !(last.text.endsWith('s') && keywordAhead(words, end)) && !isPossessiveName(words, k, end))
      return end;
    if (next.isCapital) {
      if (
        DATE_WORDS.has(next.low) ||
        TITLES.has(next.low) ||
        (NEVER.has(next.low) &&
          next.text.length > 1 &&
          !/^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(next.low)) ||
        isAdjective(next.low)
      )
        return end;
      const office = officeAt(words, end);
      if (office !== undefined && !office.isCommon) return end;
      isNamed ||= isKeyword(next.low);
      end++;
      continue;
    }
    if (PARTICLES.has(next.low)) {
      const two = after !== undefined && PARTICLES.has(after.low) && !after.isCapital;
      const [name, before] = two ? [third, after] : [after, next];
      if (name?.isCapital && near(name, before)) {
        end += two ? 3 : 2;
        continue;
      }
    }
    if (isNamed && isKeyword(last.low) && (next.low === 'of' || next.low === 'for')) {
      const isThe = after?.low === 'the' || after?.low === 'a';
      const [name, before] = isThe ? [third, after] : [after, next];
      if (name?.isCapital && before && near(name, before) && !DATE_WORDS.has(name.low)) {
        end += isThe ? 3 : 2;
        continue;
      }
    }
    return end;
  }
}

/** “the People's Left”: an article, a possessive and a name make one. */
function isPossessiveName(words: readonly Word[], k: number, end: number): boolean {
  const next = words[end];
  return (
    end === k + 1 &&
    words[k - 1]?.low === 'the' &&
    next !== undefined &&
    next.isCapital &&
    /^(?:people|workers|women|citizens|farmers|soldiers|lawyers|teachers|nurses|mothers|veterans)$/.test(words[k]!.low)
  );
}

export const isKeyword = (low: string): boolean =>
  ORGANISATION_WORDS.has(low) || PLACE_WORDS.has(low) || STATE_WORDS.has(low);

const keywordAhead = (words: readonly Word[], k: number): boolean =>
  words
    .slice(k, k + 3)
    .some(
      ({ low, isCapital }, i, all) =>
        isCapital && ORGANISATION_WORDS.has(low) && all.slice(0, i).every((word) => word.isCapital),
    );

/** Without a treaty's or an event's word at the end; empty where the run begins with one. */
export function trimmedRun(words: readonly Word[]): readonly Word[] {
  let end = words.length;
  while (end > 0 && OTHER_WORDS.has(words[end - 1]!.low)) end--;
  return end > 0 && OTHER_WORDS.has(words[0]!.low) ? [] : words.slice(0, end);
}
