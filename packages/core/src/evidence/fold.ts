/**
 * Typography folding with a map back: what two writers of the same words may set differently is made the same.
 * Quotation marks become ' or " ('' too), dashes and runs of them -, every kind and run of white space one space, … three
 * dots; soft hyphens and zero-width characters go; base and combining marks are composed (NFC). Case is kept.
 * Folding what is folded changes nothing.
 *
 * One pass, O(n). The map is kept as runs, not per character: plain text of 20 MB needs one run, and a run (12 bytes)
 * is added only where a length changes. Not folded: ligatures, case, letters that merely look alike.
 */
import { KIND, kindAt, kindOf, sizeAt, type Kind } from './typography.ts';
import { IntList } from './int-list.ts';
import type { Span } from './span.ts';

export interface Folded {
  readonly text: string;
  /** The runs, ascending. `at`: where it starts in the folded text. */
  readonly at: Int32Array;
  /** Where it starts in the original; `~start` for a run that stands for `start`..`to` as a whole. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

// Longer heaps of marks on one letter are left as they are: normalizing one is quadratic (0.9 s for 50,000).
const MOST_MARKS = 64;
const PARTS_JOINED = 4096; // keeps the lists short in texts where every character is replaced

export function fold(text: string): Folded {
  const writer = new Writer(text);
  const n = text.length;
  let i = 0;
  while (i < n) {
    const unit = text.charCodeAt(i);
    const kind = kindAt(text, i);
    // Most characters are letters that nothing joins, or a space between them: walk on.
    const after = i + 1 < n ? kindOf(text.charCodeAt(i + 1)) : KIND.plain;
    if (after < KIND.dropped && (kind === KIND.plain || (unit === 0x20 && after !== KIND.space))) {
      i++;
      continue;
    }
    const next = i + sizeAt(text, i);
    switch (kind) {
      case KIND.space:
      case KIND.dash: {
        const end = endOfRun(text, next, kind);
        writer.put(i, end, kind === KIND.space ? ' ' : '-');
        i = end;
        break;
      }
      case KIND.single: {
        const second = skipDropped(text, next);
        const pair = second < n && kindAt(text, second) === KIND.single;
        i = pair ? writer.put(i, second + 1, '"') : writer.put(i, next, "'");
        break;
      }
      case KIND.double:
        i = writer.put(i, next, '"');
        break;
      case KIND.ellipsis:
        i = writer.put(i, next, '...');
        break;
      case KIND.dropped:
        i = writer.put(i, next, '');
        break;
      default:
        i = compose(text, i, next, kind, writer);
    }
  }
  return writer.end();
}

/** Collects the folded text and its runs; untouched stretches are copied as slices. */
class Writer {
  readonly #text: string;
  readonly #chunks: string[] = [];
  #parts: string[] = [];
  #done = 0;
  #length = 0;
  readonly #at = new IntList();
  readonly #from = new IntList();
  readonly #to = new IntList();

  constructor(text: string) {
    this.#text = text;
    this.#run(0, text.length);
  }

  /** The original `start`..`end` is written as `folded`. Returns `end`. */
  put(start: number, end: number, folded: string): number {
    if (end - start === folded.length && folded.length === 1) {
      if (this.#text[start] === folded) return end;
      this.#copy(start);
      this.#push(folded);
    } else {
      this.#copy(start);
      if (folded !== '') this.#run(~start, end);
      this.#push(folded);
      this.#run(end, this.#text.length);
    }
    this.#done = end;
    return end;
  }

  end(): Folded {
    this.#copy(this.#text.length);
    return {
      text: this.#chunks.join('') + this.#parts.join(''),
      at: this.#at.array(),
      from: this.#from.array(),
      to: this.#to.array(),
    };
  }

  #copy(until: number): void {
    if (until > this.#done) this.#push(this.#text.slice(this.#done, until));
  }

  #push(part: string): void {
    this.#length += part.length;
    this.#parts.push(part);
    if (this.#parts.length === PARTS_JOINED) {
      this.#chunks.push(this.#parts.join(''));
      this.#parts = [];
    }
  }

  #run(from: number, to: number): void {
    // A run that turned out empty is replaced by the next one.
    if (this.#at.length > 0 && this.#at.last === this.#length) {
      this.#at.pop();
      this.#from.pop();
      this.#to.pop();
    }
    this.#at.push(this.#length);
    this.#from.push(from);
    this.#to.push(to);
  }
}

/** Composes a character with the marks after it. Returns where it went on to. */
function compose(text: string, start: number, next: number, kind: Kind, writer: Writer): number {
  let letters = text.slice(start, next);
  let end = next;
  let marks = kind === KIND.mark ? 1 : 0;
  for (let i = skipDropped(text, end); i < text.length; i = skipDropped(text, end)) {
    if (kindAt(text, i) !== KIND.mark) break;
    end = i + sizeAt(text, i);
    if (++marks > MOST_MARKS) return leaveMarks(text, next, writer);
    letters += text.slice(i, end);
  }
  const composed = letters.normalize('NFC');
  return composed === text.slice(start, end) ? end : writer.put(start, end, composed);
}

/** Copies a heap of marks as it is, dropping only what is dropped everywhere. */
function leaveMarks(text: string, from: number, writer: Writer): number {
  let i = from;
  while (i < text.length) {
    const kind = kindAt(text, i);
    const next = i + sizeAt(text, i);
    if (kind === KIND.dropped) writer.put(i, next, '');
    else if (kind !== KIND.mark) break;
    i = next;
  }
  return i;
}

function skipDropped(text: string, from: number): number {
  let i = from;
  while (i < text.length && kindAt(text, i) === KIND.dropped) i += sizeAt(text, i);
  return i;
}

/** Where the run of this kind ends; what is dropped inside it belongs to it, what is dropped after it does not. */
function endOfRun(text: string, from: number, kind: Kind): number {
  let end = from;
  for (let i = skipDropped(text, end); i < text.length && kindAt(text, i) === kind; i = skipDropped(text, end)) {
    end = i + 1;
  }
  return end;
}

/** The stretch of the original that the folded characters `start`..`end` stand for; `start < end`. */
export function originalSpan(folded: Folded, start: number, end: number): Span {
  const first = runAt(folded, start);
  const last = runAt(folded, end - 1);
  const from = folded.from[first]!;
  const lastFrom = folded.from[last]!;
  return {
    start: from < 0 ? ~from : from + (start - folded.at[first]!),
    end: lastFrom < 0 ? folded.to[last]! : lastFrom + (end - folded.at[last]!),
  };
}

/** The run in which a folded character lies. */
export function runAt(folded: Folded, index: number): number {
  let low = 0;
  let high = folded.at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (folded.at[middle]! <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
