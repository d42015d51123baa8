/**
 * The state of a case at its as-of date (rule C3): the status quo, then every event up to that day that sets something,
 * in order. It also remembers what was so before, for `ever(…)`.
 */
import { holds, type World } from './evaluate.ts';
import type { Case, CaseEvent, Setting } from './model.ts';
import { eventOrder } from './order.ts';

export interface State extends World {
  readonly settings: ReadonlyMap<string, Setting>;
}

/** Events that have happened by the end of the as-of day, earliest first. Plans have not; undated ones count as past. */
export function pastEvents(given: Case): CaseEvent[] {
  return eventOrder(given.events)
    .sequence.map((id) => given.events.get(id)!)
    .filter((event) => event.kind !== 'plan' && (event.on?.first === undefined || event.on.first <= given.asOf));
}

export function stateOf(given: Case): State {
  const settings = new Map(given.statusQuo);
  const history = [worldOf(given, new Map(settings), () => false)];
  for (const event of pastEvents(given)) {
    if (event.sets.size === 0) continue;
    for (const [name, setting] of event.sets) settings.set(name, setting);
    history.push(worldOf(given, new Map(settings), () => false));
  }
  return { ...worldOf(given, settings, (e) => history.some((world) => holds(e, world, given))), settings };
}

function worldOf(given: Case, settings: ReadonlyMap<string, Setting>, held: World['held']): World {
  return {
    today: given.asOf,
    holds: (name) => settings.get(name) === 'yes',
    declined: (option) => settings.get(option) === 'no',
    valuesOf: (issue) => {
      const setting = settings.get(issue);
      return Array.isArray(setting) ? (setting as readonly string[]) : (given.issues.get(issue)?.statusQuo ?? []);
    },
    held,
  };
}
