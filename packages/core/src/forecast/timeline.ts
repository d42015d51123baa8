/** The states a case has gone through up to its as-of day: the status quo, then the one after each event that sets something. */
import { holds, pastEvents, type Case, type CaseEvent, type Day, type Setting, type World } from '../case/index.ts';

export interface Stage {
  /** The event that led here; none for the outset. */
  readonly event?: CaseEvent;
  /** The last day on which it may have happened; undefined where it has no date. */
  readonly day?: Day;
  readonly world: World;
}

export function timeline(given: Case): Stage[] {
  const settings = new Map<string, Setting>(given.statusQuo);
  const stages: Stage[] = [{ world: worldOf(given, settings, []) }];
  for (const event of pastEvents(given)) {
    if (event.sets.size === 0) continue;
    for (const [name, setting] of event.sets) settings.set(name, setting);
    const day = event.on?.last ?? event.on?.first;
    stages.push({
      event,
      ...(day === undefined ? {} : { day: day < given.asOf ? day : given.asOf }),
      world: worldOf(
        given,
        settings,
        stages.map((stage) => stage.world),
      ),
    });
  }
  return stages;
}

/** The world of some settings; `earlier` are those before it, for `ever(…)`. */
export function worldOf(given: Case, settings: ReadonlyMap<string, Setting>, earlier: readonly World[]): World {
  const now = new Map(settings);
  return {
    today: given.asOf,
    holds: (name) => now.get(name) === 'yes',
    declined: (option) => now.get(option) === 'no',
    valuesOf: (issue) => {
      const setting = now.get(issue);
      return Array.isArray(setting) ? (setting as readonly string[]) : (given.issues.get(issue)?.statusQuo ?? []);
    },
    held: (e) => earlier.some((world) => holds(e, world, given)),
  };
}
