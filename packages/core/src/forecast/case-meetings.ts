/** The meetings of a case with what each may settle (rules M1, M2, U5), and its ratifiers (M3). */
import { agendaOf, inForce, namesIn, pastEvents, type Case, type Expression } from '../case/index.ts';
import { MOST_OUTCOMES } from './bargain.ts';
import type { Atoms } from './case-conditions.ts';
import { DEFAULTS, given } from './case-parties.ts';
import type { InputTable } from './input-table.ts';
import type { Issue, Meeting, Party, Ratifier } from './model.ts';
import type { Note } from './notes.ts';
import { roundOf } from './rounds.ts';

export function issuesOf(case_: Case, atoms: Atoms): Issue[] {
  return [...case_.issues.values()].map((issue) => ({
    name: issue.id,
    kind: issue.kind,
    values: issue.values.map((value) => atoms.value(issue.id, value)!),
    names: issue.values,
    statusQuo: issue.statusQuo.map((value) => issue.values.indexOf(value)),
  }));
}

export function meetingsOf(
  case_: Case,
  atoms: Atoms,
  inputs: InputTable,
  parties: readonly Party[],
  issues: readonly Issue[],
  notes: Note[],
): Meeting[] {
  return [...case_.meetings.values()].map((meeting): Meeting => {
    const seats = meeting.parties.map((id) => parties.findIndex((p) => p.name === id));
    const silent = seats.filter((p) => parties[p]!.issues.length === 0).map((p) => parties[p]!.name);
    for (const party of silent) notes.push({ kind: 'hole', code: 'no-deal-utilities', meeting: meeting.id, party });
    const { maySettle, holes } = agendaOf(case_, { rank: meeting.rank, meeting: meeting.id, parties: meeting.parties });
    for (const { issue } of holes) notes.push({ kind: 'hole', code: 'not-reported', meeting: meeting.id, issue });
    const isTable = seats.length > 0 && silent.length === 0;
    // What nobody at the table weighs is nothing to bargain over.
    const agenda = [...issues.keys()].filter(
      (k) =>
        isTable &&
        maySettle.includes(issues[k]!.name) &&
        seats.some((p) => parties[p]!.issues.some((u) => u.issue === k)),
    );
    const outcomes = agenda.reduce(
      (n, k) => n * (issues[k]!.kind === 'one' ? issues[k]!.values.length : 2 ** issues[k]!.values.length),
      1,
    );
    const isTooLarge = outcomes > MOST_OUTCOMES;
    if (isTooLarge) notes.push({ kind: 'hole', code: 'agenda-too-large', meeting: meeting.id, outcomes });
    const last = lastTime(case_, meeting.id);
    return {
      name: meeting.id,
      atom: atoms.of(meeting.id)!,
      when: atoms.condition(meeting.when),
      parties: seats,
      rank: meeting.rank === undefined ? -1 : case_.ranks.indexOf(meeting.rank),
      notBefore: meeting.at?.first === undefined ? -Infinity : roundOf(meeting.at.first, case_.asOf),
      ...(meeting.everyDays === undefined ? {} : { every: meeting.everyDays }),
      ...(last === undefined ? {} : { last }),
      convenes: given(inputs, notes, `${meeting.id}.convenes`, 'chance', meeting.convenes, DEFAULTS.convenes),
      agenda: isTooLarge ? [] : agenda,
      bargains: meeting.bargains ?? 'nash',
      ...(meeting.powers === undefined
        ? {}
        : {
            powers: meeting.parties.map((party) =>
              inputs.add(`${meeting.id}.${party}.power`, 'amount', meeting.powers!.get(party), DEFAULTS.weight),
            ),
          }),
    };
  });
}

/** Round of the last event that has the meeting take place. */
function lastTime(case_: Case, meeting: string): number | undefined {
  const event = pastEvents(case_).findLast((e) => e.sets.get(meeting) === 'yes');
  const day = event?.on?.last ?? event?.on?.first;
  return event === undefined ? undefined : day === undefined ? 0 : Math.min(0, roundOf(day, case_.asOf));
}

export function ratifiersOf(
  case_: Case,
  atoms: Atoms,
  inputs: InputTable,
  parties: readonly Party[],
  issues: readonly Issue[],
  notes: Note[],
): Ratifier[] {
  return [...case_.ratifiers.values()]
    .filter((row) => inForce(row, case_.asOf))
    .map((row) => {
      const named = new Set(namesOf(row.acceptsIf, case_));
      return {
        id: row.id,
        of: parties.findIndex((p) => p.name === row.of),
        acceptsIf: atoms.condition(row.acceptsIf),
        issues: issues.flatMap((issue, k) => (named.has(issue.name) ? [k] : [])),
        firmness: given(inputs, notes, `${row.id}.firmness`, 'chance', row.firmness, DEFAULTS.firmness),
        insists: inputs.uniform(`${row.id}.insists`),
      };
    });
}

/** Names in a condition, facts expanded. */
function namesOf(e: Expression, case_: Case): string[] {
  return namesIn(e).flatMap((name) => {
    const fact = case_.facts.get(name);
    return fact === undefined ? [name] : namesOf(fact.that, case_);
  });
}
