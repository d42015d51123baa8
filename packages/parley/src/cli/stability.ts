import { wordsOf } from '@parley/core/brief';
import {
  caseStability,
  CONCEPT_IDS,
  stabilityReport,
  type CompiledGraph,
  type Ranks,
  type ReportedConcept,
  type Stability,
} from '@parley/core/graph';
import { conceptNamed, fits, fitting, modelOf } from '../desk/stability.ts';
import { UsageError } from '../desk/usage.ts';
import { WORTH_THREADS } from '../run/worth-threads.ts';
import { save } from './save.ts';
import { seeCase, tellProblems } from './case-argument.ts';
import { print, progress, type ExitCode } from './output.ts';
import type { Asked, StabilityFlags } from './stability-asked.ts';
import { coalitions, showCoalitions } from './stability-coalitions.ts';
import { explain, showExplanation } from './stability-explain.ts';
import { inverseOf, showInverse } from './stability-inverse.ts';
import { pathsFrom, showPaths } from './stability-paths.ts';
import { robust, showRobust } from './stability-robust.ts';
import { seek, showSeek } from './stability-seek.ts';
import { misjudged, mixed, showMisjudged, showMixed } from './stability-views.ts';
import { showStability } from './stability-text.ts';
import { stabilityCsv } from './stability-csv.ts';

export async function stabilityOf(path: string | undefined, flags: StabilityFlags): Promise<ExitCode> {
  const seen = await seeCase(path, flags);
  if (seen === undefined) return 1;
  const given = seen.case;
  const { graph, problems } = await modelOf(given, seen.open.files, { preconditions: flags.preconditions === true });
  if (graph === undefined) {
    tellProblems(problems, path, flags);
    return 1;
  }
  const concepts = flags.concept?.map(conceptNamed);
  const bar = progress();
  const ranks = fits(() => graph.ranks());
  const whole = await onThreads(graph, ranks, concepts, (done, all) => bar(done, all, 'stability'));
  const result = fits(() =>
    caseStability(graph, {
      ranks,
      ...(concepts === undefined ? {} : { concepts }),
      ...(whole === undefined ? {} : { run: () => whole }),
      onProgress: (share) => bar(Math.round(share * 100), 100, 'stability'),
    }),
  );
  bar(100, 100, '');
  const asked: Asked = { given, graph, result, words: wordsOf(given), flags };
  if (flags.csv !== undefined) save(flags.csv, stabilityCsv(given, result));
  const parts = {
    ...(flags.from === undefined ? {} : { from: pathsFrom(asked, flags.from) }),
    ...(flags.coalition === undefined ? {} : { coalitions: coalitions(asked, flags.coalition) }),
    ...(flags.explain === undefined ? {} : { explain: explain(asked, flags.explain) }),
    ...(flags.robust === undefined ? {} : { robust: robust(asked, flags.robust) }),
    ...(flags.mixed === undefined ? {} : { mixed: mixed(asked, flags.mixed) }),
    ...(flags.seek === undefined ? {} : { seek: seek(asked, flags.seek) }),
    ...(flags.inverse === undefined ? {} : { inverse: inverseOf(asked, flags.inverse) }),
  };
  const views = misjudged(asked);
  if (flags.json === true) {
    refuseTooLong(graph, result.concepts.length);
    const hypergame = views === undefined ? {} : { hypergame: views };
    print(JSON.stringify({ ...stabilityReport(given, result), ...hypergame, ...parts }));
    return 0;
  }
  if (flags.csv !== undefined) return 0;
  if (Object.keys(parts).length === 0) {
    showStability(asked);
    if (views !== undefined) showMisjudged(asked, views);
  }
  if (parts.mixed !== undefined) showMixed(asked, parts.mixed);
  if (parts.seek !== undefined) showSeek(asked, parts.seek);
  if (parts.from !== undefined) showPaths(asked, parts.from);
  if (parts.coalitions !== undefined) showCoalitions(asked, parts.coalitions);
  if (parts.explain !== undefined) showExplanation(asked, parts.explain);
  if (parts.robust !== undefined) showRobust(asked, parts.robust);
  if (parts.inverse !== undefined) showInverse(asked, parts.inverse);
  return 0;
}

/** Verdicts that can be written in one go; a program asks for a few concepts of more, or takes the CSV. */
const MOST_VERDICTS = 50_000_000;

function refuseTooLong(graph: CompiledGraph, concepts: number): void {
  const verdicts = graph.nodes * graph.decisionMakers.length * concepts;
  if (verdicts > MOST_VERDICTS)
    throw new UsageError(
      `The verdicts of ${graph.nodes.toLocaleString('en')} states by ${concepts} concepts are too many for one JSON text.`,
      'Ask for one concept at a time: --concept nash.',
    );
}

/** Large option models are judged on all threads of the machine; others are done before threads have started. */
async function onThreads(
  graph: CompiledGraph,
  ranks: readonly Ranks[],
  asked: readonly ReportedConcept[] | undefined,
  onProgress: (done: number, all: number) => void,
): Promise<Stability | undefined> {
  const concepts = CONCEPT_IDS.filter((id) => asked?.includes(id) ?? true);
  const isOptionForm = graph.graph === undefined && !graph.hasStrength;
  if (!isOptionForm || graph.nodes < WORTH_THREADS || concepts.length === 0) return undefined;
  const { stabilityOnThreads } = await import('../run/stability-threads.ts');
  return await fitting(stabilityOnThreads(graph.space, ranks, concepts, { onProgress }));
}
