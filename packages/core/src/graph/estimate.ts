/** What an analysis of all states will take, before it is begun. */
import { bitCount } from './grouping.ts';
import { cubeFits } from './cube.ts';
import type { StateSpace } from './state-space.ts';

/**
 * Bytes that {@link ./equilibria.ts} takes besides the rankings, reckoned from the arrays it makes: 77 MB for 5 decision
 * makers with 20 options, of which 60 MB were measured.
 */
export function memoryEstimate(space: StateSpace): number {
  const { states, decisionMakers } = space;
  const verdicts = states * (decisionMakers + 1);
  if (!cubeFits(space)) {
    // By state and decision maker: clique, members, bounds, links of a slice. By state: slices, keys, four values.
    return verdicts + states * (36 * decisionMakers + 64);
  }
  const widest = Math.max(...space.owned.map(bitCount));
  const small = widest < 8 ? 1 : widest < 16 ? 2 : 4;
  // By point and decision maker: lists, and again for the slice at work. By point: state, keys, four values, verdicts.
  return verdicts + 2 ** space.options * (4 * small * decisionMakers + 48);
}
