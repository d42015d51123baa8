import { table } from '@parley/core/brief';
import { newCase, type TakenIn } from '../desk/new-case.ts';
import { print, printJson, terminalColumns, terminalStyle, type ExitCode } from './output.ts';

export async function makeCase(
  folder: string,
  articles: readonly string[],
  flags: { json?: boolean },
): Promise<ExitCode> {
  const result = await newCase(folder, articles, new Date().toISOString().slice(0, 10));
  if (flags.json === true) {
    const sources = result.sources.map(({ setAside, ...source }) => ({
      ...source,
      setAside: setAside.map(({ start, end, why }) => ({ start, end, why })),
    }));
    printJson({ case: result.case, sources });
    return 0;
  }
  const style = terminalStyle();
  print(`${style.bold(result.case)}\n`);
  if (result.sources.length > 0) {
    const rows = result.sources.map((s) => [
      `  [${s.id}]`,
      s.file,
      `${s.sentences} sentences`,
      s.known ? 'there already; nothing added' : sayAside(s),
    ]);
    for (const line of table(rows, terminalColumns())) print(line);
    print('');
  }
  print(
    `Next: name the parties and what each insists on in ${result.case}, then \`parley check ${folder}\` and \`parley brief ${folder}\`.`,
  );
  return 0;
}

function sayAside({ setAside }: TakenIn): string {
  if (setAside.length === 0) return 'nothing set aside';
  const kinds = [...new Set(setAside.map((s) => s.why))];
  return `set aside: ${kinds.map((why) => `${why}${setAside.filter((s) => s.why === why).length > 1 ? ` ×${setAside.filter((s) => s.why === why).length}` : ''}`).join(', ')}`;
}
