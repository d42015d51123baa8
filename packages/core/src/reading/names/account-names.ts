/**
 * The names of one account. First what stands around every name, over the whole account, tells its type, and full names tell
 * who there is; then, from top to bottom, every name finds whom it means. The heading comes last: in capitals it names only
 * what the account names too.
 */
import type { Account } from '../account.ts';
import type { EntityType, Mention, NameRow } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';
import { antecedent, type Discourse } from './antecedents.ts';
import { Belonging, type Owner } from './belonging.ts';
import { candidatesIn, keyOf, type Candidate, type Run } from './candidates.ts';
import { noPoints, typeByPoints, typeByWords, weigh, type Points } from './contexts.ts';
import { isTitleCase, labelLength, looksLikeHeading } from './headings.ts';
import { nameOfDemonym } from './demonyms.ts';
import { folded } from './fold.ts';
import { HE_NAMES, SHE_NAMES } from './given-names.ts';
import { HE_TITLES, PEOPLES, SHE_TITLES, SHORT_HEADS } from './keywords.ts';
import type { Entry } from './lexicon.ts';
import { senseOf } from './metonyms.ts';
import type { Names } from './names.ts';
import { split, type Person } from './people.ts';
import type { Register } from './register.ts';
import { ToldOffices } from './told-offices.ts';
import { calledAfter, calledBefore, isApposed, isHolderNext, isOf } from './roles.ts';
import { casing, type RunContext } from './runs.ts';
import { within } from './sorted.ts';
import { wordsOf, type Word } from './words.ts';

export interface NamesOfAccount extends Names {
  readonly rows: readonly NameRow[];
}

interface Sentence {
  readonly words: readonly Word[];
  readonly candidates: readonly Candidate[];
}

interface Found {
  readonly entity: string;
  readonly type: EntityType;
  readonly rule: string;
  readonly isMetonym?: boolean;
  readonly orElse?: string;
}

/** Sure enough that no earlier account and no word of the name outweighs it: a title or an office before it. */
const SURE = 4;

export class AccountNames {
  readonly #register: Register;
  readonly #account: Account;
  readonly #context: RunContext;
  readonly #demonyms = new Map<string, string | undefined>();
  readonly #points = new Map<string, Points>();
  readonly #types = new Map<string, EntityType>();
  /** Person by folded full name. */
  readonly #full = new Map<string, string>();
  /** When last named: what decides between namesakes. */
  readonly #last = new Map<string, number>();
  readonly #bodies = new Map<string, string>();
  readonly #offices: ToldOffices;
  /** The first state or body of the sentence before. */
  #subject: string | undefined;
  /** Those that the account tells offices of. */
  readonly #states = new Set<string>();
  readonly #belonging: Belonging;
  readonly #called = new Map<string, { entity: string; at: number }[]>();
  readonly #mentions: Mention[] = [];
  readonly #rows: NameRow[] = [];

  constructor(register: Register, account: Account, tagged: readonly TaggedSentence[]) {
    this.#register = register;
    this.#account = account;
    const { text, title } = account;
    const all = tagged.map((sentence) => wordsOf(text, sentence));
    const isHeading = tagged.map(({ end }, k) => looksLikeHeading(all[k]!, text.slice(Math.max(0, end - 2), end)));
    const how = casing(all.filter((_, k) => !isHeading[k]));
    const isDemonym = (low: string): boolean => {
      if (!this.#demonyms.has(low))
        this.#demonyms.set(
          low,
          nameOfDemonym(low, how, (name) => register.named.has(name)),
        );
      return this.#demonyms.get(low) !== undefined;
    };
    const { adjectives } = register.table;
    this.#context = {
      casing: how,
      isAdjective: (low) =>
        adjectives.has(low) ||
        PEOPLES.has(low) ||
        (low.endsWith('s') && adjectives.has(low.slice(0, -1))) ||
        isDemonym(low),
      isKnown: (low) => register.named.has(low) || register.people.bearing(low).length > 0,
    };
    this.#offices = new ToldOffices(register);
    this.#belonging = new Belonging({
      register,
      context: this.#context,
      typeOf: (words, run) => this.#typeOf(words, run),
      nameOfDemonym: (low) => this.#demonyms.get(low),
    });
    const inTitle = title === undefined ? [] : all.filter((_, k) => tagged[k]!.start < title.end);
    const isHeadline = isTitleCase(inTitle.flat());
    const [headings, sentences]: [(readonly Word[])[], Sentence[]] = [[], []];
    for (const [k, words] of all.entries()) {
      const isAll = isHeading[k] === true || (isHeadline && k < inTitle.length);
      const labelled = isAll ? words.length : labelLength(words);
      if (labelled > 0) headings.push(words.slice(0, labelled));
      const own = words.slice(labelled);
      if (own.length > 0) sentences.push({ words: own, candidates: candidatesIn(own, register.table, this.#context) });
    }

    this.#lookAround(sentences);
    this.#findPeople(sentences);
    for (const sentence of sentences) this.#readSentence(sentence);
    for (const words of headings) this.#readHeading(words);
    if (headings.length > 0) {
      this.#mentions.sort((a, b) => a.start - b.start);
      this.#rows.sort((a, b) => a.start - b.start);
    }
  }

  names(tagged: readonly TaggedSentence[]): NamesOfAccount {
    const register = this.#register;
    const mentions = this.#mentions;
    const discourse: Discourse = {
      text: this.#account.text,
      sentences: tagged,
      mentions,
      called: this.#called,
      state: () => (this.#states.size === 1 ? [...this.#states][0] : undefined),
      leaningOf: (id) => leaning(register.people.get(id)),
      pronounOf: (id) => register.people.get(id)?.pronoun,
      holder: (office) => register.holderOn(office, this.#account.written),
    };
    return {
      mentions,
      rows: this.#rows,
      entity: (id) => register.entity(id),
      within: (span) => within(mentions, span),
      antecedent: (span) => antecedent(discourse, span),
      pronounOf: (id) => discourse.pronounOf(id),
    };
  }

  #lookAround(sentences: readonly Sentence[]): void {
    for (const { words, candidates } of sentences)
      for (const one of candidates) {
        if (one.is !== 'run') continue;
        const points = this.#pointsOf(one.key);
        weigh(points, words, one.at, one.end);
        if (words[0]!.start === words[one.at]!.start && isDateline(words, one)) points.place += 6;
      }
    this.#lookBeside(sentences);
    for (const name of this.#demonyms.values()) if (name !== undefined) this.#pointsOf(name).state += 3;
  }

  /** “between Marrand and Tessaly”: beside a state stands a state. */
  #lookBeside(sentences: readonly Sentence[]): void {
    for (const { words, candidates } of sentences)
      for (const [k, one] of candidates.entries()) {
        const next = candidates[k + 1];
        if (next === undefined || next.at !== one.end + 1 || words[one.end]!.low !== 'and') continue;
        if (one.is === 'run' && this.#isState(next)) this.#pointsOf(one.key).state += 1.5;
        if (next.is === 'run' && this.#isState(one)) this.#pointsOf(next.key).state += 1.5;
      }
  }
  #isState(one: Candidate): boolean {
    if (one.is === 'entry') return one.entry.type === 'state' || one.entry.standsFor !== undefined;
    return one.is === 'run' && this.#pointsOf(one.key).state >= SURE - 1;
  }

  #pointsOf(key: string): Points {
    let points = this.#points.get(key);
    if (points === undefined) this.#points.set(key, (points = noPoints()));
    return points;
  }

  #typeOf(words: readonly Word[], { at, end, key }: Run): EntityType {
    const before = this.#types.get(key);
    if (before !== undefined) return before;
    const run = words.slice(at, end);
    const points = this.#pointsOf(key);
    const earlier = this.#register.named.get(key);
    const type =
      points.person >= SURE ? 'person'
      : points.state >= SURE - 1 ? 'state'
      : ((earlier === undefined ? undefined : this.#register.typeOf(earlier)) ?? (this.#isKnownPerson(run) ? 'person' : undefined) ?? typeByWords(run, points) ?? typeByPoints(points, run)); // prettier-ignore
    this.#types.set(key, type);
    return type;
  }

  /** By a full name that another account or the case has. */
  #isKnownPerson(run: readonly Word[]): boolean {
    if (run.length < 2) return false;
    const { given, surname } = split(run.map(({ text }) => text).join(' '));
    return this.#register.people.bearing(surname).some((person) => given.some((name) => person.given.has(name)));
  }

  #findPeople(sentences: readonly Sentence[]): void {
    const { people } = this.#register;
    for (const { words, candidates } of sentences)
      for (const one of candidates) {
        if (
          one.is === 'run' &&
          one.end - one.at > 1 &&
          !this.#full.has(one.key) &&
          this.#typeOf(words, one) === 'person'
        ) {
          const name = this.#account.text.slice(words[one.at]!.start, words[one.end - 1]!.end);
          const { id } = people.full(name, (other) => this.#last.has(other));
          this.#full.set(one.key, id);
          this.#last.set(id, 0.7);
        } else if (
          one.is === 'run' &&
          one.end - one.at > 1 &&
          !one.isCut &&
          this.#typeOf(words, one) === 'organisation'
        ) {
          this.#keepShort(words.slice(one.at, one.end), this.#register.idFor(one.key, 'organisation'), true);
        }
      }
  }

  /** By a surname alone; a title says whether he or she is meant. */
  #bearer(words: readonly Word[], at: number, end: number): Person | undefined {
    const title = words[at - 1]?.low ?? '';
    const wanted = HE_TITLES.has(title) ? 'he' : SHE_TITLES.has(title) ? 'she' : undefined;
    const name = words.slice(at, end).map((word) => word.text).join(' '); // prettier-ignore
    const { low } = words[at]!;
    if (end === at + 1 && (HE_NAMES.has(low) || SHE_NAMES.has(low))) {
      const called = this.#register.people.byGiven(low, this.#last.keys());
      if (called !== undefined) return called;
    }
    return this.#register.people.bySurname(name, ({ id, pronoun }) =>
      wanted !== undefined && pronoun !== undefined && pronoun !== wanted ? 0 : (this.#last.get(id) ?? 0.5),
    );
  }

  #personAt(words: readonly Word[], { at, end, key }: Run): Found {
    const { people } = this.#register;
    const id = this.#full.get(key);
    const name = this.#account.text.slice(words[at]!.start, words[end - 1]!.end);
    const person =
      (id === undefined ? this.#bearer(words, at, end) : people.get(id)) ??
      people.full(name, (other) => this.#last.has(other));
    const title = words[at - 1]?.low ?? '';
    const given = split(person.name).given[0] ?? '';
    if (HE_TITLES.has(title) || HE_NAMES.has(given)) person.pronoun ??= 'he';
    else if (SHE_TITLES.has(title) || SHE_NAMES.has(given)) person.pronoun ??= 'she';
    const rule = person.from === 'case' ? 'name-known' : id === undefined ? 'name-person-surname' : 'name-person-full';
    return { entity: person.id, type: 'person', rule };
  }

  #runAt(words: readonly Word[], one: Run): Found | undefined {
    const { at, end, key } = one;
    const register = this.#register;
    const run = words.slice(at, end);
    if (run.length === 1) {
      const person = this.#bearer(words, at, end);
      const { person: points, place, state } = this.#pointsOf(key);
      const isFull = person !== undefined && person.given.size > 0;
      if (isFull && this.#last.has(person.id)) return this.#personAt(words, one);
      // of another account: only where nothing here speaks of a place
      const isLikely = points > Math.max(place, state) || (isFull && place === 0 && state === 0);
      if (person !== undefined && !register.named.has(key) && isLikely) return this.#personAt(words, one);
    }
    if (one.isCut && !register.named.has(key) && !this.#full.has(key)) return undefined;
    if (run.length === 1 && (isNoName(words, at) || this.#isPair(run[0]!.low))) return undefined;
    if (COMPOUND.test(run.at(-1)!.low)) return undefined;
    const type = this.#typeOf(words, one);
    if (type === 'person') return this.#personAt(words, one);
    const id = register.idFor(key, type);
    if (type === 'organisation') this.#keepShort(run, id);
    if (isDateline(words, one)) return { entity: id, type, rule: 'name-dateline' };
    if (run.length === 1 && run[0]!.isUpper) return { entity: id, type, rule: 'name-acronym' };
    return { entity: id, type, rule: `name-${type}-${typeByWords(run, noPoints()) === type ? 'word' : 'context'}` };
  }

  /** “the Trump-Putin meeting”: two names that stand for no third. */
  #isPair(low: string): boolean {
    const parts = low.split('-');
    const { people, table } = this.#register;
    return parts.length === 2 && parts.every((part) => people.bearing(part).length > 0 || table.knows(part));
  }

  /** The union of the Amalgamated Dockers' Union, the ADU. */
  #keepShort(run: readonly Word[], id: string, isAhead = false): void {
    const of = run.findIndex(({ low }) => low === 'of' || low === 'for');
    const head = (of > 0 ? run[of - 1]! : run.at(-1)!).low;
    if (SHORT_HEADS.has(head)) {
      if (!isAhead || !this.#bodies.has(head)) this.#bodies.set(head, id);
      this.#register.keepBody(head, id);
    }
    const acronym = run.filter(({ isCapital }) => isCapital).map(({ text }) => text[0]!).join(''); // prettier-ignore
    if (acronym.length > 2 && !this.#register.named.has(folded(acronym))) this.#register.named.set(folded(acronym), id);
  }

  #entryAt(words: readonly Word[], at: number, end: number, entry: Entry): Found {
    const { table } = this.#register;
    const rule = table.entities.get(entry.entity)?.from === 'case' ? 'name-known' : `name-table-${entry.type}`;
    if (entry.type === 'organisation') this.#keepShort(words.slice(at, end), entry.entity);
    if (entry.standsFor === undefined) return { entity: entry.entity, type: entry.type, rule };
    const place = { entity: entry.entity, type: 'place', rule: 'name-table-place' } as const;
    const sense = senseOf(words, at, end, entry.isSeat === true);
    if (sense === 'state') return { entity: entry.standsFor, type: 'state', rule: 'name-metonym', isMetonym: true };
    return sense === 'place' ? place : { ...place, rule: 'name-place-or-state', orElse: entry.standsFor };
  }

  #readSentence({ words, candidates }: Sentence): void {
    let person: Owner | undefined;
    let awaiting: { readonly office: string; readonly at: number } | undefined;
    let body: Owner | undefined;
    const before = this.#mentions.length;
    for (const [k, one] of candidates.entries()) {
      const { at, end } = one;
      const isPossessive = words[end - 1]!.isPossessive;
      if (one.is === 'entry') {
        const found = this.#entryAt(words, at, end, one.entry);
        this.#add(words, at, end, found);
        body = { id: found.orElse ?? found.entity, end, isPossessive };
        if (person !== undefined && found.type !== 'place' && isOf(words, person.end, at))
          this.#register.belongs(person.id, body.id);
      } else if (one.is === 'short') {
        const known = this.#register.bodies.get(one.head);
        const isName = words[at + 1]!.isCapital;
        const other = known ?? undefined;
        const id =
          this.#bodies.get(one.head) ?? other ?? (isName ? this.#register.idFor(one.head, 'organisation') : undefined);
        if (id === undefined) continue;
        this.#add(words, at, end, { entity: id, type: 'organisation', rule: 'name-organisation-short' });
        body = { id, end, isPossessive };
      } else if (one.is === 'run') {
        const found = this.#runAt(words, one);
        if (found === undefined) continue;
        this.#add(words, at, end, found);
        if (found.type !== 'person') {
          if (found.type === 'place') continue;
          body = { id: found.entity, end, isPossessive };
          if (person !== undefined && isOf(words, person.end, at)) this.#register.belongs(person.id, body.id);
          continue;
        }
        this.#register.belongs(found.entity, this.#belonging.ownerBefore(words, at, body ?? person, this.#subject));
        person = { end, id: found.entity, isPossessive };
        if (isPossessive) body = person;
        for (const role of [calledBefore(words, at), calledAfter(words, end)])
          this.#call(role, found.entity, words[at]!.start);
        if (awaiting?.at === at) this.#hold(awaiting.office, found.entity, words[at]!.start);
      } else {
        const next = candidates.slice(k + 1, k + 3).find((other): other is Run => other.is === 'run');
        const isNext =
          next !== undefined && isHolderNext(words, end, next.at) && this.#typeOf(words, next) === 'person';
        const isAfter = person !== undefined && isApposed(words, person.end, at);
        const of = this.#belonging.stateOf(
          words,
          at,
          end,
          body,
          person && this.#register.entity(person.id)?.of,
          this.#subject,
        );
        const isHeld = isNext || isAfter;
        const { title, isCommon } = one.office;
        const isCapital = words[at]!.isCapital && !words[at]!.isFirst;
        const determined = determiner(words, at);
        const isFirm =
          isHeld ||
          of !== undefined ||
          isCapital ||
          /^(?:its|their|our)$/.test(determined) ||
          this.#offices.knows(title);
        const isDefinite = isHeld || of !== undefined || words[at]!.isCapital || DEFINITE.test(determined);
        if (!isDefinite || (isCommon && !isFirm)) continue;
        const id = this.#offices.find(title, of, !isHeld);
        if (of !== undefined && this.#register.typeOf(of) === 'state') this.#states.add(of);
        this.#add(words, at, end, { entity: id, type: 'office', rule: isHeld ? 'name-office-held' : 'name-office' });
        if (isAfter) this.#hold(id, person!.id, words[at]!.start);
        if (isNext) awaiting = { office: id, at: next.at };
      }
    }
    const own = this.#mentions.slice(before);
    this.#subject = own.find(({ type }) => type === 'state' || type === 'organisation')?.entity;
  }

  #hold(office: string, person: string, at: number): void {
    for (const role of this.#offices.hold(office, person)) this.#call(role, person, at);
  }

  #call(role: string | undefined, entity: string, at: number): void {
    if (role === undefined || role === '') return;
    const list = this.#called.get(role);
    if (list) list.push({ entity, at });
    else this.#called.set(role, [{ entity, at }]);
  }

  #readHeading(words: readonly Word[]): void {
    const { table, named } = this.#register;
    for (let k = 0; k < words.length;) {
      const hit = table.at(words, k);
      if (hit !== undefined) {
        this.#add(words, k, k + hit.length, this.#entryAt(words, k, k + hit.length, hit.entry));
        k += hit.length;
        continue;
      }
      let length = Math.min(4, words.length - k);
      for (; length > 0; length--) {
        const key = keyOf(words.slice(k, k + length));
        const bearer = length === 1 && words[k]!.isCapital ? this.#bearer(words, k, k + 1) : undefined;
        const id =
          this.#full.get(key) ?? named.get(key) ?? (bearer && this.#last.has(bearer.id) ? bearer.id : undefined);
        if (id === undefined || !words[k]!.isCapital) continue;
        this.#add(words, k, k + length, {
          entity: id,
          type: this.#register.typeOf(id) ?? 'organisation',
          rule: 'name-heading',
        });
        break;
      }
      k += Math.max(1, length);
    }
  }

  #add(words: readonly Word[], at: number, stop: number, found: Found): void {
    const { text, id: source } = this.#account;
    const { entity, type, rule, isMetonym = false, orElse } = found;
    const [start, end] = [words[at]!.start, words[stop - 1]!.end];
    const exact = text.slice(start, end);
    const isNew = this.#register.isNew(entity);
    this.#register.meet(entity, type, exact);
    this.#last.set(entity, this.#mentions.length + 1);
    const unsure = orElse === undefined ? {} : { orElse };
    this.#mentions.push({ start, end, exact, entity, type, isMetonym, ...unsure });
    this.#rows.push({ kind: 'name', source, start, end, exact, rule, entity, type, isMetonym, ...unsure, isNew });
  }
}

const DEFINITE = /^(?:the|his|her|its|their|whose|our|my)$/;

/** What stands before an office, adjectives like *former* left out. */
function determiner(words: readonly Word[], at: number): string {
  let k = at - 1;
  while (k > Math.max(0, at - 3) && words[k]!.pos === 'ADJ') k--;
  return words[k]?.low ?? '';
}

/** “SARAT — …”, “PORTO ALTO, July 19 – …”. */
function isDateline(words: readonly Word[], { at, end }: Run): boolean {
  if (at !== 0 || !words.slice(0, end).every(({ isUpper }) => isUpper)) return false;
  const next = words[end];
  return next !== undefined && /^(?:\]?\s*[–—(,]|\]?\s+-+\s)/.test(next.gap);
}

/** N.H., or an adjective of a state that is not named: “the Lurian embassy”. */
function isNoName(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  if (word.text.endsWith('.') || /^(?:west|east|north|south)$/.test(word.low)) return true;
  const isBefore = next !== undefined && !next.isCapital && /^\s$/.test(next.gap) && ['NOUN', 'ADJ'].includes(next.pos);
  return isBefore && !word.isPossessive && /(?:ian|ean|ese|ish)$/.test(word.low);
}

const COMPOUND =
  /-(?:style|led|backed|era|based|wide|born|brokered|mediated|held|controlled|occupied|speaking|ranking|level)$/;

/** Given names that end in a are mostly women's, others of more than two letters mostly men's. */
function leaning(person: Person | undefined): 'he' | 'she' | undefined {
  const [given] = person === undefined ? [] : split(person.name).given;
  if (given === undefined || given.length < 3) return undefined;
  return given.endsWith('a') ? 'she' : 'he';
}
