/**
 * Stored anchors: `anchors.json` beside the case keeps, for every quote, its W3C selectors and the sha256 of the source
 * they were found in (rule C6; positions in UTF-16 units). When a source is edited later, they tell what became of each
 * quote. Only `parley check --anchor` and `--reanchor` write it.
 */
import { prepare, reanchor, type Outcome } from '@parley/core/evidence';
import { isTrouble, sha256, type CaseFiles } from '../store/files.ts';
import { decode, MAX_SOURCE_BYTES, type OpenCase } from './open-case.ts';

export const ANCHOR_FILE = 'anchors.json';
const MAX_ANCHOR_BYTES = 20_000_000;

export interface StoredQuote {
  readonly source: string;
  readonly file: string;
  readonly sha256: string;
  readonly selector: readonly [
    { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string },
    { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number },
  ];
}

export interface FollowedQuote {
  readonly stored: StoredQuote;
  readonly outcome: Outcome;
}

export interface AnchorReport {
  /** Sources that are no longer what the anchors were stored for. */
  readonly edited: readonly string[];
  /** One a stored quote of an edited source; none is dropped. */
  readonly quotes: readonly FollowedQuote[];
}

/** What to store for a case whose quotes were all found. */
export function anchorsOf(open: OpenCase): StoredQuote[] {
  return open.anchors.map(({ quotation, found }): StoredQuote => {
    const source = open.sources.get(quotation.source)!;
    const { exact, prefix, suffix, start, end } = found;
    return {
      source: source.id,
      file: source.file,
      sha256: source.sha256,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    };
  });
}

/** The stored anchors of a case; undefined when there are none that can be read. */
export function anchorFile(files: CaseFiles): readonly StoredQuote[] | undefined {
  const bytes = files.read(ANCHOR_FILE, MAX_ANCHOR_BYTES);
  if (isTrouble(bytes)) return undefined;
  try {
    const stored: unknown = JSON.parse(bytes.toString('utf8'));
    return Array.isArray(stored) && stored.every(isStored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

function isStored(value: unknown): value is StoredQuote {
  if (typeof value !== 'object' || value === null) return false;
  const { source, file, sha256: hash, selector } = value as Record<string, unknown>;
  if (typeof source !== 'string' || typeof file !== 'string' || typeof hash !== 'string' || !Array.isArray(selector))
    return false;
  const [quote, position] = selector as Record<string, unknown>[];
  return (
    typeof quote?.['exact'] === 'string' &&
    typeof quote['prefix'] === 'string' &&
    typeof quote['suffix'] === 'string' &&
    Number.isInteger(position?.['start']) &&
    Number.isInteger(position?.['end'])
  );
}

export function followAnchors(files: CaseFiles, stored: readonly StoredQuote[]): AnchorReport {
  const edited: string[] = [];
  const quotes: FollowedQuote[] = [];
  for (const file of new Set(stored.map((q) => q.file))) {
    const own = stored.filter((q) => q.file === file);
    const bytes = files.read(file, MAX_SOURCE_BYTES);
    const text = isTrouble(bytes) ? undefined : decode(bytes);
    const hash = isTrouble(bytes) ? '' : sha256(bytes);
    if (own.every((q) => q.sha256 === hash)) continue;
    edited.push(file);
    if (typeof text !== 'string') {
      quotes.push(...own.map((q): FollowedQuote => ({ stored: q, outcome: { kind: 'orphan' } })));
      continue;
    }
    const anchors = own.map((q) => {
      const [{ exact, prefix, suffix }, { start, end }] = q.selector;
      return { sha256: q.sha256, exact, prefix, suffix, start, end };
    });
    const outcomes = reanchor(anchors, prepare(text), hash);
    quotes.push(...own.map((q, k): FollowedQuote => ({ stored: q, outcome: outcomes[k]! })));
  }
  return { edited, quotes };
}
