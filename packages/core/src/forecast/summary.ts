/**
 * What a tally says (issue: probability, Monte Carlo error, words): per scenario p = Σ w y / Σ w; its standard error from
 * clusters of runs with one draw (./simulate.ts); a 95 % interval after Wilson (1927) with the number of independent runs
 * that would have this error, p(1 − p) / SE²; and the likelihood word (../maths/icd203.ts).
 */
import { wilsonInterval } from '../maths/statistics.ts';
import { likelihoodWord } from '../maths/icd203.ts';
import type { Process } from './model.ts';
import type { Tally } from './simulate.ts';

export interface ScenarioForecast {
  readonly id: string;
  readonly title: string;
  readonly probability: number;
  readonly standardError: number;
  /** 95 % for the error of simulation alone: nothing is said here of how good the model is. */
  readonly interval: readonly [low: number, high: number];
  readonly word: string;
  /** Nothing that may still happen changes it. */
  readonly settled: boolean;
  /**
   * By round from 0: for `by` scenarios the chance that it has come about by then (of `never`: has not), for others that
   * it holds then.
   */
  readonly curve: readonly number[];
}

export interface GroupForecast {
  readonly group: string;
  readonly scenarios: readonly string[];
  readonly noneOfThese: number;
  readonly standardError: number;
  /** Chance that more than one comes true, which a group says cannot be: above 0 the conditions overlap. */
  readonly moreThanOne: number;
}

export function summarise(process: Process, tally: Tally): ScenarioForecast[] {
  const { rounds } = process;
  return process.scenarios.map((scenario, s): ScenarioForecast => {
    const probability = share(tally.yes[s]!, tally.weight);
    const standardError = scenario.settled ? 0 : errorOf(tally, s);
    const isBy = scenario.kind === 'by';
    const curve: number[] = [];
    let sum = 0;
    for (let round = 0; round <= rounds; round++) {
      const weight = tally.byRound[s * (rounds + 1) + round]!;
      sum = isBy ? sum + weight : weight;
      const p = share(sum, tally.weight);
      curve.push(scenario.never ? 1 - p : p);
    }
    return {
      id: scenario.id,
      title: scenario.title,
      probability,
      standardError,
      interval: scenario.settled ? [probability, probability] : intervalOf(tally, probability, standardError),
      word: likelihoodWord(probability),
      settled: scenario.settled,
      curve,
    };
  });
}

const share = (weight: number, all: number): number => (all > 0 ? Math.min(1, Math.max(0, weight / all)) : 0);

/** √(Σ_g (Y_g − p·N_g)²) / Σ w. */
function errorOf(tally: Tally, s: number): number {
  const p = share(tally.yes[s]!, tally.weight);
  const sum = tally.yesSquares[s]! - 2 * p * tally.yesWeights[s]! + p * p * tally.squares;
  return tally.weight > 0 ? Math.sqrt(Math.max(0, sum)) / tally.weight : 0;
}

/** Where all runs agree, or none, the error is not 0: then as many runs count as the clusters' weights are worth. */
function intervalOf(tally: Tally, p: number, error: number): readonly [number, number] {
  const independent = tally.squares > 0 ? (tally.weight * tally.weight) / tally.squares : 0;
  const trials = error > 0 ? (p * (1 - p)) / (error * error) : independent;
  const { low, high } = wilsonInterval(p * trials, trials);
  return [low, high];
}

/** Of two scenarios: chance of both, and of the first given the second. */
export interface JointForecast {
  readonly a: string;
  readonly b: string;
  readonly both: number;
  /** Undefined where the condition never came true. */
  readonly aGivenB: number | undefined;
  readonly bGivenA: number | undefined;
}

export function jointOf(process: Process, tally: Tally, a: string, b: string): JointForecast {
  const n = process.scenarios.length;
  const [i, j] = [a, b].map((id) => process.scenarios.findIndex((s) => s.id === id)) as [number, number];
  const both = tally.both[Math.max(i, j) * n + Math.min(i, j)]!;
  const given = (of: number): number | undefined => (tally.yes[of]! > 0 ? both / tally.yes[of]! : undefined);
  return { a, b, both: share(both, tally.weight), aGivenB: given(j), bGivenA: given(i) };
}

/** Scenarios that exclude one another, with *none of these* (rule P10): inclusion and exclusion up to pairs. */
export function groupsOf(process: Process, tally: Tally): GroupForecast[] {
  const n = process.scenarios.length;
  const names = [...new Set(process.scenarios.flatMap((s) => s.group ?? []))];
  return names.map((group) => {
    const members = process.scenarios.flatMap((s, k) => (s.group === group ? [k] : []));
    let any = 0;
    let overlap = 0;
    for (const [at, i] of members.entries()) {
      any += tally.yes[i]!;
      for (const j of members.slice(0, at)) overlap += tally.both[i * n + j]!;
    }
    const noneOfThese = 1 - share(any - overlap, tally.weight);
    const independent = tally.squares > 0 ? (tally.weight * tally.weight) / tally.squares : 1;
    return {
      group,
      scenarios: members.map((k) => process.scenarios[k]!.id),
      noneOfThese,
      standardError: Math.sqrt(Math.max(0, noneOfThese * (1 - noneOfThese)) / independent),
      moreThanOne: share(overlap, tally.weight),
    };
  });
}
