/**
 * A bargaining problem as what a `case.yaml` says: parties, issues with their values, preferences, and one meeting at which
 * all of them sit.
 *
 * Deals in a case are worth 0 to 100 (rule U2). So the weight of an issue is what its best value adds in the file, its
 * scores are percentages of that, and every party's utility is stretched by one number, its reserved value and bonuses too:
 * (u − less) · times. In formats that promise 0 to 1 this leaves weights as they are and makes scores hundredths. Where
 * scores are below 0 they are first raised. Deals keep their order and their place above or below no deal.
 *
 * A case has no discount and no issue without a status quo; the first value of an issue is taken for it.
 */
import type { CaseFile } from '../case/index.ts';
import type { BargainingProblem, Bonus, Issue, Utility } from '../bargaining/index.ts';
import { stretched } from './genius-write.ts';
import { idsOf } from './ids.ts';

/** What did not come along, and what was supposed. */
export type DomainNote =
  | { readonly code: 'scaled'; readonly party: string; readonly times: number; readonly less: number }
  | { readonly code: 'discount'; readonly party: string; readonly discount: number }
  | { readonly code: 'any-deal'; readonly party: string; readonly reserved: number }
  | { readonly code: 'status-quo' };

export type DomainCase =
  | { readonly file: CaseFile; readonly notes: readonly DomainNote[] }
  /** A condition of so many combinations that no person could read it. */
  | { readonly tooWide: { readonly party?: string; readonly characters: number } };

type Preferences = NonNullable<CaseFile['preferences']>;

/** The longest condition a case may hold. */
const MOST_CHARACTERS = 10_000;

export function caseOfProblem(problem: BargainingProblem, title: string, scale: string): DomainCase {
  const { issues, parties, utilities, constraints = [] } = problem;
  const partyIds = idsOf(parties, 'party');
  // Issues and the meeting share one namespace.
  const [meeting, ...issueIds] = idsOf(['talks', ...issues.map(({ name }) => name)], 'issue') as [string, ...string[]];
  const valueIds = issues.map(valuesOf);
  const say = (box: ReadonlyMap<number, readonly number[]>): string =>
    [...box].map(([i, values]) => condition(issueIds[i]!, valueIds[i]!, values)).join(' and ');

  const notes: DomainNote[] = [{ code: 'status-quo' }];
  const preferences: Preferences = {};
  for (const [p, utility] of utilities.entries()) {
    const party = parties[p]!;
    const own = scaled(utility, party, notes);
    const bonuses = own.bonuses.map(({ when, add }) => ({ when: say(when), add }));
    const widest = Math.max(0, ...bonuses.map(({ when }) => when.length));
    if (widest > MOST_CHARACTERS) return { tooWide: { party, characters: widest } };
    preferences[partyIds[p]!] = {
      issues: Object.fromEntries(
        issueIds.map((id, i) => [
          id,
          {
            weight: own.weights[i]!,
            scores: Object.fromEntries(valueIds[i]!.map((value, v) => [String(value), own.scores[i]![v]!])),
          },
        ]),
      ),
      ...(bonuses.length > 0 && { bonuses }),
      reserved: own.reserved,
      note: `${scale} Here a deal is worth 0 to 100: ${own.less === 0 ? '' : `less ${own.less}, `}times ${own.times}.`,
    };
  }
  const impossible = constraints.map(({ forbids }) => say(forbids));
  const widest = Math.max(0, ...impossible.map((text) => text.length));
  if (widest > MOST_CHARACTERS) return { tooWide: { characters: widest } };
  const file: CaseFile = {
    parley: 1,
    title,
    parties: Object.fromEntries(partyIds.map((id, p) => [id, { name: textOr(parties[p]!, id) }])),
    ...(impossible.length > 0 && { impossible }),
    meetings: { [meeting]: { title: 'The parties meet', parties: partyIds } },
    issues: Object.fromEntries(issues.map((issue, i) => [issueIds[i]!, caseIssue(issue, issueIds[i]!, valueIds[i]!)])),
    preferences,
  };
  return { file, notes };
}

const MOST_TEXT = 4000;
const textOr = (name: string, id: string): string => (name.trim() === '' ? id : name.slice(0, MOST_TEXT));

/** Whole numbers as they are, everything else as ids. */
function valuesOf({ values }: Issue): (string | number)[] {
  if (values.every((value) => /^(0|[1-9]\d{0,14})$/.test(value))) return values.map(Number);
  return idsOf(values, 'value');
}

function caseIssue(
  { name, values, statusQuo }: Issue,
  id: string,
  ids: readonly (string | number)[],
): NonNullable<CaseFile['issues']>[string] {
  const isPlain = values.every((value, v) => value === String(ids[v]));
  return {
    title: textOr(name, id),
    values: isPlain
      ? [...ids]
      : Object.fromEntries(ids.map((value, v) => [String(value), textOr(values[v]!, String(value))])),
    ...(statusQuo !== undefined && statusQuo > 0 && { 'status-quo': ids[statusQuo]! }),
  };
}

function condition(issue: string, ids: readonly (string | number)[], values: readonly number[]): string {
  const others = ids.flatMap((id, v) => (values.includes(v) ? [] : [id]));
  if (others.length < values.length)
    return others.length === 0 ? 'yes' : others.map((id) => `${issue} != ${id}`).join(' and ');
  const any = values.map((v) => `${issue} = ${ids[v]}`).join(' or ');
  return values.length > 1 ? `(${any})` : any;
}

interface Scaled {
  readonly weights: readonly number[];
  readonly scores: readonly (readonly number[])[];
  readonly bonuses: readonly Bonus[];
  readonly reserved: number;
  readonly times: number;
  readonly less: number;
}

function scaled(utility: Utility, party: string, notes: DomainNote[]): Scaled {
  const { bonuses = [], discount = 1, reserved = 0 } = utility;
  const { tops, scores, top, least } = stretched(utility);
  const constant = bonuses.reduce((all, { when, add }) => (when.size === 0 ? all + add : all), 0);
  const own = bonuses.filter(({ when }) => when.size > 0);
  // Without weights only bonuses count, on the scale of the file; a case wants weights above 0, which do no harm where every
  // score is 0.
  const times = top > 0 ? rounded(100 / top) : 1;
  const less = top > 0 ? least + constant : constant;
  const worst = own.reduce((sum, { add }) => sum + Math.min(0, add), 0);
  if (times !== 100 || less !== 0) notes.push({ code: 'scaled', party, times, less });
  if (discount !== 1) notes.push({ code: 'discount', party, discount });
  if (reserved === -Infinity) notes.push({ code: 'any-deal', party, reserved: rounded(worst * times) });
  return {
    weights: top > 0 ? tops : tops.map(() => 1),
    scores: scores.map((row) => row.map((score) => (top > 0 ? rounded(score * 100) : 0))),
    bonuses: own.map(({ when, add }) => ({ when, add: rounded(add * times) })),
    // No deal is worth less than all that can be lost.
    reserved: rounded((reserved === -Infinity ? worst : reserved - less) * times),
    times,
    less,
  };
}

/** Without the last digit, in which 0.07 · 100 is not 7. */
const rounded = (x: number): number => Number(x.toPrecision(15)) + 0;
