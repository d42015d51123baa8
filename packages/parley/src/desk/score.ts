/** The ledgers of some cases against what came: `parley score`. */
import { isDay, lastDay, redacted, withoutInferred, type Case, type Diagnostic } from '@parley/core/case';
import {
  judge,
  scoreOf,
  type CaseRecord,
  type Issued,
  type JudgedForecast,
  type Outcome,
  type Score,
} from '@parley/core/forecast';
import type { Outcomes } from '@parley/core/outcomes';
import type { CaseFiles } from '../store/files.ts';
import type { Ledger } from '../store/ledger.ts';
import { ledgerOf } from './ledger.ts';
import { openCase, type View } from './open-case.ts';
import { openOutcomes } from './outcomes.ts';
import { UsageError } from './usage.ts';

/** What is needed to score one case. */
export interface CaseToScore {
  /** As the user named it. */
  readonly name: string;
  readonly case: Case;
  readonly ledger: Ledger;
  readonly outcomes?: Outcomes;
  /** Whether the view shows a scenario of the ledger. One that the case no longer has could be anything. */
  readonly shows: (scenario: string) => boolean;
}

export interface OpenedToScore {
  readonly open?: CaseToScore;
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/** Opens a case, its ledger and its outcomes. The case is seen whole: every forecast has a day of its own. */
export async function openToScore(files: CaseFiles, name: string, view: View): Promise<OpenedToScore> {
  const { open, problems } = await openCase(files);
  if (open === undefined) return { problems, warnings: [] };
  const read = await openOutcomes(files, open.case);
  const { ledger, ...found } = ledgerOf(files);
  const all = [...read.problems, ...found.problems];
  if (all.length > 0) return { problems: all, warnings: found.warnings };
  let seen = view.redact === true ? redacted(open.case) : open.case;
  if (view.inferred === false) seen = withoutInferred(seen);
  const shows = (id: string): boolean =>
    seen.scenarios.has(id) || (view.redact !== true && !open.case.scenarios.has(id));
  return {
    open: { name, case: seen, ledger, shows, ...(read.outcomes === undefined ? {} : { outcomes: read.outcomes }) },
    problems: [],
    warnings: found.warnings,
  };
}

export interface Scored {
  readonly forecasts: readonly JudgedForecast[];
  readonly all: Score;
  readonly forecasters: ReadonlyMap<string, Score>;
  readonly cases: ReadonlyMap<string, Score>;
}

export interface ScoreAsked {
  /** Score what could be scored at the end of this day. */
  readonly day?: string;
  /** These forecasters only. */
  readonly by?: readonly string[];
}

export function scoreCases(cases: readonly CaseToScore[], { day, by }: ScoreAsked = {}): Scored {
  const records = new Map(cases.map((c) => [c.name, recordOf(c, day)]));
  const issued = cases.flatMap((c) => issuedIn(c, day));
  const forecasts = judge(issued, records).filter((f) => by === undefined || by.includes(f.by));
  const grouped = (key: (f: JudgedForecast) => string): ReadonlyMap<string, Score> =>
    new Map([...new Set(forecasts.map(key))].map((name) => [name, scoreOf(forecasts.filter((f) => key(f) === name))]));
  return {
    forecasts,
    all: scoreOf(forecasts),
    forecasters: grouped((f) => f.by),
    cases: grouped((f) => f.case),
  };
}

function recordOf({ case: given, outcomes }: CaseToScore, day: string | undefined): CaseRecord {
  const all = [...(outcomes?.resolutions ?? [])];
  return { case: given, resolutions: new Map(all.filter(([, r]) => day === undefined || r.known <= day)) };
}

/** The forecasts of a ledger, one by one; of a scenario that the view leaves out there are none. */
export function issuedIn({ name, ledger, shows }: CaseToScore, day?: string): Issued[] {
  return ledger.lines
    .filter((line) => day === undefined || line.issued <= day)
    .flatMap((line) =>
      Object.entries(line.scenarios)
        .filter(([scenario]) => shows(scenario))
        .map(([scenario, chance]) => ({
          case: name,
          scenario,
          by: line.by,
          issued: line.issued,
          chance,
          ...(line.recorded === undefined ? {} : { recorded: line.recorded.slice(0, 10) }),
        })),
    );
}

export interface ScenarioScore {
  readonly case: string;
  readonly scenario: string;
  readonly title: string;
  readonly outcome?: Outcome;
  readonly known?: string;
  readonly score: Score;
  readonly forecasters: readonly {
    readonly by: string;
    /** First and last chance before the answer was known; of forecasts that came later only, theirs. */
    readonly first: number;
    readonly last: number;
    readonly score: Score;
  }[];
}

/** Every scenario that was forecast, in the order of the cases. */
export function scenarioScores(cases: readonly CaseToScore[], { forecasts }: Scored): ScenarioScore[] {
  return cases.flatMap(({ name, case: given, outcomes }) => {
    const own = forecasts.filter((f) => f.case === name);
    const order = [...given.scenarios.keys()];
    const ids = [...new Set(own.map((f) => f.scenario))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
    return ids.map((id): ScenarioScore => {
      const on = own.filter((f) => f.scenario === id);
      // What is not known yet on the day asked for is open.
      const resolution = on.every((f) => f.fate === 'open') ? undefined : outcomes?.resolutions.get(id);
      return {
        case: name,
        scenario: id,
        title: given.scenarios.get(id)?.title ?? 'no longer in the case',
        ...(resolution === undefined ? {} : { outcome: resolution.outcome, known: resolution.known }),
        score: scoreOf(on),
        forecasters: [...new Set(on.map((f) => f.by))].map((by) => {
          const all = on
            .filter((f) => f.by === by)
            .toSorted((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0));
          const early = all.filter((f) => f.fate !== 'late');
          const shown = early.length === 0 ? all : early;
          return { by, first: shown[0]!.chance, last: shown.at(-1)!.chance, score: scoreOf(all) };
        }),
      };
    });
  });
}

/** `--as-of` where no case is to be seen as of it. */
export function dayAsked(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const day = lastDay(written);
  if (isDay(day)) return day;
  throw new UsageError(`“${written}” is not a day: ${day}`, 'Write --as-of 2025-05-14.');
}
