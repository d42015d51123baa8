/** Verdicts as proofs, in sentences and as data. */
import { movesOf, narrate, prove, type CompiledGraph, type ConceptId } from '@parley/core/graph';
import { partyNamed, stateNamed } from '../desk/stability.ts';
import { print } from './output.ts';
import { conceptsOf, type Asked } from './stability-asked.ts';
import { stateWords } from './stability-text.ts';

interface Explanation {
  readonly state: number | string;
  readonly parties: readonly {
    readonly party: string;
    readonly concepts: readonly {
      readonly concept: ConceptId;
      readonly verdict: string;
      readonly sentences: readonly string[];
    }[];
  }[];
}

export function explain(asked: Asked, written: string): Explanation {
  const { given, graph, result, flags } = asked;
  const node = stateNamed(graph, given, written);
  const moves = movesOf(graph);
  const preferences = graph.comparisons(result.ranks);
  const parties =
    flags.party === undefined ? graph.decisionMakers.map((_, dm) => dm) : [partyNamed(graph, flags.party)];
  const names = {
    decisionMakers: graph.decisionMakers.map(asked.words.party),
    state: (s: number) => graph.nameOf(s) ?? String(graph.decimal(s)),
  };
  return {
    state: graph.decimal(node),
    parties: parties.map((dm) => ({
      party: graph.decisionMakers[dm]!,
      concepts: conceptsOf(asked, ['nash', 'seq', 'smr']).map((concept) => {
        const proof = prove(moves, preferences, concept, dm, node);
        return { concept, verdict: proof.verdict, sentences: narrate(proof, names), proof: withDecimals(proof, graph) };
      }),
    })),
  };
}

/** The proof with states as decimals and parties as ids, for programs that check it themselves. */
function withDecimals(proof: ReturnType<typeof prove>, graph: CompiledGraph): unknown {
  const state = (s: number): number | string => graph.decimal(s);
  if (proof.verdict === 'stable')
    return {
      verdict: 'stable',
      answers: proof.answers.map((a) => ({
        improvement: state(a.improvement),
        path: a.path.map((s) => ({ mover: graph.decisionMakers[s.mover]!, from: state(s.from), to: state(s.to) })),
        sanction: state(a.sanction),
      })),
    };
  return {
    verdict: 'unstable',
    improvement: state(proof.improvement),
    none: proof.none.map((n) => ({
      state: state(n.state),
      lastMovers: n.lastMovers.map((dm) => graph.decisionMakers[dm]!),
      betterAt: state(n.betterAt),
    })),
  };
}

export function showExplanation(asked: Asked, { state, parties }: Explanation): void {
  const { graph, words } = asked;
  const mentioned = new Set<string>([String(state)]);
  print(`${state}: ${stateWords(asked, graph.node(BigInt(state)))}`);
  for (const { party, concepts } of parties) {
    print(`\n${words.party(party)}`);
    for (const { sentences } of concepts) {
      const shown = sentences.slice(0, 8);
      shown.forEach((line, k) => print(`  ${k === 0 ? '·' : ' '} ${line}`));
      if (sentences.length > shown.length) print(`    … and ${sentences.length - shown.length} more (--json)`);
      for (const line of shown) for (const [number] of line.matchAll(/\b\d+\b/g)) mentioned.add(number);
    }
  }
  const legend = [...mentioned]
    .map((text) => [text, graph.node(BigInt(text))] as const)
    .filter(([text, node]) => node >= 0 && text !== String(state));
  if (legend.length === 0) return;
  print('\nStates');
  const width = Math.max(...legend.map(([text]) => text.length));
  for (const [text, node] of legend.slice(0, 30)) print(`  ${text.padStart(width)}  ${stateWords(asked, node)}`);
}
