/**
 * The kept pieces of a page as one text with its map: blocks become paragraphs (a blank line between), line breaks and
 * table cells lines, white space of the markup one space. O(length).
 */
import type { Markup, Part } from './markup.ts';
import type { Run } from './run-map.ts';
import { BREAK, type Break } from './tags.ts';

export interface Composed {
  readonly text: string;
  readonly map: readonly Run[];
}

export function compose(markup: Markup, isKept: (piece: number) => boolean): Composed {
  const writer = new Writer();
  for (const [i, piece] of markup.pieces.entries()) {
    writer.break(piece.breakBefore);
    if (piece.blank) writer.space();
    else if (isKept(i)) for (const part of piece.parts) write(part, piece.preformatted);
  }
  return writer.end();

  function write(part: Part, preformatted: boolean): void {
    if (!part.literal) {
      if (/^[ \t\n\f\r]+$/.test(part.text)) writer.space();
      else writer.put(part.text, part.start, part.end);
      return;
    }
    for (const { 0: found, index } of part.text.matchAll(/[^ \t\n\f\r]+|[ \t\n\f\r]+/g)) {
      const at = part.start + index;
      if (!/^[ \t\n\f\r]/.test(found)) writer.put(found, at, at + found.length);
      else if (preformatted && /[\n\r]/.test(found)) writer.break(BREAK.line);
      else writer.space(found === ' ' ? at : undefined);
    }
  }
}

class Writer {
  readonly #parts: string[] = [];
  readonly #map: { -readonly [K in keyof Run]: Run[K] }[] = [];
  #length = 0;
  #break: Break = BREAK.none;
  #spaced = false;
  #spaceAt: number | undefined;

  break(kind: Break): void {
    if (kind > this.#break) this.#break = kind;
  }

  /** White space; `at`: where the HTML has it as one plain space. */
  space(at?: number): void {
    this.#spaceAt = this.#spaced ? undefined : at;
    this.#spaced = true;
  }

  put(words: string, start: number, end: number): void {
    const spaceAt = this.#spaceAt;
    if (this.#length > 0 && this.#break !== BREAK.none) this.#push(this.#break === BREAK.line ? '\n' : '\n\n');
    else if (this.#length > 0 && this.#spaced) {
      if (spaceAt === undefined) this.#push(' ');
      else this.#put(' ', spaceAt, spaceAt + 1);
    }
    this.#break = BREAK.none;
    this.#spaced = false;
    this.#spaceAt = undefined;
    this.#put(words, start, end);
  }

  end(): Composed {
    return { text: this.#parts.join(''), map: this.#map };
  }

  #put(words: string, htmlStart: number, htmlEnd: number): void {
    const textStart = this.#length;
    this.#push(words);
    const last = this.#map.at(-1);
    const literal = htmlEnd - htmlStart === words.length;
    if (
      literal &&
      last !== undefined &&
      last.textEnd === textStart &&
      last.htmlEnd === htmlStart &&
      last.htmlEnd - last.htmlStart === last.textEnd - last.textStart
    ) {
      last.textEnd = this.#length;
      last.htmlEnd = htmlEnd;
    } else this.#map.push({ textStart, textEnd: this.#length, htmlStart, htmlEnd });
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
