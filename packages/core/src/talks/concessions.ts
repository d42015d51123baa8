/**
 * Who conceded when: the offers of a session, each against its maker's one before, by what they are worth to both
 * (Hindriks, Jonker & Tykhonov 2007, “Analysis of negotiation dynamics”).
 *
 * For several parties “the others” are worse off or better off only if one of them is and none is the other way; mixed
 * changes count as `mixed`. What is the same to within 10⁻⁹ is the same.
 */
import type { DomainIndex } from './domain-index.ts';
import type { Act } from './protocols/protocol.ts';

export type Move = 'first' | 'silent' | 'nice' | 'fortunate' | 'unfortunate' | 'concession' | 'selfish' | 'mixed';

export interface Concession {
  readonly party: number;
  readonly round: number;
  readonly outcome: number;
  /** By party: what the offer is worth, undiscounted. */
  readonly utilities: readonly number[];
  readonly move: Move;
  /** How much less it is worth to its maker than its least offer before; 0 if it is not. */
  readonly conceded: number;
}

const SAME = 1e-9;

export function concessions(index: DomainIndex, acts: readonly Act[]): Concession[] {
  const before = new Map<number, readonly number[]>();
  const least = new Map<number, number>();
  const result: Concession[] = [];
  for (const { party, round, act, outcome } of acts) {
    if (act !== 'offer' || outcome === undefined || party < 0) continue;
    const utilities = index.utilities.map((u) => u[outcome]!);
    const own = utilities[party]!;
    const lowest = least.get(party) ?? own;
    result.push({
      party,
      round,
      outcome,
      utilities,
      move: moveOf(party, before.get(party), utilities),
      conceded: Math.max(0, lowest - own),
    });
    before.set(party, utilities);
    least.set(party, Math.min(lowest, own));
  }
  return result;
}

function moveOf(party: number, before: readonly number[] | undefined, now: readonly number[]): Move {
  if (before === undefined) return 'first';
  const signs = now.map((u, p) => (Math.abs(u - before[p]!) <= SAME ? 0 : Math.sign(u - before[p]!)));
  const own = signs[party]!;
  const others = signs.filter((_, p) => p !== party);
  const up = others.includes(1);
  const down = others.includes(-1);
  if (up && down) return 'mixed';
  if (up) return own === 0 ? 'nice' : own > 0 ? 'fortunate' : 'concession';
  if (down) return own < 0 ? 'unfortunate' : 'selfish';
  return own === 0 ? 'silent' : own > 0 ? 'selfish' : 'unfortunate';
}
