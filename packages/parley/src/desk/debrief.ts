/** `parley debrief`: the case as of a day, the forecasts up to it, and what came. */
import { briefOf, debriefOf, type Debrief } from '@parley/core/brief';
import { redacted, withoutInferred, type Case, type Diagnostic } from '@parley/core/case';
import { judge } from '@parley/core/forecast';
import { analyse, blocksReport } from '@parley/core/preconditions';
import { ledgerOf } from './ledger.ts';
import type { OpenCase, View } from './open-case.ts';
import { openOutcomes } from './outcomes.ts';
import { issuedIn } from './score.ts';

export interface DebriefAsked extends View {
  /** Says nothing of what came: the file is not even read. */
  readonly hideOutcome?: boolean;
  readonly caseHash: string;
  readonly version: string;
  readonly letters: ReadonlyMap<string, string>;
}

export interface Debriefing {
  readonly debrief?: Debrief;
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/** `seen` is the open case as the view shows it. */
export async function debriefing(open: OpenCase, seen: Case, asked: DebriefAsked): Promise<Debriefing> {
  const { ledger, problems, warnings } = ledgerOf(open.files);
  const read = asked.hideOutcome === true ? { problems: [] } : await openOutcomes(open.files, open.case);
  const all = [...read.problems, ...problems];
  if (all.length > 0) return { problems: all, warnings };
  let whole = asked.redact === true ? redacted(open.case) : open.case;
  if (asked.inferred === false) whole = withoutInferred(whole);
  const outcomes = 'outcomes' in read ? read.outcomes : undefined;
  const name = open.files.name;
  const issued = issuedIn({ name, case: whole, ledger, shows: (id) => seen.scenarios.has(id) }, seen.asOf);
  const forecasts = judge(issued, new Map([[name, { case: whole, resolutions: outcomes?.resolutions ?? new Map() }]]));
  const brief = briefOf(seen, blocksReport(seen, analyse(seen)), asked);
  const shown = asked.redact !== true || outcomes === undefined ? outcomes : withoutConfidential(outcomes);
  return {
    debrief: debriefOf({
      case: seen,
      brief,
      forecasts,
      letters: asked.letters,
      ...(shown === undefined ? {} : { outcomes: shown }),
    }),
    problems: [],
    warnings,
  };
}

type Read = NonNullable<Awaited<ReturnType<typeof openOutcomes>>['outcomes']>;

const withoutConfidential = (outcomes: Read): Read => ({
  ...outcomes,
  events: new Map([...outcomes.events].filter(([, event]) => !event.confidential)),
});
