/**
 * What moved between two forecasts, and which inputs moved with it: the note that every update comes with. An input has
 * moved by the change of its mean quantile under the weights, in standard deviations of a uniform number (√(1/12)).
 */
import type { Belief } from './belief.ts';
import type { Forecast } from './forecast.ts';
import { drawnInputs } from './inputs.ts';

export interface Moved {
  readonly scenario: string;
  readonly from: number;
  readonly to: number;
  /** Of the difference; the two forecasts share their draws, so it is an upper bound. */
  readonly standardError: number;
}

export interface InputMoved {
  readonly input: string;
  /** Weighted means of its value. */
  readonly from: number;
  readonly to: number;
  /** In standard deviations of the prior. */
  readonly by: number;
}

export interface ChangeNote {
  /** Scenarios that moved by more than two standard errors, the furthest first. */
  readonly scenarios: readonly Moved[];
  readonly inputs: readonly InputMoved[];
  readonly effectiveSampleSize: { readonly from: number; readonly to: number };
}

const LEAST_MOVE = 0.1;
const MOST_INPUTS = 5;

export function changesBetween(before: Forecast, after: Forecast): ChangeNote {
  const scenarios = after.scenarios.flatMap((now): Moved[] => {
    const was = before.scenarios.find((s) => s.id === now.id);
    if (was === undefined) return [];
    const standardError = Math.hypot(was.standardError, now.standardError);
    const isMove = Math.abs(now.probability - was.probability) > 2 * standardError;
    return isMove ? [{ scenario: now.id, from: was.probability, to: now.probability, standardError }] : [];
  });
  const [was, is] = [inputMeans(before.belief), inputMeans(after.belief)];
  const inputs = [...is].flatMap(([input, now]): InputMoved[] => {
    const then = was.get(input);
    if (then === undefined) return [];
    const by = (now.quantile - then.quantile) / Math.sqrt(1 / 12);
    return Math.abs(by) >= LEAST_MOVE ? [{ input, from: then.value, to: now.value, by }] : [];
  });
  return {
    scenarios: scenarios.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)),
    inputs: inputs.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by)).slice(0, MOST_INPUTS),
    effectiveSampleSize: { from: before.effectiveSampleSize, to: after.effectiveSampleSize },
  };
}

/** Draws that the means are taken over. */
const MEAN_DRAWS = 4_000;

/** Weighted means of the inputs that vary, by name. */
export function inputMeans({ process, seed, weights }: Belief): Map<string, { value: number; quantile: number }> {
  const inputs = drawnInputs(process.inputs, seed);
  const varying = [...process.inputs.keys()].filter((j) => process.inputs[j]!.distribution.kind !== 'point');
  const values = new Float64Array(varying.length);
  const quantiles = new Float64Array(varying.length);
  let all = 0;
  for (let k = 0; k < Math.min(weights.length, MEAN_DRAWS); k++) {
    const w = weights[k]!;
    if (w === 0) continue;
    all += w;
    inputs.begin(k);
    for (let i = 0; i < varying.length; i++) {
      values[i]! += w * inputs.value(varying[i]!);
      quantiles[i]! += w * inputs.quantile(varying[i]!);
    }
  }
  return new Map(
    varying.map((j, i) => [process.inputs[j]!.name, { value: values[i]! / all, quantile: quantiles[i]! / all }]),
  );
}
