/**
 * Bargaining domains from a seed, as other programs of the field make them too: utilities are dyadic and exact, from 0 to
 * 1, whatever the order of adding.
 *
 * Family R: every party has its own scores. C: the second party wants the opposite of the first, with its own weights.
 * M: parties after the first want the opposite of the first on every other issue.
 */
import type { BargainingProblem } from './model.ts';

export type Family = 'R' | 'C' | 'M';

export interface DomainSpec {
  readonly family: Family;
  readonly seed: number;
  readonly sizes: readonly number[];
  readonly parties: number;
  /** By party. Default: 0. */
  readonly reserved?: readonly number[];
}

const mix = (x: number): number => {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
};

export function hash(seed: number, party: number, i: number, j: number): number {
  let x = mix((seed + 0x9e3779b9) >>> 0);
  x = mix((x + Math.imul(party, 0x85ebca6b)) >>> 0);
  x = mix((x + Math.imul(i, 0xc2b2ae35)) >>> 0);
  return mix((x + Math.imul(j, 0x27d4eb2f)) >>> 0);
}

/** In 4096ths, adding up to 4096. */
export function weightsOf(seed: number, party: number, issues: number): number[] {
  const raw = Array.from({ length: issues }, (_, i) => 1 + i + issues * (hash(seed, party, i, 1000) % 16));
  const sum = raw.reduce((a, b) => a + b, 0);
  const weights = raw.map((r) => Math.floor((4096 * r) / sum));
  weights[issues - 1] = 4096 - weights.slice(0, -1).reduce((a, b) => a + b, 0);
  return weights;
}

function ownScores(seed: number, party: number, i: number, size: number): number[] {
  const raw = Array.from({ length: size }, (_, j) => hash(seed, party, i, j));
  const least = Math.min(...raw);
  const most = Math.max(...raw);
  return raw.map((a) => Math.floor(((a - least) * 2 ** 20) / (most - least)));
}

/** In 2^20ths, from 0 to 2^20. */
export function scoresOf({ family, seed, sizes }: DomainSpec, party: number): number[][] {
  return sizes.map((size, i) => {
    const opposed = party > 0 && ((family === 'C' && party === 1) || (family === 'M' && i % 2 === 1));
    return opposed ? ownScores(seed, 0, i, size).map((v) => 2 ** 20 - v) : ownScores(seed, party, i, size);
  });
}

export function domain(spec: DomainSpec): BargainingProblem {
  return {
    issues: spec.sizes.map((size, i) => ({
      name: `issue ${i + 1}`,
      kind: 'categorical' as const,
      values: Array.from({ length: size }, (_, j) => `value ${j + 1}`),
    })),
    parties: Array.from({ length: spec.parties }, (_, p) => `party ${p + 1}`),
    utilities: Array.from({ length: spec.parties }, (_, p) => ({
      weights: weightsOf(spec.seed, p, spec.sizes.length).map((w) => w / 4096),
      scores: scoresOf(spec, p).map((row) => row.map((v) => v / 2 ** 20)),
      reserved: spec.reserved?.[p] ?? 0,
    })),
  };
}
