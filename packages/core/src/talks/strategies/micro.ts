/**
 * MiCRO (de Jonge 2022, “An analysis of the linear bilateral ANAC domains using the MiCRO benchmark strategy”, IJCAI):
 * walk down one's own outcomes in order, one step for every new offer of the others.
 *
 * It concedes while it has made no more different offers than it has heard. What it would offer next it would also accept;
 * when it is not its turn to concede, it repeats one of its offers, by lot, and accepts what is worth its lowest. It never
 * goes below the reserved value. Several opponents count as one.
 *
 * O(1) an offer.
 */
import { Rng } from '../../maths/rng.ts';
import { WALK_AWAY, type Seat, type Strategy } from '../negotiator.ts';

export const MICRO: Strategy = {
  id: 'micro',
  name: 'MiCRO',
  source: 'de Jonge 2022',
  sit({ index, party, seed, stream }: Seat) {
    const { outcomes } = index;
    const ascending = index.ascending[party]!;
    const sorted = index.sorted[party]!;
    const utilities = index.utilities[party]!;
    const rational = outcomes - index.irrational[party]!;
    const heard = new Set<number>();
    let rng: Rng | undefined;
    let sent = 0;
    let lastRound = -1;
    let now = WALK_AWAY;
    const mayConcede = (): boolean => sent <= heard.size && sent < rational;

    return {
      propose(_, round) {
        if (round === lastRound) return now;
        lastRound = round;
        if (mayConcede()) {
          sent++;
          now = ascending[outcomes - sent]!;
        } else if (sent > 0) {
          rng ??= new Rng(seed, stream);
          now = ascending[outcomes - 1 - rng.below(sent)]!;
        }
        return now;
      },
      accepts(offer) {
        // The next offer if it may concede, else the lowest made so far.
        const standard = mayConcede() ? outcomes - 1 - sent : outcomes - sent;
        return rational > 0 && utilities[offer]! >= sorted[standard]!;
      },
      hear(offer) {
        heard.add(offer);
      },
    };
  },
};
