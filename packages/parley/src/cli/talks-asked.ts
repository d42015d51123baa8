/** What a session is played over, and how: what every way of showing it needs. */
import type { BargainingProblem } from '@parley/core/bargaining';
import type { Strategy } from '@parley/core/talks';
import type { ProtocolId } from '../desk/talks.ts';

/** What is talked about, with the words for it. */
export interface Topic {
  readonly title: string;
  readonly problem: BargainingProblem;
  readonly parties: readonly string[];
  readonly issues: readonly string[];
  readonly value: (issue: number, value: number) => string;
  /** What the figures rest on. */
  readonly note?: string;
}

export interface TalksAsked {
  readonly topic: Topic;
  readonly protocol: ProtocolId;
  readonly strategies: readonly Strategy[];
  readonly seed: number;
  readonly rounds: number | undefined;
  readonly seconds: number | undefined;
  readonly flags: { readonly trace?: boolean };
}
