/** Everybody and everything met so far, across accounts. People are found by surname, all else by its form. */
import type { When } from '../../case/index.ts';
import type { Known, KnownOffice } from '../known.ts';
import type { Entity, EntityType } from '../rows.ts';
import { slug } from './fold.ts';
import { lexicon, type Lexicon } from './lexicon.ts';
import { People, type PeopleKept } from './people.ts';

interface Met {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly from: Entity['from'];
  of?: string;
  holder?: string;
  readonly forms: Set<string>;
}

/** Plain data, to go on with later. Belongs to what was known when it was made. */
export interface RegisterKept {
  readonly people: PeopleKept;
  readonly named: Map<string, string>;
  readonly bodies: Map<string, string | null>;
  readonly met: Map<string, Met>;
}

export class Register {
  readonly table: Lexicon;
  readonly people: People;
  /** New names but people's, by folded form. */
  readonly named: Map<string, string>;
  /** Organisations by the word that is their short form: the union. Null where there are several. */
  readonly bodies: Map<string, string | null>;
  readonly #met: Map<string, Met>;
  /** Of offices that the case knows: who held them when. */
  readonly #terms = new Map<string, KnownOffice[]>();

  constructor(known: Known, kept?: RegisterKept) {
    this.table = lexicon(known);
    this.people = new People(kept?.people);
    this.named = kept?.named ?? new Map<string, string>();
    this.bodies = kept?.bodies ?? new Map<string, string | null>();
    this.#met = kept?.met ?? new Map<string, Met>();
    for (const one of known.offices) {
      const id = officeId(one.of, one.office);
      this.#terms.set(id, [...(this.#terms.get(id) ?? []), one]);
    }
    if (kept === undefined) this.#declare(known);
  }

  kept(): RegisterKept {
    return { people: this.people.kept(), named: this.named, bodies: this.bodies, met: this.#met };
  }

  #declare(known: Known): void {
    for (const { id, name, aliases, type, of } of known.entities)
      if (type === 'person') this.people.declare(id, [name, ...aliases], of);
    for (const { person, office, of } of known.offices) {
      const id = officeId(of, office);
      const whose = of === undefined ? {} : { of };
      this.#met.set(id, { id, name: office, type: 'office', from: 'case', forms: new Set(), holder: person, ...whose });
    }
  }

  /** What was met, or is known of it otherwise. */
  entity(id: string): Entity | undefined {
    const person = this.people.get(id);
    if (person !== undefined) {
      const { name, from, of, forms } = person;
      return { id, name, type: 'person', from, forms: [...forms], ...(of === undefined ? {} : { of }) };
    }
    const one = this.#met.get(id);
    return one === undefined ? this.table.entities.get(id) : { ...one, forms: [...one.forms] };
  }

  /** Those that an account named. */
  entities(): Entity[] {
    const people = [...this.people.all()].filter(({ forms }) => forms.size > 0).map(({ id }) => id);
    const others = [...this.#met.values()].filter(({ forms }) => forms.size > 0).map(({ id }) => id);
    return [...people, ...others].map((id) => this.entity(id)!);
  }

  isNew(id: string): boolean {
    const person = this.people.get(id);
    if (person !== undefined) return person.from === 'account' && person.forms.size === 0;
    return !this.#met.has(id) && !this.table.entities.has(id);
  }

  typeOf(id: string): EntityType | undefined {
    return this.people.get(id) ? 'person' : (this.#met.get(id)?.type ?? this.table.entities.get(id)?.type);
  }

  /** One mention more; the form is kept. */
  meet(id: string, type: EntityType, form: string): void {
    const person = this.people.get(id);
    (person ?? this.#get(id, type, form)).forms.add(form);
  }

  office(of: string | undefined, title: string): string {
    const id = officeId(of, title);
    const one = this.#get(id, 'office', title);
    if (of !== undefined) one.of ??= of;
    return id;
  }
  /** The office's title, and whose it is. */
  officeOf(id: string): { readonly name: string; readonly of?: string; readonly holder?: string } | undefined {
    return this.#met.get(id);
  }
  holds(office: string, person: string): void {
    const one = this.#met.get(office);
    if (one === undefined) return;
    if (one.from !== 'case') one.holder = person;
    const who = this.people.get(person);
    if (who !== undefined && one.of !== undefined) who.of ??= one.of;
  }

  /** A person's party or state, as first told. */
  belongs(person: string, of: string | undefined): void {
    const who = this.people.get(person);
    if (who === undefined || of === undefined) return;
    const owner = this.people.get(of);
    const state = owner === undefined ? of : owner.of;
    if (state !== undefined) who.of ??= state;
  }

  #get(id: string, type: EntityType, form: string): Met {
    let one = this.#met.get(id);
    if (one === undefined) {
      const { name = form, type: own = type, from = 'account', of } = this.table.entities.get(id) ?? {};
      one = { id, name, type: own, from, forms: new Set(), ...(of === undefined ? {} : { of }) };
      this.#met.set(id, one);
    }
    return one;
  }

  /** Who holds an office on a day: of the case's by their dates, else who was last told to. */
  holderOn(office: string, when: When | undefined): string | undefined {
    const terms = this.#terms.get(office);
    if (terms === undefined) return this.#met.get(office)?.holder;
    if (when === undefined) return terms.length === 1 ? terms[0]!.person : undefined;
    const then = terms.filter(
      ({ from, until }) => (from?.min ?? -Infinity) <= when.max && (until?.max ?? Infinity) >= when.min,
    );
    return then.length === 1 ? then[0]!.person : undefined;
  }

  /** An id for a new name: never that of something of another type. */
  idFor(key: string, type: EntityType): string {
    const before = this.named.get(key);
    if (before !== undefined) return before;
    const wanted = slug(key);
    const other = this.typeOf(wanted);
    const id = other === undefined || other === type ? wanted : `${wanted}-${type}`;
    this.named.set(key, id);
    return id;
  }

  keepBody(head: string, id: string): void {
    const before = this.bodies.get(head);
    this.bodies.set(head, before === undefined || before === id ? id : null);
  }
}

const officeId = (of: string | undefined, office: string): string =>
  of === undefined ? slug(office) : `${of}-${slug(office)}`;
