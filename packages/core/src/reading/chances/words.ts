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
    'chance-likely-word',
    'unlikely',
    'less likely|hardly probable|scarcely likely|scarcely probable|not at all likely|not overly likely|anything but likely|none too likely|probably not|improbable enough|unlikely|improbable|rather unlikely|doubtful|not likely|not very likely|not probable|less likely than not|hardly likely|questionable whether|not expected to|implausible',
  ],
  [
    'chance-likely-word',
    'likely',
    'looks set to|look set to|seems set to|is set to|are set to|tipped to|is favourite to|favoured to|on the cards|in the offing|in all probability|likely|probable|rather likely|quite likely|more likely than not|likelier than not|not unlikely|not improbable|more probable than not|probably|in all likelihood|in all probability|most likely|presumably|poised to|on course to|on track to|is expected to|are expected to|widely expected to|may well|might well|could well|are anticipated to|is anticipated to',
  ],
  [
    'chance-likely-word',
    'very likely',
    'doubtless|undoubtedly|very much on the cards|almost bound to|as likely as can be|all the signs are|very likely|highly likely|highly probable|extremely likely|very probable|very probably|almost sure|almost surely|overwhelmingly likely|can hardly fail|in all but certainty|well-nigh certain',
  ],
  [
    'chance-likely-word',
    'very unlikely',
    'improbable in the extreme|extremely improbable|extremely doubtful|vanishingly unlikely|is hardly going to|are hardly going to|could hardly|could scarcely|can scarcely|wildly unlikely|so unlikely|very unlikely|highly unlikely|highly improbable|extremely unlikely|most unlikely|very improbable|very doubtful|highly doubtful|would hardly|will hardly|can hardly|would scarcely|will scarcely|far - fetched|farfetched',
  ],
  [
    'chance-likely-word',
    'almost certain',
    'a virtual certainty|virtual certainty|a racing certainty|a certainty|next to certain|near certain|well - nigh certain|seems certain|looks certain|appears certain|as sure as|a sure thing|a dead certainty|all but sure|beyond doubt|without doubt|only a question of time|just a matter of time|almost certain|almost certainly|as good as certain|virtually certain|virtually certainly|nearly certain|all but certain|all but certainly|practically certain|a foregone conclusion|all but assured|all but inevitable|almost inevitable|virtually assured|a near certainty|near - certain|bound to|certain to|sure to|guaranteed to|doomed to|as good as done|a done deal|inevitable|inevitably|a matter of time',
  ],
  [
    'chance-likely-word',
    'almost no chance',
    'well - nigh impossible|practically excluded|virtually excluded|as good as excluded|all but ruled out|beyond reach|out of reach|utterly impossible|simply impossible|next to impossible|virtually impossible|almost impossible|nearly impossible|practically impossible|all but impossible|as good as impossible|as good as ruled out|inconceivable|unthinkable|out of the question|a pipe dream|a non - starter|dead in the water|not going to happen|as good as dead',
  ],
  [
    'chance-odds',
    'almost no chance',
    'slim to none|slim to nil|no realistic prospect|no earthly chance|nonexistent|non - existent|no chance whatever|hardly a chance|hardly any chance|almost no chance|virtually no chance|no realistic chance|next to no chance|no chance|not a chance|not the slightest chance|not the slightest prospect|not the faintest chance|no prospect|no hope|remains remote|is remote|are remote|remain remote|look remote|looks remote|seems remote|is thought remote|considered remote|a remote possibility|remote chance',
  ],
  [
    'chance-odds',
    'very unlikely',
    'little hope|little prospect|little chance|hold out little hope|holds out little hope|hardly a hope|a distant prospect|distant prospect|a faint hope|heavy odds against|not hold your breath|a snowball|a long shot|long shot|odds are long|long odds|an outside chance|outside chance|an uphill struggle',
  ],
  [
    'chance-odds',
    'unlikely',
    'less than an even chance|not even odds|odds are slightly against|odds are lengthening|odds have lengthened|less than half|below even|below fifty|would not bet on|not bet on|odds are against|odds are stacked against|worse than even|less than even|less than evens|not much chance|not much hope|not much prospect|slipping away|slipped away|in serious doubt|in grave doubt',
  ],
  [
    'chance-odds',
    'roughly even chance',
    'flip a coin|toss a coin|spin a coin|50 : 50|fifty - fifty|neck and neck|a realistic prospect|evens|equally likely|just as likely as not|no more than even|about even|an open race|in the balance either way|even chance|even chances|no better than even|toss-up|tossup|evenly split|evenly balanced|evenly poised|finely balanced|on a knife edge|on a knife - edge|heads or tails|fifty-fifty|50-50|50/50|roughly even|even odds|even money|at evens|coin flip|coin toss|toss of a coin|flip of a coin|as likely as not|could go either way|may go either way|might go either way|can go either way|a distinct possibility|a real possibility|a realistic possibility|too close to call',
  ],
  [
    'chance-odds',
    'likely',
    'odds are in favour|odds are in favor|odds are shortening|odds have shortened|the odds are with|stands a good chance|put money on|putting money on|chances are|odds are that|odds are on|odds - on|the odds favour|the odds favor|a good bet|good bet|better than even|better than evens|more than even|our money is on|my money is on|smart money is on|the betting is|is within reach|are within reach|was within reach|now within reach|be within reach',
  ],
  [
    'chance-odds',
    'very likely',
    'a safe bet|safe bet|every chance|hardly a doubt|hardly any doubt|little doubt|scarcely a doubt|no doubt that|the best chance',
  ],
  [
    'chance-opinion',
    'very unlikely',
    'nobody expects|no one expects|nobody believes|no one believes|nobody seriously expects|no one seriously expects|scarcely anyone expects|scarcely anyone believes|hardly anyone believes|hardly anybody believes|nobody here expects|no one here expects|nobody thinks|no one thinks|hard to see|difficult to see|hard to imagine|difficult to imagine|hard to conceive|hardly anyone expects|hardly anybody expects|seriously doubt|seriously doubts|gravely doubts',
  ],
  [
    'chance-opinion',
    'unlikely',
    'doubts remain|not optimistic|not confident|not convinced|unconvinced|few would bet on|few dare hope|little confidence|few observers think|few diplomats think|few analysts think|few in the capital|few expect|few expected|few believe|few observers expect|few analysts expect|few diplomats expect|few observers believe|few think|few here expect|few here believe|few here think|few diplomats believe|few analysts believe|remain skeptical|remain sceptical|remains skeptical|remains sceptical|is sceptical|are sceptical|is skeptical|are skeptical|sceptical that|skeptical that|sceptical about|skeptical about|sceptical whether|pessimistic about|is pessimistic|are pessimistic|doubts that|doubted that|doubt that|doubts whether|doubt whether|doubted whether|doubts if|doubt if|doubts about whether|serious doubts|grave doubts',
  ],
  [
    'chance-opinion',
    'likely',
    'hopeful that|most observers believe|most analysts believe|most diplomats expect|most think|most believe|is confident|are confident|was confident|were confident|remains confident|remain confident|confident that|confident of|is optimistic|are optimistic|optimistic that|optimistic about|most expect|many expect|most observers expect|most analysts expect|analysts expect|observers expect|diplomats expect|widely expected',
  ],
  [
    'chance-left-open',
    undefined,
    "the jury is out|jury is still out|up in the air|who knows|nobody knows|no one knows|impossible to tell|hard to tell|cannot be predicted|cannot be foretold|an open question|remains undecided|remains doubtful whether|in the lap of the gods|is unpredictable|nobody dares predict|no one dares predict|nobody will say|no one will say|unclear whether|unclear if|uncertain whether|uncertain if|is not yet decided|only time will tell|not excluded|remains open|remain open|remains to be seen|remain to be seen|remained to be seen|nobody can say|no one can say|nobody knows whether|no one knows whether|nobody knows if|anyone 's guess|anybody 's guess|too early to say|too early to tell|too soon to say|too soon to tell|impossible to predict|impossible to say|hard to say whether|hard to say if|the question remains open|remains an open question|is an open question|hard to predict|difficult to predict|remain uncertain|remains uncertain|is uncertain|are uncertain|far from certain|far from guaranteed|far from assured|by no means certain|by no means assured|anything but certain|not a foregone conclusion|no foregone conclusion|hangs in the balance|hangs by a thread|hanging by a thread|hang by a thread|hang in the balance|hung in the balance|remains unclear|is unclear|it is unclear|was unclear|remained unclear|not clear whether|not clear if|not yet clear|is an open one|time will tell|is still open|the outcome is open|no prediction|cannot be ruled out|can not be ruled out|can 't be ruled out|cannot be excluded|can not be excluded|not be ruled out|not inconceivable|not impossible|not unthinkable|not certain|not inevitable|no guarantee that|no certainty that",
  ],
];

/** `the odds of a treaty are slim`, `optimism for a result is low`: a noun of chance, and how much of it. */
export const CHANCE_NOUNS: ReadonlySet<string> = new Set(
  'odds chance chances prospect prospects likelihood probability hope hopes optimism expectations risk possibility'.split(
    ' ',
  ),
);
const BY_TERM: readonly (readonly [Term, string])[] = [
  ['almost no chance', 'remote nil zero negligible infinitesimal minuscule'],
  ['very unlikely', 'slim slimmer low small dim bleak poor faint minimal thin scant slender tiny outside'],
  ['unlikely', 'limited modest'],
  ['roughly even chance', 'even evens'],
  ['likely', 'fair good high strong decent reasonable solid considerable'],
  ['very likely', 'excellent'],
];
export const AMOUNTS: ReadonlyMap<string, Term> = new Map(
  BY_TERM.flatMap(([term, list]) => list.split(' ').map((word) => [word, term] as const)),
);
/** `hopes of a deal are fading`. */
export const FADES: ReadonlySet<string> = new Set(
  'fading faded fade fades dimming dimmed dwindling dwindled receding receded shrinking shrunk shrank sinking evaporating evaporated waning waned vanishing falling fallen diminishing diminished'.split(
    ' ',
  ),
);

export const BY_FIRST_WORD: ReadonlyMap<string, readonly LikelihoodWords[]> = table();

/** Longest first. */
function table(): Map<string, LikelihoodWords[]> {
  const found = new Map<string, LikelihoodWords[]>();
  for (const [rule, term, phrases] of LISTS)
    for (const told of phrases.split('|')) {
      const phrase = told.replaceAll(/ ?([-/]) ?/g, ' $1 ').split(' ');
      const entry = term === undefined ? { rule, phrase } : { rule, phrase, term };
      found.set(phrase[0]!, [...(found.get(phrase[0]!) ?? []), entry]);
    }
  for (const entries of found.values()) entries.sort((a, b) => b.phrase.length - a.phrase.length);
  return found;
}
