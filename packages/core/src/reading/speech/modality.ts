/** Whether the content is negated, how certain it is told to be, and the act that it makes of a mere `said`. */
import type { Act, Modality, Polarity } from '../rows.ts';
import type { Piece } from './passages.ts';
import { isFinite, isModal, isNot } from './phrases.ts';

const UNLIKELY = /\b(?:unlikely|improbable|hardly|slim|remote|doubtful|against it)\b/i;
const LIKELY = /\b(?:likely|probable|probably|presumably)\b/i;
const POSSIBLE = /\b(?:may|might|possible|possibly|perhaps|even chance|conceivable|conceivably)\b/i;
const TIED = /\b(?:if|unless|until|once|provided|as soon as|as long as|so long as|only after|only when|before)\b/i;
const MUST = /\b(?:must|should|ought|has to|have to|had to|needs? to)\b/i;
const PLANNED = /\b(?:will|would|shall|plans? to|intends? to)\b/i;

export function modalityOf(content: string): Modality {
  if (UNLIKELY.test(content)) return 'unlikely';
  if (LIKELY.test(content)) return 'likely';
  if (POSSIBLE.test(content)) return 'possible';
  const tied = TIED.test(content);
  if (/\bcould\b(?! not)/i.test(content) && !tied) return 'possible';
  if (tied) return 'conditional';
  if (MUST.test(content)) return 'necessary';
  return PLANNED.test(content) ? 'planned' : 'certain';
}

/** The cue is negated, or the first finite verb of the content, or its subject: `no pilots were`. */
export function polarityOf(isCueNegated: boolean, pieces: readonly Piece[], from: number, to: number): Polarity {
  if (isCueNegated) return 'negated';
  for (let i = from; i < to; i++) {
    const next = pieces[i + 1]?.lower ?? '';
    if (i === from && pieces[i]!.lower === 'no' && next !== 'more' && next !== 'such') return 'negated';
    if (i === from && pieces[i]!.lower === 'not' && next !== 'only') return 'negated';
    if (
      i === from &&
      pieces[i]!.lower === 'there' &&
      /^(?:will|would|shall|can)$/.test(next) &&
      pieces[i + 3]?.lower === 'no'
    )
      return 'negated';
    if (!isFinite(pieces, i)) continue;
    for (let j = i; j < Math.min(to, i + 3); j++) if (isNot(pieces[j])) return 'negated';
    return 'affirmed';
  }
  return 'affirmed';
}

const TO_A_CONDITION =
  /\b(?:only if|only when|only after|unless|until|once|provided that|provided|as soon as|as long as|so long as|on condition|not before)\b/i;
const ON_CONDITION = /\b(?:only if|only when|only after|unless|provided that|provided|on condition|once)\b/i;
const HARM =
  /\b(?:strikes?|stop work|walk out|walkout|attack|retaliate|sanctions|respond with force|consequences|cut off|withdraw from)\b/i;

/** What somebody says may be an act: that he will not, that he would if, that he is ready to. */
export function actOfContent(
  act: Act,
  content: string,
  context: string,
  pieces: readonly Piece[],
  from: number,
  to: number,
): Act {
  if (act === 'offer' && /^to (?:host|receive)\b/i.test(content)) return 'host';
  if (act === 'offer' && ON_CONDITION.test(context)) return 'condition';
  if (act !== 'state') return act;
  if (/^(?:yes)\b/i.test(content)) return 'accept';
  if (/^no$/i.test(content)) return 'decline';
  if (/\bunless\b/i.test(context) && HARM.test(content)) return 'threaten';
  if (/\b(?:ready|prepared|willing) to\b/i.test(content) && !ON_CONDITION.test(content))
    return /\b(?:host|receive)\b/i.test(content) ? 'host' : 'offer';
  if (TO_A_CONDITION.test(context) || /\bno [\p{L} ]+ before\b/u.test(content)) return 'condition';
  if (/\b(?:out of the question|not on the agenda)\b/i.test(content)) return 'decline';
  if (/\b(?:would|will) wait\b/i.test(content)) return 'wait';
  for (let i = from; i < to; i++) {
    if (!isModal(pieces[i])) continue;
    if (/^(?:will|would|shall)$/.test(pieces[i]!.lower) && isNot(pieces[i + 1])) return 'decline';
    break;
  }
  return act;
}
