/**
 * Likelihood words and the range of Intelligence Community Directive 203 (../../maths/icd203.ts) that they fall into. The
 * directive's own words have its ranges; others are put where English news uses them, after the surveys by Kent (1964) and
 * Barclay et al. (1977) in their order. Words that leave it open carry no number.
 */
import { ICD_203 } from '../../maths/icd203.ts';

export type Term = (typeof TERMS)[number];
const TERMS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const;

export interface LikelihoodWords {
  readonly rule: string;
  /** Lower case. */
  readonly phrase: readonly string[];
  /** None where it is left open. */
  readonly term?: Term;
}

export function rangeOf(term: Term): readonly [number, number] {
  const { low, high } = ICD_203.find(({ word }) => word === term)!;
  return [low, high];
}

const LISTS: readonly (readonly [rule: string, term: Term | undefined, phrases: string])[] = [
  [
    'likelihood-adjective',
    'unlikely',
    'unlikely|improbable|rather unlikely|doubtful|not likely|not very likely|not probable|less likely than not|hardly likely|questionable whether',
  ],
  [
    'likelihood-adjective',
    'likely',
    'likely|probable|rather likely|quite likely|more likely than not|not unlikely|not improbable|more probable than not|more than even|better than even',
  ],
  [
    'likelihood-adverb',
    'likely',
    'probably|in all likelihood|in all probability|most likely|presumably|chances are|odds are that|the odds favour|the odds favor',
  ],
  ['likelihood-adverb', 'very likely', 'very probably|almost surely|in all but certainty'],
  [
    'strong-likelihood',
    'very likely',
    'very likely|highly likely|highly probable|extremely likely|very probable|almost sure|hardly a doubt|hardly any doubt|little doubt|scarcely a doubt|safe bet|can hardly fail|overwhelmingly likely',
  ],
  [
    'strong-likelihood',
    'very unlikely',
    'very unlikely|highly unlikely|highly improbable|extremely unlikely|most unlikely|very improbable|hard to see|difficult to see|hard to imagine|difficult to imagine|would hardly|will hardly|would scarcely|will scarcely|a long shot|highly doubtful',
  ],
  [
    'near-certainty',
    'almost certain',
    'almost certain|almost certainly|as good as certain|virtually certain|virtually certainly|nearly certain|all but certain|practically certain|a foregone conclusion|all but assured|all but inevitable|almost inevitable|a near certainty|bound to|certain to|sure to|as good as done',
  ],
  [
    'near-certainty',
    'almost no chance',
    'next to impossible|almost no chance|virtually impossible|almost impossible|nearly impossible|practically impossible|all but impossible|virtually no chance|no realistic chance|next to no chance|as good as impossible|as good as ruled out|remains remote|is remote|are remote|remain remote|is thought remote|considered remote|a remote possibility|remote chance',
  ],
  [
    'even-chance',
    'roughly even chance',
    'even chance|even chances|toss-up|tossup|evenly split|evenly balanced|evenly poised|heads or tails|fifty-fifty|50-50|roughly even|even odds|even money|coin flip|coin toss|flip of a coin|as likely as not|could go either way|may go either way|might go either way|can go either way',
  ],
  [
    'few-expect',
    'unlikely',
    'few expect|few expected|few believe|few observers expect|few analysts expect|few diplomats expect|few think|nobody expects|no one expects|hold out little hope|holds out little hope|little hope|little prospect|little chance|odds are against|odds are long|not expected to|remain skeptical|remain sceptical|remains skeptical|remains sceptical|seriously doubt|doubts that|doubted that|doubt that|doubts whether|doubt whether|doubted whether',
  ],
  [
    'left-open',
    undefined,
    "remains to be seen|remain to be seen|remained to be seen|nobody can say|no one can say|nobody knows whether|no one knows whether|nobody knows if|anyone 's guess|anybody 's guess|too early to say|too early to tell|too soon to say|too soon to tell|impossible to predict|impossible to say|hard to say whether|the question remains open|remains an open question|is an open question|hard to predict|difficult to predict|remain uncertain|remains uncertain|is uncertain|are uncertain|far from certain|by no means certain|anything but certain|hangs in the balance|hang in the balance|remains unclear|is unclear|it is unclear|was unclear|remained unclear|not clear whether|not yet clear|is an open one|time will tell|is still open|remains open|no prediction",
  ],
];

/** `the odds of a treaty are slim`, `optimism for a result is low`: a noun of chance, and how much of it. */
export const CHANCE_NOUNS: ReadonlySet<string> = new Set(
  'odds chance chances prospect prospects likelihood probability hope hopes optimism expectations risk possibility'.split(
    ' ',
  ),
);
export const AMOUNTS: ReadonlyMap<string, Term> = new Map([
  ['slim', 'very unlikely'],
  ['low', 'very unlikely'],
  ['small', 'very unlikely'],
  ['dim', 'very unlikely'],
  ['bleak', 'very unlikely'],
  ['poor', 'very unlikely'],
  ['faint', 'very unlikely'],
  ['minimal', 'very unlikely'],
  ['remote', 'almost no chance'],
  ['nil', 'almost no chance'],
  ['negligible', 'almost no chance'],
  ['even', 'roughly even chance'],
  ['fair', 'likely'],
  ['excellent', 'very likely'],
  ['thin', 'very unlikely'],
  ['good', 'likely'],
  ['high', 'likely'],
  ['strong', 'likely'],
]);

export const BY_FIRST_WORD: ReadonlyMap<string, readonly LikelihoodWords[]> = table();

/** Longest first. */
function table(): Map<string, LikelihoodWords[]> {
  const found = new Map<string, LikelihoodWords[]>();
  for (const [rule, term, phrases] of LISTS)
    for (const told of phrases.split('|')) {
      const phrase = told.replaceAll('-', ' - ').split(' ');
      const entry = term === undefined ? { rule, phrase } : { rule, phrase, term };
      found.set(phrase[0]!, [...(found.get(phrase[0]!) ?? []), entry]);
    }
  for (const entries of found.values()) entries.sort((a, b) => b.phrase.length - a.phrase.length);
  return found;
}
