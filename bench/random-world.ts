/**
 * Small random cases for `calibration`: two parties with two options each, weights and chances as ranges, a happening, a
 * precondition now and then, and one scenario over them.
 */
import { Rng } from '../packages/core/dist/maths/index.js';

export function randomWorld(seed: number, world: number): string {
  const rng = new Rng(seed, world + 1);
  const between = (low: number, high: number): number => low + rng.below(high - low + 1);
  const oneOf = <T>(of: readonly T[]): T => of[rng.below(of.length)]!;
  const names = ['a.x', 'a.y', 'b.x', 'b.y', 'luck'];
  const literal = (): string => `${rng.below(3) === 0 ? 'not ' : ''}${oneOf(names)}`;
  const range = (): string => `${between(1, 4)} to ${between(5, 12)}`;
  const chance = (): string => `0.${between(1, 3)} to 0.${between(5, 9)}`;
  const party = (own: string): string =>
    `  ${own}:\n    statements: [{ that: ${literal()}, weight: ${range()} }, { that: ${literal()} and ${literal()}, weight: ${range()} }, { that: ${own}.${oneOf(['x', 'y'])}, weight: ${range()} }]\n    rationality: 0.02 to 0.${between(1, 3)}\n    revision: ${chance()}\n`;
  const precondition =
    rng.below(2) === 0
      ? `preconditions:\n  p01: { holder: a, step: ${oneOf(['a.x', 'b.y', 'luck'])}, needs: ${oneOf(names)}, timing: ${oneOf(['before', 'together'])}, firmness: ${chance()} }\n`
      : '';
  const horizon = between(3, 9);
  return `parley: 1
title: World ${world}
as-of: 2025-01-01
horizon: 2025-01-0${horizon}
parties: { a: {}, b: {} }
options: { a: { x: x, y: y }, b: { x: x, y: y } }
happenings: { luck: { text: luck, rate: 0.02 to 0.${between(1, 4)} } }
${precondition}preferences:
${party('a')}${party('b')}scenarios:
  s01: { title: It comes about, when: ${literal()} and ${literal()}, ${oneOf(['by', 'at'])}: 2025-01-0${between(2, horizon)} }
`;
}
