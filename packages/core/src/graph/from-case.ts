/**
 * Compiles a case, as it stands at the end of its as-of day, to a graph model (rule U5).
 *
 * Decision makers are the parties with reported preferences and an option that is still open. An option leaves the state
 * space when nothing can change it any more: declined, taken and irreversible, or owned by a party that does not decide
 * here. A state is written as the decimal over *all* options of the file, the settled ones as they stand, so that it means
 * the same state on every as-of day.
 */
import {
  hasStatusQuo,
  inForce,
  stateOf as caseState,
  type Case,
  type Option as CaseOption,
  type Path,
  type Perception,
  type Preference as CasePreferenceRow,
  type Ranking,
} from '../case/index.ts';
import { caseConditions, type CaseConditions } from './case-conditions.ts';
import { coalescence, explicitGraph, restrictions } from './case-moves.ts';
import { casePreference, type CasePreference, type Draw } from './case-preferences.ts';
import type { GraphProblem } from './case-problems.ts';
import type { Control } from './limits.ts';
import { MAX_OPTIONS, type OptionModel, type Ranks } from './model.ts';
import type { ExplicitGraph } from './move-graph.ts';
import { fromRanks, type Preference } from './preference.ts';
import { decimalOf, stateOf, stateSpace, type StateSpace } from './state-space.ts';

/** Why an option is not part of the state space. */
export type Settled = 'declined' | 'taken' | 'closed' | 'no-preferences';

export interface SettledOption {
  readonly option: string;
  readonly value: boolean;
  readonly why: Settled;
}

export interface CompileOptions extends Control {
  /** Preconditions restrict moves. Default false. */
  readonly preconditions?: boolean;
}

/** A node of the analysis: a state of the option model, or one that stands for several indistinguishable ones. */
export interface CompiledGraph {
  readonly decisionMakers: readonly string[];
  /** Open options in the order of the file; the k-th is bit k of a state of `space`. */
  readonly options: readonly string[];
  readonly settled: readonly SettledOption[];
  /** Parties with options but without reported preferences: their options stay as they are. */
  readonly holes: readonly string[];
  /** Parties with reported preferences that have no open option. */
  readonly unmoving: readonly string[];
  readonly model: OptionModel;
  readonly space: StateSpace;
  readonly preferences: readonly CasePreference[];
  /** Ranks by decision maker; `draw` as in {@link CasePreference}. */
  readonly ranks: (draw?: Draw) => readonly Ranks[];
  /** Ranks as decision maker i sees them, where the case has perceptions or states that some do not see. */
  readonly perceived: (i: number) => readonly Ranks[] | undefined;
  /** Moves node by node, where the option form does not say it all; absent otherwise. */
  readonly graph?: ExplicitGraph;
  readonly nodes: number;
  readonly statusQuo: number;
  /** The node a state of the option model belongs to. */
  readonly nodeOf: (state: number) => number;
  /** The decimal of a node over all options of the file; a string above 2^53. */
  readonly decimal: (node: number) => number | string;
  /** The node of such a decimal, or −1. */
  readonly node: (decimal: bigint) => number;
  /** The options taken in it, all options of the file considered. */
  readonly taken: (node: number) => readonly string[];
  /** Its name, if it stands for indistinguishable states. */
  readonly nameOf: (node: number) => string | undefined;
  readonly conditions: CaseConditions;
  /** How strongly: levels of a ranking that lie far above the next. */
  readonly comparisons: (ranks: readonly Ranks[]) => readonly Preference[];
  readonly hasStrength: boolean;
}

export type Compiled =
  | { readonly graph: CompiledGraph; readonly problems?: undefined }
  | { readonly graph?: undefined; readonly problems: readonly GraphProblem[] };

export function compileGraph(given: Case, options: CompileOptions = {}): Compiled {
  const now = caseState(given);
  const reported = (party: string): boolean => hasPreferences(given.preferences.get(party));
  const all = [...given.options.values()];
  const settled = all.flatMap((option): SettledOption[] => {
    const why = reasonOf(option, hasStatusQuo(given) ? now : undefined, reported);
    return why === undefined ? [] : [{ option: option.id, value: now.holds(option.id), why }];
  });
  const isSettled = new Map(settled.map((s) => [s.option, s]));
  const open = all.filter((option) => !isSettled.has(option.id));
  const decisionMakers = [...given.parties.keys()].filter(
    (party) => reported(party) && open.some((option) => option.party === party),
  );
  const owners = new Set(all.map((option) => option.party));
  const holes = [...owners].filter((party) => !reported(party));
  const unmoving = [...given.preferences.keys()].filter((party) => reported(party) && !decisionMakers.includes(party));
  if (decisionMakers.length === 0) return { problems: [{ code: 'nobody-decides', path: ['preferences'], detail: {} }] };
  if (open.length > MAX_OPTIONS) {
    const detail = { open: open.length, most: MAX_OPTIONS };
    return { problems: [{ code: 'too-many-options', path: open[MAX_OPTIONS]!.path, detail }] };
  }

  const index = new Map(open.map((option, k) => [option.id, k]));
  const conditions = caseConditions(given, now, index);
  const model: OptionModel = {
    decisionMakers,
    options: open.map((option) => ({
      name: option.id,
      owner: decisionMakers.indexOf(option.party),
      ...(option.permitted === 'both' ? {} : { irreversible: option.permitted }),
    })),
    infeasible: [...given.impossible.values()]
      .filter((row) => inForce(row, given.asOf))
      .map((row) => conditions.condition(row.that))
      // A rule that is broken whatever happens says nothing about what may happen.
      .filter((c) => c.kind !== 'constant'),
  };
  const space = stateSpace(model, options);
  if (space.states === 0) return { problems: [{ code: 'no-state', path: ['impossible'], detail: {} }] };

  const bits = new Map(all.map((option, k) => [option.id, 2n ** BigInt(k)]));
  const fixed = settled.reduce((sum, s) => (s.value ? sum + bits.get(s.option)! : sum), 0n);
  const wide = (state: number): bigint => {
    const decimal = decimalOf(space, state);
    return open.reduce((sum, option, k) => ((decimal >>> k) & 1 ? sum + bits.get(option.id)! : sum), fixed);
  };
  const problems: GraphProblem[] = [];
  const groups = coalescence(given, space, conditions, (state) => String(wide(state)), problems);
  const firstOf = groups.members ?? undefined;
  const first = (node: number): number => (firstOf === undefined ? node : firstOf[node]![0]!);
  const taken = (node: number): string[] => {
    const decimal = wide(first(node));
    return all.filter((option) => (decimal & bits.get(option.id)!) !== 0n).map((option) => option.id);
  };
  const decimal = (node: number): number | string => {
    const value = wide(first(node));
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
  };
  const node = (value: bigint): number => {
    if (value < 0n || value >= 2n ** BigInt(all.length)) return -1;
    if (settled.some((s) => ((value & bits.get(s.option)!) !== 0n) !== s.value)) return -1;
    const own = open.reduce((sum, option, k) => ((value & bits.get(option.id)!) !== 0n ? sum + 2 ** k : sum), 0);
    const state = stateOf(space, own);
    return state < 0 ? -1 : groups.nodeOf(state);
  };

  const nodes = groups.members?.length ?? space.states;
  const rankings = new Map<Ranking, { ranks: Ranks; leaps: readonly number[] }>();
  const readRanking = (ranking: Ranking): void => {
    const ranks = new Int32Array(nodes).fill(-1);
    // Decimals of settled options say how things would stand had they gone otherwise; those states are left out.
    const isElsewhere = (names: readonly string[]): boolean =>
      settled.some((s) => names.includes(s.option) !== s.value);
    const levels = ranking.levels.map((level) => level.filter((s) => 'name' in s || !isElsewhere(s.taken)));
    for (const [rank, level] of levels.entries())
      for (const state of level) {
        const at =
          'name' in state
            ? (groups.named.get(state.name) ?? -1)
            : node(state.taken.reduce((sum, id) => sum + (bits.get(id) ?? 0n), 0n));
        const name =
          'name' in state ? state.name : String(state.taken.reduce((sum, id) => sum + (bits.get(id) ?? 0n), 0n));
        if (at < 0) problems.push({ code: 'state-impossible', path: state.path, detail: { state: name } });
        else if (ranks[at] !== -1)
          problems.push({ code: 'state-ranked-twice', path: state.path, detail: { state: name } });
        else ranks[at] = rank;
      }
    const missing: string[] = [];
    let count = 0;
    for (let n = 0; n < nodes; n++)
      if (ranks[n] === -1) {
        count++;
        if (missing.length < 8) missing.push(groups.nameOf(n) ?? String(decimal(n)));
      }
    if (count > 0) problems.push({ code: 'states-unranked', path: ranking.path, detail: { states: missing, count } });
    rankings.set(ranking, { ranks, leaps: ranking.leaps });
  };

  type Source = { readonly preference: CasePreference; readonly ranking?: Ranking; readonly path: Path };
  const sourceOf = (party: string, row: CasePreferenceRow | Perception): Source => {
    if (row.ranking !== undefined) readRanking(row.ranking);
    return {
      preference: casePreference(party, row, given, conditions),
      ...(row.ranking === undefined ? {} : { ranking: row.ranking }),
      path: row.path,
    };
  };
  const ranksOf = ({ preference, ranking }: Source, draw?: Draw): Ranks => {
    if (ranking !== undefined) return rankings.get(ranking)!.ranks;
    const ranks = preference.ranks(space, draw);
    return firstOf === undefined ? ranks : Int32Array.from(firstOf, ([state]) => ranks[state!]!);
  };
  const sources = decisionMakers.map((party) => sourceOf(party, given.preferences.get(party)!));
  for (const [k, source] of sources.entries()) {
    if (source.ranking !== undefined || firstOf === undefined) continue;
    const ranks = source.preference.ranks(space);
    for (const [n, members] of firstOf.entries()) {
      if (members.every((s) => ranks[s] === ranks[members[0]!])) continue;
      const detail = { party: decisionMakers[k]!, name: groups.nameOf(n)! };
      problems.push({ code: 'states-differ', path: source.path, detail });
      break;
    }
  }
  const seen = new Map<number, Map<number, Source>>();
  for (const row of given.perceptions.values()) {
    const [by, of] = [decisionMakers.indexOf(row.by), decisionMakers.indexOf(row.of)];
    if (by < 0 || of < 0) continue;
    const own = seen.get(by) ?? new Map<number, Source>();
    seen.set(by, own.set(of, sourceOf(row.of, row)));
  }
  if (problems.length > 0) return { problems };

  const blind = decisionMakers.map((party) => given.preferences.get(party)!.unseen.map((e) => conditions.condition(e)));
  const needsGraph = firstOf !== undefined || blind.some((list) => list.length > 0) || options.preconditions === true;
  const graph = needsGraph
    ? explicitGraph(space, groups, blind, options.preconditions === true ? restrictions(given, conditions, index) : [])
    : undefined;
  const at = open.reduce((sum, option, k) => (now.holds(option.id) ? sum + 2 ** k : sum), 0);
  const statusQuoState = hasStatusQuo(given) ? stateOf(space, at) : -1;
  const hasStrength = sources.some((s) => (s.ranking?.leaps.length ?? 0) > 0);
  return {
    graph: {
      decisionMakers,
      options: open.map((option) => option.id),
      settled,
      holes,
      unmoving,
      model,
      space,
      preferences: sources.map((s) => s.preference),
      ranks: (draw) => sources.map((source) => ranksOf(source, draw)),
      perceived: (i) => {
        const own = seen.get(i);
        return own === undefined ? undefined : sources.map((source, j) => ranksOf(own.get(j) ?? source));
      },
      ...(graph === undefined ? {} : { graph }),
      nodes,
      statusQuo: statusQuoState < 0 ? -1 : groups.nodeOf(statusQuoState),
      nodeOf: groups.nodeOf,
      decimal,
      node,
      taken,
      nameOf: groups.nameOf,
      conditions,
      comparisons: (ranks) =>
        sources.map((source, k) => {
          const leaps = source.ranking === undefined ? [] : rankings.get(source.ranking)!.leaps;
          return leaps.length === 0 ? fromRanks(ranks[k]!) : acrossLeaps(ranks[k]!, leaps);
        }),
      hasStrength,
    },
  };
}

const hasPreferences = (row: CasePreferenceRow | undefined): boolean =>
  row !== undefined && row.reported && (row.statements.length > 0 || row.ranking !== undefined);

function reasonOf(
  option: CaseOption,
  now: { holds: (name: string) => boolean; declined: (name: string) => boolean } | undefined,
  reported: (party: string) => boolean,
): Settled | undefined {
  if (!reported(option.party)) return 'no-preferences';
  // Without a status quo nothing has been taken or given up.
  if (now === undefined) return undefined;
  if (now.declined(option.id)) return 'declined';
  if (option.permitted === 'to-yes' && now.holds(option.id)) return 'taken';
  if (option.permitted === 'to-no' && !now.holds(option.id)) return 'closed';
  return undefined;
}

/** Ranks, where a step over one of these levels is a large one. */
const acrossLeaps =
  (ranks: Ranks, leaps: readonly number[]): Preference =>
  (q, s) => {
    const [high, low] = [Math.min(ranks[q]!, ranks[s]!), Math.max(ranks[q]!, ranks[s]!)];
    if (high === low) return 'indifferent';
    const isLarge = leaps.some((leap) => high <= leap && low > leap);
    if (ranks[q]! < ranks[s]!) return isLarge ? 'much-better' : 'better';
    return isLarge ? 'much-worse' : 'worse';
  };
