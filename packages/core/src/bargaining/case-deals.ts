/**
 * Which deals exist in a case, for people and programs: what each meeting could sign, table by table, and what a table of
 * the highest rank would add.
 *
 * Whether a meeting can take place is not for this engine: it is passed in. 400 draws, each a few microseconds where a deal
 * found before will do, and a search where none does: the bundled case takes 0.3 s.
 */
import type { Case } from '../case/index.ts';
import { drawsOf } from './case-numbers.ts';
import type { DealsReport, HigherRank, MeetingState, TableReport } from './deals-report.ts';
import { compileTable, type CaseTable, type TableAsked, type TableProblem } from './from-case.ts';
import { figuresOf, type Bench } from './table-figures.ts';

/** Draws behind a share: within five of 100 at worst, mostly within two. */
const DRAWS = 400;

export interface DealsOptions {
  /** This meeting alone. */
  readonly meeting?: string | undefined;
  /** Tables of this rank between the parties of the meetings, instead of the meetings. */
  readonly rank?: string | undefined;
  readonly assume?: readonly string[] | undefined;
  /** Of single issues this one alone. */
  readonly issue?: string | undefined;
  /** Whether a meeting can take place. Default: not searched. */
  readonly state?: (meeting: string) => MeetingState;
  readonly seed?: number;
  /** Default 400. */
  readonly draws?: number;
  readonly onProgress?: (done: number, all: number) => void;
}

export type Deals =
  | { readonly report: DealsReport; readonly problems?: undefined }
  | { readonly report?: undefined; readonly problems: readonly TableProblem[] };

export function caseDeals(given: Case, options: DealsOptions = {}): Deals {
  const { seed = 1, draws: count = DRAWS } = options;
  const bench: Bench = {
    given,
    draws: drawsOf(given, seed),
    count,
    figures: new Map(),
    alone: new Map(),
  };
  const asked = tablesAsked(given, options);
  const tables: TableReport[] = [];
  for (const [k, table] of asked.entries()) {
    options.onProgress?.(k, asked.length);
    const compiled = compileTable(given, table);
    if (compiled.problems !== undefined) return compiled;
    const report = tableReport(compiled.table, bench, options.state);
    const top = given.ranks.at(-1);
    const isTop = top === undefined || report.rank === top;
    tables.push({
      ...report,
      alone: report.alone.filter(({ issue }) => options.issue === undefined || issue === options.issue),
      higher: isTop ? null : higherOf(table, report, top, bench),
    });
  }
  options.onProgress?.(asked.length, asked.length);
  return { report: { title: given.title, asOf: given.asOf, seed, draws: count, tables } };
}

/** The meetings of the case; or tables of one rank, one for every set of parties that some meeting brings together. */
function tablesAsked(given: Case, { meeting, rank, assume }: DealsOptions): TableAsked[] {
  const meetings = [...given.meetings.values()];
  if (rank === undefined) {
    const called = meetings
      .filter(({ id }) => meeting === undefined || id === meeting)
      .map(({ id, parties }) => ({ meeting: id, parties, assume }));
    if (called.length > 0) return called;
  }
  const sets = new Map(meetings.map(({ parties }) => [parties.toSorted().join(), parties]));
  if (sets.size === 0) sets.set('', bargainers(given));
  return [...sets.values()].map((parties) => ({ rank: rank ?? given.ranks.at(-1), parties, assume }));
}

/** Without meetings: the principals, else whoever says what issues are worth to it. */
function bargainers(given: Case): string[] {
  const principals = [...given.parties.values()].filter(({ roles }) => roles.includes('principal'));
  if (principals.length > 1) return principals.map(({ id }) => id);
  return [...given.preferences.values()].filter(({ issues }) => issues.size > 0).map(({ party }) => party);
}

function tableReport(table: CaseTable, bench: Bench, state: DealsOptions['state']): Omit<TableReport, 'higher'> {
  const { given } = bench;
  const { meeting, rank } = table.asked;
  const own = meeting === undefined ? rank : given.meetings.get(meeting)!.rank;
  return {
    meeting: meeting ?? null,
    rank: own ?? null,
    state: meeting === undefined ? 'not-called' : (state?.(meeting) ?? 'not-searched'),
    off: table.off,
    holes: table.off.flatMap((row) => (row.why === 'not-reported' ? [{ issue: row.issue, parties: row.parties }] : [])),
    assumptions: table.assumptions,
    influences: table.influences,
    ...figuresOf(table, bench),
  };
}

/** What a table of the highest rank between the same parties would add. */
function higherOf(
  { meeting, parties, assume }: TableAsked,
  here: Omit<TableReport, 'higher'>,
  rank: string,
  bench: Bench,
): HigherRank | null {
  const seated = meeting === undefined ? parties : bench.given.meetings.get(meeting)!.parties;
  const { table } = compileTable(bench.given, { rank, parties: seated, assume });
  if (table === undefined) return null;
  const there = tableReport(table, bench, undefined);
  const own = new Set(here.agenda.map(({ issue }) => issue));
  const adds = there.agenda.map(({ issue }) => issue).filter((issue) => !own.has(issue));
  const valueIn = ({ agenda, nash }: Omit<TableReport, 'higher'>, issue: string): string | undefined =>
    nash?.values[agenda.findIndex((row) => row.issue === issue)];
  return {
    rank,
    adds,
    changes: [...own].flatMap((issue) => {
      const [now, then] = [valueIn(here, issue), valueIn(there, issue)];
      return now === undefined || then === undefined || now === then ? [] : [{ issue, here: now, there: then }];
    }),
    nash: there.nash,
    zone: there.zone,
    holes: there.holes,
    hardest: there.alone
      .filter(({ issue, refused, isOpen }) => adds.includes(issue) && refused !== true && !isOpen)
      .toSorted((a, b) => b.stake - a.stake),
  };
}
