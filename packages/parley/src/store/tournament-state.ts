/**
 * What is done of a tournament, on disk: a first line that says of which, a line for every session, and a last line with
 * the hash of all before it. The whole file is replaced at once, so a run that is killed leaves the state of a few seconds
 * before; what is damaged shows by its hash.
 *
 * Sessions are written out once; saving costs the writing of the file.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { CellResult } from '@parley/core/talks';
import { sayError, writeAtomically } from './files.ts';

export interface SavedTournament {
  /** What it is a tournament of. */
  readonly of: string;
  readonly version: string;
  readonly results: readonly CellResult[];
}

export type SavedState =
  | { readonly kind: 'none' }
  | { readonly kind: 'state'; readonly state: SavedTournament }
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

const FORMAT = 1;
const MOST_BYTES = 500_000_000;
const ENDINGS = ['agreement', 'deadline', 'walk-away'] as const;

/** Saves what is new together with what was saved before. */
export function tournamentFile(path: string, of: string, version: string, saved: readonly CellResult[]) {
  const head = `${JSON.stringify({ 'parley-tournament': FORMAT, version, of })}\n`;
  const chunks: Buffer[] = [];
  const hash = createHash('sha256');
  const add = (text: string): void => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    chunks.push(bytes);
  };
  let count = 0;
  const addResults = (results: readonly CellResult[]): void => {
    // In pieces: one string of all sessions could be longer than a string can be.
    for (const piece = 10_000; count < results.length; count = Math.min(results.length, count + piece))
      add(
        results
          .slice(count, count + piece)
          .map(lineOf)
          .join(''),
      );
  };
  add(head);
  addResults(saved);
  return {
    save(results: readonly CellResult[]): void {
      addResults(results);
      const last = Buffer.from(`${JSON.stringify({ sessions: count, sha256: hash.copy().digest('hex') })}\n`);
      writeAtomically(path, Buffer.concat([...chunks, last]));
    },
  };
}

const lineOf = ({ agreement, ended, rounds, offers, utilities }: CellResult): string =>
  `${JSON.stringify([ENDINGS.indexOf(ended), rounds, offers, agreement ?? null, utilities])}\n`;

export function savedTournament(path: string): SavedState {
  let bytes: Buffer;
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return { kind: 'none' };
    if (!stat.isFile()) return { kind: 'unreadable', reason: 'it is not a file.' };
    if (stat.size > MOST_BYTES) return { kind: 'unreadable', reason: 'it is larger than any state of a tournament.' };
    bytes = readFileSync(path);
  } catch (error) {
    return { kind: 'unreadable', reason: sayError(error) };
  }
  const damaged = (reason: string): SavedState => ({ kind: 'damaged', reason });
  const end = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  const head = json(bytes.subarray(0, bytes.indexOf(10)).toString());
  if (head?.['parley-tournament'] === undefined) return damaged('it does not begin as the state of a tournament does');
  if (head['parley-tournament'] !== FORMAT) return damaged('it is of another version of this format');
  const last = json(bytes.subarray(end).toString());
  if (last?.['sha256'] !== createHash('sha256').update(bytes.subarray(0, end)).digest('hex'))
    return damaged('its end is missing, or something in it was changed');
  const results: CellResult[] = [];
  for (let at = bytes.indexOf(10) + 1; at < end;) {
    const next = bytes.indexOf(10, at);
    const row = JSON.parse(bytes.subarray(at, next).toString()) as [number, number, number, number[] | null, number[]];
    const [ended, rounds, offers, agreement, utilities] = row;
    results.push({ ...(agreement !== null && { agreement }), ended: ENDINGS[ended]!, rounds, offers, utilities });
    at = next + 1;
  }
  if (last['sessions'] !== results.length) return damaged('it has not as many sessions as it says');
  return { kind: 'state', state: { of: String(head['of']), version: String(head['version']), results } };
}

function json(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
