/**
 * Frequency models: what is offered often is wanted.
 *
 * *HardHeaded* (van Krimpen, Looije & Hajizadeh 2013): every value starts with a count of 1; an issue that stays as it was
 * in the offer before gains 0.2, and the weights are scaled back to 1. *Smith* (van Galen Last 2012): the same counts,
 * equal weights. *Linear* (NegMAS's FrequencyLinear): an issue weighs 1 less the entropy of what was offered, as a share
 * of its largest value for as many values; values that were not offered are worth nothing.
 *
 * O(issues + values) an offer.
 */
import type { DomainIndex } from '../domain-index.ts';
import { shareOfLargest, worthsBy, type OpponentModel, type OpponentModelKind } from './model.ts';

/** Added to an issue that has not changed. */
const UNCHANGED = 0.2;

export const HARD_HEADED: OpponentModelKind = {
  id: 'hard-headed',
  name: 'HardHeaded frequency model',
  source: 'van Krimpen, Looije & Hajizadeh 2013',
  start(index) {
    const { counted, worths } = counting(index, 1);
    const weights = equalWeights(index);
    let before = -1;
    return {
      weights,
      worths,
      observe(offer) {
        counted(offer);
        if (before >= 0) {
          for (const [issue, column] of index.values.entries())
            if (column[offer] === column[before]) weights[issue]! += UNCHANGED;
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          for (let issue = 0; issue < weights.length; issue++) weights[issue]! /= total;
        }
        before = offer;
      },
    };
  },
};

export const SMITH: OpponentModelKind = {
  id: 'smith',
  name: 'Smith frequency model',
  source: 'van Galen Last 2012',
  start(index) {
    const { counted, worths } = counting(index, 1);
    return { weights: equalWeights(index), worths, observe: counted };
  },
};

export const FREQUENCY_LINEAR: OpponentModelKind = {
  id: 'frequency-linear',
  name: 'Linear frequency model',
  source: 'NegMAS (Mohammad, Nakadai & Greenwald 2021)',
  start(index) {
    const { counted, counts, worths } = counting(index, 0);
    const weights = equalWeights(index);
    return {
      weights,
      worths,
      observe(offer) {
        counted(offer);
        for (const [issue, count] of counts.entries()) weights[issue] = 1 - evenness(count);
      },
    };
  },
};

/** The entropy of counts, as a share of its largest value for as many values that occur; 0 for one. */
function evenness(counts: Float64Array): number {
  let total = 0;
  let occurring = 0;
  for (let v = 0; v < counts.length; v++) {
    total += counts[v]!;
    if (counts[v]! > 0) occurring++;
  }
  if (occurring < 2) return 0;
  let entropy = 0;
  for (let v = 0; v < counts.length; v++) {
    const share = counts[v]! / total;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.min(1, entropy / Math.log(occurring));
}

const equalWeights = (index: DomainIndex): Float64Array => {
  const count = index.problem.issues.length;
  return new Float64Array(count).fill(1 / count);
};

function counting(
  index: DomainIndex,
  start: number,
): Pick<OpponentModel, 'worths'> & { readonly counts: Float64Array[]; readonly counted: (offer: number) => void } {
  const counts = worthsBy(index, () => start);
  const worths = worthsBy(index, () => start);
  return {
    counts,
    worths,
    counted(offer) {
      for (const [issue, column] of index.values.entries()) {
        counts[issue]![column[offer]!]!++;
        shareOfLargest(counts[issue]!, worths[issue]!);
      }
    },
  };
}
