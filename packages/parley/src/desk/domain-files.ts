/**
 * Negotiation domains of other programs from disk: one folder, a whole tree of them, or files that are named. Sizes are
 * checked before reading; what is wrong is told with its file and, where it can be found, its line.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { BargainingProblem, ProblemFinding } from '@parley/core/bargaining';
import {
  readDomain,
  type DomainFormat,
  type DomainOptions,
  type ImportFinding,
  type NamedText,
} from '@parley/core/domain-files';
import { sayError } from '../store/files.ts';
import { sayFinding } from './domain-words.ts';
import { UsageError } from './usage.ts';

export interface Told {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

export interface ReadDomain {
  readonly name: string;
  readonly format?: DomainFormat;
  /** Only where nothing is wrong. */
  readonly problem?: BargainingProblem;
  readonly told: readonly Told[];
}

/** As for a source of a case; all files of one domain together may have five times as much. */
const MOST_BYTES = 20_000_000;
const MOST_BYTES_TOGETHER = 100_000_000;
const MOST_FILES = 200;
const MOST_FOLDERS = 20_000;
const ENDINGS = /\.(xml|json|ya?ml|txt)$/i;

/** A domain that lies in a folder. */
export function domainIn(folder: string, options: DomainOptions = {}): ReadDomain {
  const read = textsIn(folder);
  if ('told' in read) return { name: basename(folder), told: [read.told] };
  return domainOf(basename(folder), read.texts, options, folder);
}

/** A domain of files that are named one by one. */
export function domainOfFiles(paths: readonly string[], options: DomainOptions = {}): ReadDomain {
  const texts: NamedText[] = [];
  for (const path of paths) {
    const read = textOf(path, path);
    if ('told' in read) throw new UsageError(`${path}: ${read.told.message}`);
    texts.push(read);
  }
  return domainOf(paths.map((path) => basename(path)).join(', '), texts, options, '');
}

function domainOf(name: string, texts: readonly NamedText[], options: DomainOptions, folder: string): ReadDomain {
  const { format, problem, findings, files } = readDomain(texts, options);
  const told = findings.map((finding): Told => {
    const place = placeOf(
      finding,
      files.flatMap((own) => texts.find((text) => text.name === own) ?? []),
    );
    return {
      severity: finding.severity,
      code: finding.code,
      file: place.file === '' ? folder : join(folder, place.file),
      ...(place.line !== undefined && { line: place.line }),
      message: sayFinding(finding),
    };
  });
  return { name, told, ...(format !== undefined && { format }), ...(problem !== undefined && { problem }) };
}

/** Where a finding belongs: its file, or the profile named for its party; its line, or that of the issue it is about. */
function placeOf(
  finding: ImportFinding | ProblemFinding,
  texts: readonly NamedText[],
): { readonly file: string; readonly line?: number } {
  const stemOf = (text: NamedText): string => basename(text.name).replace(/\.[^.]+$/, '');
  const party = 'party' in finding ? finding.party?.replace(/ \(\d+\)$/, '') : undefined;
  const text =
    'file' in finding
      ? texts.find(({ name }) => name === finding.file)
      : (texts.find((its) => stemOf(its) === party) ??
        texts.find((its) => party !== undefined && its.text.includes(party)) ??
        texts[0]);
  const file = 'file' in finding ? finding.file : (text?.name ?? '');
  if ('line' in finding && finding.line !== undefined) return { file, line: finding.line };
  const word = finding.issue;
  const at = word === undefined || text === undefined ? -1 : text.text.indexOf(word);
  return at < 0 ? { file } : { file, line: text!.text.slice(0, at).split('\n').length };
}

function textsIn(folder: string): { readonly texts: NamedText[] } | { readonly told: Told } {
  const wrong = (message: string): { told: Told } => ({
    told: { severity: 'error', code: 'unreadable', file: folder, message },
  });
  let names: string[];
  try {
    names = filesIn(folder);
    // Score files of LLM-Deliberation lie one level deeper.
    if (names.includes('config.txt') && existsSync(join(folder, 'scores_files')))
      names.push(...filesIn(join(folder, 'scores_files')).map((name) => `scores_files/${name}`));
  } catch (error) {
    return wrong(`This folder cannot be read: ${sayError(error)}`);
  }
  if (names.length > MOST_FILES)
    return wrong(`There are ${names.length} files here; a domain has at most ${MOST_FILES}.`);
  const texts: NamedText[] = [];
  let bytes = 0;
  for (const name of names) {
    const read = textOf(join(folder, name), name);
    if ('told' in read) return read;
    bytes += read.text.length;
    if (bytes > MOST_BYTES_TOGETHER) return wrong(`There are more than ${MOST_BYTES_TOGETHER / 1e6} MB here.`);
    texts.push(read);
  }
  return { texts };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isFile() && ENDINGS.test(entry.name) ? [entry.name] : []))
    .toSorted();

function textOf(path: string, name: string): NamedText | { readonly told: Told } {
  const wrong = (message: string): { told: Told } => ({
    told: { severity: 'error', code: 'unreadable', file: path, message },
  });
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return wrong('This is not a file.');
    if (stat.size > MOST_BYTES)
      return wrong(`This file has ${Math.round(stat.size / 1e6)} MB; at most ${MOST_BYTES / 1e6} MB are read.`);
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    return wrong(error instanceof TypeError ? 'This file is not UTF-8.' : `It cannot be read: ${sayError(error)}`);
  }
}

/** Every folder below (and with) this one that has files of a domain, in the order of their paths. */
export function domainFolders(root: string): string[] {
  let isFolder = false;
  try {
    isFolder = statSync(root).isDirectory();
  } catch {
    throw new UsageError(`There is no folder ${root}.`);
  }
  if (!isFolder) throw new UsageError(`${root} is not a folder.`, 'Name a folder of domain folders.');
  const found: string[] = [];
  const open = [root];
  for (let seen = 1; open.length > 0; seen++) {
    if (seen > MOST_FOLDERS) throw new UsageError(`There are more than ${MOST_FOLDERS} folders below ${root}.`);
    const folder = open.shift()!;
    let entries: { name: string; isDirectory: () => boolean; isFile: () => boolean }[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      throw new UsageError(`${folder} cannot be read: ${sayError(error)}`);
    }
    const names = entries.flatMap((entry) => (entry.isFile() ? [entry.name] : []));
    const isDeliberation = names.includes('config.txt');
    if (isDeliberation || names.some((name) => /\.(xml|json|ya?ml)$/i.test(name))) found.push(folder);
    for (const entry of entries)
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        if (!(isDeliberation && entry.name === 'scores_files')) open.push(join(folder, entry.name));
  }
  return found.toSorted();
}

/** A folder as the user would name it below the root. */
export const below = (root: string, folder: string): string => relative(root, folder) || basename(folder);

/** `file:line  what is wrong`. */
export const sayTold = ({ file, line, severity, message }: Told): string =>
  `${file}${line === undefined ? '' : `:${line}`}  ${severity === 'warning' ? 'warning: ' : ''}${message}`;
