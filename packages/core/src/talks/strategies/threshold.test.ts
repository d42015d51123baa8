import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexDomain } from '../domain-index.ts';
import { worstAtLeast } from './threshold.ts';

/** One issue whose values are worth what is given. */
const indexOf = (scores: readonly number[], reserved: number) =>
  indexDomain({
    issues: [{ name: 'x', kind: 'real', values: scores.map((_, v) => `${v}`) }],
    parties: ['A'],
    utilities: [{ weights: [1], scores: [scores], reserved }],
  }).index!;

test('the worst outcome that is good enough, or the one just below if that is nearer', () => {
  // Steps of 3·10⁻⁷, so that several lie within the tolerance of 10⁻⁶.
  const steps = fc.integer({ min: 0, max: 12 });
  const worth = (step: number): number => 0.5 + step * 3e-7;
  fc.assert(
    fc.property(
      fc.array(steps, { minLength: 1, maxLength: 6 }),
      steps,
      fc.integer({ min: 0, max: 120 }),
      (drawn, low, at) => {
        const scores = drawn.map(worth);
        const reserved = Math.min(worth(low), ...scores);
        const index = indexOf(scores, reserved);
        const x = worth(at / 10);
        const found = worstAtLeast(index, 0, x);
        expect(found).toBe(scores.indexOf(scores[found]!));
        const above = scores.filter((u) => u >= x);
        const below = scores.filter((u) => u < x && x - u <= 1e-6 && u >= reserved);
        const [next, last] = [Math.min(...above), Math.max(...below)];
        if (above.length === 0) expect(scores[found]).toBe(Math.max(...scores));
        else expect(scores[found]).toBe(below.length > 0 && x - last < next - x ? last : next);
      },
    ),
    { numRuns: 2000 },
  );
});

test('never below the reserved value', () => {
  const index = indexOf([0.5, 0.5000009, 1], 0.500001);
  expect(worstAtLeast(index, 0, 0.500001)).toBe(2);
});
