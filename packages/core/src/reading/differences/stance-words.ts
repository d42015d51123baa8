/** Verbs by which somebody takes, leaves open or refuses what is put to him, weakest to strongest in each list. */
export type Level = 'refused' | 'open' | 'taken';

export interface Said {
  readonly level: Level;
  readonly start: number;
  readonly end: number;
}

const OPEN =
  'has not (?:yet )?(?:accepted|agreed|replied|responded|decided|committed|signed|confirmed)|had not (?:yet )?(?:accepted|agreed|replied|responded)|have not (?:yet )?(?:accepted|agreed|replied)|did not (?:accept|reply|respond|say whether)|non-?committal|would not be drawn|neither accepted nor (?:refused|rejected|declined)|neither confirmed nor denied|has yet to (?:accept|agree|reply|respond|decide)|noted';
const REFUSED =
  'declined|declines|refused|refuses|refusing|refusal|rejected|rejects|rejecting|rejection|turned down|ruled out|rules out|rebuffed|spurned|would forgo|will forgo|forgoes|dismissed|dismisses|waved away|brushed aside|vetoed|reluctant to|reluctance to|unwilling to|unwillingness to';
const TAKEN =
  'accepted|accepts|agreed to|agrees to|said yes to|welcomed|welcomes|approved|endorsed|endorses|no longer objects?(?: to)?|(?:would|will) no longer object to|dropped (?:its|his|her|their) objections? to|ready (?:for|to accept|to agree to|to discuss|to resume)|readiness (?:for|to resume|to accept)|prepared (?:for|to accept|to discuss)|willing(?:ness)? to accept|gave way on|consented to|backs|backed|supports?|supported';

const PATTERN = new RegExp(String.raw`\b(?:(?<open>${OPEN})|(?<refused>${REFUSED})|(?<taken>${TAKEN}))\b`, 'gi');

/** What is undone by what stands just before: `had until now refused`, `did not reject`, `if Putin declines`. */
const UNSAID =
  /\b(?:not|never|if|whether|unless|until now|could|may|might|should|would|before|to|for|without|having until|had until now|no longer|previously|once|who had)\s+(?:\w+\s+){0,2}$/i;

export function stances(text: string): Said[] {
  return [...text.matchAll(PATTERN)].flatMap((match) => {
    const { open, refused } = match.groups!;
    const level: Level = open !== undefined ? 'open' : refused !== undefined ? 'refused' : 'taken';
    if (
      level !== 'open' &&
      !/^(would|will|no longer)/i.test(match[0]) &&
      UNSAID.test(text.slice(Math.max(0, match.index - 40), match.index))
    )
      return [];
    // `if Putin declines the invitation`
    if (/\b(if|whether|should|unless|in case)\b[^,;.]{0,50}$/i.test(text.slice(0, match.index))) return [];
    return [{ level, start: match.index, end: match.index + match[0].length }];
  });
}

/** What it is about, one word for each. */
const THINGS: readonly (readonly [string, RegExp])[] = [
  ['ceasefire', /\b(cease-?fire|truce|30-day (?:halt|pause))\b/i],
  ['mediator', /\b(mediators?|mediation|third parties|third party|go-between)\b/i],
  ['sanctions', /\bsanctions\b/i],
  ['guarantees', /\bguarantees?\b/i],
  ['withdrawal', /\b(withdrawal|pull-?out)\b/i],
  ['threshold', /\b(threshold|turnout requirement)\b/i],
  ['referendum', /\b(referendum|plebiscite)\b/i],
  ['inspections', /\b(inspections?|inspectors)\b/i],
  ['exchange', /\b(prisoner (?:exchange|swap)|exchange of prisoners|swap)\b/i],
  ['deal', /\b(agreement|treaty|deal|accord|pact|text)\b/i],
  ['invitation', /\b(invitation|invite|offer to meet|the meeting|the summit|the talks|attendance|meeting with)\b/i],
  ['negotiations', /\b(negotiations?|talks|dialogue|negotiate|negotiating)\b/i],
  ['proposal', /\b(proposal|offer|plan)\b/i],
];

export function thingIn(text: string): string | undefined {
  let best: { name: string; at: number } | undefined;
  for (const [name, pattern] of THINGS) {
    const at = pattern.exec(text)?.index;
    if (at !== undefined && (best === undefined || at < best.at)) best = { name, at };
  }
  return best?.name;
}
