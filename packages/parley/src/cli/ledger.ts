import { padEnd, sayChance, table } from '@parley/core/brief';
import { redacted, sayDay, TIMELESS, withoutInferred, type Case, type Diagnostic } from '@parley/core/case';
import { caseHash } from '../desk/case-hash.ts';
import { chanceFrom, forecasterNamed, ledgerOf, OURSELVES, publish, scenarioNamed } from '../desk/ledger.ts';
import { caseFolder } from '../desk/open-case.ts';
import { dayAsked } from '../desk/score.ts';
import { UsageError } from '../desk/usage.ts';
import type { LedgerLine } from '../store/ledger.ts';
import { bundledCase, seeCase, tellProblems, withheld, type ViewFlags } from './case-argument.ts';
import { version } from './version.ts';
import {
  diagnosticJson,
  print,
  printDiagnostics,
  printJson,
  terminalColumns,
  terminalStyle,
  type ExitCode,
} from './output.ts';

/** `parley ledger [case]`: what was forecast, by whom and when. */
export async function listLedger(path: string | undefined, flags: ViewFlags): Promise<ExitCode> {
  // The ledger goes through days; which of them the case is as of does not matter here.
  const { asOf, ...whole } = flags;
  const seen = await seeCase(path, whole);
  if (seen === undefined) return 1;
  const { ledger, problems, warnings } = ledgerOf(seen.open.files);
  if (problems.length > 0) {
    tellProblems(problems, path, flags);
    return 1;
  }
  const day = dayAsked(asOf);
  const shown = shownScenarios(seen.open.case, flags);
  const lines = ledger.lines
    .filter((line) => day === undefined || line.issued <= day)
    .map((line) => ({
      ...line,
      scenarios: Object.fromEntries(Object.entries(line.scenarios).filter(([id]) => shown(id))),
    }));
  if (flags.json === true) {
    printJson({
      case: seen.folder,
      head: ledger.head,
      lines,
      warnings: flags.redact === true ? [] : warnings.map(diagnosticJson),
    });
    return 0;
  }
  if (flags.redact !== true) printDiagnostics(warnings, path ?? '');
  const style = terminalStyle();
  print(style.bold(`${seen.case.title.toUpperCase()}  LEDGER`));
  if (lines.length === 0)
    print('  Nothing yet. `parley ledger add SCENARIO PROBABILITY --by NAME` adds a forecast of yours.');
  const rows = lines.map((line) => [
    `  ${String(line.line).padStart(4)}`,
    sayDay(line.issued),
    forecaster(line),
    sayScenarios(line),
  ]);
  for (const row of table(
    [['   line', 'as of', 'by', 'chances'], ...rows].slice(rows.length === 0 ? 2 : 0),
    terminalColumns(),
  ))
    print(row);
  if (lines.length > 0) print(style.dim(`  last hash ${ledger.head}`));
  return 0;
}

function shownScenarios(whole: Case, flags: ViewFlags): (id: string) => boolean {
  let seen = flags.redact === true ? redacted(whole) : whole;
  if (!flags.inferred) seen = withoutInferred(seen);
  return (id) => seen.scenarios.has(id) || (flags.redact !== true && !whole.scenarios.has(id));
}

const forecaster = (line: LedgerLine): string => (line.by === OURSELVES ? `parley ${line.version}` : line.by);

const sayScenarios = (line: LedgerLine): string =>
  Object.entries(line.scenarios)
    .map(([id, chance]) => `${id} ${sayChance(chance)}`)
    .join(' · ');

export interface AddFlags {
  by: string;
  asOf?: string;
  json?: boolean;
}

/** `parley ledger add`: a person's forecast. `now` is the clock. */
export async function addForecast(
  scenario: string,
  probability: string,
  path: string | undefined,
  flags: AddFlags,
  now: Date,
): Promise<ExitCode> {
  const by = forecasterNamed(flags.by);
  const chance = chanceFrom(probability);
  const seen = await seeCase(path, {
    inferred: true,
    ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }),
    ...(flags.json === undefined ? {} : { json: flags.json }),
  });
  if (seen === undefined) return 1;
  const id = scenarioNamed(seen.case, scenario);
  if (seen.case.asOf === TIMELESS)
    throw new UsageError('The case has no day of its own, so a forecast needs one.', 'Write --as-of 2025-05-14.');
  const { lines, setAside } = publish(seen.open.files, [
    {
      by,
      issued: seen.case.asOf,
      recorded: now.toISOString(),
      case: caseHash(seen.case, seen.open),
      version: version(),
      scenarios: { [id]: chance },
    },
  ]);
  if (setAside !== undefined) process.stderr.write(`The rest of a torn last line was put into ${setAside}\n`);
  if (flags.json === true) printJson(lines[0]);
  else
    print(`${by}, as of ${sayDay(seen.case.asOf)}: ${id} ${sayChance(chance)} (line ${lines[0]!.line} of the ledger)`);
  return 0;
}

/** `parley ledger check`: whether every line follows the one before it. */
export function checkLedger(path: string | undefined, flags: { json?: boolean; redact?: boolean }): ExitCode {
  const files = caseFolder(path ?? bundledCase());
  const { ledger, ...found } = ledgerOf(files);
  const [problems, warnings] = [found.problems, found.warnings].map((list) =>
    flags.redact === true ? list.map(withheld) : list,
  ) as [readonly Diagnostic[], readonly Diagnostic[]];
  if (flags.json === true)
    printJson({
      lines: ledger.lines.length,
      head: ledger.head,
      problems: problems.map(diagnosticJson),
      warnings: warnings.map(diagnosticJson),
    });
  else {
    printDiagnostics([...problems, ...warnings], path ?? '');
    const count = `${ledger.lines.length} ${ledger.lines.length === 1 ? 'line' : 'lines'}`;
    if (problems.length > 0)
      print(`Of the ledger of ${files.name}, ${count} before the first mistake fit. Nothing was written.`);
    else {
      print(`The ledger of ${files.name} is whole: ${count}, each following the one before it.`);
      print(padEnd('Last hash:', 11) + ledger.head);
      print('Keep that hash elsewhere: lines cut off at the end cannot be noticed otherwise.');
    }
  }
  return problems.length > 0 ? 1 : 0;
}
