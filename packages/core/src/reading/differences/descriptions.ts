/**
 * How an account describes a person beside the name: “former U.S. President Donald Trump”, “Ivo Tamm, deputy water
 * minister”, “a mid-ranking official, such as …”. Patterns over at most twelve words on either side, in the sentence.
 * Descriptions without an office word (“the veteran dealmaker”) and those apart from the name are not taken.
 */
import type { NameRow, Words } from '../rows.ts';
import { wordsAt, type ReadAccount } from './aspect.ts';
import { folded } from './terms.ts';

export type Time = 'former' | 'acting' | 'future' | 'current';
export type Rank = 'deputy' | 'low' | 'high' | 'plain';

export interface Description {
  /** `president`, `minister`, `envoy`: reduced to one word for one office. */
  readonly head: string;
  /** Of a minister or secretary: `foreign`, `water`. */
  readonly portfolio: string;
  readonly time: Time;
  readonly rank: Rank;
  /** The state's adjective or name before it, folded; empty where none is. */
  readonly of: string;
}

export interface Described {
  readonly person: NameRow;
  readonly description: Description;
  /** The description with the name. */
  readonly words: Words;
}

const HEADS =
  `president|prime minister|first minister|premier|chancellor|taoiseach|king|queen|emir|sultan|emperor|empress|
  tsar|czar|pope|crown prince|minister|secretary of state|secretary of defense|secretary of defence|secretary of the treasury|
  secretary-general|secretary general|secretary|attorney general|envoy|ambassador|negotiator|mediator|spokesman|spokeswoman|
  spokesperson|press secretary|adviser|advisor|aide|chief of staff|governor|mayor|speaker|commander|general|colonel|admiral|captain|major|lieutenant|marshal|sergeant|
  director|director general|director-general|chairman|chairwoman|chair|chairperson|commissioner|official|diplomat|lawmaker|
  senator|congressman|congresswoman|deputy|leader|chief|head|representative|secretary of war|president-elect`
    .replace(/\s*\n\s*/g, '')
    .split('|')
    .toSorted((a, b) => b.length - a.length);

const SAME_HEAD: Readonly<Record<string, string>> = {
  premier: 'prime minister',
  spokesman: 'spokesperson',
  spokeswoman: 'spokesperson',
  'press secretary': 'spokesperson',
  advisor: 'adviser',
  'secretary general': 'secretary-general',
  'director general': 'director',
  'director-general': 'director',
  chairman: 'chair',
  chairwoman: 'chair',
  chairperson: 'chair',
  congressman: 'lawmaker',
  congresswoman: 'lawmaker',
  czar: 'tsar',
};
const SAME_PORTFOLIO: Readonly<Record<string, string>> = {
  defense: 'defence',
  'foreign affairs': 'foreign',
  external: 'foreign',
  'external affairs': 'foreign',
  'special presidential': 'special',
};

const TIMES: Readonly<Record<string, Time>> = {
  former: 'former',
  'ex-': 'former',
  ex: 'former',
  onetime: 'former',
  'one-time': 'former',
  erstwhile: 'former',
  acting: 'acting',
  interim: 'acting',
  caretaker: 'acting',
  incoming: 'future',
  'president-elect': 'future',
};
const RANKS: Readonly<Record<string, Rank>> = {
  deputy: 'deputy',
  vice: 'deputy',
  assistant: 'deputy',
  under: 'deputy',
  'mid-ranking': 'low',
  'middle-ranking': 'low',
  'mid-level': 'low',
  'low-level': 'low',
  'lower-level': 'low',
  'low-ranking': 'low',
  'lower-ranking': 'low',
  junior: 'low',
  minor: 'low',
  senior: 'high',
  top: 'high',
  'high-ranking': 'high',
  'high-level': 'high',
  chief: 'high',
  lead: 'high',
  presidential: 'high',
};
/** Words that end a description to the left. */
const ENDS =
  /^(the|a|an|his|her|its|their|our|my|and|or|but|by|with|to|of|from|that|as|for|in|on|at|when|while|where|whose|between|including|meanwhile|says?|said|told|met|then)$/i;

// Longest first, plural allowed, so that `prime minister` is not read as `minister`.
const HEAD = HEADS.map((head) => head.replace(/^(\w+)( of .*)?$/, '$1s?$2').replace(/-/g, '[- ]')).join('|');
const BEFORE = new RegExp(String.raw`(?:^|[\s“"(—–])(${HEAD})(?:,)?(?:,? (?:such as|like))? ?$`, 'iu');
const AFTER = new RegExp(
  String.raw`^(?:, | \()(?:who (?:is|was) )?(?:now |currently |then )?((?:[\p{L}\p{N}.’'-]+ ){0,5}?)(${HEAD})(?=[,.;:)—–]| (?:of|for|to|in|at|on|and|who)\b)`,
  'iu',
);

export function descriptions({ account: { text, sentences }, names }: ReadAccount): Described[] {
  const found: Described[] = [];
  let sentence = 0;
  let last: { person: NameRow; described: Described | undefined; isPlural: boolean } | undefined;
  for (const person of names) {
    if (person.type !== 'person') continue;
    while (sentence < sentences.length - 1 && sentences[sentence]!.end <= person.start) sentence++;
    const within = sentences[sentence];
    if (within === undefined || person.start < within.start) continue;
    const before = text.slice(Math.max(within.start, person.start - 90), person.start);
    const after = text.slice(person.end, Math.min(within.end, person.end + 90));
    const left = onTheLeft(before);
    let described: Described | undefined;
    if (left) {
      const start = person.start - (before.length - left.at);
      described = { person, description: left.description, words: wordsAt(text, start, person.end) };
    } else if (
      last?.isPlural &&
      last.described &&
      /^(,| and|, and) $/.test(text.slice(last.person.end, person.start))
    ) {
      // “special envoys A and B”: what is said of the first is said of the next
      const words = wordsAt(text, last.described.words.start, person.end);
      described = { person, description: last.described.description, words };
    }
    if (described) found.push(described);
    const right = onTheRight(after);
    if (right)
      found.push({
        person,
        description: right.description,
        words: wordsAt(text, person.start, person.end + right.end),
      });
    last = { person, described, isPlural: left?.isPlural ?? (described !== undefined && (last?.isPlural ?? false)) };
  }
  return found;
}

function onTheLeft(before: string): { description: Description; at: number; isPlural: boolean } | undefined {
  const match = BEFORE.exec(before);
  if (match === null) return undefined;
  const head = match[1]!;
  const headAt = match.index + match[0].indexOf(head);
  const words: string[] = [];
  let at = headAt;
  for (;;) {
    const word = /(\S+) $/.exec(before.slice(0, at))?.[1];
    if (
      word === undefined ||
      words.length === 6 ||
      ENDS.test(word) ||
      /[,.;:!?”"]$/.test(word.replace(/(\b\p{L}\.)+$/u, ''))
    )
      break;
    // lower-case words that describe, names of states, possessives; a verb ends it: it has no capital and is no adjective here
    words.unshift(word);
    at -= word.length + 1;
  }
  const kept = contiguous(words);
  at = headAt - kept.reduce((sum, word) => sum + word.length + 1, 0);
  const one = singular(head);
  return { description: described(kept, one), at, isPlural: folded(head) !== one };
}

function onTheRight(after: string): { description: Description; end: number } | undefined {
  const match = AFTER.exec(after);
  if (match === null) return undefined;
  const before = match[1]!.trim().split(' ').filter(Boolean);
  // “Putin, Trump's envoy said” is about somebody else; so is a clause with a verb of its own
  if (before.some((word) => /^(and|or|but|that|when|while|said|says|told|met|with|by|to)$/i.test(word)))
    return undefined;
  return {
    description: described(
      contiguous(before.filter((word) => !/^(the|a|an|his|her|its|their)$/i.test(word))),
      singular(match[2]!),
    ),
    end: match[0].length,
  };
}

const ADJECTIVE = /(ian|ean|ish|ese|ch|an|ic|qi|li|ni|ar|al|ing|level|-\p{L}+ed|retired|united|appointed|elected)$/iu;

/** From the right, what can belong to an office: `former`, `foreign`, `U.S.`, `Russia’s`, `Defense`. */
function contiguous(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words.toReversed()) {
    const plain = folded(word);
    const belongs =
      plain in TIMES ||
      plain in RANKS ||
      plain.startsWith('ex-') ||
      /^\p{Lu}/u.test(word) ||
      /['’]s?$/.test(word) ||
      PORTFOLIOS.has(plain) ||
      ADJECTIVE.test(word);
    if (!belongs) break;
    kept.unshift(word);
  }
  return kept;
}

const PORTFOLIOS = new Set(
  `foreign defence defense finance interior justice trade water energy economy economic health labour labor agriculture
  environment climate transport education home culture development treasury oil security national special peace deputy prime
  trade nuclear political military policy press union opposition party parliament rebel regional affairs external hostage
  fisheries fishing industry planning infrastructure armed cabinet`.split(/\s+/),
);

function described(words: readonly string[], head: string): Description {
  let time: Time = head === 'president-elect' ? 'future' : 'current';
  let rank: Rank = 'plain';
  let of = '';
  const portfolio: string[] = [];
  for (const word of words) {
    const plain = folded(word).replace(/['’]s?$/, '');
    if (plain.startsWith('ex-')) time = 'former';
    else if (plain in TIMES) time = TIMES[plain]!;
    else if (plain in RANKS) rank = RANKS[plain]!;
    else if (PORTFOLIOS.has(plain) || (/^(minister|secretary)$/.test(head) && /^\p{Ll}/u.test(word)))
      portfolio.push(plain);
    else if (/^\p{Lu}/u.test(word)) of = plain.replaceAll('.', '');
  }
  const joined = portfolio.join(' ');
  return {
    head: SAME_HEAD[head] ?? head,
    portfolio: SAME_PORTFOLIO[joined] ?? joined.replace('defense', 'defence'),
    time,
    rank,
    of,
  };
}

function singular(head: string): string {
  const plain = folded(head).replace(/ +/g, ' ');
  if (HEADS.includes(plain)) return plain;
  const one = plain.replace(/^(.*?)s( of .*)?$/, '$1$2');
  return HEADS.includes(one) ? one : plain;
}

/** Of an office as a case writes it: `defence minister`, `president of the republic`. */
export function describe(office: string): Description | undefined {
  const plain = folded(office);
  const head = HEADS.find((one) => new RegExp(String.raw`(^|\s)${one}(?=\s|$)`).test(plain));
  if (head === undefined) return undefined;
  const at = plain.indexOf(head);
  const after = /^ (?:of|for) (?:the )?([\p{L} ]+)$/u.exec(plain.slice(at + head.length))?.[1] ?? '';
  const words = plain.slice(0, at).split(' ').filter(Boolean);
  const of = PORTFOLIOS.has(after.split(' ')[0]!) ? after.split(' ') : [];
  return { ...described([...words, ...of], head), of: '' };
}

/** In words: `former president`, `deputy water minister`. */
export function sayDescription({ head, portfolio, time, rank }: Description): string {
  const ranks: Readonly<Record<Rank, string>> = {
    deputy: 'deputy',
    low: 'lower-ranking',
    high: 'high-ranking',
    plain: '',
  };
  return [time === 'current' ? '' : time, ranks[rank], portfolio, head].filter(Boolean).join(' ');
}
