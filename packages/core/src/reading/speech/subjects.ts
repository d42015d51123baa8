/**
 * Whom `he` and `she` mean where they speak: the last person who was the subject of a clause outside of quotation marks,
 * since that is whom news goes on about. Names tell otherwise only where their person was named since, or is a subject of
 * the same sentence. A title (Mr, Ms) or given name of the wrong gender rules a person out.
 *
 * One pass over the passages before any row is read; each pronoun then looks at no more than four passages.
 */
import type { Span } from '../../evidence/span.ts';
import type { Names } from '../names/names.ts';
import type { Mention } from '../rows.ts';
import type { Passage } from './passages.ts';
import { isFinite, isSubordinate, subjectBefore, verbGroup } from './phrases.ts';

export type PronounReading = (span: Span) => string | undefined;

interface Subject {
  readonly entity: string;
  readonly at: number;
}

const BACK = 4;
const MOST = 200; // names, quotations and subjects of one passage: with more it is no prose, and pairs of them would cost
const HE = /^(?:he|him|his|himself)$/i;
const SHE = /^(?:she|her|hers|herself)$/i;

export function pronounReading(text: string, names: Names, passages: readonly Passage[]): PronounReading {
  const titled = titles(text, names);
  const subjects: Subject[][] = [];
  const namedIn: (readonly Mention[])[] = [];
  for (const passage of passages) {
    namedIn.push(outsideQuotations(names, passage));
    subjects.push([]);
    subjectsOf(passage);
  }
  return (span) => resolve(span, passageAt(passages, span.start));

  function subjectsOf({ pieces }: Passage): void {
    const own = subjects.at(-1)!;
    for (let k = 0; k < pieces.length; k++) {
      if (own.length >= MOST) return;
      if (!isFinite(pieces, k)) continue;
      const subject = subjectBefore(pieces, verbGroup(pieces, k).from);
      if (subject === undefined || isSubordinate(pieces[subject.from - 1])) continue;
      const [first, last] = [pieces[subject.from]!, pieces[subject.to - 1]!];
      const isPronoun = subject.to - subject.from === 1 && (HE.test(first.text) || SHE.test(first.text));
      const entity = isPronoun ? resolve(first, subjects.length - 1) : personIn(first.start, last.end);
      if (entity !== undefined && own.at(-1)?.entity !== entity) own.push({ entity, at: first.start });
    }
  }

  /** A person who is the phrase, not one who owns it or stands in it after a preposition. */
  function personIn(start: number, end: number): string | undefined {
    return names.within({ start, end }).find((mention) => {
      if (mention.type !== 'person' || (mention.end < end && /['’]/.test(text[mention.end]!))) return false;
      return !/\b(?:of|with|by|from|for) $/i.test(text.slice(Math.max(start, mention.start - 6), mention.start));
    })?.entity;
  }

  function resolve(span: Span, at: number): string | undefined {
    const told = names.antecedent(span);
    const word = text.slice(span.start, span.end);
    const gender = HE.test(word) ? 'he' : SHE.test(word) ? 'she' : undefined;
    if (gender === undefined) return told;
    for (let p = at; p >= 0 && p >= at - BACK; p--) {
      const isToldHere = namedIn[p]!.some(({ entity, end }) => entity === told && end <= span.start);
      const fitting = (subjects[p] ?? []).filter(
        (one) => one.at < span.start && (titled.get(one.entity) ?? names.pronounOf?.(one.entity) ?? gender) === gender,
      );
      if (fitting.some(({ entity }) => entity === told)) return told;
      if (isToldHere && (p === at || fitting.length === 0)) return told;
      if (fitting.length > 0) return fitting[0]!.entity;
    }
    return told;
  }
}

function titles(text: string, { mentions }: Names): ReadonlyMap<string, 'he' | 'she'> {
  const result = new Map<string, 'he' | 'she'>();
  for (const { start, entity, type } of mentions) {
    if (type !== 'person') continue;
    const before = text.slice(Math.max(0, start - 6), start);
    if (/\b(?:Mr\.?|Sir) $/.test(before)) result.set(entity, 'he');
    else if (/\b(?:Ms|Mrs|Miss)\.? $/.test(before)) result.set(entity, 'she');
  }
  return result;
}

function outsideQuotations(names: Names, passage: Passage): readonly Mention[] {
  const quotes = passage.pieces.filter(({ pos }) => pos === 'QUOTE').slice(0, MOST);
  return names
    .within(passage)
    .slice(0, MOST)
    .filter(({ start, end }) => !quotes.some((quote) => quote.start <= start && end <= quote.end));
}

function passageAt(passages: readonly Passage[], position: number): number {
  let [low, high] = [0, passages.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passages[middle]!.end <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
