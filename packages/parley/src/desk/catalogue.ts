/** A whole folder of negotiation domains at a glance. What cannot be read is told; the rest goes on. */
import { bargain, outcomeCount } from '@parley/core/bargaining';
import { below, domainFolders, domainIn, type Told } from './domain-files.ts';

export interface CatalogueRow {
  readonly domain: string;
  readonly format: string;
  readonly outcomes: number;
  readonly issues: number;
  readonly parties: number;
  /** Efficient outcomes that are rational for all; a lower bound where the search was cut. */
  readonly paretoSize: number;
  readonly complete: boolean;
  /** By party; nothing where no outcome is rational for all. */
  readonly nash: readonly number[] | null;
  readonly nashProduct: number | null;
  readonly opposition: number | null;
}

export interface Catalogue {
  readonly domains: readonly CatalogueRow[];
  readonly problems: readonly Told[];
  readonly warnings: readonly Told[];
}

export function catalogueOf(root: string, onProgress: (done: number, all: number, what: string) => void): Catalogue {
  const folders = domainFolders(root);
  const domains: CatalogueRow[] = [];
  const told: Told[] = [];
  for (const [k, folder] of folders.entries()) {
    onProgress(k, folders.length, below(root, folder));
    const read = domainIn(folder);
    told.push(...read.told);
    if (read.problem === undefined) continue;
    const { problem, format } = read;
    const found = bargain(problem);
    domains.push({
      domain: below(root, folder),
      format: format!,
      outcomes: outcomeCount(problem),
      issues: problem.issues.length,
      parties: problem.parties.length,
      paretoSize: found?.frontier.length ?? 0,
      complete: found?.complete ?? true,
      nash: found?.solutions?.nash.utilities ?? null,
      nashProduct: found?.solutions?.nash.value ?? null,
      opposition: found?.opposition ?? null,
    });
  }
  onProgress(folders.length, folders.length, '');
  const of = (severity: Told['severity']): Told[] => told.filter((its) => its.severity === severity);
  return { domains, problems: of('error'), warnings: of('warning') };
}
