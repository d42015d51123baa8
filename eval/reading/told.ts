/** Whether a found row tells what the gold tells of the same words: speaker, act, date, entity … */
import type { Row, Speaker } from '@parley/core/reading';
import { readWhen } from '@parley/core/case';
import type { EntityIds } from './entity-ids.ts';
import type { GoldEntity, GoldRow, Span } from './gold.ts';

export interface Naming {
  readonly ids: EntityIds;
  readonly entities: Readonly<Record<string, GoldEntity>>;
  /** The state or party of one of the reader's entities. */
  readonly of: ReadonlyMap<string, string>;
  readonly text: string;
}

/** What can be compared, by name; empty for rows that tell nothing more than their words. */
export function told(gold: GoldRow, row: Row, naming: Naming): Readonly<Record<string, boolean>> {
  const of = (field: string): string => written(gold.told[field]);
  switch (row.kind) {
    case 'quotation':
      return { speaker: isSpeaker(gold, 'speaker', row.speaker, naming) };
    case 'indirect':
      return {
        speaker: isSpeaker(gold, 'speaker', row.speaker, naming),
        cue: of('cue').includes(row.cue.exact) || row.cue.exact.includes(of('cue')),
        act: row.act === of('act'),
        polarity: row.polarity === of('polarity'),
        modality: asGold(row.modality) === of('modality'),
      };
    case 'name':
      return {
        entity: naming.ids.same(of('refers-to'), row.entity),
        type: row.type === of('type'),
        metonym: row.isMetonym === (of('metonym') === 'yes'),
      };
    case 'date':
      return { edtf: isSameTime(of('edtf'), row.edtf) };
    case 'event':
      return { on: isSameTime(of('on'), row.on), status: row.status === of('kind') };
    case 'precondition':
      return { holder: isParty(gold, 'holder', row.holder, naming), timing: row.timing === of('timing') };
    case 'position':
      return { party: isParty(gold, 'party', row.party, naming) };
    case 'chance':
      return { range: isSameRange(gold.told['range'], row.range) };
    case 'order':
      return {
        direction: touches(row.before, of('before'), naming.text) && touches(row.after, of('after'), naming.text),
      };
    case 'quoted-term':
      return {};
    default:
      return row satisfies never;
  }
}

const written = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The gold has four modalities: what must, is planned or is tied to a condition counts as told with certainty. */
const asGold = (modality: string): string =>
  ['necessary', 'planned', 'conditional'].includes(modality) ? 'certain' : modality;

function isSpeaker(gold: GoldRow, field: string, speaker: Speaker, { ids, entities }: Naming): boolean {
  const id = String(gold.told[field]);
  const entity = entities[id];
  if (entity?.type === 'unnamed') return speaker.entity === undefined;
  if (ids.same(id, speaker.entity)) return true;
  // somebody whom no name row of the gold met: told by words alone
  const words = written(gold.told['speaker-words']);
  return !ids.isMet(id) && words !== '' && speaker.words !== undefined && speaker.words.exact.includes(words);
}

/** Conditions and positions are those of a party, whoever states them for it. */
function isParty(gold: GoldRow, field: string, speaker: Speaker, naming: Naming): boolean {
  if (isSpeaker(gold, field, speaker, naming)) return true;
  return speaker.entity !== undefined && naming.ids.same(String(gold.told[field]), naming.of.get(speaker.entity));
}

function isSameTime(gold: string, found: string): boolean {
  if (gold === found) return true;
  const [a, b] = [readWhen(gold), readWhen(found)];
  if (typeof a === 'string' || typeof b === 'string') return false;
  return a.first === b.first && a.last === b.last;
}

function isSameRange(gold: unknown, found: readonly [number, number] | undefined): boolean {
  if (!Array.isArray(gold)) return found === undefined;
  return found !== undefined && gold[0] === found[0] && gold[1] === found[1];
}

function touches(words: Span, quote: string, text: string): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (words.start < at + quote.length && at < words.end) return true;
  return false;
}
