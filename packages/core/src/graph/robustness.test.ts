import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CASES } from './canonical-cases.twin.ts';
import type { ConceptId } from './concept.ts';
import { CONCEPT_IDS } from './concepts.ts';
import type { Condition } from './condition.ts';
import { equilibria, stability } from './equilibria.ts';
import { Cancelled, TooLarge } from './limits.ts';
import type { Ranks } from './model.ts';
import { robustness, standardError } from './monte-carlo.ts';
import { prioritize } from './prioritization.ts';
import { conflicts } from './random-conflict.twin.ts';
import { levelRobustness, statementRobustness, type Flip } from './robustness.ts';
import { decimalOf, stateSpace, type StateSpace } from './state-space.ts';
import { parsePattern } from './statement.ts';

const lists = (space: StateSpace, ranks: readonly Ranks[]): Map<ConceptId, number[]> => {
  const result = stability(space, ranks);
  return new Map(CONCEPT_IDS.map((id) => [id, equilibria(result, id)]));
};

/** What changes, each analysis made whole again. */
function literally<Change>(space: StateSpace, ranks: readonly Ranks[], changes: [Change, Ranks[]][]) {
  const before = lists(space, ranks);
  const flips: Flip<Change>[] = [];
  const withstood = Object.fromEntries(
    CONCEPT_IDS.map((id) => [id, before.get(id)!.map((state) => ({ state, changes: 0 }))]),
  );
  for (const [change, changed] of changes) {
    const after = lists(space, changed);
    for (const concept of CONCEPT_IDS) {
      const lost = before.get(concept)!.filter((s) => !after.get(concept)!.includes(s));
      const gained = after.get(concept)!.filter((s) => !before.get(concept)!.includes(s));
      if (lost.length + gained.length > 0) flips.push({ ...change, concept, lost, gained });
      for (const entry of withstood[concept]!) if (!lost.includes(entry.state)) entry.changes++;
    }
  }
  return { tried: changes.length, withstood, flips };
}

test('what an exchange of neighbouring levels flips is what a new analysis of everybody says', () => {
  fc.assert(
    fc.property(conflicts({ options: 5 }), fc.boolean(), ({ model, payoffs }, equal) => {
      const space = stateSpace(model);
      const ranks = payoffs.map((p) =>
        Int32Array.from({ length: space.states }, (_, s) => 1000 - p[decimalOf(space, s)]!),
      );
      const changes = ranks.flatMap((own, decisionMaker) => {
        const levels = [...new Set(own)].toSorted((a, b) => a - b);
        return levels.slice(1).flatMap((low, k) =>
          (equal ? (['exchanged', 'equal'] as const) : (['exchanged'] as const)).map((change) => {
            const high = levels[k]!;
            const its = own.map((r) => (r === low ? high : r === high && change === 'exchanged' ? low : r));
            const named = { decisionMaker, better: own.indexOf(high), worse: own.indexOf(low), change };
            return [named, ranks.with(decisionMaker, its)] as [typeof named, Ranks[]];
          }),
        );
      });
      expect(levelRobustness(space, ranks, CONCEPT_IDS, { equal })).toEqual(literally(space, ranks, changes));
    }),
    { numRuns: 60 },
  );
});

describe('the Cuban missile crisis, by its statements', () => {
  const cuba = CASES.find(({ name }) => name.includes('Cuban'))!;
  const condition = (text: string): Condition => parsePattern(text, cuba.options.length).condition!;
  const space = stateSpace({ ...cuba, infeasible: cuba.infeasible.map(condition) });
  const statements = cuba.statements!.map((its) => its.map(condition));
  const ranks = statements.map((its) => prioritize(space, its));

  test('what an exchange of statements flips is what a new analysis says', () => {
    const changes = statements.flatMap((its, decisionMaker) =>
      its.slice(1).map((_, statement) => {
        const exchanged = [...its];
        exchanged.splice(statement, 2, its[statement + 1]!, its[statement]!);
        return [{ decisionMaker, statement }, ranks.with(decisionMaker, prioritize(space, exchanged))] as [
          { decisionMaker: number; statement: number },
          Ranks[],
        ];
      }),
    );
    const found = statementRobustness(space, statements, CONCEPT_IDS);
    expect(found).toEqual(literally(space, ranks, changes));
    expect(found.tried).toBe(15);
    expect(found.withstood.nash).toEqual([{ state: 5, changes: 15 }]);
  });

  test('the share of draws in which each state is an equilibrium', () => {
    const other = ranks.with(0, prioritize(space, statements[0]!.toReversed()));
    const [a, b] = [lists(space, ranks), lists(space, other)];
    const { shares } = robustness(space, (k) => (k % 4 === 0 ? other : ranks), 8, CONCEPT_IDS);
    for (const id of CONCEPT_IDS)
      expect([...shares[id]!]).toEqual(
        Array.from(
          { length: space.states },
          (_, s) => (a.get(id)!.includes(s) ? 0.75 : 0) + (b.get(id)!.includes(s) ? 0.25 : 0),
        ),
      );
    expect(standardError(0.75, 12)).toBe(0.125);
  });

  test('too much work is refused, and what has begun can be stopped', () => {
    expect(() => levelRobustness(space, ranks, ['seq'], { workLimit: 10 })).toThrow(TooLarge);
    expect(() => robustness(space, () => ranks, 1e9, ['seq'])).toThrow(TooLarge);
    let progress = 0;
    const options = { onProgress: (share: number) => (progress = share), isCancelled: () => progress > 0.5 };
    expect(() => robustness(space, () => ranks, 100, ['seq'], options)).toThrow(Cancelled);
    expect(progress).toBe(0.51);
  });
});
