/** The inverse question on a terminal: what a party would have to prefer for a state to be stable. */
import { countRankings, leastChanges, movesOf, requirementsFor, TooLarge, type ConceptId } from '@parley/core/graph';
import { partyNamed, stateNamed } from '../desk/stability.ts';
import { conceptsOf, type Asked } from './stability-asked.ts';
import { stateWords } from './stability-text.ts';
import { print } from './output.ts';

type State = number | string;

export interface Inverse {
  readonly state: State;
  readonly parties: readonly {
    readonly party: string;
    readonly concepts: readonly {
      readonly concept: ConceptId;
      readonly stable: boolean;
      /** For every move: in one of the alternatives no state may be preferred to the state asked for. */
      readonly requirements: readonly { readonly move: State; readonly alternatives: readonly (readonly State[])[] }[];
      /** Of all strict rankings, those that meet them; absent where there are too many states to count. */
      readonly rankings?: { readonly met: number; readonly all: number };
      /** States that would have to be preferred no longer, fewest first. */
      readonly leastChanges: readonly (readonly State[])[];
      readonly complete: boolean;
    }[];
  }[];
}

export function inverseOf(asked: Asked, written: string): Inverse {
  const { given, graph, result, flags } = asked;
  const node = stateNamed(graph, given, written);
  const moves = movesOf(graph);
  const preferences = graph.comparisons(result.ranks);
  const parties =
    flags.party === undefined ? graph.decisionMakers.map((_, dm) => dm) : [partyNamed(graph, flags.party)];
  const state = (s: number): State => graph.nameOf(s) ?? graph.decimal(s);
  return {
    state: graph.decimal(node),
    parties: parties.map((dm) => ({
      party: graph.decisionMakers[dm]!,
      concepts: conceptsOf(asked, ['nash', 'seq']).map((concept) => {
        const requirements = requirementsFor(moves, preferences, concept, dm, node);
        const least = leastChanges(requirements, node, result.ranks[dm]!);
        const rankings = counted(() => countRankings(requirements, graph.nodes));
        return {
          concept,
          stable: least.changes.some((change) => change.length === 0),
          requirements: requirements.map((r) => ({
            move: state(r.move),
            alternatives: r.alternatives.map((set) => set.map(state)),
          })),
          ...(rankings === undefined ? {} : { rankings }),
          leastChanges: least.changes.map((change) => change.map(state)),
          complete: least.complete,
        };
      }),
    })),
  };
}

function counted<T>(count: () => T): T | undefined {
  try {
    return count();
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

export function showInverse(asked: Asked, inverse: Inverse): void {
  const { graph, words } = asked;
  print(`What would make ${inverse.state} stable?   ${stateWords(asked, graph.node(BigInt(inverse.state)))}`);
  for (const { party, concepts } of inverse.parties) {
    print(`\n${words.party(party)}`);
    for (const c of concepts) {
      const share =
        c.rankings === undefined ? '' : `; ${c.rankings.met} of ${c.rankings.all} strict rankings make it so`;
      print(`  ${c.concept.toUpperCase().padEnd(5)} ${c.stable ? 'stable already' : 'not stable'}${share}`);
      if (c.stable) continue;
      for (const change of c.leastChanges.slice(0, 3))
        print(`        if it no longer preferred ${change.join(', ')} to ${inverse.state}`);
      if (c.leastChanges.length > 3) print(`        … and ${c.leastChanges.length - 3} more ways (--json)`);
      if (c.leastChanges.length === 0)
        print('        no change of its ranking does: it cannot be deterred from moving on');
      if (!c.complete) print('        the search was cut: smaller changes may be missing');
    }
  }
  const named = new Set(
    inverse.parties.flatMap((p) => p.concepts.flatMap((c) => (c.stable ? [] : c.leastChanges.slice(0, 3).flat()))),
  );
  if (named.size === 0) return;
  print('\nStates');
  for (const s of [...named].slice(0, 20)) {
    const node = typeof s === 'number' || /^\d+$/.test(s) ? graph.node(BigInt(s)) : -1;
    if (node >= 0) print(`  ${s}  ${stateWords(asked, node)}`);
  }
}
