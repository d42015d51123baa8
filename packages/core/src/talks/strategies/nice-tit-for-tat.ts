/**
 * Nice tit-for-tat (Baarslag, Hindriks & Jonker 2013, “A tit for tat negotiation strategy for real-time bilateral
 * negotiations”): reciprocate in one's own utility, but only as far as the Nash point, as an opponent model sees it.
 *
 * With worth from 0 (the worst outcome) to 1: u₁ is the other's first offer, u⁺ its best so far; N = clamp(m · own worth of
 * the estimated Nash point, ½, 1) with m = 1.4 − 0.6·(1 − u₁); f = clamp((u⁺ − u₁)/(N − u₁), 0, 1). The target 1 − f·(1 − N) is
 * lowered towards N by the bonus clamp(max(0.5 − 0.4·discount, 20·(t − 0.91)), 0, 1), from 0.85 on above 3,000 outcomes.
 * Of all outcomes worth the target it offers the one the model thinks best for the other; if the other's best offer is
 * worth the target too, that one. Accepts by AC_combi: what is worth its next offer, and from t = 0.98 what is rational.
 *
 * O(outcomes × issues) an offer: by far the slowest of the strategies here. One opponent is expected; several count as one.
 */
import { acCombi } from '../acceptance/ac-combi.ts';
import { withAcceptance } from '../acceptance/acceptance.ts';
import { firstAtLeast } from '../domain-index.ts';
import { WALK_AWAY, type Seat, type Strategy } from '../negotiator.ts';
import { HARD_HEADED } from '../opponent-models/frequency.ts';
import { estimates, type OpponentModelKind } from '../opponent-models/model.ts';
import { best, fallback, hasRational } from './threshold.ts';

export interface NiceTitForTat {
  /** Default: the HardHeaded frequency model. */
  readonly model?: OpponentModelKind;
}

/** Above this many outcomes it hurries earlier. */
const LARGE = 3_000;

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

export function niceTitForTat(options: NiceTitForTat = {}): Strategy {
  const kind = options.model ?? HARD_HEADED;
  const offering: Strategy = {
    id: 'nice-tit-for-tat',
    name: 'Nice tit-for-tat',
    source: 'Baarslag, Hindriks & Jonker 2013',
    sit({ index, party }: Seat) {
      if (!hasRational(index, party)) return { propose: () => WALK_AWAY, accepts: () => false };
      const utilities = index.utilities[party]!;
      const sorted = index.sorted[party]!;
      const ascending = index.ascending[party]!;
      const worst = sorted[0]!;
      const range = best(index, party) - worst;
      const low = fallback(index, party);
      const worth = (outcome: number): number => (range > 0 ? (utilities[outcome]! - worst) / range : 1);
      const hurry = index.outcomes > LARGE ? 0.85 : 0.91;
      const patience = 0.5 - 0.4 * (index.problem.utilities[party]!.discount ?? 1);
      const model = kind.start(index, party);
      const estimated = new Float64Array(index.outcomes);
      let first = -1;
      let bestHeard = -1;
      let lastRound = -1;
      let now = WALK_AWAY;

      const nash = (): number => {
        let at = 0;
        let most = -1;
        for (let o = 0; o < estimated.length; o++) {
          const product = (utilities[o]! - worst) * estimated[o]!;
          if (product > most) {
            most = product;
            at = o;
          }
        }
        return worth(at);
      };
      const target = (time: number): number => {
        if (first < 0) return 1;
        const u1 = worth(first);
        const reach = clamp((1.4 - 0.6 * (1 - u1)) * nash(), 0.5, 1);
        const given = reach > u1 ? clamp((worth(bestHeard) - u1) / (reach - u1), 0, 1) : 1;
        const reciprocal = 1 - given * (1 - reach);
        const bonus = clamp(Math.max(patience, 20 * (time - hurry)), 0, 1);
        return reciprocal - bonus * (reciprocal - reach);
      };
      const choose = (time: number): number => {
        estimates(index, model, estimated);
        const threshold = Math.min(sorted[sorted.length - 1]!, Math.max(low, worst + range * target(time)));
        if (first < 0) return ascending[ascending.length - 1]!;
        let chosen = WALK_AWAY;
        let most = -1;
        for (let at = firstAtLeast(sorted, threshold); at < ascending.length; at++) {
          const outcome = ascending[at]!;
          if (estimated[outcome]! > most) {
            most = estimated[outcome]!;
            chosen = outcome;
          }
        }
        return utilities[bestHeard]! >= threshold ? bestHeard : chosen;
      };
      return {
        propose(time, round) {
          if (round !== lastRound) {
            lastRound = round;
            now = choose(time);
          }
          return now;
        },
        accepts: () => false,
        hear(offer, _, time) {
          model.observe(offer, time);
          if (first < 0) first = offer;
          if (bestHeard < 0 || utilities[offer]! > utilities[bestHeard]!) bestHeard = offer;
        },
      };
    },
  };
  return {
    ...withAcceptance(offering, acCombi({ from: 0.98, atLeast: 'any' })),
    id: offering.id,
    name: offering.name,
    source: offering.source,
  };
}

export const NICE_TIT_FOR_TAT = niceTitForTat();
