/**
 * People by given name and surname. Two are one where their surnames share a skeleton (./fold.ts) and their given names allow
 * it: equal, of one origin, an initial, or one of them not told. A bare surname goes to who bears it in the account, last
 * named first; where two bear it and nothing decides, to nobody new but the last one named.
 *
 * Found by surname: cost does not grow with the people met but for namesakes.
 */
import { FAMILY_FIRST, isSameGiven } from './given-names.ts';
import { folded, skeleton, slug } from './fold.ts';

export interface Person {
  readonly id: string;
  /** The fullest form met. */
  name: string;
  readonly from: 'case' | 'account';
  readonly given: Set<string>;
  /** Given names as they stood together. */
  readonly told: (readonly string[])[];
  readonly forms: Set<string>;
  of?: string;
  pronoun?: 'he' | 'she';
}

export const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos del della di la le van von der den ter bin ibn bint al el ul abu ben st san santa dos das'.split(' '),
);

export interface Split {
  readonly given: readonly string[];
  readonly surname: string;
}

/** Words of a name to given names and surname; particles go with the surname. */
export function split(name: string): Split {
  const words = name.split(/\s+/).filter((word) => word !== '');
  if (words.length > 1 && FAMILY_FIRST.has(folded(words[0]!)) && !/-/.test(words[0]!))
    return { surname: words[0]!, given: [words.slice(1).join(' ')].map(folded) };
  let at = words.length - 1;
  if (at > 0 && /^(?:jr|sr|ii|iii|iv)\.?$/i.test(words[at]!)) at--;
  const end = at + 1;
  while (at > 1 && PARTICLES.has(folded(words[at - 1]!))) at--;
  return {
    surname: words.slice(at, end).join(' '),
    given: words.slice(0, at).map((word) => folded(word).replace(/\.$/, '')),
  };
}

export interface PeopleKept {
  readonly bySurname: Map<string, Person[]>;
  readonly byId: Map<string, Person>;
}

export class People {
  readonly #bySurname: Map<string, Person[]>;
  readonly #byId: Map<string, Person>;

  constructor({ bySurname, byId }: PeopleKept = { bySurname: new Map(), byId: new Map() }) {
    this.#bySurname = bySurname;
    this.#byId = byId;
  }

  kept(): PeopleKept {
    return { bySurname: this.#bySurname, byId: this.#byId };
  }

  get(id: string): Person | undefined {
    return this.#byId.get(id);
  }
  all(): IterableIterator<Person> {
    return this.#byId.values();
  }

  declare(id: string, names: readonly string[], of: string | undefined): void {
    const [name = id, ...aliases] = names;
    const person: Person = {
      id,
      name,
      from: 'case',
      given: new Set(),
      told: [],
      forms: new Set(),
      ...(of === undefined ? {} : { of }),
    };
    this.#byId.set(id, person);
    for (const form of [name, ...aliases]) this.#enter(person, split(form));
  }

  #enter(person: Person, { given, surname }: Split): void {
    for (const one of given) person.given.add(one);
    if (
      given.length > 0 &&
      person.told.length < MOST_TOLD &&
      !person.told.some((other) => other.join(' ') === given.join(' '))
    )
      person.told.push(given);
    const key = keyOf(surname);
    const list = this.#bySurname.get(key) ?? [];
    if (!list.includes(person)) list.push(person);
    this.#bySurname.set(key, list);
  }

  /** Who bears a surname; those named in the account, last first, before others. */
  bearing(surname: string): readonly Person[] {
    return this.#bySurname.get(keyOf(surname)) ?? [];
  }

  /** Who is meant by a full name: one that fits, or somebody new. */
  full(name: string, isNear: (id: string) => boolean): Person {
    const parts = split(name);
    const fits = this.bearing(parts.surname).filter((person) => fitsGiven(person.told, parts.given));
    const found = fits.find(({ id }) => isNear(id)) ?? fits[0];
    const person = found ?? this.#new(name);
    if (person.from === 'account' && name.length > person.name.length && !/^\p{Lu}+$/u.test(name)) person.name = name;
    this.#enter(person, parts);
    return person;
  }

  /** Who is meant by a surname alone. `prefer` decides among namesakes. */
  bySurname(surname: string, nearness: (person: Person) => number): Person | undefined {
    let best: Person | undefined;
    let most = 0;
    for (const person of this.bearing(surname)) {
      const near = nearness(person);
      if (near > most) [best, most] = [person, near];
    }
    return best;
  }

  /** Who is called by a given name alone: the one of those near who bears it. */
  byGiven(given: string, near: Iterable<string>): Person | undefined {
    const found = [...near].map((id) => this.#byId.get(id)).filter((one) => one?.given.has(given));
    return found.length === 1 ? found[0] : undefined;
  }

  #new(name: string): Person {
    let id = slug(name);
    for (let k = 2; this.#byId.has(id); k++) id = `${slug(name)}-${k}`;
    const person: Person = { id, name, from: 'account', given: new Set(), told: [], forms: new Set() };
    this.#byId.set(id, person);
    return person;
  }
}

/** Ways to tell one person's given names that are kept. */
const MOST_TOLD = 8;

const keyOf = (surname: string): string => {
  const words = surname.split(' ').filter((word) => !PARTICLES.has(folded(word)));
  return skeleton((words.length === 0 ? surname : words.join('')).replace(/^(?:al|el|as|ash|an|ar)-/i, ''));
};

/** With every way that the given names were told: the same first one, or one for the other; further ones do not disagree. */
function fitsGiven(told: readonly (readonly string[])[], given: readonly string[]): boolean {
  if (given.length === 0) return true;
  return told.every((known) => {
    const isSomeShared = given.some((one) => known.some((other) => isAlike(one, other)));
    const [[, ...further], [, ...others]] = [given, known];
    const disagrees =
      further.length > 0 && others.length > 0 && !further.some((one) => others.some((other) => isAlike(one, other)));
    return isSomeShared && !disagrees;
  });
}

const isAlike = (one: string, other: string): boolean =>
  isSameGiven(one, other) || isInitial(one, other) || isInitial(other, one) || skeleton(one) === skeleton(other);

const isInitial = (short: string, long: string): boolean =>
  short.replace('.', '').length === 1 && long.startsWith(short[0]!);
