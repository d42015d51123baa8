/** Scores on a terminal: one line a forecaster, calibration as a plot, scenarios one by one. */
import { clip, padEnd, sayChance, width, wrap } from '@parley/core/brief';
import { sayDay } from '@parley/core/case';
import { UNSCORED, type CalibrationBin, type Score, type Skill, type Unscored } from '@parley/core/forecast';
import { OURSELVES } from '../desk/ledger.ts';
import { scenarioScores, type CaseToScore, type Scored } from '../desk/score.ts';
import { print, terminalColumns, terminalStyle } from './output.ts';

export function showScore(cases: readonly CaseToScore[], scored: Scored, day: string | undefined): void {
  const style = terminalStyle();
  const columns = terminalColumns();
  const para = (text: string, first = '  '): void =>
    wrap(text, columns - width(first)).forEach((line, k) => print((k === 0 ? first : ' '.repeat(width(first))) + line));
  const { all } = scored;
  const asOf = day === undefined ? '' : `  ${style.dim(`as known on ${sayDay(day)}`)}`;
  print(style.bold(cases.map((c) => c.case.title.toUpperCase()).join(' · ')) + asOf);
  para(countLine(all));
  const left = UNSCORED.filter((fate) => all.unscored[fate] > 0).map((fate) => `${all.unscored[fate]} ${WHY[fate]}`);
  if (left.length > 0) para(`Not scored: ${left.join('; ')}.`);
  if (all.hindsight > 0)
    para(
      `${all.hindsight} of the scored forecasts ${all.hindsight === 1 ? 'was' : 'were'} written down when the answer was known already: hindsight, whatever day they name.`,
    );
  if (all.resolved === 0) {
    if (scored.forecasts.length === 0)
      para('`parley ledger add SCENARIO PROBABILITY --by NAME` adds a forecast of yours.');
    return;
  }

  print(`\n${style.bold('SCORES')}${style.dim('  0 is perfect; always one half has Brier 0.250 and log 0.693')}`);
  const names = [...scored.forecasters.keys()];
  const wide = Math.min(24, Math.max(10, ...names.map(width), ...cases.map((c) => width(c.case.title))));
  const line = (name: string, cells: readonly string[]): string =>
    `  ${padEnd(clip(name, wide), wide)}${cells.map((cell, k) => cell.padStart(WIDTHS[k]!)).join('')}`;
  print(
    style.dim(
      line('', ['n', 'Brier', 'log', 'reliability', 'resolution', 'uncertainty', 'skill: ½', 'no change', 'accounts']),
    ),
  );
  if (names.length !== 1) print(style.bold(line('all', cellsOf(all))));
  for (const [by, own] of scored.forecasters)
    if (own.resolved > 0) print(line(by === OURSELVES ? 'parley' : by, cellsOf(own)));
  if (cases.length > 1)
    for (const c of cases) {
      const own = scored.cases.get(c.name);
      if (own !== undefined && own.resolved > 0) print(line(c.case.title, cellsOf(own)));
    }
  para(
    'Brier = reliability − resolution + uncertainty. Skill is 1 − Brier / Brier of the reference, over the forecasts that have one.',
    '  ',
  );
  if (all.log === Infinity)
    para('∞: something came to which 0 was given, or did not to which 1 was. Nothing makes up for that.');

  print(`\n${style.bold('CALIBRATION')}${style.dim('  Did what was said come about as often as it was said?')}`);
  print(style.dim(`  ${padEnd('said', 12)}${'n'.padStart(5)}${'came'.padStart(6)}   ${scale()}`));
  for (const bin of all.calibration.filter((b) => b.count > 0))
    print(
      `  ${padEnd(`${Math.round(bin.from * 100)}–${Math.round(bin.to * 100)} %`, 12)}${String(bin.count).padStart(5)}${String(bin.came).padStart(6)}   ${plot(bin)}`,
    );
  para(
    '│ what was said on average, ● how often it came, ─ 95 % (Wilson) if the forecasts were independent; several on one scenario are not',
    '  ',
  );

  print(`\n${style.bold('SCENARIOS')}${style.dim('  first and last chance before the answer was known, and Brier')}`);
  for (const s of scenarioScores(cases, scored)) {
    const known = s.known === undefined ? '' : `, known on ${sayDay(s.known)}`;
    const where = cases.length > 1 ? `${cases.find((c) => c.name === s.case)!.case.title}: ` : '';
    print(`  ${padEnd(s.scenario, 8)}${clip(where + s.title, columns - 14)}`);
    print(style.dim(`  ${' '.repeat(8)}${s.outcome ?? 'open'}${known}`));
    for (const f of s.forecasters) {
      const path = f.first === f.last ? sayChance(f.last) : `${sayChance(f.first)} → ${sayChance(f.last)}`;
      const own =
        f.score.brier === undefined ? 'not scored' : `Brier ${f.score.brier.toFixed(3)}, ${f.score.resolved}×`;
      print(`  ${' '.repeat(8)}${padEnd(clip(f.by, 22), 24)}${padEnd(path, 18)}${own}`);
    }
  }
}

const WIDTHS = [5, 8, 8, 13, 12, 13, 10, 11, 10];

const WHY: Readonly<Record<Unscored, string>> = {
  open: 'not settled yet',
  late: 'issued when the answer was known',
  annulled: 'annulled',
  ambiguous: 'ambiguous',
  narrative: 'on narratives',
  unknown: 'on scenarios that the case no longer has',
};

function countLine({ resolved, scenarios }: Score): string {
  if (resolved === 0) return 'No forecast in the ledger has been resolved.';
  return `${resolved} ${resolved === 1 ? 'forecast' : 'forecasts'} of ${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'} resolved`;
}

const cellsOf = ({ resolved, brier, log, murphy, skill }: Score): string[] => [
  String(resolved),
  digits(brier),
  digits(log),
  digits(murphy?.reliability),
  digits(murphy?.resolution),
  digits(murphy?.uncertainty),
  saySkill(skill.fiftyFifty),
  saySkill(skill.noChange),
  saySkill(skill.accounts),
];

const digits = (x: number | undefined): string => (x === undefined ? '–' : x === Infinity ? '∞' : x.toFixed(3));

const saySkill = ({ skill }: Skill): string =>
  skill === undefined ? '–' : `${skill < 0 ? '−' : '+'}${Math.abs(skill).toFixed(2)}`;

/** Columns of the plot: one for every two per cent. */
const STEPS = 50;
const place = (share: number): number => Math.round(share * STEPS);

const scale = (): string => `0 %${'50 %'.padStart(STEPS / 2)}${'100 %'.padStart(STEPS / 2 - 1)}`;

function plot({ mean, share, interval }: CalibrationBin): string {
  const cells: string[] = Array.from({ length: STEPS + 1 }, (_, k) =>
    k >= place(interval.low) && k <= place(interval.high) ? '─' : ' ',
  );
  cells[place(mean)] = '│';
  cells[place(share!)] = '●';
  return cells.join('').trimEnd();
}
