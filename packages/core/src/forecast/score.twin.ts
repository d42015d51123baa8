/** The scores as their definitions have them, sum for sum; for tests. */
import type { Judged } from './score.ts';

const o = (f: Judged): number => (f.came ? 1 : 0);
const total = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);

export const literalBrier = (fs: readonly Judged[]): number => total(fs.map((f) => (f.chance - o(f)) ** 2)) / fs.length;

export const literalLog = (fs: readonly Judged[]): number =>
  total(fs.map((f) => -Math.log(o(f) === 1 ? f.chance : 1 - f.chance))) / fs.length;

/** Over all pairs of a forecast and a distinct chance, without groups kept. */
export function literalMurphy(fs: readonly Judged[]): { reliability: number; resolution: number; uncertainty: number } {
  const base = total(fs.map(o)) / fs.length;
  const chances = [...new Set(fs.map((f) => f.chance))];
  const share = (chance: number): number => {
    const own = fs.filter((f) => f.chance === chance);
    return total(own.map(o)) / own.length;
  };
  const counted = (chance: number): number => fs.filter((f) => f.chance === chance).length;
  return {
    reliability: total(chances.map((c) => counted(c) * (c - share(c)) ** 2)) / fs.length,
    resolution: total(chances.map((c) => counted(c) * (share(c) - base) ** 2)) / fs.length,
    uncertainty: total(fs.map((f) => (o(f) - base) ** 2)) / fs.length,
  };
}
