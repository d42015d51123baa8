/** The table of a case at which people would talk: a meeting, or one of a given rank, as a bargaining problem. */
import { compileTable, type BargainingProblem, type CaseTable } from '@parley/core/bargaining';
import type { Case, Diagnostic } from '@parley/core/case';
import type { CaseFiles } from '../store/files.ts';
import { named, placed } from './deals.ts';
import { UsageError } from './usage.ts';

export interface TableFlags {
  readonly meeting?: string;
  readonly rank?: string;
  readonly assume?: readonly string[];
}

export type SeatedTable =
  | { readonly table: CaseTable; readonly problem: BargainingProblem; readonly problems?: undefined }
  | { readonly table?: undefined; readonly problem?: undefined; readonly problems: readonly Diagnostic[] };

/** Without a meeting or a rank: the first meeting of the file at which two parties have something to agree on. */
export async function tableOfCase(given: Case, files: CaseFiles, flags: TableFlags): Promise<SeatedTable> {
  if (flags.meeting !== undefined && flags.rank !== undefined)
    throw new UsageError(
      '--meeting is a meeting of the case and --rank one that nobody has called.',
      'Give one of them.',
    );
  const assume = flags.assume
    ?.flatMap((list) => list.split(','))
    .map((id) => named('issue', id.trim(), given.issues.keys()));
  const meetings = [...given.meetings.values()];
  const asked =
    flags.rank !== undefined
      ? [{ rank: named('rank', flags.rank, given.ranks), parties: bargainers(given) }]
      : flags.meeting !== undefined
        ? [{ meeting: named('meeting', flags.meeting, given.meetings.keys()), parties: [] }]
        : meetings.length > 0
          ? meetings.map(({ id, parties }) => ({ meeting: id, parties }))
          : [{ rank: given.ranks.at(-1), parties: bargainers(given) }];
  for (const one of asked) {
    const { table, problems } = compileTable(given, { ...one, assume });
    if (problems !== undefined) return { problems: await placed(problems, files) };
    if (table.problem !== undefined && table.parties.length > 1) return { table, problem: table.problem() };
  }
  throw new UsageError(
    'Nothing can be bargained over here: at least two parties whose wishes on issues are reported, and an issue on the table, are needed.',
    meetings.length > 0
      ? `\`parley deals\` tells what each meeting may settle. Meetings are: ${meetings.map(({ id }) => id).join(', ')}.`
      : '',
  );
}

/** Who sits at a table that nobody has called: the parties of the first meeting, else whoever says what issues are worth. */
function bargainers(given: Case): readonly string[] {
  const [meeting] = given.meetings.values();
  const says = [...given.preferences.values()].flatMap(({ party, issues }) => (issues.size > 0 ? [party] : []));
  return meeting === undefined || meeting.parties.length < 2 ? says : meeting.parties;
}
