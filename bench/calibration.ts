/**
 * `npm run bench -- calibration --worlds 500 --draws 1000 --seed 1 [--json]`: whether the machinery is calibrated against
 * itself. Every world is a random small case; its scenario is forecast, and what really happens in it is one further run of
 * the same model under another seed, with inputs of its own. Whatever is wrong with a forecast of the real world is then the
 * model's fault, not the sampler's.
 *
 * Bins of forecasts by tenths; chi-square Σ (came − Σ p)² / Σ p (1 − p) over the bins, one degree of freedom a bin.
 */
import { asKnownOn } from '../packages/core/dist/case/index.js';
import { readCase } from '../packages/core/dist/case/file.js';
import { forecast, isRefused, outcomes, planOf } from '../packages/core/dist/forecast/index.js';
import { options } from './options.ts';
import { randomWorld } from './random-world.ts';

interface Bin {
  n: number;
  said: number;
  came: number;
  variance: number;
}

export function run(args: readonly string[]): void {
  const { numbers, json } = options(args, { worlds: 500, draws: 1_000, seed: 1 });
  const { worlds, draws, seed } = numbers as { worlds: number; draws: number; seed: number };
  const bins: Bin[] = Array.from({ length: 10 }, () => ({ n: 0, said: 0, came: 0, variance: 0 }));
  let impossible = 0;
  for (let world = 0, taken = 0; taken < worlds; world++) {
    const { case: given } = readCase(randomWorld(seed, world));
    if (given === undefined) throw new Error(`world ${world} is no case`);
    const found = forecast(asKnownOn(given, given.asOf), { seed: 1, draws });
    if (isRefused(found)) throw new Error(found.code);
    taken++;
    const truth = outcomes({ ...planOf(found.belief), seed: 2 + world });
    const came = truth(0)[0]!;
    const p = found.scenarios[0]!.probability;
    if ((p === 0 && came === 1) || (p === 1 && came === 0)) impossible++;
    const bin = bins[Math.min(9, Math.floor(p * 10))]!;
    bin.n++;
    bin.said += p;
    bin.came += came;
    // The forecast itself is a mean of draws.
    bin.variance += p * (1 - p) * (1 + 1 / draws);
  }
  const used = bins.filter((bin) => bin.variance > 0);
  const chiSquare = used.reduce((sum, bin) => sum + (bin.came - bin.said) ** 2 / bin.variance, 0);
  const printed = {
    worlds,
    draws,
    bins: bins.map(({ n, said, came }) => ({
      n,
      said: Number((said / Math.max(1, n)).toFixed(3)),
      came: Number((came / Math.max(1, n)).toFixed(3)),
    })),
    chiSquare: Number(chiSquare.toFixed(2)),
    degreesOfFreedom: used.length,
    saidImpossibleAndCame: impossible,
  };
  if (json) process.stdout.write(`${JSON.stringify(printed)}\n`);
  else
    for (const [key, value] of Object.entries(printed))
      process.stdout.write(`${key.padEnd(22)} ${JSON.stringify(value)}\n`);
}
