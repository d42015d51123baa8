/** The engine against its literal twin, on thousands of random theories: rules B2–B7 and B9. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as twin from './brute-force.twin.ts';
import { chanceBlocked } from './chance.ts';
import { conflictsOf } from './conflicts.ts';
import { Cone, plainSetup, workBudget } from './cone.ts';
import { demandsOf } from './demands.ts';
import { exclusionsOf } from './exclusions.ts';
import { changeKey, exitsOf } from './exits.ts';
import { formulas, theories, type TheoryOptions } from './random-theory.twin.ts';
import { loopsOf, reachableSteps, requiresGraph } from './requires.ts';
import type { Formula, Row, Theory, Timing } from './theory.ts';

const STEPS = 5;
const shapes: [string, TheoryOptions & { monotone: boolean }][] = [
  ['non-monotone', { steps: STEPS, rows: 6, monotone: false }],
  ['monotone', { steps: STEPS, rows: 6, monotone: true }],
  ['lapsing', { steps: STEPS, rows: 6, monotone: false, whileRows: true }],
];

const cone = (theory: Theory, goal: Formula): Cone => new Cone(theory, demandsOf(theory), goal, workBudget());
const sorted = (sets: readonly (readonly string[])[]): string[] => {
  const names: string[] = sets.map((set) => set.toSorted().join(' '));
  return names.toSorted();
};
const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

describe.each(shapes)('on random %s theories', (_, options) => {
  const problems = fc.tuple(theories(options), formulas(STEPS, options));
  const check = (runs: number, property: (theory: Theory, goal: Formula) => void): void =>
    fc.assert(
      fc.property(problems, ([theory, goal]) => property(theory, goal)),
      { numRuns: runs },
    );

  test('B2 a goal is reachable when some state the twin reaches satisfies it', () => {
    check(3000, (theory, goal) => {
      const demands = demandsOf(theory);
      expect(cone(theory, goal).isReachable(plainSetup(theory, demands))).toBe(twin.isReachable(theory, goal, []));
    });
  });

  test('B2 a sequence is allowed step by step, ends at the goal and has nothing to spare', () => {
    check(1500, (theory, goal) => {
      const sequence = cone(theory, goal).sequence(plainSetup(theory, demandsOf(theory)));
      if (sequence === undefined) return;
      const replay = (steps: readonly (readonly number[])[]): number | null =>
        steps.reduce<number | null>(
          (state, joint) =>
            state === null
              ? null
              : twin.jointStep(
                  theory,
                  state,
                  joint.reduce((bits, step) => bits | (1 << step), 0),
                ),
          twin.statusQuo(theory),
        );
      const end = replay(sequence);
      expect(end).not.toBeNull();
      expect(twin.holds(goal, end!)).toBe(true);
      for (const [i, joint] of sequence.entries()) {
        for (const step of joint) {
          const shorter = sequence
            .map((j, k) => (k === i ? j.filter((x) => x !== step) : j))
            .filter((j) => j.length > 0);
          const reached = replay(shorter);
          expect(reached !== null && twin.holds(goal, reached)).toBe(false);
        }
      }
    });
  });

  test('B3 cycles and joint loops are those of the twin', () => {
    check(1500, (theory) => {
      const { cycles, jointSteps } = loopsOf(theory, requiresGraph(theory), reachableSteps(theory, workBudget));
      const expected = twin.cyclesOf(theory);
      const key = (c: { steps: readonly number[]; rows: readonly string[]; inferred: boolean }): string =>
        `${c.steps.join()} | ${c.rows.toSorted().join()} | ${c.inferred}`;
      expect(cycles.map(key).toSorted()).toEqual(expected.map(key).toSorted());
      expect(jointSteps.map((l) => l.steps.join()).toSorted()).toEqual(
        twin
          .jointLoopsOf(theory)
          .map((l) => l.join())
          .toSorted(),
      );
    });
  });

  test('B4 exclusions are those of the twin', () => {
    check(1500, (theory) => {
      const demands = demandsOf(theory);
      expect(sorted(exclusionsOf(theory, demands).map((x) => x.demands.map((d) => demands[d]!.id)))).toEqual(
        sorted(twin.exclusionsOf(theory)),
      );
    });
  });

  test('B5 rows are put together into demands as by the twin', () => {
    check(1000, (theory) => {
      const shape = (d: { id: string; firmness: number; cost: number; rows: readonly { id: string }[] }): string =>
        `${d.id} ${d.firmness} ${d.cost} ${d.rows.map((row) => row.id).join()}`;
      expect(demandsOf(theory).map(shape)).toEqual(twin.demandsOf(theory).map(shape));
    });
  });

  test('B6 exits and their order are those of the twin, and so is what a goal holds only by', () => {
    check(250, (theory, goal) => {
      const { exits, complete, holdsOnlyIf } = exitsOf(theory, demandsOf(theory), cone(theory, goal));
      expect(complete).toBe(true);
      const expected = twin.isReachable(theory, goal, []) ? [] : twin.exitsOf(theory, goal);
      expect(exits.map((exit) => exit.changes.map(changeKey).join('+'))).toEqual(
        expected.map((exit) => twin.exitKey(exit.changes)),
      );
      exits.forEach((exit, k) => expect(close(exit.cost, expected[k]!.cost)).toBe(true));
      const unreachable = !twin.isReachable(theory, goal, []);
      expect(unreachable ? holdsOnlyIf.toSorted() : []).toEqual(
        unreachable ? twin.holdsOnlyIf(theory, goal).toSorted() : [],
      );
    });
  });

  test('B7 minimal conflicting sets are those of the twin', () => {
    check(400, (theory, goal) => {
      const { sets, complete } = conflictsOf(theory, demandsOf(theory), cone(theory, goal));
      expect(complete).toBe(true);
      expect(sorted(sets.map((set) => set.map((c) => c.id)))).toEqual(sorted(twin.conflictsOf(theory, goal)));
    });
  });

  test('B9 the chance of being blocked and the shares in it are those of the twin', () => {
    check(250, (theory, goal) => {
      const own = chanceBlocked(theory, demandsOf(theory), cone(theory, goal));
      const expected = twin.chanceBlocked(theory, goal, 'by-firmness');
      expect(close(own.chance, expected.chance)).toBe(true);
      for (const [id, share] of expected.shares) expect(close(own.shares.get(id) ?? 0, share)).toBe(true);
    });
  });
});

test('B2 meeting a `while` need of a step taken at the outset can hurt, so it is not done unasked', () => {
  // With the guard posted the truce holds by the guard; opening the road sends the guard home, and the truce lapses.
  const [passage, road, guard, truce] = [0, 1, 2, 3] as const;
  const theory: Theory = {
    steps: ['passage', 'road', 'guard', 'truce'].map((name, k) => ({ name, status: k === truce ? 'taken' : 'open' })),
    rows: [
      row('p1', passage, step(road), 'before'),
      row('p2', road, step(truce), 'together'),
      row('p3', guard, { kind: 'not', of: step(road) }, 'while'),
      row('p4', truce, step(guard), 'while'),
    ],
    relaxations: [],
    impossible: [],
    convening: [],
  };
  expect(twin.isReachable(theory, step(passage), [])).toBe(true);
  expect(cone(theory, step(passage)).sequence(plainSetup(theory, demandsOf(theory)))).toEqual([[road], [passage]]);
});

test('B2 steps that only a joint step can take are found when one of them wants another not taken before', () => {
  // The toast is given before the treaty is signed or as it is; it needs the dinner, and the dinner the treaty. The
  // encore is played before there is a dinner, so that the dinner too may come too early.
  const [toast, dinner, treaty, encore] = [0, 1, 2, 3] as const;
  const theory: Theory = {
    steps: ['toast', 'dinner', 'treaty', 'encore'].map((name) => ({ name, status: 'open' })),
    rows: [
      row('p1', toast, { kind: 'not', of: step(treaty) }, 'before'),
      row('p2', toast, step(dinner), 'together'),
      row('p3', dinner, step(treaty), 'together'),
      row('p4', encore, { kind: 'not', of: step(dinner) }, 'before'),
    ],
    relaxations: [],
    impossible: [],
    convening: [],
  };
  const goal: Formula = { kind: 'and', of: [step(encore), step(toast)] };
  expect(twin.isReachable(theory, goal, [])).toBe(true);
  const sequence = cone(theory, goal).sequence(plainSetup(theory, demandsOf(theory)));
  expect(sequence?.map((joint) => joint.toSorted((a, b) => a - b))).toEqual([[encore], [toast, dinner, treaty]]);
});

function step(k: number): Formula {
  return { kind: 'step', step: k };
}

function row(id: string, bound: number, needs: Formula, timing: Timing): Row {
  return { id, holders: ['a'], steps: [bound], needs, timing, firmness: 1, cost: 1, inferred: false };
}
