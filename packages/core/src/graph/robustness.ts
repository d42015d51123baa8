/**
 * Robustness: which single uncertain comparison would change the result. Each decision maker's neighbouring levels of
 * preference are exchanged, and made equal, one pair at a time, and the equilibria found again.
 *
 * One analysis a change: levels · decision makers · 2 analyses; for models that are analysed in milliseconds.
 */
import type { ConceptId } from './concept.ts';
import { equilibria, stability, type StabilityOptions } from './equilibria.ts';
import type { Ranks } from './model.ts';
import { checkpoint } from './limits.ts';
import type { StateSpace } from './state-space.ts';

export interface Sensitivity {
  readonly decisionMaker: number;
  /** A state of the better and one of the worse of two neighbouring levels. */
  readonly better: number;
  readonly worse: number;
  readonly change: 'exchanged' | 'equal';
  readonly lost: readonly number[];
  readonly gained: readonly number[];
}

/** The changes that matter for the equilibria by one concept; a result that none changes is robust. */
export function sensitivities(
  space: StateSpace,
  ranks: readonly Ranks[],
  concept: ConceptId,
  options: StabilityOptions = {},
): Sensitivity[] {
  const find = (its: readonly Ranks[]): number[] =>
    equilibria(stability(space, its, { memoryLimit: options.memoryLimit ?? 2 ** 30, concepts: [concept] }), concept);
  const before = find(ranks);
  const found: Sensitivity[] = [];
  for (const [decisionMaker, own] of ranks.entries()) {
    const levels = [...new Set(own)].toSorted((a, b) => a - b);
    for (let k = 0; k + 1 < levels.length; k++) {
      checkpoint(options, (decisionMaker + k / levels.length) / ranks.length);
      const high = levels[k]!;
      const low = levels[k + 1]!;
      for (const change of ['exchanged', 'equal'] as const) {
        const changed = own.map((rank) => (rank === low ? high : rank === high && change === 'exchanged' ? low : rank));
        const after = find(ranks.with(decisionMaker, changed));
        const lost = before.filter((s) => !after.includes(s));
        const gained = after.filter((s) => !before.includes(s));
        if (lost.length + gained.length > 0)
          found.push({ decisionMaker, better: own.indexOf(high), worse: own.indexOf(low), change, lost, gained });
      }
    }
  }
  return found;
}
