/** The deals of a case as the desk asks for them: names checked, meetings judged, problems at their lines. */
import {
  caseDeals,
  type DealsOptions,
  type DealsReport,
  type MeetingState,
  type TableProblem,
} from '@parley/core/bargaining';
import { diagnostic, MAX_CASE_BYTES, nearestName, noPlaces, type Case, type Diagnostic } from '@parley/core/case';
import { compileCase, meetingsOf, workBudget, type MeetingReach } from '@parley/core/preconditions';
import { isTrouble, type CaseFiles } from '../store/files.ts';
import { CASE_FILE, decode } from './open-case.ts';
import { UsageError } from './usage.ts';

export type CaseDeals =
  | { readonly report: DealsReport; readonly problems?: undefined }
  | { readonly report?: undefined; readonly problems: readonly Diagnostic[] };

/** As much search for a meeting as `parley blocks` spends on a goal. */
const LIMIT = 20_000_000;

export async function dealsOfCase(given: Case, files: CaseFiles, options: DealsOptions): Promise<CaseDeals> {
  const reach = meetingsOf(given, compileCase(given), () => workBudget(LIMIT));
  const { report, problems } = caseDeals(given, { ...options, state: statesOf(reach) });
  return report === undefined ? { problems: await placed(problems, files) } : { report };
}

export function statesOf(reach: readonly MeetingReach[]): (meeting: string) => MeetingState {
  return (id) => {
    const its = reach.find(({ meeting }) => meeting === id);
    if (its?.past === true) return 'has-met';
    if (its?.reachable === undefined) return 'not-searched';
    return its.reachable ? 'can-meet' : 'blocked';
  };
}

/** A name that the user gave, where the case has it. */
export function named(what: string, written: string, known: Iterable<string>): string {
  const all = [...known];
  if (all.includes(written)) return written;
  const near = nearestName(written, all);
  throw new UsageError(
    `There is no ${what} “${written.slice(0, 80)}” in this case.`,
    `${near === undefined ? '' : `Did you mean “${near}”? `}There are: ${all.join(', ') || 'none'}.`,
  );
}

export async function placed(problems: readonly TableProblem[], files: CaseFiles): Promise<Diagnostic[]> {
  const bytes = files.read(CASE_FILE, MAX_CASE_BYTES);
  const text = isTrouble(bytes) ? '' : decode(bytes);
  const { readCase } = await import('@parley/core/case-file');
  const places = readCase(typeof text === 'string' ? text : '', CASE_FILE).yaml ?? noPlaces(CASE_FILE);
  return problems.map((p) => diagnostic(p.code, places.place(p.path, { key: true }), p.detail));
}
