/** What every protocol takes and gives. */

export interface Deadline {
  /** Rounds until there is no deal. */
  readonly rounds?: number;
  /** Seconds until there is no deal, by the clock given. At least one of the two limits is needed. */
  readonly seconds?: number;
  /** The time in seconds, from any beginning. */
  readonly clock?: () => number;
}

export interface Ending {
  readonly ended: 'agreement' | 'deadline' | 'walk-away';
  /** The outcome's number; only after `agreement`. */
  readonly agreement?: number;
  /** Who left; only after `walk-away`. */
  readonly by?: number;
  /** Rounds begun. */
  readonly rounds: number;
  /** Offers made; an acceptance is none. */
  readonly offers: number;
  /** From 0 to 1. */
  readonly time: number;
}

export interface Act {
  /** A party, or the mediator (−1). */
  readonly party: number;
  readonly round: number;
  readonly time: number;
  readonly act: 'offer' | 'accept' | 'reject' | 'walk-away';
  /** What is offered, accepted or rejected. */
  readonly outcome?: number;
}

/** Told of every act as it happens. */
export type Recorder = (act: Act) => void;

export const MEDIATOR = -1;
