/**
 * What happened or is planned on a date: the clause around the date, when it has a verb that tells of something done. Speech
 * (`said on Monday`), states and mere dates in passing are none. One pass over the dates; each looks at its own sentence.
 */
import type { Day } from '../../case/index.ts';
import { readWhen } from '../../case/index.ts';
import type { Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import type { Act, EventRow } from '../rows.ts';
import type { TaggedSentence, Token } from '../tagger.ts';
import { clauseAround, spanOf, tokensIn, type Clause } from './clauses.ts';
import type { Dated } from './dates.ts';
import { isVerb } from './leaning.ts';

const SPEECH = new Set(['say', 'tell', 'add', 'argue', 'claim', 'insist', 'deny', 'note', 'state', 'report', 'believe', 'think', 'expect', 'warn', 'reiterate', 'repeat', 'recall', 'confirm', 'explain', 'suggest', 'hope', 'reckon', 'predict', 'concede', 'admit', 'maintain', 'declare', 'describe', 'call', 'ask', 'know', 'see', 'stress', 'complain', 'remark', 'assert', 'caution', 'signal', 'indicate', 'acknowledge', 'estimate', 'counter']); // prettier-ignore
/** Speech only where what they tell follows. */
const INFORMS = new Set(['announce', 'write', 'promise', 'agree', 'decide']);
const STATES = new Set(['be', 'have', 'remain', 'seem', 'depend', 'want', 'need', 'appear', 'mean', 'contain', 'belong', 'regard', 'like', 'consider']); // prettier-ignore

const ACTS: Readonly<Record<string, Act>> = {
  invite: 'invite', accept: 'accept', agree: 'accept', decline: 'decline', refuse: 'decline', reject: 'decline',
  demand: 'demand', offer: 'offer', propose: 'offer', urge: 'urge', appeal: 'urge', threaten: 'threaten',
  dismiss: 'dismiss', certify: 'certify', wait: 'wait', dispatch: 'dispatch', send: 'dispatch', host: 'host',
  receive: 'host', lapse: 'lapse', expire: 'lapse', deny: 'deny',
}; // prettier-ignore

export function eventsOf(
  account: Account,
  tagged: readonly TaggedSentence[],
  dates: readonly Dated[],
  names: Names,
): EventRow[] {
  const { text, id: source } = account;
  const base = account.written?.last;
  const isQuoted = quotesOf();
  const rows: EventRow[] = [];
  for (const { row: date, sentence: index, leaning } of dates) {
    if (date.edtf === '' || date.rule === 'date-nth-year' || isStretch(date)) continue;
    const sentence = tagged[index]!;
    const { tokens } = sentence;
    const place = tokensIn(tokens, date);
    if (isQuoted(sentence, place.first) || isAside(tokens, place) || tokens.at(-1)?.text === '?') continue;
    const clause = clauseAround(tokens, place.first, place.end);
    const verb = mainVerb(tokens, clause, place);
    if (verb === undefined || !isToldAsFact(tokens, clause, verb)) continue;
    const { lemma } = tokens[verb]!;
    const span = spanOf(sentence, clause);
    if (span === undefined) continue;
    const last = rows.at(-1);
    if (last !== undefined && span.start < last.end) continue;
    const exact = text.slice(span.start, span.end);
    const status = statusOf(date.edtf, base, leaning, exact);
    const act = ACTS[lemma];
    rows.push({
      kind: 'event', source, rule: act === undefined ? `event-${status}` : 'event-act', ...span, exact, status, on: date.edtf,
      actors: actorsOf(tokens, clause, span, names), ...(act === undefined ? {} : { act }),
    }); // prettier-ignore
  }
  return rows;
}

/** Where quotations of a sentence begin and end, for one sentence at a time: dates come in their order. */
function quotesOf(): (sentence: TaggedSentence, at: number) => boolean {
  let current: TaggedSentence | undefined;
  let next = 0;
  let isOpen = false;
  return (sentence, at) => {
    if (sentence !== current) [current, next, isOpen] = [sentence, 0, false];
    for (; next < at; next++) {
      const { text } = sentence.tokens[next]!;
      if (text === '“' || text === '«') isOpen = true;
      else if (text === '”' || text === '»') isOpen = false;
      else if (text === '"') isOpen = !isOpen;
    }
    return isOpen;
  };
}

/** `since 2029`, `until May`, `the 1970s`: how long, not when. */
const isStretch = ({ exact }: { exact: string }): boolean => /^(?:since|until|till) |\b(?:\d0s|century)$/i.test(exact);

/** `the proposal of December 1980`, `the quota for next year`, `shut until May`: the date of a thing, or an end. */
function isAside(tokens: readonly Token[], date: Clause): boolean {
  const before = tokens[date.first - 1]?.text.toLowerCase() ?? '';
  if (before === 'of' && /^(?:evening|night|morning|afternoon|day|eve)$/.test(tokens[date.first - 2]?.text ?? ''))
    return false;
  if (before === 'of' || before === 'until' || before === 'till' || before === 'since') return true;
  return before === 'for' && tokens[date.first - 2]?.pos === 'NOUN';
}

/** The verb nearest before the date, else the first after it; of a verb with helpers the verb. */
function mainVerb(tokens: readonly Token[], clause: Clause, date: Clause): number | undefined {
  const isMain = (i: number): boolean => isVerb(tokens, i) && tokens[i]!.pos !== 'AUX' && !isBareIng(tokens, i);
  for (let i = date.first - 1; i >= clause.first; i--) if (isMain(i)) return i;
  for (let i = date.end; i < clause.end; i++) if (isMain(i)) return i;
  // the lists are due on Tuesday
  for (let i = clause.first; i < clause.end; i++) if (/^(?:due|set)$/.test(tokens[i]!.text)) return i;
  return undefined;
}

function isBareIng(tokens: readonly Token[], i: number): boolean {
  if (!tokens[i]!.text.endsWith('ing')) return false;
  return tokens[i - 1]?.pos !== 'AUX' && tokens[i - 2]?.pos !== 'AUX';
}

/** No speech, no state, nothing that only may be or depends on a condition, and no invitation to a day to come. */
function isToldAsFact(tokens: readonly Token[], clause: Clause, verb: number): boolean {
  const { lemma } = tokens[verb]!;
  const next = tokens[verb + 1]?.text.toLowerCase() ?? '';
  const helpers = tokens.slice(Math.max(clause.first, verb - 3), verb).map(({ text }) => text.toLowerCase());
  if (helpers.some((word) => /^(?:may|might|could|can|should|not|never|n't|having)$/.test(word))) return false;
  if (/^(?:if|unless)$/i.test(tokens[clause.first - 1]?.text ?? '')) return false;
  if (STATES.has(lemma)) return false;
  const isExpected =
    /^(?:expect|plan|schedule)$/.test(lemma) && helpers.some((word) => /^(?:is|are|was|were|be)$/.test(word));
  if (isExpected) return true;
  if (SPEECH.has(lemma) && next !== 'for') return false;
  if (INFORMS.has(lemma) && tokens.slice(verb + 1, clause.end).some(({ text }) => text === 'that')) return false;
  const invites = tokens
    .slice(clause.first, verb + 1)
    .some(({ lemma: word, pos }) => pos === 'VERB' && /^(?:invite|urge|ask|demand)$/.test(word));
  return !invites || next === 'for' || lemma === 'demand';
}

const PLANNED = /\b(?:will|would|was to|were to|due|planned|scheduled|set for)\b/u;

function statusOf(edtf: string, base: Day | undefined, leaning: Dated['leaning'], words: string): 'happening' | 'plan' {
  const when = readWhen(edtf);
  if (base !== undefined && typeof when !== 'string') {
    if (when.first !== undefined && when.first > base) return 'plan';
    if (when.last !== undefined && when.last < base && !PLANNED.test(words)) return 'happening';
  }
  return leaning === 'future' ? 'plan' : 'happening';
}

/** Who takes part: all who are named in the clause and can act; whom its subject means, where it is a pronoun. */
function actorsOf(
  tokens: readonly Token[],
  clause: Clause,
  span: { start: number; end: number },
  names: Names,
): string[] {
  const actors = new Set<string>();
  const subject = tokens[clause.first];
  if (subject?.pos === 'PRON') {
    const meant = names.antecedent(subject);
    if (meant !== undefined) actors.add(meant);
  }
  for (const { entity, type } of names.within(span)) if (type !== 'place') actors.add(entity);
  return [...actors];
}
