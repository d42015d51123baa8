/**
 * Changes to files of a case that can be taken back: `undo.json` keeps, of the last twenty, what stood where they cut in,
 * with the hash before and after. Taking one back gives the bytes that were there; where a file was changed since, nothing
 * is touched. Files are written in the order given, each whole; when one cannot be, those before it are put back.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sha256, writeAtomically } from './files.ts';

const UNDO_FILE = 'undo.json';
const MOST_KEPT = 20;
const MOST_LETTERS = 20_000_000;

export interface FileChange {
  /** Inside the folder. */
  readonly file: string;
  /** Undefined: there is no such file. */
  readonly before: string | undefined;
  readonly after: string;
}

interface StoredChange {
  readonly file: string;
  readonly before: string | null;
  readonly after: string;
  /** At this letter `removed` gave way to so many others. */
  readonly at: number;
  readonly removed: string;
  readonly inserted: number;
}

interface Entry {
  readonly what: string;
  readonly files: readonly StoredChange[];
}

export type Undone =
  | {
      readonly kind: 'undone';
      readonly what: string;
      readonly files: readonly string[];
      readonly left: readonly string[];
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changed'; readonly what: string; readonly file: string };

export function writeUndoably(folder: string, what: string, changes: readonly FileChange[]): void {
  const changed = changes.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return;
  const entries = [...entriesOf(folder), { what, files: changed.map(stored) }].slice(-MOST_KEPT);
  const lengths = entries.map(({ files }) => files.reduce((sum, { removed }) => sum + removed.length, 0));
  let total = lengths.reduce((sum, length) => sum + length, 0);
  while (entries.length > 1 && total > MOST_LETTERS) {
    entries.shift();
    total -= lengths.shift()!;
  }
  const journal = readText(folder, UNDO_FILE);
  writeAll(folder, [{ file: UNDO_FILE, before: journal, after: journalText(entries) }, ...changed]);
}

/** `mayDiffer`: files that others rewrite; where one was, it is left as it is. */
export function undoLast(folder: string, mayDiffer: ReadonlySet<string>): Undone {
  const entries = entriesOf(folder);
  const last = entries.pop();
  if (last === undefined) return { kind: 'nothing' };
  const left: string[] = [];
  const back: { file: string; text: string | undefined }[] = [];
  for (const change of last.files) {
    const now = readText(folder, change.file);
    if (now === undefined || sha256(now) !== change.after) {
      if (!mayDiffer.has(change.file)) return { kind: 'changed', what: last.what, file: change.file };
      left.push(change.file);
      continue;
    }
    const then = now.slice(0, change.at) + change.removed + now.slice(change.at + change.inserted);
    if (change.before !== null && sha256(then) !== change.before)
      return { kind: 'changed', what: last.what, file: UNDO_FILE };
    back.push({ file: change.file, text: change.before === null ? undefined : then });
  }
  for (const { file, text } of back) {
    if (text === undefined) rmSync(join(folder, file));
    else writeAtomically(join(folder, file), text);
  }
  if (entries.length === 0) rmSync(join(folder, UNDO_FILE), { force: true });
  else writeAtomically(join(folder, UNDO_FILE), journalText(entries));
  return { kind: 'undone', what: last.what, files: back.map(({ file }) => file), left };
}

function writeAll(folder: string, changes: readonly FileChange[]): void {
  const done: FileChange[] = [];
  try {
    for (const change of changes) {
      writeAtomically(join(folder, change.file), change.after);
      done.push(change);
    }
  } catch (error) {
    for (const { file, before } of done.toReversed()) {
      try {
        if (before === undefined) rmSync(join(folder, file), { force: true });
        else writeAtomically(join(folder, file), before);
      } catch {
        // What went wrong first is what is told.
      }
    }
    throw error;
  }
}

function stored({ file, before, after }: FileChange): StoredChange {
  const old = before ?? '';
  let at = 0;
  const shorter = Math.min(old.length, after.length);
  while (at < shorter && old.charCodeAt(at) === after.charCodeAt(at)) at++;
  let same = 0;
  while (same < shorter - at && old.charCodeAt(old.length - 1 - same) === after.charCodeAt(after.length - 1 - same))
    same++;
  return {
    file,
    before: before === undefined ? null : sha256(before),
    after: sha256(after),
    at,
    removed: old.slice(at, old.length - same),
    inserted: after.length - same - at,
  };
}

const journalText = (entries: readonly Entry[]): string => `${JSON.stringify({ parley: 1, entries }, null, 1)}\n`;

/** A journal that cannot be read is none: it is not the user's work. */
function entriesOf(folder: string): Entry[] {
  try {
    const { entries } = JSON.parse(readText(folder, UNDO_FILE) ?? '{}') as { entries?: unknown };
    return Array.isArray(entries) && entries.every(isEntry) ? entries : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  const { what, files } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof what === 'string' &&
    Array.isArray(files) &&
    files.every(
      (one: Record<string, unknown>) =>
        // The folder may be anybody's: nothing outside of it is written.
        typeof one['file'] === 'string' &&
        /^[\w-]+\.yaml$/.test(one['file']) &&
        (one['before'] === null || typeof one['before'] === 'string') &&
        typeof one['after'] === 'string' &&
        Number.isInteger(one['at']) &&
        typeof one['removed'] === 'string' &&
        Number.isInteger(one['inserted']),
    )
  );
}

function readText(folder: string, file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
