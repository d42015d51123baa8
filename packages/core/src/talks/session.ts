/**
 * One session: strategies at a table, under a protocol, until there is a deal or none.
 *
 * A session is a pure function of its plan: the same plan, with the same seed, gives the same acts; only one with a clock
 * depends on what the clock says. The acts are kept if asked for.
 */
import type { DomainIndex } from './domain-index.ts';
import type { Strategy } from './negotiator.ts';
import { alternatingOffers } from './protocols/alternating-offers.ts';
import type { Act, Deadline, Ending, Recorder } from './protocols/protocol.ts';
import { simultaneousOffers } from './protocols/simultaneous-offers.ts';

export interface SessionPlan extends Deadline {
  readonly index: DomainIndex;
  /** By party. */
  readonly strategies: readonly Strategy[];
  /** Who acts in which order; by their number unless given. */
  readonly order?: readonly number[];
  readonly protocol?: 'alternating-offers' | 'simultaneous-offers' | 'simultaneous-offers-majority';
  /** A whole number. Default 0. */
  readonly seed?: number;
  /** Sessions under one seed with other streams draw other lots. Party p draws from stream · parties + p. Default 0. */
  readonly stream?: number;
  /** Whether the acts are kept. Default false. */
  readonly trace?: boolean;
  /** Told of every act as it happens; for sessions whose acts are too many to be kept. */
  readonly recorder?: Recorder;
}

export interface Session extends Ending {
  /** By party: what it is worth, discounted to the time it ended; the reserved value without a deal. */
  readonly utilities: readonly number[];
  readonly acts?: readonly Act[];
}

export function runSession(plan: SessionPlan): Session {
  const { index, strategies, seed = 0, stream = 0 } = plan;
  if (plan.rounds === undefined && plan.seconds === undefined)
    throw new Error('A session needs a deadline: rounds, or seconds');
  if (plan.seconds !== undefined && plan.clock === undefined) throw new Error('Seconds need a clock');
  const parties = index.parties;
  const negotiators = [];
  for (let party = 0; party < parties; party++)
    negotiators.push(strategies[party]!.sit({ index, party, seed, stream: stream * parties + party }));
  const order = plan.order ?? inTurn(parties);
  const acts: Act[] | undefined = plan.trace === true ? [] : undefined;
  const recorder = plan.recorder ?? (acts === undefined ? undefined : (act: Act): void => void acts.push(act));
  const ending =
    plan.protocol === undefined || plan.protocol === 'alternating-offers'
      ? alternatingOffers(negotiators, order, plan, recorder)
      : simultaneousOffers(
          negotiators,
          order,
          plan,
          { rule: plan.protocol === 'simultaneous-offers' ? 'unanimity' : 'majority' },
          recorder,
        );
  return sessionOf(index, ending, acts);
}

/** What an ending is worth to everybody. */
export function sessionOf(index: DomainIndex, ending: Ending, acts?: readonly Act[]): Session {
  const utilities: number[] = [];
  for (let party = 0; party < index.parties; party++) {
    const worth = ending.agreement === undefined ? index.reserved[party]! : index.utilities[party]![ending.agreement]!;
    const discount = index.problem.utilities[party]!.discount;
    utilities.push(discount === undefined || discount === 1 ? worth : worth * discount ** ending.time);
  }
  const session = { ...ending, utilities };
  return acts === undefined ? session : { ...session, acts };
}

const PAIR: readonly number[] = [0, 1];
const inTurn = (parties: number): readonly number[] =>
  parties === 2 ? PAIR : Array.from({ length: parties }, (_, party) => party);
