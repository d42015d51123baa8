/**
 * What of a page was not kept: the largest elements of which nothing was, and loose pieces between kept ones. By their
 * role, or because most of their words are links, they are navigation; the rest is page furniture. O(elements).
 */
import type { SetAside } from './extracted.ts';
import type { Element, Markup } from './markup.ts';

const LANDMARKS = new Set(['nav', 'aside', 'header', 'footer', 'menu', 'search']);
const ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'menu',
  'menubar',
  'search',
  'directory',
]);

export function leftOver({ elements, pieces }: Markup, isKept: (piece: number) => boolean): SetAside[] {
  const total = new Int32Array(elements.length);
  const linked = new Int32Array(elements.length);
  const kept = new Uint8Array(elements.length);
  for (const [i, piece] of pieces.entries()) {
    if (piece.blank) continue;
    const letters = piece.parts.reduce((sum, part) => sum + part.text.trim().length, 0);
    total[piece.element]! += letters;
    if (isKept(i)) kept[piece.element] = 1;
  }
  // Children come after their parents, so going backwards every element is complete before it is added to its parent.
  for (let e = elements.length - 1; e > 0; e--) {
    const { parent, tag } = elements[e]!;
    if (tag === 'a') linked[e] = total[e]!;
    total[parent]! += total[e]!;
    linked[parent]! += linked[e]!;
    if (kept[e] === 1) kept[parent] = 1;
  }

  const result: SetAside[] = [];
  for (let e = 1; e < elements.length; e++) {
    const element = elements[e]!;
    if (total[e] === 0 || kept[e] === 1 || (kept[element.parent] === 0 && element.parent !== 0)) continue;
    const navigates = isLandmark(element) || linked[e]! * 2 > total[e]!;
    result.push({ start: element.start, end: element.end, why: navigates ? 'navigation' : 'page furniture' });
  }
  for (const [i, { blank, element, parts }] of pieces.entries()) {
    if (blank || isKept(i) || (kept[element] === 0 && element !== 0)) continue;
    result.push({ start: parts[0]!.start, end: parts.at(-1)!.end, why: 'page furniture' });
  }
  return result.sort((a, b) => a.start - b.start);
}

/** What browsers and screen readers take for the frame of a page. A header inside an article is its own. */
export const isLandmark = ({ tag, role }: Element): boolean => LANDMARKS.has(tag) || ROLES.has(role.toLowerCase());
