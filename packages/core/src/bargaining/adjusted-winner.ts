/**
 * Adjusted Winner (Brams & Taylor 1996, “Fair Division”, ch. 4): two parties divide issues that can be split. Each issue
 * first goes to whoever puts more points on it; then the party that is ahead hands over issues, those first that cost it
 * least for what the other gains, until both have equally many points. At most one issue is split, and the result is
 * efficient, equitable and free of envy, as far as the points are honest.
 *
 * O(n log n). Points are normalised to 100 a party. Bonuses, constraints and reserved values play no part.
 */
import type { BargainingProblem } from './model.ts';

export interface Division {
  /** By issue: the first party's share, from 0 to 1; the rest is the second's. */
  readonly shares: readonly number[];
  /** The points of both, equal but for rounding. */
  readonly points: readonly [number, number];
  /** The issue that is split, if any. */
  readonly split: number | undefined;
}

const HUNDRED = 100;
/** Points that are no lead but what rounding left. */
const ROUNDING = 1e-10;

/** Points by issue of the first and the second party: finite, not negative, not all 0. */
export function adjustedWinner(first: readonly number[], second: readonly number[]): Division {
  if (first.length !== second.length) throw new Error(`points on ${first.length} and on ${second.length} issues`);
  const a = normalised(first);
  const b = normalised(second);
  const shares: number[] = a.map((points, i) => (points >= b[i]! ? 1 : 0));
  const total = (): [number, number] =>
    shares.reduce<[number, number]>(
      ([mine, yours], share, i) => [mine + share * a[i]!, yours + (1 - share) * b[i]!],
      [0, 0],
    );
  const [mine, yours] = total();
  const isAhead = mine > yours;
  let lead = Math.abs(mine - yours);
  const [giver, taker, kept] = isAhead ? [a, b, 0] : [b, a, 1];
  const order = shares
    .flatMap((share, i) => (share === 1 - kept && giver[i]! > 0 ? [i] : []))
    .toSorted((i, j) => giver[i]! * taker[j]! - giver[j]! * taker[i]! || i - j);
  let split: number | undefined;
  for (const i of order) {
    if (lead <= ROUNDING) break;
    const moved = giver[i]! + taker[i]!;
    if (moved <= lead + ROUNDING) {
      shares[i] = kept;
      lead -= moved;
      continue;
    }
    const part = lead / moved;
    shares[i] = isAhead ? 1 - part : part;
    split = i;
    break;
  }
  return { shares, points: total(), split };
}

function normalised(points: readonly number[]): number[] {
  const sum = points.reduce((x, y) => x + y, 0);
  if (!(sum > 0) || !Number.isFinite(sum) || points.some((x) => !(x >= 0)))
    throw new Error(`points [${points.join()}]`);
  return points.map((x) => (HUNDRED * x) / sum);
}

export interface Dispute {
  readonly issue: number;
  /** By party: what lies between its worst and its best value. */
  readonly stakes: readonly [number, number];
}

/**
 * A problem of two parties as what there is to divide: on an issue that both can have their best of, nothing is in
 * dispute. To win an issue means to get one's best value.
 */
export function disputesOf({ issues, utilities }: BargainingProblem): Dispute[] {
  const [first, second] = utilities;
  if (utilities.length !== 2) throw new Error(`${utilities.length} parties cannot divide by adjusted winner`);
  return issues.flatMap(({ values }, issue): Dispute[] => {
    const own = [first!, second!].map(({ weights, scores }) => {
      const worth = scores[issue]!.map((score) => weights[issue]! * score);
      const most = worth.reduce((x, y) => Math.max(x, y));
      return { worth, most, stake: most - worth.reduce((x, y) => Math.min(x, y)) };
    });
    const suitsBoth = values.some((_, v) => own.every(({ worth, most }) => worth[v] === most));
    return suitsBoth ? [] : [{ issue, stakes: [own[0]!.stake, own[1]!.stake] }];
  });
}
