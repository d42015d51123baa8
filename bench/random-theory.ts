/**
 * A random precondition theory of a stated size, the same for a seed on every machine.
 *
 * Steps are dealt into blocks of `group` (the last may be smaller). Every precondition binds one step and needs one to
 * three others, joined by `and` or `or`. Needs within the step's own block may be negated (one in four) and may have to
 * hold together (one in two); needs beyond it are positive and must hold before. So at most `group` steps form one
 * non-monotone or together-linked group, and the blocks depend on one another both ways. Two `impossible` pairs stand in
 * each block of four or more. Holders are four; firmness is in twentieths; one demand in six has a relaxation.
 */
import { Rng } from '../packages/core/dist/maths/index.js';
import type { Formula, Theory } from '../packages/core/dist/preconditions/index.js';

export function randomTheory(steps: number, preconditions: number, group: number, seed: number): Theory {
  const rng = new Rng(seed);
  const block = (step: number): number => Math.floor(step / group);
  const inBlock = (step: number): number[] =>
    Array.from({ length: steps }, (_, k) => k).filter((k) => k !== step && block(k) === block(step));
  const beyond = (step: number): number[] =>
    Array.from({ length: steps }, (_, k) => k).filter((k) => block(k) !== block(step));
  const pick = <T>(of: readonly T[]): T => of[rng.below(of.length)]!;
  const needs = (step: number, within: boolean): Formula => {
    const pool = within ? inBlock(step) : beyond(step);
    const of = Array.from({ length: 1 + rng.below(3) }, (): Formula => {
      const one: Formula = { kind: 'step', step: pick(pool) };
      return within && rng.below(4) === 0 ? { kind: 'not', of: one } : one;
    });
    return of.length === 1 ? of[0]! : { kind: rng.below(3) === 0 ? 'or' : 'and', of };
  };
  const rows = Array.from({ length: preconditions }, (_, k) => {
    const step = rng.below(steps);
    const within = beyond(step).length === 0 || (inBlock(step).length > 0 && rng.below(2) === 0);
    const firmness = (1 + rng.below(19)) / 20;
    return {
      id: `p${String(k + 1).padStart(2, '0')}`,
      holders: [pick(['a', 'b', 'c', 'd'])],
      steps: [step],
      needs: needs(step, within),
      timing: within && rng.below(2) === 0 ? ('together' as const) : ('before' as const),
      firmness,
      cost: firmness,
      inferred: false,
    };
  });
  const blocks = Math.ceil(steps / group);
  const impossible = Array.from({ length: 2 * blocks }, (_, k) => {
    const first = Math.floor(k / 2) * group;
    const size = Math.min(group, steps - first);
    const a = first + rng.below(size);
    const b = first + rng.below(size);
    return {
      id: `i${k + 1}`,
      that: {
        kind: 'and',
        of: [
          { kind: 'step', step: a },
          { kind: 'step', step: b },
        ],
      } as Formula,
      usable: size >= 4 && a !== b,
    };
  }).filter((x) => x.usable);
  return {
    steps: Array.from({ length: steps }, (_, k) => ({ name: `s${k + 1}`, status: 'open' as const })),
    rows,
    relaxations: rows
      .filter((_, k) => k % 6 === 0)
      .map((row, k) => ({
        id: `r${k + 1}`,
        of: row.id,
        needs: needs(row.steps[0]!, beyond(row.steps[0]!).length === 0),
        cost: (1 + rng.below(10)) / 20,
      })),
    impossible: impossible.map(({ id, that }) => ({ id, that })),
    convening: [],
  };
}
