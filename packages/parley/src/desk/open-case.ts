/**
 * Opens a case folder: reads `case.yaml` and its sources, anchors every quote, and gives the case as it is asked for —
 * as of a day, without inferred rows, without what is confidential.
 */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  asKnownOn,
  assemble,
  diagnostic,
  lastDay,
  MAX_CASE_BYTES,
  MAX_PROBLEMS,
  nearestName,
  noPlaces,
  redacted,
  SECTIONS,
  TIMELESS,
  withoutInferred,
  type Case,
  type Diagnostic,
  type Place,
  type Quotation,
  type Places,
} from '@parley/core/case';
import { anchorQuote, fold, prepare, type Found, type SourceText } from '@parley/core/evidence';
import { folderFiles, isTrouble, sha256, type CaseFiles, type FileTrouble } from '../store/files.ts';
import { keepReading, keptReading } from '../store/reading-cache.ts';
import { UsageError } from './usage.ts';

/** A source may have at most this many bytes (design, “Safe”). */
export const MAX_SOURCE_BYTES = 20_000_000;
export const CASE_FILE = 'case.yaml';

export interface View {
  /** The case as it could be known on this day. */
  readonly asOf?: string;
  /** False leaves out inferred rows. */
  readonly inferred?: boolean;
  /** True leaves out what is confidential. */
  readonly redact?: boolean;
}

export interface LoadedSource {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly text: SourceText;
}

/** A quote of the case and where its source has it. */
export interface AnchoredQuote {
  readonly quotation: Quotation;
  readonly found: Found;
}

export interface OpenCase {
  readonly files: CaseFiles;
  readonly case: Case;
  /** sha256 of `case.yaml` and its sources, in the order of the file. */
  readonly hash: string;
  readonly sources: ReadonlyMap<string, LoadedSource>;
  readonly anchors: readonly AnchoredQuote[];
  readonly warnings: readonly Diagnostic[];
}

export interface Opened {
  readonly open?: OpenCase;
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/** Finds the case folder for what the user named: a folder, or the `case.yaml` in it. */
export function caseFolder(path: string): CaseFiles {
  if (!existsSync(path))
    throw new UsageError(
      `There is no case at ${path}.`,
      'Name a case folder, or make one with `parley new DIR articles…`.',
    );
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  if (folder !== path && basename(path) !== CASE_FILE)
    throw new UsageError(`${path} is not a case.`, `A case is a folder with a ${CASE_FILE} in it.`);
  if (!existsSync(join(folder, CASE_FILE)))
    throw new UsageError(`There is no ${CASE_FILE} in ${path}.`, 'Make a case with `parley new DIR articles…`.');
  return folderFiles(folder);
}

export async function openCase(files: CaseFiles): Promise<Opened> {
  const bytes = files.read(CASE_FILE, MAX_CASE_BYTES);
  if (isTrouble(bytes)) return { problems: [caseTrouble(bytes)], warnings: [] };
  const text = decode(bytes);
  if (typeof text === 'number')
    return { problems: [diagnostic('not-utf8', placeOfByte(bytes, text), { offset: text })], warnings: [] };

  const key = sha256(bytes);
  const kept = keptReading(key);
  if (kept !== undefined) {
    const found: Diagnostic[] = [];
    const places = noPlaces(CASE_FILE);
    const given = assemble(kept, places, found);
    const opened = given === undefined ? { problems: [], warnings: [] } : openSources(files, given, key, places, found);
    // What is wrong is said with its place, and for that the file itself is read.
    if (found.length === 0) return opened;
  }
  const { readCase } = await import('@parley/core/case-file');
  const reading = readCase(text, CASE_FILE);
  if (reading.case === undefined) return { problems: reading.problems, warnings: reading.warnings };
  if (reading.warnings.length === 0) keepReading(key, reading.file!);
  return openSources(files, reading.case, key, reading.yaml!, [...reading.warnings]);
}

function openSources(files: CaseFiles, given: Case, key: string, places: Places, found: Diagnostic[]): Opened {
  const sources = loadSources(files, given, places, found);
  const anchors = anchorAll(given, sources, places, found);
  const problems = found.filter((d) => d.severity === 'error');
  const warnings = found.filter((d) => d.severity === 'warning');
  if (problems.length > 0) return { problems, warnings };
  const hash = sha256([key, ...[...sources.values()].map((s) => s.sha256)].join('\n'));
  return { open: { files, case: given, hash, sources, anchors, warnings }, problems, warnings };
}

/** The case as `view` asks for it. */
export function viewOf(given: Case, view: View): Case {
  let result = given;
  if (view.redact === true) result = redacted(result);
  if (view.asOf !== undefined) {
    if (given.asOf === TIMELESS)
      throw new UsageError('Nothing in this case has a date, so it is the same on every day.', 'Leave --as-of out.');
    const day = lastDay(view.asOf);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
      throw new UsageError(`“${view.asOf}” is not a day: ${day}`, 'Write --as-of 2025-05-14.');
    result = asKnownOn(result, day);
  } else result = asKnownOn(result, result.asOf);
  return view.inferred === false ? withoutInferred(result) : result;
}

/** The text of a UTF-8 file, or the offset of the first byte that is not. A BOM is kept: it counts as one unit. */
export function decode(bytes: Buffer): string | number {
  const text = bytes.toString('utf8');
  if (!text.includes('\uFFFD')) return text;
  // A file may hold the replacement character itself, so what counts is whether the bytes come back.
  const again = Buffer.from(text, 'utf8');
  if (again.equals(bytes)) return text;
  let at = 0;
  while (at < bytes.length && bytes[at] === again[at]) at++;
  return at;
}

function caseTrouble(trouble: FileTrouble): Diagnostic {
  const place = nowhere(CASE_FILE);
  switch (trouble.kind) {
    case 'too-large':
      return diagnostic('too-large', place, { bytes: trouble.bytes, limit: MAX_CASE_BYTES });
    case 'outside':
      return diagnostic('source-outside', place, { file: CASE_FILE });
    case 'missing':
      return diagnostic('source-missing', place, { file: CASE_FILE });
    case 'unreadable':
      return diagnostic('source-unreadable', place, { file: CASE_FILE, reason: trouble.reason });
  }
}

const nowhere = (file: string): Place => ({ file, line: 1, column: 1, length: 0, lineText: '' });

/** Where a byte of `case.yaml` stands. */
function placeOfByte(bytes: Buffer, offset: number): Place {
  const lines = bytes.subarray(0, offset).toString('utf8').split('\n');
  const end = bytes.indexOf(0x0a, offset);
  const lineText = bytes.subarray(bytes.lastIndexOf(0x0a, offset - 1) + 1, end < 0 ? undefined : end).toString('utf8');
  return { file: CASE_FILE, line: lines.length, column: lines.at(-1)!.length + 1, length: 1, lineText };
}

function loadSources(files: CaseFiles, given: Case, places: Places, found: Diagnostic[]): Map<string, LoadedSource> {
  const loaded = new Map<string, LoadedSource>();
  for (const source of given.sources.values()) {
    const place = places.place([...source.path, 'file']);
    const bytes = files.read(source.file, MAX_SOURCE_BYTES);
    if (isTrouble(bytes)) {
      found.push(sourceTrouble(bytes, source.file, place, given));
      continue;
    }
    const text = decode(bytes);
    if (typeof text === 'number') {
      found.push(
        diagnostic('source-unreadable', place, {
          file: source.file,
          reason: `it is not valid UTF-8 (first at byte ${text}).`,
        }),
      );
      continue;
    }
    const hash = sha256(bytes);
    if (source.sha256 !== undefined && source.sha256 !== hash) {
      found.push(
        diagnostic('source-changed', places.place([...source.path, 'sha256']), { file: source.file }, 'warning'),
      );
    }
    loaded.set(source.id, { id: source.id, file: source.file, sha256: hash, text: prepare(text) });
  }
  return loaded;
}

function sourceTrouble(trouble: FileTrouble, file: string, place: Place, given: Case): Diagnostic {
  switch (trouble.kind) {
    case 'outside':
      return diagnostic('source-outside', place, { file });
    case 'missing':
      return diagnostic('source-missing', place, {
        file,
        nearest: nearestName(
          file,
          [...given.sources.values()].map((s) => s.file).filter((f) => f !== file),
        ),
      });
    case 'too-large':
      return diagnostic('too-large', place, { bytes: trouble.bytes, limit: MAX_SOURCE_BYTES });
    case 'unreadable':
      return diagnostic('source-unreadable', place, { file, reason: trouble.reason });
  }
}

/**
 * The nearest passages of quotes that are not there are looked for in this many letters of sources: some seconds. A large
 * source counts as two million, beyond which it is not gone through letter by letter.
 */
const SEARCHED_LETTERS = 50_000_000;
const SCANNED_SOURCE = 2_000_000;

function anchorAll(
  given: Case,
  sources: ReadonlyMap<string, LoadedSource>,
  places: Places,
  found: Diagnostic[],
): AnchoredQuote[] {
  const anchored: AnchoredQuote[] = [];
  let missing = 0;
  let letters = SEARCHED_LETTERS;
  for (const quotation of quotationsOf(given)) {
    const source = sources.get(quotation.source);
    if (source === undefined) continue;
    const place = (): Place => places.place([...quotation.path, 'quote']);
    if (letters <= 0 && isAbsent(source.text, quotation.quote)) {
      found.push(
        diagnostic('quote-not-found', place(), { quote: quotation.quote, source: source.id, searched: false }),
      );
      if (++missing >= MAX_PROBLEMS) break;
      continue;
    }
    const anchor = anchorQuote(source.text, quotation);
    if (anchor.kind === 'not-found') {
      if (anchor.reason === 'absent') letters -= Math.min(source.text.text.length, SCANNED_SOURCE);
      found.push(
        anchor.reason === 'context'
          ? diagnostic('quote-context', place(), { source: source.id, occurrences: anchor.occurrences })
          : diagnostic('quote-not-found', place(), {
              quote: quotation.quote,
              source: source.id,
              nearest: anchor.nearest?.exact,
              searched: true,
            }),
      );
      if (++missing >= MAX_PROBLEMS) break;
      continue;
    }
    if (anchor.fitting > 1)
      found.push(diagnostic('quote-repeated', place(), { source: source.id, occurrences: anchor.fitting }, 'warning'));
    anchored.push({ quotation, found: anchor });
  }
  return anchored;
}

const isAbsent = (source: SourceText, quote: string): boolean =>
  !source.folded.text.includes(fold(quote).text.trim()) && !source.text.includes(quote.trim());

/** Every quotation of a case, in the order of the file's sections. */
export function quotationsOf(given: Case): Quotation[] {
  const quotations: Quotation[] = [];
  const seek = (value: unknown): void => {
    if (value instanceof Map) for (const inside of value.values()) seek(inside);
    else if (Array.isArray(value)) value.forEach(seek);
    else if (typeof value === 'object' && value !== null) {
      if ('quote' in value && 'source' in value) quotations.push(value as Quotation);
      else for (const [key, inside] of Object.entries(value)) if (key !== 'path') seek(inside);
    }
  };
  for (const section of SECTIONS) seek(given[section]);
  return quotations;
}
