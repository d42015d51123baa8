/**
 * The scalable Bayesian model (Hindriks & Tykhonov 2008, “Opponent modelling in automated multi-issue negotiation using
 * Bayesian learning”, AAMAS).
 *
 * Every issue has eleven hypotheses for its weight, j/10 with a prior in proportion to (1 − (j + 1)/11)³, and a hypothesis
 * each for rising, falling and singly peaked worths of its values, in their order, equally likely. The other is taken to
 * concede from 1 by 0.003 with every new offer; an offer worth u where û is expected has the likelihood of (û − u)/û under
 * a normal distribution with σ 0.25. Each issue is updated with the others at their expectation: weights first, not by
 * the first offer, then worths. Repeated offers are ignored. Expected weights are not scaled before the end.
 *
 * O(issues² + issues × values²) a new offer.
 */
import { worthsBy, type OpponentModelKind } from './model.ts';

const WEIGHT_STEPS = 10;
const SIGMA = 0.25;
const CONCESSION = 0.003;

export const BAYESIAN: OpponentModelKind = {
  id: 'bayesian',
  name: 'Bayesian model',
  source: 'Hindriks & Tykhonov 2008',
  start(index) {
    const issues = index.problem.issues.length;
    const prior = Float64Array.from({ length: WEIGHT_STEPS + 1 }, (_, j) => (1 - (j + 1) / (WEIGHT_STEPS + 1)) ** 3);
    const weightBeliefs = Array.from({ length: issues }, () => normalise(prior.slice()));
    const shapes = index.problem.issues.map((issue) => shapesOf(issue.values.length));
    const shapeBeliefs = shapes.map((its) => normalise(new Float64Array(its.length).fill(1)));
    const weights = new Float64Array(issues);
    const worths = worthsBy(index, () => 0);
    const heard = new Set<number>();

    const expect = (): void => {
      for (let i = 0; i < issues; i++) {
        weights[i] = weightBeliefs[i]!.reduce((sum, chance, j) => sum + (chance * j) / WEIGHT_STEPS, 0);
        worths[i]!.fill(0);
        for (const [h, shape] of shapes[i]!.entries())
          for (let v = 0; v < shape.length; v++) worths[i]![v]! += shapeBeliefs[i]![h]! * shape[v]!;
      }
    };
    expect();

    return {
      weights,
      worths,
      observe(offer) {
        if (heard.has(offer)) return;
        const likely = 1 - CONCESSION * heard.size;
        heard.add(offer);
        const value = index.values.map((column) => column[offer]!);
        const rest = (i: number): number => {
          let sum = 0;
          for (let j = 0; j < issues; j++) if (j !== i) sum += weights[j]! * worths[j]![value[j]!]!;
          return sum;
        };
        if (heard.size > 1) {
          for (let i = 0; i < issues; i++) {
            const others = rest(i);
            const worth = worths[i]![value[i]!]!;
            revise(weightBeliefs[i]!, (j) => likelihood(others + (j / WEIGHT_STEPS) * worth, likely));
          }
          expect();
        }
        for (let i = 0; i < issues; i++) {
          const others = rest(i);
          revise(shapeBeliefs[i]!, (h) => likelihood(others + weights[i]! * shapes[i]![h]![value[i]!]!, likely));
        }
        expect();
      },
    };
  },
};

/** Rising, falling, and a peak at every value between. */
function shapesOf(values: number): Float64Array[] {
  if (values === 1) return [Float64Array.of(1)];
  const last = values - 1;
  return Array.from({ length: values }, (_, peak) =>
    Float64Array.from({ length: values }, (__, v) =>
      v <= peak ? (peak === 0 ? 1 : v / peak) : (last - v) / (last - peak),
    ),
  );
}

/** Without its constant factor. */
const likelihood = (utility: number, likely: number): number => {
  const x = (likely - utility) / likely;
  return Math.exp(-(x * x) / (2 * SIGMA * SIGMA));
};

function revise(beliefs: Float64Array, likelihoodOf: (hypothesis: number) => number): void {
  for (let h = 0; h < beliefs.length; h++) beliefs[h]! *= likelihoodOf(h);
  normalise(beliefs);
}

function normalise(beliefs: Float64Array): Float64Array {
  const sum = beliefs.reduce((all, belief) => all + belief, 0);
  for (let h = 0; h < beliefs.length; h++) beliefs[h]! /= sum;
  return beliefs;
}
