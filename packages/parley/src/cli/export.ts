import { annotations } from '@parley/core/evidence';
import { drawnGraph, toDot, toGraphml, toMermaid } from '@parley/core/formats';
import { analyse, blocksReport } from '@parley/core/preconditions';
import { wordsOf } from '@parley/core/brief';
import { quotationsOf } from '../desk/open-case.ts';
import { UsageError } from '../desk/usage.ts';
import { save } from './save.ts';
import { seeCase, type SeenCase, type ViewFlags } from './case-argument.ts';
import type { DomainExportFlags } from './export-domain.ts';
import type { GRAPH_FORMATS } from './export-graph.ts';
import { type ExitCode } from './output.ts';

type Format = (seen: SeenCase, path: string | undefined, flags: ViewFlags) => string | Promise<string | undefined>;

/** The graph model is a large part of the program, so it is loaded only when it is asked for. */
const graphFormat =
  (format: keyof typeof GRAPH_FORMATS): Format =>
  async (seen, path, flags) =>
    (await import('./export-graph.ts')).exportGraph(format, seen, path, flags);

const FORMATS: Readonly<Record<string, Format>> = {
  dot: (seen) => toDot(graphOf(seen)),
  mermaid: (seen) => toMermaid(graphOf(seen)),
  graphml: (seen) => toGraphml(graphOf(seen)),
  annotations: annotationsOf,
  gmcr: graphFormat('gmcr'),
  'state-graph-dot': graphFormat('state-graph-dot'),
  'state-graph-graphml': graphFormat('state-graph-graphml'),
};

/** Those of several files, in a folder. */
const DOMAINS = ['genius', 'geniusweb', 'negmas'] as const;

export async function exportCase(
  path: string | undefined,
  flags: DomainExportFlags & { as: string },
): Promise<ExitCode> {
  const domain = DOMAINS.find((id) => id === flags.as);
  const format = Object.hasOwn(FORMATS, flags.as) ? FORMATS[flags.as] : undefined;
  if (format === undefined && domain === undefined)
    throw new UsageError(
      `There is no format “${flags.as}”.`,
      `There are: ${[...Object.keys(FORMATS), ...DOMAINS].join(', ')}.`,
    );
  const seen = await seeCase(path, flags);
  if (seen === undefined) return 1;
  if (format === undefined) return (await import('./export-domain.ts')).exportDomain(domain!, seen, path, flags);
  const text = await format(seen, path, flags);
  if (text === undefined) return 1;
  save(flags.output ?? '-', text);
  return 0;
}

function graphOf(seen: SeenCase): ReturnType<typeof drawnGraph> {
  return drawnGraph(blocksReport(seen.case, analyse(seen.case)), wordsOf(seen.case).label);
}

/** Every quote that is seen, as a W3C Web Annotation of its source. */
function annotationsOf(seen: SeenCase): string {
  const shown = new Set(quotationsOf(seen.case).map((q) => q.path.join('/')));
  const all = [...seen.case.sources.keys()].flatMap((id) => {
    const source = seen.open.sources.get(id)!;
    const own = seen.open.anchors.filter(
      ({ quotation }) => quotation.source === id && shown.has(quotation.path.join('/')),
    );
    return annotations(
      { iri: source.file, text: source.text.text, sha256: source.sha256 },
      own.map(({ found }) => found),
    );
  });
  return `${JSON.stringify(all, null, 2)}\n`;
}
