/** What a forecast is told about, and how it goes out: as data, and to the ledger. */
import type { Words } from '@parley/core/brief';
import { asKnownOn, type Case } from '@parley/core/case';
import type { Forecast } from '@parley/core/forecast';
import { caseHash } from '../desk/case-hash.ts';
import type { Asked } from '../desk/forecast.ts';
import { OURSELVES, publish } from '../desk/ledger.ts';
import type { SeenCase, ViewFlags } from './case-argument.ts';
import { version } from './version.ts';
import type { RunnerFlags } from './runner-options.ts';

export interface ForecastFlags extends ViewFlags, RunnerFlags {
  draws: string;
  seed: string;
  if?: string[];
  ifNot?: string[];
  waive?: string[];
  together?: string[];
  relax?: string[];
  fromDay?: string;
  levers?: string;
  matters?: string;
  replay?: boolean;
  publish?: boolean;
  package?: string;
  csv?: string;
  svg?: string;
  vega?: string;
}

/** What a forecast is told about. */
export interface Told {
  readonly given: Case;
  readonly words: Words;
  readonly seen: SeenCase;
  readonly asked: Asked;
  readonly flags: ForecastFlags;
}

export function forecastJson(found: Forecast, { given, seen, asked }: Told): object {
  return {
    caseHash: caseHash(given, seen.open),
    version: version(),
    seed: asked.seed,
    draws: asked.draws,
    asOf: found.asOf,
    scenarios: found.scenarios.map(({ id, title, probability, standardError, interval, word, settled, curve }) => ({
      id,
      title,
      probability,
      standardError,
      interval,
      word,
      settled,
      curve,
    })),
    groups: found.groups,
    effectiveSample: found.effectiveSampleSize,
    notes: found.notes,
  };
}

/** Appends forecasts to the ledger of the case. A replay has no clock: it was not written down on its days. */
export function publishAll(found: readonly Forecast[], { given, seen, asked }: Told, recorded?: string): void {
  const entries = found.map((f) => ({
    by: OURSELVES,
    issued: f.asOf,
    ...(recorded === undefined ? {} : { recorded }),
    case: f.asOf === given.asOf ? caseHash(given, seen.open) : caseHash(asKnownOn(seen.open.case, f.asOf), seen.open),
    version: version(),
    seed: asked.seed,
    draws: asked.draws,
    scenarios: Object.fromEntries(f.scenarios.filter((s) => !s.settled).map((s) => [s.id, s.probability])),
  }));
  const { lines } = publish(seen.open.files, entries);
  process.stderr.write(`${lines.length} ${lines.length === 1 ? 'forecast' : 'forecasts'} added to the ledger.\n`);
}
