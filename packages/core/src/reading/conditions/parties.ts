/**
 * Whose a person is, by what the account says around the name: `Velmark’s envoy, Mara Lund`, `the president of Velmark, Mara
 * Lund`, `Mara Lund, who negotiates for Velmark`; and which body `the union`, `their committee` is. Read once per account,
 * linear in the names. It is asked only where the names themselves do not know.
 */
import type { Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import type { Mention } from '../rows.ts';

const NEAR = 70; // characters between two names of one phrase
const AFTER =
  /^(?: of| from),? (?:the )?$|^, who (?:[a-z]+ ){1,3}(?:the |its |for |of )*$|^, (?:the |a |an |its |their )?(?:[\p{L}-]+ ){1,6}(?:of|for|at|to|in) (?:the )?$/u;
const HEADS =
  /(?:president|prime minister|premier|chancellor|king|queen|emir|foreign minister|defence minister|finance minister)(?: of [a-z]+)?,? $/i;
/** `Velmark’s new president has refused …`: the person named next, where it is soon. */
const LED =
  /^['’]s? (?:[\p{Ll}-]+ ){0,2}(?:president|prime minister|leader|foreign minister|minister|chancellor|king|queen|ruler|premier|negotiator|spokesman|spokeswoman)\b(?!,? \p{Lu})/u;
const SOON = 250; // characters
const OWNED = /^['’]s? (?:[\p{L}-]+,? ){1,6}$/u;
const TITLED =
  /^ (?:[a-z-]+ ){0,2}(?:chair|chairman|chairwoman|chief|president|leader|secretary|minister|envoy|negotiator|spokesman|spokeswoman|spokesperson|director|commander|head|boss|official),? $/;

export class Parties {
  readonly #names: Names;
  readonly #of = new Map<string, string>();
  /** Organisations by a word of their names; null where several have it. */
  readonly #called = new Map<string, string | null>();

  constructor({ text }: Account, names: Names) {
    this.#names = names;
    const { mentions } = names;
    let led: { readonly party: string; readonly at: number } | undefined;
    for (const [i, mention] of mentions.entries()) {
      if (mention.type === 'organisation') this.#call(mention);
      if (isBody(mention) && LED.test(text.slice(mention.end, mention.end + NEAR)))
        led = { party: mention.entity, at: mention.end };
      if (mention.type !== 'person' || this.#of.has(mention.entity)) continue;
      const isNext =
        led !== undefined && mention.start - led.at < SOON && names.entity(mention.entity)?.of === undefined;
      const party = besideOf(text, mentions, i) ?? (isNext ? led?.party : undefined);
      led = undefined;
      if (party !== undefined) this.#of.set(mention.entity, party);
    }
    this.#headOfTheOther(text);
  }

  /** Of one who heads a state that is not named beside him: the one state of the account that nobody else is of. */
  #headOfTheOther(text: string): void {
    const { mentions } = this.#names;
    const states = new Set(mentions.filter(({ type }) => type === 'state').map((mention) => mention.entity));
    const people = new Map<string, Mention[]>();
    for (const mention of mentions) {
      if (mention.type !== 'person') continue;
      const before = people.get(mention.entity);
      if (before) before.push(mention);
      else people.set(mention.entity, [mention]);
    }
    const heads: string[] = [];
    for (const [person, named] of people) {
      const party = this.#names.entity(person)?.of ?? this.#of.get(person);
      if (party !== undefined) states.delete(party);
      else if (named.some(({ start }) => HEADS.test(text.slice(Math.max(0, start - 40), start)))) heads.push(person);
    }
    if (states.size === 1 && heads.length === 1) this.#of.set(heads[0]!, [...states][0]!);
  }

  /** The party of a person or an office; what is none stays itself. */
  partyOf(entity: string): string {
    const known = this.#names.entity(entity);
    if (known === undefined || known.of !== undefined) return entity;
    if (known.type === 'office' && known.holder !== undefined) return this.partyOf(known.holder);
    return this.#of.get(entity) ?? entity;
  }

  /** The one body of the account with that word in its name. */
  called(noun: string): string | undefined {
    return this.#called.get(noun) ?? undefined;
  }

  #call({ entity, exact }: Mention): void {
    for (const word of exact.toLowerCase().split(/[\s-]+/)) {
      if (word.length < 4) continue;
      const before = this.#called.get(word);
      this.#called.set(word, before === undefined || before === entity ? entity : null);
    }
  }
}

function besideOf(text: string, mentions: readonly Mention[], i: number): string | undefined {
  const mention = mentions[i]!;
  for (const next of mentions.slice(i + 1, i + 3)) {
    if (next.start - mention.end > NEAR) break;
    if (isBody(next) && AFTER.test(text.slice(mention.end, next.start))) return next.entity;
  }
  for (const before of [mentions[i - 1], mentions[i - 2]]) {
    if (before === undefined || mention.start - before.end > NEAR) break;
    if (!isBody(before)) continue;
    const between = text.slice(before.end, mention.start);
    const lead = text.slice(Math.max(0, before.start - 8), before.start);
    if (OWNED.test(between) || TITLED.test(between)) return before.entity;
    if (between === ', ' && /\b(?:of|for|at) (?:the )?$/.test(lead)) return before.entity;
  }
  return undefined;
}

const isBody = ({ type }: Mention): boolean => type === 'organisation' || type === 'state';
