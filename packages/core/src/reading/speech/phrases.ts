/**
 * Noun phrases and clauses by part of speech alone, from one place leftward or rightward. No parse: what a phrase of news
 * English looks like nine times in ten. Every walk is bounded, so that a passage of any length costs what it is long.
 */
import type { Piece } from './passages.ts';

export const FARTHEST = 120; // pieces; longer sentences than this are lists

const BE = new Set("be is are was were been being 's ’s 're ’re 'm ’m am".split(' '));
const HAVE = new Set("has have had having 've ’ve".split(' '));
const DO = new Set('do does did'.split(' '));
const MODALS = new Set("will would shall should can could may might must 'll ’ll 'd ’d wo ca".split(' '));
const NOT = new Set("not n't never neither n’t".split(' '));
const TIME = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december yesterday today tomorrow week month year night morning evening afternoon day days weeks
  months years earlier later recently time noon midnight weekend`.split(/\s+/),
);
const RELATIVE = new Set('who whom whose which that what'.split(' '));
const SUBORDINATE = new Set(
  `if unless until once before after when while because although though as since whether where whereas lest provided
  whenever`.split(/\s+/),
);

export const isBe = (p: Piece | undefined): boolean => p !== undefined && BE.has(p.lower);
export const isHave = (p: Piece | undefined): boolean => p !== undefined && HAVE.has(p.lower);
export const isDo = (p: Piece | undefined): boolean => p !== undefined && DO.has(p.lower);
export const isModal = (p: Piece | undefined): boolean => p !== undefined && MODALS.has(p.lower);
export const isNot = (p: Piece | undefined): boolean => p !== undefined && NOT.has(p.lower);
export const isTime = (p: Piece | undefined): boolean =>
  p !== undefined && TIME.has(p.lower) && p.pos !== 'AUX' && p.pos !== 'VERB';
export const isSubordinate = (p: Piece | undefined): boolean => p !== undefined && SUBORDINATE.has(p.lower);
export const isComma = (p: Piece | undefined): boolean => p?.text === ',';
export const isStop = (p: Piece | undefined): boolean => p === undefined || /^[.;:!?…]$/.test(p.text);
const isAuxiliary = (p: Piece): boolean => isBe(p) || isHave(p) || isDo(p) || isModal(p);
const isPossessive = (p: Piece | undefined): boolean => p !== undefined && p.pos !== 'AUX' && /^['’]s?$/.test(p.text);

export function isFinite(pieces: readonly Piece[], i: number): boolean {
  const p = pieces[i];
  if (p === undefined || isPossessive(p) || p.lower.endsWith('ing')) return false;
  if (isAuxiliary(p) && p.pos !== 'NOUN' && p.pos !== 'PROPN')
    return !['be', 'been', 'having', 'being'].includes(p.lower);
  if (p.pos !== 'VERB') return false;
  const before = pieces[i - 1];
  return before?.lower !== 'to' && before?.pos !== 'DET' && !isPossessive(before);
}

const isHyphen = (pieces: readonly Piece[], i: number): boolean => {
  const p = pieces[i];
  if (p === undefined || !/^[-‑–/]$/.test(p.text)) return false;
  return pieces[i - 1]?.end === p.start && pieces[i + 1]?.start === p.end;
};

/** May stand in the core of a noun phrase. */
function isNominal(pieces: readonly Piece[], i: number): boolean {
  const p = pieces[i];
  if (p === undefined) return false;
  if (isPossessive(p) || isHyphen(pieces, i)) return true;
  if (p.pos === 'PRON') return !RELATIVE.has(p.lower) && p.lower !== 'there';
  if (p.pos === 'DET') return !RELATIVE.has(p.lower) || (p.lower === 'that' && pieces[i + 1]?.pos === 'NOUN');
  return ['NOUN', 'PROPN', 'NUM', 'ADJ', 'SYM'].includes(p.pos);
}

const isHead = (p: Piece | undefined): boolean =>
  p !== undefined && (['NOUN', 'PROPN', 'NUM', 'ADJ'].includes(p.pos) || p.pos === 'PRON' || p.pos === 'DET');

const JOINING = new Set('of for in at from on to with'.split(' '));

/** A phrase of pieces: `from` inclusive, `to` exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** The noun phrase that ends right before `end`, without apposition. */
function phraseEnding(pieces: readonly Piece[], end: number): Phrase | undefined {
  let i = end - 1;
  if (!isNominal(pieces, i)) return undefined;
  const floor = Math.max(0, end - FARTHEST);
  while (i > floor) {
    const p = pieces[i - 1]!;
    const here = pieces[i]!;
    // a pronoun stands alone, a determiner begins
    if (here.pos === 'PRON' && !isOwner(here) && !/sel(?:f|ves)$/.test(here.lower)) {
      if (!(p.pos === 'ADP' && JOINING.has(p.lower) && isHead(pieces[i - 2]))) break;
    }
    if (isNominal(pieces, i - 1)) {
      if (p.pos === 'PRON' && !isOwner(p) && !/sel(?:f|ves)$/.test(here.lower) && !isPossessive(here)) break;
      if (here.pos === 'DET' && p.pos !== 'DET' && p.pos !== 'NUM') break;
      // `within the union two provinces`
      if (here.pos === 'NUM' && (p.pos === 'NOUN' || p.pos === 'PROPN') && pieces[i + 1]?.pos === 'NOUN') break;
      if (isOwner(here) && p.pos !== 'DET' && !isPossessive(p)) break;
      i--;
      continue;
    }
    const joins =
      p.pos === 'ADP' && (JOINING.has(p.lower) || p.lower === 'under') && isHead(pieces[i - 2]) && !isTime(here);
    const and = p.pos === 'CCONJ' && p.lower === 'and' && isHead(pieces[i - 2]) && isHead(here);
    const participle =
      p.pos === 'VERB' &&
      /(?:ed|ing)$/.test(p.lower) &&
      (/^(?:DET|ADP|ADJ)$/.test(pieces[i - 2]?.pos ?? '') || isOwner(pieces[i - 2]));
    if (joins || and) i -= 2;
    else if (participle) i -= pieces[i - 2]!.pos === 'ADP' ? 1 : 2;
    else break;
  }
  if (isPossessive(pieces[i])) i++;
  return i < end ? { from: i, to: end } : undefined;
}

const OWNERS = new Set('his her its their our my your whose'.split(' '));
export const isOwner = (p: Piece | undefined): boolean => p !== undefined && OWNERS.has(p.lower);

/** The noun phrase that begins at `from`, with what of-phrases join to it. */
export function phraseFrom(pieces: readonly Piece[], from: number, joined = true): Phrase | undefined {
  let i = from;
  const limit = Math.min(pieces.length, from + FARTHEST);
  if (!isNominal(pieces, i) || isPossessive(pieces[i])) return undefined;
  i++;
  while (i < limit) {
    const p = pieces[i]!;
    const before = pieces[i - 1]!;
    if (p.opensTerm && before.pos !== 'DET' && before.pos !== 'ADJ') break;
    if (isNominal(pieces, i)) {
      const begins = p.pos === 'DET' || (p.pos === 'PRON' && !/sel(?:f|ves)$/.test(p.lower));
      if (begins && before.pos !== 'DET' && before.lower !== 'of') break;
      if (
        p.pos === 'ADJ' &&
        isHead(before) &&
        before.pos !== 'ADJ' &&
        before.pos !== 'DET' &&
        before.pos !== 'NUM' &&
        !isOwner(before) &&
        !isHead(pieces[i + 1])
      )
        break;
      if (before.pos === 'PRON' && !isOwner(before) && !isPossessive(p) && p.pos !== 'PRON') break;
      i++;
      continue;
    }
    const next = pieces[i + 1];
    if (p.pos === 'ADP' && JOINING.has(p.lower) && joined && isNominal(pieces, i + 1) && !isTime(next)) i += 2;
    else if (
      p.lower === 'and' &&
      joined &&
      (next?.pos === 'PROPN' || next?.pos === 'NOUN') &&
      isHead(before) &&
      !isFiniteAfter(pieces, i + 1)
    )
      i += 2;
    else if (
      p.pos === 'VERB' &&
      /(?:ed|ing)$/.test(p.lower) &&
      (before.pos === 'DET' || before.pos === 'ADJ' || isOwner(before))
    )
      i++;
    else break;
  }
  return { from, to: i };
}

/** The noun phrase at `i` is the subject of a verb: what precedes it is no list. */
function isFiniteAfter(pieces: readonly Piece[], i: number): boolean {
  let j = i;
  while (j < i + 8 && isNominal(pieces, j)) j++;
  return isFinite(pieces, j);
}

/** With `, the foreign minister` or `, who leads for the guild`, up to the comma after it or the end. */
export function withApposition(pieces: readonly Piece[], phrase: Phrase): Phrase {
  let { to } = phrase;
  for (let k = 0; k < 2 && isComma(pieces[to]); k++) {
    let j = to + 1;
    const isRelative = ['who', 'whose', 'which'].includes(pieces[j]?.lower ?? '');
    const apposed = isRelative ? undefined : phraseFrom(pieces, j);
    if (isRelative) while (j < pieces.length && j < to + 30 && !isComma(pieces[j]) && !isStop(pieces[j])) j++;
    else if (apposed === undefined) break;
    else j = apposed.to;
    if (!isComma(pieces[j]) && !isStop(pieces[j]) && pieces[j]?.pos !== 'QUOTE') break;
    to = j;
  }
  return { from: phrase.from, to };
}

export interface Verb {
  /** Where the verb group begins, auxiliaries and adverbs included. */
  readonly from: number;
  readonly isNegated: boolean;
  readonly isPassive: boolean;
  readonly modal: string;
  readonly isInfinitive: boolean;
  /** Some auxiliary stands before it. */
  readonly hasAuxiliary: boolean;
}

/** `until now`, `so far`, `at first`: stand between auxiliary and verb. */
const isFrozen = (pieces: readonly Piece[], j: number): boolean =>
  /^(?:now|far|first|once|last|then|yet|turn|again)$/.test(pieces[j]!.lower) &&
  /^(?:until|so|at|by|for|as|in|till|once)$/.test(pieces[j - 1]?.lower ?? '');

/** The verb group that ends with `i`. */
export function verbGroup(pieces: readonly Piece[], i: number): Verb {
  let from = i;
  let [isNegated, isPassive, isInfinitive, hasAuxiliary] = [false, false, false, false];
  let modal = '';
  let isNearest = true;
  for (let j = i - 1; j >= 0 && j > i - 12; j--) {
    const p = pieces[j]!;
    if (isAuxiliary(p) && p.pos !== 'PROPN') {
      if (isNearest && isBe(p)) isPassive = true;
      if (isModal(p)) modal = p.lower;
      hasAuxiliary = true;
      isNearest = false;
    } else if (isNot(p)) isNegated = true;
    else if (p.lower === 'longer' && pieces[j - 1]?.lower === 'no') {
      isNegated = true;
      j--;
    } else if (isFrozen(pieces, j)) {
      j--;
    } else if (isComma(p) && pieces[j - 1]?.pos === 'ADV' && isComma(pieces[j - 2])) {
      j -= 2; // `has, however, accepted`
    } else if (p.pos === 'ADV') {
      // adverbs may stand anywhere in the group
    } else if (p.lower === 'to' && !hasAuxiliary && j === i - 1) isInfinitive = true;
    else if (p.lower === 'to' && (isBe(pieces[j + 1]) || isHave(pieces[j + 1]))) isInfinitive = true;
    else break;
    from = j;
  }
  return { from, isNegated, isPassive, modal, isInfinitive, hasAuxiliary };
}

/** The subject whose verb group begins at `verb`: the phrase before it, its apposition and relative clause with it. */
export function subjectBefore(pieces: readonly Piece[], verb: number): Phrase | undefined {
  const whole = skipTimeBack(pieces, verb);
  let end = skipSurveyed(pieces, beforeBracket(pieces, whole));
  if (isComma(pieces[end - 1])) {
    // `Ada Brandt, the foreign minister, has`: back over what the commas enclose
    const last = end;
    let close = end - 1;
    let lastApposed = false;
    for (let k = 0; k < 4; k++) {
      const open = commaBefore(pieces, close);
      if (open === undefined) break;
      const kind = enclosed(pieces, open, close);
      if (kind === undefined || (kind === 'apposed' && lastApposed && !isNameOf(pieces, open))) break;
      if (kind === 'apposed') lastApposed = true;
      close = open;
      end = beforeBracket(pieces, close);
    }
    if (end === last) return undefined;
  }
  const phrase = phraseEnding(pieces, end);
  if (phrase === undefined) return undefined;
  return { from: phrase.from, to: isComma(pieces[whole - 1]) ? whole - 1 : whole };
}

/** Before `(who leads them)` or `— both of them —`. */
function beforeBracket(pieces: readonly Piece[], end: number): number {
  const last = pieces[end - 1]?.text ?? '';
  const isRound = last === ')';
  if (!isRound && !isDash(last)) return end;
  for (let j = end - 2; j > 0 && j > end - 30; j--) {
    const { text, pos } = pieces[j]!;
    if (isRound ? text === '(' : isDash(text) && !isHyphen(pieces, j)) return j;
    if (pos === 'QUOTE' || (isStop(pieces[j]) && !isRound)) return end;
  }
  return end;
}

const isDash = (text: string): boolean => /^(?:[—–-]|--)$/.test(text);

/** `those surveyed`, `people interviewed`. */
const skipSurveyed = (pieces: readonly Piece[], end: number): number =>
  /^(?:surveyed|polled|interviewed|questioned|involved|contacted|concerned)$/.test(pieces[end - 1]?.lower ?? '') &&
  isHead(pieces[end - 2])
    ? end - 1
    : end;

/** What two commas enclose beside a subject; nothing where it is no aside. */
function enclosed(pieces: readonly Piece[], open: number, close: number): 'apposed' | 'aside' | undefined {
  const first = pieces[open + 1];
  if (first === undefined) return undefined;
  if (['who', 'whose', 'which', 'as', 'according', 'including', 'like', 'meanwhile', 'too'].includes(first.lower))
    return 'aside';
  if (close === open + 2 && first.pos === 'NUM') return 'aside';
  if (first.pos === 'ADP' || first.pos === 'ADV' || first.pos === 'SCONJ') return 'aside';
  if (phraseEnding(pieces, close)?.from === open + 1) return 'apposed';
  if (first.pos === 'VERB' && /(?:ing|ed)$/.test(first.lower)) return 'aside';
  const begun = first.pos === 'PRON' && !isOwner(first) ? undefined : phraseFrom(pieces, open + 1);
  if (begun === undefined || begun.to >= close) return begun === undefined ? undefined : 'apposed';
  const next = pieces[begun.to]!;
  const isModified =
    next.pos === 'ADP' || RELATIVE.has(next.lower) || (next.pos === 'VERB' && /(?:ing|ed)$/.test(next.lower));
  return isModified && first.pos !== 'PROPN' ? 'apposed' : undefined;
}

/** A second apposition is one only beside a name: `Moss, head of the board, a grain dealer, said`. */
function isNameOf(pieces: readonly Piece[], comma: number): boolean {
  const name = phraseEnding(pieces, beforeBracket(pieces, comma));
  return name !== undefined && pieces[name.to - 1]!.pos === 'PROPN' && pieces[name.from - 1]?.pos !== 'ADP';
}

function commaBefore(pieces: readonly Piece[], at: number): number | undefined {
  for (let j = at - 1; j > Math.max(0, at - 30); j--) {
    if (isComma(pieces[j])) return j;
    if (isStop(pieces[j]) || pieces[j]!.pos === 'QUOTE') return undefined;
  }
  return undefined;
}

/** Back over `on Monday`, `last week`, and adverbs. */
export function skipTimeBack(pieces: readonly Piece[], end: number): number {
  let j = end;
  while (j > 0 && (pieces[j - 1]!.pos === 'ADV' || pieces[j - 1]!.lower === 'there' || isTime(pieces[j - 1]))) {
    if (isTime(pieces[j - 1])) {
      j--;
      while (j > 0 && /^(?:last|this|next|that|early|late|on|in|at|since|every|\d+)$/.test(pieces[j - 1]!.lower)) j--;
    } else j--;
  }
  return j;
}

const WHEN =
  /^(?:only |just |earlier |later |late |early )?(?:(?:on|in|at|since|by|during|until|from) )?(?:(?:the|a|an|last|this|next|that|early|late|same|few|first|two|three|four|several|\d+) )*(?:TIME|hours|minutes|decade|summer|winter|spring|autumn|(?:1[5-9]|20)\d\d)(?: (?:ago|earlier|later|before|morning|night|afternoon|evening|,|\d+))*$/;
const WHEN_ENDS = new RegExp(WHEN.source.replace('TIME', [...TIME].join('|')));

/** Where `last month`, `a week earlier`, `in 1972` begins that ends a phrase; its end where there is none. */
export function beforeTime(pieces: readonly Piece[], { from, to }: Phrase): number {
  let words = '';
  let end = to;
  for (let j = to - 1; j > from && j > to - 7; j--) {
    words = words === '' ? pieces[j]!.lower : `${pieces[j]!.lower} ${words}`;
    if (WHEN_ENDS.test(words)) end = j;
  }
  return end;
}

/** On over `on Monday`, `last night`, and adverbs. */
export function skipTime(pieces: readonly Piece[], from: number): number {
  let j = from;
  for (;;) {
    const p = pieces[j];
    if (p === undefined) return j;
    if (isTime(p)) {
      if (isPossessive(pieces[j + 1])) return j; // `said Monday’s vote`
      j++;
    } else if (p.pos === 'ADV' && !['how', 'why', 'where', 'when', 'once', 'only', 'none'].includes(p.lower)) j++;
    else if (/^(?:on|in|at|late|early|last|this|earlier|later|by)$/.test(p.lower)) {
      let k = j + 1;
      while (/^(?:the|late|early|last|this|next|same|\d+)$/.test(pieces[k]?.lower ?? '')) k++;
      if (!isTime(pieces[k])) return j;
      j = k + 1;
    } else return j;
  }
}

/** The subject of the nearest finite verb before `at`; what participles and second verbs share. */
export function subjectOfClauseBefore(pieces: readonly Piece[], at: number): Phrase | undefined {
  const floor = Math.max(0, at - FARTHEST);
  for (let j = at - 1; j >= floor; j--) {
    if (pieces[j]!.pos === 'QUOTE' || pieces[j]!.text === ';') continue;
    if (!isFinite(pieces, j)) continue;
    const group = verbGroup(pieces, j);
    if (pieces[group.from - 1]?.lower === 'who') return { from: group.from - 1, to: group.from };
    const isInverted = pieces[group.from - 1]?.pos === 'QUOTE';
    const subject = isInverted ? phraseFrom(pieces, j + 1) : subjectBefore(pieces, group.from);
    if (subject && !isSubordinate(pieces[subject.from - 1]) && !RELATIVE.has(pieces[subject.from - 1]?.lower ?? ''))
      return subject;
    j = Math.min(j, group.from);
  }
  return undefined;
}

/** The subject of the first finite verb from `at` on. */
export function subjectOfClauseAfter(pieces: readonly Piece[], at: number): Phrase | undefined {
  for (let j = at; j < Math.min(pieces.length, at + FARTHEST); j++) {
    if (!isComma(pieces[j])) continue;
    for (let k = j + 1; k < Math.min(pieces.length, j + 30); k++) {
      if (!isFinite(pieces, k)) continue;
      return subjectBefore(pieces, verbGroup(pieces, k).from);
    }
  }
  return undefined;
}

/** If he accepts, whether he accepts, until he has said. */
export function isSupposed(pieces: readonly Piece[], from: number): boolean {
  for (let j = from - 1; j >= 0 && j >= from - 2; j--) {
    const p = pieces[j]!;
    if (/^(?:if|unless|whether|until|once|before|lest|which|whom|what)$/.test(p.lower)) return true;
    if (p.pos !== 'ADV') return false;
  }
  return false;
}
