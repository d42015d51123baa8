/**
 * Writes the graph model of a case (rule U5) as a `.gmcr` file (./gmcr.ts). Statements stay statements where they are
 * ordinal; weights, influences and conditions too wide to be written out become a ranking of the states, for everybody,
 * since the file knows one or the other. What the format cannot hold is listed.
 */
import type { Case } from '../case/index.ts';
import { TooLarge, type CompiledGraph, type Condition } from '../graph/index.ts';
import { alternatives, type Conjunction } from './gmcr-conditions.ts';
import type { GmcrCondition, GmcrDirection, GmcrFile, GmcrLiteral, GmcrRanking } from './gmcr.ts';

/** What of the case the file does not say. */
export type GmcrOmission =
  | { readonly code: 'settled'; readonly options: readonly string[] }
  | { readonly code: 'status-quo' | 'evidence' | 'leaps' | 'perceptions' }
  | { readonly code: 'indistinguishable'; readonly names: readonly string[] }
  | { readonly code: 'ranked'; readonly parties: readonly string[] };

export interface GmcrWriting {
  readonly file: GmcrFile;
  readonly omissions: readonly GmcrOmission[];
}

/** A ranking in ordered numbers of more states than this is for nobody to read. */
const MOST_RANKED = 100_000;
/** Alternatives of one condition, of a statement and of a rule. */
const MOST_MEMBERS = 200;
const MOST_RULES = 2000;
const DIRECTIONS: Readonly<Record<'both' | 'to-yes' | 'to-no', GmcrDirection>> = {
  both: 'both',
  'to-yes': 'fwd',
  'to-no': 'back',
};

export function writeGmcr(given: Case, graph: CompiledGraph): GmcrWriting {
  const { space } = graph;
  // In the order of their options, which is how their numbers come to count.
  const makers = [...graph.decisionMakers.keys()].toSorted((a, b) => firstOption(graph, a) - firstOption(graph, b));
  const statements = graph.decisionMakers.map((_, dm) => statementsOf(graph, dm));
  const byRanking = statements.some((list) => list === undefined);
  if (byRanking && space.states > MOST_RANKED)
    throw new TooLarge(`A ranking of ${space.states} states`, space.states, MOST_RANKED, 'states');
  const ranks = byRanking ? graph.ranks() : [];
  const words = graph.options.map((id) => given.options.get(id)!);
  const file: GmcrFile = {
    program: 'parley',
    version: '1',
    options: words.map(({ text, permitted }) => ({ name: text, permittedDirection: DIRECTIONS[permitted] })),
    decisionMakers: makers.map((dm) => {
      const id = graph.decisionMakers[dm]!;
      const unseen = given.preferences.get(id)!.unseen.map((e) => graph.conditions.condition(e));
      return {
        name: given.parties.get(id)!.name,
        options: [...graph.model.options.keys()].filter((k) => graph.model.options[k]!.owner === dm),
        preferences: statements[dm] ?? [],
        misperceptions: unseen.flatMap(rulesOf),
        ...(byRanking ? { preferenceRanking: rankingOf(graph, ranks[dm]!) } : {}),
      };
    }),
    coalitions: makers.map((_, k) => k),
    infeasibles: (graph.model.infeasible ?? []).flatMap(rulesOf),
    useManualPreferenceRanking: byRanking,
  };
  const names = [...given.indistinguishable.keys()];
  const ranked = graph.decisionMakers.filter(
    (party, dm) => statements[dm] === undefined && given.preferences.get(party)!.ranking === undefined,
  );
  return {
    file,
    omissions: [
      ...(graph.settled.length > 0 ? [{ code: 'settled', options: graph.settled.map((s) => s.option) } as const] : []),
      ...(graph.statusQuo >= 0 ? [{ code: 'status-quo' } as const] : []),
      ...(names.length > 0 ? [{ code: 'indistinguishable', names } as const] : []),
      ...(ranked.length > 0 ? [{ code: 'ranked', parties: ranked } as const] : []),
      ...(graph.hasStrength ? [{ code: 'leaps' } as const] : []),
      ...(given.perceptions.size > 0 ? [{ code: 'perceptions' } as const] : []),
      ...(given.sources.size > 0 || given.events.size > 0 ? [{ code: 'evidence' } as const] : []),
    ],
  };
}

const firstOption = (graph: CompiledGraph, dm: number): number =>
  graph.model.options.findIndex((option) => option.owner === dm);

/** Undefined where the preferences cannot be written as statements. */
function statementsOf(graph: CompiledGraph, dm: number): GmcrCondition[] | undefined {
  const { statements, constant, influences, unweighed } = graph.preferences[dm]!;
  const isOrdinal = influences.length === 0 && statements.every((s) => s.weight === undefined);
  // Without statements there is a ranking; with constant ones alone, indifference.
  if (!isOrdinal || statements.length + constant.length + unweighed.length === 0) return undefined;
  const written = statements.map((s) => alternatives(s.condition, MOST_MEMBERS));
  if (written.includes(undefined)) return undefined;
  // What never holds, or always does, ranks nothing.
  const telling = written.flatMap((members) => (members!.some(({ mask }) => mask !== 0) ? [members!] : []));
  return telling.map((members) => (members.length === 1 ? literals(members[0]!) : compound(members)));
}

const compound = (members: readonly Conjunction[]): GmcrCondition => ({
  compound: true,
  members: members.map(literals),
});

function literals({ mask, value }: Conjunction): GmcrLiteral[] {
  const found: GmcrLiteral[] = [];
  for (let k = 0; k < 31; k++) if ((mask >>> k) & 1) found.push([k, (value >>> k) & 1 ? 'Y' : 'N']);
  return found;
}

/** One row for each alternative, as the program has them. */
function rulesOf(condition: Condition): GmcrCondition[] {
  const members = alternatives(condition, MOST_RULES);
  if (members === undefined)
    throw new TooLarge('An `impossible:` row or an `unseen:` one', MOST_RULES + 1, MOST_RULES, 'conditions');
  return members.filter(({ mask }) => mask !== 0).map(literals);
}

/** Numbers of the feasible states from 1, best first. */
function rankingOf(graph: CompiledGraph, ranks: Int32Array): GmcrRanking {
  const levels = new Map<number, number[]>();
  for (let state = 0; state < graph.space.states; state++) {
    const rank = ranks[graph.nodeOf(state)]!;
    const level = levels.get(rank);
    if (level === undefined) levels.set(rank, [state + 1]);
    else level.push(state + 1);
  }
  const best = [...levels].toSorted(([a], [b]) => a - b);
  return best.map(([, level]) => (level.length === 1 ? level[0]! : level));
}
