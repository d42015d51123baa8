/**
 * Naive tit-for-tat, as NegMAS has it: the others' interests are taken to be opposed to one's own, so an offer worth c
 * (from 0, no deal, to 1, the best) is a concession of c, and answered by an offer worth 1 − c. Not Axelrod's: it returns
 * the level, not the change.
 *
 * In the first round it asks for its best; in the second and third it concedes a gap between two neighbouring outcomes
 * from the top of its order: the first gap to accept by, the next to offer by, and so on (1 to 4). An offer is accepted if
 * it is worth the concession's complement. It judges the latest offer, whoever made it.
 *
 * O(log outcomes) an offer.
 */
import { WALK_AWAY, type Seat, type Strategy } from '../negotiator.ts';
import { best, fallback, hasRational, worstAtLeast } from './threshold.ts';

export interface NaiveTitForTat {
  /** Conceded on top of every answer, as a share of the range. Default 0. */
  readonly kindness?: number;
}

/** Keeps a minimal concession from being lost to rounding. */
const SLACK = 1e-12;

export function naiveTitForTat(options: NaiveTitForTat = {}): Strategy {
  const { kindness = 0 } = options;
  return {
    id: 'naive-tit-for-tat',
    name: 'Naive tit-for-tat',
    source: 'NegMAS (Mohammad, Nakadai & Greenwald 2021)',
    sit({ index, party }: Seat) {
      if (!hasRational(index, party)) return { propose: () => WALK_AWAY, accepts: () => false };
      const utilities = index.utilities[party]!;
      const sorted = index.sorted[party]!;
      const worst = sorted[0]!;
      const top = best(index, party);
      const low = fallback(index, party);
      const normalised = (offer: number): number => {
        const gain = utilities[offer]! - low;
        return top > low ? gain / (top - low) : gain < 0 ? -1 : 1;
      };

      /** The gap between the 2k-th and the next outcome from the top. */
      const gap = (k: number): number => {
        const at = sorted.length - 1 - 2 * k;
        return at < 1 || top === worst ? 0 : (sorted[at]! - sorted[at - 1]! + SLACK) / (top - worst);
      };
      const target = (round: number, judging: boolean): number => {
        if (round === 0 || latest < 0) return 1;
        if (round <= 2) return 1 - gap(2 * (round - 1) + (judging ? 0 : 1));
        const concession = normalised(latest) + kindness;
        return concession >= 0 && concession <= 1 ? 1 - concession : 1;
      };
      let latest = -1;
      return {
        propose: (_, round) => worstAtLeast(index, party, Math.max(low, worst + (top - worst) * target(round, false))),
        accepts: (offer, _, round) => normalised(offer) >= Math.max(0, target(round, true)),
        hear: (offer) => {
          latest = offer;
        },
      };
    },
  };
}

export const NAIVE_TIT_FOR_TAT = naiveTitForTat();
