/** What an account calls a person beside the name, and how an office and its holder stand together. */
import type { Word } from './words.ts';

const CALLED =
  /^(?:spokesman|spokeswoman|spokesperson|negotiator|adviser|advisor|aide|official|diplomat|lawmaker|analyst|mediator|chief|head|leader|secretary|captain|lawyer|chair|chairman|historian|deputy|professor|delegate|commander|economist|researcher|senator|director|executive|organiser|organizer|delegation)$/;

/** “his spokesman, Dal Petrich”, “teacher Anna Brenner”, “General Teke”: `spokesman`, `teacher`, `general`. */
export function calledBefore(words: readonly Word[], at: number): string | undefined {
  const before = words[at - 1];
  if (before === undefined) return undefined;
  const { gap } = words[at]!;
  if (CALLED.test(before.low) && /^,?\s+$/.test(gap)) return before.low;
  if (RANKS.test(before.low) && /^\.?\s+$/.test(gap)) return before.low;
  return /^\s+$/.test(gap) && before.pos === 'NOUN' && !before.isCapital && !before.isPossessive
    ? before.low
    : undefined;
}

const RANKS =
  /^(?:general|colonel|admiral|captain|commander|judge|senator|professor|cardinal|archbishop|bishop|sheikh|king|queen|prince|princess|emir|sultan)$/;

/** “Ana Reyes, a spokeswoman for”, “Olu Bankole, the fisherman who”. “Ana Reyes, who leads the delegation” is left out. */
export function calledAfter(words: readonly Word[], end: number): string | undefined {
  if (words[end] === undefined || !/^,\s+$/.test(words[end]!.gap)) return undefined;
  const isPhrase = /^(?:an?|the|its|his|her|their|one)$/.test(words[end]!.low);
  let noun: string | undefined;
  for (let k = end; k < Math.min(words.length, end + 8); k++) {
    const { gap, low, pos } = words[k]!;
    if (k > end && !/^\s+$/.test(gap)) return noun;
    if (CALLED.test(low)) return low;
    if (!['NOUN', 'ADJ', 'DET', 'PROPN', 'PRON', 'NUM', 'PART'].includes(pos)) return noun;
    if (isPhrase && pos === 'NOUN') noun = low;
  }
  return noun;
}

/** Nothing or a comma between an office and its holder; or “the prime minister of Velmark, Hela Dorrick”. */
export function isHolderNext(words: readonly Word[], officeEnd: number, at: number): boolean {
  if (at === officeEnd) return /^,?\s+$/.test(words[at]!.gap);
  if (at - officeEnd > 5 || words[officeEnd]?.low !== 'of') return false;
  return /^,\s+$/.test(words[at]!.gap) && words.slice(officeEnd + 1, at).every(({ gap }) => /^\s+$/.test(gap));
}

/** “Lene Oduya, Corvia's foreign minister”, “Askov, the president”. */
export function isApposed(words: readonly Word[], personEnd: number, at: number): boolean {
  if (at - personEnd > 5 || words[personEnd] === undefined || !/^(?:,\s+|\s+\()$/.test(words[personEnd]!.gap))
    return false;
  return words.slice(personEnd + 1, at + 1).every(({ gap, pos }) => /^\s+$/.test(gap) && pos !== 'VERB');
}

const OF = /^(?:(?:an?|the|its|[a-z-]+) ){0,4}?(?:of|for|from|to)(?: the)?$/;

/** “Askov of Ostrene”, “Petrich, a spokesman for Ostrene”: between a person and a state or body. */
export function isOf(words: readonly Word[], personEnd: number, at: number): boolean {
  if (at - personEnd > 6 || at <= personEnd) return false;
  const between = words.slice(personEnd, at);
  if (!OF.test(between.map(({ low }) => low).join(' '))) return false;
  if (between.slice(1).some(({ gap }) => !/^\s+$/.test(gap)) || !/^\s+$/.test(words[at]!.gap)) return false;
  // without a comma only *of* itself: “Askov flew from Ostrene” is no membership
  if (/^\s+$/.test(between[0]!.gap)) return between.length <= 2 && between[0]!.low === 'of';
  return (
    /^,\s+$/.test(between[0]!.gap) &&
    between.some(({ low }) => CALLED.test(low) || low === 'of') &&
    between.every(({ pos }) => pos !== 'VERB' && pos !== 'AUX')
  );
}
