import type { GmcrNote } from '@parley/core/formats';
import { importCase } from '../desk/import-case.ts';
import { diagnosticJson, print, printDiagnostics, printJson, terminalStyle, type ExitCode } from './output.ts';

export async function importModel(file: string, folder: string, flags: { json?: boolean }): Promise<ExitCode> {
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

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

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
