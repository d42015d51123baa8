/**
 * The hybrid of time and behaviour (Keskin, Çakan & Aydoğan 2021, “Solver agent”, AAMAS): early on it answers the other's
 * changes, late it goes by the clock.
 *
 * Time's target is the Bézier curve (1 − t)²·P₀ + 2t(1 − t)·P₁ + t²·P₂. Behaviour's is the worth of its own last offer less
 * (P₃ + P₃·t) times the weighted sum of the last changes in what it was offered (four at most, the latest weighing most).
 * The target is (1 − t²) of behaviour and t² of time, not below the reserved value; it offers the worst outcome worth as
 * much, and accepts what is. Worth is measured from the worst outcome, 0, to the best, 1.
 *
 * O(log outcomes) an offer. One opponent is expected; several count as one.
 */
import { WALK_AWAY, type Seat, type Strategy } from '../negotiator.ts';
import { best, fallback, hasRational, worstAtLeast } from './threshold.ts';

export interface Hybrid {
  /** P₀, P₁ and P₂. Default 1, 0.75, 0.55. */
  readonly curve?: readonly [number, number, number];
  /** P₃. Default 0.5. */
  readonly empathy?: number;
}

/** By how many changes there are, the latest last. */
const WEIGHTS = [[], [1], [0.25, 0.75], [0.11, 0.22, 0.66], [0.05, 0.15, 0.3, 0.5]] as const;

export function hybrid(options: Hybrid = {}): Strategy {
  const [p0, p1, p2] = options.curve ?? [1, 0.75, 0.55];
  const empathy = options.empathy ?? 0.5;
  return {
    id: 'hybrid',
    name: 'Hybrid',
    source: 'Keskin, Çakan & Aydoğan 2021',
    sit({ index, party }: Seat) {
      if (!hasRational(index, party)) return { propose: () => WALK_AWAY, accepts: () => false };
      const utilities = index.utilities[party]!;
      const worst = index.sorted[party]![0]!;
      const range = best(index, party) - worst;
      const low = fallback(index, party);
      const heard: number[] = [];
      let last = 1;
      let lastRound = -1;
      let now = 0;

      const target = (t: number, round: number): number => {
        if (round === lastRound) return now;
        lastRound = round;
        const byTime = (1 - t) * (1 - t) * p0 + 2 * t * (1 - t) * p1 + t * t * p2;
        const weights = WEIGHTS[Math.max(0, Math.min(heard.length - 1, WEIGHTS.length - 1))]!;
        let change = 0;
        for (let k = 0, at = heard.length - weights.length; k < weights.length; k++, at++)
          change += weights[k]! * (heard[at]! - heard[at - 1]!);
        const byBehaviour = weights.length === 0 ? byTime : last - (empathy + empathy * t) * change;
        const mixed = (1 - t * t) * byBehaviour + t * t * byTime;
        now = Math.max(low, worst + range * Math.min(1, mixed));
        return now;
      };
      return {
        propose(time, round) {
          const offer = worstAtLeast(index, party, target(time, round));
          last = range > 0 ? (utilities[offer]! - worst) / range : 1;
          return offer;
        },
        accepts: (offer, time, round) => utilities[offer]! >= target(time, round),
        hear(offer) {
          heard.push(range > 0 ? (utilities[offer]! - worst) / range : 1);
        },
      };
    },
  };
}

export const HYBRID = hybrid();
