/** What the writers of negotiation domains share: a file for every party, and what of a problem a format cannot hold. */
import type { BargainingProblem } from '../bargaining/index.ts';

export type DomainOmission = 'bonuses' | 'constraints' | 'discount' | 'status-quo' | 'reserved';

export interface DomainFiles {
  /** By name. */
  readonly files: ReadonlyMap<string, string>;
  /** What the files do not say. */
  readonly omissions: readonly DomainOmission[];
}

/** Names for the files of parties, without an ending: letters, digits and hyphens, all different whatever the case. */
export function fileNames(parties: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken);
  return parties.map((party, p) => {
    const plain = party
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}_-]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    const stem = plain === '' ? `party-${p + 1}` : plain;
    let name = stem;
    for (let k = 2; used.has(name.toLowerCase()); k++) name = `${stem}-${k}`;
    used.add(name.toLowerCase());
    return name;
  });
}

export function leftOut(
  problem: BargainingProblem,
  cannot: readonly ('bonuses' | 'constraints' | 'discount')[],
): DomainOmission[] {
  const has = {
    bonuses: problem.utilities.some(({ bonuses = [] }) => bonuses.some(({ when, add }) => when.size > 0 && add !== 0)),
    constraints: (problem.constraints ?? []).length > 0,
    discount: problem.utilities.some(({ discount = 1 }) => discount !== 1),
  };
  return [
    ...cannot.filter((what) => has[what]),
    ...(problem.issues.some(({ statusQuo }) => statusQuo !== undefined) ? (['status-quo'] as const) : []),
  ];
}
