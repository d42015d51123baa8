/**
 * Alternating offers for two parties or more: the stacked alternating offers protocol (Aydoğan, Festen, Hindriks & Jonker
 * 2017) with NegMAS's count of rounds and time.
 *
 * In a round every party acts once, in the order of the table. It first judges the standing offer; if it does not accept,
 * it makes its own, which replaces the standing one, or walks away. An offer stands across rounds, its maker counts as
 * having accepted it, and all others accepting in sequence is the deal. At the deadline there is none.
 *
 * Time is (round + 1)/(rounds + 1), which never is 0 or 1, or the share of the seconds gone, whichever is more.
 */
import { WALK_AWAY, type Negotiator } from '../negotiator.ts';
import type { Deadline, Ending, Recorder } from './protocol.ts';

export function alternatingOffers(
  /** By party. */
  negotiators: readonly Negotiator[],
  /** Parties in the order in which they act. */
  order: readonly number[],
  deadline: Deadline,
  recorder?: Recorder,
): Ending {
  const parties = order.length;
  const { rounds = Infinity, seconds = Infinity, clock } = deadline;
  const start = clock === undefined ? 0 : clock();
  let standing = WALK_AWAY;
  let agreeing = 0;
  let offers = 0;
  let time = 0;
  for (let round = 0; round < rounds; round++) {
    const byRounds = rounds === Infinity ? 0 : (round + 1) / (rounds + 1);
    time = byRounds;
    for (let k = 0; k < parties; k++) {
      if (clock !== undefined) {
        const gone = (clock() - start) / seconds;
        if (gone >= 1) return { ended: 'deadline', rounds: k === 0 ? round : round + 1, offers, time: 1 };
        time = Math.max(byRounds, gone);
      }
      const party = order[k]!;
      const negotiator = negotiators[party]!;
      if (standing !== WALK_AWAY && negotiator.accepts(standing, time, round)) {
        recorder?.({ party, round, time, act: 'accept', outcome: standing });
        if (++agreeing === parties) return { ended: 'agreement', agreement: standing, rounds: round + 1, offers, time };
        continue;
      }
      const offer = negotiator.propose(time, round);
      if (offer === WALK_AWAY) {
        recorder?.({ party, round, time, act: 'walk-away' });
        return { ended: 'walk-away', by: party, rounds: round + 1, offers, time };
      }
      recorder?.({ party, round, time, act: 'offer', outcome: offer });
      standing = offer;
      agreeing = 1;
      offers++;
      for (let j = 0; j < parties; j++) if (j !== k) negotiators[order[j]!]!.hear?.(offer, party, time, round);
    }
  }
  return { ended: 'deadline', rounds, offers, time: 1 };
}
