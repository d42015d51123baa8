/**
 * The classic frequency model as NegoLog has it (Doğru et al. 2024): the other is first taken to want the contrary of
 * oneself; every offer adds 1 to its values, and 0.1·(1 − t) to the issues it leaves as they were. Weights are shares of
 * their sum, worths of the largest of the issue.
 *
 * O(issues + values) an offer.
 */
import { contrary } from './contrary.ts';
import { shareOfLargest, type OpponentModelKind } from './model.ts';

const UNCHANGED = 0.1;

export const CLASSIC_FREQUENCY: OpponentModelKind = {
  id: 'classic-frequency',
  name: 'Classic frequency model',
  source: 'NegoLog (Doğru et al. 2024)',
  start(index, observer) {
    const { weights: issueCounts, worths: counts } = contrary(index, observer);
    const weights = issueCounts.slice();
    const worths = counts.map((count) => count.slice());
    let before = -1;
    return {
      weights,
      worths,
      observe(offer, time) {
        for (const [issue, column] of index.values.entries()) {
          counts[issue]![column[offer]!]!++;
          shareOfLargest(counts[issue]!, worths[issue]!);
          if (before >= 0 && column[offer] === column[before]) issueCounts[issue]! += UNCHANGED * (1 - time);
        }
        before = offer;
        const total = issueCounts.reduce((sum, count) => sum + count, 0);
        for (let issue = 0; issue < weights.length; issue++) weights[issue] = issueCounts[issue]! / total;
      },
    };
  },
};
