/**
 * Made-up news about a negotiation, the same for a seed on every machine: sentences of ten patterns (quotations before and
 * after their cue, reported speech, conditions, plans with dates, orders, chances) and padding between them, over a
 * vocabulary of 120 people with offices, 40 places and 30 states of their own. Every tenth account is a near-copy of an
 * earlier one. About a third of the sentences have something to be read from them, as in news.
 */
import { Rng } from '../packages/core/dist/maths/index.js';

export interface MadeUpAccount {
  readonly id: string;
  readonly text: string;
  /** An ISO date. */
  readonly written: string;
  /** The account that it repeats. */
  readonly copyOf?: string;
}

const ONSETS = [
  'B',
  'D',
  'F',
  'G',
  'H',
  'K',
  'L',
  'M',
  'N',
  'P',
  'R',
  'S',
  'T',
  'V',
  'Br',
  'Dr',
  'Kr',
  'Sk',
  'St',
  'Tr',
];
const MIDDLES = ['a', 'e', 'i', 'o', 'u', 'ari', 'elo', 'ina', 'oru', 'ade', 'evi', 'omi'];
const PERSON_ENDS = ['nov', 'sen', 'dal', 'rick', 'mann', 'lez', 'ska', 'tti', 'gan', 'roy'];
const PLACE_ENDS = ['burg', 'port', 'ford', 'stad', 'grad', 'haven'];
const STATE_ENDS = ['nia', 'ria', 'land', 'stan', 'via'];
const GIVEN = [
  'Anna',
  'David',
  'Elena',
  'Ivan',
  'Karim',
  'Laura',
  'Maria',
  'Omar',
  'Peter',
  'Sofia',
  'Thomas',
  'Yusuf',
];
const OFFICES = ['President', 'Prime Minister', 'Foreign Minister', 'Defence Minister', 'Ambassador', 'Envoy'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'March', 'April', 'May', 'June', 'July', 'September', 'October', 'November'];
const CUES = ['said', 'told reporters', 'added', 'insisted', 'warned', 'announced', 'stressed', 'acknowledged'];
const CHANCES = ['is likely to', 'is unlikely to', 'will almost certainly', 'may', 'could'];
const ISSUES = [
  'the ceasefire', 'the withdrawal of heavy weapons', 'the exchange of prisoners', 'the border crossing',
  'the sanctions', 'the monitoring mission', 'the grain corridor', 'the return of the displaced',
  'the security guarantees', 'the disputed dam', 'the fishing quota', 'the customs union',
]; // prettier-ignore
const ACTS = [
  'be lifted', 'be agreed in writing', 'come into force', 'be put to a vote', 'be extended', 'be suspended',
  'begin without delay', 'be handed to a commission', 'remain in place',
]; // prettier-ignore
const PADDING = [
  'old', 'quiet', 'river', 'market', 'window', 'morning', 'engine', 'harvest', 'bridge', 'winter', 'school', 'ferry',
  'people', 'street', 'paper', 'shop', 'hill', 'road', 'light', 'water', 'crowd', 'square', 'station', 'radio',
  'garden', 'table', 'door', 'family', 'village', 'weather', 'cloud', 'voice', 'picture', 'letter', 'field', 'ship',
]; // prettier-ignore
const VERBS = [
  'stood near',
  'looked over',
  'led past',
  'was closed behind',
  'lay beyond',
  'was seen from',
  'waited by',
];

const FIRST_DAY = Date.UTC(2031, 0, 6);
const DAY = 86_400_000;
const COPIES = 10; // one account in so many

/** `words`: of each, to within a sentence. */
export function* randomNews(articles: number, words: number, seed: number): Generator<MadeUpAccount, undefined> {
  const world = worldOf(new Rng(seed));
  const originals: MadeUpAccount[] = [];
  for (let k = 0; k < articles; k++) {
    const rng = new Rng(seed, k + 1);
    const id = `a${String(k + 1).padStart(5, '0')}`;
    const written = new Date(FIRST_DAY + DAY * Math.floor(k / 4)).toISOString().slice(0, 10);
    if (k % COPIES === COPIES - 1) {
      const original = originals[rng.below(originals.length)]!;
      yield { id, written, text: copied(original.text, rng), copyOf: original.id };
      continue;
    }
    const account = { id, written, text: article(world, words, rng) };
    originals.push(account);
    yield account;
  }
}

interface World {
  readonly people: readonly { readonly name: string; readonly surname: string; readonly office: string }[];
  readonly places: readonly string[];
  readonly states: readonly string[];
}

function worldOf(rng: Rng): World {
  const stem = (): string => any(ONSETS, rng) + any(MIDDLES, rng) + any(['l', 'r', 'n', 'm', 'v', 'd'], rng);
  const named = (count: number, ends: readonly string[]): string[] => {
    const names = new Set<string>();
    while (names.size < count) names.add(stem() + any(MIDDLES, rng).slice(0, 1) + any(ends, rng));
    return [...names];
  };
  const states = named(30, STATE_ENDS);
  const people = named(120, PERSON_ENDS).map((surname) => ({
    name: `${any(GIVEN, rng)} ${surname}`,
    surname,
    office: `${any(states, rng)}’s ${any(OFFICES, rng)}`,
  }));
  return { people, places: named(40, PLACE_ENDS), states };
}

function article(world: World, words: number, rng: Rng): string {
  const cast = rng.shuffled(world.people).slice(0, 6);
  const states = rng.shuffled(world.states).slice(0, 3);
  const paragraphs = [`${states[0]} and ${states[1]} at odds over ${any(ISSUES, rng)}`];
  let count = wordsIn(paragraphs[0]!);
  let paragraph: string[] = [];
  while (count < words) {
    const sentence = rng.below(3) === 0 ? reported(world, cast, states, rng) : padding(rng);
    paragraph.push(sentence);
    count += wordsIn(sentence);
    if (paragraph.length >= 3 + rng.below(3) || count >= words) {
      paragraphs.push(paragraph.join(' '));
      paragraph = [];
    }
  }
  return paragraphs.join('\n\n');
}

function reported(world: World, cast: World['people'], states: readonly string[], rng: Rng): string {
  const one = any(cast, rng);
  const who = any([`${one.office} ${one.name}`, one.surname, one.surname], rng);
  const [state, cue, issue, day] = [any(states, rng), any(CUES, rng), any(ISSUES, rng), any(DAYS, rng)];
  const clause = `${issue} must ${any(ACTS, rng)}`;
  const date = `${1 + rng.below(28)} ${any(MONTHS, rng)} 2031`;
  switch (rng.below(10)) {
    case 0:
      return `“${capital(clause)} before anybody travels,” ${who} ${cue} on ${day}.`;
    case 1:
      return `${capital(who)} ${cue}: “We have always held that ${clause}, and nothing has changed.”`;
    case 2:
      return `${capital(who)} said that ${state} would not sign unless ${clause}.`;
    case 3:
      return `${state} has rejected the proposal on ${issue} and invited ${any(states, rng)} to talks in ${any(world.places, rng)} on ${date}.`;
    case 4:
      return `The delegations will meet in ${any(world.places, rng)} on ${day}, after ${issue} was discussed on ${date}.`;
    case 5:
      return `An agreement on ${issue} ${any(CHANCES, rng)} be reached by ${date}, according to ${who}.`;
    case 6:
      return `${capital(who)} denied on ${day} that ${state} had accepted ${issue}.`;
    case 7:
      return `Only if ${clause} will ${state} send ${rng.below(90) + 10} observers, its government ${cue}.`;
    case 8:
      return `${state} demanded that ${clause} before the talks in ${any(world.places, rng)} resume.`;
    default:
      return `On ${date} ${who} flew to ${any(world.places, rng)} and met ${any(cast, rng).name} for ${2 + rng.below(6)} hours.`;
  }
}

function padding(rng: Rng): string {
  const phrase = (): string => `the ${any(PADDING, rng)} ${any(PADDING, rng)}`;
  const sentence = `${phrase()} ${any(VERBS, rng)} ${phrase()}, and ${phrase()} ${any(VERBS, rng)} ${phrase()}`;
  return `${capital(sentence)}${rng.below(2) === 0 ? '' : ` in ${any(MONTHS, rng)}`}.`;
}

/** With a heading of its own, every fortieth word another, and the end cut off. */
function copied(text: string, rng: Rng): string {
  const [, ...paragraphs] = text.split('\n\n');
  const kept = paragraphs.slice(0, Math.ceil(paragraphs.length * (0.6 + 0.4 * rng.uniform())));
  const edited = kept.map((p) =>
    p.replace(/\b[a-z]{4,}\b/g, (word) => (rng.below(40) === 0 ? any(PADDING, rng) : word)),
  );
  return [`What is known about ${any(ISSUES, rng)}`, ...edited].join('\n\n');
}

const any = <T>(of: readonly T[], rng: Rng): T => of[rng.below(of.length)]!;
const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
const wordsIn = (text: string): number => text.split(' ').length;
