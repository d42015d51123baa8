/**
 * Anchors as W3C Web Annotations (Recommendation of 23 February 2017): a TextQuoteSelector and a TextPositionSelector
 * that name the same words. The model counts Unicode code points, Parley UTF-16 units (rule C6); a BOM counts as one.
 *
 * The model has no field for a digest. The nearest is the state of the resource: `TimeState.cached`, the IRI of a copy
 * that the annotation fits. Here it is the RFC 6920 name of the text, `ni:///sha-256;…` (the hash in base64url), which
 * names exactly the bytes that were hashed and can be checked by anyone who holds them.
 */
import type { Found } from './anchor.ts';

export interface AnnotatedSource {
  /** What readers of the annotation call the source: a URL, or the path of the file. */
  readonly iri: string;
  readonly text: string;
  /** Of the bytes of the text, 64 hexadecimal digits. */
  readonly sha256: string;
}

export interface Annotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly type: 'Annotation';
  readonly target: {
    readonly type: 'SpecificResource';
    readonly source: string;
    readonly state: { readonly type: 'TimeState'; readonly cached: string };
    readonly selector: readonly [
      { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string },
      { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number },
    ];
  };
}

/** One annotation an anchor, in their order. One pass over the source for all of them. */
export function annotations(
  source: AnnotatedSource,
  anchors: readonly Pick<Found, 'start' | 'end' | 'exact' | 'prefix' | 'suffix'>[],
): Annotation[] {
  const points = codePointOffsets(
    source.text,
    anchors.flatMap(({ start, end }) => [start, end]),
  );
  const state = { type: 'TimeState', cached: `ni:///sha-256;${base64url(source.sha256)}` } as const;
  return anchors.map(({ exact, prefix, suffix }, i) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    target: {
      type: 'SpecificResource',
      source: source.iri,
      state,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start: points[2 * i]!, end: points[2 * i + 1]! },
      ],
    },
  }));
}

/** Offsets in code points for offsets in UTF-16 units, which may come in any order. */
export function codePointOffsets(text: string, offsets: readonly number[]): number[] {
  const order = offsets.map((_, i) => i).sort((a, b) => offsets[a]! - offsets[b]!);
  const result = offsets.map(() => 0);
  let at = 0;
  let pairs = 0;
  for (const i of order) {
    const offset = Math.min(offsets[i]!, text.length);
    while (at < offset) {
      const size = text.codePointAt(at)! > 0xffff ? 2 : 1;
      if (at + size > offset) break; // an offset inside a pair counts as before it
      pairs += size - 1;
      at += size;
    }
    result[i] = at - pairs;
  }
  return result;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Hexadecimal digits as base64url without padding. */
function base64url(hexadecimal: string): string {
  const bits = [...hexadecimal].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return (bits.match(/.{1,6}/g) ?? []).map((six) => DIGITS[Number.parseInt(six.padEnd(6, '0'), 2)]).join('');
}
