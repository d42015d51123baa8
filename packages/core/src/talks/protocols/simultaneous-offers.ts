/**
 * Simultaneous offers with votes, for two parties or more: the alternating multiple offers protocol (Aydoğan, Hindriks &
 * Jonker 2014, “Multilateral mediated negotiation protocols with feedback”).
 *
 * In a round everybody puts one offer on the table, without seeing the others'; then everybody votes on each. An offer all
 * accept is the deal; of several, the one whose maker comes first at the table. By `majority` the offer with the most votes
 * so far is remembered (the earliest of several) and is the deal at the deadline, if more than half voted for it; so a
 * party can be outvoted and fall below its reserved value.
 */
import { WALK_AWAY, type Negotiator } from '../negotiator.ts';
import type { Deadline, Ending, Recorder } from './protocol.ts';

export interface SimultaneousOffers {
  readonly rule?: 'unanimity' | 'majority';
}

export function simultaneousOffers(
  negotiators: readonly Negotiator[],
  order: readonly number[],
  deadline: Deadline,
  options: SimultaneousOffers = {},
  recorder?: Recorder,
): Ending {
  const parties = order.length;
  const { rounds = Infinity, seconds = Infinity, clock } = deadline;
  const start = clock === undefined ? 0 : clock();
  const table = new Int32Array(parties);
  let offers = 0;
  let mostVotes = 0;
  let remembered = WALK_AWAY;
  let round = 0;
  for (; round < rounds; round++) {
    const gone = clock === undefined ? 0 : (clock() - start) / seconds;
    if (gone >= 1) break;
    const time = Math.max(rounds === Infinity ? 0 : (round + 1) / (rounds + 1), gone);
    for (let k = 0; k < parties; k++) {
      const party = order[k]!;
      const offer = negotiators[party]!.propose(time, round);
      if (offer === WALK_AWAY) {
        recorder?.({ party, round, time, act: 'walk-away' });
        return { ended: 'walk-away', by: party, rounds: round + 1, offers, time };
      }
      table[k] = offer;
      offers++;
      recorder?.({ party, round, time, act: 'offer', outcome: offer });
    }
    for (let k = 0; k < parties; k++)
      for (let j = 0; j < parties; j++) if (j !== k) negotiators[order[j]!]!.hear?.(table[k]!, order[k]!, time, round);
    for (let k = 0; k < parties; k++) {
      const outcome = table[k]!;
      let votes = 1;
      for (let j = 0; j < parties; j++) {
        if (j === k) continue;
        const party = order[j]!;
        const accepted = negotiators[party]!.accepts(outcome, time, round);
        if (accepted) votes++;
        recorder?.({ party, round, time, act: accepted ? 'accept' : 'reject', outcome });
      }
      if (votes === parties) return { ended: 'agreement', agreement: outcome, rounds: round + 1, offers, time };
      if (votes > mostVotes) {
        mostVotes = votes;
        remembered = outcome;
      }
    }
  }
  if (options.rule === 'majority' && mostVotes * 2 > parties)
    return { ended: 'agreement', agreement: remembered, rounds: round, offers, time: 1 };
  return { ended: 'deadline', rounds: round, offers, time: 1 };
}
