/** What somebody is: `is ready to`, `was confident that`, `remains wary of`. Of willing people an offer, of unwilling a refusal. */
import type { Act } from '../rows.ts';
import { contentEnd } from './content.ts';
import { cueSpan, skipAside, type Found } from './found.ts';
import { startsClause } from './frames.ts';
import type { Piece } from './passages.ts';
import { isBe, isComma, isStop, isSupposed, skipTime, subjectBefore, verbGroup, type Phrase } from './phrases.ts';
import { isSomebody, spokenBy, type Setting } from './speaker.ts';

const LINKING =
  /^(?:feels?|felt|remains?|remained|seems?|seemed|appears?|appeared|sounds?|sounded|becomes?|became|grew|gets?|got)$/;

interface Reading {
  readonly act: Act;
  readonly joins: ReadonlySet<string>;
}

const TABLE: readonly (readonly [act: Act, joins: string, adjectives: string])[] = [
  ['offer', 'to', 'ready prepared willing'],
  ['decline', 'to', 'unwilling reluctant loath unprepared'],
  ['state', 'to that of', 'afraid keen proud'],
  ['state', 'to', 'eager determined hesitant anxious inclined content'],
  ['state', 'to that about with', 'happy glad pleased delighted'],
  ['state', 'that about of in', 'confident certain sure convinced'],
  ['state', 'that about by', 'worried concerned disappointed outraged surprised shocked alarmed encouraged upset angered'],
  ['state', 'that about', 'hopeful optimistic pessimistic doubtful adamant sorry anxious unhappy upbeat nervous angry furious clear excited enthusiastic'],
  ['state', 'of that about', 'aware skeptical sceptical wary critical supportive dismissive fearful mindful suspicious tired ashamed jealous'],
  ['state', 'with', 'satisfied comfortable impressed frustrated unimpressed uncomfortable content'],
  ['state', 'to', 'open opposed committed sympathetic'],
]; // prettier-ignore

const ADJECTIVES = new Map<string, Reading[]>();
for (const [act, joins, adjectives] of TABLE)
  for (const adjective of adjectives.split(' '))
    ADJECTIVES.set(adjective, [...(ADJECTIVES.get(adjective) ?? []), { act, joins: new Set(joins.split(' ')) }]);

export function adjectiveCue(setting: Setting, pieces: readonly Piece[], k: number): Found | undefined {
  const readings = ADJECTIVES.get(pieces[k]!.lower);
  if (readings === undefined) return undefined;
  let verb = k - 1;
  while (verb > 0 && (pieces[verb]!.pos === 'ADV' || pieces[verb]!.pos === 'PART')) verb--;
  const isDeclared = /sel(?:f|ves)$/.test(pieces[verb]?.lower ?? '');
  if (isDeclared) verb--;
  else if (!isBe(pieces[verb]) && !LINKING.test(pieces[verb]?.lower ?? '')) return undefined;
  const group = verbGroup(pieces, verb);
  if (group.isInfinitive || (group.modal !== '' && !group.isNegated)) return undefined;
  const subject = subjectBefore(pieces, group.from);
  if (subject === undefined || isSupposed(pieces, subject.from) || !isSomebody(setting, pieces, subject))
    return undefined;
  const isNegated = group.isNegated || pieces[k - 1]?.lower === 'not';
  for (const { act, joins } of readings) {
    const content = joined(pieces, k, joins);
    if (content === undefined) continue;
    return {
      ...content,
      act: act === 'offer' && isNegated ? 'decline' : act,
      cue: cueSpan(pieces, verb, k),
      speaker: spokenBy(setting, pieces, subject),
      isNegated,
    };
  }
  return undefined;
}

function joined(
  pieces: readonly Piece[],
  k: number,
  joins: ReadonlySet<string>,
): { readonly rule: string; readonly content: Phrase } | undefined {
  const at = skipTime(pieces, k + 1);
  const word = pieces[at]?.lower ?? '';
  const next = pieces[at + 1];
  if (next === undefined || isComma(next) || isStop(next)) return undefined;
  if (joins.has('that')) {
    const that = word === 'that' ? at : skipAside(pieces, at);
    if (pieces[that]?.lower === 'that' && that + 1 < pieces.length)
      return { rule: 'indirect-that', content: { from: that + 1, to: contentEnd(pieces, that + 1, 'clause') } };
    if (startsClause(pieces, at, true))
      return { rule: 'indirect-clause', content: { from: at, to: contentEnd(pieces, at, 'clause') } };
  }
  if (!joins.has(word)) return undefined;
  const isInfinitive = word === 'to' && /^(?:VERB|AUX)$/.test(next.pos) && !next.lower.endsWith('ing');
  if (isInfinitive) {
    const to = withCondition(pieces, contentEnd(pieces, at, 'object'));
    return { rule: 'indirect-infinitive', content: { from: at, to } };
  }
  if (word === 'to' && next.pos === 'DET' && joins.size > 1) return undefined;
  return { rule: 'indirect-preposition', content: { from: at + 1, to: contentEnd(pieces, at + 1, 'object') } };
}

/** `ready to sign, provided that …` */
const withCondition = (pieces: readonly Piece[], to: number): number => {
  const at = isComma(pieces[to]) ? to + 1 : to;
  return /^(?:provided|unless|if|once|on)$/.test(pieces[at]?.lower ?? '') &&
    (pieces[at]!.lower !== 'on' || pieces[at + 1]?.lower === 'condition')
    ? contentEnd(pieces, at + 1, 'clause')
    : to;
};
