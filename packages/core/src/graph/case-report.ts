/**
 * What is stable in a case, for people and programs: states as decimals, parties by their ids, reasons by the statements
 * they rest on. Field names are a promise.
 */
import type { Case } from '../case/index.ts';
import { REPORTED, movesOf, type CaseStability, type ReportedConcept } from './case-stability.ts';
import { compile } from './condition.ts';
import type { CompiledGraph, SettledOption } from './from-case.ts';
import { statusQuoAnalysis } from './status-quo.ts';
import { decimalOf } from './state-space.ts';

export type Decimal = number | string;

export interface StabilityReport {
  readonly title: string;
  readonly asOf: string;
  /** Possible states; indistinguishable ones count once. */
  readonly states: number;
  readonly decisionMakers: readonly string[];
  /** Open options, and the bit of each in a state's decimal. */
  readonly options: readonly { readonly option: string; readonly bit: number }[];
  readonly settled: readonly SettledOption[];
  readonly holes: readonly string[];
  readonly unmoving: readonly string[];
  readonly constantStatements: readonly {
    readonly party: string;
    readonly statement: string;
    readonly value: boolean;
    readonly because: readonly string[];
  }[];
  readonly unweighedStatements: readonly { readonly party: string; readonly statement: string }[];
  readonly statusQuo: Decimal | null;
  readonly concepts: Partial<Record<ReportedConcept, ReportedVerdicts>>;
  /** The options taken in every equilibrium and in the status quo, by decimal. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Why concepts are missing, if any are. */
  readonly leftOut: readonly string[];
}

export interface ReportedVerdicts {
  readonly equilibria: readonly Decimal[];
  readonly stable: Readonly<Record<string, readonly Decimal[]>>;
  /** Where preferences have two strengths: the equilibria that are strongly stable for everybody. */
  readonly strong?: readonly Decimal[];
}

export function stabilityReport(given: Case, result: CaseStability): StabilityReport {
  const { graph } = result;
  const { decimal } = graph;
  const bits = new Map([...given.options.keys()].map((option, k) => [option, k]));
  const nodes = [...Array(graph.nodes).keys()];
  const concepts: Partial<Record<ReportedConcept, ReportedVerdicts>> = {};
  const named = new Set<number>(graph.statusQuo < 0 ? [] : [graph.statusQuo]);
  for (const concept of REPORTED) {
    if (!result.concepts.includes(concept)) continue;
    const equilibria = result.equilibria(concept);
    for (const node of equilibria) named.add(node);
    const { isStrong } = result;
    const strong =
      isStrong === undefined || concept === 'sim'
        ? undefined
        : equilibria.filter((node) => graph.decisionMakers.every((_, dm) => isStrong(concept, dm, node)));
    concepts[concept] = {
      equilibria: equilibria.map(decimal),
      stable: Object.fromEntries(
        graph.decisionMakers.map((party, dm) => [
          party,
          nodes.filter((node) => result.isStable(concept, dm, node)).map(decimal),
        ]),
      ),
      ...(strong === undefined ? {} : { strong: strong.map(decimal) }),
    };
  }
  return {
    title: given.title,
    asOf: given.asOf,
    states: graph.nodes,
    decisionMakers: graph.decisionMakers,
    options: graph.options.map((option) => ({ option, bit: bits.get(option)! })),
    settled: graph.settled,
    holes: graph.holes,
    unmoving: graph.unmoving,
    constantStatements: graph.preferences.flatMap((p) =>
      p.constant.map((s) => ({ party: p.party, statement: s.id, value: s.value, because: s.because })),
    ),
    unweighedStatements: graph.preferences.flatMap((p) =>
      p.unweighed.map((s) => ({ party: p.party, statement: s.id })),
    ),
    statusQuo: graph.statusQuo < 0 ? null : decimal(graph.statusQuo),
    concepts,
    names: Object.fromEntries(
      [...named].toSorted((a, b) => a - b).map((node) => [String(decimal(node)), graph.taken(node)]),
    ),
    leftOut: result.simLeftOut ? ['sim'] : [],
  };
}

/** Where a party stands in a state: whether it can do better alone, and what its best move would gain and lose it. */
export interface Stand {
  readonly party: string;
  readonly concepts: readonly ReportedConcept[];
  /** Its best move from here; undefined where it has none. */
  readonly best?: {
    readonly to: number;
    readonly changes: readonly { readonly option: string; readonly to: boolean }[];
    readonly comparison: 'better' | 'indifferent' | 'worse';
    /** Statements that hold here and would no longer, and the other way round; empty for explicit rankings. */
    readonly lost: readonly string[];
    readonly gained: readonly string[];
  };
  /**
   * Where it stays: the move that needs least to become attractive, among those that gain it something. It would be made
   * if what is gained outweighed what is lost.
   */
  readonly tip?: NonNullable<Stand['best']>;
}

export function standsIn(result: CaseStability, node: number): Stand[] {
  const { graph, ranks } = result;
  const moves = movesOf(graph);
  return graph.decisionMakers.map((party, dm) => {
    const own = ranks[dm]!;
    const concepts = result.concepts.filter((concept) => result.isStable(concept, dm, node));
    const targets = [...moves.moves(dm, node)];
    if (targets.length === 0) return { party, concepts };
    // Of the best ones the one that changes least.
    const to = targets.reduce((best, q) =>
      own[q]! < own[best]! || (own[q] === own[best] && changed(graph, node, q) < changed(graph, node, best)) ? q : best,
    );
    const best = moveTo(result, dm, node, to);
    const tip = best.comparison === 'better' ? undefined : tipOf(result, dm, node, targets);
    return { party, concepts, best, ...(tip === undefined ? {} : { tip }) };
  });
}

function moveTo(result: CaseStability, dm: number, node: number, to: number): NonNullable<Stand['best']> {
  const { graph, ranks } = result;
  const own = ranks[dm]!;
  const before = new Set(graph.taken(node));
  const after = new Set(graph.taken(to));
  return {
    to,
    changes: graph.options
      .filter((option) => before.has(option) !== after.has(option))
      .map((option) => ({ option, to: after.has(option) })),
    comparison: own[to]! < own[node]! ? 'better' : own[to] === own[node] ? 'indifferent' : 'worse',
    ...differences(result, dm, node, to),
  };
}

function tipOf(
  result: CaseStability,
  dm: number,
  node: number,
  targets: readonly number[],
): NonNullable<Stand['best']> | undefined {
  const size = new Map(result.graph.preferences[dm]!.statements.map((s) => [s.id, s.size]));
  const weigh = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + size.get(id)!, 0);
  let nearest: { to: number; short: number } | undefined;
  for (const to of targets) {
    const { lost, gained } = differences(result, dm, node, to);
    if (gained.length === 0) continue;
    const short = weigh(lost) - weigh(gained);
    if (nearest === undefined || short < nearest.short) nearest = { to, short };
  }
  return nearest === undefined ? undefined : moveTo(result, dm, node, nearest.to);
}

const changed = (graph: CompiledGraph, a: number, b: number): number => {
  const [x, y] = [new Set(graph.taken(a)), new Set(graph.taken(b))];
  return graph.options.filter((option) => x.has(option) !== y.has(option)).length;
};

function differences(
  { graph }: CaseStability,
  dm: number,
  here: number,
  there: number,
): { lost: string[]; gained: string[] } {
  if (graph.nodes !== graph.space.states) return { lost: [], gained: [] };
  const [a, b] = [decimalOf(graph.space, here), decimalOf(graph.space, there)];
  const lost: string[] = [];
  const gained: string[] = [];
  for (const { id, condition } of graph.preferences[dm]!.statements) {
    const holds = compile(condition);
    if (holds(a) && !holds(b)) lost.push(id);
    if (!holds(a) && holds(b)) gained.push(id);
  }
  return { lost, gained };
}

/** How equilibria can come about from the status quo: the moves of a shortest path, or undefined where there is none. */
export interface Reach {
  readonly moves: (node: number) => number | undefined;
  readonly improvements: (node: number) => number | undefined;
}

export function reachFrom(result: CaseStability, from: number): Reach {
  const { graph, ranks } = result;
  const moves = movesOf(graph);
  const any = statusQuoAnalysis(moves, from);
  const better = statusQuoAnalysis(moves, from, graph.comparisons(ranks));
  const of = (distance: Int32Array) => (node: number) => (distance[node]! < 0 ? undefined : distance[node]);
  return { moves: of(any.distance), improvements: of(better.distance) };
}
