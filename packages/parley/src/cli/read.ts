import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Diagnostic } from '@parley/core/case';
import type { Difference, Entity, Row } from '@parley/core/reading';
import type { Unread } from '../desk/article.ts';
import { caseFolder, CASE_FILE } from '../desk/open-case.ts';
import type { CaseRead, DifferenceTold } from '../desk/queue/read-case.ts';
import { readFiles, type SourceRead } from '../desk/reading/read-files.ts';
import { ROW_KINDS, toldRow } from '../desk/reading/row-told.ts';
import { UsageError } from '../desk/usage.ts';
import { bundledCase } from './case-argument.ts';
import {
  diagnosticJson,
  printDiagnostics,
  printError,
  printJson,
  printLongJson,
  progress,
  type ExitCode,
} from './output.ts';
import { printReading, type ReadingShown } from './read-text.ts';

export interface ReadFlags {
  written?: string[];
  json?: boolean;
}

/** 1 where a file could not be read; what could be is told all the same. */
export async function read(paths: readonly string[], flags: ReadFlags): Promise<ExitCode> {
  const [only] = paths;
  if (only === undefined) return ofCase(bundledCase(), false, flags);
  if (paths.length === 1 && isCase(only)) return ofCase(only, true, flags);
  return ofFiles(paths, flags);
}

const isCase = (path: string): boolean =>
  basename(path) === CASE_FILE || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

async function ofFiles(paths: readonly string[], flags: ReadFlags): Promise<ExitCode> {
  const bar = progress();
  const result = await readFiles(paths, flags.written ?? [], bar);
  bar(paths.length, paths.length, '');
  const { sources, rows, entities, differences, unread } = result;
  if (flags.json === true) {
    printLongJson({
      sources: sources.map(sourceJson),
      ...rowsJson(rows, entities),
      differences: differences.map(differenceJson),
      problems: unread.map(problemJson),
    });
  } else {
    const shown: ReadingShown = { sources: sources.map(sourceShown), rows, entities, differences };
    printReading(shown);
  }
  return tellUnread(unread);
}

async function ofCase(path: string, keep: boolean, flags: ReadFlags): Promise<ExitCode> {
  if (flags.written !== undefined)
    throw new UsageError(
      'The sources of a case carry their own dates.',
      'Write `written: 2025-05-14` under the source in case.yaml.',
    );
  const { readCaseSources } = await import('../desk/queue/read-case.ts');
  const files = caseFolder(path);
  const bar = progress();
  const result = await readCaseSources(files, keep, bar);
  bar(1, 1, '');
  if ('problems' in result) return tellProblems(result.problems, path, flags);
  const rows = [...result.read.rows.values()].flat();
  const { entities } = result.read;
  const { differences, unread } = result;
  if (flags.json === true) {
    printLongJson({
      sources: caseSources(result),
      ...rowsJson(rows, entities),
      differences: differences.map(differenceJson),
      problems: unread.map(problemJson),
      proposals: { fresh: result.fresh, waiting: result.queue.waiting.size, written: keep },
    });
  } else {
    const sources = [...result.open.sources.values()].map(({ id, file }) => ({
      id,
      file,
      asOf: result.open.case.sources.get(id)?.written?.text ?? 'no date; write one as `written:`',
      ...copyShown(result.read.copies.get(id)),
    }));
    printReading({
      sources,
      rows,
      entities,
      differences,
      queue: { fresh: result.fresh, waiting: [...result.queue.waiting.values()], isWritten: keep, folder: path },
    });
  }
  return tellUnread(unread);
}

function tellProblems(problems: readonly Diagnostic[], path: string, flags: ReadFlags): ExitCode {
  if (flags.json === true) printJson({ problems: problems.map(diagnosticJson) });
  printDiagnostics(problems, path);
  return 1;
}

function tellUnread(unread: readonly Unread[]): ExitCode {
  for (const { path, message } of unread) printError(`${path}: ${message}`);
  return unread.length === 0 ? 0 : 1;
}

// --- for programs -------------------------------------------------------------------------------------------------------

function sourceJson({ id, file, sha256, asOf, title, extracted, setAside, copyOf }: SourceRead): object {
  return {
    id,
    file,
    sha256,
    asOf: asOf ?? null,
    ...(title === undefined ? {} : { title }),
    ...(copyOf === undefined ? {} : { copyOf: copyOf.of, copiedShare: copyOf.share }),
    // Offsets of a page's navigation are the file's; it is not in the text.
    setAside: setAside.map(({ start, end, why, inText, exact, page, words }) =>
      inText === undefined
        ? { why, ...(page === undefined ? { inFile: { start, end } } : { page, exact: words }) }
        : { start: inText.start, end: inText.end, why, exact },
    ),
    ...(extracted === undefined ? {} : { text: extracted }),
  };
}

function caseSources({ open, read }: CaseRead): object[] {
  return [...open.sources.values()].map(({ id, file, sha256, text }) => {
    const copy = read.copies.get(id);
    return {
      id,
      file,
      sha256,
      asOf: open.case.sources.get(id)?.written?.text ?? null,
      ...(copy === undefined ? {} : { copyOf: copy.of, copiedShare: copy.share }),
      setAside: (read.setAside.get(id) ?? []).map(({ start, end, why }) => ({
        start,
        end,
        why,
        exact: text.text.slice(start, end),
      })),
    };
  });
}

function rowsJson(rows: readonly Row[], entities: ReadonlyMap<string, Entity>): object {
  const of = (...kinds: readonly Row['kind'][]): object[] =>
    rows.filter(({ kind }) => kinds.includes(kind)).map((row) => toldRow(row, entities));
  return { rows: of(...ROW_KINDS), quotedTerms: of('quoted-term'), dates: of('date'), orders: of('order') };
}

function differenceJson(difference: Difference | DifferenceTold): object {
  const { id, kind, about, sides, rule, status, why } = difference;
  return {
    kind,
    about,
    sides: sides.map(({ source, exact, start, end }) => ({ source, exact, start, end })),
    id,
    rule,
    status,
    ...(why === undefined ? {} : { why }),
  };
}

const problemJson = ({ path, code, message }: Unread): object => ({ file: path, code, message });

// --- for people ---------------------------------------------------------------------------------------------------------

const sourceShown = ({ id, file, asOf, copyOf }: SourceRead): ReadingShown['sources'][number] => ({
  id,
  file,
  asOf: asOf ?? 'no date found; --written DATE gives one',
  ...copyShown(copyOf),
});

const copyShown = (copy: { of: string; share: number } | undefined): { copyOf?: string } =>
  copy === undefined
    ? {}
    : { copyOf: `${copy.share === 1 ? 'the same as' : 'a near-copy of'} [${copy.of}]; not read again` };
