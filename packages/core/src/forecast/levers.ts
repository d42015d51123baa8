/**
 * Levers: which single change moves a scenario most. Every option that is not taken is taken, every one that is taken is
 * called off, every reported demand is waived, every written relaxation accepted; each alone, from the next day on.
 */
import { intervene, isUnknown, type Difference, type WhatIf } from './what-if.ts';
import type { Process } from './model.ts';

/** Single changes worth asking about, in the order of the file. */
export function singleChanges(process: Process): WhatIf[] {
  const taken = new Set(process.initial);
  return [
    ...process.options.map(({ name, yes }): WhatIf => ({ kind: 'force', name, value: !taken.has(yes) })),
    ...process.demands.filter((d) => !d.inferred).map((d): WhatIf => ({ kind: 'waive', row: d.id })),
    ...process.relaxations.map((r): WhatIf => ({ kind: 'relax', relaxation: r.id })),
  ];
}

export const changedBy = (process: Process, changes: readonly WhatIf[]): Process[] =>
  changes.map((change) => {
    const changed = intervene(process, [change]);
    if (isUnknown(changed)) throw new Error(`no ${changed.name} in its own process`);
    return changed;
  });

export interface Lever extends Difference {
  readonly change: WhatIf;
}

/** For one scenario, the strongest first; equal ones in the order of the changes. */
export function leversOf(
  changes: readonly WhatIf[],
  found: readonly (readonly Difference[])[],
  scenario: string,
): Lever[] {
  return changes
    .map((change, c): Lever => ({ change, ...found[c]!.find((d) => d.scenario === scenario)! }))
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}
