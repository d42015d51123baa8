/** Lines of a text, without their ends: LF, CRLF, CR and the Unicode separators. */
import type { Span } from '../evidence/span.ts';

export interface Line extends Span {
  /** Without white space at either end. */
  readonly words: string;
}

const END = /\r\n|[\n\r\u2028\u2029]/g;

/** Every line, blank ones too; each span begins and ends at its words. */
export function lines(text: string): Line[] {
  const result: Line[] = [];
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(END)) {
    result.push(line(text, from, index));
    from = index + mark.length;
  }
  result.push(line(text, from, text.length));
  return result;
}

function line(text: string, from: number, to: number): Line {
  const whole = text.slice(from, to);
  const words = whole.trim();
  const start = from + (whole.length - whole.trimStart().length);
  return { start, end: start + words.length, words };
}
