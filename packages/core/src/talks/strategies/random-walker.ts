/**
 * The random walker (Hindriks & Tykhonov 2007, “Negotiation dynamics”; part of GENIUS): any outcome worth the reserved
 * value, drawn anew each turn; accepts what is worth its next draw. A baseline, not a plan.
 */
import { Rng } from '../../maths/rng.ts';
import { WALK_AWAY, type Seat, type Strategy } from '../negotiator.ts';

export const RANDOM_WALKER: Strategy = {
  id: 'random-walker',
  name: 'Random walker',
  source: 'Hindriks & Tykhonov 2007',
  sit({ index, party, seed, stream }: Seat) {
    const rng = new Rng(seed, stream);
    const ascending = index.ascending[party]!;
    const utilities = index.utilities[party]!;
    const first = index.irrational[party]!;
    const count = index.outcomes - first;
    let lastRound = -1;
    let now = WALK_AWAY;
    const propose = (_: number, round: number): number => {
      if (round !== lastRound && count > 0) {
        lastRound = round;
        now = ascending[first + rng.below(count)]!;
      }
      return now;
    };
    return {
      propose,
      accepts: (offer, time, round) => {
        const next = propose(time, round);
        return next !== WALK_AWAY && utilities[offer]! >= utilities[next]!;
      },
    };
  },
};
