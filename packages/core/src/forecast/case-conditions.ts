/**
 * Conditions of a case as conditions over the atoms of its process: facts and `can-meet` are expanded; `from D` becomes a
 * clock that turns in its round, `ever(c)` a latch.
 */
import { holds, type Case, type Expression, type State } from '../case/index.ts';
import { constant, simplify, type Condition } from './condition.ts';
import type { Atom } from './model.ts';
import { roundOf } from './rounds.ts';

export interface Atoms {
  readonly list: readonly Atom[];
  /** Atoms that hold at the end of the as-of day. */
  readonly initial: readonly number[];
  /** Of an option, happening or meeting. */
  readonly of: (name: string) => number | undefined;
  readonly declined: (option: string) => number | undefined;
  readonly value: (issue: string, value: string) => number | undefined;
  readonly condition: (e: Expression) => Condition;
}

/** Numbers the atoms; conditions add clocks and latches to the list as they need them. */
export function caseAtoms(given: Case, state: State): Atoms {
  const list: Atom[] = [];
  const initial: number[] = [];
  const index = new Map<string, number>();
  const add = (key: string, atom: Atom, isSet: boolean): number => {
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, list.length);
    if (isSet) initial.push(list.length);
    return list.push(atom) - 1;
  };
  // Options first and side by side: a choice then mostly reads one word.
  for (const name of given.options.keys()) add(name, { kind: 'option', name }, state.holds(name));
  for (const name of given.options.keys()) add(`declined ${name}`, { kind: 'declined', name }, state.declined(name));
  for (const name of given.happenings.keys()) add(name, { kind: 'happening', name }, state.holds(name));
  for (const name of given.meetings.keys()) add(name, { kind: 'meeting', name }, state.holds(name));
  for (const issue of given.issues.values())
    for (const value of issue.values)
      add(`${issue.id} = ${value}`, { kind: 'value', name: issue.id, value }, state.valuesOf(issue.id).includes(value));

  const atom = (k: number | undefined): Condition => (k === undefined ? constant(false) : { kind: 'atom', atom: k });
  const translate = (e: Expression): Condition => {
    switch (e.kind) {
      case 'constant':
        return e;
      case 'name': {
        const fact = given.facts.get(e.name);
        return fact === undefined ? atom(index.get(e.name)) : translate(fact.that);
      }
      case 'equals':
        return atom(index.get(`${e.issue} = ${e.value}`));
      case 'not':
        return { kind: 'not', of: translate(e.of) };
      case 'and':
      case 'or':
        return { kind: e.kind, of: e.of.map(translate) };
      case 'if':
        return { kind: 'or', of: [{ kind: 'not', of: translate(e.condition) }, translate(e.consequence)] };
      case 'iff': {
        const [left, right] = [translate(e.left), translate(e.right)];
        const not = (of: Condition): Condition => ({ kind: 'not', of });
        return {
          kind: 'or',
          of: [
            { kind: 'and', of: [left, right] },
            { kind: 'and', of: [not(left), not(right)] },
          ],
        };
      }
      case 'at-least':
        return { kind: 'at-least', count: e.count, of: e.of.map(translate) };
      case 'declined':
        return atom(index.get(`declined ${e.name}`));
      case 'ever': {
        const of = simplify(translate(e.of));
        const key = `ever ${JSON.stringify(of)}`;
        const latch = add(key, { kind: 'latch', name: key, of }, state.held(e.of) || holds(e.of, state, given));
        return { kind: 'or', of: [of, { kind: 'atom', atom: latch }] };
      }
      case 'can-meet': {
        const meeting = given.meetings.get(e.meeting);
        return meeting === undefined ? constant(false) : translate(meeting.when);
      }
      case 'time': {
        const first = e.date.first ?? e.date.last ?? '';
        const round = roundOf(first, given.asOf);
        const clock = atom(add(`from ${first}`, { kind: 'clock', name: first, round }, round <= 0));
        return e.relation === 'from' ? clock : { kind: 'not', of: clock };
      }
    }
  };
  return {
    list,
    initial,
    of: (name) => index.get(name),
    declined: (option) => index.get(`declined ${option}`),
    value: (issue, value) => index.get(`${issue} = ${value}`),
    condition: (e) => simplify(translate(e)),
  };
}
