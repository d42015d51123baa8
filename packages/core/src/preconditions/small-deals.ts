/**
 * Small deals (rule B8): values of issues that a meeting which can be reached with nothing waived may settle as it stands,
 * because its rank and every mandate suffice and no binding row on the value is unmet once the meeting takes place.
 * Channels — rank `contact`, below the lowest — are always open.
 *
 * An issue that a signatory's position leaves *not reported* is no deal (rule U5); such holes are listed instead.
 */
import { agendaOf, CONTACT, saidNotReported, type Case } from '../case/index.ts';
import { Cone, plainSetup, type Sequence, type WorkBudget } from './cone.ts';
import { demandsOf } from './demands.ts';
import { issueStep, type CompiledCase } from './from-case.ts';
import { withinLimit } from './requires.ts';
import type { Formula } from './theory.ts';

export interface SmallDeal {
  readonly issue: string;
  readonly value: string;
  /** Meetings that may settle it; empty when channels may. */
  readonly meetings: readonly string[];
}

export interface MeetingReach {
  readonly meeting: string;
  readonly rank?: string;
  /** It has taken place already. */
  readonly past: boolean;
  /** Undefined where the search was refused. */
  readonly reachable: boolean | undefined;
  readonly sequence?: Sequence;
  /** Issues that its rank and mandates allow it to settle, whatever blocks them. */
  readonly maySettle: readonly string[];
  /** Issues left out because a signatory's position is not reported. */
  readonly holes: readonly string[];
}

export function meetingsOf(given: Case, compiled: CompiledCase, budget: () => WorkBudget): MeetingReach[] {
  const demands = demandsOf(compiled.theory);
  const setup = plainSetup(compiled.theory, demands);
  return [...given.meetings.values()].map((meeting): MeetingReach => {
    const goal: Formula = { kind: 'step', step: compiled.stepIndex.get(meeting.id)! };
    const asked = withinLimit(() => ({ sequence: new Cone(compiled.theory, demands, goal, budget()).sequence(setup) }));
    const sequence = asked?.sequence;
    const agenda = agendaOf(given, { rank: meeting.rank, meeting: meeting.id, parties: meeting.parties });
    return {
      meeting: meeting.id,
      ...(meeting.rank === undefined ? {} : { rank: meeting.rank }),
      past: compiled.state.holds(meeting.id),
      reachable: asked === undefined ? undefined : sequence !== undefined,
      ...(sequence === undefined ? {} : { sequence }),
      maySettle: agenda.maySettle,
      holes: agenda.holes.map(({ issue }) => issue),
    };
  });
}

export function smallDealsOf(
  given: Case,
  compiled: CompiledCase,
  meetings: readonly MeetingReach[],
  budget: () => WorkBudget,
): SmallDeal[] {
  const { theory, stepIndex } = compiled;
  const demands = demandsOf(theory);
  const setup = plainSetup(theory, demands);
  /** Whether the value can be settled once these steps are taken, with nothing else done. */
  const settles = (value: number, after: Sequence): boolean => {
    const taken = new Set(after.flat());
    const steps = theory.steps.map((step, k) => {
      if (taken.has(k)) return { ...step, status: 'taken' as const };
      return k === value || step.status !== 'open' ? step : { ...step, status: 'declined' as const };
    });
    const asked = new Cone({ ...theory, steps }, demands, { kind: 'step', step: value }, budget());
    return withinLimit(() => asked.isReachable(setup)) === true;
  };
  const parties = [...new Set([...given.meetings.values()].flatMap((meeting) => meeting.parties))];
  return [...given.issues.values()].flatMap((issue) => {
    const off = issue.values.filter((value) => !issue.statusQuo.includes(value));
    return off.flatMap((value): SmallDeal[] => {
      const step = stepIndex.get(issueStep(issue.id, value))!;
      if (theory.steps[step]!.status === 'taken') return [];
      const through = meetings.filter(
        (m) => m.sequence !== undefined && m.maySettle.includes(issue.id) && settles(step, m.sequence),
      );
      const channel =
        issue.needs === CONTACT &&
        !parties.some((party) => saidNotReported(given, party, issue.id)) &&
        settles(step, []);
      return through.length > 0 || channel ? [{ issue: issue.id, value, meetings: through.map((m) => m.meeting) }] : [];
    });
  });
}
