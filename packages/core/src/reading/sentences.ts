/**
 * Sentences, written by rule: a full stop, question mark or exclamation mark, with the quotation marks and brackets that
 * close after it, ends a sentence when what follows can begin one. Abbreviations, initials, decimals and clock times do
 * not. A sentence never crosses a paragraph; headings and list items are sentences of their own, without their markers.
 *
 * O(length). The abbreviations are English; other scripts are split at their own stops (。؟ । and others). It errs
 * towards too long a sentence: after `U.S.` only an unmistakable beginning starts a new one.
 */
import type { Span } from '../evidence/span.ts';
import { ANYWHERE, BEFORE_A_NAME, BEFORE_A_NUMBER, BEGINNINGS, OF_TIME } from './abbreviations.ts';
import { blank } from './blank.ts';
import { markerLength } from './markers.ts';
import { paragraphs } from './paragraphs.ts';

/** What is set aside (./residue.ts) belongs to no sentence, and may stand where a sentence ends. */
export function sentences(text: string, setAside: readonly Span[] = []): Span[] {
  const readable = setAside.length === 0 ? text : blank(text, setAside);
  return paragraphs(readable).flatMap((paragraph) => sentencesOf(readable, paragraph));
}

const STOP = /(?<![.!?…。！？؟۔।])[.!?…。！？؟۔।]+(?:["'”’»›)\]}*_]|\[\d+\])*(?=\s|$)|[。！？]["'”’」』）]*/gu;

function sentencesOf(text: string, paragraph: Span): Span[] {
  const result: Span[] = [];
  const whole = text.slice(paragraph.start, paragraph.end);
  let from = markerLength(whole);
  for (const { 0: stop, index } of whole.matchAll(STOP)) {
    const to = index + stop.length;
    if (to <= from || !ends(whole, from, index, stop)) continue;
    push(from, to);
    from = to;
  }
  push(from, whole.length);
  return result;

  function push(start: number, end: number): void {
    const words = whole.slice(start, end);
    if (!/[\p{L}\p{N}]/u.test(words)) {
      // Closing marks that stand apart belong to the sentence before them.
      const last = result.at(-1);
      if (last !== undefined && words.trim() !== '')
        result[result.length - 1] = { ...last, end: paragraph.start + start + words.trimEnd().length };
      return;
    }
    const lead = words.length - words.trimStart().length;
    result.push({ start: paragraph.start + start + lead, end: paragraph.start + start + words.trimEnd().length });
  }
}

// A question that someone asked: “Will he come?” Peskov asked.
const ASKED =
  /^(?:\p{Lu}[\p{L}\p{M}’'.-]*\s+){1,4}(?:asked|said|wondered|demanded|wrote|added|replied|shouted|exclaimed|told)\b/u;

const OPENING = /^["'“‘«‹([{*_¿¡„—–-]+/;

/** Does the stop at `at` end the sentence that began at `from`? */
function ends(text: string, from: number, at: number, stop: string): boolean {
  const rest = text.slice(at + stop.length, at + stop.length + 80).trimStart();
  if (rest === '') return true;
  const opened = rest.replace(OPENING, '');
  const next = /^[\p{L}\p{N}\p{M}]+/u.exec(opened)?.[0] ?? '';
  if (/^\p{Ll}/u.test(next)) return false;
  const closed = stop.length > 1;
  if (!stop.startsWith('.')) return !(closed && /["'”’»]$/.test(stop) && ASKED.test(rest));
  if (stop.startsWith('..')) return true;

  const before = /[\p{L}\p{N}][\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(from, at - 24), at))?.[0] ?? '';
  const word = before.toLowerCase();
  const beginning = closed || opened !== rest || BEGINNINGS.has(next.toLowerCase());
  if (BEFORE_A_NAME.has(word)) return false;
  if (BEFORE_A_NUMBER.has(word)) return !(/^\p{N}/u.test(next) || OF_TIME.has(next.toLowerCase()));
  if (word === 'a.m' || word === 'p.m')
    return closed || !(OF_TIME.has(next.toLowerCase()) || /^\p{Lu}\p{Ll}+ time\b/u.test(opened));
  if (word === 'etc') return true;
  if (ANYWHERE.has(word)) return beginning;
  // An initial: `George W. Bush`; and letters with stops between them, as in `U.N.D.P.`
  if (/^\p{Lu}$/u.test(before) || /^(?:\p{L}\.)+\p{L}$/u.test(before)) return beginning;
  return true;
}
