/** The ways from a state to the equilibria. */
import { movesOf, statusQuoAnalysis, type ReportedConcept } from '@parley/core/graph';
import { fits, stateNamed } from '../desk/stability.ts';
import { print } from './output.ts';
import type { Asked } from './stability-asked.ts';
import { stateWords } from './stability-text.ts';

interface Path {
  readonly to: number | string;
  readonly concepts: readonly ReportedConcept[];
  readonly moves: readonly PathStep[] | null;
  readonly improvements: readonly PathStep[] | null;
}

interface PathStep {
  readonly party: string;
  readonly from: number | string;
  readonly to: number | string;
}

export function pathsFrom({ given, graph, result }: Asked, written: string): { state: number | string; paths: Path[] } {
  const origin = stateNamed(graph, given, written);
  const moves = movesOf(graph);
  const any = fits(() => statusQuoAnalysis(moves, origin));
  const better = fits(() => statusQuoAnalysis(moves, origin, graph.comparisons(result.ranks)));
  const found = new Map<number, ReportedConcept[]>();
  for (const concept of result.concepts)
    for (const node of result.equilibria(concept)) found.set(node, [...(found.get(node) ?? []), concept]);
  const steps = (path: ReturnType<typeof any.path>): PathStep[] | null =>
    path === undefined
      ? null
      : path.map((step) => ({
          party: graph.decisionMakers[step.mover]!,
          from: graph.decimal(step.from),
          to: graph.decimal(step.to),
        }));
  const paths = [...found]
    .map(([node, concepts]) => ({
      to: graph.decimal(node),
      concepts,
      moves: steps(any.path(node)),
      improvements: steps(better.path(node)),
    }))
    .toSorted((a, b) => b.concepts.length - a.concepts.length || (a.moves?.length ?? 1e9) - (b.moves?.length ?? 1e9));
  return { state: graph.decimal(origin), paths };
}

export function showPaths(asked: Asked, { state, paths }: ReturnType<typeof pathsFrom>): void {
  const { graph } = asked;
  const node = (decimal: number | string): number => graph.node(BigInt(decimal));
  print(`From ${state}: ${stateWords(asked, node(state))}`);
  for (const path of paths.slice(0, asked.flags.all === true ? undefined : 12)) {
    print(`\n  ${path.to}  ${stateWords(asked, node(path.to))}   [${path.concepts.join(' ')}]`);
    if (path.moves === null) print('      cannot be reached by any moves');
    else if (path.moves.length === 0) print('      it is where things stand');
    else {
      print(`      by moves (${path.moves.length}): ${sayPath(asked, path.moves)}`);
      if (path.improvements === null) print('      not by improvements alone');
      else if (
        path.improvements.length !== path.moves.length ||
        sayPath(asked, path.improvements) !== sayPath(asked, path.moves)
      )
        print(`      by improvements (${path.improvements.length}): ${sayPath(asked, path.improvements)}`);
      else print('      each of these moves improves for the one who makes it');
    }
  }
  if (paths.length > 12 && asked.flags.all !== true) print(`\n  and ${paths.length - 12} more (--all)`);
}

function sayPath({ graph, words }: Asked, steps: readonly PathStep[]): string {
  return steps
    .map((step) => {
      const before = new Set(graph.taken(graph.node(BigInt(step.from))));
      const after = new Set(graph.taken(graph.node(BigInt(step.to))));
      const changes = graph.options.flatMap((option) =>
        before.has(option) === after.has(option) ? [] : [`${after.has(option) ? '' : 'not '}${words.label(option)}`],
      );
      return `${words.party(step.party)} (${changes.join(', ')})`;
    })
    .join(' → ');
}
