/**
 * One session of talks, played and measured: who agrees to what, who conceded when, and how far the deal lies from the
 * efficient ones and from the solution points.
 */
import type { BargainingProblem } from '@parley/core/bargaining';
import {
  concessions,
  indexDomain,
  measures,
  monotonicConcession,
  outcomeOf,
  runSession,
  sessionOf,
  singleText,
  solutionPoints,
  type Act,
  type Concession,
  type DomainIndex,
  type DomainProblem,
  type Measures,
  type Session,
  type SolutionPoints,
  type Strategy,
} from '@parley/core/talks';
import { UsageError } from './usage.ts';

export const PROTOCOLS = ['saop', 'simultaneous', 'majority', 'monotonic', 'single-text'] as const;
export type ProtocolId = (typeof PROTOCOLS)[number];

export const PROTOCOL_NAMES: Readonly<Record<ProtocolId, string>> = {
  saop: 'alternating offers',
  simultaneous: 'simultaneous offers, unanimity',
  majority: 'simultaneous offers, majority at the deadline',
  monotonic: 'monotonic concession',
  'single-text': 'single negotiating text',
};

export interface TalksPlan {
  readonly problem: BargainingProblem;
  readonly protocol: ProtocolId;
  /** By party; of no effect where the protocol prescribes what parties do. */
  readonly strategies: readonly Strategy[];
  readonly rounds?: number;
  readonly seconds?: number;
  readonly seed: number;
}

export interface Talks {
  readonly index: DomainIndex;
  readonly session: Session;
  /** The acts, all of them unless `thinned`. */
  readonly acts: readonly Act[];
  /** Only the acts of every n-th round were kept: with a clock a session has millions. */
  readonly every: number;
  readonly concessions: readonly Concession[];
  /** Nothing where no outcome is rational for all. */
  readonly points: SolutionPoints | undefined;
  /** Of the agreement; nothing without one. */
  readonly measures: Measures | undefined;
  /** The names of the values, by issue; nothing without an agreement. */
  readonly agreement: readonly number[] | undefined;
}

/** Whether the parties' strategies count. */
export const usesStrategies = (protocol: ProtocolId): boolean => protocol !== 'monotonic' && protocol !== 'single-text';

/** Some 30 MB. */
const MOST_ACTS = 200_000;

/** Acts as they come; where they are too many only those of every second round, then of every fourth, and so on. */
function keeper(): { readonly record: (act: Act) => void; readonly kept: () => Act[]; readonly every: () => number } {
  let acts: Act[] = [];
  let every = 1;
  let last: Act | undefined;
  return {
    record(act) {
      last = act;
      if (act.round % every !== 0) return;
      acts.push(act);
      // One round alone may have more acts than are kept only with as many parties.
      while (acts.length >= MOST_ACTS && every < 2 ** 40) {
        every *= 2;
        acts = acts.filter(({ round }) => round % every === 0);
      }
    },
    // How it ended belongs to it.
    kept: () => (last === undefined || acts.at(-1) === last ? acts : [...acts, last]),
    every: () => every,
  };
}

export function playTalks(plan: TalksPlan): Talks {
  const { problem, protocol, strategies, seed, rounds = 100 } = plan;
  const { index, problems } = indexDomain(problem);
  if (index === undefined) throw new UsageError(...sayDomainProblem(problems![0]!, 'The outcome space'));
  if (protocol === 'monotonic' && index.parties !== 2)
    throw new UsageError(
      `Monotonic concession is for two parties; here are ${index.parties}.`,
      'Choose --protocol saop, simultaneous or single-text.',
    );
  const keep = keeper();
  const session = ((): Session => {
    switch (protocol) {
      case 'monotonic':
        return sessionOf(
          index,
          monotonicConcession(index, [0, 1], plan.rounds === undefined ? {} : { rounds }, keep.record),
        );
      case 'single-text':
        return sessionOf(index, singleText(index, { rounds, seed }, keep.record));
      case 'saop':
      case 'simultaneous':
      case 'majority':
        return runSession({
          index,
          strategies,
          seed,
          protocol: SESSION_PROTOCOLS[protocol],
          recorder: keep.record,
          ...(plan.seconds === undefined
            ? { rounds }
            : {
                seconds: plan.seconds,
                clock: () => performance.now() / 1000,
                ...(plan.rounds !== undefined && { rounds: plan.rounds }),
              }),
        });
    }
  })();
  const points = solutionPoints(problem);
  const agreed = session.agreement;
  const worth = agreed === undefined ? undefined : index.utilities.map((u) => u[agreed]!);
  const acts = keep.kept();
  return {
    index,
    session,
    acts,
    every: keep.every(),
    concessions: concessions(index, acts),
    points,
    measures: worth === undefined || points === undefined ? undefined : measures(index, worth, points),
    agreement: agreed === undefined ? undefined : outcomeOf(index, agreed),
  };
}

const SESSION_PROTOCOLS = {
  saop: 'alternating-offers',
  simultaneous: 'simultaneous-offers',
  majority: 'simultaneous-offers-majority',
} as const;

export function sayDomainProblem(problem: DomainProblem, what: string): [string, string] {
  switch (problem.code) {
    case 'too-many-outcomes':
      return [
        `${what} has ${problem.outcomes > 1e15 ? `about ${problem.outcomes.toExponential(1)}` : problem.outcomes.toLocaleString('en')} outcomes; talks are played over at most ${problem.limit.toLocaleString('en')}.`,
        'Take fewer issues or coarser values. Frontiers and solutions do without the list: `parley deals`.',
      ];
    case 'no-outcome':
      return [`${what} is empty: every outcome is ruled out.`, '`parley deals` tells by what.'];
    case 'not-finite':
      return [`${what} has utilities that are too large for a number (party ${problem.party + 1}).`, ''];
  }
}
