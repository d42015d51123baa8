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
  type Precondition,
  type Quotation,
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
  'meetings',
  'issues',
  'scenarios',
  'preferences',
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
  return select(given, {
    row: (row) => !row.confidential && (row.said.length === 0 || row.said.some((q) => open(q.source))),
    quotation: (q) => open(q.source),
    source: (s) => !s.confidential,
  });
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
  return withoutDangling(rest);
}

/** Drops, at any depth of a row, the quotations that are not kept and the inner rows that are not. */
function trim(value: unknown, keep: Keep): unknown {
  if (value instanceof Map) return mapMap(value as Map<string, unknown>, (inside) => trim(inside, keep));
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      if (isQuotation(item)) return keep.quotation(item) ? [item] : [];
      if (isLikelihood(item)) return keep.quotation(item.words) ? [item] : [];
      // Inner rows (people, statements, bonuses) are kept by the same rule; offices and links by what they rest on.
      if (isRow(item) && !keep.row(item, 'parties')) return [];
      return [trim(item, keep)];
    });
  }
  if (typeof value !== 'object' || value === null || !('path' in value || 'said' in value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [key, key === 'path' ? inside : trim(inside, keep)]),
  );
}

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
    const next: Case = {
      ...rest,
      statusQuo: new Map([...rest.statusQuo].filter(([name]) => names.has(name))),
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
      ratifiers: filterMap(rest.ratifiers, (x) => party(x.of) && there(x.acceptsIf)),
      preferences: mapMap(
        filterMap(rest.preferences, (x) => party(x.party)),
        (x) => ({
          ...x,
          statements: x.statements.filter((s) => there(s.that)),
          bonuses: x.bonuses.filter((b) => there(b.when)),
          issues: new Map([...x.issues].filter(([issue]) => rest.issues.has(issue))),
        }),
      ),
      influences: filterMap(rest.influences, (x) => there(x.when) && (x.party === undefined || party(x.party))),
      events: mapMap(
        filterMap(rest.events, (x) => x.who.every((who) => party(who) || people.has(who))),
        (x) => ({
          ...x,
          sets: new Map([...x.sets].filter(([name]) => names.has(name))),
          signals: new Map(
            [...x.signals].filter(
              ([name]) => names.has(name) || rest.preconditions.has(name.split('.')[0]!) || party(name.split('.')[0]!),
            ),
          ),
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

/** Counts inner parts, so that the loop ends only when nothing was left out. */
const sizeOf = (given: Case): number =>
  given.statusQuo.size +
  [...given.parties.values()].reduce((n, p) => n + p.people.length, 0) +
  [...given.preferences.values()].reduce((n, p) => n + p.statements.length + p.issues.size, 0);

function filterMap<V>(map: ReadonlyMap<string, V>, keep: (value: V) => boolean): ReadonlyMap<string, V> {
  return new Map([...map].filter(([, value]) => keep(value)));
}

function mapMap<V, W>(map: ReadonlyMap<string, V>, change: (value: V) => W): ReadonlyMap<string, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
