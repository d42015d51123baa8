import { wordsOf } from '@parley/core/brief';
import { isRefused, isUnknown, MOST_DRAWS, type Forecast, type WhatIf } from '@parley/core/forecast';
import { forecastOf, levers, whatIf, whatMatters } from '../desk/forecast.ts';
import { UsageError } from '../desk/usage.ts';
import { seeCase } from './case-argument.ts';
import { save } from './save.ts';
import { forecastCsv, forecastSvg, forecastVega } from './forecast-files.ts';
import { writePackage } from './forecast-package.ts';
import { replayed } from './forecast-replay.ts';
import { forecastJson, publishAll, type ForecastFlags, type Told } from './forecast-told.ts';
import { sayRefused, showForecast } from './forecast-text.ts';
import { print, progress, type ExitCode } from './output.ts';
import { withRunner } from './runner-flags.ts';

export async function forecast(path: string | undefined, flags: ForecastFlags): Promise<ExitCode> {
  const asked = { draws: whole(flags.draws, 'draws', 1, MOST_DRAWS), seed: whole(flags.seed, 'seed', 0, 2 ** 53 - 1) };
  const seen = await seeCase(path, flags);
  if (seen === undefined) return 1;
  const told: Told = { given: seen.case, words: wordsOf(seen.case), seen, asked, flags };
  if (flags.replay === true) return replayed(told);
  const changes = changesOf(flags);
  const code = await withRunner(flags, asked.draws, async (runner, signal): Promise<ExitCode> => {
    const bar = progress();
    const options = { signal, onProgress: (done: number, all: number) => bar(done, all, 'forecast') };
    const found = await forecastOf(told.given, asked, runner, options);
    if (isRefused(found)) {
      const message = sayRefused(found, told.given);
      if (flags.json === true) print(JSON.stringify({ problem: { code: found.code, message } }));
      process.stderr.write(`${message}\n`);
      return 1;
    }
    const scenario = (id: string): string => scenarioNamed(found, id);
    const compared = changes.length === 0 ? undefined : await whatIf(found, [changes], runner, options);
    if (compared !== undefined && !Array.isArray(compared)) {
      if (isUnknown(compared as never)) throw unknown(compared as { name: string; known: readonly string[] });
      return 1;
    }
    const parts = {
      ...(compared === undefined ? {} : { whatIf: { changes, differences: compared[0]! } }),
      ...(flags.levers === undefined ? {} : { levers: await levers(found, scenario(flags.levers), runner, options) }),
      ...(flags.matters === undefined
        ? {}
        : { matters: await whatMatters(found, scenario(flags.matters), runner, options) }),
    };
    if (flags.publish === true) publishAll([found], told, new Date().toISOString());
    if (flags.package !== undefined) writePackage(flags.package, found, told);
    if (flags.csv !== undefined) save(flags.csv, forecastCsv(found));
    if (flags.svg !== undefined) save(flags.svg, forecastSvg(found));
    if (flags.vega !== undefined) save(flags.vega, forecastVega(found));
    if (flags.json === true) print(JSON.stringify({ ...forecastJson(found, told), ...parts }));
    else if (![flags.csv, flags.svg, flags.vega].includes('-')) showForecast(found, told, parts);
    return 0;
  });
  return code ?? 1;
}

export function whole(written: string, what: string, least: number, most: number): number {
  const number = Number(written);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(
    `“${written.slice(0, 40)}” is not a number of ${what}.`,
    `A whole number from ${least} to ${most.toLocaleString('en')}.`,
  );
}

function changesOf(flags: ForecastFlags): WhatIf[] {
  const from = flags.fromDay === undefined ? {} : { from: flags.fromDay };
  if (flags.fromDay !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(flags.fromDay))
    throw new UsageError(`“${flags.fromDay.slice(0, 40)}” is not a day.`, 'Write --from-day 2025-05-14.');
  return [
    ...(flags.if ?? []).map((name): WhatIf => ({ kind: 'force', name, value: true, ...from })),
    ...(flags.ifNot ?? []).map((name): WhatIf => ({ kind: 'force', name, value: false, ...from })),
    ...(flags.waive ?? []).map((row): WhatIf => ({ kind: 'waive', row })),
    ...(flags.together ?? []).map((rows): WhatIf => ({ kind: 'together', rows: rows.split(',').map((r) => r.trim()) })),
    ...(flags.relax ?? []).map((relaxation): WhatIf => ({ kind: 'relax', relaxation })),
  ];
}

function scenarioNamed(found: Forecast, id: string): string {
  const known = found.scenarios.map((s) => s.id);
  if (known.includes(id)) return id;
  throw unknown({ name: id, known });
}

const unknown = ({ name, known }: { name: string; known: readonly string[] }): UsageError =>
  new UsageError(`There is no “${name.slice(0, 80)}” to ask about.`, `There are: ${known.slice(0, 40).join(', ')}.`);
