/** `parley import --catalogue`: what lies in a folder of negotiation domains. */
import { padEnd, width } from '@parley/core/brief';
import { catalogueOf, type CatalogueRow } from '../desk/catalogue.ts';
import { sayTold } from '../desk/domain-files.ts';
import { print, printJson, progress, terminalStyle, type ExitCode } from './output.ts';

export function catalogue(folder: string, flags: { json?: boolean }): ExitCode {
  const { domains, problems, warnings } = catalogueOf(folder, progress());
  if (flags.json === true) printJson({ domains, problems, warnings });
  for (const told of problems) process.stderr.write(`${sayTold(told)}\n`);
  if (flags.json !== true) show(domains, warnings.length);
  return problems.length > 0 ? 1 : 0;
}

const HEAD = ['outcomes', 'issues', 'parties', 'efficient', 'opposition', 'Nash'];

function show(domains: readonly CatalogueRow[], warnings: number): void {
  const style = terminalStyle();
  const rows = domains.map((row) => [
    row.outcomes.toLocaleString('en'),
    String(row.issues),
    String(row.parties),
    `${row.complete ? '' : '≥ '}${row.paretoSize}`,
    row.opposition === null ? '–' : row.opposition.toFixed(4),
    row.nash === null ? 'no deal' : row.nash.map((u) => u.toFixed(4)).join(' '),
  ]);
  const wide = HEAD.map((head, k) => Math.max(width(head), ...rows.map((row) => width(row[k]!))));
  const name = Math.max(6, ...domains.map(({ domain }) => width(domain)));
  // Numbers stand at the right; the Nash point is the last and may be long.
  const line = (first: string, cells: readonly string[]): string =>
    `  ${padEnd(first, name)}  ${cells.map((cell, k) => (k === HEAD.length - 1 ? cell : cell.padStart(wide[k]!))).join('  ')}`;
  print(style.bold(`${domains.length} ${domains.length === 1 ? 'domain' : 'domains'}`));
  if (domains.length > 0) print(style.dim(line('domain', HEAD)));
  for (const [k, row] of rows.entries()) print(line(domains[k]!.domain, row));
  if (warnings > 0) print(style.dim(`  ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}: --json`));
}
