/** How far the equilibria stand on the numbers of the case: its ranges, and the order of its statements and rankings. */
import {
  equilibriumShares,
  isUncertain,
  levelRobustness,
  statementRobustness,
  TooLarge,
  type ConceptId,
} from '@parley/core/graph';
import { fits } from '../desk/stability.ts';
import { UsageError } from '../desk/usage.ts';
import { print, progress, terminalStyle } from './output.ts';
import { conceptsOf, type Asked } from './stability-asked.ts';
import { stateWords } from './stability-text.ts';

type State = number | string;

export interface Robust {
  readonly seed: number;
  readonly draws: number;
  /** By concept: in which share of draws each state is an equilibrium, largest first; those above a hundredth. */
  readonly shares: Readonly<Partial<Record<ConceptId, readonly { readonly state: State; readonly share: number }[]>>>;
  /** Exchanges of neighbouring statements, or levels of a ranking, that change an equilibrium; absent where too many. */
  readonly exchanges?: {
    readonly tried: number;
    readonly flips: readonly {
      readonly party: string;
      /** The two statements, or a state of each of the two levels, that are exchanged. */
      readonly between: readonly [string, string];
      readonly concept: ConceptId;
      readonly lost: readonly State[];
      readonly gained: readonly State[];
    }[];
  };
}

const SEED = 1;
const DRAWS = 200;

export function robust(asked: Asked, draws: string | true): Robust {
  const { graph } = asked;
  if (graph.graph !== undefined || graph.hasStrength)
    throw new UsageError('Robustness is computed for models in option form, with one strength of preference.');
  const count = draws === true ? DRAWS : Number(draws);
  if (!Number.isInteger(count) || count < 1 || count > 1e6)
    throw new UsageError(`“${String(draws).slice(0, 40)}” is not a number of draws.`, 'Write --robust 200.');
  const concepts = conceptsOf(asked, ['nash', 'seq']);
  const drawn = isUncertain(graph) ? count : 1;
  const bar = progress();
  const shares = fits(() =>
    equilibriumShares(graph, concepts, drawn, SEED, {
      onProgress: (share) => bar(Math.round(share * drawn), drawn, 'draws'),
    }),
  );
  bar(1, 1, '');
  const listed = concepts.map((concept) => {
    const own = shares[concept]!;
    const states = [...own.keys()].filter((node) => own[node]! >= 0.01).toSorted((a, b) => own[b]! - own[a]! || a - b);
    return [concept, states.map((node) => ({ state: graph.decimal(node), share: own[node]! }))] as const;
  });
  const exchanges = exchanged(asked, concepts);
  return {
    seed: SEED,
    draws: drawn,
    shares: Object.fromEntries(listed),
    ...(exchanges === undefined ? {} : { exchanges }),
  };
}

/** For statements without weights, and for rankings: weights have ranges of their own. */
function exchanged(asked: Asked, concepts: readonly ConceptId[]): Robust['exchanges'] {
  const { graph, given, words } = asked;
  const rows = graph.decisionMakers.map((party) => given.preferences.get(party)!);
  const isOrdinal = graph.preferences.every(
    (p) => p.influences.length === 0 && p.statements.every((s) => s.weight === undefined),
  );
  const areStatements = rows.every((row) => row.ranking === undefined);
  if (areStatements && !isOrdinal) return undefined;
  try {
    if (areStatements) {
      const lists = graph.preferences.map((p) => p.statements);
      const result = statementRobustness(
        graph.space,
        lists.map((list) => list.map((s) => s.condition)),
        concepts,
      );
      return {
        tried: result.tried,
        flips: result.flips.map((flip) => ({
          party: graph.decisionMakers[flip.decisionMaker]!,
          between: [0, 1].map((k) => words.wish(lists[flip.decisionMaker]![flip.statement + k]!.that)) as [
            string,
            string,
          ],
          concept: flip.concept,
          lost: flip.lost.map(graph.decimal),
          gained: flip.gained.map(graph.decimal),
        })),
      };
    }
    const result = levelRobustness(graph.space, graph.ranks(), concepts);
    return {
      tried: result.tried,
      flips: result.flips.map((flip) => ({
        party: graph.decisionMakers[flip.decisionMaker]!,
        between: [String(graph.decimal(flip.better)), String(graph.decimal(flip.worse))],
        concept: flip.concept,
        lost: flip.lost.map(graph.decimal),
        gained: flip.gained.map(graph.decimal),
      })),
    };
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

export function showRobust(asked: Asked, result: Robust): void {
  const { graph, words } = asked;
  const style = terminalStyle();
  print(style.bold('UNDER THE RANGES OF THE CASE'));
  if (result.draws === 1) print('  No number that bears on preferences is a range: every draw is alike.');
  else {
    print(style.dim(`  ${result.draws} draws, seed ${result.seed}: in how many each state is an equilibrium`));
    for (const [concept, states] of Object.entries(result.shares)) {
      print(`  ${concept.toUpperCase()}`);
      for (const { state, share } of states.slice(0, 8)) {
        const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '░');
        print(
          `    ${bar} ${(100 * share).toFixed(0).padStart(3)} %  ${String(state)}  ${stateWords(asked, graph.node(BigInt(state)))}`,
        );
      }
      if (states.length === 0) print('    none in more than one draw of a hundred');
      if (states.length > 8) print(style.dim(`    and ${states.length - 8} more (--json)`));
    }
  }
  if (result.exchanges === undefined) return;
  const { tried, flips } = result.exchanges;
  print(`\n${style.bold('UNDER AN EXCHANGE OF NEIGHBOURS IN ONE RANKING')}`);
  print(style.dim(`  ${tried} exchanges tried, ${flips.length} change an equilibrium`));
  for (const flip of flips.slice(0, 12)) {
    const effects = [
      ...(flip.lost.length > 0 ? [`ends ${flip.lost.slice(0, 6).join(', ')}`] : []),
      ...(flip.gained.length > 0 ? [`makes ${flip.gained.slice(0, 6).join(', ')}`] : []),
    ].join(', ');
    print(
      `  · ${words.party(flip.party)}: “${flip.between[0]}” after “${flip.between[1]}” ${effects} (${flip.concept.toUpperCase()})`,
    );
  }
  if (flips.length > 12) print(style.dim(`    and ${flips.length - 12} more (--json)`));
}
