/** Small bargaining problems for properties: few distinct numbers, so that ties and dominated values are common. */
import fc from 'fast-check';
import type { BargainingProblem, Bonus, Constraint } from './model.ts';

export interface RandomOptions {
  readonly minParties?: number;
  readonly maxParties?: number;
  /** Bonuses and constraints. Default: none. */
  readonly boxes?: boolean;
  /** Any doubles instead of small whole numbers and quarters. */
  readonly rough?: boolean;
}

export function problems({ minParties = 2, maxParties = 4, boxes = false, rough = false }: RandomOptions = {}) {
  return fc
    .record({
      sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
      parties: fc.integer({ min: minParties, max: maxParties }),
    })
    .chain(({ sizes, parties }) => {
      const score = rough ? fc.double({ min: -1, max: 1, noNaN: true }) : fc.integer({ min: -2, max: 7 });
      const weight = rough
        ? fc.double({ min: 0, max: 1, noNaN: true })
        : fc.integer({ min: 0, max: 8 }).map((n) => n / 4);
      const box = fc
        .array(fc.tuple(fc.nat(sizes.length - 1), fc.array(fc.nat(3), { minLength: 1, maxLength: 3 })), {
          maxLength: 3,
        })
        .map((pairs) => new Map(pairs.map(([i, values]) => [i, [...new Set(values.map((v) => v % sizes[i]!))]])));
      const bonus = fc.record({ when: box, add: fc.integer({ min: -6, max: 6 }) });
      const utility = fc.record({
        weights: fc.tuple(...sizes.map(() => weight)),
        scores: fc.tuple(...sizes.map((n) => fc.array(score, { minLength: n, maxLength: n }))),
        reserved: rough
          ? fc.double({ min: -1, max: 2, noNaN: true })
          : fc.oneof(
              fc.integer({ min: -4, max: 60 }).map((n) => n / 4),
              fc.constant(-Infinity),
            ),
        bonuses: boxes ? fc.array(bonus, { maxLength: 3 }) : fc.constant<Bonus[]>([]),
      });
      const constraint = fc.record({
        forbids: box.filter((map) => map.size > 0),
        of: fc.nat(parties - 1),
        kind: fc.constantFrom('red-line' as const, 'ratifier' as const, 'impossible' as const),
      });
      return fc
        .record({
          utilities: fc.array(utility, { minLength: parties, maxLength: parties }),
          constraints: boxes ? fc.array(constraint, { maxLength: 3 }) : fc.constant<Constraint[]>([]),
        })
        .map(({ utilities, constraints }): BargainingProblem => ({
          issues: sizes.map((n, i) => ({
            name: `issue ${i}`,
            kind: 'categorical',
            values: Array.from({ length: n }, (_, v) => `v${v}`),
          })),
          parties: Array.from({ length: parties }, (_, p) => `P${p}`),
          utilities,
          constraints,
        }));
    });
}
