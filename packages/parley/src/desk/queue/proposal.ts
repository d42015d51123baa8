/**
 * A proposal: a row of a reading that waits for a person to accept or reject it. Its id is made of what was read where, so
 * that reading again, with other rules or after an edit elsewhere in the source, gives it the same id.
 */
import { createHash } from 'node:crypto';
import type { Case } from '@parley/core/case';
import { fold } from '@parley/core/evidence';
import type { Entity, EntityType, NameRow, Row } from '@parley/core/reading';
import { ROW_KINDS, speakerOf, toldRow, type ToldRow } from '../reading/row-told.ts';

/** Whoever a row names, with what is needed to enter it into a case. */
export interface Who {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  /** The party or state it belongs to. */
  readonly of?: { readonly id: string; readonly name: string; readonly type: EntityType };
}

export interface Place {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

export interface Proposal extends ToldRow {
  readonly id: string;
  readonly who?: Who;
  /** The words that name the speaker. */
  readonly whoAt?: Place;
  readonly actors?: readonly string[];
  readonly actorsWho?: readonly Who[];
  /** Of a name: in how many places it stands so. */
  readonly times?: number;
}

const LETTERS: Readonly<Record<Row['kind'], string>> = {
  quotation: 'q',
  indirect: 'i',
  name: 'n',
  event: 'e',
  precondition: 'p',
  position: 'v',
  chance: 'c',
  'quoted-term': 't',
  date: 'd',
  order: 'o',
};

/** Names are proposed once for each spelling that the case does not have, not for each place. */
export function proposalsOf(
  rows: ReadonlyMap<string, readonly Row[]>,
  entities: ReadonlyMap<string, Entity>,
  given: Case,
): Map<string, Proposal> {
  const proposals = new Map<string, Proposal>();
  const put = (key: string, row: Row, extra: Partial<Proposal> = {}): void => {
    const hash = createHash('sha256').update(key).digest('hex');
    const base = `${LETTERS[row.kind]}-${hash.slice(0, 10)}`;
    let id = base;
    for (let k = 2; proposals.has(id); k++) id = `${base}-${k}`;
    proposals.set(id, { id, ...proposalOf(row, entities), ...extra });
  };
  const known = formsOf(given);
  const names = new Map<string, { row: NameRow; times: number }>();
  for (const [source, own] of rows) {
    const met = new Map<string, number>(); // how often the same words stood before
    for (const row of own) {
      if (!(ROW_KINDS as readonly string[]).includes(row.kind)) continue;
      if (row.kind === 'name') {
        // A case has no place for places and offices.
        if (row.type === 'place' || row.type === 'office' || known.has(plain(row.exact))) continue;
        const name = names.get(`${row.entity}\0${row.exact}`);
        if (name === undefined) names.set(`${row.entity}\0${row.exact}`, { row, times: 1 });
        else name.times++;
        continue;
      }
      const words = `${row.kind}\0${source}\0${row.exact}`;
      const before = met.get(words) ?? 0;
      met.set(words, before + 1);
      put(`${words}\0${before}`, row);
    }
  }
  for (const { row, times } of names.values()) put(`name\0${row.entity}\0${row.exact}`, row, { times });
  return proposals;
}

function proposalOf(row: Row, entities: ReadonlyMap<string, Entity>): ToldRow & Partial<Proposal> {
  const whoOf = (id: string | undefined): Who | undefined => {
    const entity = id === undefined ? undefined : entities.get(id);
    if (entity === undefined) return undefined;
    const of = entity.of === undefined ? undefined : entities.get(entity.of);
    return {
      id: entity.id,
      name: entity.name,
      type: entity.type,
      ...(of === undefined ? {} : { of: { id: of.id, name: of.name, type: of.type } }),
    };
  };
  const said = speakerOf(row);
  const who = whoOf(row.kind === 'name' ? row.entity : said?.entity);
  const actors = row.kind === 'event' ? row.actors.flatMap((id) => whoOf(id) ?? []) : [];
  return {
    ...toldRow(row, entities),
    ...(who === undefined ? {} : { who }),
    ...(said?.words === undefined
      ? {}
      : { whoAt: { exact: said.words.exact, start: said.words.start, end: said.words.end } }),
    ...(actors.length === 0 ? {} : { actorsWho: actors }),
  };
}

export const plain = (words: string): string =>
  fold(words).text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '').trim();

/** Every name and alias that the case has. */
export function formsOf(given: Case): ReadonlyMap<string, { readonly party: string; readonly person?: string }> {
  const forms = new Map<string, { party: string; person?: string }>();
  const put = (form: string, of: { party: string; person?: string }): void => {
    if (!forms.has(plain(form))) forms.set(plain(form), of);
  };
  for (const party of given.parties.values())
    for (const form of [party.name, ...party.aliases]) put(form, { party: party.id });
  for (const party of given.parties.values())
    for (const person of party.people)
      for (const form of [person.name, ...person.aliases]) put(form, { party: party.id, person: person.id });
  return forms;
}
