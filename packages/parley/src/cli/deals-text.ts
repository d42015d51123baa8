/** Which deals exist, on a terminal: table by table, what is on it, the solutions, each issue alone, what would open it. */
import type { DealsReport, ReportedSolution, SolutionId, TableReport } from '@parley/core/bargaining';
import {
  dealWordsOf,
  gain,
  padEnd,
  points,
  sayAssumption,
  sayCarrying,
  sayHigher,
  sayOff,
  sayOpenings,
  sayState,
  sayVeto,
  sayZone,
  width,
  wrap,
} from '@parley/core/brief';
import { sayDay, TIMELESS, type Case } from '@parley/core/case';
import { plotLines, type Plotted } from './deals-plot.ts';
import { print, terminalColumns, terminalStyle } from './output.ts';

const SOLUTIONS: readonly (readonly [SolutionId, string])[] = [
  ['nash', 'Nash'],
  ['kalaiSmorodinsky', 'Kalai–Smorodinsky'],
  ['egalitarian', 'egalitarian'],
  ['utilitarian', 'utilitarian'],
];

export function showDeals(given: Case, report: DealsReport, plotOf: (table: TableReport) => Plotted | undefined): void {
  const style = terminalStyle();
  const columns = terminalColumns();
  const words = dealWordsOf(given);
  const para = (text: string, first: string): void =>
    wrap(text, columns - width(first)).forEach((line, k) => print((k === 0 ? first : ' '.repeat(width(first))) + line));

  const when = given.asOf === TIMELESS ? '' : `  ${style.dim(`as of ${sayDay(given.asOf)}`)}`;
  print(`${style.bold(given.title.toUpperCase())}${when}`);
  for (const table of report.tables) showTable(table);
  print('');
  for (const line of wrap(
    'Utilities go from 0 to 100 and are the share of what is at stake at that table. Every weight, score and reserved value is an assumption ○. --issue ID looks at one issue, --rank RANK at a table nobody has called, --assume ID opens a hole.',
    columns,
  ))
    print(style.dim(line));

  function showTable(table: TableReport): void {
    const { meeting, rank, parties, agenda } = table;
    const name = meeting === null ? 'A table' : given.meetings.get(meeting)!.title;
    print('');
    para(
      `${name}${rank === null ? '' : ` — rank ${rank}`}: ${sayState(table.state)}; ${parties.map(words.party).join(', ') || 'nobody whose wishes are reported'}`,
      '',
    );
    print(style.dim('─'.repeat(columns)));
    para(agenda.map(({ issue }) => words.issue(issue)).join(' · ') || 'nothing', '  on the table   ');
    for (const [k, line] of sayOff(table.off, words).entries())
      para(line, k === 0 ? '  off it         ' : ' '.repeat(17));
    if (table.nash === null && table.outcomes === 0) {
      print('');
      para('No deal can be computed here: nothing on the table, or nobody whose wishes are reported.', '  ');
    } else {
      para(
        `${sayZone(table.zone, report.draws)}; ${table.outcomes.toLocaleString('en')} deals, ${table.paretoSize} of them efficient and good enough for all`,
        '  zone           ',
      );
      if (table.openings !== null)
        para(
          sayOpenings(
            table.openings,
            agenda.map(({ issue }) => issue),
            words,
          ),
          '                 ',
        );
      showSolutions(table);
      showPackages(table);
      showAlone(table);
    }
    const notes = [
      ...[...table.ratifiers, ...table.redLines].map((veto) => sayVeto(veto, words)),
      ...table.assumptions.map((a) => `○ ${sayAssumption(a, words)}`),
      ...(table.influences.length === 0 ? [] : [`○ shifted today by: ${table.influences.join(', ')}`]),
      ...(table.carriedBy.length === 0
        ? []
        : [`○ whether the zone is open hangs on ${sayCarrying(table.carriedBy, words)}`]),
    ];
    if (notes.length > 0) print(`\n  ${style.bold('It rests on')}`);
    for (const note of notes) para(note, '  · ');
    if (table.higher !== null) {
      print(`\n  ${style.bold('A higher rank')}`);
      para(sayHigher(table.higher, report.draws, words), '  ');
    }
    const plot = plotOf(table);
    if (plot === undefined) return;
    print('');
    for (const [k, line] of plotLines(plot, columns).entries()) print(`  ${k === 0 ? style.bold(line) : line}`);
  }

  function showSolutions({ parties, reserved, statusQuo, ...table }: TableReport): void {
    const names = parties.map(words.party);
    const cell = Math.max(14, ...names.map((n) => width(n) + 2));
    const row = (title: string, cells: readonly string[]): string =>
      `  ${padEnd(title, 20)}${cells.map((c) => padEnd(c, cell)).join('')}`.trimEnd();
    print('');
    print(style.dim(row('', names)));
    print(row('no deal', reserved.map(points)));
    print(row('as things stand', statusQuo.map(points)));
    const shown: { readonly names: string[]; readonly solution: ReportedSolution }[] = [];
    for (const [id, title] of SOLUTIONS) {
      const solution = table[id];
      if (solution === null) continue;
      const same = shown.find((s) => s.solution.values.join('\n') === solution.values.join('\n'));
      if (same === undefined) shown.push({ names: [title], solution });
      else same.names.push(title);
    }
    for (const { names: titles, solution } of shown) {
      const [first = '', ...others] = titles;
      print(
        style.bold(
          row(
            first,
            solution.utilities.map((u, p) => `${points(u)} (${gain(solution.gains[p]!)})`),
          ),
        ),
      );
      para(words.settled(solution.settles), '    ');
      if (others.length > 0) para(`also ${others.join(', ')}`, '    ');
      parties.forEach((party, p) => {
        const given_ = solution.changes[p]!.filter((c) => c.points < 0);
        const got = solution.changes[p]!.filter((c) => c.points > 0);
        const list = (changes: typeof got): string =>
          changes.map((c) => `${words.issue(c.issue)} ${gain(c.points)}`).join(', ') || 'nothing';
        para(`${words.party(party)} gets ${list(got)}; gives ${list(given_)}`, '    · ');
      });
    }
  }

  function showPackages({ parties, packages, morePackages }: TableReport): void {
    if (packages.length === 0) return;
    print(`\n  ${style.bold('Small packages that everybody gains from')}`);
    packages.forEach((deal, k) => {
      para(words.settled(deal.settles), `  ${k + 1} `);
      print(style.dim(`    ${parties.map((party, p) => `${words.party(party)} ${gain(deal.gains[p]!)}`).join(', ')}`));
    });
    if (morePackages > 0) print(style.dim(`    and ${morePackages} more, of at most three issues`));
  }

  function showAlone({ alone, off }: TableReport): void {
    if (alone.length === 0) {
      if (report.tables.length > 0 && off.length > 0 && alone.length === 0)
        para('The issue asked about is not on this table; see above why.', '\n  ');
      return;
    }
    print(`\n  ${style.bold('Each issue by itself')}`);
    for (const x of alone) {
      const head = `${words.issue(x.issue)}: `;
      if (x.refused === true) para(`${head}not to be had by itself, a condition ties it to others`, '  ? ');
      else if (x.isOpen)
        para(
          `${head}${x.values.map((v) => words.value(x.issue, v)).join(', or ')} — ${sayZone(x, report.draws)}`,
          '  ✓ ',
        );
      else para(`${head}${sayZone(x, report.draws)}; ${sayOpenings(x.openings!, [x.issue], words)}`, '  ✕ ');
      if (x.carriedBy.length > 0) para(`hangs on ${sayCarrying(x.carriedBy, words)} ○`, '      ');
    }
  }
}
