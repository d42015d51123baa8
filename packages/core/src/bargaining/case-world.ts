/**
 * The world in which a meeting sits down: the case as it stands, the meeting taken place, and what the meeting's `when`
 * asks for brought about. Of alternatives the first is taken; what cannot be brought about (dates, refusals) stays as it is.
 */
import { holds, stateOf, type Case, type Expression, type World } from '../case/index.ts';

export function worldAt(given: Case, meeting: string | undefined): World {
  const now = stateOf(given);
  if (meeting === undefined) return now;
  const taken = new Map<string, boolean>([[meeting, true]]);
  const settled = new Map<string, readonly string[]>();
  const world: World = {
    ...now,
    holds: (name) => taken.get(name) ?? now.holds(name),
    declined: (name) => taken.get(name) !== true && now.declined(name),
    valuesOf: (issue) => settled.get(issue) ?? now.valuesOf(issue),
  };
  bringAbout(given.meetings.get(meeting)!.when, true);
  return world;

  function bringAbout(e: Expression, wanted: boolean): void {
    if (holds(e, world, given) === wanted) return;
    switch (e.kind) {
      case 'name': {
        const fact = given.facts.get(e.name);
        if (fact === undefined) taken.set(e.name, wanted);
        else bringAbout(fact.that, wanted);
        return;
      }
      case 'equals': {
        const issue = given.issues.get(e.issue);
        if (issue === undefined) return;
        const values = world.valuesOf(e.issue);
        if (issue.kind === 'one') settled.set(e.issue, wanted ? [e.value] : issue.statusQuo);
        else settled.set(e.issue, wanted ? [...values, e.value] : values.filter((value) => value !== e.value));
        return;
      }
      case 'not':
        return bringAbout(e.of, !wanted);
      case 'ever':
        return bringAbout(e.of, wanted);
      case 'and':
      case 'or':
        if ((e.kind === 'and') === wanted) for (const part of e.of) bringAbout(part, wanted);
        else bringAbout(e.of[0]!, wanted);
        return;
      case 'at-least':
        for (const part of e.of) if (holds(e, world, given) !== wanted) bringAbout(part, wanted);
        return;
      case 'if':
        if (wanted) return bringAbout(e.consequence, true);
        bringAbout(e.condition, true);
        return bringAbout(e.consequence, false);
      case 'iff':
        return bringAbout(e.right, holds(e.left, world, given) === wanted);
      case 'can-meet': {
        const other = given.meetings.get(e.meeting);
        if (other !== undefined) bringAbout(other.when, wanted);
        return;
      }
      case 'constant':
      case 'declined':
      case 'time':
    }
  }
}
