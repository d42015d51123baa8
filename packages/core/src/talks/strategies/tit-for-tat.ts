/**
 * Behaviour-dependent tactics (Faratin, Sierra & Jennings 1998): answer the change in what the other offers with a change
 * of one's own, all measured in one's own gains g over the reserved value, from 0 to 1.
 *
 * *Relative*: own ← own · g(before)/g(now). *Random absolute*: own ← own − (g(now) − g(before)) − R, with R drawn from 0 to
 * M, to get out of a deadlock. *Averaged*: own ← own · g(window ago)/g(now). The original works issue by issue; here it is
 * the worth of the whole offer. Each opponent is compared with itself. It begins with its best outcome and accepts what is
 * worth its next offer.
 *
 * O(log outcomes) an offer.
 */
import { Rng } from '../../maths/rng.ts';
import { WALK_AWAY, type Seat, type Strategy } from '../negotiator.ts';
import { best, fallback, hasRational, worstAtLeast } from './threshold.ts';

export type TitForTat =
  | { readonly kind: 'relative' }
  | {
      readonly kind: 'random-absolute';
      /** M, a share of the range. Default 0.02. */
      readonly most?: number;
    }
  | {
      readonly kind: 'averaged';
      /** Offers of the other to look back on. Default 4. */
      readonly window?: number;
    };

const NAMES = { relative: 'Relative', 'random-absolute': 'Random absolute', averaged: 'Averaged' } as const;

export function titForTat(options: TitForTat): Strategy {
  return {
    id: `${options.kind}-tit-for-tat`,
    name: `${NAMES[options.kind]} tit-for-tat`,
    source: 'Faratin, Sierra & Jennings 1998',
    sit({ index, party, seed, stream }: Seat) {
      if (!hasRational(index, party)) return { propose: () => WALK_AWAY, accepts: () => false };
      const utilities = index.utilities[party]!;
      const low = fallback(index, party);
      const range = best(index, party) - low;
      const gain = (offer: number): number => (range > 0 ? Math.max(0, (utilities[offer]! - low) / range) : 1);
      const rng = options.kind === 'random-absolute' ? new Rng(seed, stream) : undefined;
      const lookBack = options.kind === 'averaged' ? (options.window ?? 4) : 1;
      const heard = new Map<number, number[]>();
      let own = 1;

      const ratio = (before: number, now: number): number => (now > 0 ? before / now : 1);
      const answer = (before: number, now: number): number =>
        options.kind === 'random-absolute'
          ? own - (now - before) - rng!.uniform() * (options.most ?? 0.02)
          : own * ratio(before, now);
      const next = (): number => worstAtLeast(index, party, low + range * own);
      return {
        propose: next,
        accepts: (offer) => utilities[offer]! >= utilities[next()]!,
        hear(offer, from) {
          const gains = heard.get(from) ?? [];
          gains.push(gain(offer));
          heard.set(from, gains);
          if (gains.length > lookBack) {
            const before = gains[gains.length - 1 - lookBack]!;
            own = Math.min(1, Math.max(0, answer(before, gains[gains.length - 1]!)));
          }
        },
      };
    },
  };
}

export const RELATIVE_TIT_FOR_TAT = titForTat({ kind: 'relative' });
export const RANDOM_ABSOLUTE_TIT_FOR_TAT = titForTat({ kind: 'random-absolute' });
export const AVERAGED_TIT_FOR_TAT = titForTat({ kind: 'averaged' });
