/** A forecast on a terminal: chances with their error and word, curves by day, what would change them. */
import { clip, padEnd, sayChance, sayInput, sayInterval, width, wrap, type Words } from '@parley/core/brief';
import { sayDay, type Case } from '@parley/core/case';
import type {
  Difference,
  Forecast,
  Importance,
  Lever,
  Note,
  Refused,
  ScenarioForecast,
  WhatIf,
} from '@parley/core/forecast';
import { groupsLine, typicalLines } from './forecast-paths.ts';
import type { Told } from './forecast-told.ts';
import { print, terminalColumns, terminalStyle } from './output.ts';

export interface Parts {
  readonly whatIf?: { readonly changes: readonly WhatIf[]; readonly differences: readonly Difference[] };
  readonly levers?: readonly Lever[];
  readonly matters?: readonly Importance[];
}

export function showForecast(found: Forecast, told: Told, parts: Parts): void {
  const { given, words, asked, flags } = told;
  const style = terminalStyle();
  const columns = terminalColumns();
  const para = (text: string, first: string): void =>
    wrap(text, columns - width(first)).forEach((line, k) => print((k === 0 ? first : ' '.repeat(width(first))) + line));
  const effective = Math.round(found.effectiveSampleSize);
  print(`${style.bold(given.title.toUpperCase())}  ${style.dim(`as of ${sayDay(found.asOf)}`)}`);
  para(
    `${asked.draws.toLocaleString('en')} draws, seed ${asked.seed}; weighed by what has been seen they are worth ${effective.toLocaleString('en')}`,
    '  ',
  );
  if (effective < 200)
    para(
      'so few that the chances are rough: what was seen is far from what the model expected, or more --draws are needed',
      '  ',
    );

  if (parts.whatIf === undefined) table(found.scenarios);
  else changed(parts.whatIf);
  if (parts.levers !== undefined) leverTable(parts.levers);
  if (parts.matters !== undefined) tornado(parts.matters);
  if (parts.whatIf === undefined && parts.levers === undefined && parts.matters === undefined) {
    for (const group of found.groups) para(groupsLine(group, words), '  ');
    const typical = typicalLines(found, words);
    if (typical.length > 0) print(`\n${style.bold('TYPICAL PATHS')}`);
    for (const line of typical) para(line, '  · ');
    notes(found.notes);
    print('');
    const hints =
      '--levers SCENARIO says which single step moves it most, --matters SCENARIO on which inputs it hangs, --if OPTION and --waive ROW what would change, --replay tells day by day.';
    for (const line of wrap(hints, columns)) print(style.dim(line));
  }

  function table(scenarios: readonly ScenarioForecast[]): void {
    const open = scenarios.filter((s) => !s.settled);
    const settled = scenarios.filter((s) => s.settled);
    const ids = Math.max(...scenarios.map((s) => s.id.length));
    const days = Math.max(...scenarios.map((s) => s.curve.length));
    // A long horizon is shown by every so many days, so that there is room for the titles.
    const every = Math.ceil(days / 24);
    const room = columns - ids - 47 - Math.ceil(days / every);
    const name = Math.max(20, Math.min(room, Math.max(...scenarios.map((s) => width(s.title)))));
    const steps = every === 1 ? 'day by day' : `by every ${every} days`;
    print(
      `\n${style.bold('WHAT MAY HAPPEN')}  ${style.dim(`chance, 95 % of the simulation’s own error, word, ${steps}`)}`,
    );
    for (const s of open.toSorted((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1))) {
      const chance = sayChance(s.probability).padStart(7);
      const interval = style.dim(`${sayInterval(s.interval)}`.padEnd(10));
      const lines = wrap(s.title, name);
      print(
        `  ${style.dim(s.id.padEnd(ids))}  ${padEnd(lines[0]!, name)} ${chance}  ${interval} ${s.word.padEnd(19)} ${style.accent(sparkline(s.curve.filter((_, round) => round % every === 0)))}`,
      );
      for (const line of lines.slice(1)) print(`  ${' '.repeat(ids)}  ${line}`);
    }
    for (const s of settled)
      print(
        style.dim(`  ${s.id.padEnd(ids)}  ${padEnd(s.title, name)}  settled: ${s.probability >= 0.5 ? 'yes' : 'no'}`),
      );
  }

  function changed({ changes, differences }: NonNullable<Parts['whatIf']>): void {
    print(`\n${style.bold('WHAT IF')}  ${changes.map((change) => sayChange(change, words, given)).join(', ')}`);
    print(style.dim('  same draws with and without; the difference with its 95 % interval, in points'));
    const moved = differences.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
    for (const d of moved) {
      const title = given.scenarios.get(d.scenario)?.title ?? d.scenario;
      print(
        `  ${d.scenario.padEnd(8)} ${padEnd(clip(title, 46), 46)} ${sayChance(d.from).padStart(6)} → ${sayChance(d.to).padStart(6)}  ${points(d.difference).padStart(6)} ${style.dim(`± ${(196 * d.standardError).toFixed(1)}`)}`,
      );
    }
  }

  function leverTable(list: readonly Lever[]): void {
    const title = given.scenarios.get(flags.levers!)?.title ?? flags.levers!;
    print(`\n${style.bold('WHAT WOULD MOVE IT MOST')}  ${title}`);
    print(style.dim('  every single option, demand and relaxation, on the same draws'));
    for (const lever of list.slice(0, 12)) {
      const bar = (lever.difference >= 0 ? '▶' : '◀').repeat(Math.max(1, Math.round(Math.abs(lever.difference) * 20)));
      print(
        `  ${points(lever.difference).padStart(6)} ${style.dim(`± ${(196 * lever.standardError).toFixed(1)}`.padEnd(7))} ${padEnd(bar, 21)} ${sayChange(lever.change, words, given)}`,
      );
    }
  }

  function tornado(list: readonly Importance[]): void {
    const title = given.scenarios.get(flags.matters!)?.title ?? flags.matters!;
    print(`\n${style.bold('WHAT MATTERS')}  ${title}`);
    print(
      style.dim(
        '  share of the variance that the input explains alone; the chance in its lowest and its highest tenth',
      ),
    );
    for (const i of list.slice(0, 10)) {
      const low = i.low === undefined ? '–' : sayChance(i.low);
      const high = i.high === undefined ? '–' : sayChance(i.high);
      const share = `${(100 * Math.max(0, i.share)).toFixed(1)} %`;
      print(
        `  ${share.padStart(7)} ${style.dim(`± ${(100 * i.standardError).toFixed(1)}`.padEnd(6))} ${low.padStart(6)} … ${high.padStart(6)}  ${sayInput(i.input, given, words)} ○`,
      );
    }
  }

  function notes(list: readonly Note[]): void {
    const holes = list.filter((n) => n.kind === 'hole');
    const assumptions = list.filter((n) => n.kind === 'assumption');
    print(`\n${style.bold('WHAT IT RESTS ON')}`);
    const defaults = assumptions.filter((n) => n.code === 'default').length;
    const ofRules = defaults === 0 ? '' : `; ${defaults} of them the rules’ defaults, since the case gives none`;
    para(`${found.process.inputs.length} numbers, nearly all of them the analyst’s assumptions ○${ofRules}.`, '  ');
    const rateless = holes.flatMap((n) => (n.code === 'no-rate' ? [words.label(n.happening)] : []));
    if (rateless.length > 0) para(`Cannot come about, for no rate is given ∅: ${rateless.join(', ')}.`, '  ');
    const still = holes.flatMap((n) => (n.code === 'no-preferences' ? [words.party(n.party)] : []));
    if (still.length > 0) para(`Does nothing by itself, for no preferences are reported ∅: ${still.join(', ')}.`, '  ');
    const silent = new Set(
      holes.flatMap((n) => (n.code === 'not-reported' ? [given.issues.get(n.issue)?.title ?? n.issue] : [])),
    );
    if (silent.size > 0)
      para(`On no agenda, for a side’s position is not reported ∅: ${[...silent].join(', ')}.`, '  ');
  }
}

const points = (difference: number): string => `${difference >= 0 ? '+' : '−'}${Math.abs(100 * difference).toFixed(1)}`;

const LEVELS = ' ▁▂▃▄▅▆▇█';
/** One sign a day, from nothing to certain. */
export const sparkline = (curve: readonly number[]): string =>
  curve.map((p) => LEVELS[Math.min(8, Math.max(p > 0 ? 1 : 0, Math.round(p * 8)))]).join('');

export function sayChange(change: WhatIf, words: Words, given: Case): string {
  switch (change.kind) {
    case 'force': {
      const from = change.from === undefined ? '' : ` from ${sayDay(change.from)}`;
      return `${change.value ? '' : 'no '}${words.label(change.name)}${from}`;
    }
    case 'waive':
      return `${change.row} waived (${given.preconditions.get(change.row)?.text ?? 'demand'})`;
    case 'together':
      return `${change.rows.join(' and ')} together`;
    case 'relax':
      return `${change.relaxation} accepted (${given.relaxations.get(change.relaxation)?.text ?? 'relaxation'})`;
  }
}

export function sayRefused(refused: Refused, given: Case): string {
  switch (refused.code) {
    case 'no-horizon':
      return 'Nothing says how far to look: the case has no `horizon:` and no scenario has a date. Give one of them.';
    case 'horizon-too-far':
      return `The horizon lies ${refused.rounds.toLocaleString('en')} days ahead; at most ${refused.most.toLocaleString('en')} are played. Correct \`horizon:\` or the dates of the scenarios.`;
    case 'impossible-evidence': {
      const event = refused.event === undefined ? undefined : given.events.get(refused.event);
      return event === undefined
        ? 'What has been seen cannot happen under this model: every draw would have weight 0. Look for an event that no option, rate or firmness allows.'
        : `${event.id}, “${event.what}”, cannot happen under this model: with it every draw has weight 0. Give the option it sets a party that may want it, the happening a rate, or the demand in its way a firmness below 1.`;
    }
  }
}
