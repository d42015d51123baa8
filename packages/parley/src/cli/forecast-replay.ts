/** The case day by day: what was known, what it did to the chances, and why. */
import { sayChance, sayInput } from '@parley/core/brief';
import type { CaseEvent } from '@parley/core/case';
import { sayDay } from '@parley/core/case';
import type { ReplayedStep } from '../desk/forecast.ts';
import { replay } from '../desk/forecast.ts';
import { openOutcomes } from '../desk/outcomes.ts';
import { UsageError } from '../desk/usage.ts';
import { tellProblems } from './case-argument.ts';
import { publishAll, type Told } from './forecast-told.ts';
import { sayRefused } from './forecast-text.ts';
import { print, progress, terminalStyle, type ExitCode } from './output.ts';
import { withRunner } from './runner-flags.ts';

export async function replayed(told: Told): Promise<ExitCode> {
  const { given, seen, asked, flags } = told;
  const { outcomes, problems } = await openOutcomes(seen.open.files, seen.open.case);
  if (problems.length > 0) {
    tellProblems(problems, undefined, flags);
    return 1;
  }
  const later: readonly CaseEvent[] = [...(outcomes?.events.values() ?? [])];
  const from = flags.fromDay ?? firstDay(told);
  const to = lastDay(given.asOf, later);
  const code = await withRunner(flags, asked.draws, async (runner, signal): Promise<ExitCode> => {
    const bar = progress();
    const { steps, refused } = await replay(seen.open.case, { from, to }, later, asked, runner, {
      signal,
      onProgress: (done, all) => bar(done, all, 'replay'),
    });
    if (flags.publish === true)
      publishAll(
        steps.filter((s) => s.step.isLast).map((s) => s.forecast),
        told,
      );
    if (flags.json === true)
      print(
        JSON.stringify({
          days: daysJson(steps, told),
          ...(refused === undefined
            ? {}
            : {
                problem: {
                  code: refused.why.code,
                  asOf: refused.step.asOf,
                  message: sayRefused(refused.why, refused.step.given),
                },
              }),
        }),
      );
    else show(steps, told);
    if (refused === undefined) return 0;
    process.stderr.write(
      `${sayDay(refused.step.asOf)}: ${sayRefused(refused.why, refused.step.given)}\nThe forecasts before it stand.\n`,
    );
    return 1;
  });
  return code ?? 1;
}

/** The end of the day on which the first account was written. */
function firstDay({ seen }: Told): string {
  const written = [...seen.open.case.sources.values()].flatMap((s) => s.written?.last ?? []);
  const first = written.toSorted((a, b) => (a < b ? -1 : 1))[0];
  if (first === undefined)
    throw new UsageError(
      'No source says when it was written, so there is no first day.',
      'Write --from-day 2025-05-13.',
    );
  return first;
}

/** The as-of day, and on to the day after it where something from outside is known by then. */
function lastDay(asOf: string, later: readonly CaseEvent[]): string {
  const known = later.flatMap((e) => e.known?.last ?? []).filter((day) => day > asOf);
  const next = known.toSorted((a, b) => (a < b ? -1 : 1))[0];
  return next ?? asOf;
}

interface NoteJson {
  readonly event: string | null;
  readonly scenario: string;
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

function daysJson(steps: readonly ReplayedStep[], told: Told): object[] {
  const days = [...new Set(steps.map((s) => s.step.asOf))];
  return days.map((asOf) => {
    const own = steps.filter((s) => s.step.asOf === asOf);
    const last = own.at(-1)!.forecast;
    return {
      asOf,
      effectiveSample: last.effectiveSampleSize,
      scenarios: last.scenarios.map(({ id, probability, standardError, interval, word }) => ({
        id,
        probability,
        standardError,
        interval,
        word,
      })),
      notes: own.flatMap((s) => notesOf(s, told)),
    };
  });
}

function notesOf({ step, change }: ReplayedStep, told: Told): NoteJson[] {
  const event = step.why.kind === 'event' ? step.why.event : null;
  const why = event === null ? 'the day passed' : whyOf(event, step.given.events.get(event), told);
  return (change?.scenarios ?? []).map((m) => ({ event, scenario: m.scenario, from: m.from, to: m.to, why }));
}

function whyOf(id: string, event: CaseEvent | undefined, { seen }: Told): string {
  if (event === undefined) return id;
  const [quote] = event.said;
  const words = quote === undefined ? '' : ` — “${quote.quote}” [${seen.letters.get(quote.source) ?? quote.source}]`;
  return `${event.what}${words}`;
}

function show(steps: readonly ReplayedStep[], told: Told): void {
  const style = terminalStyle();
  const { given } = told;
  let day = '';
  for (const { step, forecast, change } of steps) {
    if (step.asOf !== day) {
      day = step.asOf;
      print(`\n${style.bold(sayDay(day).toUpperCase())}`);
    }
    const event = step.why.kind === 'event' ? step.given.events.get(step.why.event) : undefined;
    const moved = change?.scenarios ?? [];
    if (step.why.kind === 'start') {
      print('  what is known at the outset');
      for (const s of forecast.scenarios)
        if (!s.settled) print(`    ${sayChance(s.probability).padStart(7)}  ${s.title}`);
      continue;
    }
    if (moved.length === 0 && event === undefined) continue;
    print(
      `  ${event === undefined ? style.dim('the day passes') : `${style.dim(event.id)} ${whyOf(event.id, event, told)}`}`,
    );
    for (const m of moved.slice(0, 5))
      print(
        `    ${sayChance(m.from).padStart(7)} → ${sayChance(m.to).padStart(7)}  ${given.scenarios.get(m.scenario)?.title ?? m.scenario}`,
      );
    const inputs = (change?.inputs ?? [])
      .slice(0, 3)
      .map((i) => `${sayInput(i.input, given, told.words)} ${i.by > 0 ? '↑' : '↓'}`);
    if (inputs.length > 0) print(style.dim(`      with it: ${inputs.join(', ')}`));
    if (moved.length === 0) print(style.dim('      moves nothing by more than the error'));
  }
}
