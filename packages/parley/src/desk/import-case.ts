/** `parley import`: a case folder from a model of another program. Nothing that is there is touched. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import {
  diagnostic,
  MAX_CASE_BYTES,
  noPlaces,
  renderDiagnostic,
  type Diagnostic,
  type Places,
} from '@parley/core/case';
import { parseYaml, readCase, type CaseFile } from '@parley/core/case-file';
import { readGmcr, type GmcrNote } from '@parley/core/formats';
import { sayError } from '../store/files.ts';
import { writeCaseFolder } from './new-case.ts';
import { CASE_FILE, decode, MAX_SOURCE_BYTES } from './open-case.ts';
import { fits } from './stability.ts';
import { UsageError } from './usage.ts';

export interface Imported {
  /** Path of `case.yaml`; absent where the file has problems, and then nothing was written. */
  readonly case?: string;
  readonly parties: number;
  readonly options: number;
  /** What did not come along, and what was supposed. */
  readonly notes: readonly GmcrNote[];
  readonly problems: readonly Diagnostic[];
}

const READERS = { '.gmcr': readGmcr } as const;

export function importCase(path: string, folder: string): Imported {
  const extension = extname(path).toLowerCase();
  if (!Object.hasOwn(READERS, extension))
    throw new UsageError(
      `${path} is of no kind that can be read.`,
      `Known are: ${Object.keys(READERS).join(', ')}. Articles are taken in with \`parley new\`.`,
    );
  const read = READERS[extension as keyof typeof READERS];
  const target = freshCase(folder);
  const bytes = bytesOf(path);
  const text = decode(bytes);
  const nothing = { parties: 0, options: 0, notes: [] };
  if (typeof text === 'number')
    return { ...nothing, problems: [diagnostic('not-utf8', noPlaces(path).place([]), { offset: text })] };
  const title = basename(path, extname(path)).replace(/[-_]+/g, ' ').trim() || 'Conflict';
  const { file, problems, notes } = fits(() => read(text, placesIn(text, path), title));
  if (file === undefined) return { ...nothing, problems };
  writeCase(folder, file, path, 'The format has no name for the conflict, no status quo and no dates.');
  const options = Object.values(file.options ?? {}).reduce((sum, own) => sum + Object.keys(own).length, 0);
  return { case: target, parties: Object.keys(file.parties).length, options, notes, problems };
}

/** Path of the `case.yaml` that a folder without one will have. */
export function freshCase(folder: string): string {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UsageError(`${folder} is a file, not a folder.`, 'Name a folder for the case.');
  const target = join(folder, CASE_FILE);
  if (existsSync(target))
    throw new UsageError(`There is a case in ${folder} already.`, 'Name another folder; nothing was changed.');
  return target;
}

/** Writes what was imported, once it is sure that it can be read again. */
export function writeCase(folder: string, file: CaseFile, from: string, comment: string): void {
  const written = caseText(file, `Imported from ${basename(from).replace(/[\r\n]+/g, ' ')}. ${comment}`);
  const bytes = Buffer.byteLength(written);
  if (bytes > MAX_CASE_BYTES)
    throw new UsageError(
      `A case of ${from} would have ${(bytes / 1e6).toFixed(1)} MB; at most ${MAX_CASE_BYTES / 1e6} MB are read.`,
      'Nothing was written.',
    );
  const found = readCase(written, CASE_FILE).problems;
  if (found.length > 0)
    throw new UsageError(
      `${from} makes no case that can be read:\n${found.map(renderDiagnostic).join('\n')}`,
      'Nothing was written.',
    );
  writeCaseFolder(folder, new Map(), written);
}

function bytesOf(path: string): Buffer {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new UsageError(`${path} is not a file.`);
    if (stat.size > MAX_SOURCE_BYTES)
      throw new UsageError(
        `${path} has ${(stat.size / 1e6).toFixed(0)} MB; at most ${MAX_SOURCE_BYTES / 1e6} MB are read.`,
      );
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(isMissing ? `There is no file ${path}.` : `${path} cannot be read: ${sayError(error)}`);
  }
}

/** JSON is YAML, so the places of a JSON file are found as those of a case are; but only when one is asked for. */
function placesIn(text: string, file: string): Places {
  let found: Places | undefined;
  return {
    place: (path, options) => {
      found ??= text.length > MAX_CASE_BYTES ? noPlaces(file) : (parseYaml(text, file).yaml ?? noPlaces(file));
      return found.place(path, options);
    },
  };
}

/** `case.yaml` for editing by hand: one line a ranking, list or table of scores, a blank line between sections. */
function caseText(file: CaseFile, comment: string): string {
  const document = new Document(file);
  visit(document, {
    Pair(_, { key, value }) {
      const name = isScalar(key) ? key.value : undefined;
      if ((name === 'ranking' || name === 'values' || name === 'parties') && isSeq(value)) value.flow = true;
      if (name === 'scores' && isMap(value)) value.flow = true;
    },
  });
  if (isMap(document.contents))
    for (const { key } of document.contents.items.slice(2)) if (isScalar(key) || isMap(key)) key.spaceBefore = true;
  document.commentBefore = ` ${comment}`;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
