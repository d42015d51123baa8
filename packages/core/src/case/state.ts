/**
 * The state of a case at its as-of date (rule C3): the status quo, then every event up to that day that sets something,
 * in order. It also remembers what was so before, for `ever(…)`.
 */
import { holds, type World } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { TIMELESS, type Case, type CaseEvent, type Setting } from './model.ts';
import { eventOrder } from './order.ts';

export interface State extends World {
  readonly settings: ReadonlyMap<string, Setting>;
}

/** A case in which nothing has a date may say no status quo; then it has none, not one in which nothing is done. */
export const hasStatusQuo = (given: Case): boolean => given.asOf !== TIMELESS || given.statusQuo.size > 0;

/** Events that have happened by the end of the as-of day, earliest first. Plans have not; undated ones count as past. */
export function pastEvents(given: Case): CaseEvent[] {
  return eventOrder(given.events)
    .sequence.map((id) => given.events.get(id)!)
    .filter((event) => event.kind !== 'plan' && (event.on?.first === undefined || event.on.first <= given.asOf));
}

export function stateOf(given: Case): State {
  const past = pastEvents(given).filter((event) => event.sets.size > 0);
  // One map for all that was: each look back goes through the events again, so that nothing need be kept of each state.
  const held = (e: Expression): boolean => {
    const settings = new Map(given.statusQuo);
    const world = worldOf(given, settings, () => false);
    if (holds(e, world, given)) return true;
    return past.some((event) => {
      for (const [name, setting] of event.sets) settings.set(name, setting);
      return holds(e, world, given);
    });
  };
  const settings = new Map(given.statusQuo);
  for (const event of past) for (const [name, setting] of event.sets) settings.set(name, setting);
  return { ...worldOf(given, settings, held), settings };
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
