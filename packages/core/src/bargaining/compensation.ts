/**
 * What a party would need to accept an outcome, and whether the others could pay it out of their gains.
 *
 * Payments assume what utilities alone do not say: that a point is worth the same to everybody (transferable utility).
 * Each payer gives in proportion to its gain, so nobody ends below its reserved value.
 */
import type { BargainingProblem, Outcome } from './model.ts';
import { reservedOf, utilitiesOf } from './utility.ts';

export interface Compensation {
  /** By party: utility above the reserved value; below it negative. */
  readonly gains: readonly number[];
  /** By party: what it would need, 0 if the outcome is good enough. */
  readonly needs: readonly number[];
  /** Whether the gains of the others cover all needs. */
  readonly covered: boolean;
  /** By party, what it would pay (negative: get); all 0 where needs are not covered. */
  readonly payments: readonly number[];
}

export function compensation(problem: BargainingProblem, outcome: Outcome): Compensation {
  const gains = utilitiesOf(problem, outcome).map((u, p) => u - reservedOf(problem.utilities[p]!));
  const needs = gains.map((gain) => Math.max(0, -gain));
  const needed = needs.reduce((a, b) => a + b, 0);
  const spare = gains.reduce((sum, gain) => sum + Math.max(0, gain), 0);
  const covered = needed <= spare;
  // A party with no reserved value has infinitely much to give: those alone pay, and evenly.
  const isBoundless = spare === Infinity;
  const boundless = gains.filter((gain) => gain === Infinity).length;
  const payments = gains.map((gain, p) => {
    if (!covered || needed === 0) return 0;
    if (gain <= 0) return 0 - needs[p]!;
    if (isBoundless) return gain === Infinity ? needed / boundless : 0;
    return (needed * gain) / spare;
  });
  return { gains, needs, covered, payments };
}
