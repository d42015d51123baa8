/**
 * The ledger of a case: what was forecast, by whom and when, one JSON object a line in `ledger.jsonl`. Lines are only ever
 * added. Each carries the sha256 of the line before it (`previous`; zeros on the first) and, last, the sha256 of its own
 * text up to there, so that a line which was changed, taken out, put in or moved does not fit.
 *
 * What the chain cannot show: lines cut off at the end, and a chain forged anew from some line on. Whoever wants to rule
 * that out keeps the hash of the last line elsewhere, such as in git or in print.
 *
 * Writers wait for one another at a lock file. One write adds all lines and is taken back if it fails; what a crash leaves
 * of a line is kept in a file of its own before the next is added. A ledger that does not fit is left as it is.
 */
import {
  closeSync,
  constants,
  accessSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isTrouble, sayError, sha256, writeAtomically, type CaseFiles } from './files.ts';
import { acquire } from './lock.ts';

export const LEDGER_FILE = 'ledger.jsonl';
/** Some 40 000 forecasts of fifteen scenarios. */
export const MAX_LEDGER_BYTES = 20_000_000;
const FIRST = '0'.repeat(64);
/** Of a line that does not fit this many bytes are shown. */
const SHOWN = 200;

export interface LedgerEntry {
  /** A person's name, or `parley`. */
  readonly by: string;
  /** It knows what could be known at the end of this day. */
  readonly issued: string;
  /** When it was written down, by the clock of whoever wrote it: a date-time. */
  readonly recorded?: string;
  /** Hash of the case as it was seen. */
  readonly case: string;
  /** Of the parley that wrote the line. */
  readonly version: string;
  readonly seed?: number;
  readonly draws?: number;
  /** Chances by scenario. */
  readonly scenarios: Readonly<Record<string, number>>;
}

export interface LedgerLine extends LedgerEntry {
  /** From 1. */
  readonly line: number;
  /** Of the whole line: what the next one calls `previous`. */
  readonly hash: string;
}

/** `unreadable`: no entry. `changed`: not the text whose hash it carries. `unlinked`: not the line that came next. */
export interface LedgerFault {
  readonly line: number;
  readonly kind: 'unreadable' | 'changed' | 'unlinked';
  /** Of an unreadable line. */
  readonly reason?: string;
  /** The line as it stands, or its beginning. */
  readonly text: string;
}

export interface Ledger {
  /** The lines before the first fault. */
  readonly lines: readonly LedgerLine[];
  readonly faults: readonly LedgerFault[];
  /** What a crash left of a last line, in letters; it counts for nothing. */
  readonly torn?: string;
  /** Hash of the last good line. */
  readonly head: string;
  /** Bytes of the good lines. */
  readonly length: number;
  /** The last line is whole but does not end its line. */
  readonly unended: boolean;
}

const EMPTY: Ledger = { lines: [], faults: [], head: FIRST, length: 0, unended: false };

/** A ledger that is not there is empty. A sentence says why it cannot be read. */
export function readLedger(files: CaseFiles): Ledger | string {
  const bytes = files.read(LEDGER_FILE, MAX_LEDGER_BYTES);
  if (!isTrouble(bytes)) return ledgerIn(bytes);
  switch (bytes.kind) {
    case 'missing':
      return EMPTY;
    case 'outside':
      return 'it leads out of the case folder.';
    case 'too-large':
      return `it has ${(bytes.bytes / 1e6).toFixed(0)} MB; at most ${MAX_LEDGER_BYTES / 1e6} MB are read.`;
    case 'unreadable':
      return bytes.reason;
  }
}

export function ledgerIn(bytes: Buffer): Ledger {
  const lines: LedgerLine[] = [];
  const faults: LedgerFault[] = [];
  let previous = FIRST;
  let head = FIRST;
  let length = 0;
  let at = 0;
  for (let number = 1; at < bytes.length; number++) {
    const end = bytes.indexOf(0x0a, at);
    const raw = bytes.subarray(at, end < 0 ? bytes.length : end);
    const read = entryIn(raw.toString('utf8'));
    const fault: Omit<LedgerFault, 'line' | 'text'> | undefined =
      typeof read === 'string'
        ? { kind: 'unreadable', reason: read }
        : !read.fits
          ? { kind: 'changed' }
          : previous !== '' && read.previous !== previous
            ? { kind: 'unlinked' }
            : undefined;
    if (end < 0 && (fault?.kind === 'unreadable' || fault?.kind === 'changed'))
      return { lines, faults, head, length, unended: false, torn: raw.toString('utf8') };
    const hash = sha256(raw);
    if (fault !== undefined) faults.push({ line: number, ...fault, text: raw.toString('utf8', 0, SHOWN) });
    // After a line that is not what it was the next cannot be held against it.
    previous = fault === undefined || fault.kind === 'unlinked' ? hash : '';
    at = end < 0 ? bytes.length : end + 1;
    if (faults.length === 0 && typeof read !== 'string') {
      lines.push({ ...read.entry, line: number, hash });
      head = hash;
      length = at;
    }
  }
  return { lines, faults, head, length, unended: bytes.length > 0 && bytes.at(-1) !== 0x0a };
}

const SEAL = /,"sha256":"([0-9a-f]{64})"\}$/;

/** What a line says, and whether its own hash fits it; a sentence where it says nothing that can be read. */
function entryIn(text: string): { entry: LedgerEntry; previous: string; fits: boolean } | string {
  const seal = SEAL.exec(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not JSON.';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object.';
  if (seal === null) return 'it does not end with a sha256 of its own.';
  const { previous, ...said } = value as Record<string, unknown>;
  const entry = Object.fromEntries(Object.entries(said).filter(([key]) => key !== 'sha256'));
  const wrong = whatIsWrong(entry);
  if (typeof previous !== 'string') return 'it has no `previous`.';
  if (wrong !== undefined) return wrong;
  return {
    entry: entry as unknown as LedgerEntry,
    previous,
    fits: sha256(text.slice(0, seal.index)) === seal[1],
  };
}

function whatIsWrong(entry: Record<string, unknown>): string | undefined {
  const { by, issued, recorded, version, scenarios, case: hash } = entry;
  for (const [key, text] of Object.entries({
    by,
    version,
    case: hash,
    ...(recorded === undefined ? {} : { recorded }),
  }))
    if (typeof text !== 'string' || text === '') return `\`${key}\` is not text.`;
  if (typeof issued !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(issued)) return '`issued` is not a day.';
  if (typeof scenarios !== 'object' || scenarios === null || Array.isArray(scenarios))
    return '`scenarios` is not a map of chances.';
  for (const [id, chance] of Object.entries(scenarios))
    if (typeof chance !== 'number' || !(chance >= 0 && chance <= 1)) return `the chance of ${id} is not from 0 to 1.`;
  return undefined;
}

/** An entry as a line, without the line break. */
export function ledgerLine(
  { by, issued, recorded, version, seed, draws, scenarios, ...rest }: LedgerEntry,
  previous: string,
): string {
  const text = JSON.stringify({ previous, by, issued, recorded, case: rest.case, version, seed, draws, scenarios });
  const body = text.slice(0, -1);
  return `${body},"sha256":"${sha256(body)}"}`;
}

// --- adding -----------------------------------------------------------------------------------------------------------

/** Adding takes some milliseconds; who has not had the turn by then waits for something else. */
const PATIENCE = 10_000;

export type Refusal =
  | { readonly kind: 'read-only'; readonly path: string }
  | { readonly kind: 'link'; readonly path: string }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'faults'; readonly faults: readonly LedgerFault[] }
  | { readonly kind: 'locked'; readonly lock: string; readonly holder: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Added {
  readonly lines: readonly LedgerLine[];
  /** Where the rest of a torn line was put. */
  readonly setAside?: string;
}

/** Adds entries to the ledger of a case folder, all of them or none. Returns when they are on the disk. */
export function addToLedger(
  folder: string,
  files: CaseFiles,
  entries: readonly LedgerEntry[],
  options: { readonly patience?: number } = {},
): Added | Refusal {
  const path = join(folder, LEDGER_FILE);
  for (const place of [folder, path])
    if (existsSync(place) && !isWritable(place)) return { kind: 'read-only', path: place };
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) return { kind: 'link', path };
  let release: () => void;
  try {
    const lock = acquire(join(folder, `.${LEDGER_FILE}.lock`), options.patience ?? PATIENCE);
    if (typeof lock !== 'function') return { kind: 'locked', ...lock };
    release = lock;
  } catch (error) {
    return { kind: 'failed', reason: sayError(error) };
  }
  try {
    const ledger = readLedger(files);
    if (typeof ledger === 'string') return { kind: 'unreadable', reason: ledger };
    if (ledger.faults.length > 0) return { kind: 'faults', faults: ledger.faults };
    return append(path, ledger, entries);
  } catch (error) {
    return { kind: 'failed', reason: sayError(error) };
  } finally {
    release();
  }
}

export const isRefusal = (result: Added | Refusal): result is Refusal => 'kind' in result;

function append(path: string, ledger: Ledger, entries: readonly LedgerEntry[]): Added | Refusal {
  let { head } = ledger;
  const lines: LedgerLine[] = [];
  let text = ledger.unended ? '\n' : '';
  for (const entry of entries) {
    const line = ledgerLine(entry, head);
    head = sha256(line);
    lines.push({ ...entry, line: ledger.lines.length + lines.length + 1, hash: head });
    text += `${line}\n`;
  }
  const bytes = Buffer.from(text);
  if (ledger.length + bytes.length > MAX_LEDGER_BYTES) return { kind: 'too-large' };
  const file = openSync(path, 'a');
  try {
    let setAside: string | undefined;
    if (ledger.torn !== undefined) {
      const rest = readFileSync(path).subarray(ledger.length);
      setAside = `${path}.torn-${sha256(rest).slice(0, 8)}`;
      writeAtomically(setAside, rest);
      ftruncateSync(file, ledger.length);
    }
    const before = fstatSync(file).size;
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } catch (error) {
      ftruncateSync(file, before);
      throw error;
    }
    return { lines, ...(setAside === undefined ? {} : { setAside }) };
  } finally {
    closeSync(file);
  }
}

/** A folder without any permission to write is meant to stay as it is, also for a user who may do everything. */
function isWritable(path: string): boolean {
  if ((statSync(path).mode & 0o222) === 0) return false;
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
