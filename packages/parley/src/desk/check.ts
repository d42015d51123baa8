/** What `parley check` says of a case: its problems, and how much of it rests on words. */
import type { Case, Diagnostic } from '@parley/core/case';
import { coverageOf, type Coverage } from '@parley/core/evidence';
import type { CaseFiles } from '../store/files.ts';
import { anchorFile, followAnchors, type AnchorReport, type StoredQuote } from './anchors.ts';
import { openCase, quotationsOf, viewOf, type OpenCase, type View } from './open-case.ts';

export interface CheckResult {
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly open?: OpenCase;
  readonly coverage?: Coverage;
  /** How many sources and quotes the view holds. */
  readonly shown?: { readonly sources: number; readonly quotes: number };
  /** Where the sources were edited since the anchors were stored. */
  readonly anchors?: AnchorReport;
}

export async function checkCase(files: CaseFiles, view: View = {}): Promise<CheckResult> {
  const { open, problems, warnings } = await openCase(files);
  const seen = open === undefined ? undefined : viewOf(open.case, view);
  const stored = anchorFile(files)?.filter((quote) => view.redact !== true || isShown(quote, open, seen));
  return {
    problems,
    // Warnings quote the file, and may name what is left out.
    warnings: view.redact === true ? [] : warnings,
    ...(open === undefined || seen === undefined
      ? {}
      : {
          open,
          coverage: coverageOf(seen),
          shown: { sources: seen.sources.size, quotes: quotationsOf(seen).length },
        }),
    ...(stored === undefined ? {} : { anchors: followAnchors(files, stored) }),
  };
}

/** Whether a stored quote is one that the view shows; while the case has problems nothing can be said to be. */
function isShown(stored: StoredQuote, open: OpenCase | undefined, seen: Case | undefined): boolean {
  if (open === undefined || seen === undefined) return false;
  const paths = new Set(quotationsOf(seen).map((q) => q.path.join('/')));
  return open.anchors.some(
    ({ quotation, found }) =>
      quotation.source === stored.source &&
      found.exact === stored.selector[0].exact &&
      paths.has(quotation.path.join('/')),
  );
}
