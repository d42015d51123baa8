/** Several states at once: the least change of one party's preferences that makes all of them stable for everybody. */
import {
  aimAt,
  fewestStatementMoves,
  fewestSwaps,
  movesOf,
  requireSmall,
  TooLarge,
  type ConceptId,
} from '@parley/core/graph';
import { fits, partyNamed, stateNamed } from '../desk/stability.ts';
import { print } from './output.ts';
import { conceptsOf, type Asked } from './stability-asked.ts';
import { stateWords } from './stability-text.ts';

type State = number | string;

export interface Seek {
  readonly states: readonly State[];
  readonly parties: readonly {
    readonly party: string;
    readonly concepts: readonly {
      readonly concept: ConceptId;
      /** Others leave one of the states whatever this party prefers. */
      readonly hopeless: boolean;
      /** The new ranking, best first, equal states together; absent where none was found. */
      readonly ranking?: readonly (readonly State[])[];
      /** Exchanges of neighbouring states that lead there. */
      readonly swaps?: number;
      /** The new order of its statements, and the exchanges of neighbours; where it has statements without weights. */
      readonly statements?: { readonly order: readonly string[]; readonly moves: number };
      readonly complete: boolean;
    }[];
  }[];
}

export function seek(asked: Asked, written: string): Seek {
  const { given, graph, result, flags } = asked;
  fits(() => requireSmall(graph, 'Rankings', 512));
  const nodes = written.split(',').map((text) => stateNamed(graph, given, text.trim()));
  const moves = movesOf(graph);
  const preferences = graph.comparisons(result.ranks);
  const parties =
    flags.party === undefined ? graph.decisionMakers.map((_, dm) => dm) : [partyNamed(graph, flags.party)];
  const state = (node: number): State => graph.nameOf(node) ?? graph.decimal(node);
  return {
    states: nodes.map(graph.decimal),
    parties: parties.map((dm) => ({
      party: graph.decisionMakers[dm]!,
      concepts: conceptsOf(asked, ['nash', 'seq']).map((concept) => {
        const goals = nodes.map((node) => ({ state: node, concept, for: 'everybody', wanted: 'stable' }) as const);
        const aim = aimAt(moves, preferences, dm, goals);
        const swapped = small(() => fewestSwaps(aim, result.ranks[dm]!));
        const own = graph.preferences[dm]!.statements;
        const areOrdinal =
          own.length > 1 &&
          given.preferences.get(graph.decisionMakers[dm]!)!.ranking === undefined &&
          own.every((s) => s.weight === undefined) &&
          graph.nodes === graph.space.states;
        const reordered = areOrdinal
          ? small(() =>
              fewestStatementMoves(
                aim,
                graph.space,
                own.map((s) => s.condition),
              ),
            )
          : undefined;
        return {
          concept,
          hopeless: aim.hopeless.length > 0,
          ...(swapped?.found === undefined
            ? {}
            : { ranking: levels(swapped.found.ranks).map((level) => level.map(state)), swaps: swapped.found.swaps }),
          ...(reordered?.found === undefined
            ? {}
            : { statements: { order: reordered.found.order.map((k) => own[k]!.id), moves: reordered.found.moves } }),
          complete: (swapped?.complete ?? false) && (reordered?.complete ?? true),
        };
      }),
    })),
  };
}

function small<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function levels(ranks: Int32Array): number[][] {
  const byRank = new Map<number, number[]>();
  for (const [node, rank] of ranks.entries()) byRank.set(rank, [...(byRank.get(rank) ?? []), node]);
  return [...byRank].toSorted(([a], [b]) => a - b).map(([, nodes]) => nodes);
}

export function showSeek(asked: Asked, { states, parties }: Seek): void {
  const { graph, words } = asked;
  print('The least change of one party that makes all of these stable for everybody:');
  for (const state of states) print(`  ${state}  ${stateWords(asked, graph.node(BigInt(state)))}`);
  for (const { party, concepts } of parties) {
    print(`\n${words.party(party)}`);
    for (const c of concepts) {
      const head = `  ${c.concept.toUpperCase().padEnd(5)}`;
      if (c.hopeless) print(`${head} no ranking of its own does: others leave one of them`);
      else if (c.ranking === undefined)
        print(`${head} ${c.complete ? 'no ranking does' : 'not found; the search was cut'}`);
      else if (c.swaps === 0) print(`${head} they are so already`);
      else {
        const best = c.ranking
          .map((level) => (level.length === 1 ? String(level[0]) : `[${level.join(' ')}]`))
          .join(' > ');
        print(
          `${head} ${c.swaps} ${c.swaps === 1 ? 'exchange' : 'exchanges'} of neighbours: ${best.length > 300 ? '(--json)' : best}`,
        );
      }
      if (c.statements !== undefined && c.swaps !== 0)
        print(
          `        or its statements in another order, ${c.statements.moves} ${c.statements.moves === 1 ? 'exchange' : 'exchanges'}: ${c.statements.order.join(', ')}`,
        );
    }
  }
}
