/**
 * Acceptance conditions (Baarslag, Hindriks & Jonker 2013, “Effective acceptance conditions in real-time automated
 * negotiation”), and a strategy with another one than its own.
 */
import type { Negotiator, Seat, Strategy } from '../negotiator.ts';
import { WALK_AWAY } from '../negotiator.ts';

export interface AcceptanceCondition {
  readonly id: string;
  /** For one session. */
  readonly start: () => Judge;
}

export interface Judge {
  /** `utility`: of the offer; `next`: of what the party would offer instead. */
  readonly accepts: (utility: number, next: number, time: number) => boolean;
  /** Told of every offer of the others, before it is judged. */
  readonly hear?: (utility: number, time: number) => void;
}

/**
 * The strategy's offers under the condition. No condition accepts an offer below the reserved value. A strategy that counts
 * its offers (MiCRO) also counts one it would have made had it not accepted; that matters only where more than two parties
 * must accept.
 */
export function withAcceptance(strategy: Strategy, condition: AcceptanceCondition): Strategy {
  return {
    id: `${strategy.id}+${condition.id}`,
    name: `${strategy.name}, ${condition.id}`,
    source: `${strategy.source}; Baarslag, Hindriks & Jonker 2013`,
    sit(seat: Seat): Negotiator {
      const own = strategy.sit(seat);
      const judge = condition.start();
      const utilities = seat.index.utilities[seat.party]!;
      const reserved = seat.index.reserved[seat.party]!;
      return {
        propose: own.propose,
        accepts(offer, time, round) {
          const utility = utilities[offer]!;
          if (utility < reserved) return false;
          const next = own.propose(time, round);
          return judge.accepts(utility, next === WALK_AWAY ? reserved : utilities[next]!, time);
        },
        hear(offer, from, time, round) {
          own.hear?.(offer, from, time, round);
          judge.hear?.(utilities[offer]!, time);
        },
      };
    },
  };
}
