/**
 * Whose a condition or a position is: the words that name somebody, and the party they mean. Names first, then pronouns (`I`
 * and `we` of a quotation are its speaker, `they` the body named before), then `the union`, `their committee` by the one body
 * of the account that is called so. What a person states is told as his party's where only the account tells the party.
 */
import type { Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import { firstEndingAfter } from '../names/sorted.ts';
import type { EntityType, Mention, Speaker, Words } from '../rows.ts';
import { isVerb, type Line, type Range } from './clauses.ts';
import type { Said } from './said.ts';
import { isPartyNoun } from './vocabulary.ts';

/** People before organisations before states: `the spokesman of Velmark, Dal Petrich`. */
const RANK: Readonly<Record<EntityType, number>> = { person: 0, organisation: 1, state: 2, office: 3, place: 9 };

export interface Scene {
  readonly account: Account;
  readonly names: Names;
  readonly said: Said;
}

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

export function meant(scene: Scene, line: Line, range: Range): Speaker | undefined {
  const { account, names } = scene;
  const inner = trimmed(line, range);
  if (inner === undefined) return undefined;
  const words = wordsOf(account, line, inner);
  // `She did not exclude a deal, she told parliament`
  const first = PERSONS.has(line.words[inner.from]!)
    ? pronounIn(scene, line, { from: inner.from, to: inner.from + 1 })
    : undefined;
  const mention = first === undefined ? best(names.within(words)) : undefined;
  const isOwned =
    mention?.type === 'office' && names.entity(mention.entity)?.of === undefined && OWNERS.has(line.words[inner.from]!);
  const owner = isOwned ? pronounIn(scene, line, { from: inner.from, to: inner.from + 1 }) : undefined;
  const entity = first ?? owner ?? mention?.entity ?? pronounIn(scene, line, inner);
  if (entity === undefined) return isPhrase(line, inner) ? { words } : undefined;
  return partyOf(scene, { words, entity });
}

/** The same words, for the party of whom they name where only the account tells it. */
export function partyOf({ names, said }: Scene, { words, entity }: Speaker): Speaker {
  const party = entity === undefined ? undefined : said.parties.partyOf(entity);
  const name = party === undefined ? undefined : names.entity(party)?.name;
  return {
    ...(words === undefined ? {} : { words }),
    ...(party === undefined ? {} : { entity: party }),
    ...(name === undefined ? {} : { name }),
  };
}

/** A state or body that is the phrase itself: not its owner, not one that a preposition puts in it. */
export function bodyIn({ account: { text }, names }: Scene, line: Line, range: Range): Mention | undefined {
  const inner = trimmed(line, range);
  if (inner === undefined) return undefined;
  const [start, end] = [line.tokens[inner.from]!.start, line.tokens[inner.to - 1]!.end];
  return names.within({ start, end }).find((mention) => {
    if (mention.type !== 'state' && mention.type !== 'organisation' && !mention.isMetonym) return false;
    if (/^['’]/.test(text.slice(mention.end, mention.end + 1)) && mention.end < end) return false;
    const before = text.slice(Math.max(start, mention.start - 14), mention.start);
    return !/(?:^|\s)(?:of|for|from|to|in|at|on|with|by|near|over|against|between)\s+(?:the\s+)?$/i.test(before);
  });
}

/** `Panama’s acceptance`: the owner of the first words. */
export function ownerIn({ account: { text }, names }: Scene, line: Line, range: Range): Mention | undefined {
  const inner = trimmed(line, range);
  if (inner === undefined) return undefined;
  const [start, end] = [line.tokens[inner.from]!.start, line.tokens[inner.to - 1]!.end];
  return names.within({ start, end }).find((mention) => /^['’]/.test(text.slice(mention.end, mention.end + 1)));
}

/** `the government`, `Government spokesmen`: somebody with a will, though nobody knows the name. */
export function isSomebody(phrase: string): boolean {
  const words = phrase.toLowerCase().split(/\s+/, LONGEST_PHRASE);
  const end = words.findIndex((word) => /^(?:of|in|for|from|at|with|on)$/.test(word));
  return (end < 0 ? words : words.slice(0, end)).some(isPartyNoun);
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

const SINGULAR = new Set(['he', 'she', 'it', 'his', 'her', 'its']);
const PLURAL = new Set(['they', 'their', 'them']);
const OWN = new Set(['i', 'we']);
const PERSONS = new Set(['he', 'she', 'they', 'i', 'we']);
const OWNERS = new Set(['its', 'his', 'her', 'their']);
const MOST_WORDS = 12;

/** The whole words first (`the Kremlin spokesman`), then the noun by which a body is called, then the first pronoun. */
function pronounIn(scene: Scene, line: Line, { from, to }: Range): string | undefined {
  const { tokens, words } = line;
  const { names, said } = scene;
  if (to - from <= 8) {
    const whole = names.antecedent({ start: tokens[from]!.start, end: tokens[to - 1]!.end });
    if (whole !== undefined) return whole;
  }
  const noun = headOf(line, { from, to });
  const called = noun === undefined ? undefined : said.parties.called(noun);
  if (called !== undefined) return called;
  for (let i = from; i < Math.min(to, from + MOST_WORDS); i++) {
    const word = words[i]!;
    const token = tokens[i]!;
    const found = SINGULAR.has(word)
      ? names.antecedent(token)
      : OWN.has(word)
        ? (said.speaker(token)?.entity ?? author(scene))
        : PLURAL.has(word)
          ? bodyBefore(scene, token.start)
          : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `their union`, `the chair of their committee`: the last noun that has a determiner before it and no verb. */
function headOf({ tokens, words }: Line, { from, to }: Range): string | undefined {
  let noun: string | undefined;
  for (let i = from; i < Math.min(to, from + MOST_WORDS); i++) {
    if (isVerb(tokens[i])) break;
    if (tokens[i]!.pos === 'NOUN' && /^(?:the|its|their|his|her|our|my)$/.test(words[i - 1] ?? '')) noun = words[i];
  }
  return noun;
}

const BACK = 2; // sentences

/** The body that `they` are: of the sentences before, the first named of the nearest. */
function bodyBefore({ account: { sentences }, names }: Scene, at: number): string | undefined {
  const here = Math.min(firstEndingAfter(sentences, at), sentences.length - 1);
  for (let i = here; i >= Math.max(0, here - BACK); i--) {
    const span = { start: sentences[i]!.start, end: Math.min(at, sentences[i]!.end) };
    const body = names.within(span).find(({ type }) => type === 'organisation' || type === 'state');
    if (body !== undefined) return body.entity;
  }
  return undefined;
}

/** Who writes `I` and `we` outside of quotation marks: whose statement it is by its heading, or who signs, or who is asked. */
export function author({ account: { paragraphs }, names }: Scene): string | undefined {
  const [first, second, last] = [paragraphs[0], paragraphs[1], paragraphs.at(-1)];
  const isWho = ({ type }: Mention): boolean => type === 'person' || type === 'organisation';
  const signed = last && last.end - last.start < 60 ? names.within(last).find(isWho) : undefined;
  if (signed !== undefined) return signed.entity;
  return [first, second].flatMap((span) => (span === undefined ? [] : names.within(span))).find(isWho)?.entity;
}

/** The first that names somebody; else the first that has words. */
export function firstNamed(speakers: readonly (Speaker | undefined)[]): Speaker {
  return speakers.find((one) => one?.entity !== undefined) ?? speakers.find((one) => one?.words !== undefined) ?? {};
}
