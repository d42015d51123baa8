/** Results as claims with reasons, and their layouts. */
export type { BriefForecast } from './brief.ts';
export {
  briefOf,
  type Brief,
  type BriefOptions,
  type Citation,
  type Claim,
  type Deadlock,
  type DemandLine,
  type ExitLine,
  type Mark,
} from './brief.ts';
export {
  dealWordsOf,
  gain,
  points,
  sayAssumption,
  sayCarrying,
  sayHigher,
  sayOff,
  sayOpenings,
  sayState,
  sayVeto,
  sayZone,
  toldDeals,
  type DealWords,
} from './deals.ts';
export { briefText, lettersOf as citedLetters, percent, PLAIN, SIGNS, type Style, type TextOptions } from './text.ts';
export { briefMarkdown } from './markdown.ts';
export { briefHtml } from './html.ts';
export { clip, padEnd, table, width, wrap } from './layout.ts';
export {
  capitalised,
  letterOf,
  lettersOf,
  listed,
  sayChance,
  sayFirmness,
  sayInput,
  sayInterval,
  wordsOf,
  type Words,
} from './say.ts';
export { debriefOf, type Debrief, type DebriefForecast, type DebriefScenario } from './debrief.ts';
export { debriefHtml } from './debrief-html.ts';
export { debriefMarkdown } from './debrief-markdown.ts';
export { debriefText } from './debrief-text.ts';
