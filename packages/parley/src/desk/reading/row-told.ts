/** A row as programs and files of a case see it: plain names, the words as they stand, the rule and what it is worth. */
import { eventCode, precisionOf, type Entity, type Row, type Speaker } from '@parley/core/reading';

export interface PrecisionTold {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** The kinds that `rows` holds; quoted terms, dates and orders stand beside it. */
export const ROW_KINDS = ['quotation', 'indirect', 'name', 'event', 'precondition', 'position', 'chance'] as const;
export type ToldKind = (typeof ROW_KINDS)[number];

export interface ToldRow {
  readonly kind: Row['kind'];
  readonly source: string;
  readonly exact: string;
  readonly start: number;
  readonly end: number;
  /** Canonical full name; null where nobody is named or it cannot be told. */
  readonly speaker: string | null;
  readonly act: string | null;
  readonly rule: string;
  readonly precision: PrecisionTold | 'too few';
  /** What the kind has besides. */
  readonly [more: string]: unknown;
}

export function toldRow(row: Row, entities: ReadonlyMap<string, Entity>): ToldRow {
  const { kind, source, exact, start, end, rule } = row;
  const said = speakerOf(row);
  return {
    kind,
    source,
    exact,
    start,
    end,
    speaker: said === undefined ? null : nameOf(said, entities),
    act: 'act' in row ? (row.act ?? null) : null,
    rule,
    precision: toldPrecision(rule),
    ...(said?.entity === undefined ? {} : { speakerId: said.entity }),
    ...(said?.words === undefined ? {} : { speakerWords: said.words.exact }),
    ...more(row, entities),
  };
}

export function toldPrecision(rule: string): PrecisionTold | 'too few' {
  const worth = precisionOf(rule);
  if (worth.is === 'too few') return 'too few';
  const { share, low, high, n } = worth;
  return { share: rounded(share), low: rounded(low), high: rounded(high), n };
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** Whose words, demand, position or estimate it is. */
export function speakerOf(row: Row): Speaker | undefined {
  switch (row.kind) {
    case 'quotation':
    case 'indirect':
    case 'chance':
      return row.speaker;
    case 'precondition':
      return row.holder;
    case 'position':
      return row.party;
    default:
      return undefined;
  }
}

const nameOf = ({ entity, name }: Speaker, entities: ReadonlyMap<string, Entity>): string | null =>
  (entity === undefined ? undefined : entities.get(entity)?.name) ?? name ?? null;

function more(row: Row, entities: ReadonlyMap<string, Entity>): object {
  const named = (id: string): string => entities.get(id)?.name ?? id;
  switch (row.kind) {
    case 'quotation':
      return row.cue === undefined ? {} : { cue: row.cue.exact };
    case 'indirect':
      return { cue: row.cue.exact, polarity: row.polarity, modality: row.modality, codes: eventCode(row.act) };
    case 'name': {
      const { entity, type, isMetonym, isNew, orElse } = row;
      const unsure = orElse === undefined ? {} : { orElse, orElseName: named(orElse) };
      return { entity, name: named(entity), type, isMetonym, isNew, ...unsure };
    }
    case 'date':
      return {
        edtf: row.edtf,
        ...(row.why === undefined ? {} : { why: row.why }),
        ...(row.countsFrom === undefined ? {} : { countsFrom: row.countsFrom }),
        ...(row.doesNotFit === undefined ? {} : { doesNotFit: row.doesNotFit }),
      };
    case 'event':
      return { status: row.status, on: row.on, actors: row.actors.map(named), actorIds: row.actors };
    case 'order':
      return { before: row.before, after: row.after, cue: row.cue.exact };
    case 'precondition': {
      const { binds, step, needs, isNegated, timing } = row;
      return { binds, step: step.exact, needs: needs.exact, isNegated, timing };
    }
    case 'position':
      return { stance: row.stance, about: row.about.exact };
    case 'chance':
      return {
        of: row.of.exact,
        cue: row.cue.exact,
        range: row.range ?? null,
        ...(row.term === undefined ? {} : { term: row.term }),
      };
    case 'quoted-term':
      return {};
  }
}
