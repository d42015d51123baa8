/**
 * A bargain by alternating offers (rule P5's other way), played by the project's talks: the stacked alternating offers
 * protocol (Aydoğan, Festen, Hindriks & Jonker 2017) in {@link ROUNDS} rounds. Every party holds out for long and gives way
 * near the end (boulware, Faratin, Sierra & Jennings 1998), never below its floor; who opens is drawn. No deal by the last
 * round is no deal.
 *
 * The domain is indexed anew for every bargain, since every run has utilities of its own: O(outcomes · log outcomes).
 * Parties do not learn from one another, and power plays no part.
 */
import { indexDomain } from '../talks/domain-index.ts';
import { alternatingOffers } from '../talks/protocols/alternating-offers.ts';
import { BOULWARE } from '../talks/strategies/time-dependent.ts';

/** Enough for small steps; in the last round a party still asks for a tenth of what lies above its floor. */
const ROUNDS = 40;

/** The agreed outcome by its place in the values; undefined: none. `values`: by party and outcome. */
export function offeredDeal(
  values: readonly (readonly number[])[],
  floors: ArrayLike<number>,
  opens: number,
): number | undefined {
  const outcomes = values[0]?.length ?? 0;
  if (outcomes === 0) return undefined;
  const { index } = indexDomain({
    issues: [{ name: 'outcome', kind: 'categorical', values: Array.from({ length: outcomes }, (_, o) => String(o)) }],
    parties: values.map((_, party) => String(party)),
    utilities: values.map((of, party) => ({ weights: [1], scores: [of], reserved: floors[party]! })),
  });
  if (index === undefined) return undefined;
  const order = values.map((_, k) => (opens + k) % values.length);
  const negotiators = values.map((_, party) => BOULWARE.sit({ index, party, seed: 0, stream: 0 }));
  return alternatingOffers(negotiators, order, { rounds: ROUNDS }).agreement;
}
