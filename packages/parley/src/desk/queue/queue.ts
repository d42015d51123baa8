/**
 * The queue of a case: `proposals.yaml` holds what waits, `accepted.yaml` and `rejected.yaml` what was decided. A proposal
 * is in one of the three; what was decided does not come back when its source is read again.
 */
import { readRowFile, type FileRow, type RowFile, type RowFormat } from '../../store/row-file.ts';
import { isTrouble, type CaseFiles, type FileTrouble } from '../../store/files.ts';
import { decode } from '../open-case.ts';
import { UsageError } from '../usage.ts';
import type { Proposal } from './proposal.ts';

export interface QueueFile extends RowFormat {
  readonly file: string;
}

export const PROPOSALS: QueueFile = {
  file: 'proposals.yaml',
  key: 'proposals',
  header:
    '# What `parley read` proposes for this case; nothing of it is in case.yaml. `parley proposals` lists it, `parley accept`\n# and `parley reject` decide. Written by the machine: to change a row, accept it and change it in case.yaml.',
};
export const ACCEPTED: QueueFile = {
  file: 'accepted.yaml',
  key: 'accepted',
  header:
    '# Proposals that were accepted, with rule and quote. `as` says what each became in case.yaml; where it is empty, `because`\n# says why a case cannot hold it, and the row is kept here.',
};
export const REJECTED: QueueFile = {
  file: 'rejected.yaml',
  key: 'rejected',
  header: '# Proposals that were rejected. `parley read` does not propose them again.',
};
export const DIFFERENCES: QueueFile = {
  file: 'differences.yaml',
  key: 'differences',
  header:
    '# Where accounts differ. Set `status` to open, explained, or settled by …, and say in `why`; reading again keeps that.\n# `found` is how the reading itself classes it.',
};

const MOST_BYTES = 100_000_000; // 1,000 articles make some 20 MB of proposals

/** Undefined where there is none yet. */
export function openRows(files: CaseFiles, format: QueueFile): RowFile | undefined {
  const bytes = files.read(format.file, MOST_BYTES);
  if (isTrouble(bytes)) {
    if (bytes.kind === 'missing') return undefined;
    throw new UsageError(`${format.file} of ${files.name} cannot be read: ${sayTrouble(bytes)}`);
  }
  const text = decode(bytes);
  if (typeof text === 'number')
    throw new UsageError(`${format.file} of ${files.name} is not valid UTF-8 (first at byte ${text}).`);
  const read = readRowFile(text, format, format.file);
  if (typeof read === 'string') throw new UsageError(read, `Put ${format.file} in order, or delete it.`);
  return read;
}

function sayTrouble(trouble: FileTrouble): string {
  switch (trouble.kind) {
    case 'outside':
      return 'it leads outside the case folder.';
    case 'too-large':
      return `it has ${(trouble.bytes / 1e6).toFixed(0)} MB; at most ${MOST_BYTES / 1e6} MB are read.`;
    case 'missing':
      return 'there is no such file.';
    case 'unreadable':
      return trouble.reason;
  }
}

export interface Queue {
  readonly proposals: RowFile | undefined;
  readonly accepted: RowFile | undefined;
  readonly rejected: RowFile | undefined;
  /** What waits, in the order of the file. */
  readonly waiting: ReadonlyMap<string, Proposal>;
  /** Accepted, but nowhere in the case. */
  readonly kept: ReadonlyMap<string, Proposal>;
}

export function openQueue(files: CaseFiles): Queue {
  const [proposals, accepted, rejected] = [PROPOSALS, ACCEPTED, REJECTED].map((format) => openRows(files, format));
  const waiting = new Map<string, Proposal>();
  for (const [id, row] of proposals?.rows ?? []) {
    // After a crash between two files a row may stand in both.
    if (accepted?.rows.has(id) === true || rejected?.rows.has(id) === true) continue;
    const proposal = proposalFrom(id, row);
    if (typeof proposal === 'string')
      throw new UsageError(`${PROPOSALS.file}: ${id} ${proposal}`, 'Delete the file and read the case again.');
    waiting.set(id, proposal);
  }
  const kept = new Map<string, Proposal>();
  for (const [id, row] of accepted?.rows ?? []) {
    if (!Array.isArray(row['as']) || row['as'].length > 0) continue;
    const own: Record<string, unknown> = { ...row };
    delete own['as'];
    delete own['because'];
    const proposal = proposalFrom(id, own);
    if (typeof proposal !== 'string') kept.set(id, proposal);
  }
  return { proposals, accepted, rejected, waiting, kept };
}

/** The file may have been edited; a row without its words is none. */
function proposalFrom(id: string, row: FileRow): Proposal | string {
  for (const key of ['kind', 'source', 'exact', 'rule']) if (typeof row[key] !== 'string') return `has no ${key}.`;
  for (const key of ['start', 'end']) if (!Number.isInteger(row[key])) return `has no ${key}.`;
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(row['rule'] as string)) return 'has a rule that is no rule’s name.';
  if (row['who'] !== undefined && !isWho(row['who'])) return 'has a `who` that names nobody.';
  const { actorsWho, whoAt } = row;
  if (actorsWho !== undefined && !(Array.isArray(actorsWho) && actorsWho.every(isWho)))
    return 'has actors without names.';
  if (whoAt !== undefined && typeof (whoAt as { exact?: unknown } | null)?.exact !== 'string')
    return 'has no words at `whoAt`.';
  return { ...row, id } as unknown as Proposal;
}

function isWho(value: unknown): boolean {
  const { id, name, type, of } = (value ?? {}) as Record<string, unknown>;
  return [id, name, type].every((one) => typeof one === 'string' && one !== '') && (of === undefined || isWho(of));
}

/** The row as a file keeps it: without the id, which is its key. */
export function fileRow({ id: _, ...row }: Proposal): FileRow {
  return row;
}
