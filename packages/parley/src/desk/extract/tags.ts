/** What the reading of a page needs to know about HTML's elements. */
const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** Elements without words for readers. */
export const LEFT_OUT = set(
  'script style noscript template iframe object embed svg math canvas audio video textarea noembed noframes applet link base param source track datalist',
);
/** Elements that the new page writes itself, or in its head. */
export const TRANSPARENT = set('html head body meta');
const LINES = set('br tr td th dt dd option');
const BLOCKS = set(
  'address article aside blockquote body button center dialog details dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section select summary table tbody tfoot thead caption ul',
);
export const VOID = set('br hr img');
/** As htmlparser2 has them. */
export const NEVER_CLOSED = set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);
/** What Readability looks at. */
export const KEPT_ATTRIBUTES =
  'class id role rel itemprop itemtype itemscope style hidden aria-hidden aria-modal href lang dir'.split(' ');
export const META_ATTRIBUTES = ['name', 'property', 'itemprop', 'content'];

/** What stands between two pieces of text. */
export const BREAK = { none: 0, line: 1, paragraph: 2 } as const;
export type Break = (typeof BREAK)[keyof typeof BREAK];

export const breakOf = (name: string): Break =>
  BLOCKS.has(name) ? BREAK.paragraph : LINES.has(name) ? BREAK.line : BREAK.none;

/** The tag to write: none for what holds nothing, a plain one for what tree builders read otherwise or not at all. */
export function writtenAs(name: string): string {
  if (VOID.has(name)) return name;
  if (NEVER_CLOSED.has(name)) return '';
  if (name === 'xmp' || name === 'plaintext' || name === 'listing') return 'pre';
  return /^[a-z][a-z0-9-]*$/.test(name) ? name : 'span';
}
