/**
 * Whose act the words at an offset are: a named party, else the noun phrase that the clause begins with (`Tram bosses flatly
 * refused`, `The government has not rejected`), reduced. Undefined for pronouns that mean nobody known and for long phrases.
 */
import type { Background } from './aspect.ts';
import { actorBefore, partyOf, type Scene } from './scenes.ts';
import { folded, terms } from './terms.ts';

const MOST_WORDS = 4;
const NOBODY =
  /^(?:i|we|you|it|he|she|they|this|that|these|those|there|who|which|what|nobody|nothing|neither|both|each)\b/i;
const CLAUSE = /[;:“”"]|, (?:and|but|while|whereas) /g;
/** What follows is what they say of themselves. */
const SAYS = /, | (?:let it be known|said|says|told|announced|insist\w*|claim\w*|maintain\w*|added) /;
const ADVERBS = /\b(?:\p{Ll}+ly|also|still|now|then|even|already|not|never|has|have|had|is|are|was|were)\b/giu;

export function whoActs(scene: Scene, at: number, background: Background): string | undefined {
  const named = actorBefore(scene, at);
  if (named !== undefined) return partyOf(named.entity, background);
  let from = 0;
  for (const { index, 0: mark } of scene.text.slice(0, at).matchAll(CLAUSE)) from = index + mark.length;
  const phrase = scene.text.slice(from, at).split(SAYS)[0]!.replaceAll(ADVERBS, ' ').trim();
  if (phrase === '' || NOBODY.test(phrase) || phrase.split(/\s+/).length > MOST_WORDS) return undefined;
  const words = folded(phrase).replace(/^(?:the|an?|its|their|his|her) /, '');
  return terms(words).size === 0 || /\d/.test(words) ? undefined : `the ${words.replace(/ +/g, ' ')}`;
}

export const sayWho = (id: string, { entity }: Background): string => entity(id)?.name ?? id;
