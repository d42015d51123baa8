/**
 * Words for chances: the first row of terms in Intelligence Community Directive 203, Analytic Standards (Office of the
 * Director of National Intelligence, 2 January 2015, section D.6.e(2)(a)).
 *
 * The directive's ranges share their end points and stop at 1 and 99 %. Here an end point belongs to the range farther
 * from one half, so that a chance and its complement get words that mirror each other; and what lies beyond 1 and 99 %
 * keeps the word of the outermost range, since the directive has none for certainty.
 */

export interface LikelihoodWord {
  readonly word: string;
  /** The directive's range. */
  readonly low: number;
  readonly high: number;
}

export const ICD_203: readonly LikelihoodWord[] = [
  { word: 'almost no chance', low: 0.01, high: 0.05 },
  { word: 'very unlikely', low: 0.05, high: 0.2 },
  { word: 'unlikely', low: 0.2, high: 0.45 },
  { word: 'roughly even chance', low: 0.45, high: 0.55 },
  { word: 'likely', low: 0.55, high: 0.8 },
  { word: 'very likely', low: 0.8, high: 0.95 },
  { word: 'almost certain', low: 0.95, high: 0.99 },
];

/** The word for a chance from 0 to 1. */
export function likelihoodWord(chance: number): string {
  const found =
    chance < 0.5 ? ICD_203.find(({ high }) => chance <= high) : ICD_203.findLast(({ low }) => chance >= low);
  return found!.word;
}
