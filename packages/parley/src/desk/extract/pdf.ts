/**
 * PDF to readable text: the words that PDF.js finds on each page, put together to lines, the lines to paragraphs. A PDF
 * knows only where its glyphs stand, so paragraphs are told by gaps and indents, columns by the order of the file, and a
 * word that is divided at a line's end is joined (`nego-` `tiation`; a compound so divided loses its hyphen). Headers,
 * footers and page numbers are left out and listed. There is no way back into the file but the page.
 *
 * PDF.js is loaded with the first PDF (0.2 s); a page of news takes some 10 ms. Pages, letters and time are bounded:
 * what a PDF unpacks to is not known from its size. Nothing in it is run or fetched.
 */
import type { Extraction, PageSpan, SetAside } from './extracted.ts';
import { composePages, type Line } from './pdf-lines.ts';
import { unpacksTooLarge } from './pdf-unpacked.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A book has 500. */
const MOST_PAGES = 2_000;
const MOST_LETTERS = 20_000_000;
const PATIENCE = 60_000; // milliseconds; 2,000 pages of text take 20,000

export const isPdf = (bytes: Uint8Array): boolean => indexOfMagic(bytes) >= 0;

/** The header may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1), but not behind other text. */
function indexOfMagic(bytes: Uint8Array): number {
  const opening = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const at = opening.indexOf('%PDF-');
  return at >= 0 && !/[A-Za-z]{2}/.test(opening.slice(0, at)) ? at : -1;
}

export async function extractPdf(bytes: Uint8Array): Promise<Extraction> {
  if (unpacksTooLarge(bytes)) return refuse({ code: 'pdf-unpacks' });
  const { getDocumentProxy } = await quietly(async () => {
    const unpdf = await import('unpdf');
    await unpdf.getResolvedPDFJS();
    return unpdf;
  });
  const began = Date.now();
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // A copy: PDF.js takes the buffer it is given for its own. Verbosity 0: nothing of a file is printed.
    pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, stopAtErrors: false });
  } catch (error) {
    return refusalOf(error);
  }
  try {
    if (pdf.numPages > MOST_PAGES)
      return refuse({ code: 'too-large', size: pdf.numPages, limit: MOST_PAGES, of: 'pages' });
    const pages: Line[][] = [];
    let letters = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const lines = linesOf(items as readonly Item[]);
      page.cleanup();
      pages.push(lines);
      letters += lines.reduce((sum, line) => sum + line.text.length, 0);
      if (letters > MOST_LETTERS)
        return refuse({ code: 'too-large', size: letters, limit: MOST_LETTERS, of: 'letters' });
      if (Date.now() - began > PATIENCE) return refuse({ code: 'pdf-too-slow', page: number, pages: pdf.numPages });
    }
    const { text, spans, left } = composePages(pages);
    if (!/[\p{L}\p{N}]/u.test(text)) return refuse({ code: 'pdf-no-text', pages: pdf.numPages });
    return await extracted(text, spans, left, await aboutPdf(pdf));
  } catch (error) {
    return refusalOf(error);
  } finally {
    await pdf.destroy().catch(() => undefined); // it is done with either way
  }
}

/** On loading, PDF.js advises another build, on standard output, where it would stand in the middle of JSON. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { log, warn } = console;
  console.log = console.warn = () => undefined;
  try {
    return await load();
  } finally {
    Object.assign(console, { log, warn });
  }
}

async function extracted(
  text: string,
  pages: readonly PageSpan[],
  left: readonly { readonly page: number; readonly words: string; readonly at: number }[],
  about: { readonly title?: string; readonly written?: string },
): Promise<Extraction> {
  const { extractText } = await import('./text.ts');
  const plain = extractText(text);
  if (plain.kind === 'refused') return plain;
  const aside: SetAside[] = [
    ...left.map(({ page, words, at }): SetAside => ({ start: at, end: at, why: 'page furniture', page, words })),
    ...plain.setAside,
  ];
  const title = plain.title ?? about.title;
  return {
    ...plain,
    setAside: aside.toSorted((a, b) => a.start - b.start || a.end - b.end),
    pages,
    ...(title === undefined ? {} : { title }),
    ...(about.written === undefined ? {} : { written: about.written }),
  };
}

/** Its title, where somebody gave one. The day of its making is no date of writing: printing to PDF makes it anew. */
async function aboutPdf(pdf: { getMetadata(): Promise<{ info: object }> }): Promise<{ readonly title?: string }> {
  try {
    const { info } = await pdf.getMetadata();
    const { Title: title } = info as { Title?: unknown };
    const words = typeof title === 'string' ? title.replace(/\s+/g, ' ').trim() : '';
    // Programs put the name of their file there.
    return words.length > 8 && words.includes(' ') && !/\.\w{2,5}$/.test(words) ? { title: words } : {};
  } catch {
    return {};
  }
}

function refusalOf(error: unknown): Refusal {
  const { name, message } = error as { name?: string; message?: string };
  if (name === 'PasswordException') return refuse({ code: 'pdf-encrypted' });
  return refuse({ code: 'pdf-broken', reason: (message ?? String(error)).split('\n')[0]!.replace(/\.$/, '') });
}

interface Item {
  readonly str?: string;
  /** Scaling, skewing and, last, where it stands: x, y from below. */
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
  readonly hasEOL?: boolean;
}

/** Pieces of text on one height, one after the other, are a line. */
function linesOf(items: readonly Item[]): Line[] {
  const lines: { text: string; x: number; y: number; end: number; size: number }[] = [];
  let isOpen = false;
  for (const { str, transform, width = 0, height = 0, hasEOL } of items) {
    if (str === undefined || transform === undefined) continue;
    const [, , , , x = 0, y = 0] = transform;
    const last = lines.at(-1);
    const size = height > 0 ? height : (last?.size ?? 10);
    if (str !== '') {
      const goesOn =
        isOpen &&
        last !== undefined &&
        Math.abs(y - last.y) < size / 2 &&
        x > last.end - size &&
        x < last.end + 4 * size;
      if (goesOn) {
        const spaced = /\s$/.test(last.text) || /^\s/.test(str) || x - last.end < size * 0.18;
        last.text += spaced ? str : ` ${str}`;
        last.end = Math.max(last.end, x + width);
      } else if (str.trim() !== '') lines.push({ text: str, x, y, end: x + width, size });
      isOpen = true;
    }
    if (hasEOL === true) isOpen = false;
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/[\s\0]+/g, ' ').trim() }))
    .filter((line) => line.text !== '');
}
