/** A condition typed by the user, checked against the names of a case. */
import { namesIn, nearestName, type Case, type Expression } from '@parley/core/case';
import { UsageError } from './usage.ts';

export function checkNames(e: Expression, given: Case): void {
  const names = [
    ...given.options.keys(),
    ...given.happenings.keys(),
    ...given.meetings.keys(),
    ...given.facts.keys(),
    ...given.issues.keys(),
  ];
  for (const name of namesIn(e)) {
    if (names.includes(name)) continue;
    const near = nearestName(name, names);
    throw new UsageError(`There is no “${name}” in this case.`, near === undefined ? '' : `Did you mean “${near}”?`);
  }
  checkValues(e, given);
}

function checkValues(e: Expression, given: Case): void {
  switch (e.kind) {
    case 'name':
      if (!given.issues.has(e.name)) return;
      throw new UsageError(
        `“${e.name}” is an issue; say which value.`,
        given.issues
          .get(e.name)!
          .values.map((v) => `${e.name} = ${v}`)
          .join(', '),
      );
    case 'equals': {
      const issue = given.issues.get(e.issue);
      if (issue === undefined) throw new UsageError(`“${e.issue}” is not an issue.`);
      if (!issue.values.includes(e.value))
        throw new UsageError(`“${e.value}” is no value of ${e.issue}.`, `There are: ${issue.values.join(', ')}.`);
      return;
    }
    case 'not':
    case 'ever':
      return checkValues(e.of, given);
    case 'and':
    case 'or':
    case 'at-least':
      return e.of.forEach((part) => checkValues(part, given));
    case 'if':
      checkValues(e.condition, given);
      return checkValues(e.consequence, given);
    case 'iff':
      checkValues(e.left, given);
      return checkValues(e.right, given);
    case 'declined':
      if (!given.options.has(e.name))
        throw new UsageError(`“${e.name}” is not an option, and only an option can be declined.`);
      return;
    case 'can-meet':
      if (!given.meetings.has(e.meeting)) throw new UsageError(`“${e.meeting}” is not a meeting.`);
      return;
    case 'constant':
    case 'time':
  }
}
