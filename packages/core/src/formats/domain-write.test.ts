/** Writers of negotiation domains: read back, the files say the same; every deal keeps its place above or below no deal. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, reservedOf, type BargainingProblem, type Outcome } from '../bargaining/index.ts';
import {
  readDomain,
  writeGenius,
  writeGeniusWeb,
  writeNegmas,
  type DomainFiles,
  type NamedText,
} from './domain-files.ts';

const texts = ({ files }: DomainFiles): NamedText[] => [...files].map(([name, text]) => ({ name, text }));

function outcomesOf({ issues }: BargainingProblem): Outcome[] {
  let all: Outcome[] = [[]];
  for (const { values } of issues) all = all.flatMap((head) => values.map((_, v) => [...head, v]));
  return all;
}

/** Dyadic scores, so that scaling by powers of two loses nothing; names with everything that XML, JSON and YAML care about. */
const names = fc.constantFrom(
  'a & b',
  '<c>',
  '"d"',
  'yes',
  '007',
  '-1',
  'ä é',
  "l'un",
  'x: y',
  '#z',
  'null',
  '1e3',
  '~',
);
const problems: fc.Arbitrary<BargainingProblem> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    parties: fc.uniqueArray(fc.constantFrom('North', 'north', 'Süd/West', '…', 'domain'), {
      minLength: 1,
      maxLength: 3,
    }),
    pool: fc.uniqueArray(names, { minLength: 4, maxLength: 4 }),
    numbers: fc.infiniteStream(fc.integer({ min: -64, max: 64 })),
    isNegative: fc.boolean(),
  })
  .map(({ sizes, parties, pool, numbers, isNegative }) => {
    const next = (): number => {
      const k = numbers.next().value as number;
      return isNegative ? k : Math.abs(k);
    };
    return {
      issues: sizes.map((size, i) => ({ name: `${pool[i]} ${i}`, kind: 'categorical', values: pool.slice(0, size) })),
      parties,
      utilities: parties.map(() => ({
        weights: sizes.map((_, i) => (Math.abs(next()) % 8) + (i === 0 ? 1 : 0)),
        scores: sizes.map((size) => Array.from({ length: size }, next)),
        reserved: next(),
      })),
    };
  });

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9;

describe('what is written can be read again', () => {
  test('NegMAS: the same numbers', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { problem: again, findings, format } = readDomain(texts(writeNegmas(problem, 'a: domain')));
        expect({ format, findings }).toEqual({ format: 'negmas', findings: [] });
        const order = again!.parties.map((party) => problem.parties.indexOf(party));
        expect(new Set(order)).toEqual(new Set(problem.parties.keys()));
        expect(again!.issues).toEqual(problem.issues);
        expect(again!.utilities).toEqual(order.map((p) => problem.utilities[p]));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['genius', writeGenius],
    ['geniusweb', writeGeniusWeb],
  ] as const)('%s: utilities up to scale, and the same deals better than none', (id, write) => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { problem: again, findings, format } = readDomain(texts(write(problem, 'a "domain"')));
        expect(format).toBe(id);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(again!.issues.map(({ name, values }) => [name, values])).toEqual(
          problem.issues.map(({ name, values }) => [name, values]),
        );
        const stems = [...write(problem, '').files.keys()].filter((name) => name !== 'domain.xml');
        expect(again!.parties).toHaveLength(stems.length);
        const all = outcomesOf(problem);
        for (const [p, utility] of problem.utilities.entries()) {
          const own = all.map((outcome) => evaluate(utility, outcome));
          const read = all.map((outcome) => evaluate(again!.utilities[p]!, outcome));
          const [least, most] = [Math.min(...own), Math.max(...own)];
          const [floor, top] = [Math.min(...read), Math.max(...read)];
          for (const [k, u] of own.entries())
            if (most > least)
              expect(close((u - least) / (most - least), (read[k]! - floor) / (top - floor))).toBe(true);
          const wanted = reservedOf(utility);
          const reserved = again!.utilities[p]!.reserved!;
          // A reserved value that nothing reaches has no bid.
          if (id === 'geniusweb' && wanted > most) continue;
          for (const [k, u] of own.entries())
            if (!close(u, wanted) && most > least) expect(read[k]! >= reserved - 1e-9).toBe(u >= wanted);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('GENIUS numbers stay as they are where they are GENIUS numbers already', () => {
  const problem: BargainingProblem = {
    issues: [
      { name: 'quota', kind: 'categorical', values: ['low', 'high'] },
      { name: 'season', kind: 'categorical', values: ['short', 'long'] },
    ],
    parties: ['north', 'south'],
    utilities: [
      {
        weights: [0.7, 0.3],
        scores: [
          [0.1, 1],
          [1, 0],
        ],
        reserved: 0.3,
        discount: 0.8,
      },
      {
        weights: [0.2, 0.8],
        scores: [
          [1, 0.5],
          [0, 1],
        ],
        reserved: 0,
        discount: 1,
      },
    ],
  };
  const written = writeGenius(problem, 'fishing');
  expect(written.omissions).toEqual([]);
  expect([...written.files.keys()]).toEqual(['domain.xml', 'north.xml', 'south.xml']);
  expect(readDomain(texts(written)).problem).toEqual(problem);
  expect(writeNegmas(problem, 'fishing').omissions).toEqual(['discount']);
});

test('what a format cannot hold is said', () => {
  const problem: BargainingProblem = {
    issues: [{ name: 'quota', kind: 'ordered', values: ['low', 'high'], statusQuo: 0 }],
    parties: ['north'],
    utilities: [
      { weights: [1], scores: [[0, 1]], reserved: 2, discount: 0.5, bonuses: [{ when: new Map([[0, [1]]]), add: 1 }] },
    ],
    constraints: [{ forbids: new Map([[0, [0]]]), of: 0, kind: 'red-line' }],
  };
  expect(writeGenius(problem, 'x').omissions).toEqual(['bonuses', 'constraints', 'status-quo']);
  expect(writeGeniusWeb(problem, 'x').omissions.toSorted()).toEqual([
    'bonuses',
    'constraints',
    'discount',
    'reserved',
    'status-quo',
  ]);
});
