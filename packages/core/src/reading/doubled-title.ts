/**
 * A title that is there twice: a line near the beginning that repeats the first line, whatever the heading marks, the case
 * and the typography, and with or without the site's name after a dash or bar. The repetition is set aside. O(title).
 */
import { fold } from '../evidence/fold.ts';
import type { Span } from '../evidence/span.ts';
import { lines } from './lines.ts';
import { bareWords, markerLength } from './markers.ts';

const LOOKED_AT = 5; // title, byline, date, section, title
const SHORTEST = 8;
const LONGEST = 300;

export function doubledTitle(text: string): Span[] {
  const opening = lines(text.slice(0, 4_000)).filter(({ words }) => /\p{L}/u.test(words));
  if (text.length > 4_000) opening.pop(); // it may have been cut
  const [first, ...rest] = opening.slice(0, LOOKED_AT);
  if (first === undefined || first.words.length > LONGEST) return [];
  const title = namesOf(first.words);
  if (title.bare.length < SHORTEST || !title.bare.includes(' ')) return [];
  const isSentence = (line: string): boolean => /[.,;]$/.test(line) && markerLength(line) === 0;
  const repeats = (line: string): boolean => {
    const { whole, bare } = namesOf(line);
    // Two lines that differ after the dash are not one: “Peace talks – day one”, “Peace talks – day two”.
    return whole === title.whole || whole === title.bare || bare === title.whole;
  };
  return rest
    .filter(({ words }) => words.length <= LONGEST && !(isSentence(first.words) && isSentence(words)) && repeats(words))
    .map(({ start, end }) => ({ start, end }));
}

/** The title folded, as it is and without the site's name. */
function namesOf(line: string): { whole: string; bare: string } {
  const whole = fold(bareWords(line))
    .text.toLowerCase()
    .replace(/[\s.:]+$/, '');
  return { whole, bare: whole.replace(/ (?:[|·•]|-) [^|·•]{2,40}$/, '') };
}
