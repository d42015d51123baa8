/** The ledger of a case as commands use it: its mistakes as diagnostics, refusals in words, entries made from a forecast. */
import { diagnostic, nearestName, type Case, type Diagnostic, type Place } from '@parley/core/case';
import type { CaseFiles } from '../store/files.ts';
import {
  addToLedger,
  isRefusal,
  LEDGER_FILE,
  readLedger,
  type Added,
  type Ledger,
  type LedgerEntry,
  type LedgerFault,
  type Refusal,
} from '../store/ledger.ts';
import { UsageError } from './usage.ts';

/** The forecaster that is no person. */
export const OURSELVES = 'parley';

export interface LedgerReading {
  readonly ledger: Ledger;
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

export function ledgerOf(files: CaseFiles): LedgerReading {
  const ledger = readLedger(files);
  if (typeof ledger === 'string') throw new UsageError(`The ledger of ${files.name} cannot be read: ${ledger}`);
  const { torn, lines } = ledger;
  return {
    ledger,
    problems: ledger.faults.map(faultOf),
    warnings:
      torn === undefined
        ? []
        : [diagnostic('ledger-torn', placeOf(lines.length + 1, torn), { letters: torn.length }, 'warning')],
  };
}

function faultOf({ line, kind, reason, text }: LedgerFault): Diagnostic {
  const place = placeOf(line, text);
  switch (kind) {
    case 'unreadable':
      return diagnostic('ledger-unreadable', place, { reason: reason ?? '' });
    case 'changed':
      return diagnostic('ledger-changed', place, {});
    case 'unlinked':
      return diagnostic('ledger-unlinked', place, {});
  }
}

const placeOf = (line: number, lineText: string): Place => ({
  file: LEDGER_FILE,
  line,
  column: 1,
  length: 0,
  lineText,
});

/** Adds entries, all or none; what stands in the way is told in words, and then nothing was written. */
export function publish(files: CaseFiles, entries: readonly LedgerEntry[]): Added {
  const result = addToLedger(files.name, files, entries);
  if (!isRefusal(result)) return result;
  throw new UsageError(...sayRefusal(result, files.name));
}

function sayRefusal(refusal: Refusal, folder: string): [message: string, advice: string] {
  switch (refusal.kind) {
    case 'read-only':
      return [
        `${refusal.path} is read-only, so its ledger cannot be added to.`,
        'Copy the case to a folder of your own and name that one.',
      ];
    case 'link':
      return [`${refusal.path} is a link, and nothing is written through links.`, 'Put the file itself there.'];
    case 'unreadable':
      return [`The ledger of ${folder} cannot be read: ${refusal.reason}`, 'Nothing was written.'];
    case 'too-large':
      return [`The ledger of ${folder} is full: more than 20 MB are not read.`, 'Nothing was written.'];
    case 'faults': {
      const { line } = refusal.faults[0]!;
      return [
        `The ledger of ${folder} does not fit from line ${line} on, so nothing is added to it.`,
        '`parley ledger check` says what is wrong; restore it from a copy.',
      ];
    }
    case 'locked':
      return [
        `Another process is writing to the ledger of ${folder} (${refusal.holder === '' ? 'unknown' : `process ${refusal.holder.replace(' ', ' on ')}`}).`,
        `Try again; if none is, delete ${refusal.lock} (and ${refusal.lock}.clearing, where it is there).`,
      ];
    case 'failed':
      return [`The ledger of ${folder} cannot be written: ${refusal.reason}`, 'It is as it was.'];
  }
}

/** The scenario that a person forecasts, which must be one that is scored. */
export function scenarioNamed(given: Case, id: string): string {
  const scenario = given.scenarios.get(id);
  if (scenario === undefined) {
    const known = [...given.scenarios.values()].filter((s) => s.resolves).map((s) => s.id);
    const near = nearestName(id, known);
    throw new UsageError(
      `There is no scenario “${id.slice(0, 80)}”.${near === undefined ? '' : ` Did you mean “${near}”?`}`,
      known.length === 0 ? 'The case has none.' : `There are: ${known.join(', ')}.`,
    );
  }
  if (!scenario.resolves)
    throw new UsageError(
      `${id} is a narrative (\`resolves: no\`) and is never scored.`,
      'Forecast one of its parts instead.',
    );
  return id;
}

/** `0.05`, `.05` or `5 %`. */
export function chanceFrom(written: string): number {
  const [, digits, percent] = /^\s*(\d+(?:\.\d*)?|\.\d+)\s*(%)?\s*$/.exec(written) ?? [];
  const chance = digits === undefined ? Number.NaN : percent === undefined ? Number(digits) : Number(digits) / 100;
  if (chance >= 0 && chance <= 1) return chance;
  throw new UsageError(
    `“${written.slice(0, 40)}” is not a probability.`,
    'Write a number from 0 to 1, or a share such as 5%.',
  );
}

/** A person's name as it stands in the ledger. */
export function forecasterNamed(written: string): string {
  const name = written.trim().replace(/\s+/g, ' ');
  // oxlint-disable-next-line no-control-regex
  if (name === '' || name.length > 80 || /[\0-\u001F\u007F-\u009F]/.test(name))
    throw new UsageError('A name of 1 to 80 letters is needed.', 'Write --by "Ada Lovelace".');
  if (name.toLowerCase() === OURSELVES)
    throw new UsageError(
      `“${name}” is how the ledger calls its own forecasts.`,
      'Give your name; Parley’s own are added with `parley forecast --publish`.',
    );
  return name;
}
