/** What walks moves one by one, against the definitions: arbitrary arcs, any preferences, coalitions, proofs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coalitionEquilibria, coalitionStability } from './coalition.ts';
import { bitOf, CONCEPTS } from './concepts.ts';
import { equilibria } from './equilibria.ts';
import type { Comparison } from './model.ts';
import { movesOfGraph, type ExplicitGraph } from './move-graph.ts';
import { checkProof, narrate, prove, type Proof } from './narration.ts';
import { fromRanks, relationOf, fromRelation, withLeaps, type Preference } from './preference.ts';
import { relationalStability } from './relational.ts';
import { groupMoves, improvements, isStable, type Game } from './set-search.twin.ts';
import { statusQuoAnalysis } from './status-quo.ts';

interface Small {
  readonly graph: ExplicitGraph;
  readonly preferences: readonly Preference[];
  readonly game: Game;
}

/** State graphs whose arcs need not be transitive and whose preferences need not be either. */
const smallModels = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 8 }), fc.boolean())
  .chain(([dms, states, isRanked]) =>
    fc
      .tuple(
        fc.array(fc.tuple(fc.nat(dms - 1), fc.nat(states - 1), fc.nat(states - 1)), { maxLength: 24 }),
        fc.array(fc.array(fc.nat(4), { minLength: states ** 2, maxLength: states ** 2 }), {
          minLength: dms,
          maxLength: dms,
        }),
      )
      .map(([triples, numbers]): Small => {
        const graph = movesOfGraph({
          states: Array.from({ length: states }, (_, s) => `s${s}`),
          arcs: Array.from({ length: dms }, (_, dm) =>
            triples.filter(([mover]) => mover === dm).map(([, from, to]) => [from, to] as const),
          ),
        });
        const preferences = numbers.map((its): Preference => {
          if (isRanked) return fromRanks(Int32Array.from(its.slice(0, states)));
          const pairs = its.flatMap((n, k) => {
            const q = k % states;
            const s = Math.floor(k / states);
            return q < s ? [[q, s, (['better', 'worse', 'indifferent'] as const)[n % 3]!] as const] : [];
          });
          return fromRelation(relationOf(states, pairs));
        });
        const game: Game = {
          states: [...Array(states).keys()],
          decisionMakers: dms,
          moves: (dm, s) => [...graph.moves(dm, s)],
          prefers: (dm, q, s) => preferences[dm]!(q, s) === 'better',
        };
        return { graph, preferences, game };
      }),
  );

const check = (runs: number, property: (small: Small) => void): void =>
  fc.assert(fc.property(smallModels, property), { numRuns: runs });

test('stability along arbitrary arcs is that of the definitions, whatever the preferences', () => {
  check(2000, ({ graph, preferences, game }) => {
    const { stable } = relationalStability(graph, preferences);
    for (const { id } of CONCEPTS)
      for (let dm = 0; dm < game.decisionMakers; dm++)
        expect(
          game.states.map((s) => (stable[dm]![s]! & bitOf(id)) !== 0),
          `${id} ${dm}`,
        ).toEqual(game.states.map((s) => isStable(game, id, dm, s)));
  });
});

describe('proofs', () => {
  const all = ({ graph, preferences, game }: Small): Proof[] =>
    CONCEPTS.flatMap(({ id }) =>
      preferences.flatMap((_, dm) => game.states.map((s) => prove(graph, preferences, id, dm, s))),
    );

  test('say what the definitions say, and can be checked', () => {
    check(500, (small) => {
      for (const proof of all(small)) {
        const expected = isStable(small.game, proof.concept, proof.decisionMaker, proof.state);
        expect(proof.verdict).toBe(expected ? 'stable' : 'unstable');
        expect(checkProof(small.graph, small.preferences, proof)).toEqual([]);
      }
    });
  });

  test('a proof of something else, or with a part left out, is found out', () => {
    check(500, (small) => {
      for (const proof of all(small)) {
        const forged: Proof[] =
          proof.verdict === 'stable'
            ? [
                ...proof.answers.map((_, k) => ({ ...proof, answers: proof.answers.toSpliced(k, 1) })),
                ...proof.answers.map((a, k) => ({
                  ...proof,
                  answers: proof.answers.with(k, { ...a, path: a.path.slice(1) }),
                })),
              ]
            : [
                ...proof.none.map((_, k) => ({ ...proof, none: proof.none.toSpliced(k, 1) })),
                ...proof.none.map((entry, k) => ({
                  ...proof,
                  none: proof.none.with(k, { ...entry, betterAt: proof.state }),
                })),
                { ...proof, improvement: proof.state },
              ];
        for (const its of forged) expect(checkProof(small.graph, small.preferences, its)).not.toEqual([]);
        // Turned into its opposite, it cannot be right either.
        const opposite: Proof =
          proof.verdict === 'stable'
            ? { ...proof, verdict: 'unstable', improvement: proof.answers[0]?.improvement ?? proof.state, none: [] }
            : { ...proof, verdict: 'stable', answers: [] };
        if (proof.verdict === 'unstable' || proof.answers.length > 0 || proof.concept !== 'nash')
          expect(checkProof(small.graph, small.preferences, opposite)).not.toEqual([]);
      }
    });
  });

  test('read as sentences', () => {
    // Prisoner’s dilemma: bit 0 One defects, bit 1 Two defects.
    const graph = movesOfGraph({
      states: ['CC', 'DC', 'CD', 'DD'],
      arcs: [
        [
          [0, 1],
          [1, 0],
          [2, 3],
          [3, 2],
        ],
        [
          [0, 2],
          [2, 0],
          [1, 3],
          [3, 1],
        ],
      ],
    });
    const preferences = [
      [1, 0, 3, 2],
      [1, 3, 0, 2],
    ].map((ranks) => fromRanks(Int32Array.from(ranks)));
    const names = { decisionMakers: ['One', 'Two'], state: (s: number) => ['CC', 'DC', 'CD', 'DD'][s]! };
    expect(narrate(prove(graph, preferences, 'sseq', 0, 0), names)).toEqual([
      'CC is SSEQ stable for One: each improvement can be answered.',
      'If One moves to DC, Two moves to DD: One is no better off at DD than at CC, and no move from there makes it better off.',
    ]);
    expect(narrate(prove(graph, preferences, 'nash', 0, 0), names)).toEqual([
      'CC is not Nash stable for One: it is better off at DC.',
    ]);
    expect(narrate(prove(graph, preferences, 'seq', 0, 2), names)).toEqual([
      'CD is not SEQ stable for One: it is better off at DD.',
      'Nobody else has an improvement from there.',
    ]);
    expect(narrate(prove(graph, preferences, 'gmr', 0, 2), names)).toEqual([
      'CD is not GMR stable for One: it is better off at DD.',
      'The others can bring about 1 state from there by moves; none deters One:',
      'DC is better for One than CD.',
    ]);
  });
});

describe('coalitions', () => {
  const parts = (n: number): number[][] =>
    Array.from({ length: 2 ** n - 1 }, (_, k) => [...Array(n).keys()].filter((dm) => ((k + 1) >>> dm) & 1));

  test('are stable as the definitions say', () => {
    check(600, ({ graph, preferences, game }) => {
      const moves = (dm: number, s: number): readonly number[] => game.moves(dm, s);
      const better = (dm: number, s: number): readonly number[] => improvements(game, dm, s);
      for (const coalition of parts(game.decisionMakers)) {
        const others = preferences.map((_, dm) => dm).filter((dm) => !coalition.includes(dm));
        for (const { id } of CONCEPTS) {
          const expected = game.states.map((s) => {
            const hurts = (k: number): boolean => coalition.some((i) => !game.prefers(i, k, s));
            return [...groupMoves(game, coalition, s, moves)]
              .filter((q) => !hurts(q))
              .every((q) => {
                if (id === 'nash') return false;
                const answers = [...groupMoves(game, others, q, id === 'gmr' || id === 'smr' ? moves : better)];
                if (id === 'gmr' || id === 'seq') return answers.some(hurts);
                return answers.some((k) => hurts(k) && [...groupMoves(game, coalition, k, moves)].every(hurts));
              });
          });
          const found = coalitionStability(graph, preferences, coalition, id);
          expect([...found].map(Boolean), `${id} ${coalition.join()}`).toEqual(expected);
        }
      }
    });
  });

  test('of one are decision makers; a structure keeps what its parts could do alone', () => {
    check(500, ({ graph, preferences, game }) => {
      const result = relationalStability(graph, preferences);
      const everybody = preferences.map((_, dm) => dm);
      for (const { id } of CONCEPTS) {
        const individually = equilibria(result, id);
        const alone = coalitionEquilibria(
          graph,
          preferences,
          everybody.map((dm) => [dm]),
          id,
        );
        const universal = coalitionEquilibria(graph, preferences, [everybody], id);
        expect(game.states.filter((s) => alone[s] === 1)).toEqual(individually);
        expect(game.states.filter((s) => universal[s] === 1 && !individually.includes(s))).toEqual([]);
      }
    });
  });
});

describe('status quo analysis', () => {
  test('finds shortest legal paths to all states that can come about, and to no others', () => {
    check(1000, ({ graph, preferences, game }) => {
      for (const by of [undefined, preferences]) {
        const { distance, path } = statusQuoAnalysis(graph, 0, by);
        const steps = (dm: number, s: number): readonly number[] =>
          by === undefined ? game.moves(dm, s) : improvements(game, dm, s);
        const reachable = groupMoves(
          game,
          preferences.map((_, dm) => dm),
          0,
          steps,
        );
        for (const s of game.states) {
          const its = path(s);
          if (s !== 0) expect(its !== undefined).toBe(reachable.has(s));
          if (its === undefined) continue;
          expect(its.length).toBe(distance[s]);
          let at = 0;
          for (const [n, step] of its.entries()) {
            expect(step.from).toBe(at);
            expect(steps(step.mover, at)).toContain(step.to);
            if (n > 0) expect(step.mover).not.toBe(its[n - 1]!.mover);
            at = step.to;
          }
          expect(at).toBe(s);
        }
      }
    });
  });
});

describe('two strengths and unknown preferences', () => {
  test('a state is strongly stable when each improvement meets a much worse state', () => {
    check(500, ({ graph, game }) => {
      const numbers = game.states.map((s) => (s * 5) % 7);
      const preferences = Array.from({ length: game.decisionMakers }, (_, dm) =>
        withLeaps(Int32Array.from(numbers.map((n) => (n * (dm + 2)) % 7)), 3),
      );
      const known: Game = { ...game, prefers: (dm, q, s) => preferences[dm]!(q, s).endsWith('better') };
      const result = relationalStability(graph, preferences);
      for (let dm = 0; dm < game.decisionMakers; dm++) {
        const others = preferences.map((_, j) => j).filter((j) => j !== dm);
        for (const s of game.states) {
          const hard = (k: number): boolean => preferences[dm]!(k, s) === 'much-worse';
          const expected = improvements(known, dm, s).every((q) =>
            [...groupMoves(known, others, q, (j, t) => game.moves(j, t))].some(
              (k) => hard(k) && game.moves(dm, k).every(hard),
            ),
          );
          expect((result.strong[dm]![s]! & bitOf('smr')) !== 0).toBe(expected);
          expect(result.strong[dm]![s]! & ~result.stable[dm]![s]!).toBe(0);
        }
      }
    });
  });

  test.each([
    // Whether the state is GMR stable when the improvement, or the sanction, is unknown.
    ['a', false, false],
    ['b', true, false],
    ['c', false, true],
    ['d', true, true],
  ] as const)(
    'reading %s: unknown improvement unanswered → stable %s, unknown sanction → stable %s',
    (reading, uncertain, deterred) => {
      const graph = movesOfGraph({ states: ['s', 'q', 'k'], arcs: [[[0, 1]], [[1, 2]]] });
      const model = (toQ: Comparison, toK: Comparison): Preference[] => [
        fromRelation(
          relationOf(3, [
            [1, 0, toQ],
            [2, 0, toK],
          ]),
        ),
        fromRelation(relationOf(3, [])),
      ];
      const isGmr = (preferences: Preference[]): boolean =>
        (relationalStability(graph, preferences, { unknown: reading }).stable[0]![0]! & bitOf('gmr')) !== 0;
      expect(isGmr(model('unknown', 'better'))).toBe(uncertain);
      expect(isGmr(model('better', 'unknown'))).toBe(deterred);
    },
  );
});
