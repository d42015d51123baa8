/**
 * Whether a date lies behind or ahead of the account, by the verb that it stands with: `agreed on Friday`, `will meet on
 * Friday`. The nearest verb before the date in its clause counts, else the nearest after it. Walks at most {@link FAR}
 * tokens either way.
 */
import type { Span } from '../../evidence/span.ts';
import type { TaggedSentence, Token } from '../tagger.ts';

export type Leaning = 'past' | 'future';

const FAR = 40;

const MODAL = new Set(['will', 'would', 'shall', 'should', 'may', 'might', 'could', 'can', 'must', "'ll", '’ll', "'d", '’d', 'wo', 'ca']); // prettier-ignore
const HAVE = new Set(['have', 'has', 'had', "'ve", '’ve', 'having']);
const BE_PAST = new Set(['was', 'were', 'been']);
const BE_NOW = new Set(['is', 'are', 'am', "'s", '’s', "'re", '’re', 'be']);
/** What is so planned, hoped for or asked for lies ahead. */
const AHEAD = new Set(['due', 'plan', 'planned', 'schedule', 'scheduled', 'expect', 'expected', 'slate', 'slated', 'promise', 'promised', 'invite', 'invited', 'hope', 'hopes', 'hoped', 'intend', 'intends', 'intended', 'set', 'starting', 'beginning', 'upcoming', 'postponed', 'delayed', 'deadline', 'urge', 'urged', 'pencilled', 'penciled']); // prettier-ignore
const AHEAD_BEFORE_DATE = new Set(['for', 'until', 'till', 'by', 'due', 'starting', 'beginning', 'effective', 'upcoming', 'deadline']); // prettier-ignore
const BREAKS = /^[;:–—"“”«»()]$|^--$/;
const BREAKING_WORDS = new Set(['that', 'when', 'because', 'although', 'though', 'while', 'if', 'unless', 'but', 'which', 'who', 'after', 'since', 'where', 'whether']); // prettier-ignore

export function leaningOf(sentence: TaggedSentence, date: Span): Leaning | undefined {
  const { tokens } = sentence;
  const first = indexAt(tokens, date.start);
  const leading = tokens[first]?.text.toLowerCase() ?? '';
  const last = indexAt(tokens, date.end);
  const before = tokens[first - 1]?.text.toLowerCase() ?? '';
  const found = back(tokens, first - 1, true) ?? forth(tokens, last) ?? back(tokens, first - 1, false);
  if (AHEAD_BEFORE_DATE.has(leading) || AHEAD_BEFORE_DATE.has(before)) {
    // left by Friday; from Wednesday until Thursday they sat
    const isOver =
      found === 'past' && ((leading === 'by' && !isSupposed(tokens, first - 1)) || isSpanned(tokens, first - 1));
    return isOver ? 'past' : 'future';
  }
  return found ?? (isPresentAsNoun(tokens, first - 1) ? 'future' : undefined);
}

/** `unless talks resumed by Friday`: nothing has happened yet. */
function isSupposed(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i >= 0 && i > from - FAR; i--) {
    const word = tokens[i]!.text.toLowerCase();
    if (/^(?:unless|if|until|provided|should|lest)$/.test(word)) return true;
    if (BREAKS.test(word)) return false;
  }
  return false;
}

const isSpanned = (tokens: readonly Token[], until: number): boolean =>
  tokens[until]?.text === 'until' &&
  tokens.slice(Math.max(0, until - 6), until).some(({ text }) => /^from$/i.test(text));

/** `Carrow votes on Monday`: the tagger takes such a verb for a noun. */
const isPresentAsNoun = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.pos === 'NOUN' && tokens[i].text.endsWith('s') && tokens[i - 1]?.pos === 'PROPN';

/** The first token that ends behind `at`: the tokens are in order, so by halving. */
export function indexAt(tokens: readonly Token[], at: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function back(tokens: readonly Token[], from: number, stops: boolean): Leaning | undefined {
  for (let i = from; i >= 0 && i > from - FAR; i--) {
    const token = tokens[i]!;
    const word = token.text.toLowerCase();
    if (stops && (BREAKS.test(word) || (BREAKING_WORDS.has(word) && token.pos !== 'DET'))) return undefined;
    const leaning = leaningAt(tokens, i);
    if (leaning !== undefined) return leaning;
  }
  return undefined;
}

function forth(tokens: readonly Token[], from: number): Leaning | undefined {
  for (let i = from; i < tokens.length && i < from + FAR; i++) {
    const token = tokens[i]!;
    if (BREAKS.test(token.text)) return undefined;
    // The auxiliary comes first here, and its verb decides with it.
    if (token.pos === 'AUX') {
      const verb = tokens.slice(i + 1, i + 5).findIndex(({ pos }) => pos === 'VERB');
      const leaning = verb < 0 ? leaningAt(tokens, i) : leaningAt(tokens, i + 1 + verb);
      if (leaning !== undefined) return leaning;
      if (verb >= 0 && tokens[i - 1]?.lemma === 'it') {
        // in June, it is recalled, she had said
        i += 1 + verb;
        continue;
      }
    }
    const leaning = leaningAt(tokens, i);
    if (leaning !== undefined) return leaning;
  }
  return undefined;
}

/** As tagged, with the tagger's commonest mistakes put right: a name taken for a verb, a verb in -ed for an adjective. */
export function isVerb(tokens: readonly Token[], i: number): boolean {
  const { pos, text } = tokens[i]!;
  if (pos === 'VERB' || pos === 'AUX') return i === 0 || !/^\p{Lu}/u.test(text);
  if (pos !== 'ADJ' || !text.endsWith('ed')) return false;
  const [before, after] = [tokens[i - 1]?.pos, tokens[i + 1]?.pos];
  return (
    before !== undefined && after !== undefined && /^(?:NOUN|PROPN|PRON|ADJ)$/.test(before) &&
    /^(?:ADP|SCONJ|NUM|DET|ADV|PUNCT)$/.test(after)
  ); // prettier-ignore
}

/** What the verb at `i` says, together with what stands before it. Nothing where there is no finite verb. */
export function leaningAt(tokens: readonly Token[], i: number): Leaning | undefined {
  const { text, pos, lemma } = tokens[i]!;
  const word = text.toLowerCase();
  if (AHEAD.has(word) && pos !== 'PROPN' && !(word === 'set' && pos === 'NOUN')) return 'future';
  if (!isVerb(tokens, i)) return undefined;
  if (MODAL.has(word)) return 'future';
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    const helper = tokens[k]!;
    const it = helper.text.toLowerCase();
    if (it === 'to' && k === i - 1) return 'future';
    if (MODAL.has(it)) {
      // would have gone: no longer ahead
      return tokens.slice(k + 1, i).some(({ text: t }) => t.toLowerCase() === 'have') && it !== 'will'
        ? 'past'
        : 'future';
    }
    if (HAVE.has(it) && helper.pos === 'AUX') return 'past';
    if (BE_PAST.has(it)) return 'past';
    if (BE_NOW.has(it) && helper.pos === 'AUX') return word.endsWith('ing') ? 'future' : undefined;
    if (helper.pos !== 'ADV' && helper.pos !== 'PART' && helper.pos !== 'AUX' && helper.pos !== 'PRON') break;
  }
  if (HAVE.has(word)) return 'past';
  if (BE_PAST.has(word)) return 'past';
  if (BE_NOW.has(word)) return 'future';
  if (word.endsWith('ing')) return undefined;
  if (UNCHANGED.has(word) || (pos === 'ADJ' && word.endsWith('ed'))) return 'past';
  if (word === lemma || word.endsWith('s')) return 'future';
  return 'past';
}

/** Past and present look alike; in news the past is the likelier. */
const UNCHANGED = new Set(['put', 'let', 'cut', 'hit', 'quit', 'shut', 'split', 'broadcast', 'cast', 'read', 'beat']);
