/** What `parley check` says of a case: its problems, and how much of it rests on words. */
import type { Diagnostic } from '@parley/core/case';
import { coverageOf, type Coverage } from '@parley/core/evidence';
import type { CaseFiles } from '../store/files.ts';
import { anchorFile, followAnchors, type AnchorReport } from './anchors.ts';
import { openCase, viewOf, type OpenCase, type View } from './open-case.ts';

export interface CheckResult {
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly open?: OpenCase;
  readonly coverage?: Coverage;
  /** Where the sources were edited since the anchors were stored. */
  readonly anchors?: AnchorReport;
}

export function checkCase(files: CaseFiles, view: View = {}): CheckResult {
  const { open, problems, warnings } = openCase(files);
  const stored = anchorFile(files);
  const anchors = stored === undefined ? undefined : followAnchors(files, stored);
  return {
    problems,
    warnings,
    ...(open === undefined ? {} : { open, coverage: coverageOf(viewOf(open.case, view)) }),
    ...(anchors === undefined ? {} : { anchors }),
  };
}
