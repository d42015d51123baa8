/** The case a command works on, and the switches that say how it is to be seen. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { lettersOf } from '@parley/core/brief';
import { redacted, type Case, type Diagnostic } from '@parley/core/case';
import { caseFolder, openCase, viewOf, type OpenCase, type View } from '../desk/open-case.ts';
import { diagnosticJson, printDiagnostics, printJson } from './output.ts';

export interface ViewFlags {
  asOf?: string;
  inferred: boolean;
  redact?: boolean;
  json?: boolean;
}

/** The bundled Istanbul case. */
export function bundledCase(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const folder = join(here, '..', '..', '..', '..', 'cases', 'istanbul-2025');
  return existsSync(folder) ? folder : join(here, '..', '..', 'cases', 'istanbul-2025');
}

export function addViewFlags(command: Command): Command {
  return command
    .argument('[case]', 'case folder (default: the bundled Istanbul case)')
    .option('--as-of <date>', 'the case as it could be known at the end of that day')
    .option('--no-inferred', 'leave out rows that the analyst inferred')
    .option('--redact', 'leave out what is confidential and what rests on it alone')
    .option('--json', 'print data for programs');
}

export function viewFrom(flags: ViewFlags): View {
  return {
    ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }),
    inferred: flags.inferred,
    ...(flags.redact === undefined ? {} : { redact: flags.redact }),
  };
}

export interface SeenCase {
  readonly folder: string;
  readonly open: OpenCase;
  readonly case: Case;
  /** A source keeps its letter on every day; only redaction renames, since a gap would tell. */
  readonly letters: ReadonlyMap<string, string>;
}

/** Opens the case as the flags ask; undefined after its problems were printed. */
export async function seeCase(path: string | undefined, flags: ViewFlags): Promise<SeenCase | undefined> {
  const folder = path ?? bundledCase();
  const view = viewFrom(flags);
  const { open, problems } = await openCase(caseFolder(folder));
  if (open === undefined) {
    tellProblems(problems, path, flags);
    return undefined;
  }
  const whole = flags.redact === true ? redacted(open.case) : open.case;
  return { folder, open, case: viewOf(open.case, view), letters: lettersOf(whole.sources.keys()) };
}

/** Prints what stands in the way; with --redact without the words of the file. */
export function tellProblems(problems: readonly Diagnostic[], path: string | undefined, flags: ViewFlags): void {
  const told = flags.redact === true ? problems.map(withheld) : problems;
  if (flags.json === true) printJson({ problems: told.map(diagnosticJson) });
  printDiagnostics(told, path ?? '');
}

/** A problem without its words: the line and the message may quote what is confidential. */
export function withheld(d: Diagnostic): Diagnostic {
  const message = `There is a problem here (${d.code}); without --redact it is told in full.`;
  return { ...d, message, place: { ...d.place, lineText: '' } };
}
