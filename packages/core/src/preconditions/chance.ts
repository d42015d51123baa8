/**
 * The chance that a goal is blocked, and each demand's share in it (rule B9). Demands insist independently, each with its
 * firmness; the goal is blocked when those that insist keep it out of reach and the others are waived.
 *
 * The chance is exact up to 16 demands that matter: a sum over their 2^k subsets. Above, it is sampled with a fixed seed.
 * A share is the Shapley value (Shapley 1953) of the demand in the game whose worth is the chance blocked when only the
 * demands of a coalition can insist, as a fraction of the chance: shares add up to one less what is blocked regardless.
 */
import { Rng } from '../maths/rng.ts';
import { blockingSets, setupWith, type Constraint } from './conflicts.ts';
import type { Cone } from './cone.ts';
import type { Demand } from './demands.ts';
import type { Theory } from './theory.ts';

export interface Blocked {
  readonly chance: number;
  /** Zero when exact. */
  readonly standardError: number;
  /** Share by demand id; demands that play no part are left out. */
  readonly shares: ReadonlyMap<string, number>;
}

const EXACT_DEMANDS = 16;
const SAMPLES = 100_000;
const SEED = 1;

export function chanceBlocked(theory: Theory, demands: readonly Demand[], cone: Cone): Blocked {
  const all = cone.demands.map((demand): Constraint => ({ kind: 'demand', demand, id: demands[demand]!.id }));
  if (cone.dropsOnlyHelp) {
    const { blocking } = blockingSets(theory, demands, cone, all);
    if (blocking.length === 0) return { chance: 0, standardError: 0, shares: new Map() };
    if (blocking[0]!.length === 0) return { chance: 1, standardError: 0, shares: new Map() };
    const matter = [...new Set(blocking.flat())].toSorted((a, b) => a - b);
    const sets = blocking.map((set) => set.map((k) => matter.indexOf(k)));
    const players = matter.map((k) => demands[cone.demands[k]!]!);
    if (players.length <= EXACT_DEMANDS) {
      const masks = sets.map((set) => set.reduce((mask, k) => mask | (1 << k), 0));
      return exact(players, (mask) => masks.some((m) => (m & mask) === m));
    }
    return sampled(players, (insists) => sets.some((set) => set.every((k) => insists[k])));
  }
  const players = all.map((c) => demands[(c as { demand: number }).demand]!);
  const asked = (insists: readonly boolean[]): boolean => !cone.isReachable(setupWith(theory, demands, all, insists));
  if (players.length > EXACT_DEMANDS) return sampled(players, asked, 2_000);
  return exact(players, (mask) => asked(players.map((_, k) => ((mask >>> k) & 1) === 1)));
}

function exact(players: readonly Demand[], blocked: (mask: number) => boolean): Blocked {
  const n = players.length;
  const size = 2 ** n;
  // worth[S]: chance blocked when only the demands of S can insist. Begins as the bare verdict and takes in one demand's
  // chance at a time.
  const worth = Float64Array.from({ length: size }, (_, mask) => (blocked(mask) ? 1 : 0));
  for (let k = 0; k < n; k++) {
    const p = players[k]!.firmness;
    for (let mask = 0; mask < size; mask++) {
      if ((mask >>> k) & 1) worth[mask] = p * worth[mask]! + (1 - p) * worth[mask & ~(1 << k)]!;
    }
  }
  const chance = worth[size - 1]!;
  const weights = shapleyWeights(n);
  const shares = new Map<string, number>();
  for (let k = 0; k < n && chance > 0; k++) {
    let value = 0;
    for (let mask = 0; mask < size; mask++) {
      if (((mask >>> k) & 1) === 0) value += weights[ones(mask)]! * (worth[mask | (1 << k)]! - worth[mask]!);
    }
    if (value !== 0) shares.set(players[k]!.id, value / chance);
  }
  return { chance, standardError: 0, shares };
}

/** By size s of the coalition joined: s! (n − 1 − s)! / n!. */
function shapleyWeights(n: number): number[] {
  const weights = [1 / Math.max(1, n)];
  for (let s = 1; s < n; s++) weights.push((weights[s - 1]! * s) / (n - s));
  return weights;
}

/** Of a random order of the demands that insist, the one that completes the block carries that draw. */
function sampled(
  players: readonly Demand[],
  blocked: (insists: readonly boolean[]) => boolean,
  samples = SAMPLES,
): Blocked {
  const rng = new Rng(SEED);
  const pivots = players.map(() => 0);
  let hits = 0;
  for (let draw = 0; draw < samples; draw++) {
    const insists = players.map((player) => rng.uniform() < player.firmness);
    if (!blocked(insists)) continue;
    hits++;
    const order = rng.shuffled(players.map((_, k) => k).filter((k) => insists[k]));
    const joined = players.map(() => false);
    if (blocked(joined)) continue;
    const pivot = order.find((k) => {
      joined[k] = true;
      return blocked(joined);
    });
    if (pivot !== undefined) pivots[pivot]!++;
  }
  const chance = hits / samples;
  return {
    chance,
    standardError: Math.sqrt((chance * (1 - chance)) / samples),
    shares: new Map(players.flatMap((player, k) => (pivots[k]! > 0 ? [[player.id, pivots[k]! / hits] as const] : []))),
  };
}

function ones(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
