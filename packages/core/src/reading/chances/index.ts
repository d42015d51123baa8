/**
 * Chances: what an account says how likely something is. The row is the clause with the likelihood words (../conditions/
 * clauses.ts); where these stand alone (`Will it hold? Nobody can say.`) the question before them too. By rule, linear.
 *
 * `May`, `might` and `could` alone are no chances. Whose estimate it is, is the clause's speaker; irony is not seen.
 */
import { likelihoodWord } from '../../maths/icd203.ts';
import type { Account } from '../account.ts';
import { line, LONGEST, type Clause, type Line, type Range } from '../conditions/clauses.ts';
import { meant, wordsOf, type Scene } from '../conditions/holder.ts';
import { saidIn } from '../conditions/said.ts';
import type { Names } from '../names/names.ts';
import type { ChanceRow, Words } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';
import { AMOUNTS, BY_FIRST_WORD, CHANCE_NOUNS, FADES, rangeOf, type Term } from './words.ts';

interface Found {
  readonly rule: string;
  readonly cue: Range;
  readonly term?: Term;
}

export function chanceRows(account: Account, tagged: readonly TaggedSentence[], names: Names): ChanceRow[] {
  const rows: ChanceRow[] = [];
  const scene: Scene = { account, names, said: saidIn(account, tagged, names) };
  let previous: TaggedSentence | undefined;
  for (const sentence of tagged) {
    const read = line(sentence);
    for (const clause of read.clauses) {
      for (const { part, found } of chancesIn(read, clause)) rows.push(rowOf(scene, read, part, found, previous));
    }
    for (const { part, found } of chancesInFrames(read)) rows.push(rowOf(scene, read, part, found, undefined));
    previous = sentence;
  }
  return rows;
}

/** The first in the clause, and further ones that a conjunction parts from it: `A as unlikely and B as likely`. */
function chancesIn(read: Line, clause: Clause): { part: Clause; found: Found }[] {
  const chances: { part: Clause; found: Found }[] = [];
  let from = clause.from;
  for (let at = clause.from; at < clause.to; at++) {
    const found =
      phraseAt(read, clause, at) ??
      amountAt(read, clause, at) ??
      fadesAt(read, clause, at) ??
      numberAt(read, clause, at);
    if (found === undefined || isNoChance(read, clause, found)) continue;
    const last = chances.at(-1);
    if (last !== undefined) {
      const join = joinBetween(read, last.found.cue.to, found.cue.from);
      if (join === undefined) continue;
      chances[chances.length - 1] = { ...last, part: { ...last.part, to: join } };
      from = join + 1;
    }
    chances.push({ part: { ...clause, from }, found });
    at = found.cue.to - 1;
  }
  return chances;
}

/** `Few here believe the truce will hold`: the words stand in the frame of a report, and the chance is the whole of it. */
function chancesInFrames(read: Line): { part: Clause; found: Found }[] {
  const { words, clauses } = read;
  const chances: { part: Clause; found: Found }[] = [];
  const isInClause = words.map(() => false);
  for (const { from, to } of clauses) isInClause.fill(true, from, to);
  const whole = { from: 0, to: words.length, isQuoted: false };
  let k = 0;
  for (let at = 0; at < words.length; at++) {
    const found = phraseAt(read, whole, at);
    if (found?.rule !== 'chance-opinion' || (isInClause[at] && isInClause[found.cue.to - 1])) continue;
    let [from, to] = [at, found.cue.to];
    while (from > 0 && !ENDS.test(words[from - 1]!) && at - from < LONGEST) from--;
    while (k < clauses.length && clauses[k]!.from < found.cue.to) k++;
    const next = clauses[k];
    if (next !== undefined && next.from - to <= 3) to = next.to;
    while (to < words.length && next === undefined && !ENDS.test(words[to]!)) to++;
    chances.push({ part: { from, to, isQuoted: false }, found });
    at = to;
  }
  return chances;
}
const ENDS = /^[;:.!?—–“”"()]$/;

/** Where `and`, `but` or `while` parts two chances, with words enough after it to say of what the second is. */
function joinBetween({ words }: Line, from: number, to: number): number | undefined {
  for (let i = from; i < to - 2; i++) if (/^(?:and|but|while|whereas)$/.test(words[i]!)) return i;
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

const OF_THINGS = new Set([
  'likely',
  'unlikely',
  'probable',
  'improbable',
  'doubtful',
  'inevitable',
  'implausible',
  'unthinkable',
]);
const BEFORE_PREDICATES =
  /^(?:is|are|was|were|be|seems?|looks?|remains?|remain|as|thought|considered|it|now|more|most|very|highly|quite|rather|still)$/;

/** `the likely date`, `a probable cause`: of a thing, not of what may happen; `as unlikely as it seemed`; `is not certain to`. */
function isNoChance({ tokens, words }: Line, clause: Clause, { rule, cue }: Found): boolean {
  const [first, before, after] = [words[cue.from]!, words[cue.from - 1] ?? '', words[cue.to] ?? ''];
  if (words[cue.to - 1] === 'open' && /^remains?$/.test(first))
    return !words
      .slice(clause.from, cue.from)
      .some((word) => /^(?:question|questions|outcome|result|issue|race|matter|whether|it|that)$/.test(word));
  if (rule === 'chance-left-open') return first === 'is' && after === 'to';
  if (first === 'out' && (clause.speaker !== undefined || clause.isQuoted)) return true; // somebody rules it out
  if (/^(?:not|n't|nor)$/.test(before) && first !== 'expected') return true;
  if (AMOUNTS.has(first) && (before === 'of' || before === 'no')) return true;
  if (
    CHANCE_NOUNS.has(words[cue.to - 1]!) &&
    (after === 'but' || (after === 'to' && tokens[cue.to + 1]?.pos === 'VERB') || tokens[cue.to]?.pos === 'NOUN')
  )
    return true;
  if (first === 'chances' && cue.from > clause.from) return before !== 'the';
  if (after === 'as') return true;
  const last = words[cue.to - 1]!;
  if (!OF_THINGS.has(last)) return false;
  if (last === 'inevitable' && /^(?:the|an)$/.test(before)) return true;
  const isMore = /^(?:most|more|very|highly)$/.test(before);
  return tokens[cue.to]?.pos === 'NOUN' && !BEFORE_PREDICATES.test(isMore ? (words[cue.from - 2] ?? '') : before);
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
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};
const FRACTIONS: Readonly<Record<string, number>> = {
  third: 1 / 3,
  thirds: 1 / 3,
  quarter: 1 / 4,
  quarters: 1 / 4,
  fifth: 1 / 5,
};

const LARGE: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000, million: 1e6 };

const numberOf = (word: string | undefined): number | undefined => {
  if (word === undefined) return undefined;
  if (word in PARTS) return PARTS[word];
  return /^\d{1,3}(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
};

const CERTAINTIES = new Set(['likely', 'certain', 'sure', 'confident', 'likelier', 'probable']);
/** Verbs and nouns beside which a bare share is a chance: `bookmakers put it at two in five`. */
const GUESSES = new Set(
  'put puts guess guesses give gives gave reckon reckons estimate estimates rate rates price prices odds likelier bookmakers assess assessed'.split(
    ' ',
  ),
);
const isChance = (word: string | undefined): boolean =>
  ['chance', 'chances', 'odds', 'probability', 'likelihood', 'risk'].includes(word ?? '');

interface Share {
  readonly chance: number;
  readonly to: number;
  readonly isBare: boolean;
}

/** `one in three`, `nine chances in ten`, `60 per cent`, `five to one`. */
function shareAt({ words, tokens }: Line, at: number): Share | undefined {
  const part = FRACTIONS[words[at] ?? ''];
  if (part !== undefined && /^(?:a|one|two|three|-)$/.test(words[at - 1] ?? ''))
    return {
      chance: part * (numberOf(words[at - 1] === '-' ? words[at - 2] : words[at - 1]) ?? 1),
      to: at + 1,
      isBare: false,
    };
  const first = numberOf(words[at]);
  if (first === undefined) return undefined;
  const skips = (i: number): number => (words[i] === '-' ? i + 1 : i); // a one-in-three chance
  let to = skips(isChance(words[at + 1]) ? at + 2 : at + 1);
  const isOutOf = words[to] === 'out' && words[to + 1] === 'of';
  const secondAt = skips(isOutOf ? to + 2 : to + 1);
  const second = numberOf(words[secondAt]);
  if ((isOutOf || words[to] === 'in') && second !== undefined) {
    to = secondAt + 1;
    const more = LARGE[words[to] ?? ''];
    const isOfPeople = tokens[to]?.pos === 'NOUN' && more === undefined && !isChance(words[to]);
    if (isOfPeople || second < first) return undefined;
    return { chance: first / second / (more ?? 1), to: more === undefined ? to : to + 1, isBare: true };
  }
  if (words[to] === 'to' && (words[to + 1] === 'one' || words[to + 1] === '1')) {
    const isFor = words[to + 2] === 'on' || words[to + 2] === 'in';
    return { chance: isFor ? first / (first + 1) : 1 / (first + 1), to: to + 2, isBare: false };
  }
  if (words[to] === '%' || words[to] === 'percent') to += 1;
  else if (words[to] === 'per' && words[to + 1] === 'cent') to += 2;
  else return undefined;
  return { chance: first / 100, to, isBare: false };
}

/** `a 60 per cent chance`, `the chance … at one in three`, `three in five, we would guess`. */
function numberAt(read: Line, clause: Clause, at: number): Found | undefined {
  const { words } = read;
  const found = shareAt(read, at);
  if (found === undefined || found.to > clause.to) return undefined;
  const { chance, to, isBare } = found;
  const [from, last] = [Math.max(clause.from, at - 14), Math.min(clause.to, to + 5)];
  let cueTo = to;
  let isOne = isChance(words[at + 1]);
  for (let i = from; i < last; i++) {
    if (i >= at && i < to) continue;
    const isAfter = i >= to && i < to + 3;
    const isNear = (i < at || isAfter) && (isChance(words[i]) || (isAfter && i === to && CERTAINTIES.has(words[i]!)));
    if (isNear && isAfter) cueTo = i + 1;
    if (isNear || (isBare && GUESSES.has(words[i]!))) isOne = true;
  }
  if (!isOne || !(chance > 0 && chance < 1)) return undefined;
  return { rule: 'chance-odds', cue: { from: at, to: cueTo }, term: likelihoodWord(chance) as Term };
}

const LINKS = new Set(
  'is are was were remain remains remained look looks looked seem seems seemed rather very vanishingly extremely pretty quite fairly still now as to at than increasingly too'.split(
    ' ',
  ),
);

/** `the odds … are slim`, `a slim chance`. */
function amountAt(read: Line, clause: Clause, at: number): Found | undefined {
  const { words } = read;
  const term = AMOUNTS.get(words[at]!);
  if (term === undefined) return undefined;
  if (CHANCE_NOUNS.has(words[at + 1] ?? '') && at + 1 < clause.to)
    return { rule: 'chance-odds', cue: { from: at, to: at + 2 }, term };
  if (!LINKS.has(words[at - 1] ?? '') || !isAfterChance(read, clause, at)) return undefined;
  const isVanishing = words[at - 1] === 'vanishingly';
  if (isVanishing) return { rule: 'chance-odds', cue: { from: at - 1, to: at + 1 }, term: 'almost no chance' };
  const isZero = words[at] === 'nil' || words[at] === 'zero';
  if (words[at - 1] === 'to' && !isZero) return undefined;
  return { rule: 'chance-odds', cue: { from: at, to: at + 1 }, term };
}

function isAfterChance({ words, tokens }: Line, clause: Clause, at: number): boolean {
  for (let i = at - 1; i >= Math.max(clause.from, at - 20); i--)
    if (CHANCE_NOUNS.has(words[i]!) && (tokens[i]!.pos !== 'VERB' || /^(?:of|for|that)$/.test(words[i + 1] ?? '')))
      return true;
  return false;
}

/** `Hopes of a deal are fading`. */
function fadesAt(read: Line, clause: Clause, at: number): Found | undefined {
  if (!FADES.has(read.words[at]!)) return undefined;
  const fading = { rule: 'chance-odds', cue: { from: at, to: at + 1 }, term: 'unlikely' } as const;
  if (CHANCE_NOUNS.has(read.words[at + 1] ?? '')) return { ...fading, cue: { from: at, to: at + 2 } };
  return isAfterChance(read, clause, at) ? fading : undefined;
}

function rowOf(
  scene: Scene,
  read: Line,
  clause: Clause,
  { rule, cue, term }: Found,
  previous: TaggedSentence | undefined,
): ChanceRow {
  const { account } = scene;
  const part = isFragment(read, clause, cue) ? { from: 0, to: clause.to } : ownClause(read, clause, cue);
  const own = wordsOf(account, read, part);
  const asked = previous && isQuestionBefore(account, read, clause, previous) ? previous : undefined;
  const whole: Words = asked
    ? { start: asked.start, end: own.end, exact: account.text.slice(asked.start, own.end) }
    : own;
  const told = scene.said.speaker(own) ?? (clause.speaker && meant(scene, read, clause.speaker));
  const speaker = told?.words === undefined && told?.entity === undefined ? undefined : told;
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

/** `That makes a bargain likelier: three in five, we guess`, `called the odds "worse than even"`: of what, stands before it. */
const isFragment = ({ words, tokens }: Line, clause: Clause, cue: Range): boolean => {
  if (clause.from === 0 || clause.to > LONGEST) return false;
  const before = words[clause.from - 1]!;
  if (before === ':') return cue.from === clause.from && clause.to - clause.from < 10;
  const isLower = /^\p{Ll}/u.test(tokens[clause.from]!.text);
  return clause.isQuoted && isLower && /^[“"‘]$/.test(before) && !/^[,:]$/.test(words[clause.from - 2] ?? '');
};

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
