/** The names that are known before an account is opened: those of the case, then the offline table. Looked up by first word. */
import type { Known } from '../known.ts';
import type { Entity, EntityType } from '../rows.ts';
import { folded, slug } from './fold.ts';
import { ORGANISATIONS, PLACES, SEATS } from './seats.ts';
import { STATES } from './states.ts';
import type { Word } from './words.ts';

export interface Entry {
  /** Folded, the first word left out. */
  readonly rest: readonly string[];
  readonly first: string;
  readonly entity: string;
  readonly type: EntityType;
  /** Written so and not otherwise: `US`, `WHO`. */
  readonly exactly?: string;
  /** Of a capital or seat: the state that it stands for. */
  readonly standsFor?: string;
  /** A house, not a town: the Kremlin. */
  readonly isSeat?: boolean;
}

export interface Lexicon {
  /** The longest entry that begins at a word. */
  at(words: readonly Word[], k: number): { readonly entry: Entry; readonly length: number } | undefined;
  /** Whether a folded word is a name by itself. */
  knows(low: string): boolean;
  /** The state of an adjective or demonym, folded: `ukrainian`. */
  readonly adjectives: ReadonlyMap<string, string>;
  readonly entities: ReadonlyMap<string, Entity>;
}

const NEVER_ALONE = new Set(['the kingdom', 'labour', 'conservatives', 'the union', 'diet', 'the commission', 'commons', 'ap', 'au', 'who', 'the gulf', 'democrats', 'republicans', 'wagner', 'labour']); // prettier-ignore

export function lexicon(known: Known): Lexicon {
  const byFirst = new Map<string, Entry[]>();
  const entities = new Map<string, Entity>();
  const adjectives = new Map<string, string>();
  const knownIds = new Map<string, string>();
  for (const { id, name, aliases } of known.entities)
    for (const form of [name, ...aliases]) knownIds.set(folded(form).replace(/^the /, ''), id);

  const put = (form: string, entity: string, type: EntityType, more: Partial<Entry> = {}): void => {
    const words = folded(form).split(/[\s]+/);
    const [first = '', ...rest] = words;
    const isShort = form.length <= 5 && form === form.toUpperCase();
    const list = byFirst.get(first) ?? [];
    if (list.some((one) => one.rest.join(' ') === rest.join(' '))) return; // what was put first stands
    list.push({ first, rest, entity, type, ...(isShort ? { exactly: form } : {}), ...more });
    byFirst.set(first, list);
  };
  const declare = (entity: Entity): void => {
    if (!entities.has(entity.id)) entities.set(entity.id, entity);
  };
  const idOf = (forms: readonly string[]): string | undefined => {
    for (const form of forms) {
      const id = knownIds.get(folded(form).replace(/^the /, ''));
      if (id !== undefined) return id;
    }
    return undefined;
  };

  const allAdjectives = new Set(STATES.flatMap((state) => state.adjectives.map(folded)));
  const isAdjective = (form: string): boolean => {
    const low = folded(form).replace(/^the /, '');
    return allAdjectives.has(low) || (low.endsWith('s') && allAdjectives.has(low.slice(0, -1)));
  };
  const capitals = new Set(STATES.flatMap((state) => state.capitals.map(folded)));
  const seats = new Set(SEATS.flatMap(({ name, aliases }) => [name, ...aliases].map((form) => folded(form))));
  for (const { id, name, type, aliases, of } of known.entities) {
    declare({ id, name, type, forms: [], from: 'case', ...(of === undefined ? {} : { of }) });
    if (type === 'person') continue; // people are looked up by given name and surname (./people.ts)
    for (const form of [name, ...aliases]) {
      if (isAdjective(form)) continue; // “Russian” is a word of the state, not its name
      const isSeat = type === 'state' && (capitals.has(folded(form)) || seats.has(folded(form)));
      if (!isSeat) put(form, id, type);
    }
  }
  for (const state of STATES) {
    const forms = [state.name, ...state.aliases];
    const id = idOf(forms) ?? slug(state.name);
    declare({ id, name: state.name, type: 'state', forms: [], from: 'table' });
    for (const form of forms) put(form, id, 'state');
    for (const adjective of state.adjectives) adjectives.set(folded(adjective), id);
    for (const capital of state.capitals) {
      const place = slug(state.capitals[0]!);
      declare({ id: place, name: state.capitals[0]!, type: 'place', forms: [], from: 'table', of: id });
      put(capital, place, 'place', { standsFor: id });
    }
  }
  for (const { name, aliases, of } of SEATS) {
    const id = slug(name);
    const state = of === undefined ? undefined : (idOf([of]) ?? slug(of));
    declare({ id, name, type: 'place', forms: [], from: 'table', ...(state === undefined ? {} : { of: state }) });
    for (const form of [name, ...aliases])
      put(form, id, 'place', state === undefined ? {} : { standsFor: state, isSeat: true });
  }
  for (const [type, table] of [
    ['organisation', ORGANISATIONS],
    ['place', PLACES],
  ] as const)
    for (const { name, aliases, of } of table) {
      const id = idOf([name, ...aliases]) ?? slug(name);
      const party = of === undefined ? {} : { of: idOf([of]) ?? slug(of) };
      declare({ id, name: name.replace(/^the /, ''), type, forms: [], from: 'table', ...party });
      for (const form of [name, ...aliases]) if (!NEVER_ALONE.has(folded(form))) put(form, id, type);
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.rest.length - a.rest.length);

  return {
    adjectives,
    entities,
    knows: (low) => byFirst.get(low)?.some(({ rest }) => rest.length === 0) ?? false,
    at(words, k) {
      const word = words[k]!;
      const list = byFirst.get(word.low);
      if (list === undefined) return undefined;
      for (const entry of list) {
        const length = entry.rest.length + 1;
        const own = words.slice(k, k + length);
        if (own.length < length || !entry.rest.every((low, i) => own[i + 1]!.low === low)) continue;
        if (own.slice(1).some(({ gap }) => !/^[\s-]$/.test(gap.replace(/\s+/g, ' ')))) continue;
        if (entry.exactly !== undefined && word.text !== entry.exactly) continue;
        // a name is written as one: its words are capitals, but for the little ones
        const isName = own.every(
          ({ isCapital, text }, i) =>
            isCapital ||
            (i === 0 && /^the$/i.test(text) && length > 1) ||
            /^(?:of|and|for|the|on|in|de|el|the)$/.test(text),
        );
        if (!isName || (length === 1 && !word.isCapital)) continue;
        return { entry, length };
      }
      return undefined;
    },
  };
}
