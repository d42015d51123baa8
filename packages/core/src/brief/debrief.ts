/**
 * The debrief as data, one page for a class: what was known on a day, what was forecast, what happened. ./debrief-text.ts,
 * ./debrief-markdown.ts and ./debrief-html.ts lay it out. Without outcomes it says nothing of what came.
 */
import { formatQuantity, sayDay, type Case, type Day, type Scenario } from '../case/index.ts';
import { likelihoodWord } from '../maths/index.ts';
import type { Outcomes } from '../forecast/resolution.ts';
import { surprise } from '../forecast/score.ts';
import { accountsChance, type JudgedForecast, type Outcome } from '../forecast/track-record.ts';
import type { Brief, Citation } from './brief.ts';
import { sayWhen } from './say-when.ts';

export interface Debrief {
  readonly title: string;
  readonly asOf: Day;
  readonly caseHash: string;
  readonly version: string;
  /** What was known on the day. */
  readonly known: {
    readonly headline: string;
    readonly deadlocks: readonly string[];
    readonly small: readonly string[];
    readonly latest: readonly {
      readonly date: string;
      readonly text: string;
      readonly citations: readonly Citation[];
    }[];
    readonly sources: number;
  };
  /** Who forecast, in the order of the ledger; none where nobody had. */
  readonly forecasters: readonly string[];
  readonly scenarios: readonly DebriefScenario[];
  /** Absent where it is hidden or nobody wrote it down. */
  readonly happened?: {
    readonly events: readonly { readonly date: string; readonly text: string; readonly sources: readonly string[] }[];
    readonly scores: readonly { readonly by: string; readonly count: number; readonly brier: number }[];
    /** Forecasts that were written down, by the clock, when the answer was known. */
    readonly hindsight: number;
  };
}

export interface DebriefScenario {
  readonly id: string;
  readonly title: string;
  /** Until when it could come true. */
  readonly closes?: string;
  /** What the accounts' words came to by the day, and the words. */
  readonly accounts?: { readonly chance?: number; readonly words: readonly (Citation & { readonly range: string })[] };
  /** One a forecaster, in their order; undefined where one said nothing. */
  readonly forecasts: readonly (DebriefForecast | undefined)[];
  readonly outcome?: { readonly kind: Outcome; readonly on: string; readonly note?: string };
}

export interface DebriefForecast {
  readonly chance: number;
  readonly word: string;
  /** When it is not of the day itself. */
  readonly issued?: Day;
  /** (p − o)² once it is settled. */
  readonly brier?: number;
  /** −ln of the chance given to what came; Infinity for a certainty that failed. */
  readonly surprise?: number;
}

export interface DebriefParts {
  /** The case as of the day. */
  readonly case: Case;
  readonly brief: Brief;
  /** Forecasts up to the day. */
  readonly forecasts: readonly JudgedForecast[];
  /** Left out to hide them. */
  readonly outcomes?: Outcomes;
  readonly letters: ReadonlyMap<string, string>;
}

/** Events of the last days that a page has room for. */
const LATEST = 8;

export function debriefOf({ case: given, brief, forecasts, outcomes, letters }: DebriefParts): Debrief {
  const forecasters = [...new Set(forecasts.map((f) => f.by))];
  const scenarios = [...given.scenarios.values()].filter((s) => s.resolves).map(scenarioOf);
  return {
    title: given.title,
    asOf: given.asOf,
    caseHash: brief.caseHash,
    version: brief.version,
    known: {
      headline: brief.headline,
      deadlocks: brief.deadlocks.map((d) => d.title + (d.inferred ? ' ┄' : '')),
      small: brief.smallDeals.map((deal) => deal.text),
      latest: brief.chronology
        .filter((e) => e.recent && e.kind !== 'plan')
        .slice(-LATEST)
        .map(({ date, text, citations }) => ({ date, text, citations })),
      sources: given.sources.size,
    },
    forecasters,
    scenarios,
    ...(outcomes === undefined ? {} : { happened: happenedAfter(outcomes) }),
  };

  function scenarioOf(row: Scenario): DebriefScenario {
    const resolved = outcomes?.resolutions.get(row.id);
    const closes = row.at ?? row.by ?? row.until;
    const chance = accountsChance(row);
    const words = row.likelihood.map(({ words: w, range }) => ({
      letter: letters.get(w.source) ?? '',
      quote: w.quote,
      range: range === undefined ? 'not reported' : formatQuantity(range),
    }));
    return {
      id: row.id,
      title: row.title,
      ...(closes === undefined ? {} : { closes: sayWhen(closes, given.asOf) }),
      ...(words.length === 0 ? {} : { accounts: { words, ...(chance === undefined ? {} : { chance }) } }),
      forecasts: forecasters.map((by) => latestOf(row.id, by)),
      ...(resolved === undefined
        ? {}
        : {
            outcome: {
              kind: resolved.outcome,
              on: sayWhen(resolved.on, given.asOf),
              ...(resolved.note === undefined ? {} : { note: resolved.note }),
            },
          }),
    };
  }

  /** Of several of one forecaster the last counts. */
  function latestOf(scenario: string, by: string): DebriefForecast | undefined {
    const own = forecasts
      .filter((f) => f.scenario === scenario && f.by === by)
      .toSorted((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : 0));
    const last = own.at(-1);
    if (last === undefined) return undefined;
    const { chance, issued, came } = last;
    return {
      chance,
      word: likelihoodWord(chance),
      ...(issued === given.asOf ? {} : { issued }),
      ...(came === undefined || outcomes === undefined
        ? {}
        : { brier: (chance - (came ? 1 : 0)) ** 2, surprise: surprise({ chance, came }) }),
    };
  }

  function happenedAfter({ events, sources }: Outcomes): NonNullable<Debrief['happened']> {
    const after = [...events.values()]
      .filter((e) => (e.known.last ?? '') > given.asOf)
      // By when it was over: of one day the hour comes before the day as a whole.
      .toSorted((a, b) => (a.on?.max ?? 0) - (b.on?.max ?? 0));
    return {
      events: after.map((e) => ({
        date: sayWhen(e.on, given.asOf),
        text: e.what,
        sources: e.sources.map((id) => sources.get(id)!.title),
      })),
      scores: forecasters.flatMap((by, k) => {
        const own = scenarios.flatMap((s) => s.forecasts[k]?.brier ?? []);
        return own.length === 0
          ? []
          : [{ by, count: own.length, brier: own.reduce((sum, x) => sum + x, 0) / own.length }];
      }),
      hindsight: forecasts.filter((f) => f.hindsight).length,
    };
  }
}

// --- words that all layouts share -------------------------------------------------------------------------------------

export const sayOutcome = (outcome: DebriefScenario['outcome']): string =>
  outcome === undefined ? 'open' : `${outcome.kind}, ${outcome.on}`;

/** What is to be said below the forecasts. */
export function debriefNotes(debrief: Debrief): string[] {
  const notes: string[] = [];
  if (debrief.forecasters.length === 0)
    notes.push(
      'Nobody had put a forecast into the ledger by this day. `parley ledger add SCENARIO PROBABILITY --by NAME` does.',
    );
  for (const { by, count, brier } of debrief.happened?.scores ?? [])
    notes.push(
      `${by}: Brier ${brier.toFixed(3)} over ${count} ${count === 1 ? 'scenario' : 'scenarios'} (0 is perfect, always one half 0.250).`,
    );
  const hindsight = debrief.happened?.hindsight ?? 0;
  if (hindsight > 0)
    notes.push(
      `${hindsight === 1 ? 'One forecast was' : `${hindsight} forecasts were`} written down when the answer was known.`,
    );
  if (debrief.scenarios.some((s) => s.forecasts.some((f) => f?.surprise === Infinity)))
    notes.push('∞ stands for a certainty that failed: no later success makes up for it in the log score.');
  return notes;
}

export const asOfLine = (debrief: Debrief): string =>
  `As of ${sayDay(debrief.asOf)} · case ${debrief.caseHash.slice(0, 8)} · parley ${debrief.version}`;
