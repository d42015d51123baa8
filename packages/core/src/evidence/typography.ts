/**
 * What typography may vary in a character without changing the words: its kind decides what ./fold.ts does with it.
 * Kinds are looked up once per UTF-16 unit and remembered, since `normalize` and `\p{M}` cost far more than a table.
 *
 * Joiners, direction marks and variation selectors are dropped although some scripts spell with them: this is for
 * finding quotes, and both the quote and its source are folded.
 */
export type Kind = (typeof KIND)[keyof typeof KIND];

export const KIND = {
  plain: 1,
  space: 2,
  single: 3,
  double: 4,
  dash: 5,
  ellipsis: 6,
  dropped: 7,
  /** Joins the character before it, or may: a combining mark, or a conjoining Hangul vowel or final. */
  mark: 8,
  /** Not a mark, but NFC writes it otherwise. */
  recomposed: 9,
  /** Half of a surrogate pair: ask {@link kindAt}. */
  surrogate: 10,
} as const;

const SINGLE = /['`´‘’‚‛′‵ʹʼʻʽˈˊˋ‹›❛❜＇׳ꞌ]/;
const DOUBLE = /["“”„‟″‶‴‷⁗«»ʺ˝〝〞〟❝❞❠＂״「」『』《》｢｣]/;
const DASH = /[-‐‑‒–—―−⁃⸺⸻﹘﹣－֊־᠆⹀➖˗]/;
// soft hyphen, grapheme joiner, zero-width and direction marks, invisible operators, BOM
const DROPPED = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|\p{Variation_Selector}/u;
const DROPPED_PAIR = /[\u{e0000}-\u{e01ef}]/u;
const MARK = /^[\p{M}\u1161-\u1175\u11a8-\u11c2]$/u;

const known = new Uint8Array(0x10000);
const knownPairs = new Map<number, Kind>();
const MOST_PAIRS = 4096;

/** The kind of one UTF-16 unit. */
export function kindOf(unit: number): Kind {
  return (known[unit] || (known[unit] = classify(unit))) as Kind;
}

/** The kind of the character that begins at `i`. A lone half of a pair is plain. */
export function kindAt(text: string, i: number): Kind {
  const kind = kindOf(text.charCodeAt(i));
  if (kind !== KIND.surrogate) return kind;
  const point = text.codePointAt(i)!;
  return point > 0xffff ? kindOfPair(point) : KIND.plain;
}

/** How many units the character that begins at `i` has. */
export function sizeAt(text: string, i: number): number {
  return text.codePointAt(i)! > 0xffff ? 2 : 1;
}

function classify(unit: number): Kind {
  if (unit >= 0xd800 && unit <= 0xdfff) return KIND.surrogate;
  const written = String.fromCharCode(unit);
  const composed = written.normalize('NFC');
  if (DROPPED.test(written)) return KIND.dropped;
  if (/\s|\u0085/.test(written)) return KIND.space;
  if (SINGLE.test(composed)) return KIND.single; // asked of the NFC form: U+1FEF is a grave accent, for one
  if (DOUBLE.test(written)) return KIND.double;
  if (DASH.test(written)) return KIND.dash;
  if (written === '…') return KIND.ellipsis;
  if (MARK.test(written)) return KIND.mark;
  return composed === written ? KIND.plain : KIND.recomposed;
}

function kindOfPair(point: number): Kind {
  let kind = knownPairs.get(point);
  if (kind === undefined) {
    if (knownPairs.size === MOST_PAIRS) knownPairs.clear();
    kind = classifyPair(String.fromCodePoint(point));
    knownPairs.set(point, kind);
  }
  return kind;
}

function classifyPair(character: string): Kind {
  if (DROPPED_PAIR.test(character)) return KIND.dropped;
  if (MARK.test(character)) return KIND.mark;
  return character.normalize('NFC') === character ? KIND.plain : KIND.recomposed;
}
