/**
 * HTML to readable text with the way back. Mozilla's Readability judges which pieces belong to the article; the text is then
 * composed from the source's own pieces, in the source's order, so no guess of a tree builder moves an offset. What it
 * leaves out is set aside, never lost. Nothing of the page is run or fetched.
 *
 * The three libraries (htmlparser2, linkedom, Readability) are loaded when the first page is read. Two seconds for a
 * megabyte of page; size and nesting are refused before a tree is built (./markup.ts).
 */
import { residue } from '@parley/core/reading';
import { compose } from './compose.ts';
import type { Extraction, SetAside } from './extracted.ts';
import { isLandmark, leftOver } from './left-over.ts';
import { readMarkup, type Markup } from './markup.ts';
import { refuse } from './refusal.ts';
import { toHtml } from './run-map.ts';

// Readability takes up to 0.3 ms an element and 9 µs a level of each element's depth; long news pages have 5000 elements,
// 20 deep. Larger pages are read whole, without their frame.
const MOST_JUDGED = 20_000;
const MOST_NESTING = 600_000;

export async function extractHtml(html: string): Promise<Extraction> {
  const { Parser } = await import('htmlparser2');
  const markup = readMarkup(html, Parser);
  if (markup.kind === 'refused') return markup;
  const judged = markup.elements.length <= MOST_JUDGED && markup.nesting <= MOST_NESTING;
  const article = judged ? await readArticle(markup.page) : undefined;
  const title = (article?.title ?? '') === '' ? markup.title : article!.title;
  const kept = article === undefined || article.pieces.size === 0 ? framed(markup) : article.pieces;
  for (const piece of headline(markup, kept, title)) kept.add(piece);

  const isKept = (piece: number): boolean => kept.has(piece);
  const { text, map } = compose(markup, isKept);
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse({ code: 'no-text' });
  const setAside: SetAside[] = leftOver(markup, isKept);
  for (const { start, end, why } of residue(text)) {
    const original = toHtml(map, { start, end });
    if (original !== undefined) setAside.push({ ...original, why, inText: { start, end } });
  }
  setAside.sort((a, b) => a.start - b.start || b.end - a.end);
  return { kind: 'extracted', text, setAside, map, ...(title === '' ? {} : { title }) };
}

/** The numbers of the pieces that Readability keeps; undefined when it finds no article. */
async function readArticle(page: string): Promise<{ title: string; pieces: Set<number> } | undefined> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')]);
  try {
    const { document } = parseHTML(page);
    const article = new Readability<{
      querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string }>;
    }>(document, {
      serializer: (node) => node as never,
    }).parse();
    if (article === null || article.content === null || article.content === undefined) return undefined;
    const pieces = [...article.content.querySelectorAll('span[data-at]')].map((span) =>
      Number(span.getAttribute('data-at')),
    );
    return { title: article.title?.replace(/\s+/g, ' ').trim() ?? '', pieces: new Set(pieces) };
  } catch {
    return undefined; // a page it cannot cope with is read whole
  }
}

/** Without an article: everything that is neither hidden nor part of the page's frame. */
function framed({ elements, pieces }: Markup): Set<number> {
  const outside = new Uint8Array(elements.length);
  for (let e = 1; e < elements.length; e++) {
    const element = elements[e]!;
    outside[e] =
      outside[element.parent] === 1 ||
      element.hidden ||
      isLandmark(element) ||
      /^(?:button|select|form)$/.test(element.tag)
        ? 1
        : 0;
  }
  return new Set([...pieces.keys()].filter((i) => !pieces[i]!.blank && outside[pieces[i]!.element] === 0));
}

/** Readability takes the headline out of the article as its title. It is part of the account: quotes may be from it. */
function headline({ elements, pieces }: Markup, kept: ReadonlySet<number>, title: string): number[] {
  const wanted = wordsOf(title);
  const under = new Map<number, number[]>();
  for (const [i, piece] of pieces.entries()) {
    if (piece.blank) continue;
    for (let e = piece.element; e > 0; e = elements[e]!.parent) {
      if (elements[e]!.hidden) break;
      if (!/^h[12]$/.test(elements[e]!.tag)) continue;
      under.set(e, [...(under.get(e) ?? []), i]);
      break;
    }
  }
  for (const inside of under.values()) {
    const words = wordsOf(inside.map((i) => pieces[i]!.parts.map((part) => part.text).join('')).join(' '));
    const shared = [...words].filter((word) => wanted.has(word)).length;
    if (words.size === 0 || shared / Math.max(words.size, wanted.size) < 0.6) continue;
    return inside.some((i) => kept.has(i)) ? [] : inside;
  }
  return [];
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
