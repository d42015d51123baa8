/**
 * Conditions of a case over the options that are still open (rule U5): facts are expanded, and what no move of an open
 * option can change — dates, happenings, issues, meetings, options that are settled — is as it stands on the as-of day.
 */
import { timeHolds, type Case, type Expression, type State } from '../case/index.ts';
import type { Condition } from './condition.ts';

export interface CaseConditions {
  readonly condition: (e: Expression) => Condition;
  /** The names in a condition that no move can change, in the order of the condition. */
  readonly settled: (e: Expression) => string[];
}

/** `open`: the index of every open option in the model. */
export function caseConditions(given: Case, state: State, open: ReadonlyMap<string, number>): CaseConditions {
  const condition = (e: Expression): Condition => simplify(translate(e));
  const settledNames = (e: Expression): string[] => [...new Set(names(e))];
  return { condition, settled: settledNames };

  function translate(e: Expression): Condition {
    switch (e.kind) {
      case 'constant':
        return e;
      case 'name': {
        const fact = given.facts.get(e.name);
        if (fact !== undefined) return translate(fact.that);
        const option = open.get(e.name);
        return option === undefined ? constant(state.holds(e.name)) : { kind: 'option', option };
      }
      case 'equals':
        return constant(state.valuesOf(e.issue).includes(e.value));
      case 'not':
        return { kind: 'not', of: translate(e.of) };
      case 'and':
      case 'or':
        return { kind: e.kind, of: e.of.map(translate) };
      case 'if':
        return { kind: 'if', when: translate(e.condition), that: translate(e.consequence) };
      case 'iff':
        return { kind: 'iff', left: translate(e.left), right: translate(e.right) };
      case 'at-least':
        return { kind: 'at-least', count: e.count, of: e.of.map(translate) };
      case 'declined':
        return constant(state.declined(e.name));
      case 'ever':
        // What has been stays so; what has not may still come.
        return state.held(e.of) ? constant(true) : translate(e.of);
      case 'can-meet': {
        const meeting = given.meetings.get(e.meeting);
        return meeting === undefined ? constant(false) : translate(meeting.when);
      }
      case 'time':
        return constant(timeHolds(e, given.asOf));
    }
  }

  function names(e: Expression): string[] {
    switch (e.kind) {
      case 'constant':
        return [];
      case 'name': {
        const fact = given.facts.get(e.name);
        if (fact !== undefined) return names(fact.that);
        return open.has(e.name) ? [] : [e.name];
      }
      case 'equals':
        return [e.issue];
      case 'declined':
        return [e.name];
      case 'time':
        return [e.relation];
      case 'can-meet': {
        const meeting = given.meetings.get(e.meeting);
        return meeting === undefined ? [e.meeting] : names(meeting.when);
      }
      case 'not':
      case 'ever':
        return names(e.of);
      case 'and':
      case 'or':
      case 'at-least':
        return e.of.flatMap(names);
      case 'if':
        return [...names(e.condition), ...names(e.consequence)];
      case 'iff':
        return [...names(e.left), ...names(e.right)];
    }
  }
}

const constant = (value: boolean): Condition => ({ kind: 'constant', value });

/** The same condition without constants inside, so that what is constant shows. */
export function simplify(c: Condition): Condition {
  switch (c.kind) {
    case 'not': {
      const of = simplify(c.of);
      return of.kind === 'constant' ? constant(!of.value) : { kind: 'not', of };
    }
    case 'and':
    case 'or': {
      const decides = c.kind === 'or';
      const of = c.of.map(simplify);
      if (of.some((part) => part.kind === 'constant' && part.value === decides)) return constant(decides);
      const rest = of.filter((part) => part.kind !== 'constant');
      if (rest.length === 0) return constant(!decides);
      return rest.length === 1 ? rest[0]! : { kind: c.kind, of: rest };
    }
    case 'if':
      return simplify({ kind: 'or', of: [{ kind: 'not', of: c.when }, c.that] });
    case 'iff': {
      const [left, right] = [simplify(c.left), simplify(c.right)];
      if (left.kind === 'constant') return left.value ? right : simplify({ kind: 'not', of: right });
      if (right.kind === 'constant') return right.value ? left : simplify({ kind: 'not', of: left });
      return { kind: 'iff', left, right };
    }
    case 'at-least': {
      const of = c.of.map(simplify);
      const sure = of.filter((part) => part.kind === 'constant' && part.value).length;
      const rest = of.filter((part) => part.kind !== 'constant');
      const count = c.count - sure;
      if (count <= 0) return constant(true);
      if (count > rest.length) return constant(false);
      return { kind: 'at-least', count, of: rest };
    }
    default:
      return c;
  }
}
