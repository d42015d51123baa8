import { debriefHtml, debriefMarkdown, debriefText } from '@parley/core/brief';
import { TIMELESS } from '@parley/core/case';
import { caseHash } from '../desk/case-hash.ts';
import { debriefing } from '../desk/debrief.ts';
import { UsageError } from '../desk/usage.ts';
import { save } from './save.ts';
import { seeCase, tellProblems, viewFrom, type ViewFlags } from './case-argument.ts';
import { version } from './version.ts';
import { print, printDiagnostics, printJson, terminalColumns, terminalStyle, type ExitCode } from './output.ts';

export async function debrief(
  path: string | undefined,
  flags: ViewFlags & { hideOutcome?: boolean; html?: string; md?: string },
): Promise<ExitCode> {
  const seen = await seeCase(path, flags);
  if (seen === undefined) return 1;
  if (seen.case.asOf === TIMELESS || ![...seen.case.scenarios.values()].some((s) => s.resolves))
    throw new UsageError(
      `${seen.case.title} has no ${seen.case.asOf === TIMELESS ? 'day' : 'scenario that comes true or not'}, so there is nothing to debrief.`,
      'Give the case an `as-of:` and `scenarios:`.',
    );
  const result = await debriefing(seen.open, seen.case, {
    ...viewFrom(flags),
    hideOutcome: flags.hideOutcome === true,
    caseHash: caseHash(seen.case, seen.open),
    version: version(),
    letters: seen.letters,
  });
  if (result.debrief === undefined) {
    tellProblems(result.problems, path, flags);
    return 1;
  }
  if (flags.redact !== true && flags.json !== true) printDiagnostics(result.warnings, path ?? '');
  const written = [
    ...(flags.html === undefined ? [] : [save(flags.html, debriefHtml(result.debrief))]),
    ...(flags.md === undefined ? [] : [save(flags.md, debriefMarkdown(result.debrief))]),
  ];
  if (flags.json === true) printJson(debriefJson(result.debrief));
  else if (written.length === 0)
    print(debriefText(result.debrief, { columns: terminalColumns(), style: terminalStyle() }));
  else for (const file of written) if (file !== '-') process.stderr.write(`Wrote ${file}\n`);
  return 0;
}

/** JSON has no infinity; a certainty that failed is the text “Infinity”. */
const debriefJson = (value: object): unknown =>
  JSON.parse(JSON.stringify(value, (_, inside: unknown) => (inside === Infinity ? 'Infinity' : inside)));
