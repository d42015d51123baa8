/**
 * Which words in quotation marks are an utterance, and which a term, a slogan or a word or two taken up. Told by the marks’
 * surroundings: an utterance begins a sentence or follows a comma, a colon or a verb of speaking; a term is part of the
 * clause around it (he called it “a farce”). Long clauses taken over by a sentence that tells of speech are utterances.
 */
import type { Span } from '../../evidence/span.ts';
import { cueForms } from './cue-verbs.ts';
import type { Marked } from './marks.ts';

const AROUND = 160; // characters
const LONG = 8; // words: no term is as long
const OWN = /\b(?:I|we|my|our|us|me|you|your)\b|n['’]t\b|['’](?:ll|re|ve|m)\b/;

export function isUtterance(text: string, mark: Marked, paragraph: Span): boolean {
  const words = text.slice(mark.start, mark.end);
  const count = words.split(/\s+/).filter(Boolean).length;
  const before = text.slice(Math.max(paragraph.start, mark.outer.start - AROUND), mark.outer.start).trimEnd();
  const after = text.slice(mark.outer.end, Math.min(paragraph.end, mark.outer.end + AROUND));
  const isClosed = /[.,!?…—–]["'’”]?$/.test(words.trimEnd());
  const last = /([\p{L}’'-]+)\W*$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  const beginsSentence =
    before === '' || /[.!?…]["'”’»)*_\]]*$/.test(before) || /[”»]$/.test(before) || /^[#*_>•\s\d.-]*$/.test(before);
  if (beginsSentence) return isClosed || count >= 5 || /^\s*[,—–]/.test(after) || /^\s*$/.test(after);
  if (before.endsWith(':')) return count >= 3 || isClosed;
  if (/[,—–]$/.test(before)) return (count >= 3 && tellsOfSpeech(before, after)) || isSpeaking(last);
  if (isSpeaking(last)) return count >= 3 || /^\p{Lu}/u.test(words);
  if (last === 'that') return count >= 5;
  return count >= LONG && (tellsOfSpeech(before, after) || OWN.test(words));
}

const isSpeaking = (word: string): boolean => cueForms(word).some(({ verb }) => verb.frames.has('quote'));

/** A verb of speaking within the clause before, or right after. */
function tellsOfSpeech(before: string, after: string): boolean {
  const near = before
    .split(/[.;!?]\s/)
    .at(-1)!
    .split(/[^\p{L}’'-]+/u)
    .slice(-20);
  if (near.some((word) => isSpeaking(word.toLowerCase()))) return true;
  return after
    .split(/[^\p{L}’'-]+/u)
    .slice(0, 12)
    .some((word) => isSpeaking(word.toLowerCase()));
}
