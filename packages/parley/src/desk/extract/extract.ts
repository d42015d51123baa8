/** A file's bytes to its text, by what the file is: PDF and HTML by their first words or its name, otherwise text or Markdown. */
import { decode, MOST_BYTES } from './decode.ts';
import type { Extraction } from './extracted.ts';
import { extractHtml } from './html.ts';
import { extractPdf, isPdf } from './pdf.ts';
import { refuse } from './refusal.ts';
import { extractText } from './text.ts';
import { writtenInPage, writtenInText } from './written.ts';

export async function extract(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Extraction> {
  if (isPdf(file.bytes)) {
    if (file.bytes.length > MOST_BYTES)
      return refuse({ code: 'too-large', size: file.bytes.length, limit: MOST_BYTES, of: 'bytes' });
    return dated(await extractPdf(file.bytes));
  }
  const decoded = decode(file.bytes);
  if (decoded.kind === 'refused') return decoded;
  return isHtml(file.name, decoded.text)
    ? dated(await extractHtml(decoded.text), writtenInPage(decoded.text))
    : dated(extractText(decoded.text));
}

/** With the day it was written, where the page's head or the text's own first lines say so. */
function dated(extraction: Extraction, inHead?: string): Extraction {
  if (extraction.kind === 'refused') return extraction;
  const written = inHead ?? writtenInText(extraction.text);
  return written === undefined ? extraction : { ...extraction, written };
}

const isHtml = (name: string, text: string): boolean =>
  /\.x?html?$/i.test(name) ||
  (!/\.(?:md|markdown)$/i.test(name) &&
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(
      text.slice(0, 4000),
    ));
