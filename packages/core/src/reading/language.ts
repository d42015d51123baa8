/**
 * Whether an account is in English, which is what the rules of reading are written for; if not, a guess at what it is in.
 *
 * By script first, then by how many of the words are function words of a language (./function-words.ts; the idea is
 * Ingle 1976 and Grefenstette 1995). A word that several languages share counts for each of them by its part. Names, which
 * fill news and look alike everywhere, play no role, nor does what the text is about.
 *
 * Three samples of 8,000 characters are looked at, so a book costs what a report does. A text in two languages is in the one
 * that has more of it. A heading has too few function words to tell by: it is too short.
 */
import { foldedWords } from './folded-words.ts';
import { FUNCTION_WORDS } from './function-words.ts';

export type Language =
  | { readonly is: 'en' }
  | {
      readonly is: 'other';
      /** BCP 47. Of scripts that several languages share, the commonest. Absent where nothing fits. */
      readonly guess?: string;
    }
  | { readonly is: 'too short' };

const SAMPLES = 3;
const SAMPLE = 8_000; // characters: some 1,300 words

/**
 * The least share of a text's words that are function words of its language. Running text has 0.3 and more, a paragraph full
 * of names 0.25. Of 510 translations of the Universal Declaration three are taken for English: Nigerian Pidgin, Scots, and
 * Yanomamö by chance.
 */
const LEAST_SHARE = 0.18;
/** By how many words the language has to lead before the next. */
const LEAST_LEAD = 2;
/** So many words without function words of any language are none that is known here. */
const UNKNOWN_FROM = 40;
/** A word or two of another script is a name or a motto. */
const FEWEST_FOREIGN = 3;

/** Scripts of a single language, or of one that is far the commonest. Latin, Cyrillic and Arabic are told by words. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/^\p{sc=Latin}/u, 'Latin'],
  [/^\p{sc=Cyrillic}/u, 'Cyrillic'],
  [/^\p{sc=Arabic}/u, 'Arabic'],
  [/^\p{sc=Hebrew}/u, 'he'],
  [/^\p{sc=Han}/u, 'zh'],
  [/^[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'ja'],
  [/^\p{sc=Hangul}/u, 'ko'],
  [/^\p{sc=Greek}/u, 'el'],
  [/^\p{sc=Devanagari}/u, 'hi'],
  [/^\p{sc=Thai}/u, 'th'],
  [/^\p{sc=Armenian}/u, 'hy'],
  [/^\p{sc=Georgian}/u, 'ka'],
  [/^\p{sc=Ethiopic}/u, 'am'],
  [/^\p{sc=Bengali}/u, 'bn'],
  [/^\p{sc=Gurmukhi}/u, 'pa'],
  [/^\p{sc=Gujarati}/u, 'gu'],
  [/^\p{sc=Tamil}/u, 'ta'],
  [/^\p{sc=Telugu}/u, 'te'],
  [/^\p{sc=Kannada}/u, 'kn'],
  [/^\p{sc=Malayalam}/u, 'ml'],
  [/^\p{sc=Sinhala}/u, 'si'],
  [/^\p{sc=Myanmar}/u, 'my'],
  [/^\p{sc=Khmer}/u, 'km'],
  [/^\p{sc=Lao}/u, 'lo'],
  [/^\p{sc=Tibetan}/u, 'bo'],
  [/^\p{L}/u, 'another'],
];

export function languageOf(text: string): Language {
  const byScript = new Map<string, string[]>();
  for (const word of foldedWords(sampleOf(text))) {
    const script = scriptOf(word);
    if (script === undefined) continue;
    const those = byScript.get(script);
    if (those === undefined) byScript.set(script, [word]);
    else those.push(word);
  }
  const [script, words] = [...byScript].reduce((most, one) => (one[1].length > most[1].length ? one : most), ['', []]);
  if (script === 'Latin' || words.length < FEWEST_FOREIGN) return latin(words);
  return { is: 'other', ...guessed(guessOf(script, words, byScript)) };
}

function latin(words: readonly string[]): Language {
  const guess = byFunctionWords(words, FUNCTION_WORDS.Latin);
  if (guess === 'en') return { is: 'en' };
  if (guess !== undefined || words.length >= UNKNOWN_FROM) return { is: 'other', ...guessed(guess) };
  return { is: 'too short' };
}

function guessOf(
  script: string,
  words: readonly string[],
  byScript: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (script === 'Cyrillic' || script === 'Arabic') return byFunctionWords(words, FUNCTION_WORDS[script]);
  // Japanese is often half Han.
  if (script === 'zh' && 8 * (byScript.get('ja')?.length ?? 0) > words.length) return 'ja';
  return script === 'another' ? undefined : script;
}

const guessed = (guess: string | undefined): { readonly guess?: string } => (guess === undefined ? {} : { guess });

/** The language that most of the words are function words of, where it has enough of them and a lead. */
function byFunctionWords(
  words: readonly string[],
  languages: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const tallies = [...languages].map(([language, list]) => ({ language, list, count: 0, score: 0 }));
  for (const word of words) {
    const having = tallies.filter(({ list }) => list.has(word));
    for (const tally of having) {
      tally.count++;
      tally.score += 1 / having.length;
    }
  }
  const [first, second] = tallies.sort((a, b) => b.score - a.score);
  const isTold = first!.count >= LEAST_SHARE * words.length && first!.score - second!.score >= LEAST_LEAD;
  return isTold ? first!.language : undefined;
}

/** Of the first letter; none of a number. */
const scriptOf = (word: string): string | undefined => SCRIPTS.find(([letter]) => letter.test(word))?.[1];

/** The beginning, the middle and the end. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLES * SAMPLE) return text;
  const step = (text.length - SAMPLE) / (SAMPLES - 1);
  return Array.from({ length: SAMPLES }, (_, k) =>
    text.slice(Math.floor(k * step), Math.floor(k * step) + SAMPLE),
  ).join('\n');
}
