/**
 * Chances: what an account says how likely something is. The row is the clause with the likelihood words (../conditions/
 * clauses.ts); where these stand alone (`Will it hold? Nobody can say.`) the question before them too. By rule, linear.
 *
 * `May`, `might` and `could` alone are no chances. Whose estimate it is, is the clause's speaker; irony is not seen.
 */
import { likelihoodWord } from '../../maths/icd203.ts';
import type { Account } from '../account.ts';
import { line, type Clause, type Line, type Range } from '../conditions/clauses.ts';
import { meant, wordsOf } from '../conditions/holder.ts';
import type { Names } from '../names/names.ts';
import type { ChanceRow, Words } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';
import { AMOUNTS, BY_FIRST_WORD, CHANCE_NOUNS, rangeOf, type Term } from './words.ts';

interface Found {
  readonly rule: string;
  readonly cue: Range;
  readonly term?: Term;
}

export function chanceRows(account: Account, tagged: readonly TaggedSentence[], names: Names): ChanceRow[] {
  const rows: ChanceRow[] = [];
  let previous: TaggedSentence | undefined;
  for (const sentence of tagged) {
    const read = line(sentence);
    for (const clause of read.clauses) {
      const found = chanceIn(read, clause);
      if (found !== undefined) rows.push(rowOf(account, read, clause, found, previous, names));
    }
    previous = sentence;
  }
  return rows;
}

/** The first in the clause. */
function chanceIn(read: Line, clause: Clause): Found | undefined {
  for (let at = clause.from; at < clause.to; at++) {
    const found = phraseAt(read, clause, at) ?? percentageAt(read, clause, at) ?? amountAt(read, clause, at);
    if (found !== undefined && !isNoChance(read, found)) return found;
  }
  return undefined;
}

function phraseAt({ words }: Line, { to }: Clause, at: number): Found | undefined {
  const found = BY_FIRST_WORD.get(words[at]!)?.find(({ phrase }) =>
    phrase.every((word, k) => at + k < to && words[at + k] === word),
  );
  if (found === undefined) return undefined;
  const { rule, term, phrase } = found;
  return { rule, cue: { from: at, to: at + phrase.length }, ...(term === undefined ? {} : { term }) };
}

/** `the likely date`, `a probable cause`: of a thing, not of what may happen; `as unlikely as it seemed`; `had thought it unlikely`. */
function isNoChance({ tokens, words }: Line, { rule, cue }: Found): boolean {
  if (rule === 'amount-of-chance') return words[cue.from - 1] === 'of' || words[cue.from - 1] === 'no';
  if (words[cue.from - 1] === 'not' || words[cue.from - 1] === "n't") return true;
  if (rule !== 'likelihood-adjective') return false;
  const next = tokens[cue.to];
  if (words[cue.to] === 'as') return true;
  return next?.pos === 'NOUN' && words[cue.from - 1] !== 'is';
}

const PARTS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

const LARGE: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000, million: 1e6 };

const numberOf = (word: string | undefined): number | undefined => {
  if (word === undefined) return undefined;
  if (word in PARTS) return PARTS[word];
  return /^\d{1,3}(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
};

/** `a 60 per cent chance`, `the chance … at one in three`. */
function percentageAt({ words }: Line, clause: Clause, at: number): Found | undefined {
  const first = numberOf(words[at]);
  if (first === undefined) return undefined;
  let chance: number | undefined;
  let to = at + 1;
  if (words[to] === 'in' && numberOf(words[to + 1]) !== undefined) {
    chance = first / numberOf(words[to + 1])!;
    to += 2;
    const more = LARGE[words[to] ?? ''];
    if (more !== undefined) [chance, to] = [chance / more, to + 1];
  } else {
    if (words[to] === '%' || words[to] === 'percent') to += 1;
    else if (words[to] === 'per' && words[to + 1] === 'cent') to += 2;
    else return undefined;
    chance = first / 100;
  }
  const [from, last] = [Math.max(clause.from, at - 12), Math.min(clause.to, to + 3)];
  const isChance = (i: number): boolean =>
    ['chance', 'chances', 'odds', 'probability', 'likelihood', 'risk'].includes(words[i]!);
  const near = [];
  for (let i = from; i < last; i++) if ((i < at || i >= to) && isChance(i)) near.push(i);
  if (near.length === 0 || !(chance > 0 && chance < 1) || to > clause.to) return undefined;
  const after = near.find((i) => i >= to);
  return {
    rule: 'number',
    cue: { from: at, to: after === undefined ? to : after + 1 },
    term: likelihoodWord(chance) as Term,
  };
}

/** `the odds … are slim`, `a slim chance`. */
function amountAt({ words, tokens }: Line, clause: Clause, at: number): Found | undefined {
  const term = AMOUNTS.get(words[at]!);
  if (term === undefined) return undefined;
  if (CHANCE_NOUNS.has(words[at + 1] ?? '') && at + 1 < clause.to)
    return { rule: 'amount-of-chance', cue: { from: at, to: at + 2 }, term };
  if (
    ![
      'is',
      'are',
      'was',
      'were',
      'remain',
      'remains',
      'remained',
      'look',
      'looks',
      'seem',
      'seems',
      'rather',
      'very',
    ].includes(words[at - 1] ?? '')
  )
    return undefined;
  for (let i = at - 1; i >= Math.max(clause.from, at - 20); i--)
    if (CHANCE_NOUNS.has(words[i]!) && tokens[i]!.pos !== 'VERB')
      return { rule: 'amount-of-chance', cue: { from: at, to: at + 1 }, term };
  return undefined;
}

function rowOf(
  account: Account,
  read: Line,
  clause: Clause,
  { rule, cue, term }: Found,
  previous: TaggedSentence | undefined,
  names: Names,
): ChanceRow {
  const own = wordsOf(account, read, ownClause(read, clause, cue));
  const asked = previous && isQuestionBefore(account, read, clause, previous) ? previous : undefined;
  const whole: Words = asked
    ? { start: asked.start, end: own.end, exact: account.text.slice(asked.start, own.end) }
    : own;
  const speaker = clause.speaker && meant(account, read, clause.speaker, names);
  return {
    kind: 'chance',
    source: account.id,
    rule,
    ...whole,
    of: asked ? { start: asked.start, end: asked.end, exact: account.text.slice(asked.start, asked.end) } : own,
    cue: wordsOf(account, read, cue),
    ...(term === undefined ? {} : { range: rangeOf(term), term }),
    ...(speaker === undefined ? {} : { speaker }),
  };
}

const SUBORDINATES = new Set(['while', 'although', 'though', 'despite', 'since', 'because', 'if', 'whether']);

/** Without what follows after a comma: `while analysts remain sceptical, …`, `is unlikely, which …`. */
function ownClause({ words, tokens }: Line, clause: Clause, cue: Range): Range {
  const isSubordinate = SUBORDINATES.has(words[clause.from]!);
  for (let i = cue.to; i < clause.to - 1; i++) {
    if (words[i] !== ',') continue;
    const next = words[i + 1]!;
    if (isSubordinate || /^wh(?:ich|o|ose|ere)$/.test(next) || (next.endsWith('ing') && tokens[i + 1]!.pos === 'VERB'))
      return { from: clause.from, to: i };
  }
  return clause;
}

const MOST_WORDS_OF_AN_ANSWER = 12;

/** `Will it hold? Nobody can say.` */
function isQuestionBefore(account: Account, read: Line, clause: Clause, { start, end }: TaggedSentence): boolean {
  if (clause.to > MOST_WORDS_OF_AN_ANSWER) return false;
  const gap = read.tokens[0]!.start - end;
  return account.text[end - 1] === '?' && gap <= 2 && end - start <= 300;
}
