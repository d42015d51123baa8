/**
 * Whether a capital or a seat of power is meant as the place, as the government that sits there, or cannot be told: *in
 * Moscow*, *Moscow has dismissed*, *proposals of Moscow*. Told by the word before and the word after.
 */
import { PLACE_BEFORE } from './keywords.ts';
import type { Word } from './words.ts';

export type Sense = 'place' | 'state';

const OF_GOVERNMENTS =
  /^(?:proposals?|pressure|offers?|answer|reply|response|demands?|statements?|signals?|guarantees?|assurances|support|approval|permission|word|message|letter|request|note|came|come|comes)$/;
const LIKE_PLACES = /^(?:airport|streets|suburbs|centre|center|old|main|mayor|skyline|outskirts)$/;
const HELD_THERE = /^(?:talks|meeting|summit|process|round|conference|format|agreements?|accords?|airport|hotel)$/;
const BETWEEN_PARTIES = /^(?:with|between|by|against|and)$/;

/** Words `at` to `end` (exclusive) of a sentence. `isSeat`: a house, not a town. */
export function senseOf(words: readonly Word[], at: number, end: number, isSeat: boolean): Sense | undefined {
  let k = at - 1;
  while (k >= 0 && /^(?:the|central|nearby)$/.test(words[k]!.low)) k--;
  const before = at === 0 || /^\s+$/.test(words[at]!.gap) ? (words[k]?.low ?? '') : '';
  if (before === 'from' && OF_GOVERNMENTS.test(words[k - 1]?.low ?? '')) return 'state';
  if (before === 'to' && /^according$/.test(words[k - 1]?.low ?? '')) return 'state';
  if (PLACE_BEFORE.has(before) || /^(?:to|from|via|outside)$/.test(before)) return 'place';
  const after = afterwards(words, at, end, before);
  return after ?? (isSeat ? 'state' : BETWEEN_PARTIES.test(before) ? 'state' : undefined);
}

function afterwards(words: readonly Word[], at: number, end: number, before: string): Sense | undefined {
  const next = words[end];
  if (next === undefined) return undefined;
  if (/^\s*[,–—(]/.test(next.gap) && at === 0) return 'place';
  if (words[end - 1]!.isPossessive) return LIKE_PLACES.test(next.low) ? 'place' : 'state';
  if (!/^\s+$/.test(next.gap) || before === 'of' || before === 'for') return undefined;
  if (HELD_THERE.test(next.low)) return 'place';
  const verb = next.pos === 'ADV' ? words[end + 1] : next;
  if (verb === undefined || verb.low.endsWith('ing')) return undefined;
  return verb.pos === 'AUX' || verb.pos === 'VERB' ? 'state' : undefined;
}
