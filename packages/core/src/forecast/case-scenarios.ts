/**
 * Scenarios as path conditions (rules P1, P10): `by X` holds at the end of some round up to X or did in the known past,
 * `at X` at the end of X, `until X` at the end of every round up to X; `never … by` turns the first round. `from Y` opens
 * the window. Without a date it is the horizon; a date beyond it closes there. Past its window a scenario is settled.
 */
import { holds, stateOf, type Case, type Day, type Scenario as CaseScenario } from '../case/index.ts';
import type { Atoms } from './case-conditions.ts';
import type { Scenario } from './model.ts';
import type { Note } from './notes.ts';
import { roundOf } from './rounds.ts';
import { timeline } from './timeline.ts';

export function scenariosOf(case_: Case, atoms: Atoms, rounds: number, notes: Note[]): Scenario[] {
  return [...case_.scenarios.values()].flatMap((row): Scenario[] => {
    if (!row.resolves || row.when === undefined) return [];
    const kind = row.at !== undefined ? 'at' : row.until !== undefined && row.by === undefined ? 'throughout' : 'by';
    const date = row.at ?? row.by ?? row.until;
    const day = date?.last ?? date?.first;
    const round = day === undefined ? rounds : roundOf(day, case_.asOf);
    if (round > rounds && date !== undefined)
      notes.push({ kind: 'assumption', code: 'closes-at-horizon', scenario: row.id, date: date.text });
    const from = row.from?.first === undefined ? -Infinity : roundOf(row.from.first, case_.asOf);
    const to = Math.min(round, rounds);
    return [
      {
        id: row.id,
        title: row.title,
        when: atoms.condition(row.when),
        kind,
        from,
        to,
        never: row.never,
        past: pastOf(case_, row, kind, day),
        settled: to <= 0,
        ...(row.group === undefined ? {} : { group: row.group }),
      },
    ];
  });
}

/** What the known past, up to the as-of day or the end of the window, says. */
function pastOf(case_: Case, row: CaseScenario, kind: Scenario['kind'], last: Day | undefined): boolean {
  const when = row.when!;
  const until = last !== undefined && last < case_.asOf ? last : case_.asOf;
  const from = row.from?.first;
  if (kind === 'at') {
    const then = { ...case_, asOf: until };
    return holds(when, stateOf(then), then);
  }
  if (from !== undefined && from > until) return kind === 'throughout';
  const seen = timeline({ ...case_, asOf: until });
  const within = seen.filter((_, k) => {
    // A state lasts until the next event; it counts if it reaches into the window.
    const end = seen[k + 1]?.day;
    return from === undefined || end === undefined || end >= from;
  });
  // “At every round's end” begins with the window, or with the end of the as-of day.
  if (kind === 'throughout')
    return from === undefined
      ? holds(when, within.at(-1)!.world, case_)
      : within.every(({ world }) => holds(when, world, case_));
  return within.some(({ world }) => holds(when, world, case_));
}
