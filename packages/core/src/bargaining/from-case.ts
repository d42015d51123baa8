/**
 * Compiles a meeting of a case, or one of a given rank that nobody has called, to a bargaining problem (rules M1–M3, U2,
 * U4, U5): what could *this* table sign?
 *
 * On the agenda is what the rank and every mandate allow, nobody is silent on, no precondition bars, is not settled yet and
 * somebody at the table weighs. Everything else stays as it is. The structure is found once; numbers are put in after: the
 * middles of the ranges, or a draw.
 */
import { agendaOf, type Case, type Issue as CaseIssue, type Path } from '../case/index.ts';
import { boxesOf, isTooWide, type Box, type Setting, type TableIssue } from './case-boxes.ts';
import { middles, type Numbers } from './case-numbers.ts';
import { rulesOf, type Judge } from './case-rules.ts';
import { shiftingInfluences, termsOfParty, utilityOf, type PartyTerms } from './case-utilities.ts';
import { worldAt } from './case-world.ts';
import type { BargainingProblem } from './model.ts';
import { outcomeCount } from './validate.ts';

export interface TableAsked {
  /** A meeting of the case; else `rank` and `parties` describe one. */
  readonly meeting?: string | undefined;
  readonly rank?: string | undefined;
  readonly parties: readonly string[];
  /** Holes to open: who is silent on them counts them with weight 0. */
  readonly assume?: readonly string[] | undefined;
  /** This issue alone. */
  readonly only?: string | undefined;
}

/** Why an issue is not on the agenda. */
export type OffAgenda =
  | { readonly issue: string; readonly why: 'rank'; readonly needs: string }
  | { readonly issue: string; readonly why: 'mandate'; readonly mandates: readonly string[] }
  | { readonly issue: string; readonly why: 'not-reported'; readonly parties: readonly string[] }
  | { readonly issue: string; readonly why: 'precondition'; readonly preconditions: readonly string[] }
  | { readonly issue: string; readonly why: 'settled'; readonly values: readonly string[] }
  | { readonly issue: string; readonly why: 'too-many-subsets'; readonly members: number }
  | { readonly issue: string; readonly why: 'nobody-weighs' };

/** What the figures rest on besides the numbers of the case. */
export type Assumption =
  /** The hole was opened; the party counts it with weight 0. */
  | { readonly code: 'opened'; readonly issue: string; readonly party: string }
  /** The party says nothing on the issue and counts it with weight 0. */
  | { readonly code: 'weight-zero'; readonly issue: string; readonly party: string }
  /** Nothing on the agenda matters to the party: it agrees to anything. */
  | { readonly code: 'indifferent'; readonly party: string }
  /** No reserved value: what the status quo is worth is taken. */
  | { readonly code: 'reserved-status-quo'; readonly party: string }
  /** Nobody reports what the party wants of a deal, so it is not asked. */
  | { readonly code: 'not-asked'; readonly party: string };

export type TableProblem = { readonly path: Path } & (
  | { readonly code: 'value-without-score'; readonly detail: { readonly party: string; readonly value: string } }
  | { readonly code: 'issue-without-weight'; readonly detail: { readonly party: string; readonly issue: string } }
  | { readonly code: 'weights-all-zero'; readonly detail: { readonly party: string } }
  | {
      readonly code: 'condition-too-wide';
      readonly detail: { readonly row: string; readonly combinations: number; readonly limit: number };
    }
  | { readonly code: 'too-many-deals'; readonly detail: { readonly deals: number } }
);

export interface CaseTable {
  readonly asked: TableAsked;
  /** Who bargains: the parties whose wishes on issues are reported. */
  readonly parties: readonly string[];
  readonly issues: readonly TableIssue[];
  readonly off: readonly OffAgenda[];
  readonly ratifiers: readonly Judge[];
  readonly assumptions: readonly Assumption[];
  /** Influences that shift something at this table. */
  readonly influences: readonly string[];
  /** Nothing where nobody bargains or nothing is on the agenda. */
  readonly problem: ((numbers?: Numbers) => BargainingProblem) | undefined;
}

export type Compiled =
  | { readonly table: CaseTable; readonly problems?: undefined }
  | { readonly table?: undefined; readonly problems: readonly TableProblem[] };

/** A set of more members stays off the agenda: 1024 subsets are a table that people can still talk about. */
export const MOST_MEMBERS = 10;

export function compileTable(given: Case, asked: TableAsked): Compiled {
  const meeting = asked.meeting === undefined ? undefined : given.meetings.get(asked.meeting)!;
  const seated = meeting?.parties ?? asked.parties;
  const parties = seated.filter((party) => (given.preferences.get(party)?.issues.size ?? 0) > 0);
  const world = worldAt(given, asked.meeting);
  const agenda = agendaOf(given, { rank: meeting?.rank ?? asked.rank, meeting: asked.meeting, parties: seated });
  const opened = agenda.holes.filter(({ issue }) => asked.assume?.includes(issue) === true);
  const off: OffAgenda[] = [
    ...agenda.others,
    ...agenda.holes
      .filter((hole) => !opened.includes(hole))
      .map(({ issue, parties: silent }) => ({ issue, why: 'not-reported' as const, parties: silent })),
  ];
  const problems: TableProblem[] = [];

  let issues: TableIssue[] = [];
  for (const issue of given.issues.values()) {
    if (off.some((row) => row.issue === issue.id)) continue;
    const now = world.valuesOf(issue.id);
    const weighing = parties.filter((party) => isWeighed(given, party, issue.id));
    if (weighing.length === 0) off.push({ issue: issue.id, why: 'nobody-weighs' });
    else if (isSettled(issue, now)) off.push({ issue: issue.id, why: 'settled', values: now });
    else if (issue.kind === 'set' && issue.values.length - now.length > MOST_MEMBERS)
      off.push({ issue: issue.id, why: 'too-many-subsets', members: issue.values.length });
    else {
      const silent = wordless(given, weighing, issue);
      if (silent.length > 0) off.push({ issue: issue.id, why: 'not-reported', parties: silent });
      else {
        issues.push(tableIssue(issue, now));
        problems.push(...weighing.flatMap((party) => gapsIn(given, party, issue)));
      }
    }
  }
  if (asked.only !== undefined) issues = issues.filter(({ id }) => id === asked.only);
  for (const party of parties) if (hasNoWeight(given, party)) problems.push(allZero(given, party));

  let setting: Setting = { given, world, issues };
  let rules = rulesOf(setting, parties);
  // What is barred stays as it is, and that may bar something else.
  while (rules.barred.size > 0) {
    const { barred } = rules;
    for (const [i, preconditions] of barred) off.push({ issue: issues[i]!.id, why: 'precondition', preconditions });
    issues = issues.filter((_, i) => !barred.has(i));
    setting = { given, world, issues };
    rules = rulesOf(setting, parties);
  }
  for (const { row, path, combinations, limit } of rules.tooWide)
    problems.push({ code: 'condition-too-wide', path, detail: { row, combinations, limit } });

  const influences = shiftingInfluences(given);
  const terms = parties.map((party): PartyTerms => {
    const bonuses = given.preferences.get(party)!.bonuses.flatMap(({ id, path, when, add }) => {
      const boxes = boxesOf(when, setting, true);
      if (isTooWide(boxes)) problems.push({ code: 'condition-too-wide', path, detail: { row: id, ...boxes } });
      // What holds whatever is agreed, or never, tells no deal from another.
      if (isTooWide(boxes) || add.kind === 'not-reported') return [];
      return [{ boxes: boxes.filter((box: Box) => box.size > 0), add }];
    });
    return termsOfParty(party, given, issues, influences, bonuses);
  });
  const problem = (numbers: Numbers = middles): BargainingProblem => ({
    issues: issues.map((issue) => ({
      name: issue.id,
      kind: 'categorical',
      values: issue.values.map(nameOf),
      statusQuo: issue.statusQuo,
    })),
    parties,
    utilities: terms.map((its) => utilityOf(its, issues, numbers)),
    ...(rules.constraints.length > 0 && { constraints: rules.constraints }),
  });
  if (problems.length > 0) return { problems };
  const isEmpty = parties.length === 0 || issues.length === 0;
  const deals = isEmpty ? 0 : outcomeCount(problem());
  if (deals > Number.MAX_SAFE_INTEGER)
    return { problems: [{ code: 'too-many-deals', path: ['issues'], detail: { deals } }] };

  const bearing = influences.filter(
    (x) =>
      (x.reserved !== undefined && parties.includes(x.party ?? '')) ||
      ((x.party === undefined || parties.includes(x.party)) && issues.some(({ id }) => x.weight.has(id))),
  );
  return {
    table: {
      asked,
      parties,
      issues,
      off: [...given.issues.keys()].flatMap((id) => off.filter((row) => row.issue === id)),
      ratifiers: rules.ratifiers,
      assumptions: [
        ...seated.filter((party) => !parties.includes(party)).map((party) => ({ code: 'not-asked' as const, party })),
        ...terms.flatMap((its) => assumptionsOf(its, issues, opened)),
      ],
      influences: bearing.map(({ id }) => id),
      problem: isEmpty ? undefined : problem,
    },
  };
}

/** The name of a value of a table: a value of the case, or the members of a subset. */
export const nameOf = (members: readonly string[]): string => (members.length === 0 ? 'none' : members.join('+'));

const isSettled = (issue: CaseIssue, now: readonly string[]): boolean =>
  issue.kind === 'set'
    ? issue.values.every((value) => now.includes(value))
    : now.some((value) => !issue.statusQuo.includes(value));

/** A set may grow by any members that it does not have; what is settled of it stays. */
function tableIssue(issue: CaseIssue, now: readonly string[]): TableIssue {
  const { id } = issue;
  if (issue.kind === 'one')
    return { id, values: issue.values.map((value) => [value]), statusQuo: issue.values.indexOf(issue.statusQuo[0]!) };
  const free = issue.values.filter((value) => !now.includes(value));
  const subsets = Array.from({ length: 2 ** free.length }, (_, k) =>
    issue.values.filter((value) => now.includes(value) || ((k >>> free.indexOf(value)) & 1) === 1),
  );
  return { id, values: subsets, statusQuo: 0 };
}

const utilityIn = (given: Case, party: string, issue: string) => {
  const utility = given.preferences.get(party)?.issues.get(issue);
  return utility === 'not-reported' ? undefined : utility;
};

function isWeighed(given: Case, party: string, issue: string): boolean {
  const utility = utilityIn(given, party, issue);
  if (utility === undefined || utility.weight?.kind === 'not-reported') return false;
  return !(utility.weight?.kind === 'number' && utility.weight.value === 0);
}

/** Who weighs the issue and has a value whose score nobody reports: like a position that nobody reports. */
const wordless = (given: Case, weighing: readonly string[], issue: CaseIssue): string[] =>
  weighing.filter((party) => {
    const scores = utilityIn(given, party, issue.id)!.scores;
    return issue.values.some((value) => scores.get(value)?.kind === 'not-reported');
  });

function gapsIn(given: Case, party: string, issue: CaseIssue): TableProblem[] {
  const { weight, scores, path } = utilityIn(given, party, issue.id)!;
  if (weight === undefined) return [{ code: 'issue-without-weight', path, detail: { party, issue: issue.id } }];
  return issue.values
    .filter((value) => !scores.has(value))
    .map((value) => ({ code: 'value-without-score', path, detail: { party, value } }));
}

function hasNoWeight(given: Case, party: string): boolean {
  const weights = [...given.preferences.get(party)!.issues.values()].flatMap((u) =>
    u === 'not-reported' || u.weight === undefined ? [] : [u.weight],
  );
  return weights.length > 0 && weights.every((weight) => weight.kind === 'number' && weight.value === 0);
}

const allZero = (given: Case, party: string): TableProblem => ({
  code: 'weights-all-zero',
  path: given.preferences.get(party)!.path,
  detail: { party },
});

function assumptionsOf(
  { party, weights, reserved }: PartyTerms,
  issues: readonly TableIssue[],
  opened: readonly { readonly issue: string; readonly parties: readonly string[] }[],
): Assumption[] {
  const silent = issues.filter((_, i) => weights[i] === undefined);
  if (silent.length === issues.length && issues.length > 0) return [{ code: 'indifferent', party }];
  return [
    ...silent.map(({ id: issue }): Assumption => {
      const isHole = opened.some((hole) => hole.issue === issue && hole.parties.includes(party));
      return { code: isHole ? 'opened' : 'weight-zero', issue, party };
    }),
    ...(reserved === undefined ? [{ code: 'reserved-status-quo' as const, party }] : []),
  ];
}
