/**
 * Accepting and rejecting: proposals leave the queue, accepted ones enter `case.yaml` where they can. All of one call
 * happens or nothing does, and `undo` takes it back to the byte.
 */
import { join } from 'node:path';
import { MAX_CASE_BYTES, type Diagnostic } from '@parley/core/case';
import { readCase } from '@parley/core/case-file';
import { acquire } from '../../store/lock.ts';
import { isTrouble, sayError, type CaseFiles } from '../../store/files.ts';
import { withRows, type FileRow } from '../../store/row-file.ts';
import { undoLast, writeUndoably, type FileChange, type Undone } from '../../store/undo.ts';
import { CASE_FILE, decode, openCase, type OpenCase } from '../open-case.ts';
import { UsageError } from '../usage.ts';
import { withAdded, type Additions } from './added.ts';
import { IntoCase, merge, type Placed, type Unplaced, type Wishes } from './into-case.ts';
import type { Proposal } from './proposal.ts';
import { ACCEPTED, fileRow, openQueue, PROPOSALS, REJECTED, type Queue, type QueueFile } from './queue.ts';

export interface Chosen {
  /** Whole ids, or beginnings that only one has. */
  readonly ids: readonly string[];
  readonly rule?: string;
  readonly source?: string;
  readonly kind?: string;
}

export interface Decided {
  readonly proposal: Proposal;
  /** Where it stands in the case now; nothing for a rejected one, or where a case cannot hold it. */
  readonly as: readonly string[];
  readonly because?: string;
}

export interface Accepting {
  readonly decided: readonly Decided[];
  readonly left: number;
  /** The case as it is has problems: nothing was done. */
  readonly problems: readonly Diagnostic[];
}

export async function accept(files: CaseFiles, chosen: Chosen, wishes: Wishes): Promise<Accepting> {
  return locked(files, async () => {
    const queue = openQueue(files);
    const proposals = chosenOf(queue, chosen).toSorted((a, b) => turn(a) - turn(b));
    const { open, problems } = await openCase(files);
    if (open === undefined) return { decided: [], left: queue.waiting.size, problems };
    const text = caseText(files);
    const { decided, after } = entered(open, text, proposals, wishes);
    const rows = new Map(
      decided.map(({ proposal, as, because }): [string, FileRow] => [
        proposal.id,
        { ...fileRow(proposal), as, ...(because === undefined ? {} : { because }) },
      ]),
    );
    write(files, `accepting ${sayCount(proposals.length)}`, [
      moved(queue, ACCEPTED, queue.accepted, rows),
      { file: CASE_FILE, before: text, after },
      taken(queue, rows),
    ]);
    return { decided, left: leftOf(queue, decided), problems: [] };
  });
}

export async function reject(files: CaseFiles, chosen: Chosen): Promise<Accepting> {
  return locked(files, async () => {
    const queue = openQueue(files);
    const proposals = chosenOf(queue, chosen);
    const rows = new Map(proposals.map((proposal): [string, FileRow] => [proposal.id, fileRow(proposal)]));
    write(files, `rejecting ${sayCount(proposals.length)}`, [
      moved(queue, REJECTED, queue.rejected, rows),
      taken(queue, rows),
    ]);
    const decided = proposals.map((proposal): Decided => ({ proposal, as: [] }));
    return { decided, left: leftOf(queue, decided), problems: [] };
  });
}

export async function undo(files: CaseFiles): Promise<Undone> {
  return locked(files, async () => {
    try {
      // Reading again may have rewritten the queue; it puts back what is no longer decided.
      return undoLast(files.name, new Set([PROPOSALS.file]));
    } catch (error) {
      throw new UsageError(`Nothing could be taken back in ${files.name}: ${sayError(error)}`);
    }
  });
}

// --- entering -----------------------------------------------------------------------------------------------------------

/** States and organisations, then people, then what they do: each may need those before it. */
const turn = ({ kind, who }: Proposal): number => (kind !== 'name' ? 2 : who?.type === 'person' ? 1 : 0);

function entered(
  open: OpenCase,
  text: string,
  proposals: readonly Proposal[],
  wishes: Wishes,
): { readonly decided: readonly Decided[]; readonly after: string } {
  const into = new IntoCase(open.case, open.sources);
  const placings = proposals.map((proposal) => ({ proposal, placing: into.place(proposal, wishes) }));
  const additions: Additions = {};
  for (const { placing } of placings) if ('additions' in placing) merge(additions, placing.additions);
  const after = checked(text, additions);
  if (typeof after === 'string') return { decided: placings.map(decidedAs), after };
  if (proposals.length === 1)
    return { decided: [{ proposal: proposals[0]!, as: [], because: after.reason }], after: text };
  // Some of them do not fit: half by half, until it is found which.
  const middle = Math.ceil(proposals.length / 2);
  const first = entered(open, text, proposals.slice(0, middle), wishes);
  const given = readCase(first.after, CASE_FILE).case;
  if (given === undefined) throw new Error('a case that was in order is no longer');
  const second = entered({ ...open, case: given }, first.after, proposals.slice(middle), wishes);
  return { decided: [...first.decided, ...second.decided], after: second.after };
}

/** The text with the additions, if it is still a case that is in order. */
function checked(text: string, additions: Additions): string | { readonly reason: string } {
  if (Object.keys(additions).length === 0) return text;
  const after = withAdded(text, additions);
  if (typeof after !== 'string') return after;
  if (Buffer.byteLength(after) > MAX_CASE_BYTES)
    throw new UsageError(
      'The case would be larger than the 1 MB that a case may have; nothing was accepted.',
      'Accept fewer: by id, or by a rule and a source together.',
    );
  const [problem] = readCase(after, CASE_FILE).problems;
  return problem === undefined ? after : { reason: `the case would not be in order: ${problem.message}` };
}

const decidedAs = ({ proposal, placing }: { proposal: Proposal; placing: Placed | Unplaced }): Decided =>
  'additions' in placing ? { proposal, as: placing.as } : { proposal, as: [], because: placing.reason };

// --- files --------------------------------------------------------------------------------------------------------------

function caseText(files: CaseFiles): string {
  const bytes = files.read(CASE_FILE, MAX_CASE_BYTES);
  const text = isTrouble(bytes) ? 0 : decode(bytes);
  if (typeof text === 'number')
    throw new UsageError(`${CASE_FILE} of ${files.name} was changed meanwhile.`, 'Try again.');
  return text;
}

const moved = (
  _queue: Queue,
  format: QueueFile,
  file: Queue['accepted'],
  put: ReadonlyMap<string, FileRow>,
): FileChange => ({ file: format.file, before: file?.text, after: withRows(file, format, { put }) });

const taken = (queue: Queue, rows: ReadonlyMap<string, FileRow>): FileChange => ({
  file: PROPOSALS.file,
  before: queue.proposals?.text,
  after: withRows(queue.proposals, PROPOSALS, { removed: new Set(rows.keys()) }),
});

function write(files: CaseFiles, what: string, changes: readonly FileChange[]): void {
  try {
    writeUndoably(files.name, what, changes);
  } catch (error) {
    throw new UsageError(`${files.name} cannot be written: ${sayError(error)}`, 'Nothing was changed.');
  }
}

const PATIENCE = 10_000; // milliseconds; accepting a thousand takes some seconds

/** One at a time: two that write the same file would lose the work of one. */
export async function locked<T>(files: CaseFiles, work: () => Promise<T>): Promise<T> {
  let release: ReturnType<typeof acquire>;
  const lock = join(files.name, '.proposals.lock');
  try {
    release = acquire(lock, PATIENCE);
  } catch (error) {
    throw new UsageError(`${files.name} cannot be written: ${sayError(error)}`);
  }
  if (typeof release !== 'function')
    throw new UsageError(
      `Somebody else is deciding on the proposals of ${files.name} (process ${release.holder}).`,
      `Try again; if nobody is, delete ${release.lock}.`,
    );
  try {
    return await work();
  } finally {
    release();
  }
}

const sayCount = (count: number): string => (count === 1 ? 'one proposal' : `${count} proposals`);

// --- choosing -----------------------------------------------------------------------------------------------------------

function chosenOf(queue: Queue, { ids, rule, source, kind }: Chosen): Proposal[] {
  if (queue.proposals === undefined)
    throw new UsageError('There are no proposals for this case.', 'Make some with `parley read CASE`.');
  const waiting = [...queue.waiting.values()];
  const named = ids.length === 0 ? waiting : [...new Set(ids)].map((id) => oneOf(queue, waiting, id));
  const chosen = named.filter(
    (one) =>
      (rule === undefined || one.rule === rule) &&
      (source === undefined || one.source === source) &&
      (kind === undefined || one.kind === kind),
  );
  if (chosen.length > 0) return [...new Set(chosen)];
  const asked = [rule && `rule ${rule}`, source && `source ${source}`, kind && `kind ${kind}`]
    .filter(Boolean)
    .join(', ');
  throw new UsageError(`No proposal waits with ${asked}.`, 'parley proposals CASE lists what waits.');
}

function oneOf(queue: Queue, waiting: readonly Proposal[], id: string): Proposal {
  // An accepted row that the case could not hold may be tried again, with what it lacked.
  const whole = queue.waiting.get(id) ?? queue.kept.get(id);
  if (whole !== undefined) return whole;
  const found = id.length < 4 ? [] : waiting.filter((one) => one.id.startsWith(id));
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    throw new UsageError(`${found.length} proposals begin with “${id}”.`, `Write more of it: ${found[0]!.id}.`);
  const was =
    queue.accepted?.rows.has(id) === true ? 'accepted' : queue.rejected?.rows.has(id) === true ? 'rejected' : '';
  throw was === ''
    ? new UsageError(`No proposal “${id}” waits.`, 'parley proposals CASE lists what waits.')
    : new UsageError(`Proposal “${id}” was ${was} already.`, 'parley undo CASE takes the last decision back.');
}

const leftOf = (queue: Queue, decided: readonly Decided[]): number =>
  queue.waiting.size - decided.filter(({ proposal }) => queue.waiting.has(proposal.id)).length;
