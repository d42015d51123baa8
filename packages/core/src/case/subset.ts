/**
 * A case with some of its rows left out: as it could be known on an earlier day (rule C4), without inferred rows, or
 * without what is confidential. What names a row that is gone goes too, so that nothing of it shows.
 */
import type { Day } from './dates.ts';
import { namesIn } from './evaluate.ts';
import type { Expression } from './expression.ts';
import {
  SECTIONS,
  type Case,
  type Perception,
  type Precondition,
  type Quotation,
  type RankedState,
  type Row,
  type Section,
  type Source,
} from './model.ts';

/** Rows that are the analyst's own vocabulary: always known unless `known:` says otherwise (rule C4). */
const VOCABULARY: ReadonlySet<Section> = new Set([
  'parties',
  'options',
  'bundles',
  'facts',
  'happenings',
  'impossible',
  'indistinguishable',
  'meetings',
  'issues',
  'scenarios',
  'preferences',
  'perceptions',
]);

/** The case as it could be known at the end of `day`: later rows, quotes, sources and events are not there. */
export function asKnownOn(given: Case, day: Day): Case {
  const sourceKnown = (id: string): boolean => {
    const last = given.sources.get(id)?.written?.last;
    return last === undefined || last <= day;
  };
  const known = (row: Row, section: Section): boolean => {
    if (row.known !== undefined) return row.known.last === undefined || row.known.last <= day;
    if (VOCABULARY.has(section) || row.inferred || row.said.length === 0) return true;
    return row.said.some((q) => sourceKnown(q.source));
  };
  return {
    ...select(given, { row: known, quotation: (q) => sourceKnown(q.source), source: (s) => sourceKnown(s.id) }),
    asOf: day,
  };
}

/** The case without rows marked `inferred: yes` (rule C1). */
export function withoutInferred(given: Case): Case {
  return select(given, { row: (row) => !row.inferred, quotation: () => true, source: () => true });
}

/** The case without confidential sources and rows, and without what rests on them alone. */
export function redacted(given: Case): Case {
  const open = (id: string): boolean => given.sources.get(id)?.confidential !== true;
  return renumbered(
    select(given, {
      row: (row) => !row.confidential && (row.said.length === 0 || row.said.some((q) => open(q.source))),
      quotation: (q) => open(q.source),
      source: (s) => !s.confidential,
    }),
  );
}

/** Whether a row is in force on the as-of day by its own `from` and `until`. */
export function inForce(row: Row, day: Day): boolean {
  if (row.from?.first !== undefined && row.from.first > day) return false;
  return row.until?.last === undefined || row.until.last >= day;
}

/** Whether a precondition blocks on the as-of day: it binds, is in force and is not waived. */
export function bindsOn(row: Precondition, day: Day): boolean {
  return row.binds && inForce(row, day) && !(row.waived !== undefined && (row.waived.on.last ?? '') <= day);
}

interface Keep {
  readonly row: (row: Row, section: Section) => boolean;
  readonly quotation: (q: Quotation) => boolean;
  readonly source: (s: Source) => boolean;
}

function select(given: Case, keep: Keep): Case {
  let rest: Case = { ...given, sources: filterMap(given.sources, keep.source) };
  for (const section of SECTIONS) {
    const rows = filterMap(rest[section] as ReadonlyMap<string, Row>, (row) => keep.row(row, section));
    rest = { ...rest, [section]: mapMap(rows, (row) => trim(row, keep) as Row) };
  }
  return withoutStrangers(withoutDangling(rest));
}

/** Drops, at any depth of a row, the quotations that are not kept and the inner parts that are not. */
function trim(value: unknown, keep: Keep): unknown {
  if (value instanceof Map)
    return new Map([...value].filter(([, inside]) => staysInside(inside, keep)).map(([k, v]) => [k, trim(v, keep)]));
  if (Array.isArray(value)) return value.filter((item) => staysInside(item, keep)).map((item) => trim(item, keep));
  if (!isObject(value) || !('path' in value || 'said' in value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inside]) => key === 'path' || Array.isArray(inside) || staysInside(inside, keep))
      .map(([key, inside]) => [key, key === 'path' ? inside : trim(inside, keep)]),
  );
}

/**
 * Whether a part of a row is kept: rows within it (people, statements, utilities) by the same rule as any row; offices,
 * links and waivers as long as something they rest on is.
 */
function staysInside(part: unknown, keep: Keep): boolean {
  if (isQuotation(part)) return keep.quotation(part);
  if (isLikelihood(part)) return keep.quotation(part.words);
  if (isRow(part)) return keep.row(part, 'parties');
  return !rests(part) || part.said.length === 0 || part.said.some(keep.quotation);
}

const rests = (part: unknown): part is Pick<Row, 'said'> => isObject(part) && Array.isArray(part['said']);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isQuotation = (value: unknown): value is Quotation => isObject(value) && 'quote' in value && 'source' in value;
const isLikelihood = (value: unknown): value is { words: Quotation } => isObject(value) && isQuotation(value['words']);
const isRow = (value: unknown): value is Row => isObject(value) && 'said' in value && 'inferred' in value;

/** Leaves out rows that name what is no longer there, until nothing does. */
function withoutDangling(given: Case): Case {
  let rest = given;
  for (;;) {
    const names = new Set([
      ...rest.options.keys(),
      ...rest.facts.keys(),
      ...rest.happenings.keys(),
      ...rest.meetings.keys(),
      ...rest.issues.keys(),
    ]);
    const people = new Set([...rest.parties.values()].flatMap((party) => party.people.map((person) => person.id)));
    const there = (e: Expression | undefined): boolean =>
      e === undefined || namesIn(e).every((name) => names.has(name));
    const party = (id: string): boolean => rest.parties.has(id);
    const statements = new Set(
      [...rest.preferences.values(), ...rest.perceptions.values()].flatMap((p) => p.statements.map((s) => s.id)),
    );
    const stands = (state: RankedState): boolean =>
      'name' in state
        ? rest.indistinguishable.has(state.name)
        : state.taken.every((option) => rest.options.has(option));
    const preferred = ({ statements: its, ranking }: Pick<Perception, 'statements' | 'ranking'>) => ({
      statements: its.filter((s) => there(s.that)),
      ...(ranking === undefined
        ? {}
        : { ranking: { ...ranking, levels: ranking.levels.map((level) => level.filter(stands)) } }),
    });
    // `p05.firmness`, `russia.reserved`
    const isQuantity = (name: string): boolean => {
      const [row, quantity] = name.split('.');
      return quantity === 'firmness' ? rest.preconditions.has(row!) : quantity === 'reserved' && party(row!);
    };
    const next: Case = {
      ...rest,
      statusQuo: withKeys(rest.statusQuo, (name) => names.has(name)),
      parties: mapMap(
        filterMap(rest.parties, (p) => p.partOf === undefined || party(p.partOf)),
        (p) => ({
          ...p,
          people: p.people.filter((x) => x.speaksFor === undefined || party(x.speaksFor) || people.has(x.speaksFor)),
        }),
      ),
      options: filterMap(rest.options, (o) => party(o.party)),
      bundles: filterMap(rest.bundles, (b) => party(b.party) && b.options.every((o) => rest.options.has(o))),
      facts: filterMap(rest.facts, (f) => there(f.that)),
      impossible: filterMap(rest.impossible, (r) => there(r.that)),
      indistinguishable: filterMap(rest.indistinguishable, (r) => there(r.that)),
      preconditions: filterMap(
        rest.preconditions,
        (p) =>
          p.holders.every(party) && there(p.needs) && names.has(p.step.kind === 'issue' ? p.step.issue : p.step.name),
      ),
      relaxations: filterMap(rest.relaxations, (r) => rest.preconditions.has(r.of) && there(r.needs)),
      meetings: filterMap(
        rest.meetings,
        (x) =>
          there(x.when) &&
          [
            ...x.parties,
            ...x.heads.keys(),
            ...x.mediators,
            ...x.auspices,
            ...(x.host === undefined ? [] : [x.host]),
          ].every(party) &&
          [...x.heads.values()].every((person) => people.has(person)),
      ),
      mandates: mapMap(
        filterMap(rest.mandates, (x) => party(x.party) && rest.meetings.has(x.meeting)),
        (x) => ({
          ...x,
          ...(x.maySettle === undefined ? {} : { maySettle: x.maySettle.filter((issue) => rest.issues.has(issue)) }),
          ...(x.mayDiscuss === undefined ? {} : { mayDiscuss: x.mayDiscuss.filter((issue) => rest.issues.has(issue)) }),
        }),
      ),
      issues: filterMap(rest.issues, (x) => x.partOf === undefined || rest.issues.has(x.partOf)),
      positions: filterMap(rest.positions, (x) => x.parties.every(party) && rest.issues.has(x.issue)),
      redLines: filterMap(rest.redLines, (x) => party(x.party) && there(x.that)),
      ratifiers: filterMap(rest.ratifiers, (x) => party(x.of) && party(x.by) && there(x.acceptsIf)),
      preferences: mapMap(
        filterMap(rest.preferences, (x) => party(x.party)),
        (x) => ({
          ...x,
          ...preferred(x),
          unseen: x.unseen.filter(there),
          bonuses: x.bonuses.filter((b) => there(b.when)),
          issues: withKeys(x.issues, (issue) => rest.issues.has(issue)),
        }),
      ),
      perceptions: mapMap(
        filterMap(rest.perceptions, (x) => party(x.by) && party(x.of)),
        (x) => ({ ...x, ...preferred(x) }),
      ),
      influences: mapMap(
        filterMap(rest.influences, (x) => there(x.when) && (x.party === undefined || party(x.party))),
        (x) => ({
          ...x,
          weight: withKeys(x.weight, (name) => rest.issues.has(name) || statements.has(name)),
          rate: withKeys(x.rate, (name) => names.has(name)),
          firmness: withKeys(x.firmness, (name) => rest.preconditions.has(name)),
        }),
      ),
      events: mapMap(
        filterMap(rest.events, (x) => x.who.every((who) => party(who) || people.has(who))),
        (x) => ({
          ...x,
          sets: withKeys(x.sets, (name) => names.has(name)),
          signals: withKeys(x.signals, (name) => names.has(name) || isQuantity(name)),
          after: x.after.filter((link) => rest.events.has(link.event)),
        }),
      ),
      scenarios: filterMap(rest.scenarios, (x) => there(x.when)),
    };
    if (SECTIONS.every((section) => next[section].size === rest[section].size) && sizeOf(next) === sizeOf(rest))
      return next;
    rest = next;
  }
}

/** Without the names of those who said something, where they are no longer there. */
function withoutStrangers(given: Case): Case {
  const there = new Set([...given.parties.values()].flatMap((p) => [p.id, ...p.people.map((person) => person.id)]));
  const clear = (value: unknown): unknown => {
    if (value instanceof Map) return mapMap(value as Map<string, unknown>, clear);
    if (Array.isArray(value)) return value.map(clear);
    if (isQuotation(value)) {
      const { by, ...rest } = value;
      return by === undefined || there.has(by) ? value : rest;
    }
    if (!isObject(value) || !('path' in value || 'said' in value || 'words' in value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inside]) => [key, key === 'path' ? inside : clear(inside)]),
    );
  };
  return { ...given, ...Object.fromEntries(SECTIONS.map((section) => [section, clear(given[section])])) };
}

/** Counts inner parts, so that the loop ends only when nothing was left out. */
const sizeOf = (given: Case): number =>
  given.statusQuo.size +
  [...given.parties.values()].reduce((n, p) => n + p.people.length, 0) +
  [...given.preferences.values()].reduce((n, p) => n + p.statements.length + p.issues.size, 0);

const withKeys = <V>(map: ReadonlyMap<string, V>, keep: (key: string) => boolean): ReadonlyMap<string, V> =>
  new Map([...map].filter(([key]) => keep(key)));

function filterMap<V>(map: ReadonlyMap<string, V>, keep: (value: V) => boolean): ReadonlyMap<string, V> {
  return new Map([...map].filter(([, value]) => keep(value)));
}

function mapMap<V, W>(map: ReadonlyMap<string, V>, change: (value: V) => W): ReadonlyMap<string, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

/** Rows of lists are named by their place; a gap in the numbers would tell that something was left out. */
function renumbered(given: Case): Case {
  const names = new Map<string, string>();
  const inOrder = <R extends Row>(rows: readonly R[], prefix: string): R[] =>
    rows.map((row, k) => {
      const isNumbered = row.id.startsWith(`${prefix}-`) && /^\d+$/.test(row.id.slice(prefix.length + 1));
      const id = isNumbered ? `${prefix}-${k + 1}` : row.id;
      names.set(row.id, id);
      return { ...row, id };
    });
  const keyed = <R extends Row>(rows: readonly R[]): Map<string, R> => new Map(rows.map((row) => [row.id, row]));
  const lines = [...given.redLines.values()];
  const impossible = keyed(inOrder([...given.impossible.values()], 'impossible'));
  const redLines = keyed(
    [...new Set(lines.map((line) => line.party))].flatMap((party) =>
      inOrder(
        lines.filter((line) => line.party === party),
        `red-line-${party}`,
      ),
    ),
  );
  const preferences = mapMap(given.preferences, (x) => ({
    ...x,
    statements: inOrder(x.statements, x.party),
    bonuses: inOrder(x.bonuses, `${x.party}-bonus`),
  }));
  const influences = mapMap(given.influences, (x) => ({
    ...x,
    weight: new Map([...x.weight].map(([name, shift]) => [names.get(name) ?? name, shift])),
  }));
  return { ...given, impossible, redLines, preferences, influences };
}
