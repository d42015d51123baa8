/** A file's bytes to its text, by what the file is: HTML by its name or its first words, otherwise text or Markdown. */
import { decode } from './decode.ts';
import type { Extraction } from './extracted.ts';
import { extractHtml } from './html.ts';
import { extractText } from './text.ts';

export async function extract(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Extraction> {
  const decoded = decode(file.bytes);
  if (decoded.kind === 'refused') return decoded;
  return isHtml(file.name, decoded.text) ? extractHtml(decoded.text) : extractText(decoded.text);
}

const isHtml = (name: string, text: string): boolean =>
  /\.x?html?$/i.test(name) ||
  (!/\.(?:md|markdown)$/i.test(name) &&
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(
      text.slice(0, 4000),
    ));
