/**
 * What a strategy is to a protocol: something that makes offers and judges them. Outcomes are numbers of the domain index;
 * time runs from 0 to 1; rounds count from 0.
 */
import type { DomainIndex } from './domain-index.ts';

/** In place of an offer: the party leaves, and there is no deal. */
export const WALK_AWAY = -1;

export interface Negotiator {
  /**
   * What it would offer now. May be asked without the offer being made (to judge one against it), so asking twice in a
   * turn gives the same answer.
   */
  readonly propose: (time: number, round: number) => number;
  /** Whether it accepts the offer; by accepting it is bound. */
  readonly accepts: (offer: number, time: number, round: number) => boolean;
  /** Told of every offer of another party as it is made, before it is asked about it. */
  readonly hear?: (offer: number, from: number, time: number, round: number) => void;
}

/** A party at the table, with what its negotiator may know: the outcomes and its own utilities, not the others'. */
export interface Seat {
  readonly index: DomainIndex;
  /** Whose utilities it goes by. */
  readonly party: number;
  /** For strategies that draw lots: their own stream. */
  readonly seed: number;
  readonly stream: number;
}

export interface Strategy {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** A negotiator for one session. */
  readonly sit: (seat: Seat) => Negotiator;
}
