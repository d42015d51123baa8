import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { padEnd, table, wordsOf } from '@parley/core/brief';
import { MAX_CASE_BYTES, SECTIONS } from '@parley/core/case';
import { anchorsOf, ANCHOR_FILE, type AnchorReport } from '../desk/anchors.ts';
import { checkCase, type CheckResult } from '../desk/check.ts';
import { caseFolder, CASE_FILE, decode } from '../desk/open-case.ts';
import { UsageError } from '../desk/usage.ts';
import { isTrouble, sayError, writeAtomically } from '../store/files.ts';
import { bundledCase, viewFrom, withheld, type ViewFlags } from './case-argument.ts';
import {
  diagnosticJson,
  print,
  printDiagnostics,
  printJson,
  terminalColumns,
  terminalStyle,
  type ExitCode,
} from './output.ts';

export async function check(
  path: string | undefined,
  flags: ViewFlags & { anchor?: boolean; reanchor?: boolean },
): Promise<ExitCode> {
  const named = path ?? bundledCase();
  const files = caseFolder(named);
  const folder = files.name;
  let result = await checkCase(files, viewFrom(flags));
  let changed = 0;
  if (flags.reanchor === true && result.anchors !== undefined) {
    const bytes = files.read(CASE_FILE, MAX_CASE_BYTES);
    const text = isTrouble(bytes) ? undefined : decode(bytes);
    if (typeof text === 'string') {
      const { withChangedQuotes } = await import('../desk/changed-quotes.ts');
      const rewritten = withChangedQuotes(text, result.anchors);
      changed = rewritten.changed;
      if (changed > 0) save(join(folder, CASE_FILE), rewritten.text);
    }
    result = { ...(await checkCase(files, viewFrom(flags))), anchors: result.anchors };
  }
  if ((flags.anchor === true || flags.reanchor === true) && result.open !== undefined) {
    save(join(folder, ANCHOR_FILE), `${JSON.stringify(anchorsOf(result.open), null, 1)}\n`);
  }
  if (flags.redact === true) result = { ...result, problems: result.problems.map(withheld) };
  if (flags.json === true) printJson(checkJson(result));
  else printCheck(result, folder, path, changed);
  return result.problems.length > 0 ? 1 : 0;
}

/** Writes a file of the case folder; the folder may be anybody's, so a link in it could lead anywhere. */
function save(file: string, content: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true)
    throw new UsageError(`${file} is a link, and nothing is written through links.`, 'Put the file itself there.');
  try {
    writeAtomically(file, content);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${sayError(error)}`);
  }
}

function checkJson(result: CheckResult): object {
  const { coverage, anchors } = result;
  return {
    problems: result.problems.map(diagnosticJson),
    warnings: result.warnings.map(diagnosticJson),
    coverage:
      coverage === undefined
        ? null
        : {
            quoted: coverage.quoted,
            assumed: coverage.assumed,
            inferred: coverage.inferred,
            quantities: coverage.quantities,
            notReported: coverage.notReported,
            sections: coverage.sections,
            speakers: coverage.speakers,
          },
    anchors:
      anchors === undefined
        ? null
        : {
            edited: anchors.edited,
            quotes: anchors.quotes.map(({ stored, outcome }) => ({
              ...outcome,
              source: stored.source,
              exact: stored.selector[0].exact,
              // The words in its place, where they are others.
              ...(outcome.kind === 'changed' ? { now: outcome.exact } : {}),
            })),
          },
  };
}

function printCheck(result: CheckResult, folder: string, path: string | undefined, changed: number): void {
  const style = terminalStyle();
  printDiagnostics([...result.problems, ...result.warnings], path ?? '');
  if (result.anchors !== undefined) printAnchors(result.anchors, changed);
  const { open, coverage, shown } = result;
  if (open === undefined || coverage === undefined || shown === undefined) {
    print(
      `\n${style.bold(`${result.problems.length} ${result.problems.length === 1 ? 'problem' : 'problems'}`)} in ${folder}.${changed > 0 ? '' : ' Nothing was written.'}`,
    );
    return;
  }
  const words = wordsOf(open.case);
  print(
    `${style.bold(open.case.title)} is in order: ${shown.sources} ${shown.sources === 1 ? 'source' : 'sources'}, ${shown.quotes} ${shown.quotes === 1 ? 'quote' : 'quotes'}${shown.quotes > 0 ? ', each found word for word' : ''}.`,
  );
  const kinds = ['quoted', 'assumed', 'inferred'] as const;
  const rows = SECTIONS.filter((s) => kinds.some((kind) => coverage.sections[s][kind] > 0)).map((s) => ({
    name: s === 'redLines' ? 'red lines' : s,
    counts: kinds.map((kind) => coverage.sections[s][kind]),
  }));
  if (rows.length > 0) {
    const total = kinds.map((_, k) => rows.reduce((sum, row) => sum + row.counts[k]!, 0));
    const line = (name: string, cells: readonly (string | number)[]): string =>
      `  ${padEnd(name, 16)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;
    print('');
    print(style.dim(line('rows', kinds)));
    for (const row of rows) print(line(row.name, row.counts));
    print(style.bold(line('all rows', total)));
    print(
      `\n  and ${coverage.quantities} numbers, which all count as assumptions ○: a quote says that, hardly ever how much.`,
    );
  }
  const parties = [...new Set(coverage.notReported.map((hole) => hole.party))];
  if (parties.length > 0) print('\nNot reported:');
  for (const party of parties) {
    const issues = coverage.notReported.filter((hole) => hole.party === party).map((hole) => hole.issue);
    for (const line of table([[`  ∅ ${words.party(party)}`, issues.join(', ')]], terminalColumns())) print(line);
  }
}

function printAnchors(report: AnchorReport, changed: number): void {
  if (report.edited.length === 0) return;
  const style = terminalStyle();
  const count = (kind: string): number => report.quotes.filter((q) => q.outcome.kind === kind).length;
  print(style.bold(`Edited since its quotes were anchored: ${report.edited.join(', ')}`));
  print(
    `  quotes: ${count('same')} where they stood, ${count('moved')} moved, ${count('changed')} changed, ${count('orphan')} no longer there`,
  );
  for (const { stored, outcome } of report.quotes) {
    if (outcome.kind === 'changed') print(`  changed  [${stored.source}] ${outcome.line}`);
    if (outcome.kind === 'orphan') print(`  orphan   [${stored.source}] “${stored.selector[0].exact}”`);
  }
  if (changed > 0) print(`  ${CASE_FILE} has the new words now (quotes brought up to date: ${changed}).`);
  else if (count('changed') > 0) print('  `parley check --reanchor` takes the changed words over into the case.');
  print('');
}
