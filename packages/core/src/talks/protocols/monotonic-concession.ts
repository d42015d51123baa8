/**
 * Monotonic concession (Rosenschein & Zlotkin 1994, Rules of Encounter, ch. 3) between two parties that know each other's
 * utilities, with Zeuthen's strategy (1930): whoever has more to lose from conflict concedes, by just enough.
 *
 * Both begin with the rational outcome that is best for them, and among those best for the other. It is agreed when one's
 * proposal is worth to the other at least its own; if both are, the one with the larger product of gains is taken, then
 * that of the first. A party's risk is the share of its gain that it would lose by giving in: (own − other's)/(own −
 * reserved), 1 if it has no gain to lose. Whoever risks less concedes, both if the same; a concession is worth more to the
 * other than the proposal before. By just enough: the best for oneself after which the other risks no more. Without an
 * outcome that is rational for both there is no deal.
 *
 * If gains are positive somewhere, the deal has the largest product of gains (Harsanyi 1956). At most one round an outcome,
 * O(outcomes) each.
 */
import type { DomainIndex } from '../domain-index.ts';
import type { Ending, Recorder } from './protocol.ts';

export function monotonicConcession(
  index: DomainIndex,
  parties: readonly [number, number],
  deadline: { readonly rounds?: number } = {},
  recorder?: Recorder,
): Ending {
  const gains = parties.map((party) => index.utilities[party]!.map((u) => u - index.reserved[party]!));
  const rounds = deadline.rounds ?? index.outcomes + 1;
  const rational: number[] = [];
  for (let o = 0; o < index.outcomes; o++) if (gains[0]![o]! >= 0 && gains[1]![o]! >= 0) rational.push(o);
  let offers = 0;
  const timeOf = (round: number): number => (round + 1) / (rounds + 1);
  const propose = (side: number, outcome: number, round: number): void => {
    offers++;
    recorder?.({ party: parties[side]!, round, time: timeOf(round), act: 'offer', outcome });
  };
  if (rational.length === 0) return { ended: 'walk-away', by: parties[0], rounds: 1, offers: 0, time: timeOf(0) };

  const product = (o: number): number => gains[0]![o]! * gains[1]![o]!;
  const standing = [0, 1].map((side) => {
    const own = gains[side]!;
    const other = gains[1 - side]!;
    return rational.reduce((a, b) => ((own[b]! - own[a]! || other[b]! - other[a]!) > 0 ? b : a));
  });
  propose(0, standing[0]!, 0);
  propose(1, standing[1]!, 0);

  for (let round = 0; round < rounds; round++) {
    const time = timeOf(round);
    const [first, second] = [standing[0]!, standing[1]!];
    // Whose proposal satisfies the other.
    const firstServes = gains[1]![first]! >= gains[1]![second]!;
    const secondServes = gains[0]![second]! >= gains[0]![first]!;
    if (firstServes || secondServes) {
      const takesFirst = firstServes && (!secondServes || product(first) >= product(second));
      const agreement = takesFirst ? first : second;
      recorder?.({ party: parties[takesFirst ? 1 : 0]!, round, time, act: 'accept', outcome: agreement });
      return { ended: 'agreement', agreement, rounds: round + 1, offers, time };
    }
    // Risks compare as the products of gains do (Harsanyi): exact, and without the special case of no gain.
    const conceding = [0, 1].filter((side) => product(standing[side]!) <= product(standing[1 - side]!));
    const next = conceding.map((side) => concession(side, gains, rational, standing, product));
    for (const [k, side] of conceding.entries()) {
      standing[side] = next[k]!;
      propose(side, next[k]!, round + 1);
    }
  }
  return { ended: 'deadline', rounds, offers, time: 1 };
}

/** The best outcome for `side` that is worth more to the other than its proposal now and has at least the other's product. */
function concession(
  side: number,
  gains: readonly Float64Array[],
  rational: readonly number[],
  standing: readonly number[],
  product: (outcome: number) => number,
): number {
  const own = gains[side]!;
  const other = gains[1 - side]!;
  const now = standing[side]!;
  const enough = product(standing[1 - side]!);
  // The other's own proposal always is such an outcome, or it would have been agreed.
  let chosen = standing[1 - side]!;
  for (const o of rational)
    if (other[o]! > other[now]! && product(o) >= enough)
      if (own[o]! > own[chosen]! || (own[o] === own[chosen] && other[o]! > other[chosen]!)) chosen = o;
  return chosen;
}
