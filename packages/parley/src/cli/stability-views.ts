/** Different eyes: each party by a concept of its own, and what each expects when they misjudge one another. */
import {
  CONCEPT_IDS,
  hypergame,
  mixedEquilibria,
  movesOf,
  relationalStability,
  stability,
  type CompiledGraph,
  type ConceptId,
  type OwnGame,
  type Stability,
} from '@parley/core/graph';
import { conceptNamed, fits, partyNamed } from '../desk/stability.ts';
import { UsageError } from '../desk/usage.ts';
import { print, terminalStyle } from './output.ts';
import { conceptsOf, type Asked } from './stability-asked.ts';
import { stateWords } from './stability-text.ts';

type State = number | string;

export interface Mixed {
  readonly concepts: Readonly<Record<string, ConceptId>>;
  readonly equilibria: readonly State[];
}

/** `us=nash,ussr=seq`: a concept for every party. */
export function mixed(asked: Asked, written: string): Mixed {
  const { graph } = asked;
  const concepts = new Map<number, ConceptId>();
  for (const part of written.split(',')) {
    const [party, concept] = part.split('=');
    const id = conceptNamed((concept ?? '').trim());
    if (id === 'sim') throw new UsageError('Simultaneous stability cannot be mixed with others.');
    concepts.set(partyNamed(graph, (party ?? '').trim()), id);
  }
  const missing = graph.decisionMakers.filter((_, dm) => !concepts.has(dm));
  if (missing.length > 0)
    throw new UsageError(
      `No concept for ${missing.join(', ')}.`,
      `Write --mixed ${graph.decisionMakers.map((party) => `${party}=nash`).join(',')}.`,
    );
  const list = graph.decisionMakers.map((_, dm) => concepts.get(dm)!);
  return {
    concepts: Object.fromEntries(graph.decisionMakers.map((party, dm) => [party, list[dm]!])),
    equilibria: mixedEquilibria(wholeGame(graph, graph.ranks()), list).map(graph.decimal),
  };
}

export function showMixed(asked: Asked, { concepts, equilibria }: Mixed): void {
  const { graph, words } = asked;
  print(
    `Stable for ${Object.entries(concepts)
      .map(([party, c]) => `${words.party(party)} by ${c.toUpperCase()}`)
      .join(', ')}:`,
  );
  if (equilibria.length === 0) print('  none');
  for (const state of equilibria.slice(0, 20)) print(`  ${state}  ${stateWords(asked, graph.node(BigInt(state)))}`);
  if (equilibria.length > 20) print(`  and ${equilibria.length - 20} more (--json)`);
}

const wholeGame = (graph: CompiledGraph, ranks: readonly Int32Array[]): Stability =>
  fits(() =>
    graph.graph === undefined && !graph.hasStrength
      ? stability(graph.space, ranks)
      : relationalStability(graph.graph ?? movesOf(graph), graph.comparisons(ranks)),
  );

export interface Misjudged {
  readonly concept: ConceptId;
  readonly equilibria: readonly State[];
  readonly expected: Readonly<Record<string, readonly State[]>>;
  readonly surprises: readonly { readonly state: State; readonly surprised: readonly string[] }[];
  readonly disappointments: readonly {
    readonly state: State;
    readonly expectedBy: readonly string[];
    readonly leftBy: readonly string[];
  }[];
}

/** Undefined where nobody misjudges anybody. */
export function misjudged(asked: Asked): readonly Misjudged[] | undefined {
  const { graph } = asked;
  const own = graph.decisionMakers.map((_, dm) => graph.perceived(dm));
  if (own.every((ranks) => ranks === undefined)) return undefined;
  const games = own.map((ranks): OwnGame => ({ stability: wholeGame(graph, ranks ?? graph.ranks()) }));
  const names = (dms: readonly number[]): string[] => dms.map((dm) => graph.decisionMakers[dm]!);
  return conceptsOf(asked, CONCEPT_IDS).map((concept) => {
    const found = hypergame(games, concept);
    return {
      concept,
      equilibria: found.equilibria.map(graph.decimal),
      expected: Object.fromEntries(
        graph.decisionMakers.map((party, dm) => [party, found.expected[dm]!.map(graph.decimal)]),
      ),
      surprises: found.surprises.map((s) => ({ state: graph.decimal(s.state), surprised: names(s.surprised) })),
      disappointments: found.disappointments.map((d) => ({
        state: graph.decimal(d.state),
        expectedBy: names(d.expectedBy),
        leftBy: names(d.leftBy),
      })),
    };
  });
}

export function showMisjudged({ words }: Asked, found: readonly Misjudged[]): void {
  const style = terminalStyle();
  const list = (states: readonly State[]): string => (states.length === 0 ? 'none' : states.slice(0, 10).join(', '));
  const parties = (ids: readonly string[]): string => ids.map(words.party).join(', ');
  print(
    `\n${style.bold('AS EACH SEES THE OTHERS')} ${style.dim('what holds when each judges by the preferences it believes all to have')}`,
  );
  for (const f of found) {
    print(`  ${f.concept.toUpperCase().padEnd(5)} ${list(f.equilibria)}`);
    for (const [party, states] of Object.entries(f.expected))
      print(`        ${words.party(party)} expects ${list(states)}`);
    for (const s of f.surprises.slice(0, 4)) print(`        ${s.state} holds and surprises ${parties(s.surprised)}`);
    for (const d of f.disappointments.slice(0, 4))
      print(`        ${d.state} is expected by ${parties(d.expectedBy)} and left by ${parties(d.leftBy)}`);
  }
}
