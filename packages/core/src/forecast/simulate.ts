/**
 * Runs in chunks of a fixed size (rule P9). A chunk is a pure function of the process, the seed and its place, and its
 * result a buffer of sums, so that anybody can compute it anywhere; results are merged in the order of the chunks. Memory
 * does not grow with the number of runs.
 *
 * Run i takes the inputs of draw `draws[i]` (draw i where nothing has been resampled) and counts with `weights[i]` (1).
 * For a scenario s with y_i = 1 where it comes true, p = Σ w y / Σ w. Runs that share a draw are one cluster g; with
 * Y_g = Σ w y and N_g = Σ w over a cluster, the variance of p is Σ_g (Y_g − p·N_g)² / (Σ w)², for which Σ Y², Σ YN and
 * Σ N² are kept. Without weights and resampling it is p(1 − p)/n.
 */
import { compile, copyBits, emptyBits } from './condition.ts';
import type { Process } from './model.ts';
import { pathCounter, type Paths } from './paths.ts';
import { engine, type Engine } from './round.ts';

/** Runs a chunk: about 0.05 s of work, so that cancelling is quick and sharing out costs next to nothing. */
export const CHUNK_RUNS = 1_000;

export interface Plan {
  readonly process: Process;
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  readonly runs: number;
  /** By run: which draw its inputs are. Default: draw i for run i. Runs of one draw stand together. */
  readonly draws?: Uint32Array;
  /** By run; default 1. */
  readonly weights?: Float64Array;
}

/** Sums over runs. All are plain numbers in arrays, ready to be sent or stored. */
export interface Tally {
  readonly runs: number;
  readonly weight: number;
  /** Σ N_g². */
  readonly squares: number;
  /** By scenario: Σ w y, Σ Y_g², Σ Y_g N_g. */
  readonly yes: Float64Array;
  readonly yesSquares: Float64Array;
  readonly yesWeights: Float64Array;
  /** Scenario × round 0 … rounds: weight of the runs in which it first held (`by`) or held (otherwise) in that round. */
  readonly byRound: Float64Array;
  /** Scenario × scenario: weight of the runs in which both come true; the diagonal is `yes`. */
  readonly both: Float64Array;
  readonly paths: Paths;
}

export const chunksOf = (runs: number): number => Math.ceil(runs / CHUNK_RUNS);

/** Whether each scenario comes true in the run that the engine has been turned to; and in which round, see {@link Tally}. */
export interface Verdicts {
  readonly play: (draw: number, run: number) => void;
  /** By scenario, 0 or 1, of the run played last. */
  readonly comesTrue: Uint8Array;
  /** By scenario: the round in which it first held, −1 if never. */
  readonly firstHeld: Int32Array;
  /** Scenario × round: whether it held at the round's end; kept for scenarios that are not `by`. */
  readonly held: Uint8Array;
  readonly paths: ReturnType<typeof pathCounter>;
}

/** Plays runs to the horizon and says which scenarios come true. */
export function verdicts(process: Process, machine: Engine): Verdicts {
  const { scenarios, rounds } = process;
  const n = scenarios.length;
  const { state, initial } = machine.run;
  const when = scenarios.map((s) => compile(s.when));
  const kinds = Uint8Array.from(scenarios, ({ kind }) => (kind === 'by' ? 0 : kind === 'at' ? 1 : 2));
  const from = Float64Array.from(scenarios, (s) => s.from);
  const to = Int32Array.from(scenarios, (s) => s.to);
  const never = Uint8Array.from(scenarios, (s) => (s.never ? 1 : 0));
  const past = Uint8Array.from(scenarios, (s) => (s.past ? 1 : 0));
  const open = Uint8Array.from(scenarios, (s) => (s.settled ? 0 : 1));
  const comesTrue = new Uint8Array(n);
  const firstHeld = new Int32Array(n);
  const holdsNow = new Uint8Array(n);
  const heldAtOutset = Uint8Array.from(when, (holds) => (holds(initial) ? 1 : 0));
  const held = new Uint8Array(n * (rounds + 1));
  const broken = new Uint8Array(n);
  const last = emptyBits(process.atoms.length);
  const paths = pathCounter();
  // One station for what several scenarios ask for.
  const asked = scenarios.map((s) => JSON.stringify(s.when));
  const stations = Int32Array.from(
    [...scenarios.keys()].filter((s) => kinds[s] === 0 && asked.indexOf(asked[s]!) === s),
  );
  const reached = new Uint8Array(n);
  const daily = Int32Array.from([...scenarios.keys()].filter((s) => kinds[s] !== 0));
  // Scenarios without an opening day open in the first round.
  const opens = Uint8Array.from({ length: rounds + 1 }, (_, round) =>
    scenarios.some((s) => Math.max(1, s.from) === round) ? 1 : 0,
  );

  const play = (draw: number, run: number): void => {
    machine.begin(draw, run);
    paths.begin();
    for (let s = 0; s < n; s++) {
      // Windows that begin in the future ignore what holds now.
      firstHeld[s] = kinds[s] === 0 && past[s] === 1 ? 0 : -1;
      broken[s] = kinds[s] === 2 && past[s] === 0 ? 1 : 0;
      holdsNow[s] = heldAtOutset[s]!;
      reached[s] = holdsNow[s]!;
      held[s * (rounds + 1)] = holdsNow[s]!;
    }
    copyBits(state, last);
    for (let round = 1; round <= rounds; round++) {
      machine.next();
      let changed = 0;
      for (let w = 0; w < last.length; w++) changed |= last[w]! ^ state[w]!;
      if (changed !== 0) {
        copyBits(state, last);
        for (let s = 0; s < n; s++) holdsNow[s] = when[s]!(state) ? 1 : 0;
        for (let i = 0; i < stations.length; i++) {
          const s = stations[i]!;
          if (holdsNow[s] === 0 || reached[s] === 1) continue;
          reached[s] = 1;
          paths.reach(s);
        }
      }
      // A day like the one before decides nothing, unless a window opens.
      if (changed !== 0 || opens[round] === 1)
        for (let s = 0; s < n; s++) {
          if (round > to[s]! || round < from[s]!) continue;
          if (holdsNow[s] === 0) broken[s] = 1;
          else if (firstHeld[s]! < 0) firstHeld[s] = round;
        }
      for (let i = 0; i < daily.length; i++) held[daily[i]! * (rounds + 1) + round] = holdsNow[daily[i]!]!;
    }
    for (let s = 0; s < n; s++) {
      let y: number;
      if (open[s] === 0) y = past[s]!;
      else if (kinds[s] === 0) y = firstHeld[s]! >= 0 ? 1 : 0;
      else if (kinds[s] === 1) y = held[s * (rounds + 1) + to[s]!]!;
      else y = broken[s] === 0 ? 1 : 0;
      comesTrue[s] = never[s] === 1 ? 1 - y : y;
    }
  };
  return { play, comesTrue, firstHeld, held, paths };
}

export interface Worker {
  readonly chunk: (index: number) => Tally;
}

/** Compiles the process once; then computes any of its chunks. */
export function simulator({ process, seed, runs, draws, weights }: Plan): Worker {
  const machine = engine(process, seed);
  const asked = verdicts(process, machine);
  const { comesTrue, firstHeld, held, paths } = asked;
  const { scenarios, rounds } = process;
  const n = scenarios.length;
  const isBy = Uint8Array.from(scenarios, ({ kind }) => (kind === 'by' ? 1 : 0));
  const chunk = (index: number): Tally => {
    const yes = new Float64Array(n);
    const yesSquares = new Float64Array(n);
    const yesWeights = new Float64Array(n);
    const byRound = new Float64Array(n * (rounds + 1));
    const both = new Float64Array(n * n);
    const ofCluster = new Float64Array(n);
    let cluster = -1;
    let clusterWeight = 0;
    let weight = 0;
    let squares = 0;
    paths.clear();
    const first = index * CHUNK_RUNS;
    const end = Math.min(runs, first + CHUNK_RUNS);
    const closeCluster = (): void => {
      squares += clusterWeight * clusterWeight;
      for (let s = 0; s < n; s++) {
        const y = ofCluster[s]!;
        if (y === 0) continue;
        yesSquares[s]! += y * y;
        yesWeights[s]! += y * clusterWeight;
        ofCluster[s] = 0;
      }
      clusterWeight = 0;
    };
    for (let run = first; run < end; run++) {
      const draw = draws === undefined ? run : draws[run]!;
      const w = weights === undefined ? 1 : weights[run]!;
      if (draw !== cluster) {
        closeCluster();
        cluster = draw;
      }
      asked.play(draw, run);
      weight += w;
      clusterWeight += w;
      paths.end(w, run);
      for (let s = 0; s < n; s++) {
        if (isBy[s] === 1) {
          if (firstHeld[s]! >= 0) byRound[s * (rounds + 1) + firstHeld[s]!]! += w;
        } else
          for (let round = s * (rounds + 1); round < (s + 1) * (rounds + 1); round++)
            if (held[round] === 1) byRound[round]! += w;
        if (comesTrue[s] === 0) continue;
        yes[s]! += w;
        ofCluster[s]! += w;
        for (let t = 0; t <= s; t++) if (comesTrue[t] === 1) both[s * n + t]! += w;
      }
    }
    closeCluster();
    return { runs: end - first, weight, squares, yes, yesSquares, yesWeights, byRound, both, paths: paths.counts() };
  };
  return { chunk };
}

/** Which scenarios come true in a run, one run at a time: 0 or 1 by scenario, until the next is asked for. */
export function outcomes({ process, seed, draws }: Plan): (run: number) => Uint8Array {
  const asked = verdicts(process, engine(process, seed));
  return (run) => {
    asked.play(draws === undefined ? run : draws[run]!, run);
    return asked.comesTrue;
  };
}
