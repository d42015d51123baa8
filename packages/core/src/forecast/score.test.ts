import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilsonInterval } from '../maths/index.ts';
import { brierScore, calibration, logScore, murphy, skillAgainst, surprise, type Judged } from './score.ts';
import { literalBrier, literalLog, literalMurphy } from './score.twin.ts';

const judged = (...pairs: readonly (readonly [chance: number, came: 0 | 1])[]): Judged[] =>
  pairs.map(([chance, came]) => ({ chance, came: came === 1 }));

/** Few distinct chances, so that they repeat; 0 and 1 among them. */
const chance = fc.oneof(
  fc.constantFrom(0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const forecasts = fc.array(fc.record({ chance, came: fc.boolean() }), { minLength: 1, maxLength: 60 });

describe('published values', () => {
  test('P11 the examples in the documentation of scikit-learn: Brier 0.0375, log loss 0.21616', () => {
    expect(brierScore(judged([0.1, 0], [0.9, 1], [0.8, 1], [0.3, 0]))).toBeCloseTo(0.0375, 12);
    // Chances of spam: 0.9, 0.1, 0.2, 0.65; spam came in the first and the last.
    expect(logScore(judged([0.9, 1], [0.1, 0], [0.2, 0], [0.65, 1]))).toBeCloseTo(0.21616, 5);
  });

  test('P11 always one half: Brier ¼, log ln 2, no resolution', () => {
    const half = judged([0.5, 1], [0.5, 0], [0.5, 0], [0.5, 1]);
    expect(brierScore(half)).toBe(0.25);
    expect(logScore(half)).toBeCloseTo(Math.LN2, 15);
    expect(murphy(half)).toEqual({ reliability: 0, resolution: 0, uncertainty: 0.25 });
  });

  test('P11 chances of rain (Wilks, Statistical Methods in the Atmospheric Sciences, 2nd ed., table 7.3): it rained in 0.162', () => {
    const chances = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    const rained = [0.006, 0.019, 0.059, 0.15, 0.277, 0.377, 0.511, 0.587, 0.723, 0.779, 0.934, 0.933];
    const issued = [0.4112, 0.0671, 0.1833, 0.0986, 0.0616, 0.0366, 0.0303, 0.0275, 0.0245, 0.022, 0.017, 0.0203];
    const days = chances.flatMap((p, k) => {
      const n = Math.round(issued[k]! * 10_000);
      return Array.from({ length: n }, (_, i): Judged => ({ chance: p, came: i < Math.round(n * rained[k]!) }));
    });
    expect(days).toHaveLength(10_000);
    // The table's shares are rounded to three digits.
    expect(Math.abs(days.filter((f) => f.came).length / 10_000 - 0.162)).toBeLessThan(0.001);
    const { reliability, resolution, uncertainty } = murphy(days)!;
    expect(Math.abs(uncertainty - 0.162 * 0.838)).toBeLessThan(0.001);
    expect(reliability).toBeLessThan(0.002);
    expect(reliability - resolution + uncertainty).toBeCloseTo(brierScore(days)!, 12);
  });
});

describe('against the definitions', () => {
  test('P11 Brier, log score and Murphy’s terms are those of the literal twin', () => {
    fc.assert(
      fc.property(forecasts, (fs) => {
        expect(brierScore(fs)).toBeCloseTo(literalBrier(fs), 12);
        const [own, literal] = [logScore(fs)!, literalLog(fs)];
        if (literal === Infinity) expect(own).toBe(Infinity);
        else expect(Math.abs(own - literal)).toBeLessThan(1e-9 * Math.max(1, literal));
        const [found, wanted] = [murphy(fs)!, literalMurphy(fs)];
        expect(found.reliability).toBeCloseTo(wanted.reliability, 12);
        expect(found.resolution).toBeCloseTo(wanted.resolution, 12);
        expect(found.uncertainty).toBeCloseTo(wanted.uncertainty, 12);
      }),
      { numRuns: 3000 },
    );
  });

  test('P11 reliability − resolution + uncertainty is Brier to 1e-9', () => {
    fc.assert(
      fc.property(forecasts, (fs) => {
        const { reliability, resolution, uncertainty } = murphy(fs)!;
        expect(Math.abs(reliability - resolution + uncertainty - brierScore(fs)!)).toBeLessThan(1e-9);
      }),
      { numRuns: 5000 },
    );
  });
});

test('P11 a certainty that fails costs Infinity, one that comes true nothing', () => {
  expect(surprise({ chance: 0, came: true })).toBe(Infinity);
  expect(surprise({ chance: 1, came: false })).toBe(Infinity);
  expect(surprise({ chance: 1, came: true })).toBe(0);
  expect(Object.is(surprise({ chance: 0, came: false }), 0)).toBe(true);
  expect(logScore(judged([0.5, 1], [0, 1]))).toBe(Infinity);
});

test('of no forecasts there is no score', () => {
  expect([brierScore([]), logScore([]), murphy([])]).toEqual([undefined, undefined, undefined]);
  expect(skillAgainst([])).toEqual({ skill: undefined, count: 0 });
});

describe('calibration', () => {
  test('a border belongs to the upper bin, and 1 to the last', () => {
    const bins = calibration(judged([0, 0], [0.1, 0], [0.3, 1], [0.7, 1], [0.99, 1], [1, 1]));
    expect(bins.map((bin) => bin.count)).toEqual([1, 1, 0, 1, 0, 0, 0, 1, 0, 2]);
  });

  test('shares, means and Wilson intervals; nothing is known of an empty bin', () => {
    const bins = calibration(judged([0.12, 0], [0.18, 1], [0.15, 0]));
    expect(bins[1]).toMatchObject({ from: 0.1, to: 0.2, count: 3, came: 1, share: 1 / 3 });
    expect(bins[1]!.mean).toBeCloseTo(0.15, 12);
    expect(bins[1]!.interval).toEqual(wilsonInterval(1, 3));
    expect(bins[0]).toMatchObject({ count: 0, mean: 0.05, interval: { low: 0, high: 1 } });
    expect(bins[0]).not.toHaveProperty('share');
  });

  test('every forecast is in one bin, the one whose borders hold it', () => {
    fc.assert(
      fc.property(forecasts, fc.integer({ min: 1, max: 50 }), (fs, n) => {
        const bins = calibration(fs, n);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(fs.length);
        for (const bin of bins) {
          const inside = (p: number): boolean => p >= bin.from && (p < bin.to || (bin.to === 1 && p === 1));
          expect(bin.count).toBe(fs.filter((f) => inside(f.chance)).length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('skill', () => {
  const beside = (chance: number, came: 0 | 1, reference?: number) => ({ chance, came: came === 1, reference });

  test('P11 1 − Brier / Brier of the reference, where there is a reference', () => {
    // Own 0.04 and 0.01, reference 0.25 and 0.25; the third has none.
    const { skill, count } = skillAgainst([beside(0.2, 0, 0.5), beside(0.9, 1, 0.5), beside(0.9, 0)]);
    expect(skill).toBeCloseTo(1 - 0.05 / 0.5, 12);
    expect(count).toBe(2);
  });

  test('as good as the reference is 0, perfect is 1, worse is below 0', () => {
    expect(skillAgainst([beside(0.3, 1, 0.3)]).skill).toBe(0);
    expect(skillAgainst([beside(1, 1, 0.3)]).skill).toBe(1);
    expect(skillAgainst([beside(0, 1, 0.3)]).skill).toBeLessThan(0);
  });

  test('against perfect foresight no skill is defined but its own', () => {
    expect(skillAgainst([beside(0.9, 1, 1)])).toEqual({ skill: undefined, count: 1 });
    expect(skillAgainst([beside(1, 1, 1)])).toEqual({ skill: 0, count: 1 });
  });
});
