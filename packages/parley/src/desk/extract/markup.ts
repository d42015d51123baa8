/**
 * One pass over HTML that notes where everything stands, before any tree is built: pieces of text with their offsets, the
 * elements around them, and the page written anew, well-formed and small, with each piece of text numbered
 * (`<span data-at="17">`) and, if long, cut. What a reader of the new page keeps is then told by number, however it
 * rebuilds the page.
 *
 * Scripts, styles, forms' text fields, drawings and embedded frames have no words for readers and are left out. Nesting
 * and size are refused here, since tree builders recurse: browsers themselves stop nesting at 512 (Blink, WebKit).
 * O(length).
 */
import type { Parser } from 'htmlparser2';
import { refuse, type Refusal } from './refusal.ts';
import {
  BREAK,
  breakOf,
  KEPT_ATTRIBUTES,
  LEFT_OUT,
  META_ATTRIBUTES,
  NEVER_CLOSED,
  TRANSPARENT,
  VOID,
  writtenAs,
  type Break,
} from './tags.ts';

export interface Element {
  readonly tag: string;
  readonly parent: number;
  readonly role: string;
  readonly hidden: boolean;
  readonly start: number;
  end: number;
}

/** Text between two tags. `breakBefore`: a line break or a block's edge stands before it. */
export interface Piece {
  readonly element: number;
  readonly breakBefore: Break;
  readonly preformatted: boolean;
  readonly blank: boolean;
  readonly parts: readonly Part[];
}

/** Decoded text and where the HTML says it: letter by letter, or as one character reference. */
export interface Part {
  text: string;
  readonly start: number;
  end: number;
  readonly literal: boolean;
}

export interface Markup {
  readonly kind: 'markup';
  /** Element 0 is the page. */
  readonly elements: readonly Element[];
  readonly pieces: readonly Piece[];
  readonly title: string;
  /** The page written anew. */
  readonly page: string;
  /** Depths of all elements together: what a tree walker that looks into each element's inside will visit. */
  readonly nesting: number;
}

export const DEEPEST = 512;
export const MOST_ELEMENTS = 200_000; // 3 s and 300 MB
const SHOWN = 2_000; // characters of a piece on the new page: enough to judge it by, and judging is slow

export function readMarkup(html: string, parser: typeof Parser): Markup | Refusal {
  const elements: Element[] = [{ tag: '', parent: -1, role: '', hidden: false, start: 0, end: html.length }];
  const pieces: Piece[] = [];
  const head: string[] = [];
  const body: string[] = [];
  const open: { element: number; written: string }[] = [{ element: 0, written: '' }];
  let parts: Part[] = [];
  let pending: Break = BREAK.none;
  let leftOut = 0; // depth at which the innermost left-out element began; 0: none
  let preformatted = 0;
  let inTitle = false;
  let titles = 0; // the first counts
  let title = '';
  let nesting = 0;
  let refusal: Refusal | undefined;

  const breakLine = (kind: Break) => {
    if (kind > pending) pending = kind;
  };
  const closePiece = () => {
    if (parts.length === 0) return;
    const text = parts.map((part) => part.text).join('');
    const blank = !/[^\s\u200b\ufeff]/.test(text);
    if (!blank) body.push(`<span data-at="${pieces.length}">`, escaped(text.slice(0, SHOWN)), '</span>');
    else body.push(text);
    pieces.push({ element: open.at(-1)!.element, breakBefore: pending, preformatted: preformatted > 0, blank, parts });
    if (!blank) pending = BREAK.none;
    parts = [];
  };

  const reader = new parser(
    {
      onopentag(name, attributes) {
        if (refusal !== undefined) return;
        closePiece();
        breakLine(breakOf(name));
        const parent = open.at(-1)!.element;
        const metadata = leftOut === 0 && name === 'script' && /^application\/ld\+json/i.test(attributes['type'] ?? '');
        let written = '';
        let element = parent;
        if (leftOut > 0 || LEFT_OUT.has(name)) {
          if (leftOut === 0) leftOut = open.length;
          if (metadata) written = 'script';
        } else if (name === 'title') {
          inTitle = true;
          titles++;
        } else if (name === 'meta') {
          head.push(`<meta${kept(attributes, META_ATTRIBUTES)}>`);
        } else if (!TRANSPARENT.has(name)) {
          element = elements.length;
          elements.push({
            tag: name,
            parent,
            role: attributes['role'] ?? '',
            hidden: isHidden(attributes),
            start: reader.startIndex,
            end: reader.endIndex + 1,
          });
          if (name === 'pre') preformatted++;
          written = writtenAs(name);
          if (written !== '')
            body.push(`<${written}${name === 'img' ? ' src="x"' : kept(attributes, KEPT_ATTRIBUTES)}>`);
        }
        if (metadata) head.push('<script type="application/ld+json">');
        open.push({ element, written });
        nesting += open.length;
        if (open.length > DEEPEST) stop(refuse({ code: 'too-deep', limit: DEEPEST, at: reader.startIndex }));
        else if (elements.length > MOST_ELEMENTS)
          stop(refuse({ code: 'too-large', size: elements.length, limit: MOST_ELEMENTS, of: 'elements' }));
      },
      onclosetag(name, implied) {
        if (refusal !== undefined) return;
        closePiece();
        const { element, written } = open.pop()!;
        if (written === 'script') head.push('</script>');
        if (leftOut > 0) {
          if (open.length === leftOut) leftOut = 0;
        } else if (name === 'title') {
          inTitle = false;
        } else if (!TRANSPARENT.has(name)) {
          if (!NEVER_CLOSED.has(name)) elements[element]!.end = implied ? reader.startIndex : reader.endIndex + 1;
          if (name === 'pre') preformatted--;
          if (written !== '' && !VOID.has(written)) body.push(`</${written}>`);
        }
        breakLine(breakOf(name));
      },
      ontext(text) {
        if (refusal !== undefined) return;
        if (open.at(-1)!.written === 'script') head.push(text);
        else if (leftOut > 0) return;
        else if (inTitle) title += titles === 1 ? text : '';
        else addPart(parts, text, reader.startIndex, reader.endIndex + 1, html);
      },
    },
    { decodeEntities: true },
  );
  const stop = (why: Refusal) => {
    refusal = why;
    reader.pause();
  };

  reader.write(html);
  if (refusal === undefined) reader.end();
  if (refusal !== undefined) return refusal;
  closePiece();
  const page = `<!doctype html><html><head><title>${escaped(title)}</title>${head.join('')}</head><body>${body.join('')}</body></html>`;
  return { kind: 'markup', elements, pieces, title: title.replace(/\s+/g, ' ').trim(), page, nesting };
}

/** Adds text to a piece: plain text joins plain text before it; a character reference stands alone. */
function addPart(parts: Part[], text: string, start: number, end: number, html: string): void {
  const last = parts.at(-1);
  const literal = end - start === text.length && html.startsWith(text, start);
  if (last !== undefined && end <= last.end) {
    last.text += text; // the second character of one reference
  } else if (last !== undefined && literal && last.literal && last.end === start) {
    last.text += text;
    last.end = end;
  } else parts.push({ text, start, end, literal });
}

const isHidden = (attributes: Record<string, string>): boolean =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /(?:display:\s*none|visibility:\s*hidden)/i.test(attributes['style'] ?? '');

function kept(attributes: Record<string, string>, names: readonly string[]): string {
  return names
    .map((name) =>
      Object.hasOwn(attributes, name) ? ` ${name}="${escaped(attributes[name]!).replace(/"/g, '&quot;')}"` : '',
    )
    .join('');
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (letter) => (letter === '&' ? '&amp;' : letter === '<' ? '&lt;' : '&gt;'));
