/**
 * Where what was said or done ends. Clauses run to the end of the sentence, unless the teller takes over again: with
 * another verb of speaking, a semicolon, `though`, `after`. Objects and infinitives end sooner: at a comma that begins
 * no apposition, at a subordinate clause, at a second verb.
 */
import type { Act } from '../rows.ts';
import { cueForms, type CueVerb } from './cue-verbs.ts';
import type { Piece } from './passages.ts';
import { FARTHEST, isComma, isFinite, isStop, phraseFrom, subjectBefore, verbGroup } from './phrases.ts';

const BREAKS = new Set('though although while whereas provided'.split(' '));
const BREAKS_OBJECT = new Set(
  'after when while because although though whereas since before following amid despite where if'.split(' '),
);

export type Extent = 'clause' | 'object';

/** The first piece that belongs to the content no more. */
export function contentEnd(pieces: readonly Piece[], from: number, extent: Extent): number {
  const limit = Math.min(pieces.length, from + FARTHEST);
  let isBare = true; // no finite verb yet
  for (let i = from; i < limit; i++) {
    const p = pieces[i]!;
    if (p.text === ';' || p.text === ')') return i;
    const isDash =
      p.text === '—' || (p.pos === 'PUNCT' && /^(?:[-–]|--)$/.test(p.text) && pieces[i - 1]!.end < p.start);
    if (p.text === '(' || isDash) {
      const close = extent === 'clause' && i > from ? closed(pieces, i) : undefined;
      if (close === undefined) return i;
      i = close;
      continue;
    }
    if (isStop(p) && (p.text !== ':' || pieces[i + 1]?.pos === 'QUOTE' || extent === 'object')) return i;
    if (isComma(p) && pieces[i + 1]?.pos === 'QUOTE') return i;
    if (extent === 'object' && i > from && endsObject(pieces, i, pieces[from]!.lower === 'to')) return i;
    if (isComma(p)) {
      if (breaksClause(pieces, i)) return i;
      if (extent === 'object') {
        const apposed = pieces[from]!.lower === 'to' ? undefined : apposedUntil(pieces, i + 1);
        if (apposed === undefined) return i;
        // a name goes on to what is told of it, any other apposition ends the object
        if (!isComma(pieces[apposed]) || pieces[apposed - 1]!.pos !== 'PROPN' || apposed > i + 6) return apposed;
        i = apposed;
      }
    } else if (extent === 'clause' && !isBare && ['and', 'but'].includes(p.lower) && tellsAgain(pieces, i + 1, true))
      return i;
    if (isFinite(pieces, i)) isBare = false;
  }
  return limit;
}

/** Where the aside in brackets or dashes that opens here ends, and the clause goes on. */
function closed(pieces: readonly Piece[], open: number): number | undefined {
  const isRound = pieces[open]!.text === '(';
  for (let j = open + 1; j < Math.min(pieces.length, open + 25); j++) {
    const { text, pos } = pieces[j]!;
    if (isRound ? text === ')' : text === pieces[open]!.text && pieces[j - 1]!.end < pieces[j]!.start)
      return isStop(pieces[j + 1]) || isComma(pieces[j + 1]) ? undefined : j;
    if (pos === 'QUOTE' || (isStop(pieces[j]) && !isRound)) return undefined;
  }
  return undefined;
}

/** `vowed to leave if it was signed`: what one will do goes on to its condition. */
const CONDITIONS = new Set('if unless'.split(' '));

/** `before winter`, not `before winter comes`. */
function isOnlyPhrase(pieces: readonly Piece[], from: number): boolean {
  const phrase = phraseFrom(pieces, from);
  return phrase !== undefined && !isFinite(pieces, phrase.to);
}

function endsObject(pieces: readonly Piece[], i: number, isDeed: boolean): boolean {
  const p = pieces[i]!;
  if (p.lower === 'before' && isOnlyPhrase(pieces, i + 1)) return false;
  if (BREAKS_OBJECT.has(p.lower) && p.pos !== 'NOUN' && !(isDeed && CONDITIONS.has(p.lower))) return true;
  if (p.lower === 'in' && pieces[i + 1]?.lower === 'return') return true;
  if (p.lower === 'as' && (pieces[i + 1]?.lower === 'part' || /^(?:PRON|PROPN)$/.test(pieces[i + 1]?.pos ?? '')))
    return true;
  if (p.pos !== 'CCONJ') return false;
  if (pieces[i + 1]?.lower === 'to') return true;
  if (pieces[i + 1]?.pos === 'AUX') return true;
  let j = i + 1;
  while (pieces[j]?.pos === 'ADV' || pieces[j]?.pos === 'AUX') j++;
  if (pieces[j]?.pos === 'VERB' && isFinite(pieces, j)) return true;
  const subject = phraseFrom(pieces, i + 1);
  return subject !== undefined && subject.to < i + 10 && isFinite(pieces, subject.to);
}

/** After this comma the teller speaks again. */
function breaksClause(pieces: readonly Piece[], comma: number): boolean {
  const first = pieces[comma + 1];
  if (first === undefined) return true;
  if (BREAKS.has(first.lower) || cueForms(first.lower).some(({ form, verb }) => form === 'gerund' && isTelling(verb)))
    return true;
  if (['days', 'hours', 'weeks', 'months', 'shortly', 'just', 'even', 'a'].includes(first.lower))
    for (let j = comma + 2; j < comma + 5; j++)
      if (['after', 'before', 'as'].includes(pieces[j]?.lower ?? '')) return true;
  const isJoined = first.pos === 'CCONJ' || first.lower === 'yet';
  return tellsAgain(pieces, isJoined ? comma + 2 : comma + 1, isJoined);
}

/** Of speech, or what one does by speaking; others may well be told of. */
const isTelling = ({ act, frames }: CueVerb): boolean =>
  frames.has('quote') || frames.has('two') || (act !== 'state' && !UNSAID.has(act)) || frames.has('whom-only');
const UNSAID: ReadonlySet<Act> = new Set<Act>(['host', 'dispatch', 'wait', 'lapse', 'offer', 'report', 'accept']);

/** A verb of telling with its subject, or joined to the one before. */
function tellsAgain(pieces: readonly Piece[], from: number, isJoined: boolean): boolean {
  for (let j = from; j < Math.min(pieces.length, from + 14); j++) {
    const p = pieces[j]!;
    if (p.lower === 'that' && j === from) return false;
    if ((isComma(p) && j > from + 6) || isStop(p) || p.pos === 'QUOTE') return false;
    if (!isFinite(pieces, j)) continue;
    const isCue =
      p.pos === 'VERB' &&
      cueForms(p.lower).some(({ form, verb }) => form !== 'gerund' && (!isJoined || isTelling(verb)));
    if (!isCue) {
      if (p.pos === 'AUX') continue;
      return false;
    }
    const group = verbGroup(pieces, j);
    if (group.isPassive || group.modal !== '' || group.isInfinitive) return false;
    if (group.from === from) return isJoined && cueForms(p.lower).some(({ form }) => form !== 'base');
    const subject = subjectBefore(pieces, group.from);
    return subject !== undefined && subject.from <= from + 1;
  }
  return false;
}

/** Where the apposition that begins here ends; nothing where it is none. */
function apposedUntil(pieces: readonly Piece[], from: number): number | undefined {
  const first = pieces[from];
  if (first === undefined || !['DET', 'NUM', 'PROPN', 'NOUN', 'ADJ', 'PRON', 'ADP', 'VERB'].includes(first.pos))
    return undefined;
  if (first.pos === 'ADP' && !/^(?:of|including)$/.test(first.lower)) return undefined;
  if (first.pos === 'VERB' && !/^(?:ADP|ADV)$/.test(pieces[from + 1]?.pos ?? '')) return undefined;
  if (first.pos === 'VERB' && !/(?:ed|en|spread|starting|beginning)$/.test(first.lower)) return undefined;
  for (let j = from; j < Math.min(pieces.length, from + 14); j++) {
    if (isComma(pieces[j]) || isStop(pieces[j])) return j;
    if (isFinite(pieces, j) && j > from) return undefined;
    if (['after', 'when', 'while', 'because', 'although', 'though', 'who', 'which'].includes(pieces[j]!.lower))
      return undefined;
  }
  return undefined;
}
