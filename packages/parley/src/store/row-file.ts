/**
 * A file of rows beside a case: YAML in which every row is one line, `  id: { "kind": "event", … }`, so that git shows what
 * changed row by row, comments may stand between them, and forty thousand rows are read in a second (the lines are JSON;
 * the YAML library takes two seconds a megabyte). A file that somebody laid out otherwise is read by that library, and
 * stays as laid out.
 */
import { isMap, parseDocument } from 'yaml';
import { parseYaml } from '@parley/core/case-file';

export type FileRow = Readonly<Record<string, unknown>>;

export interface RowFile {
  readonly text: string;
  /** Whether every row stands on a line of its own. */
  readonly isLined: boolean;
  readonly rows: ReadonlyMap<string, FileRow>;
}

export interface RowFormat {
  /** The key that the rows stand under. */
  readonly key: string;
  /** Comment lines for a new file. */
  readonly header: string;
}

const ROW = /^ {2}([a-z0-9][a-z0-9-]*): (\{.*\})\r?$/;

/** A string says what is wrong with the file. */
export function readRowFile(text: string, { key }: RowFormat, file: string): RowFile | string {
  const lined = readLines(text, key);
  if (lined !== undefined) return { text, isLined: true, rows: lined };
  const { value, problems } = parseYaml(text, file);
  const [problem] = problems;
  if (problem !== undefined) return `${file}:${problem.place.line}:${problem.place.column}  ${problem.message}`;
  const given = (value as Record<string, unknown> | null | undefined)?.[key] ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) return `${file}: “${key}” is not a map of rows.`;
  const rows = new Map<string, FileRow>();
  for (const [id, row] of Object.entries(given as object)) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return `${file}: “${id}” is not a row.`;
    rows.set(id, row as FileRow);
  }
  return { text, isLined: false, rows };
}

function readLines(text: string, key: string): Map<string, FileRow> | undefined {
  const rows = new Map<string, FileRow>();
  for (const line of text.split('\n')) {
    const row = ROW.exec(line);
    if (row === null) {
      if (/^\s*(?:#.*)?$/.test(line) || line.trimEnd() === 'parley: 1' || /^\w+:(?: \{\})?\s*$/.test(line)) {
        if (/^\w/.test(line) && !line.startsWith('parley:') && !line.startsWith(`${key}:`)) return undefined;
        continue;
      }
      return undefined;
    }
    try {
      if (rows.has(row[1]!)) return undefined;
      rows.set(row[1]!, JSON.parse(row[2]!) as FileRow);
    } catch {
      return undefined;
    }
  }
  return rows;
}

export interface RowChanges {
  readonly removed?: ReadonlySet<string>;
  /** Rows that are new, or written anew in their place. */
  readonly put?: ReadonlyMap<string, FileRow>;
}

/** The text with rows changed; whatever else stands in the file stays. */
export function withRows(file: RowFile | undefined, format: RowFormat, { removed, put }: RowChanges): string {
  if (file === undefined) {
    const lines = [...(put ?? [])].map(([id, row]) => rowLine(id, row));
    return `${format.header}\nparley: 1\n${format.key}:${lines.length === 0 ? ' {}' : ''}\n${lines.map((line) => `${line}\n`).join('')}`;
  }
  if (!file.isLined) return inDocument(file.text, format, { ...(removed && { removed }), ...(put && { put }) });
  const left = new Map(put ?? []);
  const end = file.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = file.text.split('\n').flatMap((line) => {
    const id = ROW.exec(line)?.[1];
    if (id === undefined) return [line];
    if (removed?.has(id) === true) return [];
    const row = left.get(id);
    if (row === undefined) return [line];
    left.delete(id);
    return [isSame(row, file.rows.get(id)) ? line : rowLine(id, row) + (line.endsWith('\r') ? '\r' : '')];
  });
  let text = lines.join('\n');
  const rows = [...left].map(([id, row]) => `${rowLine(id, row)}${end}`).join('');
  if (rows !== '') {
    if (!text.endsWith('\n')) text += end;
    if (!new RegExp(`^${format.key}:`, 'm').test(text)) text += `${format.key}:${end}`;
    text += rows;
  }
  // `rows: {}` and `rows:` with nothing below are the same.
  const hasRows = lines.some((line) => ROW.test(line)) || rows !== '';
  return text.replace(new RegExp(`^${format.key}:(?: \\{\\})?(\\r?)$`, 'm'), `${format.key}:${hasRows ? '' : ' {}'}$1`);
}

const rowLine = (id: string, row: FileRow): string => `  ${id}: ${inLine(row)}`;

export const isSame = (a: FileRow, b: FileRow | undefined): boolean =>
  b !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** JSON with a space after commas and colons, as one would write it by hand. */
function inLine(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(inLine).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inside]) => inside !== undefined);
    if (entries.length === 0) return '{}';
    return `{ ${entries.map(([key, inside]) => `${JSON.stringify(key)}: ${inLine(inside)}`).join(', ')} }`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** By the library, which keeps comments and order. */
function inDocument(text: string, { key }: RowFormat, { removed, put }: RowChanges): string {
  const document = parseDocument(text);
  if (!isMap(document.get(key))) document.set(key, document.createNode({}));
  for (const id of removed ?? []) document.deleteIn([key, id]);
  for (const [id, row] of put ?? []) {
    const before: unknown = document.getIn([key, id]);
    if (isMap(before) && isSame(row, before.toJSON() as FileRow)) continue;
    document.setIn([key, id], document.createNode(row));
  }
  return document.toString({ lineWidth: 0 });
}
