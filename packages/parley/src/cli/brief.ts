import {
  briefHtml,
  briefMarkdown,
  briefOf,
  briefText,
  sayInput,
  wordsOf,
  type BriefForecast,
  type Words,
} from '@parley/core/brief';
import type { Case } from '@parley/core/case';
import { caseStability, compileGraph, TooLarge, type CaseStability } from '@parley/core/graph';
import { caseDeals, type DealsReport } from '@parley/core/bargaining';
import { analyse, blocksReport, type MeetingReach } from '@parley/core/preconditions';
import { briefForecast } from '../desk/brief-forecast.ts';
import { caseHash } from '../desk/case-hash.ts';
import { statesOf } from '../desk/deals.ts';
import { seeCase, type ViewFlags } from './case-argument.ts';
import { version } from './version.ts';
import { save } from './save.ts';
import { print, printJson, progress, terminalColumns, terminalStyle, type ExitCode } from './output.ts';

export async function brief(
  path: string | undefined,
  flags: ViewFlags & { full?: boolean; html?: string; md?: string },
): Promise<ExitCode> {
  const seen = await seeCase(path, flags);
  if (seen === undefined) return 1;
  const found = analyse(seen.case, { onProgress: progress() });
  const blocks = blocksReport(seen.case, found);
  const hash = caseHash(seen.case, seen.open);
  const words = wordsOf(seen.case);
  const { forecast } = briefForecast(seen.case, hash, version());
  const result = briefOf(seen.case, blocks, {
    caseHash: hash,
    version: version(),
    letters: seen.letters,
    ...briefStability(seen.case),
    ...briefDeals(seen.case, found.meetings),
    ...(forecast === undefined ? {} : { forecast: inWords(forecast, seen.case, words) }),
  });
  const written = [
    ...(flags.html === undefined ? [] : [save(flags.html, briefHtml(result))]),
    ...(flags.md === undefined ? [] : [save(flags.md, briefMarkdown(result))]),
  ];
  if (flags.json === true) printJson(result);
  else if (written.length === 0)
    print(briefText(result, { columns: terminalColumns(), style: terminalStyle(), full: flags.full === true }));
  else for (const file of written) if (file !== '-') process.stderr.write(`Wrote ${file}\n`);
  return 0;
}

/** More states than this would keep the reader of a brief waiting; `parley stability` takes them. */
const BRIEF_STATES = 2 ** 16;

/** What is stable, where the case says enough for it. */
function briefStability(given: Case): { stability?: CaseStability } {
  try {
    const { graph } = compileGraph(given, { memoryLimit: 2 ** 28 });
    if (graph === undefined || graph.nodes > BRIEF_STATES) return {};
    return { stability: caseStability(graph, { concepts: ['nash', 'sseq', 'seq', 'smr', 'gmr'], workLimit: 1e8 }) };
  } catch (error) {
    if (error instanceof TooLarge) return {};
    throw error;
  }
}

/** Which deals exist, where the parties say what issues are worth to them and nothing is wrong with what they say. */
function briefDeals(given: Case, meetings: readonly MeetingReach[]): { deals?: DealsReport } {
  const { report } = caseDeals(given, { state: statesOf(meetings) });
  return report === undefined ? {} : { deals: report };
}

/** What a scenario hangs on, said for people. */
function inWords(forecast: BriefForecast, given: Case, words: Words): BriefForecast {
  const scenarios = forecast.scenarios.map((s) =>
    s.hangsOn === undefined ? s : { ...s, hangsOn: sayInput(s.hangsOn, given, words) },
  );
  return { ...forecast, scenarios };
}
