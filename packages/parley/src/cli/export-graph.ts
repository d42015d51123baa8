/** The graph model of a case in other programs' formats. */
import { wordsOf } from '@parley/core/brief';
import {
  stateGraph,
  stateGraphDot,
  stateGraphGraphml,
  writeGmcr,
  type GmcrOmission,
  type StateGraph,
} from '@parley/core/formats';
import type { CompiledGraph } from '@parley/core/graph';
import { fits, modelOf } from '../desk/stability.ts';
import { tellProblems, type SeenCase, type ViewFlags } from './case-argument.ts';
import { stateWords } from './stability-text.ts';

type GraphFormat = (seen: SeenCase, graph: CompiledGraph) => string;

export const GRAPH_FORMATS = {
  gmcr: gmcrOf,
  'state-graph-dot': (seen, graph) => stateGraphDot(statesOf(seen, graph)),
  'state-graph-graphml': (seen, graph) => stateGraphGraphml(statesOf(seen, graph)),
} as const satisfies Record<string, GraphFormat>;

/** Undefined after what stands in the way was told. */
export async function exportGraph(
  format: keyof typeof GRAPH_FORMATS,
  seen: SeenCase,
  path: string | undefined,
  flags: ViewFlags,
): Promise<string | undefined> {
  const { graph, problems } = await modelOf(seen.case, seen.open.files);
  if (graph !== undefined) return fits(() => GRAPH_FORMATS[format](seen, graph));
  tellProblems(problems, path, flags);
  return undefined;
}

function statesOf({ case: given }: SeenCase, graph: CompiledGraph): StateGraph {
  const words = wordsOf(given);
  return stateGraph(graph, (node) => stateWords({ graph, words, given }, node));
}

function gmcrOf({ case: given }: SeenCase, graph: CompiledGraph): string {
  const { file, omissions } = writeGmcr(given, graph);
  for (const omission of omissions) process.stderr.write(`${sayOmission(omission)}\n`);
  return `${JSON.stringify(file)}\n`;
}

function sayOmission(omission: GmcrOmission): string {
  switch (omission.code) {
    case 'settled':
      return `Not in the file, since nothing can change them any more: ${omission.options.join(', ')}.`;
    case 'status-quo':
      return 'Not in the file: the status quo. The format has no place for it.';
    case 'indistinguishable':
      return `The states of ${omission.names.join(', ')} stand in the file one by one, equal in every ranking.`;
    case 'ranked':
      return `As a ranking, since they are no plain statements: the preferences of ${omission.parties.join(', ')}.`;
    case 'leaps':
      return 'Not in the file: how strong a preference is.';
    case 'perceptions':
      return 'Not in the file: what parties take the preferences of others to be.';
    case 'evidence':
      return 'Not in the file: sources, quotes and events.';
  }
}
