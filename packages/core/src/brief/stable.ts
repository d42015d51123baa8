/** What is stable, in sentences: the strongest equilibrium, why each party stays in it, and what would tip it. */
import type { Case } from '../case/index.ts';
import {
  isUncertain,
  nashShare,
  reachFrom,
  standsIn,
  type CaseStability,
  type ReportedConcept,
  type Stand,
} from '../graph/index.ts';
import { capitalised, listed, type Words } from './say.ts';

export interface StableSection {
  readonly headline: string;
  readonly states: readonly StableState[];
  /** Further equilibria, by fewer concepts. */
  readonly more: number;
  /** Who would move from the state of affairs, and what. */
  readonly now: readonly StableReason[];
}

export interface StableState {
  readonly title: string;
  /** As `parley stability` writes it. */
  readonly state: number | string;
  readonly concepts: readonly ReportedConcept[];
  /** Moves from the state of affairs, and whether each can be an improvement; undefined where nothing leads there. */
  readonly moves?: number;
  readonly byImprovements: boolean;
  /** In how many of 100 draws from the ranges nobody can do better alone; absent where nothing is uncertain. */
  readonly holdsIn?: number;
  readonly reasons: readonly StableReason[];
}

export interface StableReason {
  readonly party: string;
  readonly text: string;
  /** The statements it rests on: ids of preference rows. */
  readonly statements: readonly string[];
}

/** Equilibria that are told with reasons; the others are counted. */
const TOLD = 2;
/** Draws behind a share in a brief: within five of 100 at worst. */
const DRAWS = 400;
const STRONG: readonly ReportedConcept[] = ['nash', 'sseq', 'seq', 'smr', 'gmr', 'sim'];

/** Undefined where no state is stable for everybody and nobody would move: then there is nothing to say. */
export function stableSection(given: Case, result: CaseStability, words: Words): StableSection {
  const { graph } = result;
  const found = new Map<number, ReportedConcept[]>();
  for (const concept of STRONG)
    if (result.concepts.includes(concept))
      for (const node of result.equilibria(concept)) found.set(node, [...(found.get(node) ?? []), concept]);
  const reach = graph.statusQuo < 0 ? undefined : reachFrom(result, graph.statusQuo);
  const sorted = [...found].toSorted(
    ([a, x], [b, y]) => y.length - x.length || (reach?.moves(a) ?? 1e9) - (reach?.moves(b) ?? 1e9) || a - b,
  );
  const most = sorted[0]?.[1].length ?? 0;
  const strongest = sorted.filter(([, concepts]) => concepts.length === most);
  const states = strongest.slice(0, TOLD).map(([node, concepts]): StableState => {
    const moves = reach?.moves(node);
    return {
      title: title(node),
      state: graph.decimal(node),
      concepts,
      ...(moves === undefined ? {} : { moves }),
      byImprovements: reach?.improvements(node) !== undefined,
      ...(concepts.includes('nash') && graph.graph === undefined && isUncertain(graph)
        ? { holdsIn: Math.round(100 * nashShare(graph, node, DRAWS).share) }
        : {}),
      reasons: standsIn(result, node).map(staying),
    };
  });
  const leaving =
    graph.statusQuo < 0 ? [] : standsIn(result, graph.statusQuo).filter((s) => s.best?.comparison === 'better');
  return {
    headline: headline(),
    states,
    more: sorted.length - states.length,
    now: leaving.map((stand) => ({
      party: words.party(stand.party),
      text: `would rather have ${sayChanges(stand.best!)}${sayGain(stand, stand.best!)}`,
      statements: [...stand.best!.gained, ...stand.best!.lost],
    })),
  };

  function headline(): string {
    if (states.length === 0) return 'No state is stable for every party, by any of the concepts.';
    const concepts = states[0]!.concepts;
    const kind = concepts.includes('nash') ? 'nobody can do better alone' : 'whoever could do better alone is deterred';
    if (strongest.length === 1) {
      const isNow = strongest[0]![0] === graph.statusQuo;
      return isNow ? `Things as they stand are stable: ${kind}.` : `One state is the most stable: there ${kind}.`;
    }
    return `${strongest.length} states are equally stable: in them ${kind}.`;
  }

  function title(node: number): string {
    const name = graph.nameOf(node);
    if (name !== undefined) return name;
    const taken = graph.taken(node);
    if (node === graph.statusQuo) return 'Things stay as they are';
    const now = new Set(graph.statusQuo < 0 ? [] : graph.taken(graph.statusQuo));
    const more = taken.filter((option) => !now.has(option)).map((option) => `with ${words.label(option)}`);
    const less = [...now].filter((option) => !taken.includes(option)).map((option) => `without ${words.label(option)}`);
    if (graph.statusQuo >= 0 && more.length + less.length <= taken.length)
      return `As things stand, but ${listed([...more, ...less])}`;
    const own = taken.filter((option) => graph.options.includes(option));
    return own.length === 0 ? 'Nothing is done' : capitalised(listed(own.map(words.label)));
  }

  function staying(stand: Stand): StableReason {
    const { best, tip } = stand;
    const party = words.party(stand.party);
    if (best === undefined) return { party, text: 'no move is open to it', statements: [] };
    if (best.comparison === 'better')
      return { party, text: `deterred from ${sayChanges(best)}${sayGain(stand, best)}`, statements: best.gained };
    const worse = best.lost.length === 0 ? '' : ` would cost it ${sayStatements(stand, best.lost)}`;
    const stays = worse === '' ? 'nothing better to do' : `stays; ${sayChanges(best)}${worse}`;
    const tipped =
      tip === undefined
        ? ''
        : `; tips if ${sayStatements(stand, tip.gained)} outweighs ${sayStatements(stand, tip.lost)}`;
    return {
      party,
      text: `${stays}${tipped}`,
      statements: [...new Set([...best.lost, ...best.gained, ...(tip?.gained ?? []), ...(tip?.lost ?? [])])],
    };
  }

  function sayChanges(move: NonNullable<Stand['best']>): string {
    return listed(move.changes.map((c) => `${c.to ? '' : 'no more '}${words.label(c.option)}`));
  }

  function sayGain(stand: Stand, move: NonNullable<Stand['best']>): string {
    return move.gained.length === 0 ? '' : `, for ${sayStatements(stand, move.gained)}`;
  }

  function sayStatements(stand: Stand, ids: readonly string[]): string {
    const own = given.preferences.get(stand.party)!.statements;
    return listed(ids.map((id) => `“${words.wish(own.find((s) => s.id === id)!.that)}”`));
  }
}

/** How an equilibrium comes about from the state of affairs. */
export function sayWay({ moves, byImprovements, holdsIn }: StableState): string {
  const held = holdsIn === undefined ? '' : `; it holds in ${holdsIn} of 100 draws from the ranges ○`;
  return `${sayMoves(moves, byImprovements)}${held}`;
}

function sayMoves(moves: number | undefined, byImprovements: boolean): string {
  if (moves === undefined) return 'No moves lead there';
  if (moves === 0) return 'It is where things stand';
  const steps = moves === 1 ? 'One move away' : `${moves} moves away`;
  return byImprovements ? `${steps}, each an improvement for who makes it` : `${steps}, not all of them improvements`;
}
