/** What happened afterwards, read from `outcomes.yaml` of a case folder, where there is one (rule P11). */
import { diagnostic, MAX_CASE_BYTES, type Case, type Diagnostic, type Place } from '@parley/core/case';
import type { Outcomes } from '@parley/core/outcomes';
import { isTrouble, type CaseFiles } from '../store/files.ts';
import { decode } from './open-case.ts';

export const OUTCOMES_FILE = 'outcomes.yaml';

export interface OpenedOutcomes {
  /** Absent where there is no such file, or it has problems. */
  readonly outcomes?: Outcomes;
  readonly problems: readonly Diagnostic[];
}

/** `given` is the whole case. Only scoring, debriefing and replaying may ask. */
export async function openOutcomes(files: CaseFiles, given: Case): Promise<OpenedOutcomes> {
  const place: Place = { file: OUTCOMES_FILE, line: 1, column: 1, length: 0, lineText: '' };
  const bytes = files.read(OUTCOMES_FILE, MAX_CASE_BYTES);
  if (isTrouble(bytes)) {
    switch (bytes.kind) {
      case 'missing':
        return { problems: [] };
      case 'outside':
        return { problems: [diagnostic('source-outside', place, { file: OUTCOMES_FILE })] };
      case 'too-large':
        return { problems: [diagnostic('too-large', place, { bytes: bytes.bytes, limit: MAX_CASE_BYTES })] };
      case 'unreadable':
        return { problems: [diagnostic('source-unreadable', place, { file: OUTCOMES_FILE, reason: bytes.reason })] };
    }
  }
  const text = decode(bytes);
  if (typeof text === 'number') return { problems: [diagnostic('not-utf8', place, { offset: text })] };
  const { readOutcomes } = await import('@parley/core/outcomes');
  return readOutcomes(text, given, OUTCOMES_FILE);
}
