/**
 * `parley read CASE`: reads the sources of a case and brings `proposals.yaml` and `differences.yaml` beside it up to date.
 * `case.yaml` is never touched. Reading the same again changes no byte: ids depend on what was read alone, and what was
 * decided does not come back. A status that somebody gave a difference stays.
 */
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import type { Diagnostic } from '@parley/core/case';
import type { AccountGiven, Difference } from '@parley/core/reading';
import { sayError, sha256, writeAtomically, type CaseFiles } from '../../store/files.ts';
import { keepSources, keptSources } from '../../store/kept-sources.ts';
import { withRows, type FileRow, type RowFile } from '../../store/row-file.ts';
import type { Unread } from '../article.ts';
import { openCase, type OpenCase } from '../open-case.ts';
import { knownOfCase } from '../reading/known-of-case.ts';
import { readAccounts, type AccountsKept, type AccountsRead, type Told } from '../reading/read-accounts.ts';
import { UsageError } from '../usage.ts';
import { locked } from './decide.ts';
import { proposalsOf } from './proposal.ts';
import { DIFFERENCES, fileRow, openQueue, openRows, PROPOSALS, type Queue } from './queue.ts';

export interface DifferenceTold {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly sides: Difference['sides'];
  readonly rule: string;
  /** `open`, `explained`, or what somebody wrote: `settled by …`. */
  readonly status: string;
  readonly why?: string;
}

export interface CaseRead {
  readonly open: OpenCase;
  readonly read: AccountsRead;
  readonly unread: readonly Unread[];
  readonly differences: readonly DifferenceTold[];
  /** How many are new, how many wait in all. */
  readonly fresh: number;
  readonly queue: Queue;
}

export type CaseReading = CaseRead | { readonly problems: readonly Diagnostic[] };

/** `keep: false` writes nothing. */
export async function readCaseSources(files: CaseFiles, keep: boolean, told?: Told): Promise<CaseReading> {
  const { open, problems } = await openCase(files);
  if (open === undefined) return { problems };
  const read = await readSources(files, open, told);
  const found = proposalsOf(read.rows, read.entities, open.case);
  const unread = [...read.notRead].map(([id, { code, message }]): Unread => ({
    path: open.sources.get(id)!.file,
    code,
    message,
  }));
  const update = async (): Promise<CaseRead> => {
    const before = openQueue(files);
    const isDecided = (id: string): boolean =>
      before.accepted?.rows.has(id) === true || before.rejected?.rows.has(id) === true;
    const put = new Map([...found.values()].filter(({ id }) => !isDecided(id)).map((one) => [one.id, fileRow(one)]));
    const rows = before.proposals?.rows ?? new Map<string, FileRow>();
    const removed = new Set([...rows.keys()].filter((id) => !put.has(id)));
    const fresh = [...put.keys()].filter((id) => !rows.has(id)).length;

    const kept = openRows(files, DIFFERENCES);
    const differences = mergedDifferences(kept, read.differences);
    if (keep) {
      save(files, PROPOSALS.file, before.proposals, withRows(before.proposals, PROPOSALS, { removed, put }));
      save(files, DIFFERENCES.file, kept, withRows(kept, DIFFERENCES, differences));
    }
    const queue = { ...before, waiting: new Map([...found].filter(([id]) => !isDecided(id))) };
    return { open, read, unread, differences: toldDifferences(read.differences, kept), fresh, queue };
  };
  return keep ? locked(files, update) : update();
}

/** Sources that were read before are not read again, unless something before them changed. */
async function readSources(files: CaseFiles, open: OpenCase, told?: Told): Promise<AccountsRead> {
  const known = knownOfCase(open.case);
  const accounts = [...accountsOf(open)];
  const names = sha256(JSON.stringify(known));
  const sources = accounts.map(({ id, text, written, outlet }) =>
    sha256(JSON.stringify([id, text, written?.text, outlet])),
  );
  const before = keptSources(files.name, names, sources);
  const rest = accounts.slice(before?.count ?? 0);
  const read = await readAccounts(rest, known, accounts.length, told, before?.state as AccountsKept | undefined);
  if (rest.length > 0) keepSources(files.name, names, sources, read.kept());
  return read;
}

function* accountsOf(open: OpenCase): Generator<AccountGiven> {
  for (const { id, text } of open.sources.values()) {
    const { written, outlet } = open.case.sources.get(id)!;
    yield {
      id,
      text: text.text,
      ...(written === undefined ? {} : { written }),
      ...(outlet === undefined ? {} : { outlet }),
    };
  }
}

function save(files: CaseFiles, file: string, before: RowFile | undefined, after: string): void {
  if (before?.text === after) return;
  try {
    writeAtomically(join(files.name, file), after);
  } catch (error) {
    throw new UsageError(`${file} of ${files.name} cannot be written: ${sayError(error)}`);
  }
}

// --- differences --------------------------------------------------------------------------------------------------------

/** What the file is to say: found ones up to date, those that somebody has judged kept even when they are found no more. */
function mergedDifferences(
  kept: RowFile | undefined,
  found: readonly Difference[],
): { readonly removed: ReadonlySet<string>; readonly put: ReadonlyMap<string, FileRow> } {
  const put = new Map<string, FileRow>();
  const ids = new Set(found.map(({ id }) => id));
  for (const difference of found) put.set(difference.id, differenceRow(difference, kept?.rows.get(difference.id)));
  const removed = new Set<string>();
  for (const [id, row] of kept?.rows ?? []) {
    if (ids.has(id)) continue;
    if (isJudged(row)) put.set(id, { ...row, gone: true });
    else removed.add(id);
  }
  return { removed, put };
}

/** Somebody gave it another status than the reading did. */
const isJudged = (row: FileRow): boolean => row['status'] !== row['found'];

function differenceRow(found: Difference, before: FileRow | undefined): FileRow {
  const own = {
    kind: found.kind,
    about: found.about,
    sides: found.sides.map(({ source, exact, start, end }) => ({ source, exact, start, end })),
    rule: found.rule,
    found: found.status,
  };
  const why = found.why === undefined ? {} : { why: found.why };
  if (before === undefined) return { status: found.status, ...own, ...why };
  const row: Record<string, unknown> = { ...before, ...own };
  delete row['gone'];
  if (!isJudged(before)) Object.assign(row, { status: found.status, ...why });
  return isDeepStrictEqual(row, before) ? before : row;
}

function toldDifferences(found: readonly Difference[], kept: RowFile | undefined): DifferenceTold[] {
  return found.map(({ id, kind, about, sides, rule, status, why }) => {
    const row = kept?.rows.get(id);
    const judged = row !== undefined && isJudged(row) ? row : undefined;
    const reason = typeof judged?.['why'] === 'string' ? judged['why'] : why;
    return {
      id,
      kind,
      about,
      sides,
      rule,
      status: typeof judged?.['status'] === 'string' ? judged['status'] : status,
      ...(reason === undefined ? {} : { why: reason }),
    };
  });
}
