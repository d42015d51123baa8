import { wrap } from '@parley/core/brief';
import { openQueue } from '../desk/queue/queue.ts';
import { searchCase, searched, type Hit } from '../desk/search.ts';
import { UsageError } from '../desk/usage.ts';
import { seeCase } from './case-argument.ts';
import { print, printJson, terminalColumns, terminalStyle, type ExitCode } from './output.ts';
import { lastIsCase } from './proposals.ts';

export interface SearchFlags {
  most: string;
  redact?: boolean;
  json?: boolean;
}

export async function search(given: readonly string[], flags: SearchFlags): Promise<ExitCode> {
  const { words, path } = given.length > 1 ? lastIsCase(given) : { words: given, path: undefined };
  const most = Number(flags.most);
  if (!Number.isInteger(most) || most < 1) throw new UsageError(`--most ${flags.most} is not a number of hits.`);
  const asked = words.join(' ');
  if (!/[\p{L}\p{N}]/u.test(asked)) throw new UsageError('There is no word to look for.');
  const seen = await seeCase(path, { inferred: true, ...flags });
  if (seen === undefined) return 1;
  const result = searchCase(seen.open, seen.case, openQueue(seen.open.files), asked, most);
  if (flags.json === true) {
    printJson(result);
    return 0;
  }
  if (result.total === 0) {
    print(`Nothing in ${seen.folder} has words like “${asked}”.`);
    return 0;
  }
  if (result.isPartial) print('Nothing has all of these words; these have some:\n');
  for (const hit of result.hits) {
    const lines = wrap(marked(hit), terminalColumns() - 4);
    print(`  ${terminalStyle().dim(placeOf(hit))}`);
    for (const line of lines) print(`    ${line}`);
  }
  if (result.total > result.hits.length) print(`\n… and ${result.total - result.hits.length} more (--most N)`);
  return 0;
}

function placeOf({ what, id, source, start }: Hit): string {
  switch (what) {
    case 'sentence':
      return `[${source}] at letter ${start}`;
    case 'row':
      return id;
    case 'proposal':
      return `proposal ${id} [${source}]`;
  }
}

/** The words found stand out. */
function marked({ text, terms }: Hit): string {
  const found = new Set(terms);
  const { bold } = terminalStyle();
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (found.has(searched(word)) ? bold(word) : word));
}
