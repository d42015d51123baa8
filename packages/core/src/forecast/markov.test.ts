import { expect, test } from 'vitest';
import { forecast, isRefused } from './forecast.ts';
import { exactChances } from './markov.twin.ts';
import { caseOf, randomCase } from './random-case.twin.ts';
import { normalCumulative } from '../maths/normal.ts';

const CASES = 2_000;
const DRAWS = 300;

/** Upper tail of a chi-square of many degrees of freedom (Wilson & Hilferty 1931). */
const tail = (x: number, df: number): number =>
  1 - normalCumulative((Math.cbrt(x / df) - (1 - 2 / (9 * df))) / Math.sqrt(2 / (9 * df)));

/** Which scenario is asked first differs from process to process. */
const rank = (id: string, seed: number): number => (Number(id.slice(1)) + seed) % 4;

test('P1–P4 thousands of small processes come out as their exact Markov chains say', () => {
  let square = 0;
  let df = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const { yaml, rounds } = randomCase(seed);
    const given = caseOf(yaml);
    if (given === undefined) continue;
    const exact = exactChances(given, rounds);
    const found = forecast(given, { seed, draws: DRAWS });
    if (isRefused(found)) throw new Error(`${found.code}\n${yaml}`);
    let scored = false;
    for (const s of found.scenarios.toSorted((a, b) => rank(a.id, seed) - rank(b.id, seed))) {
      const p = exact.get(s.id)!;
      const yes = s.probability * DRAWS;
      if (p < 1e-12 || p > 1 - 1e-12) {
        expect(Math.abs(s.probability - p), `${s.id} of\n${yaml}`).toBeLessThan(1e-9);
        continue;
      }
      const variance = DRAWS * p * (1 - p);
      const z = (yes - DRAWS * p) / Math.sqrt(variance);
      if (variance < 5) continue;
      expect(Math.abs(z), `${s.id}: ${s.probability} for ${p} of\n${yaml}`).toBeLessThan(6);
      // One scenario a process: those of one process are not independent.
      if (scored) continue;
      scored = true;
      square += z * z;
      df++;
    }
  }
  expect(df).toBeGreaterThan(CASES / 3);
  expect(tail(square, df)).toBeGreaterThan(0.001);
  expect(tail(square, df)).toBeLessThan(0.999);
}, 240_000);
