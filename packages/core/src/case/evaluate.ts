/**
 * Whether a condition holds in a world: the literal reading of rules C2 and C8. Engines that look at many states compile
 * conditions instead (each in its `from-case.ts`); this is for one state, and for their tests.
 */
import type { Day } from './dates.ts';
import type { Expression } from './expression.ts';
import type { Case } from './model.ts';

/** One state of a case, and what has been. */
export interface World {
  readonly today: Day;
  /** Options done, happenings come about, meetings that have taken place. */
  readonly holds: (name: string) => boolean;
  readonly declined: (option: string) => boolean;
  /** The value or values an issue stands at. */
  readonly valuesOf: (issue: string) => readonly string[];
  /** Whether a condition held at some earlier time; what holds now need not be counted. */
  readonly held: (e: Expression) => boolean;
}

export function holds(e: Expression, world: World, given: Pick<Case, 'facts' | 'meetings'>): boolean {
  const of = (part: Expression): boolean => holds(part, world, given);
  switch (e.kind) {
    case 'constant':
      return e.value;
    case 'name': {
      const fact = given.facts.get(e.name);
      return fact === undefined ? world.holds(e.name) : of(fact.that);
    }
    case 'equals':
      return world.valuesOf(e.issue).includes(e.value);
    case 'not':
      return !of(e.of);
    case 'and':
      return e.of.every(of);
    case 'or':
      return e.of.some(of);
    case 'if':
      return !of(e.condition) || of(e.consequence);
    case 'iff':
      return of(e.left) === of(e.right);
    case 'at-least':
      return e.of.filter(of).length >= e.count;
    case 'declined':
      return world.declined(e.name);
    case 'ever':
      return of(e.of) || world.held(e.of);
    case 'can-meet': {
      const meeting = given.meetings.get(e.meeting);
      return meeting !== undefined && of(meeting.when);
    }
    case 'time':
      return timeHolds(e, world.today);
  }
}

/** `before D`: today is earlier than the first day of D. `from D`: it is not. */
export function timeHolds(e: Extract<Expression, { kind: 'time' }>, today: Day): boolean {
  const first = e.date.first ?? e.date.last ?? '';
  return e.relation === 'before' ? today < first : today >= first;
}

/** Every name a condition uses, facts not expanded: options, happenings, meetings, issues, facts. */
export function namesIn(e: Expression): string[] {
  switch (e.kind) {
    case 'constant':
    case 'time':
      return [];
    case 'name':
    case 'declined':
      return [e.name];
    case 'equals':
      return [e.issue];
    case 'can-meet':
      return [e.meeting];
    case 'not':
    case 'ever':
      return namesIn(e.of);
    case 'and':
    case 'or':
    case 'at-least':
      return e.of.flatMap(namesIn);
    case 'if':
      return [...namesIn(e.condition), ...namesIn(e.consequence)];
    case 'iff':
      return [...namesIn(e.left), ...namesIn(e.right)];
  }
}

/** The facts and meetings whose own conditions say whether `e` holds; not what those rest on in turn. */
export function definitionsIn(e: Expression, given: Pick<Case, 'facts' | 'meetings'>): string[] {
  const of = (part: Expression): string[] => definitionsIn(part, given);
  switch (e.kind) {
    case 'name':
      return given.facts.has(e.name) ? [e.name] : [];
    case 'can-meet':
      return given.meetings.has(e.meeting) ? [e.meeting] : [];
    case 'constant':
    case 'time':
    case 'declined':
    case 'equals':
      return [];
    case 'not':
    case 'ever':
      return of(e.of);
    case 'and':
    case 'or':
    case 'at-least':
      return e.of.flatMap(of);
    case 'if':
      return [...of(e.condition), ...of(e.consequence)];
    case 'iff':
      return [...of(e.left), ...of(e.right)];
  }
}

/** Every issue that a condition rests on, facts and what meetings need expanded. */
export function issuesIn(e: Expression, given: Pick<Case, 'facts' | 'meetings' | 'issues'>): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (part: Expression): void => {
    for (const name of namesIn(part)) if (given.issues.has(name)) found.add(name);
    for (const name of definitionsIn(part, given)) {
      if (seen.has(name)) continue;
      seen.add(name);
      visit(given.facts.get(name)?.that ?? given.meetings.get(name)!.when);
    }
  };
  visit(e);
  return found;
}
