/** The deals problem of a meeting in other programs' formats: a folder with a domain and a profile for each party. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dealWordsOf } from '@parley/core/brief';
import type { BargainingProblem } from '@parley/core/bargaining';
import { writeGenius, writeGeniusWeb, writeNegmas, type DomainOmission } from '@parley/core/domain-files';
import { tableOfCase } from '../desk/case-table.ts';
import { UsageError } from '../desk/usage.ts';
import { sayError, writeAtomically } from '../store/files.ts';
import type { SeenCase, ViewFlags } from './case-argument.ts';
import { printDiagnostics, type ExitCode } from './output.ts';

export const DOMAIN_FORMATS = { genius: writeGenius, geniusweb: writeGeniusWeb, negmas: writeNegmas } as const;

export interface DomainExportFlags extends ViewFlags {
  output?: string;
  meeting?: string;
  rank?: string;
  assume?: string[];
}

export async function exportDomain(
  format: keyof typeof DOMAIN_FORMATS,
  seen: SeenCase,
  path: string | undefined,
  flags: DomainExportFlags,
): Promise<ExitCode> {
  const folder = flags.output;
  if (folder === undefined)
    throw new UsageError(`--as ${format} writes several files.`, 'Name a folder for them: -o FOLDER.');
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UsageError(`${folder} is a file, not a folder.`, 'Name a folder for the domain.');
  const { table, problem, problems } = await tableOfCase(seen.case, seen.open.files, flags);
  if (table === undefined) {
    const told =
      flags.redact === true ? problems.map((d) => ({ ...d, place: { ...d.place, lineText: '' } })) : problems;
    printDiagnostics(told, path ?? '');
    return 1;
  }
  const { files, omissions } = DOMAIN_FORMATS[format](inWords(problem, seen), seen.case.title);
  const there = [...files.keys()].find((name) => existsSync(join(folder, name)));
  if (there !== undefined)
    throw new UsageError(`${join(folder, there)} is there already.`, 'Name another folder; nothing was changed.');
  try {
    for (const [name, text] of files) writeAtomically(join(folder, name), text);
  } catch (error) {
    throw new UsageError(`${folder} cannot be written: ${sayError(error)}`);
  }
  for (const omission of omissions) process.stderr.write(`${OMISSIONS[omission]}\n`);
  process.stderr.write(`Wrote ${[...files.keys()].map((name) => join(folder, name)).join(', ')}\n`);
  return 0;
}

/** Parties and values under the names that people know; where two would be the same, under their ids. */
function inWords(problem: BargainingProblem, { case: given }: SeenCase): BargainingProblem {
  const words = dealWordsOf(given);
  const unlessTwice = (ids: readonly string[], name: (id: string) => string): string[] => {
    const names = ids.map(name);
    return new Set(names).size === names.length ? names : [...ids];
  };
  const ids = problem.issues.map(({ name }) => name);
  const titles = unlessTwice(ids, words.issue);
  return {
    ...problem,
    parties: unlessTwice(problem.parties, words.party),
    issues: problem.issues.map((issue, i) => ({
      ...issue,
      name: titles[i]!,
      values: unlessTwice(issue.values, (value) => words.value(issue.name, value)),
    })),
  };
}

const OMISSIONS: Readonly<Record<DomainOmission, string>> = {
  bonuses: 'Not in the files: bonuses for combinations.',
  constraints: 'Not in the files: red lines, ratifiers and other combinations that are ruled out.',
  discount: 'Not in the files: what waiting costs.',
  reserved: 'Not in the files: a reserved value that no deal reaches, or that is sought among too many.',
  'status-quo': 'Not in the files: how things stand now.',
};
