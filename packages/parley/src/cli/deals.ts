import { compileTable, type DealsReport, type TableReport } from '@parley/core/bargaining';
import { dealWordsOf } from '@parley/core/brief';
import type { Case } from '@parley/core/case';
import { dealsOfCase, named } from '../desk/deals.ts';
import { UsageError } from '../desk/usage.ts';
import { save } from './save.ts';
import { seeCase, type ViewFlags } from './case-argument.ts';
import { plotted, type Plotted } from './deals-plot.ts';
import { plotSvg } from './deals-svg.ts';
import { showDeals } from './deals-text.ts';
import { diagnosticJson, print, printDiagnostics, printJson, progress, type ExitCode } from './output.ts';

export interface DealsFlags extends ViewFlags {
  meeting?: string;
  rank?: string;
  assume?: string[];
  issue?: string;
  svg?: string;
  genius?: string[];
}

export async function dealsOf(path: string | undefined, flags: DealsFlags): Promise<ExitCode> {
  if (flags.genius !== undefined) {
    if (path !== undefined) throw new UsageError('--genius reads files, not a case.', 'Leave the case out.');
    return (await import('./deals-genius.ts')).geniusDeals(flags.genius, flags);
  }
  if (flags.meeting !== undefined && flags.rank !== undefined)
    throw new UsageError(
      '--meeting is a meeting of the case and --rank one that nobody has called.',
      'Give one of them.',
    );
  const seen = await seeCase(path, flags);
  if (seen === undefined) return 1;
  const given = seen.case;
  const assume = flags.assume
    ?.flatMap((list) => list.split(','))
    .map((id) => named('issue', id.trim(), given.issues.keys()));
  const bar = progress();
  const { report, problems } = await dealsOfCase(given, seen.open.files, {
    ...(flags.meeting !== undefined && { meeting: named('meeting', flags.meeting, given.meetings.keys()) }),
    ...(flags.rank !== undefined && { rank: named('rank', flags.rank, given.ranks) }),
    ...(flags.issue !== undefined && { issue: named('issue', flags.issue, given.issues.keys()) }),
    ...(assume !== undefined && { assume }),
    onProgress: (done, all) => bar(done, all, 'deals'),
  });
  if (report === undefined) {
    const told =
      flags.redact === true ? problems.map((d) => ({ ...d, place: { ...d.place, lineText: '' } })) : problems;
    if (flags.json === true) printJson({ problems: told.map(diagnosticJson) });
    printDiagnostics(told, path ?? '');
    return 1;
  }
  const plotOf = (table: TableReport): Plotted | undefined => plotOfTable(given, table, assume);
  if (flags.svg !== undefined) {
    const plots = report.tables.flatMap((table) => plotOf(table) ?? []);
    if (plots.length !== 1)
      throw new UsageError(
        plots.length === 0 ? 'There is no table of two parties to draw.' : `There are ${plots.length} tables to draw.`,
        'Choose one with --meeting or --rank.',
      );
    save(flags.svg, plotSvg(plots[0]!));
  }
  if (flags.json === true) print(JSON.stringify({ ...report, ...figures(report) }));
  else if (flags.svg === undefined) showDeals(given, report, plotOf);
  else if (flags.svg !== '-') process.stderr.write(`Wrote ${flags.svg}\n`);
  return 0;
}

/** Where one table was asked for, its figures stand at the top as well: as those of an imported domain do. */
function figures({ tables }: DealsReport): Partial<TableReport> {
  const [table, ...others] = tables;
  if (table === undefined || others.length > 0) return {};
  const { outcomes, paretoSize, complete, nash, egalitarian, kalaiSmorodinsky, kalaiSmorodinskySpread } = table;
  const { utilitarian, relativeUtilitarian, opposition, rationalFraction } = table;
  return {
    outcomes,
    paretoSize,
    complete,
    nash,
    egalitarian,
    kalaiSmorodinsky,
    kalaiSmorodinskySpread,
    utilitarian,
    relativeUtilitarian,
    opposition,
    rationalFraction,
  };
}

function plotOfTable(given: Case, report: TableReport, assume: readonly string[] | undefined): Plotted | undefined {
  const { meeting, rank, parties } = report;
  if (parties.length !== 2) return undefined;
  const { table } = compileTable(given, {
    ...(meeting === null ? { rank: rank ?? undefined } : { meeting }),
    // Who is silent on everything sits there too, and keeps issues off the table.
    parties: [...parties, ...report.assumptions.flatMap((a) => (a.code === 'not-asked' ? [a.party] : []))],
    assume,
  });
  if (table?.problem === undefined) return undefined;
  const words = dealWordsOf(given);
  const names = parties.map(words.party);
  const where =
    meeting === null ? `at rank ${rank ?? 'unknown'}` : `when ${lowerFirst(given.meetings.get(meeting)!.title)}`;
  return plotted(
    `Which deals would ${names.join(' and ')} both take ${where}?`,
    names,
    table.problem(),
    {
      frontier: report.frontier.map(({ utilities }) => utilities),
      nash: report.nash?.utilities,
      statusQuo: report.statusQuo,
      reserved: report.reserved,
    },
    [0, 100],
  );
}

/** Titles of meetings begin with a name or an article; only the article is made small. */
const lowerFirst = (text: string): string => text.replace(/^(The|A|An)\b/, (article) => article.toLowerCase());
