/** A session as data; field names are a promise. */
import { learningFrom, OPPONENT_MODELS } from '@parley/core/talks';
import { usesStrategies, type Talks } from '../desk/talks.ts';
import type { TalksAsked } from './talks-asked.ts';

export function talksJson(asked: TalksAsked, talks: Talks) {
  const { topic, protocol, strategies, seed, rounds, seconds, flags } = asked;
  const { index, session, acts, measures, agreement } = talks;
  const { issues } = topic.problem;
  const valuesOf = (outcome: number): string[] => index.values.map((column, i) => issues[i]!.values[column[outcome]!]!);
  return {
    title: topic.title,
    parties: topic.problem.parties,
    issues: issues.map(({ name }) => name),
    outcomes: index.outcomes,
    protocol,
    strategies: strategies.map(({ id }) => id),
    rounds: rounds ?? (seconds === undefined ? 100 : null),
    seconds: seconds ?? null,
    seed,
    ended: session.ended,
    ...(session.by !== undefined && { by: topic.problem.parties[session.by] }),
    agreement: agreement ?? null,
    agreed: agreement === undefined ? null : agreement.map((v, i) => issues[i]!.values[v]!),
    step: session.rounds,
    offers: session.offers,
    time: session.time,
    utilities: session.utilities,
    reserved: index.reserved,
    gains: session.utilities.map((u, p) => u - index.reserved[p]!),
    measures: measures ?? null,
    concessions: talks.concessions
      .filter(({ conceded }) => conceded > 0)
      .map(({ party, round, conceded, move }) => ({ party: topic.problem.parties[party], round, conceded, move })),
    ...(usesStrategies(protocol) && index.parties === 2 && { opponentModels: modelsOf(asked, talks) }),
    ...(flags.trace === true && {
      everyRound: talks.every,
      trace: acts.map(({ party, round, time, act, outcome }) => ({
        party: party < 0 ? 'mediator' : topic.problem.parties[party],
        round,
        time,
        act,
        ...(outcome !== undefined && { values: valuesOf(outcome), utilities: index.utilities.map((u) => u[outcome]!) }),
      })),
    }),
  };
}

/** A model is asked about every outcome; above this the figure is not worth the wait. */
const MOST_LEARNT = 20_000;

/** What each model would have learnt of either party from its offers: the correlation with what it really wants. */
function modelsOf({ topic }: TalksAsked, { index, acts, every }: Talks) {
  if (index.outcomes > MOST_LEARNT || every > 1 || acts.length > 10_000) return null;
  return OPPONENT_MODELS.map((kind) => ({
    model: kind.id,
    of: [0, 1].map((observed) => ({
      party: topic.problem.parties[observed],
      ...learningFrom(index, acts, { kind, observer: 1 - observed, observed }),
    })),
  }));
}
