/** What a coalition can do together, and which equilibria stand against it. */
import { coalitionEquilibria, coalitionImprovements, movesOf, TooLarge, type ConceptId } from '@parley/core/graph';
import { coalitionNamed } from '../desk/stability.ts';
import { print } from './output.ts';
import { conceptsOf, type Asked } from './stability-asked.ts';

interface CoalitionPart {
  readonly members: readonly string[];
  readonly improvements: readonly { readonly from: number | string; readonly to: number | string }[];
  /** Equilibria that stand against the coalition and all its parts, and against every party alone. */
  readonly equilibria: Readonly<Partial<Record<ConceptId, readonly (number | string)[]>>>;
  /** Concepts whose sanctions are too many to be searched in a model of this size. */
  readonly refused: readonly ConceptId[];
}

export function coalitions(asked: Asked, written: readonly string[]): CoalitionPart[] {
  const { graph, result } = asked;
  const moves = movesOf(graph);
  const preferences = graph.comparisons(result.ranks);
  return written.map((text) => {
    const members = coalitionNamed(graph, text);
    const equilibria: Partial<Record<ConceptId, (number | string)[]>> = {};
    const refused: ConceptId[] = [];
    for (const concept of conceptsOf(asked, ['nash', 'gmr', 'smr', 'seq'])) {
      try {
        const stable = coalitionEquilibria(moves, preferences, [members], concept);
        equilibria[concept] = [...stable.keys()].filter((node) => stable[node] === 1).map(graph.decimal);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        refused.push(concept);
      }
    }
    return {
      members: members.map((dm) => graph.decisionMakers[dm]!),
      improvements: coalitionImprovements(moves, preferences, members).map(({ from, to }) => ({
        from: graph.decimal(from),
        to: graph.decimal(to),
      })),
      equilibria,
      refused,
    };
  });
}

export function showCoalitions(asked: Asked, parts: readonly CoalitionPart[]): void {
  const { graph, result, words } = asked;
  for (const part of parts) {
    print(`Coalition of ${part.members.map(words.party).join(', ')}`);
    for (const [concept, equilibria] of Object.entries(part.equilibria) as [ConceptId, (number | string)[]][]) {
      const single = result.concepts.includes(concept) ? result.equilibria(concept).map(graph.decimal) : [];
      const lost = single.filter((state) => !equilibria.includes(state));
      print(
        `  C${concept.toUpperCase().padEnd(5)} ${equilibria.length === 0 ? 'none' : equilibria.slice(0, 20).join(', ')}${equilibria.length > 20 ? ` and ${equilibria.length - 20} more` : ''}`,
      );
      for (const state of lost.slice(0, 6)) {
        const jump = part.improvements.find((move) => move.from === state);
        print(
          jump === undefined
            ? `         ${state} is an equilibrium of single parties only`
            : `         ${state} does not stand: together they move to ${jump.to}, which all of them prefer`,
        );
      }
    }
    if (part.refused.length > 0)
      print(
        `  ${part.refused.map((c) => `C${c.toUpperCase()}`).join(', ')}: not searched, ${graph.nodes.toLocaleString('en')} states are too many for it`,
      );
  }
}
