import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { caseFolder, CASE_FILE } from '../desk/open-case.ts';
import { accept, reject, undo, type Accepting } from '../desk/queue/decide.ts';
import { openQueue } from '../desk/queue/queue.ts';
import { UsageError } from '../desk/usage.ts';
import { bundledCase } from './case-argument.ts';
import { diagnosticJson, print, printDiagnostics, printJson, terminalStyle, type ExitCode } from './output.ts';
import { shownRow } from './read-text.ts';

export interface ChoiceFlags {
  rule?: string;
  source?: string;
  kind?: string;
  json?: boolean;
}

/** The last of several words is the case where it is a folder with one. */
export function lastIsCase(words: readonly string[]): { readonly words: readonly string[]; readonly path?: string } {
  const last = words.at(-1);
  const isCase =
    last !== undefined &&
    existsSync(last) &&
    (basename(last) === CASE_FILE || /[/\\]/.test(last) || existsSync(join(last, CASE_FILE)));
  return isCase ? { words: words.slice(0, -1), path: last } : { words };
}

export function listProposals(path: string | undefined, flags: ChoiceFlags & { all?: boolean }): ExitCode {
  const folder = path ?? bundledCase();
  const queue = openQueue(caseFolder(folder));
  const shown = [...queue.waiting.values()].filter(
    (one) =>
      (flags.rule === undefined || one.rule === flags.rule) &&
      (flags.source === undefined || one.source === flags.source) &&
      (flags.kind === undefined || one.kind === flags.kind),
  );
  const [accepted, rejected] = [queue.accepted?.rows.size ?? 0, queue.rejected?.rows.size ?? 0];
  if (flags.json === true) {
    printJson({ proposals: shown, waiting: queue.waiting.size, accepted, rejected });
    return 0;
  }
  const style = terminalStyle();
  if (queue.proposals === undefined) {
    print(`There are no proposals for this case. Make some: parley read ${folder}`);
    return 0;
  }
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  const most = flags.all === true || shown.length <= 40 ? Infinity : 8;
  for (const kind of kinds) {
    const own = shown.filter((one) => one.kind === kind);
    print(style.bold(`${kind}`) + style.dim(`  ${own.length}`));
    for (const one of own.slice(0, most)) {
      print(shownRow({ head: one.id, who: one.speaker ?? '', words: one.exact, precision: one.precision }));
      print(style.dim(`                [${one.source}] ${one.rule}`));
    }
    if (own.length > most) print(style.dim(`  … and ${own.length - most} more (--all, or --kind ${kind})`));
    print('');
  }
  print(`${shown.length} of ${queue.waiting.size} waiting; ${accepted} accepted, ${rejected} rejected.`);
  return 0;
}

export async function acceptProposals(
  words: readonly string[],
  flags: ChoiceFlags & { party?: string; issue?: string },
): Promise<ExitCode> {
  const { ids, folder } = chosen(words, flags);
  const { party, issue } = flags;
  const result = await accept(
    caseFolder(folder),
    { ...choice(flags), ids },
    { ...(party === undefined ? {} : { party }), ...(issue === undefined ? {} : { issue }) },
  );
  if (result.problems.length > 0) {
    if (flags.json === true) printJson({ problems: result.problems.map(diagnosticJson) });
    printDiagnostics(result.problems, folder);
    print('Nothing was accepted. Put the case in order first.');
    return 1;
  }
  if (flags.json === true) printDecided(result);
  else {
    const entered = result.decided.filter(({ as }) => as.length > 0);
    for (const { proposal, as } of entered.slice(0, 40)) print(`  ${proposal.id}  → ${as.join(', ')}`);
    if (entered.length > 40) print(`  … and ${entered.length - 40} more`);
    const kept = result.decided.filter(({ as }) => as.length === 0);
    for (const { proposal, because } of kept.slice(0, 40))
      print(`  ${proposal.id}  kept in accepted.yaml: ${because ?? ''}`);
    if (kept.length > 40) print(`  … and ${kept.length - 40} more kept in accepted.yaml`);
    print(`${result.decided.length} accepted, ${result.left} waiting. parley undo takes it back.`);
  }
  return 0;
}

export async function rejectProposals(words: readonly string[], flags: ChoiceFlags): Promise<ExitCode> {
  const { ids, folder } = chosen(words, flags);
  const result = await reject(caseFolder(folder), { ...choice(flags), ids });
  if (flags.json === true) printDecided(result);
  else print(`${result.decided.length} rejected, ${result.left} waiting. parley undo takes it back.`);
  return 0;
}

export async function undoDecision(path: string | undefined, flags: { json?: boolean }): Promise<ExitCode> {
  const folder = path ?? bundledCase();
  const result = await undo(caseFolder(folder));
  if (flags.json === true) printJson(result);
  switch (result.kind) {
    case 'nothing':
      throw new UsageError(`Nothing was decided in ${folder} that could be taken back.`);
    case 'changed':
      throw new UsageError(
        `${result.file} was changed since ${result.what}, so that is not taken back; nothing was touched.`,
        'Edit it by hand, or restore the file as it was then and try again.',
      );
    case 'undone':
      if (flags.json === true) return 0;
      print(`Taken back: ${result.what} (${result.files.join(', ')}).`);
      if (result.left.length > 0)
        print(`${result.left.join(', ')} was rewritten since; parley read ${folder} brings the proposals back.`);
      return 0;
  }
}

function printDecided({ decided, left }: Accepting): void {
  printJson({
    decided: decided.map(({ proposal, as, because }) => ({
      id: proposal.id,
      kind: proposal.kind,
      as,
      ...(because === undefined ? {} : { because }),
    })),
    waiting: left,
  });
}

function chosen(words: readonly string[], flags: ChoiceFlags): { ids: readonly string[]; folder: string } {
  const { words: ids, path } = lastIsCase(words);
  if (ids.length === 0 && flags.rule === undefined && flags.source === undefined && flags.kind === undefined)
    throw new UsageError(
      'Nothing says which proposals.',
      'Name their ids, or choose by --rule, --source or --kind. parley proposals lists them.',
    );
  return { ids, folder: path ?? bundledCase() };
}

const choice = ({ rule, source, kind }: ChoiceFlags): { rule?: string; source?: string; kind?: string } => ({
  ...(rule === undefined ? {} : { rule }),
  ...(source === undefined ? {} : { source }),
  ...(kind === undefined ? {} : { kind }),
});
