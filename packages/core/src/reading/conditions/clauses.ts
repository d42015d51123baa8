/**
 * The clauses of a sentence, without the frame in which they are reported: of `She said that they would go only if it was
 * safe, and he agreed` the clause is `they would go only if it was safe`, and its speaker `She`.
 *
 * By rule, over the tags of wink-nlp: cut at quotation marks, semicolons, colons, lone dashes, brackets, after `said that`,
 * before `, he said` at the end, and where a conjunction begins another main clause. Linear in the tokens: whatever looks
 * back or ahead does so over a fixed number of them. It does not parse: clauses within clauses stay where they are.
 */
import type { TaggedSentence, Token } from '../tagger.ts';

/** Indices of tokens, `to` exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Clause extends Range {
  /** Where the words stand that say who reports it. */
  readonly speaker?: Range;
  /** The verb of reporting, lower case. */
  readonly cue?: string;
  readonly isQuoted: boolean;
}

/** A sentence as rules look at it. */
export interface Line {
  readonly tokens: readonly Token[];
  /** Lower case, straight apostrophes. */
  readonly words: readonly string[];
  readonly clauses: readonly Clause[];
}

/** Nobody writes clauses of so many words; what does is a table, a list of names or an attack. */
export const LONGEST = 150;

const REPORTS = new Set(
  `said says say saying told tells telling stated states stating announced announces confirmed confirms declared declares
  insisted insists insisting replied replies added adds adding argued argues suggested suggests suggesting indicated
  indicates maintained maintains believed believes thought thinks reckons reckoned predicted predicts promised promises
  vowed vows pledged pledges emphasized emphasised emphasizes emphasises stressed stresses stressing noted notes warned
  warns warning remarked remarks explained explains wrote writes recalled recalls claimed claims conceded concedes
  acknowledged acknowledges argue believe think reckon insist maintain warn claim suggest fear confirm announce signalled signaled signals hinted hints reiterated reiterates repeated asserted asserts
  swore swears concede conceded agree decided declare announced insisted underlined underlines highlighted highlighting demanded asked estimates estimated considers expects expected feared fears
  hoped hopes understood known clear plain view position countered counters cautioned cautions objected`.split(/\s+/),
);
/** Report without `that` only of a clause. */
const NEEDS_THAT = new Set(['clear', 'plain', 'known', 'view', 'position', 'understood', 'demanded', 'asked', 'hoped']);
const JOINS = new Set(['and', 'but', 'though', 'although', 'because', 'since', 'so', 'whereas', 'while', 'yet', 'as']);
const SUBJECTS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);
const TIES = new Set([
  'provided',
  'providing',
  'if',
  'unless',
  'until',
  'once',
  'before',
  'after',
  'only',
  'on',
  'under',
]);
const TIES_OVER = new Set(['unless', 'until', 'only', 'provided', 'providing']);
const NOMINATIVE = new Set(['i', 'we', 'he', 'she', 'they', 'it', 'there', 'you', 'nobody', 'neither', 'both']);
const LEADS = new Set(
  'and but or yet so however meanwhile moreover still instead then also even that now indeed'.split(' '),
);
const TAKES_UP = new Set([
  'for',
  'as',
  'so',
  'if',
  'unless',
  'until',
  'only',
  'once',
  'provided',
  'when',
  'without',
  'not',
]);
const DASHES = new Set(['—', '–', '-', '--']);
const CUTS = new Set([';', ':', '(', ')', '[', ']', '•', '|']);
const OPENS = new Set(['“', '«', '‘', '"']);
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '‘': '’', '"': '"' };

export function line({ tokens }: TaggedSentence): Line {
  const words = tokens.map(({ text }) => text.toLowerCase().replaceAll('’', "'"));
  return { tokens, words, clauses: clausesOf(tokens, words) };
}

export const isVerb = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';

export const isReport = (word: string): boolean => REPORTS.has(word);

/** The next comma before `to`, else `to`. */
export function commaIn(words: readonly string[], from: number, to: number): number {
  for (let i = from; i < to; i++) if (words[i] === ',') return i;
  return to;
}

function clausesOf(tokens: readonly Token[], words: readonly string[]): Clause[] {
  const found: Clause[] = [];
  const segments = segmentsOf(tokens, words);
  let joined = -1;
  segments.forEach((segment, k) => {
    if (k <= joined) return;
    const [frame, rest] = [segments[k + 1], segments[k + 2]];
    if (segment.isQuoted && frame && rest && isGoneOn(tokens, words, segment, frame, rest)) {
      joined = k + 2;
      const speaker = frameBeside(tokens, words, frame);
      found.push({ from: segment.from, to: rest.to, ...speaker, isQuoted: true });
    } else if (segment.isQuoted) {
      const speaker = frameBeside(tokens, words, segments[k + 1]) ?? frameBeside(tokens, words, segments[k - 1]);
      for (const part of mainClauses(tokens, words, segment)) found.push({ ...part, ...speaker, isQuoted: true });
    } else {
      for (const framed of unframed(tokens, words, segment))
        for (const part of mainClauses(tokens, words, framed)) found.push({ ...framed, ...part });
    }
  });
  return found
    .map((clause) => withoutLead(words, clause))
    .filter(({ from, to }) => to - from > 1 && to - from <= LONGEST);
}

/** “We will not leave,” said the elder, “until they are named.” */
function isGoneOn(
  tokens: readonly Token[],
  words: readonly string[],
  one: Segment,
  frame: Segment,
  other: Segment,
): boolean {
  if (!other.isQuoted || frame.isQuoted || frame.to - frame.from > 16 || tokens[one.to - 1]?.text !== ',') return false;
  return (
    /^\p{Ll}/u.test(tokens[other.from]!.text) && words.slice(frame.from, frame.to).some((word) => REPORTS.has(word))
  );
}

interface Segment extends Range {
  readonly isQuoted: boolean;
}

/** Between quotation marks (of an utterance, not of a term), semicolons, colons, brackets and lone dashes. */
function segmentsOf(tokens: readonly Token[], words: readonly string[]): Segment[] {
  const segments: Segment[] = [];
  const areDashesPaired = words.filter((_, i) => isDash(tokens, i)).length === 2;
  let from = 0;
  let until = -1;
  const push = (to: number, isQuoted: boolean): void => {
    if (to > from) segments.push({ from, to, isQuoted });
  };
  for (let i = 0; i < tokens.length; i++) {
    const mark = tokens[i]!.text;
    if (i === until) {
      push(i, true);
      [from, until] = [i + 1, -1];
    } else if (until < 0 && OPENS.has(mark)) {
      const close = closeOf(tokens, i, CLOSING[mark]!);
      if (!isUtterance(tokens, i + 1, close)) continue;
      push(i, false);
      [from, until] = [i + 1, close];
    } else if ((CUTS.has(mark) || (!areDashesPaired && isDash(tokens, i))) && !isTiedOver(words, i)) {
      push(i, until >= 0);
      from = i + 1;
    }
  }
  push(tokens.length, until >= 0);
  return segments;
}

/** `on one condition: that …`, `— unless …`, `; otherwise …`: the tie goes over the mark. */
function isTiedOver(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? '';
  if (words[at] === ';' && (next === 'then' || (next === 'only' && words[at + 2] === 'then'))) return true;
  if (words[at] === ':') return /^(?:conditions?|proviso|price)$/.test(words[at - 1] ?? '');
  if (next === 'but' || next === 'and') return words[at] !== ';' && TIES_OVER.has(words[at + 2] ?? '');
  if (next === 'otherwise' || next === 'failing' || (next === 'or' && words[at + 2] === 'else')) return true;
  return words[at] !== ';' && TIES_OVER.has(next);
}

/** Not the hyphen of `30-day`. */
function isDash(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i]!;
  if (!DASHES.has(mark.text)) return false;
  return mark.text === '—' || (tokens[i - 1]?.end !== mark.start && tokens[i + 1]?.start !== mark.end);
}

/** The closing mark, or the end where a quotation goes on into the next sentence. */
function closeOf(tokens: readonly Token[], open: number, mark: string): number {
  const last = Math.min(tokens.length, open + 2 * LONGEST);
  for (let i = open + 1; i < last; i++) if (tokens[i]!.text === mark) return i;
  return last;
}

function isUtterance(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from < 4) return false;
  if (tokens[to - 1]!.text === ',') return true; // “Not one of us,” she said, “will go”
  const [before, last] = [tokens[from - 2]?.text ?? '', tokens[to - 1]!.text];
  // his men will hold their fire “for as long as the others do”
  if (from > 1 && TAKES_UP.has(tokens[from]!.text) && !/^[,:.]$/.test(before)) return false;
  if (to - from < 7 && !/^[,:]$/.test(before) && !/^[,.!?…]+$/.test(last) && from > 1) return false;
  for (let i = from; i < to; i++) if (isVerb(tokens[i])) return true;
  return false;
}

/** Who is named as speaker in the segment beside a quotation. */
function frameBeside(
  tokens: readonly Token[],
  words: readonly string[],
  segment: Segment | undefined,
): { speaker: Range; cue: string } | undefined {
  if (segment === undefined || segment.isQuoted) return undefined;
  const to = Math.min(segment.to, segment.from + LONGEST);
  for (let i = segment.from; i < to; i++) {
    if (!REPORTS.has(words[i]!) || !isVerb(tokens[i])) continue;
    const isPostposed = i === segment.from;
    return {
      speaker: isPostposed ? { from: i + 1, to: Math.min(to, i + 9) } : { from: segment.from, to: i },
      cue: words[i]!,
    };
  }
  return undefined;
}

/** The parts of a segment, each without `X said that` before it and `, X said` after it. */
function unframed(tokens: readonly Token[], words: readonly string[], segment: Range): Clause[] {
  const parts: Clause[] = [];
  const opening = leading(tokens, words, segment);
  let from = opening?.from ?? segment.from;
  let frame = opening && { speaker: opening.speaker, cue: opening.cue };
  let verb = -1;
  for (let i = from; i < segment.to; i++) {
    const word = words[i]!;
    if (REPORTS.has(word)) {
      verb = i;
      if (!beginsClause(tokens, words, i, segment.to)) continue;
    } else if (!(word === 'that' && verb >= from && i - verb <= 6 && i > verb)) continue;
    if (isFrontedBefore(words, from, verb)) {
      frame = { speaker: { from: commaIn(words, from, verb) + 1, to: verb }, cue: words[verb]! };
      continue;
    }
    const join = joinBefore(tokens, words, from, verb);
    parts.push({ from, to: join ?? verb, isQuoted: false, ...frame });
    const isNamed = join !== undefined && tokens.slice(join + 1, verb).some(({ pos }) => SUBJECTS.has(pos));
    const subject = isNamed ? join + 1 : from;
    frame = { speaker: { from: subject, to: verb }, cue: words[verb]! };
    from = i + 1;
  }
  const last = { from, to: segment.to };
  const tail = trailing(tokens, words, last) ?? between(words, tokens, last) ?? { to: last.to };
  parts.push({ from, isQuoted: false, ...frame, ...tail });
  return parts;
}

const FRONTS = new Set(['if', 'unless', 'without', 'should', 'until', 'once', 'before']);

/** `Unless fees fall, the pilots say they will strike`: the report stands within the condition. */
const isFrontedBefore = (words: readonly string[], from: number, verb: number): boolean =>
  (FRONTS.has(words[from] ?? '') || /^(?:exchange|return)$/.test(words[from + 1] ?? '')) &&
  commaIn(words, from, verb) < verb;

/** Of `hopes are low as the minister said that …` where the frame is joined on. */
function joinBefore(
  tokens: readonly Token[],
  words: readonly string[],
  from: number,
  verb: number,
): number | undefined {
  for (let i = verb - 1; i > Math.max(from, verb - 14); i--) {
    if (!JOINS.has(words[i]!)) continue;
    for (let k = from; k < i; k++) if (isVerb(tokens[k])) return i;
  }
  return undefined;
}

/** `As her adviser put it, …`, `According to the minister, Ivo Tamm, …`. */
function leading(
  tokens: readonly Token[],
  words: readonly string[],
  { from, to }: Range,
): { from: number; speaker: Range; cue: string } | undefined {
  const last = Math.min(to - 2, from + 20);
  if (words[from] === 'as' && !['long', 'soon', 'far', 'well', 'much'].includes(words[from + 1] ?? '')) {
    for (let i = from + 2; i < last; i++)
      if (REPORTS.has(words[i]!) && words[i + 1] === ',')
        return { from: i + 2, speaker: { from: from + 1, to: i }, cue: words[i]! };
    return undefined;
  }
  if (words[from] !== 'according' || words[from + 1] !== 'to') return undefined;
  for (let i = from + 3; i < last; i++) {
    if (words[i] !== ',') continue;
    if (!hasOwnVerb(tokens, words, i + 1, to)) continue;
    return { from: i + 1, speaker: { from: from + 2, to: i }, cue: 'according' };
  }
  return undefined;
}

/** `said he could not go`: a verb of reporting that a clause follows at once. */
function beginsClause(tokens: readonly Token[], words: readonly string[], verb: number, to: number): boolean {
  const next = tokens[verb + 1];
  if (next === undefined || verb + 1 >= to || NEEDS_THAT.has(words[verb]!)) return false;
  if (NOMINATIVE.has(words[verb + 1]!)) return true;
  if (!['DET', 'PROPN', 'NOUN', 'PRON', 'ADJ', 'NUM'].includes(next.pos)) return false;
  const last = Math.min(to, verb + 10);
  for (let i = verb + 2; i < last; i++) {
    if ([',', 'to', 'that', 'who', 'which', 'of', 'if', 'until', 'unless'].includes(words[i]!)) return false;
    if (tokens[i]!.pos === 'AUX') return true;
  }
  return false;
}

/** `…, their union said` at the end of a clause. */
function trailing(
  tokens: readonly Token[],
  words: readonly string[],
  { from, to }: Range,
): { to: number; speaker: Range; cue: string } | undefined {
  const first = Math.max(from + 3, to - 20);
  for (let comma = to - 1; comma >= first; comma--) {
    if (words[comma] !== ',') continue;
    const opening = words[comma + 1] ?? '';
    if (JOINS.has(opening) || TIES.has(opening) || opening.startsWith('wh')) return undefined;
    for (let i = comma + 1; i < to; i++) {
      if (!REPORTS.has(words[i]!) || tokens[i]!.pos !== 'VERB' || words[i + 1] === 'that') continue;
      if (words[i]!.endsWith('ing')) return undefined;
      if (
        /^(?:thought|believed|considered|expected|feared)$/.test(words[i]!) &&
        /^(?:is|are|was|were|be|been)$/.test(words[i - 1]!)
      )
        break; // `is thought possible`
      const isPostposed = i === comma + 1;
      if (isPostposed ? tokens[i + 1]?.pos === 'ADP' : commaIn(words, i, to) < to) break;
      // `, its foreign minister, Lene Oduya, said`
      const isAppositive = isPostposed && to - i <= 2;
      let start = comma;
      if (isAppositive) for (let skipped = 0; start > first && skipped < 2;) if (words[--start] === ',') skipped++;
      if (words[start] !== ',') return undefined;
      return { to: start, speaker: i === start + 1 ? { from: i + 1, to } : { from: start + 1, to: i }, cue: words[i]! };
    }
  }
  return undefined;
}

/** `…, she said, …` within a clause: the clause stays whole. */
function between(
  words: readonly string[],
  tokens: readonly Token[],
  { from, to }: Range,
): { to: number; speaker: Range; cue: string } | undefined {
  const last = Math.min(to, from + LONGEST);
  for (let i = from + 1; i < last; i++) {
    if (
      !REPORTS.has(words[i]!) ||
      !(isVerb(tokens[i]) || words[i - 1] === 'made') ||
      (words[i + 1] !== ',' && words[i + 2] !== ',')
    )
      continue;
    for (let comma = i - 1; comma >= Math.max(from, i - 8); comma--)
      if (words[comma] === ',') return { to, speaker: { from: comma + 1, to: i }, cue: words[i]! };
  }
  return undefined;
}

/** Cut where `, and he called …` begins another main clause. */
function mainClauses<T extends Range>(tokens: readonly Token[], words: readonly string[], whole: T): T[] {
  const parts: T[] = [];
  let { from } = whole;
  for (let i = whole.from + 1; i < whole.to - 2; i++) {
    if (words[i] !== ',' || !JOINS.has(words[i + 1]!) || !hasOwnVerb(tokens, words, i + 2, whole.to)) continue;
    if (isTiedOn(tokens, words, from, i, whole.to)) continue;
    parts.push({ ...whole, from, to: i });
    from = i + 2;
  }
  parts.push({ ...whole, from, to: whole.to });
  return parts;
}

const DENIES = /^(?:no|not|n't|never|cannot|refuse[sd]?|refusing)$/;

/** `…, but only if …`, `she will not come, …, while …`, `Stop it, and we will …`: no main clause of its own. */
function isTiedOn(
  tokens: readonly Token[],
  words: readonly string[],
  from: number,
  comma: number,
  to: number,
): boolean {
  const [join, next] = [words[comma + 1]!, words[comma + 2] ?? ''];
  if (next === 'only' || next === 'not' || next === 'provided') return true;
  if ((join === 'so' || join === 'as') && (next === 'long' || next === 'soon')) return true;
  if (/^(?:if|when|once|unless|until|after|before)$/.test(next)) return commaIn(words, comma + 2, to) === to;
  if (join === 'while') return words.slice(Math.max(from, comma - 20), comma).some((word) => DENIES.test(word));
  return (join === 'and' || join === 'or') && isImperative(tokens, words, from) && /^(?:we|i|you|they|the)$/.test(next);
}

const COMMANDS = new Set(
  `stop give take pay withdraw free release drop lift open let show bring return end leave send sign put call hand grant
  keep pull lay accept agree recognise recognize apologise apologize`.split(/\s+/),
);
export const isImperative = (tokens: readonly Token[], words: readonly string[], at: number): boolean =>
  COMMANDS.has(words[at] ?? '') && !/^(?:VERB|AUX)$/.test(tokens[at + 1]?.pos ?? '');

function hasOwnVerb(tokens: readonly Token[], words: readonly string[], from: number, to: number): boolean {
  const first = tokens[from]!;
  if (isVerb(first) && words[from] !== 'warned') return false;
  const last = Math.min(to, from + 9);
  for (let i = from; i < last; i++) {
    if (words[i] === ',') return false;
    if (isVerb(tokens[i]) && !words[i]!.endsWith('ing')) return true;
  }
  return false;
}

function withoutLead(words: readonly string[], clause: Clause): Clause {
  let { from, to } = clause;
  while (from < to && (LEADS.has(words[from]!) || words[from] === ',')) {
    // `even if`, `so long as`, `for as long as`, `only`: words of the clause
    if (['if', 'long', 'as', 'when'].includes(words[from + 1] ?? '')) break;
    from++;
  }
  while (to > from && (/^[\p{P}\s]+$/u.test(words[to - 1]!) || ['and', 'but'].includes(words[to - 1]!))) to--;
  return { ...clause, from, to };
}
