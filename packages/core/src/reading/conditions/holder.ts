/** Who is meant by a stretch of words: the name in it, or whom its pronoun or description stands for. */
import type { Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import type { EntityType, Mention, Speaker, Words } from '../rows.ts';
import type { Line, Range } from './clauses.ts';

/** People before organisations before states: `the spokesman of Velmark, Dal Petrich`. */
const RANK: Readonly<Record<EntityType, number>> = { person: 0, organisation: 1, state: 2, office: 3, place: 9 };

export function wordsOf(account: Account, { tokens }: Line, range: Range): Words {
  const [first, last] = [tokens[range.from]!, tokens[Math.max(range.from, range.to - 1)]!];
  return { start: first.start, end: last.end, exact: account.text.slice(first.start, last.end) };
}

/** A range without the punctuation around it; nothing where nothing is left. */
export function trimmed({ words }: Line, { from, to }: Range): Range | undefined {
  const isMark = (k: number): boolean => /^[\p{P}\s]+$/u.test(words[k]!);
  while (from < to && isMark(from)) from++;
  while (to > from && isMark(to - 1)) to--;
  return from < to ? { from, to } : undefined;
}

export function meant(account: Account, line: Line, range: Range, names: Names): Speaker | undefined {
  const inner = trimmed(line, range);
  if (inner === undefined) return undefined;
  const words = wordsOf(account, line, inner);
  const mention = best(names.within(words));
  const entity = mention?.entity ?? pronounIn(line, inner, names);
  if (entity === undefined) return isPhrase(line, inner) ? { words } : undefined;
  const name = names.entity(entity)?.name;
  return { words, entity, ...(name === undefined ? {} : { name }) };
}

/** Words that may name somebody: no clause, nothing that a preposition begins. */
const LONGEST_PHRASE = 8;
function isPhrase({ tokens }: Line, { from, to }: Range): boolean {
  if (to - from > LONGEST_PHRASE || ['ADP', 'SCONJ', 'CCONJ'].includes(tokens[from]!.pos)) return false;
  while (to > from + 1 && tokens[to - 1]!.pos === 'AUX') to--;
  return tokens.slice(from, to).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX');
}

function best(mentions: readonly Mention[]): Mention | undefined {
  let found: Mention | undefined;
  for (const mention of mentions) {
    if (mention.type === 'place' && !mention.isMetonym) continue;
    if (found === undefined || RANK[mention.type] < RANK[found.type]) found = mention;
  }
  return found;
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'his', 'her', 'their', 'its']);

/** The whole words first (`the Kremlin spokesman`), then the first pronoun in them. */
function pronounIn({ tokens, words }: Line, { from, to }: Range, names: Names): string | undefined {
  if (to - from <= 8) {
    const whole = names.antecedent({ start: tokens[from]!.start, end: tokens[to - 1]!.end });
    if (whole !== undefined) return whole;
  }
  for (let i = from; i < Math.min(to, from + 12); i++) {
    if (!PRONOUNS.has(words[i]!)) continue;
    const found = names.antecedent(tokens[i]!);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first that names somebody; else the first that has words. */
export function firstNamed(speakers: readonly (Speaker | undefined)[]): Speaker {
  return speakers.find((one) => one?.entity !== undefined) ?? speakers.find((one) => one?.words !== undefined) ?? {};
}
