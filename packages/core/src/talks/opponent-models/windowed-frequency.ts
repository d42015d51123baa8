/**
 * The windowed frequency model (Tunalı, Aydoğan & Sanchez-Anguix 2017, “Rethinking frequency opponent modeling in
 * automated negotiation”, PRIMA): an issue matters if its values stay alike from one window of 48 offers to the next while
 * the other concedes elsewhere.
 *
 * Two windows differ in an issue if a χ² test of the later counts against the earlier shares (both with 1 added to every
 * value) gives p ≤ 0.05; the other has conceded in it if the later window is worth less by the worths so far. If some issue
 * was conceded in, those that do not differ gain 10·(1 − t⁵). It starts from the contrary of one's own wishes; worths are
 * (count/largest count)^¼. Learns nothing after t = 0.8.
 *
 * O(issues + values) an offer.
 */
import { contrary } from './contrary.ts';
import { chiSquareTail } from './chi-square.ts';
import { shareOfLargest, worthsBy, type OpponentModelKind } from './model.ts';

const WINDOW = 48;
const SIGNIFICANT = 0.05;
const GAIN = 10;
const FROZEN_AFTER = 0.8;

export const WINDOWED_FREQUENCY: OpponentModelKind = {
  id: 'windowed-frequency',
  name: 'Windowed frequency model',
  source: 'Tunalı, Aydoğan & Sanchez-Anguix 2017',
  start(index, observer) {
    const { weights: issueCounts, worths: counts } = contrary(index, observer);
    const weights = issueCounts.slice();
    const worths = counts.map((count) => soften(count.slice()));
    let earlier: Float64Array[] | undefined;
    let later = worthsBy(index, () => 1);
    let seen = 0;

    const compare = (time: number): void => {
      let conceded = false;
      const same: number[] = [];
      for (const [issue, count] of later.entries()) {
        const before = earlier![issue]!;
        if (differ(before, count)) conceded ||= expected(count, worths[issue]!) < expected(before, worths[issue]!);
        else same.push(issue);
      }
      if (!conceded) return;
      for (const issue of same) issueCounts[issue]! += GAIN * (1 - time ** 5);
      const total = issueCounts.reduce((sum, count) => sum + count, 0);
      for (let issue = 0; issue < weights.length; issue++) weights[issue] = issueCounts[issue]! / total;
    };

    return {
      weights,
      worths,
      observe(offer, time) {
        if (time > FROZEN_AFTER) return;
        for (const [issue, column] of index.values.entries()) {
          counts[issue]![column[offer]!]!++;
          later[issue]![column[offer]!]!++;
          shareOfLargest(counts[issue]!, worths[issue]!);
          soften(worths[issue]!);
        }
        if (++seen % WINDOW !== 0) return;
        if (earlier !== undefined) compare(time);
        earlier = later;
        later = worthsBy(index, () => 1);
      },
    };
  },
};

function soften(worths: Float64Array): Float64Array {
  for (let v = 0; v < worths.length; v++) worths[v] = Math.sqrt(Math.sqrt(worths[v]!));
  return worths;
}

const expected = (counts: Float64Array, worths: Float64Array): number =>
  counts.reduce((sum, count, v) => sum + count * worths[v]!, 0) / counts.reduce((sum, count) => sum + count, 0);

function differ(before: Float64Array, now: Float64Array): boolean {
  if (now.length < 2) return false;
  let statistic = 0;
  for (let v = 0; v < now.length; v++) statistic += (now[v]! - before[v]!) ** 2 / before[v]!;
  return chiSquareTail(statistic, now.length - 1) <= SIGNIFICANT;
}
