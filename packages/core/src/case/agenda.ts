/**
 * What a meeting may settle (rules M1, M2 and U5): the issues that its rank and every mandate allow, of those the ones
 * kept off the table because nobody reports what a party at it wants, and why the others are not for it to settle.
 *
 * What blocks a value, and what has been settled already, is for the engines to say.
 */
import type { Case, Issue, Meeting } from './model.ts';
import { inForce } from './subset.ts';

/** Channels, below the lowest rank: always open. */
export const CONTACT = 'contact';

export interface AgendaAsked {
  /** Unknown: only what needs no rank can be settled. */
  readonly rank?: string | undefined;
  /** Whose mandates count; none at a meeting that nobody has called. */
  readonly meeting?: string | undefined;
  readonly parties: readonly string[];
}

export interface Agenda {
  /** Issues that rank and mandates allow and on which nobody is silent, in the order of the file. */
  readonly maySettle: readonly string[];
  /** Issues that rank and mandates allow, and the parties whose position is not reported. */
  readonly holes: readonly { readonly issue: string; readonly parties: readonly string[] }[];
  readonly others: readonly BeyondReach[];
}

export type BeyondReach =
  | { readonly issue: string; readonly why: 'rank'; readonly needs: string }
  | { readonly issue: string; readonly why: 'mandate'; readonly mandates: readonly string[] };

export function agendaOf(given: Case, { rank, meeting, parties }: AgendaAsked): Agenda {
  const maySettle: string[] = [];
  const holes: { issue: string; parties: readonly string[] }[] = [];
  const others: BeyondReach[] = [];
  for (const issue of given.issues.values()) {
    const barring = mandatesWithout(given, meeting, issue);
    if (!rankSuffices(given, rank, issue)) others.push({ issue: issue.id, why: 'rank', needs: issue.needs! });
    else if (barring.length > 0) others.push({ issue: issue.id, why: 'mandate', mandates: barring });
    else {
      const silent = parties.filter((party) => saidNotReported(given, party, issue.id));
      if (silent.length === 0) maySettle.push(issue.id);
      else holes.push({ issue: issue.id, parties: silent });
    }
  }
  return { maySettle, holes, others };
}

/** Rules M1 and M2: whether the rank suffices and no mandate of a delegation leaves the issue out. */
export const maySettle = (given: Case, meeting: Meeting, issue: Issue): boolean =>
  rankSuffices(given, meeting.rank, issue) && mandatesWithout(given, meeting.id, issue).length === 0;

function rankSuffices(given: Case, rank: string | undefined, { needs }: Issue): boolean {
  if (needs === undefined || needs === CONTACT) return true;
  return rank !== undefined && given.ranks.indexOf(rank) >= given.ranks.indexOf(needs);
}

/** The mandates in force for a delegation at the meeting that leave the issue out. */
function mandatesWithout(given: Case, meeting: string | undefined, issue: Issue): string[] {
  return [...given.mandates.values()]
    .filter((mandate) => meeting !== undefined && mandate.meeting === meeting && inForce(mandate, given.asOf))
    .filter(({ maySettle }) => maySettle !== undefined && !maySettle.includes(issue.id))
    .map(({ id }) => id);
}

/** Whether the case says outright that nobody reports the party's position on the issue. */
export function saidNotReported(given: Case, party: string, issue: string): boolean {
  const positions = [...given.positions.values()].filter(
    (p) => p.issue === issue && p.parties.includes(party) && inForce(p, given.asOf),
  );
  if (positions.some((p) => p.value === 'not-reported')) return !positions.some((p) => p.value !== 'not-reported');
  return given.preferences.get(party)?.issues.get(issue) === 'not-reported' && positions.length === 0;
}
