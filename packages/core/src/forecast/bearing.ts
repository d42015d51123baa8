/**
 * What a party's choices depend on: the atoms without which its chances are as they were. A party mostly finds nothing
 * changed that concerns it when it revises again, and then its chances need not be worked out a second time.
 */
import { atomSet, emptyBits, setBit, type Bits } from './condition.ts';
import type { Process, Rule, Shifted } from './model.ts';

export interface Bearing {
  readonly mask: Bits;
  /** Nothing but those atoms bears on the choices within a run: no drift by the day, nothing that counts only once. */
  readonly isSteady: boolean;
}

export function bearingOn(process: Process, party: number): Bearing {
  const { options, statements, bonuses } = process.parties[party]!;
  const concerns = new Set<number>(options.flatMap((o) => [process.options[o]!.yes, process.options[o]!.declined]));
  const steps = new Set(options.map((o) => process.options[o]!.yes));
  const rows = process.rows.filter((row) => row.steps.some((step) => steps.has(step)));
  const demands = new Set(rows.map((row) => row.demand));
  const isOn = (of: Shifted): boolean =>
    ((of.kind === 'cost' || of.kind === 'statement' || of.kind === 'issue') && of.party === party) ||
    (of.kind === 'firmness' && demands.has(of.demand));
  const influences = process.influences.filter((row) => row.shifts.some(({ of }) => isOn(of)));
  const add = (atoms: readonly number[]): void => {
    for (const atom of atoms) concerns.add(atom);
  };
  add(atomSet([...statements.map((s) => s.that), ...rows.map((row) => row.needs), ...influences.map((x) => x.when)]));
  // An offer asks others for steps: whether they have declined, and what forbids them.
  for (const { yes, declined } of process.options) if (concerns.has(yes)) concerns.add(declined);
  let grows = true;
  while (grows) {
    const touching = process.rules.filter((rule: Rule) => atomSet([rule.that]).some((atom) => concerns.has(atom)));
    const before = concerns.size;
    add(atomSet(touching.map((rule) => rule.that)));
    grows = concerns.size > before;
  }
  const mask = emptyBits(process.atoms.length);
  for (const atom of concerns) setBit(mask, atom);
  const isOnDeals = bonuses.length > 0 || influences.some((x) => x.shifts.some(({ of }) => of.kind === 'issue'));
  return { mask, isSteady: !isOnDeals && influences.every((x) => x.lasts === 'while') };
}
