/**
 * Sessions on generated domains as NegMAS plays them: figures from ../shared/reference/bargaining.md 3.3 and 3.4, written
 * down here so that they are checked wherever the tests run.
 */
import { expect, test } from 'vitest';
import { domain, type Family } from '../bargaining/synthetic.ts';
import { indexDomain, outcomeOf } from './domain-index.ts';
import { runSession } from './session.ts';
import { strategyOf } from './strategies/registry.ts';

const DOMAINS: Readonly<Record<string, readonly [Family, number, readonly number[]]>> = {
  R1: ['R', 1, [0, 0]],
  C1: ['C', 1, [0, 0]],
  R2: ['R', 2, [0.3, 0.25]],
};

type Row = readonly [
  rounds: number,
  domain: string,
  first: string,
  second: string,
  agreement: string,
  step: number,
  offers: number,
  utilities: readonly [number, number],
];

const ROWS: readonly Row[] = [
  [100, 'R1', 'boulware', 'conceder', '1 2 7', 38, 75, [0.979521, 0.401692]],
  [100, 'R1', 'conceder', 'boulware', '6 1 2', 40, 78, [0.205852, 0.990935]],
  [100, 'R1', 'boulware', 'boulware', '1 3 2', 77, 152, [0.864783, 0.681728]],
  [100, 'R1', 'linear', 'linear', '1 1 4', 32, 62, [0.850127, 0.693655]],
  [100, 'R1', 'conceder', 'conceder', '0 3 0', 1, 1, [0.683712, 0.716372]],
  [100, 'R1', 'boulware-tb', 'boulware-tb', '1 3 2', 77, 152, [0.864783, 0.681728]],
  [100, 'R1', 'micro', 'micro', 'none', 100, 200, [0, 0]],
  [100, 'C1', 'boulware', 'conceder', '2 9 1', 48, 95, [0.948506, 0.191932]],
  [100, 'C1', 'conceder', 'boulware', '6 1 0', 54, 106, [0.165091, 0.924213]],
  [100, 'C1', 'boulware', 'boulware', '1 1 0', 79, 156, [0.776291, 0.643635]],
  [100, 'C1', 'linear', 'linear', '0 1 2', 40, 78, [0.676742, 0.613473]],
  [100, 'C1', 'conceder', 'conceder', '9 7 9', 4, 7, [0.553035, 0.614085]],
  [100, 'C1', 'boulware-tb', 'boulware-tb', '9 7 8', 82, 163, [0.565512, 0.585135]],
  [100, 'C1', 'micro', 'micro', 'none', 100, 200, [0, 0]],
  [100, 'R2', 'boulware', 'conceder', '3 5 7', 9, 17, [1, 0.590484]],
  [100, 'R2', 'conceder', 'boulware', '3 3 8', 2, 2, [0.855233, 1]],
  [100, 'R2', 'boulware', 'boulware', '3 3 1', 59, 117, [0.922691, 0.934424]],
  [100, 'R2', 'linear', 'linear', '3 3 1', 12, 23, [0.922691, 0.934424]],
  [100, 'R2', 'conceder', 'conceder', '3 1 4', 2, 2, [0.943535, 0.767256]],
  [100, 'R2', 'boulware-tb', 'boulware-tb', '3 3 1', 59, 117, [0.922691, 0.934424]],
  [100, 'R2', 'micro', 'micro', '3 3 1', 18, 35, [0.922691, 0.934424]],
  [1000, 'R1', 'boulware', 'conceder', '1 6 7', 371, 741, [0.980148, 0.280859]],
  [1000, 'R1', 'conceder', 'boulware', '6 1 2', 397, 792, [0.205852, 0.990935]],
  [1000, 'R1', 'boulware', 'boulware', '1 1 0', 688, 1375, [0.776291, 0.799053]],
  [1000, 'R1', 'linear', 'linear', '1 1 0', 223, 445, [0.776291, 0.799053]],
  [1000, 'R1', 'conceder', 'conceder', '1 7 0', 5, 8, [0.798827, 0.747683]],
  [1000, 'R1', 'boulware-tb', 'boulware-tb', '1 1 0', 689, 1377, [0.776291, 0.799053]],
  [1000, 'R1', 'micro', 'micro', '1 1 7', 120, 238, [0.887619, 0.652168]],
  [1000, 'C1', 'boulware', 'conceder', '2 3 7', 458, 915, [0.955201, 0.182149]],
  [1000, 'C1', 'conceder', 'boulware', '6 1 0', 525, 1048, [0.165091, 0.924213]],
  [1000, 'C1', 'boulware', 'boulware', '1 1 0', 774, 1546, [0.776291, 0.643635]],
  [1000, 'C1', 'linear', 'linear', '0 1 9', 356, 710, [0.663252, 0.644773]],
  [1000, 'C1', 'conceder', 'conceder', '1 1 0', 17, 32, [0.776291, 0.643635]],
  [1000, 'C1', 'boulware-tb', 'boulware-tb', '0 1 9', 774, 1546, [0.663252, 0.644773]],
  [1000, 'C1', 'micro', 'micro', '2 1 0', 213, 425, [0.796143, 0.634521]],
  [1000, 'R2', 'boulware', 'conceder', '3 5 7', 89, 177, [1, 0.590484]],
  [1000, 'R2', 'conceder', 'boulware', '3 3 8', 2, 2, [0.855233, 1]],
  [1000, 'R2', 'boulware', 'boulware', '3 3 1', 576, 1151, [0.922691, 0.934424]],
  [1000, 'R2', 'linear', 'linear', '3 3 1', 110, 219, [0.922691, 0.934424]],
  [1000, 'R2', 'conceder', 'conceder', '3 1 8', 3, 4, [0.88668, 0.84486]],
  [1000, 'R2', 'boulware-tb', 'boulware-tb', '3 3 1', 577, 1153, [0.922691, 0.934424]],
  [1000, 'R2', 'micro', 'micro', '3 3 1', 18, 35, [0.922691, 0.934424]],
];

test.each(ROWS)('%i rounds, %s: %s × %s', (rounds, name, first, second, agreement, step, offers, utilities) => {
  const [family, seed, reserved] = DOMAINS[name]!;
  const index = indexDomain(domain({ family, seed, sizes: [10, 10, 10], parties: 2, reserved })).index!;
  const session = runSession({ index, strategies: [strategyOf(first)!, strategyOf(second)!], rounds });
  expect(session.agreement === undefined ? 'none' : outcomeOf(index, session.agreement).join(' ')).toBe(agreement);
  expect([session.rounds, session.offers]).toEqual([step, offers]);
  expect(session.utilities.map((u) => Number(u.toFixed(6)))).toEqual(utilities);
});
