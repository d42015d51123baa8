import { wordsOf, wrap, type Words } from '@parley/core/brief';
import { changesBetween, type Changes, type ExitName } from '../desk/changes.ts';
import { openCase, viewOf } from '../desk/open-case.ts';
import { UsageError } from '../desk/usage.ts';
import { revisionFiles } from '../store/git.ts';
import { seeCase, viewFrom, type ViewFlags } from './case-argument.ts';
import { print, printDiagnostics, printJson, terminalColumns, terminalStyle, type ExitCode } from './output.ts';

export async function changes(
  path: string | undefined,
  flags: ViewFlags & { since?: string; against?: string },
): Promise<ExitCode> {
  if ((flags.since === undefined) === (flags.against === undefined)) {
    throw new UsageError(
      'Say what to compare with: --since DATE or --against REVISION.',
      'For example: parley changes --since 2025-05-14',
    );
  }
  const seen = await seeCase(path, flags);
  if (seen === undefined) return 1;
  const to = { label: `as of ${seen.case.asOf}`, case: seen.case };
  if (flags.since !== undefined) {
    const earlier = viewOf(seen.open.case, { ...viewFrom(flags), asOf: flags.since });
    return show(changesBetween({ label: `as of ${earlier.asOf}`, case: earlier }, to), wordsOf(seen.case), flags);
  }
  const files = revisionFiles(seen.folder, flags.against!);
  if (typeof files === 'string') throw new UsageError(files);
  const { open, problems } = await openCase(files);
  if (open === undefined) {
    printDiagnostics(problems, `${flags.against!}:`);
    return 1;
  }
  return show(
    changesBetween({ label: flags.against!, case: viewOf(open.case, viewFrom(flags)) }, to),
    wordsOf(seen.case),
    flags,
  );
}

function show(result: Changes, words: Words, flags: ViewFlags): ExitCode {
  if (flags.json === true) {
    printJson(result);
    return 0;
  }
  const style = terminalStyle();
  const columns = terminalColumns();
  print(`${style.bold('What changed')} from ${result.from.label} to ${result.to.label}\n`);
  const said = {
    deadlock: (steps: readonly string[]) => steps.map(words.label).join(' ⇄ '),
    exit: (e: ExitName) =>
      `${words.label(e.for)}: ${e.changes.map((c) => `${c.how} ${c.precondition}`).join(' + ')} (cost ${e.cost.toFixed(2)})`,
  };
  const lines = (title: string, items: readonly string[]): void => {
    if (items.length === 0) return;
    print(style.bold(title));
    for (const item of items)
      for (const [k, line] of wrap(item, columns - 6).entries()) print(`  ${k === 0 ? '· ' : '  '}${line}`);
    print('');
  };
  lines(
    'Deadlocks that appeared',
    result.cycles.appeared.map((c) => `${said.deadlock(c.steps)}  (${c.preconditions.join(' ')})`),
  );
  lines(
    'Deadlocks that went',
    result.cycles.gone.map((c) => `${said.deadlock(c.steps)}  (${c.preconditions.join(' ')})`),
  );
  lines(
    'Exclusions that appeared',
    result.exclusions.appeared.map((x) => x.join(' against ')),
  );
  lines(
    'Exclusions that went',
    result.exclusions.gone.map((x) => x.join(' against ')),
  );
  lines('Now within reach', result.goals.opened.map(words.label));
  lines('No longer within reach', result.goals.closed.map(words.label));
  lines('Exits that appeared', result.exits.appeared.map(said.exit));
  lines('Exits that went', result.exits.gone.map(said.exit));
  lines('Small deals that appeared', result.smallDeals.appeared.map(words.label));
  lines('Small deals that went', result.smallDeals.gone.map(words.label));
  for (const kind of ['waived', 'new', 'changed', 'gone'] as const) {
    const rows = result.rows.filter((row) => row.kind === kind);
    const title = { waived: 'Demands waived', new: 'New rows', changed: 'Changed rows', gone: 'Rows that are gone' }[
      kind
    ];
    lines(
      `${title} (${rows.length})`,
      rows.map((row) => {
        const words_ = row.quotes.length > 0 ? ` [${[...new Set(row.quotes.map((q) => q.source))].join(' ')}]` : '';
        return `${row.section} ${row.id}${row.about === '' ? '' : ` — ${row.about}`}${row.keys.length > 0 ? ` (${row.keys.join(', ')})` : ''}${words_}`;
      }),
    );
  }
  const total =
    result.rows.length +
    result.cycles.appeared.length +
    result.cycles.gone.length +
    result.exits.appeared.length +
    result.exits.gone.length;
  if (total === 0) print('Nothing changed.');
  return 0;
}
