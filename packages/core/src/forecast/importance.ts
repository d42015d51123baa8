/**
 * What matters: first-order variance shares from the draws of the forecast itself (given-data Sobol indices by binning:
 * Plischke, Reliab. Eng. Syst. Saf. 95(4), 2010). An input's draws are put into {@link BINS} bins by their quantile u; with
 * p_b the share of runs of bin b in which the scenario comes true, and p over all,
 *
 *   S = (η² − (B − 1)/n) / (1 − (B − 1)/n),   η² = Σ_b n_b (p_b − p)² / (n p (1 − p)),
 *
 * the subtraction being what η² is expected to be where nothing matters. Standard error, from the large-sample variance of a
 * correlation ratio: √(4 S (1 − S)² / n + 2 (B − 1) / n²). n is the number of independent runs that would give the scenario's
 * standard error, p(1 − p) / SE², so that weights and runs that share a draw are allowed for.
 *
 * Shares add up to less than 1: the rest is interaction, and luck that no input carries. The tornado gives p in the lowest
 * and the highest bin. One pass, inputs × runs.
 */
import type { Process } from './model.ts';
import { engine } from './round.ts';
import { CHUNK_RUNS, verdicts, type Plan } from './simulate.ts';
import { sumsOf } from './sums.ts';

export const BINS = 10;

/** Sums by input (those that vary), bin and scenario. */
export interface Attribution {
  readonly weight: number;
  /** As in a tally: Σ N_g², and by scenario Σ Y_g², Σ Y_g N_g. */
  readonly squares: number;
  readonly yesSquares: Float64Array;
  readonly yesWeights: Float64Array;
  /** Input × bin. */
  readonly weights: Float64Array;
  /** Input × bin × scenario. */
  readonly yes: Float64Array;
}

export const varyingInputs = (process: Process): number[] =>
  [...process.inputs.keys()].filter((j) => process.inputs[j]!.distribution.kind !== 'point');

export function attributor(plan: Plan): { readonly chunk: (index: number) => Attribution } {
  const { process } = plan;
  const machine = engine(process, plan.seed);
  const asked = verdicts(process, machine);
  const inputs = varyingInputs(process);
  const n = process.scenarios.length;
  const chunk = (index: number): Attribution => {
    const weights = new Float64Array(inputs.length * BINS);
    const yes = new Float64Array(inputs.length * BINS * n);
    const yesSquares = new Float64Array(n);
    const yesWeights = new Float64Array(n);
    const ofCluster = new Float64Array(n);
    let [weight, squares, cluster, clusterWeight] = [0, 0, -1, 0];
    const closeCluster = (): void => {
      squares += clusterWeight * clusterWeight;
      for (let s = 0; s < n; s++) {
        yesSquares[s]! += ofCluster[s]! * ofCluster[s]!;
        yesWeights[s]! += ofCluster[s]! * clusterWeight;
        ofCluster[s] = 0;
      }
      clusterWeight = 0;
    };
    const first = index * CHUNK_RUNS;
    const end = Math.min(plan.runs, first + CHUNK_RUNS);
    const trues = new Int32Array(n);
    for (let run = first; run < end; run++) {
      const draw = plan.draws === undefined ? run : plan.draws[run]!;
      const w = plan.weights === undefined ? 1 : plan.weights[run]!;
      if (draw !== cluster) {
        closeCluster();
        cluster = draw;
      }
      weight += w;
      clusterWeight += w;
      asked.play(draw, run);
      let count = 0;
      for (let s = 0; s < n; s++) {
        if (asked.comesTrue[s] === 0) continue;
        trues[count++] = s;
        ofCluster[s]! += w;
      }
      for (let i = 0; i < inputs.length; i++) {
        const cell = i * BINS + Math.floor(machine.run.inputs.quantile(inputs[i]!) * BINS);
        weights[cell]! += w;
        for (let t = 0; t < count; t++) yes[cell * n + trues[t]!]! += w;
      }
    }
    closeCluster();
    return { weight, squares, yesSquares, yesWeights, weights, yes };
  };
  return { chunk };
}

export function mergeAttributions(chunks: readonly Attribution[]): Attribution {
  const { add, total } = sumsOf(chunks);
  return {
    weight: total((c) => c.weight),
    squares: total((c) => c.squares),
    yesSquares: add((c) => c.yesSquares),
    yesWeights: add((c) => c.yesWeights),
    weights: add((c) => c.weights),
    yes: add((c) => c.yes),
  };
}

/** p(1 − p) / SE² for a scenario. */
function independentRuns(found: Attribution, s: number, p: number): number {
  const sum = found.yesSquares[s]! - 2 * p * found.yesWeights[s]! + p * p * found.squares;
  return sum > 0 ? (p * (1 - p) * found.weight * found.weight) / sum : 0;
}

export interface Importance {
  readonly input: string;
  /** First-order share of the variance; may come out slightly below 0 where it is 0. */
  readonly share: number;
  readonly standardError: number;
  /** Chance of the scenario where the input is in its lowest and in its highest tenth; undefined where no draw is left there. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Of one scenario, the largest share first. */
export function importanceOf(process: Process, found: Attribution, scenario: string): Importance[] {
  const n = process.scenarios.length;
  const s = process.scenarios.findIndex((x) => x.id === scenario);
  return varyingInputs(process)
    .map((j, i): Importance => {
      let all = 0;
      for (let b = 0; b < BINS; b++) all += found.yes[(i * BINS + b) * n + s]!;
      const p = all / found.weight;
      const effective = independentRuns(found, s, p);
      const of = (b: number): number | undefined => {
        const weight = found.weights[i * BINS + b]!;
        return weight > 0 ? found.yes[(i * BINS + b) * n + s]! / weight : undefined;
      };
      let between = 0;
      let bins = 0;
      for (let b = 0; b < BINS; b++) {
        const share = of(b);
        if (share === undefined) continue;
        bins++;
        between += found.weights[i * BINS + b]! * (share - p) * (share - p);
      }
      const whole = found.weight * p * (1 - p);
      const chance = effective > 0 ? (bins - 1) / effective : 1;
      const ratio = whole > 0 ? between / whole : 0;
      const share = whole > 0 && chance < 1 ? (ratio - chance) / (1 - chance) : 0;
      const kept = Math.min(1, Math.max(0, share));
      const standardError =
        effective > 0 ? Math.sqrt((4 * kept * (1 - kept) ** 2) / effective + (2 * (bins - 1)) / effective ** 2) : 0;
      return { input: process.inputs[j]!.name, share, standardError, low: of(0), high: of(BINS - 1) };
    })
    .toSorted((a, b) => b.share - a.share);
}
