/**
 * Time-dependent tactics (Faratin, Sierra & Jennings 1998, Robotics and Autonomous Systems 24): concede by the clock,
 * whatever the others do.
 *
 * The aspiration is a(t) = 1 − tᵉ between the fallback d (the reserved value, or the worst outcome) and the best outcome
 * x: offers are the worst outcome worth at least d + (x − d)·a(t) − ε, and what is worth as much is accepted. Exponents
 * are NegMAS's: 4 is boulware, 1 linear, ¼ conceder. (GENIUS writes 1 − t^(1/e), with boulware below 1.)
 *
 * O(log outcomes) an offer; nothing is remembered.
 */
import type { Seat, Strategy } from '../negotiator.ts';
import { WALK_AWAY } from '../negotiator.ts';
import { best, fallback, hasRational, worstAtLeast } from './threshold.ts';

export interface TimeDependent {
  readonly id: string;
  readonly name: string;
  readonly exponent: number;
  /** How far below the aspiration an offer may be. Default 0.001. */
  readonly epsilon?: number;
}

export function timeDependent(options: TimeDependent): Strategy {
  const { id, name, exponent, epsilon = 0.001 } = options;
  return {
    id,
    name,
    source: 'Faratin, Sierra & Jennings 1998',
    sit({ index, party }: Seat) {
      if (!hasRational(index, party)) return { propose: () => WALK_AWAY, accepts: () => false };
      const low = fallback(index, party);
      const range = best(index, party) - low;
      const utilities = index.utilities[party]!;
      const threshold = (time: number): number => Math.max(low, low + range * (1 - power(time, exponent)) - epsilon);
      return {
        propose: (time) => worstAtLeast(index, party, threshold(time)),
        accepts: (offer, time) => utilities[offer]! >= threshold(time),
      };
    },
  };
}

/** tᵉ; for the usual exponents by products and roots, which every machine rounds alike. */
export function power(t: number, exponent: number): number {
  switch (exponent) {
    case 1:
      return t;
    case 2:
      return t * t;
    case 4:
      return t * t * (t * t);
    case 0.25:
      return Math.sqrt(Math.sqrt(t));
    case 0.5:
      return Math.sqrt(t);
    default:
      return t ** exponent;
  }
}

export const BOULWARE = timeDependent({ id: 'boulware', name: 'Boulware', exponent: 4 });
export const LINEAR = timeDependent({ id: 'linear', name: 'Linear', exponent: 1 });
export const CONCEDER = timeDependent({ id: 'conceder', name: 'Conceder', exponent: 0.25 });

/** The same with ε = 0.0001, as NegMAS's BoulwareTB, LinearTB and ConcederTB have it. */
export const BOULWARE_TB = timeDependent({
  id: 'boulware-tb',
  name: 'Boulware (ε 0.0001)',
  exponent: 4,
  epsilon: 1e-4,
});
export const LINEAR_TB = timeDependent({ id: 'linear-tb', name: 'Linear (ε 0.0001)', exponent: 1, epsilon: 1e-4 });
export const CONCEDER_TB = timeDependent({
  id: 'conceder-tb',
  name: 'Conceder (ε 0.0001)',
  exponent: 0.25,
  epsilon: 1e-4,
});
