/**
 * Issued forecasts against what came (rules P10, P11): which of them count, what each is compared with, and the scores.
 *
 * A forecast counts if its scenario was resolved yes or no and it was issued before the day on which that was known. What
 * was issued on that day or later knew the answer. Narratives (`resolves: no`), annulled and ambiguous scenarios count for
 * nothing, and how many there were is said.
 *
 * References: *fifty-fifty* is ½. *No change* is the forecast that the same forecaster issued last before on the same
 * scenario; the first has none and is left out of that comparison, on both sides. *The accounts* are the ranges that the
 * case gives to their likelihood words, as far as they were written by the day of the forecast: the middle of each range,
 * averaged within an account and then over the accounts, so that none counts for more because it says a thing twice. Words
 * without a range give nothing, and a scenario without ranges is left out of that comparison.
 */
import { asKnownOn, middle, type Case, type Day, type Scenario } from '../case/index.ts';
import {
  brierScore,
  calibration,
  logScore,
  murphy,
  skillAgainst,
  type CalibrationBin,
  type Judged,
  type Murphy,
  type Skill,
} from './score.ts';

/** One chance for one scenario, as it was issued. */
export interface Issued {
  readonly case: string;
  readonly scenario: string;
  /** Who said so. */
  readonly by: string;
  /** It knows what could be known at the end of this day. */
  readonly issued: Day;
  /** The day on which it was written down, by the clock; of a replay there is none. */
  readonly recorded?: Day;
  readonly chance: number;
}

export type Outcome = 'yes' | 'no' | 'annulled' | 'ambiguous';

export interface Resolved {
  readonly outcome: Outcome;
  /** The last day on which it may have become known. */
  readonly known: Day;
}

/** Why a forecast is not scored. `unknown`: the case has no such scenario. */
export type Unscored = 'open' | 'late' | 'annulled' | 'ambiguous' | 'narrative' | 'unknown';
export const UNSCORED: readonly Unscored[] = ['open', 'late', 'annulled', 'ambiguous', 'narrative', 'unknown'];

export interface JudgedForecast extends Issued {
  readonly fate: 'scored' | Unscored;
  /** Only of what is scored. */
  readonly came?: boolean;
  /** What the same forecaster said last before. */
  readonly previous?: number;
  readonly accounts?: number;
  /** Written down, by the clock, when the answer was known. */
  readonly hindsight: boolean;
}

/** What a case knows about its scenarios. */
export interface CaseRecord {
  readonly case: Case;
  readonly resolutions: ReadonlyMap<string, Resolved>;
}

/** Judges forecasts, in the order in which they stand in the ledger; the result is in the same order. */
export function judge(issued: readonly Issued[], cases: ReadonlyMap<string, CaseRecord>): JudgedForecast[] {
  const knownOn = new Map<string, Case>();
  const last = new Map<string, number>();
  const judged = new Map<Issued, JudgedForecast>();
  // Sorting is stable: of one day the ledger's order counts.
  for (const f of issued.toSorted((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0))) {
    const record = cases.get(f.case);
    const series = JSON.stringify([f.case, f.by, f.scenario]);
    const previous = last.get(series);
    last.set(series, f.chance);
    const day = JSON.stringify([f.case, f.issued]);
    if (record !== undefined && !knownOn.has(day)) knownOn.set(day, asKnownOn(record.case, f.issued));
    const row = knownOn.get(day)?.scenarios.get(f.scenario);
    const said = row === undefined ? undefined : accountsChance(row);
    const resolved = record?.resolutions.get(f.scenario);
    const fate = fateOf(f, record);
    judged.set(f, {
      ...f,
      fate,
      ...(fate === 'scored' ? { came: resolved!.outcome === 'yes' } : {}),
      ...(previous === undefined ? {} : { previous }),
      ...(said === undefined ? {} : { accounts: said }),
      hindsight: resolved !== undefined && f.recorded !== undefined && f.recorded >= resolved.known,
    });
  }
  return issued.map((f) => judged.get(f)!);
}

function fateOf({ scenario, issued }: Issued, record: CaseRecord | undefined): 'scored' | Unscored {
  const row = record?.case.scenarios.get(scenario);
  if (row === undefined) return 'unknown';
  if (!row.resolves) return 'narrative';
  const resolved = record!.resolutions.get(scenario);
  if (resolved === undefined) return 'open';
  if (resolved.outcome === 'annulled' || resolved.outcome === 'ambiguous') return resolved.outcome;
  return issued < resolved.known ? 'scored' : 'late';
}

/** The chance that the accounts' words stand for, as far as the row has them; undefined where none has a range. */
export function accountsChance({ likelihood }: Scenario): number | undefined {
  const bySource = new Map<string, number[]>();
  for (const { words, range } of likelihood) {
    if (range === undefined || range.kind === 'not-reported') continue;
    bySource.set(words.source, [...(bySource.get(words.source) ?? []), middle(range)]);
  }
  const each = [...bySource.values()].map(average);
  return each.length === 0 ? undefined : average(each);
}

const average = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

export interface Score {
  /** Forecasts that are scored. */
  readonly resolved: number;
  /** Scenarios that they are about. */
  readonly scenarios: number;
  readonly brier: number | undefined;
  /** Infinity where something came to which 0 was given. */
  readonly log: number | undefined;
  readonly murphy: Murphy | undefined;
  readonly skill: { readonly fiftyFifty: Skill; readonly noChange: Skill; readonly accounts: Skill };
  readonly calibration: readonly CalibrationBin[];
  /** Scored forecasts that were written down when the answer was known. */
  readonly hindsight: number;
  readonly unscored: Readonly<Record<Unscored, number>>;
}

export function scoreOf(forecasts: readonly JudgedForecast[]): Score {
  const scored = forecasts.filter((f) => f.fate === 'scored');
  const judged = scored.map((f): Judged => ({ chance: f.chance, came: f.came! }));
  const against = (reference: (f: JudgedForecast) => number | undefined): Skill =>
    skillAgainst(scored.map((f) => ({ chance: f.chance, came: f.came!, reference: reference(f) })));
  const count = (fate: Unscored): number => forecasts.filter((f) => f.fate === fate).length;
  return {
    resolved: scored.length,
    scenarios: new Set(scored.map((f) => JSON.stringify([f.case, f.scenario]))).size,
    brier: brierScore(judged),
    log: logScore(judged),
    murphy: murphy(judged),
    skill: {
      fiftyFifty: against(() => 0.5),
      noChange: against((f) => f.previous),
      accounts: against((f) => f.accounts),
    },
    calibration: calibration(judged),
    hindsight: scored.filter((f) => f.hindsight).length,
    unscored: {
      open: count('open'),
      late: count('late'),
      annulled: count('annulled'),
      ambiguous: count('ambiguous'),
      narrative: count('narrative'),
      unknown: count('unknown'),
    },
  };
}
