/** `parley import` of a negotiation domain: issues, parties and preferences as a case. Nothing that is there is touched. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { caseOfProblem, SCALES, type DomainFormat, type DomainNote } from '@parley/core/domain-files';
import { domainIn, domainOfFiles, type Told } from './domain-files.ts';
import { freshCase, writeCase } from './import-case.ts';
import { UsageError } from './usage.ts';

export interface ImportedDomain {
  /** Path of `case.yaml`; absent where the files have problems, and then nothing was written. */
  readonly case?: string;
  readonly format?: DomainFormat;
  readonly parties: number;
  readonly issues: number;
  readonly outcomes: number;
  readonly notes: readonly DomainNote[];
  readonly told: readonly Told[];
}

/** A folder with a domain in it, or its files one by one. */
export function importDomain(paths: readonly string[], folder: string): ImportedDomain {
  const target = freshCase(folder);
  const [first] = paths;
  const isFolder = paths.length === 1 && statSync(first!, { throwIfNoEntry: false })?.isDirectory() === true;
  const { problem, format, told } = isFolder ? domainIn(first!) : domainOfFiles(paths);
  const nothing = { parties: 0, issues: 0, outcomes: 0, notes: [], told, ...(format !== undefined && { format }) };
  if (problem === undefined || format === undefined) return nothing;
  const title =
    basename(first!.replace(/[/\\]+$/, ''))
      .replace(/\.[^.]+$/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || 'Domain';
  const made = caseOfProblem(problem, title, SCALES[format]);
  if ('tooWide' in made)
    throw new UsageError(
      `A bonus of ${made.tooWide.party ?? 'the file'} spans so many values that its condition would have ${made.tooWide.characters.toLocaleString('en')} characters.`,
      'Nothing was written.',
    );
  const comment = 'The format has no status quo: the first value of each issue is taken for it.';
  writeCase(folder, made.file, first!, comment);
  return {
    case: target,
    format,
    parties: problem.parties.length,
    issues: problem.issues.length,
    outcomes: problem.issues.reduce((product, { values }) => product * values.length, 1),
    notes: made.notes,
    told,
  };
}
