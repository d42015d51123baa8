/** The forecast of a brief: few draws, kept between calls under the hash of the case as it is seen. */
import type { BriefForecast } from '@parley/core/brief';
import type { Case } from '@parley/core/case';
import {
  allChunks,
  attributor,
  forecast,
  importanceOf,
  isRefused,
  mergeAttributions,
  planOf,
  type Forecast,
} from '@parley/core/forecast';
import { keep, kept } from '../store/cache.ts';
import { sha256 } from '../store/files.ts';

const SEED = 1;
const DRAWS = 2_000;

/** Absent where the case asks for no scenario, or nothing can be forecast. */
export function briefForecast(given: Case, caseHash: string, version: string): { forecast?: BriefForecast } {
  if (given.scenarios.size === 0) return {};
  const key = `forecast-${sha256([caseHash, given.asOf, version, SEED, DRAWS].join(' ')).slice(0, 32)}`;
  const before = kept(key) as BriefForecast | undefined;
  if (before !== undefined) return { forecast: before };
  const found = forecast(given, { seed: SEED, draws: DRAWS });
  if (isRefused(found) || found.scenarios.length === 0) return {};
  const result = summary(found);
  keep(key, result);
  return { forecast: result };
}

function summary(found: Forecast): BriefForecast {
  const plan = planOf(found.belief);
  const shares = mergeAttributions(allChunks(plan.runs, attributor(plan).chunk));
  return {
    seed: SEED,
    draws: DRAWS,
    effective: found.effectiveSampleSize,
    until: found.process.rounds,
    scenarios: found.scenarios.map((s) => {
      const [most] = importanceOf(found.process, shares, s.id);
      const hangs = most !== undefined && !s.settled && most.share > 2 * most.standardError && most.share > 0.02;
      return {
        id: s.id,
        title: s.title,
        probability: s.probability,
        interval: s.interval,
        word: s.word,
        settled: s.settled,
        ...(hangs ? { hangsOn: most.input, share: most.share } : {}),
      };
    }),
  };
}
