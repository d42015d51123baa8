/**
 * The passage of a source most like some words that are not in it, for the error message and for re-anchoring.
 *
 * Bounded edit distance with Myers' bit vectors (approx-string-match), on the folded source. At most two fifths of the
 * letters may differ (a third in short quotes): above that, unrelated English matches. The source is scanned in
 * windows, each asked only for something strictly better: the library looks up the start of every equally good match,
 * which over a whole repetitive source takes minutes. O(source × quote / 80).
 *
 * Large sources and long quotes are not scanned: candidate places come from the quote's rarest words, so a passage
 * that shares no word of four letters with the quote is missed there.
 */
import search from 'approx-string-match';
import { fold, originalSpan } from './fold.ts';
import type { SourceText } from './source.ts';
import type { Span } from './span.ts';

export interface Nearest extends Span {
  /** The passage as the source has it, from a word's beginning to a word's end. */
  readonly exact: string;
  /** How many letters differ, typography folded, before the ends were moved to whole words. */
  readonly distance: number;
}

export interface Similar extends Span {
  readonly distance: number;
}

const SCANNED_SOURCE = 2_000_000;
const SCANNED_QUOTE = 1_000;
const LONGEST_QUOTE = 8_000; // a quote of a case has at most 4000 letters; two may be compared in re-anchoring
const SHORT = 24;
const WINDOW = 8_192;
const SEEDS = 4;
const PLACES_PER_SEED = 32;

export function nearest(source: SourceText, words: string): Nearest | undefined {
  const { folded } = source;
  const found = similar(folded.text, fold(words).text.trim());
  if (found === undefined) return undefined;
  const whole = snap(folded.text, found);
  const span = originalSpan(folded, whole.start, whole.end);
  return { ...span, exact: source.text.slice(span.start, span.end), distance: found.distance };
}

/** The most similar stretch; both texts are folded already. */
export function similar(text: string, words: string): Similar | undefined {
  const length = words.length;
  if (length === 0 || length > LONGEST_QUOTE) return undefined;
  const allowed = Math.floor(length < SHORT ? length / 3 : length * 0.4);
  const windows =
    text.length <= SCANNED_SOURCE && length <= SCANNED_QUOTE
      ? everywhere(text.length, length + allowed)
      : aroundRareWords(text, words, allowed);
  let best: Similar | undefined;
  for (const { start, end } of windows) {
    const most = best === undefined ? allowed : best.distance - 1;
    if (most < 0) break;
    const [match] = search(text.slice(start, end), words, most);
    if (match !== undefined && match.end > match.start) {
      best = { start: start + match.start, end: start + match.end, distance: match.errors };
    }
  }
  return best;
}

function* everywhere(size: number, overlap: number): Generator<Span, void> {
  for (let start = 0; start < size; start += WINDOW) {
    yield { start, end: Math.min(size, start + WINDOW + overlap) };
  }
}

function* aroundRareWords(text: string, words: string, slack: number): Generator<Span, void> {
  const offsets = new Map<string, number>();
  for (const { 0: word, index } of words.matchAll(/[\p{L}\p{N}\p{M}]{4,}/gu))
    if (!offsets.has(word)) offsets.set(word, index);
  const longest = [...offsets].sort(([a], [b]) => b.length - a.length).slice(0, 3 * SEEDS);
  const seeds = longest
    .map(([word, offset]) => places(text, word).map((place) => Math.max(0, place - offset)))
    .filter((starts) => starts.length > 0)
    .sort((a, b) => a.length - b.length)
    .slice(0, SEEDS);
  const starts = [...new Set(seeds.flat())].sort((a, b) => a - b);
  let last = -Infinity;
  for (const start of starts) {
    if (start - last < slack / 2) continue; // the window before reaches this one
    last = start;
    yield { start: Math.max(0, start - slack), end: Math.min(text.length, start + words.length + 2 * slack) };
  }
}

function places(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && found.length < PLACES_PER_SEED; at = text.indexOf(word, at + 1))
    found.push(at);
  return found;
}

const IN_WORD = /[\p{L}\p{N}\p{M}\p{Cs}]/u;
const LONGEST_WORD = 32; // scripts without spaces have no words to snap to

const splitsWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && IN_WORD.test(text[at - 1]!) && IN_WORD.test(text[at]!);

/** Moves the ends to the nearest ends of words, and off white space. */
export function snap(text: string, span: Span): Span {
  let start = boundary(text, span.start);
  let end = boundary(text, span.end);
  while (start < end && text[start] === ' ') start++;
  while (start < end && text[end - 1] === ' ') end--;
  return start < end ? { start, end } : span;
}

function boundary(text: string, at: number): number {
  for (let step = 0; step <= LONGEST_WORD; step++) {
    if (!splitsWord(text, at - step)) return Math.max(0, at - step);
    if (!splitsWord(text, at + step)) return Math.min(text.length, at + step);
  }
  return at;
}
