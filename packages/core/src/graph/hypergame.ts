/**
 * First-level hypergames (Bennett 1977; in the graph model Wang, Hipel & Fraser 1988, 1989; Aljefri, Bashar, Fang & Hipel
 * 2018): decision makers misjudge one another and do not know it. Each plays a game of its own, with the preferences it
 * believes all to have and the states it knows of; each judges by that game, and what holds is what everybody, each in its
 * own, has no reason to leave.
 *
 * A *hypergame equilibrium* is a state that is stable for every i in i's own game. i *expects* the equilibria of its own
 * game. An equilibrium that somebody does not expect surprises it; a state that somebody expects and that does not hold
 * disappoints it, because of those who leave it. In a state that i does not know of it cannot think of leaving, so such a
 * state is stable for it, and surprises it. (The papers sort equilibria further, by what was misperceived; not done here.)
 *
 * Each own game is analysed by whichever engine fits it; only the verdicts are read. O(states · decision makers²).
 */
import type { ConceptId } from './concept.ts';
import { bitOf } from './concepts.ts';
import { inCommon, type Stability } from './equilibria.ts';
import { asSeen } from './misperception.ts';
import type { MoveGraph } from './move-graph.ts';

/** The game that one decision maker believes to be played. */
export interface OwnGame {
  /** Everybody's stability in it, along `movesKnown`. */
  readonly stability: Stability;
  /** Default: all states. */
  readonly knows?: (state: number) => boolean;
}

/** The moves of a game whose player knows some of the states only, and so believes that nobody moves to others. */
export const movesKnown = (graph: MoveGraph, knows: (state: number) => boolean): MoveGraph =>
  asSeen(graph, (_, state) => knows(state));

/** How each decision maker judges in its own game: what is really stable for whom. */
export function hypergameStability(games: readonly OwnGame[]): Stability {
  const stable = games.map(({ stability }, dm) => stability.stable[dm]!);
  const concepts = games[0]!.stability.concepts;
  return { concepts, stable, equilibria: inCommon(stable, stable[0]!.length) };
}

export interface Surprise {
  readonly state: number;
  /** Who does not expect it to hold, and which of them do not even know of it. */
  readonly surprised: readonly number[];
  readonly unknownTo: readonly number[];
}

export interface Disappointment {
  readonly state: number;
  readonly expectedBy: readonly number[];
  /** Those for whom it is not stable. */
  readonly leftBy: readonly number[];
}

export interface Hypergame {
  readonly equilibria: readonly number[];
  /** By decision maker: the equilibria of its own game that it knows of. */
  readonly expected: readonly (readonly number[])[];
  /** Equilibria that not everybody expects. */
  readonly surprises: readonly Surprise[];
  /** States that somebody expects and that do not hold. */
  readonly disappointments: readonly Disappointment[];
}

/** By one concept; games in the order of the decision makers. */
export function hypergame(games: readonly OwnGame[], concept: ConceptId): Hypergame {
  const bit = bitOf(concept);
  const { stable, equilibria: holding } = hypergameStability(games);
  const knows = (dm: number, s: number): boolean => games[dm]!.knows?.(s) ?? true;
  const everybody = games.map((_, dm) => dm);
  const equilibria: number[] = [];
  const expected: number[][] = games.map(() => []);
  const surprises: Surprise[] = [];
  const disappointments: Disappointment[] = [];
  for (let s = 0; s < holding.length; s++) {
    const isExpected = (dm: number): boolean => knows(dm, s) && (games[dm]!.stability.equilibria[s]! & bit) !== 0;
    const expectedBy = everybody.filter(isExpected);
    for (const dm of expectedBy) expected[dm]!.push(s);
    if ((holding[s]! & bit) !== 0) {
      equilibria.push(s);
      if (expectedBy.length < games.length)
        surprises.push({
          state: s,
          surprised: everybody.filter((dm) => !expectedBy.includes(dm)),
          unknownTo: everybody.filter((dm) => !knows(dm, s)),
        });
    } else if (expectedBy.length > 0)
      disappointments.push({ state: s, expectedBy, leftBy: everybody.filter((dm) => (stable[dm]![s]! & bit) === 0) });
  }
  return { equilibria, expected, surprises, disappointments };
}
