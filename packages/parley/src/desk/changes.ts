/** What changed between two views of a case: rows, deadlocks, exits. What an analyst asks every Monday. */
import { SECTIONS, type Case, type Precondition, type Row, type Section } from '@parley/core/case';
import { analyse, blocksReport, type BlocksReport } from '@parley/core/preconditions';

export interface RowChange {
  readonly section: Section | 'sources';
  readonly id: string;
  readonly kind: 'new' | 'gone' | 'changed' | 'waived';
  /** Keys of a changed row that differ. */
  readonly keys: readonly string[];
  /** The row in a few words. */
  readonly about: string;
  readonly quotes: readonly { readonly source: string; readonly quote: string }[];
}

export interface Changes {
  readonly from: { readonly label: string; readonly asOf: string };
  readonly to: { readonly label: string; readonly asOf: string };
  readonly rows: readonly RowChange[];
  readonly cycles: { readonly appeared: readonly CycleName[]; readonly gone: readonly CycleName[] };
  readonly exclusions: { readonly appeared: readonly string[][]; readonly gone: readonly string[][] };
  readonly exits: { readonly appeared: readonly ExitName[]; readonly gone: readonly ExitName[] };
  readonly goals: { readonly opened: readonly string[]; readonly closed: readonly string[] };
  readonly smallDeals: { readonly appeared: readonly string[]; readonly gone: readonly string[] };
}

export interface CycleName {
  readonly steps: readonly string[];
  readonly preconditions: readonly string[];
}

export interface ExitName {
  readonly for: string;
  readonly changes: readonly { readonly precondition: string; readonly how: string }[];
  readonly cost: number;
}

export interface Side {
  readonly label: string;
  readonly case: Case;
}

export function changesBetween(from: Side, to: Side): Changes {
  const before = blocksReport(from.case, analyse(from.case));
  const after = blocksReport(to.case, analyse(to.case));
  const compare = <T>(
    list: (report: BlocksReport) => readonly T[],
    key: (item: T) => string,
  ): { appeared: T[]; gone: T[] } => {
    const [old, now] = [list(before), list(after)];
    const [oldKeys, nowKeys] = [new Set(old.map(key)), new Set(now.map(key))];
    return {
      appeared: now.filter((item) => !oldKeys.has(key(item))),
      gone: old.filter((item) => !nowKeys.has(key(item))),
    };
  };
  const cycleName = ({ steps, preconditions }: CycleName): CycleName => ({ steps, preconditions });
  const cycles = compare(
    (r) => r.cycles.map(cycleName),
    (c) => c.steps.join(),
  );
  const exclusions = compare(
    (r) => r.exclusions.map((x) => [...x.demands]),
    (x) => x.join(),
  );
  const exits = compare(
    (r) =>
      r.exits.map((e): ExitName => ({
        for: e.for,
        changes: e.changes.map(({ precondition, how }) => ({ precondition, how })),
        cost: e.cost,
      })),
    (e) => `${e.for}: ${e.changes.map((c) => `${c.precondition}:${c.how}`).join('+')}`,
  );
  const deals = compare(
    (r) => r.smallDeals,
    (id) => id,
  );
  const reach = (report: BlocksReport): Map<string, boolean | null> =>
    new Map(report.goals.map((goal) => [goal.goal, goal.reachable]));
  const [reachedBefore, reachedAfter] = [reach(before), reach(after)];
  const turned = (now: boolean): string[] =>
    [...reachedAfter].filter(([goal, yes]) => yes === now && reachedBefore.get(goal) === !now).map(([goal]) => goal);
  return {
    from: { label: from.label, asOf: from.case.asOf },
    to: { label: to.label, asOf: to.case.asOf },
    rows: rowChanges(from.case, to.case),
    cycles,
    exclusions,
    exits,
    goals: { opened: turned(true), closed: turned(false) },
    smallDeals: deals,
  };
}

function rowChanges(from: Case, to: Case): RowChange[] {
  const sections = ['sources', ...SECTIONS] as const;
  return sections.flatMap((section) => {
    const old = from[section] as ReadonlyMap<string, Row>;
    const now = to[section] as ReadonlyMap<string, Row>;
    const change = (row: Row, kind: RowChange['kind'], keys: readonly string[] = []): RowChange => ({
      section,
      id: row.id,
      kind,
      keys,
      about: aboutRow(row),
      quotes: (row.said ?? []).map(({ source, quote }) => ({ source, quote })),
    });
    return [
      ...[...now.values()].flatMap((row) => {
        const earlier = old.get(row.id);
        if (earlier === undefined) return [change(row, 'new')];
        if (waivedOn(row, to.asOf) && !waivedOn(earlier, from.asOf)) return [change(row, 'waived')];
        const keys = differingKeys(earlier, row);
        return keys.length > 0 ? [change(row, 'changed', keys)] : [];
      }),
      ...[...old.values()].filter((row) => !now.has(row.id)).map((row) => change(row, 'gone')),
    ];
  });
}

const waivedOn = (row: Row, day: string): boolean => {
  const { waived } = row as Precondition;
  return waived !== undefined && (waived.on.last ?? '') <= day;
};

function differingKeys(a: object, b: object): string[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => key !== 'path');
  return keys.filter(
    (key) => plain((a as Record<string, unknown>)[key]) !== plain((b as Record<string, unknown>)[key]),
  );
}

/** A value as text that does not depend on where in the file it stands. */
function plain(value: unknown): string {
  return (
    JSON.stringify(value, (key, inside: unknown) =>
      key === 'path' || key === 'at' || key === 'valueAt' ? undefined : inside instanceof Map ? [...inside] : inside,
    ) ?? ''
  );
}

function aboutRow(row: Row): string {
  const r = row as unknown as Record<string, unknown>;
  for (const key of ['text', 'what', 'title', 'name', 'outlet', 'note', 'why'])
    if (typeof r[key] === 'string') return r[key];
  return '';
}
