import { statSync } from 'node:fs';
import { extname } from 'node:path';
import type { DomainNote } from '@parley/core/domain-files';
import type { GmcrNote } from '@parley/core/formats';
import { UsageError } from '../desk/usage.ts';
import { diagnosticJson, print, printDiagnostics, printJson, terminalStyle, type ExitCode } from './output.ts';

export interface ImportFlags {
  catalogue?: string;
  json?: boolean;
}

const USAGE =
  'parley import MODEL.gmcr DIR, parley import FOLDER DIR, parley import DOMAIN PROFILE PROFILE DIR, or parley import --catalogue FOLDER';

export async function importModel(paths: readonly string[], flags: ImportFlags): Promise<ExitCode> {
  if (flags.catalogue !== undefined) {
    if (paths.length > 0) throw new UsageError('--catalogue lists a folder and makes no case.', USAGE);
    return (await import('./catalogue.ts')).catalogue(flags.catalogue, flags);
  }
  const folder = paths.at(-1);
  const files = paths.slice(0, -1);
  if (folder === undefined || files.length === 0)
    throw new UsageError('What to import and a folder for the case are needed.', USAGE);
  const [first] = files;
  const isFolder = statSync(first!, { throwIfNoEntry: false })?.isDirectory() === true;
  const isDomain = isFolder || files.length > 1 || /^\.(xml|json|ya?ml|txt)$/i.test(extname(first!));
  return isDomain ? importDomain(files, folder, flags) : importGraphModel(first!, folder, flags);
}

async function importGraphModel(file: string, folder: string, flags: ImportFlags): Promise<ExitCode> {
  const { importCase } = await import('../desk/import-case.ts');
  const { problems, ...imported } = importCase(file, folder);
  if (flags.json === true)
    printJson(imported.case === undefined ? { problems: problems.map(diagnosticJson) } : imported);
  if (imported.case === undefined) {
    printDiagnostics(problems, '');
    return 1;
  }
  if (flags.json === true) return 0;
  print(`${terminalStyle().bold(imported.case)}\n`);
  print(`  ${count(imported.parties, 'party', 'parties')}, ${count(imported.options, 'option', 'options')}`);
  for (const note of imported.notes) print(`  ${sayNote(note)}`);
  print(`\nNext: \`parley stability ${folder}\`.`);
  return 0;
}

async function importDomain(files: readonly string[], folder: string, flags: ImportFlags): Promise<ExitCode> {
  const { importDomain: importTo } = await import('../desk/import-domain.ts');
  const { sayTold } = await import('../desk/domain-files.ts');
  const { told, ...imported } = importTo(files, folder);
  for (const finding of told) process.stderr.write(`${sayTold(finding)}\n`);
  if (flags.json === true)
    printJson(imported.case === undefined ? { problems: told } : { ...imported, warnings: told });
  if (imported.case === undefined) return 1;
  if (flags.json === true) return 0;
  print(`${terminalStyle().bold(imported.case)}\n`);
  print(
    `  ${count(imported.parties, 'party', 'parties')}, ${count(imported.issues, 'issue', 'issues')}, ${imported.outcomes.toLocaleString('en')} possible deals`,
  );
  for (const note of imported.notes) print(`  ${sayDomainNote(note)}`);
  print(`\nNext: \`parley deals ${folder}\` or \`parley talks ${folder}\`.`);
  return 0;
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

function sayDomainNote(note: DomainNote): string {
  switch (note.code) {
    case 'status-quo':
      return 'The format has no status quo: the first value of each issue is taken for it. Where another holds now, say so with `status-quo`.';
    case 'scaled':
      return `Utilities of ${note.party} are those of the file${note.less === 0 ? '' : `, less ${note.less}`}, times ${note.times}, so that deals are worth 0 to 100.`;
    case 'discount':
      return `Not in the case: the discount of ${note.party}, ${note.discount}.`;
    case 'any-deal':
      return `To ${note.party} any deal is better than none; its reserved value is the least that a deal can be worth, ${note.reserved}.`;
  }
}

function sayNote(note: GmcrNote): string {
  switch (note.code) {
    case 'coalitions':
      return `Not in the case: the coalitions ${note.groups.map((group) => group.join(' and ')).join('; ')}. Ask with \`parley stability --coalition\`.`;
    case 'indifferent':
      return `The file gives no preferences of ${note.party}, so it is taken as indifferent. Write \`not reported\` if they are not known.`;
    case 'from-payoffs':
      return `The ranking of ${note.party} is that of the payoffs; the file gives no other preferences of it.`;
    case 'statements-unused':
      return `Not in the case: the statements of ${note.party}. The file says that its ranking counts.`;
    case 'unknown-key':
      return `Not in the case: “${note.key}”, which is no key of this format.`;
  }
}
