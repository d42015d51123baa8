/** What all commands share on the terminal: emphasis, problems, JSON, exit codes. */
import { renderDiagnostic, type Diagnostic } from '@parley/core/case';
import type { Style } from '@parley/core/brief';
import { UsageError } from '../desk/usage.ts';

/** 0 fine, 1 the case has a problem, 2 wrong usage or path not found. */
export type ExitCode = 0 | 1 | 2;

const plain = (text: string): string => text;
const ansi =
  (on: string, off: string) =>
  (text: string): string =>
    `\u001B[${on}m${text}\u001B[${off}m`;

/** Emphasis where a person looks: not in pipes, not with NO_COLOR. */
export function terminalStyle(stream: NodeJS.WriteStream = process.stdout): Style {
  const coloured = stream.isTTY && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';
  return coloured
    ? { bold: ansi('1', '22'), dim: ansi('2', '22'), accent: ansi('36', '39') }
    : { bold: plain, dim: plain, accent: plain };
}

export const terminalColumns = (): number => Math.min(120, process.stdout.columns ?? 100);

export function print(text: string): void {
  process.stdout.write(harmless(text.endsWith('\n') ? text : `${text}\n`));
}

/**
 * Text that may hold words of a case file: control characters, with which a file could take over the terminal, are shown
 * as signs. Only our own emphasis goes through.
 */
const harmless = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/\u001B\[(?:1|2|22|36|39)m|[\0-\u0008\u000B-\u001F\u007F-\u009F]/g, (found) =>
    found.length > 1 ? found : found < ' ' ? String.fromCodePoint(0x2400 + found.codePointAt(0)!) : '\uFFFD',
  );

export function printJson(value: unknown): void {
  print(
    JSON.stringify(value, (_, inside: unknown) => (inside instanceof Map ? Object.fromEntries(inside) : inside), 2),
  );
}

/**
 * An object whose lists may be long, each item on a line of its own and written as it comes: a hundred megabytes of JSON need
 * not be held at once.
 */
export function printLongJson(value: Readonly<Record<string, unknown>>): void {
  print('{');
  const entries = Object.entries(value);
  for (const [k, [key, inside]] of entries.entries()) {
    const comma = k < entries.length - 1 ? ',' : '';
    if (!Array.isArray(inside) || inside.length === 0) {
      print(`  ${JSON.stringify(key)}: ${JSON.stringify(inside)}${comma}`);
      continue;
    }
    print(`  ${JSON.stringify(key)}: [`);
    for (let from = 0; from < inside.length; from += ITEMS_AT_ONCE) {
      const items = inside.slice(from, from + ITEMS_AT_ONCE).map((item) => `    ${JSON.stringify(item)}`);
      print(`${items.join(',\n')}${from + ITEMS_AT_ONCE < inside.length ? ',' : ''}`);
    }
    print(`  ]${comma}`);
  }
  print('}');
}

const ITEMS_AT_ONCE = 500;

/** A line on the error stream, which may hold words of a file. */
export function printError(text: string): void {
  process.stderr.write(harmless(`${text}\n`));
}

/** Diagnostics on the error stream, each with its line; at most 50, and how many more. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], folder: string): void {
  const shown = diagnostics
    .slice(0, 50)
    .map((d) => renderDiagnostic({ ...d, place: { ...d.place, file: inFolder(folder, d.place.file) } }));
  if (diagnostics.length > 50) shown.push(`… and ${diagnostics.length - 50} more.`);
  if (shown.length > 0) process.stderr.write(harmless(`${shown.join('\n\n')}\n`));
}

/** A file of the case as the user would name it; the case may have been named by that file. */
const inFolder = (folder: string, file: string): string =>
  folder === '' || folder === '.' || folder === file
    ? file
    : folder.endsWith(`/${file}`)
      ? folder
      : `${folder.replace(/\/$/, '')}/${file}`;

/** The public form of a diagnostic; field names are a promise. */
export function diagnosticJson(d: Diagnostic): {
  code: string;
  file: string;
  line: number;
  column: number;
  message: string;
} {
  return { code: d.code, file: d.place.file, line: d.place.line, column: d.place.column, message: d.message };
}

/** Says what went wrong in words; the trace of a bug only when asked for. */
export function reportFailure(error: unknown): ExitCode {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}${error.advice === '' ? '' : `\n${error.advice}`}\n`);
    return 2;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `Something went wrong inside parley: ${message}\nNothing was written. This is a bug; PARLEY_DEBUG=1 shows where.\n`,
  );
  if (process.env['PARLEY_DEBUG'] !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`);
  return 1;
}

/** One line that says how far long work is; only on a terminal, and only once it has taken a second. */
export function progress(): (done: number, total: number, what: string) => void {
  const began = Date.now();
  let shown = false;
  return (done, total, what) => {
    if (!process.stderr.isTTY || Date.now() - began < 1000) return;
    if (done >= total) {
      if (shown) process.stderr.write('\r\u001B[K');
      return;
    }
    shown = true;
    const bar = '█'.repeat(Math.round((20 * done) / Math.max(1, total))).padEnd(20, '░');
    process.stderr.write(`\r\u001B[K${bar} ${done}/${total}  ${what.slice(0, 60)}`);
  };
}
