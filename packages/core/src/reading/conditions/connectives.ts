/**
 * Conditions that a conjunction ties: `A only if B`, `no A until B`, `unless B, A`, `A once B`. By rule, over one clause;
 * linear in its words but for looks back over a chunk, and a clause is bounded (./clauses.ts).
 *
 * Of a threat (`will strike unless B`) the step is the threatened act: what is tied to B is that it does not come, the peace
 * of the threatened party. `isNegated` where B must not be: `no talks if B`, `will strike if B`.
 */
import { commaIn, isVerb, type Clause, type Line, type Range } from './clauses.ts';
import { trimmed } from './holder.ts';
import { before, isRemark, type Tie } from './ties.ts';
import { isTime, isUnit } from './times.ts';
import { CONSENT, isPartyNoun, STEPS } from './vocabulary.ts';

type Kind =
  | 'with'
  | 'but'
  | 'event'
  | 'only'
  | 'until'
  | 'unless'
  | 'provided'
  | 'while'
  | 'once'
  | 'when'
  | 'after'
  | 'before'
  | 'during'
  | 'if';

/** Longest first. */
const CONNECTIVES: readonly (readonly [Kind, readonly string[]])[] = (
  [
    ['only', 'only for as long as'],
    ['only', 'only as long as'],
    ['only', 'only so long as'],
    ['only', 'only on condition that'],
    ['only', 'only on the condition that'],
    ['only', 'only provided that'],
    ['only', 'if and only if'],
    ['only', 'if , and only if ,'],
    ['only', 'if - and only if -'],
    ['only', 'only if'],
    ['only', 'only when'],
    ['only', 'only once'],
    ['only', 'only after'],
    ['only', 'only while'],
    ['only', 'only as soon as'],
    ['only', 'only to those who'],
    ['but', 'but only'],
    ['with', 'only with'],
    ['with', 'upon'],
    ['with', 'with'],
    ['provided', 'on the understanding that'],
    ['provided', 'under the condition that'],
    ['provided', 'with the proviso that'],
    ['provided', 'under the proviso that'],
    ['provided', 'with the reservation that'],
    ['provided', 'provided always that'],
    ['provided', 'on the condition that'],
    ['provided', 'on condition that'],
    ['provided', 'on condition'],
    ['provided', 'with one proviso : that'],
    ['provided', 'on one condition that'],
    ['provided', 'on one condition : that'],
    ['provided', 'on one condition :'],
    ['provided', 'on one condition , that'],
    ['provided', 'under one condition : that'],
    ['provided', 'under one condition :'],
    ['provided', 'with one condition : that'],
    ['provided', 'with a condition : that'],
    ['provided', 'on the sole condition that'],
    ['provided', 'on the basis that'],
    ['provided', 'with the condition that'],
    ['provided', 'provided that'],
    ['provided', 'providing that'],
    ['provided', 'provided'],
    ['provided', 'providing'],
    ['while', 'for as long as'],
    ['while', 'as long as'],
    ['while', 'so long as'],
    ['once', 'as soon as'],
    ['once', 'on the day that'],
    ['once', 'on the day'],
    ['once', 'the moment'],
    ['once', 'the minute'],
    ['once', 'the day'],
    ['until', 'not until'],
    ['until', 'but not before'],
    ['until', 'and not before'],
    ['until', 'never before'],
    ['until', 'until'],
    ['until', 'till'],
    ['unless', 'unless and until'],
    ['unless', 'unless'],
    ['once', 'once'],
    ['if', 'if and when'],
    ['when', 'when'],
    ['after', 'after'],
    ['before', 'before'],
    ['during', 'while'],
    ['event', 'in the event that'],
    ['event', 'in the event of'],
    ['if', 'if'],
  ] as const
)
  .map(([kind, phrase]): [Kind, readonly string[]] => [kind, phrase.split(' ')])
  .toSorted(([, a], [, b]) => b.length - a.length);

const FIRST_WORDS = new Set(CONNECTIVES.map(([, phrase]) => phrase[0]!));

const NEGATIONS = new Set(
  `not n't no never nothing nobody none neither nor cannot refuse refuses refused refusing declined declines decline
  rejects rejected reject without rule ruled rules impossible pointless unwilling premature inconceivable unthinkable
  useless excluded unacceptable meaningless taboo hardly`.split(/\s+/),
);
const REFUSES = new Set('refuse refuses refused refusing ruled rules rejects rejected declined declines'.split(' '));
const WILL = new Set("will would can could 'll 'd shall must should may might cannot wo ca".split(' '));
const READY = new Set(
  `ready willing willingness readiness prepared open agree agrees agreed consider hinted promise promised offer offers
  offered pledged vowed accept accepts accepted yes content objection imagine possible conceivable thinkable acceptable negotiable set`.split(
    /\s+/,
  ),
);
/** Threats by themselves; `strike`, `quit` and `resume` are acts that are named otherwise too. */
const THREATS = new Set(
  `threaten threatens threatened threatening warn warned warns warning retaliate retaliation punish punished reprisals
  sanctions tariffs escalate strike strikes walk attack quit resign storm bomb`.split(/\s+/),
);
const ENDS = new Set('over off void dead null collapse collapses lapse lapses fall falls ends'.split(' '));
/** What is kept from somebody, or kept away from, until it is paid for. */
const HOLDS = new Set(
  `withhold withholds withheld withholding suspend suspends suspended suspending freeze freezes frozen froze block blocks
  blocked blocking postpone postpones postponed boycott boycotts boycotted refrain refrains abstain stay stays away holding
  held shut wait waits keeping keeps`.split(/\s+/),
);
const FOREWARNS = new Set('threaten threatens threatened threatening warned warns warning warn vowed'.split(' '));
const CONTINUES = new Set('continue continues go keep remain remains stay last fight hold persist'.split(' '));
const PRESENCE = new Set(
  'present presence there attends attend attended participates joins comes goes too also'.split(' '),
);
const MOVES = new Set(
  `go come meet attend join sign talk negotiate travel accept agree return release withdraw lift suspend stop open reopen
  close free leave pay ratify recognise recognize support vote discuss resume end drop lower raise cut sell buy send hand
  disarm resign enter deliver scrap dismantle ship transfer evacuate cede renounce abolish repeal allow admit reinstate
  stay back invest fund finance guarantee approve endorse freeze cancel postpone renew share publish apologise concede
  abandon give hold consider restore grant settle extend back halt reconsider`.split(/\s+/),
);
const WHO = new Set(['who', 'which', 'whose', 'where']);
const PERSONAL = new Set('he she they we it i you'.split(' '));
const JOINS = new Set(['or', 'and', 'but', 'nor']);

export function connectiveAt(line: Line, clause: Clause, at: number): Tie | undefined {
  const { words } = line;
  if (!FIRST_WORDS.has(words[at]!)) return undefined;
  const found = CONNECTIVES.find(([, phrase]) =>
    phrase.every((word, k) => at + k < clause.to && words[at + k] === word),
  );
  if (found === undefined) return undefined;
  const [kind, phrase] = found;
  return tie(line, clause, kind, at, at + phrase.length);
}

function tie(line: Line, clause: Clause, kind: Kind, at: number, needsFrom: number): Tie | undefined {
  const { words } = line;
  if (isIdiom(words, kind, at, needsFrom)) return undefined;
  needsFrom = afterAside(words, needsFrom, clause.to);
  const isFronted = isAtFront(line, clause, at);
  const parts = isFronted ? fronted(line, clause, at, needsFrom) : following(line, clause, at, needsFrom);
  const step = parts && trimmed(line, parts.step);
  const needs = parts && trimmed(line, parts.needs);
  if (step === undefined || needs === undefined) return undefined;
  return judged(line, clause, { kind, isFronted, step, needs, at, length: needsFrom - at });
}

/** `if, in return, …`, `when, and only when, …`. */
function afterAside(words: readonly string[], from: number, to: number): number {
  if (words[from] !== ',') return from;
  for (let i = from + 1; i < Math.min(to - 2, from + 7); i++) if (words[i] === ',') return i + 1;
  return from;
}

function isIdiom(words: readonly string[], kind: Kind, at: number, needsFrom: number): boolean {
  const [before, after] = [words[at - 1] ?? '', words[needsFrom] ?? ''];
  switch (kind) {
    case 'once':
      if (words[needsFrom - 1] === 'day' || words[needsFrom - 1] === 'moment' || words[needsFrom - 1] === 'minute')
        return (
          /^(?:after|before|of|when|for|to|in|and|[,.;])$/.test(after) || /^(?:until|at|before|by|till)$/.test(before)
        );
      return (
        before === 'than' ||
        before === 'at' ||
        /^(?:again|more|and|every)$/.test(after) ||
        (after === 'a' && isUnit(words[needsFrom + 1]))
      );
    case 'if':
      return (
        /^(?:as|even|what|asked|see|wonder|wondered|know|ask|clear|unclear|say|tell|is|decide|decides)$/.test(before) ||
        /^(?:anything|not|so|need|necessary|any|ever)$/.test(after)
      );
    case 'when':
      return (
        /^(?:since|know|knew|ask|asked|say|says|said|remember|clear|unclear|decide|until|on|,)$/.test(before) ||
        after === 'asked'
      );
    case 'provided':
      if (needsFrom - at > 1) return after === 'of' || after === 'that' || after === ',';
      return (
        /^(?:by|for|with|to|in|a|under|herein|above|below)$/.test(after) ||
        /^(?:be|been|was|is|were|has|have|had|not|expressly|otherwise|as)$/.test(before) ||
        (words[at] === 'providing' && before !== ',')
      );
    case 'while':
      return /^(?:anyone|anybody|possible|necessary|needed|ago)$/.test(after);
    default:
      return false;
  }
}

/** At the head of the clause, or after words that are no main clause: `On Monday, unless …`. */
function isAtFront({ tokens }: Line, clause: Clause, at: number): boolean {
  for (let i = clause.from; i < at; i++) if (isVerb(tokens[i]) || tokens[i]!.pos === 'NOUN') return false;
  return at - clause.from <= 3;
}

interface Parts {
  readonly step: Range;
  readonly needs: Range;
}

/** `Unless they go, there will be no treaty`; `only if it is reached can the duty fall`. */
function fronted({ tokens, words }: Line, clause: Clause, at: number, needsFrom: number): Parts | undefined {
  const isInverting = words[at] === 'only' || words[at] === 'not';
  for (let i = needsFrom + 1; i < clause.to - 1; i++) {
    if (isInverting && isInversion(tokens, words, i, needsFrom))
      return { needs: { from: needsFrom, to: i }, step: { from: i, to: clause.to } };
    if (isInverting || words[i] !== ',') continue;
    // a list, or `, he said,`: the main clause comes later
    if (JOINS.has(words[i + 1]!) || isRemark(words, i, clause.to)) continue;
    const from = mainFrom(words, i + 1);
    return {
      needs: { from: needsFrom, to: endOfNeeds(words, needsFrom, i) },
      step: { from, to: endOfStep(words, from, clause.to) },
    };
  }
  return undefined;
}

/** `can the duty fall`: a helping verb without its subject before it. */
function isInversion(tokens: Line['tokens'], words: readonly string[], i: number, from: number): boolean {
  if (!['did', 'does', 'do', 'can', 'could', 'will', 'would', 'should', 'must'].includes(words[i]!)) return false;
  const next = tokens[i + 1]!;
  if (!['DET', 'PROPN', 'NOUN', 'PRON', 'ADJ'].includes(next.pos)) return false;
  return i - from >= 2;
}

function mainFrom(words: readonly string[], from: number): number {
  return words[from] === 'then' ? from + 1 : from;
}

/** Without a remark that stands at its end. */
function endOfNeeds(words: readonly string[], from: number, to: number): number {
  for (let k = from; k < to; k++) if (words[k] === ',' && isRemark(words, k, to + 1)) return k;
  return to;
}

function endOfStep(words: readonly string[], from: number, to: number): number {
  for (let i = from + 3; i < to; i++) if (words[i] === ',') return i;
  return to;
}

/** `they would travel only if it was safe`. */
function following(line: Line, clause: Clause, at: number, needsFrom: number): Parts {
  const { words, tokens } = line;
  let to = clause.to;
  for (let i = needsFrom + 1; i < clause.to; i++) {
    if (words[i] !== ',' || JOINS.has(words[i + 1] ?? '')) continue;
    // `if management, as promised in May, pays`
    const isSubject = i - needsFrom <= 4 && !tokens.slice(needsFrom, i).some((token) => isVerb(token));
    const end = isSubject ? commaIn(words, i + 1, Math.min(clause.to, i + 11)) : clause.to;
    if (words[end] === ',' && end < clause.to - 1) {
      i = end;
      continue;
    }
    to = i;
    break;
  }
  return { step: before(line, clause, at), needs: { from: needsFrom, to } };
}

interface Found extends Parts {
  readonly kind: Kind;
  readonly isFronted: boolean;
  readonly at: number;
  readonly length: number;
}

function judged(line: Line, clause: Clause, found: Found): Tie | undefined {
  const { words, tokens } = line;
  const { kind, step, needs, isFronted } = found;
  const hasIn = (range: Range, set: ReadonlySet<string>): boolean => {
    for (let i = range.from; i < range.to; i++) if (set.has(words[i]!)) return true;
    return false;
  };
  const isNegative =
    hasIn(step, NEGATIONS) || /\bout of the question|off the table\b/.test(words.slice(step.from, step.to).join(' '));
  const hasWill = hasIn(step, WILL) || isToBe(words, step) || takesEffect(words, step);
  // The tagger takes verbs for nouns (`take part`, `declines`): a longer stretch after a conjunction is taken for a clause.
  const hasVerbIn = (range: Range): boolean =>
    range.to - range.from >= 3 || tokens.slice(range.from, range.to).some((token) => isVerb(token));
  const isWhen = isTime(line, needs);
  const isPresence = hasIn(needs, PRESENCE) || inTheSame(words, needs);
  const of = (rule: string, rest: Partial<Tie> = {}): Tie => ({
    rule,
    step,
    needs,
    binds: 'condition',
    timing: 'before',
    isNegated: false,
    ...rest,
  });
  const threat = (isNegated: boolean): Tie => of('threat-or-else', { binds: 'threat', isNegated });
  const lapses = (): Tie => of('condition-if', { isNegated: true, timing: 'while' });
  const hasMove = tokens.slice(step.from, step.to).some(({ lemma }) => MOVES.has(lemma));
  const ifHolds = (): Tie => of('condition-if', isPresence ? { timing: 'together' } : {});
  const isForewarned = FOREWARNS.has(clause.cue ?? '') || hasIn(step, FOREWARNS);
  const hasOnly =
    kind === 'only' || (!isFronted && ['if', 'when', 'once', 'after'].includes(kind) && onlyBefore(words, step));

  if (hasOnly) {
    if (isWhen) return undefined;
    const asLong =
      kind === 'only' &&
      (words.slice(found.at, found.at + found.length).includes('long') || words[found.at + 1] === 'while');
    return of('condition-only-if', { timing: asLong ? 'while' : isPresence ? 'together' : 'before' });
  }
  switch (kind) {
    case 'but':
      return !isFronted &&
        (hasWill || hasIn(step, READY)) &&
        tokens[needs.from]!.pos === 'ADP' &&
        !isTime(line, { from: needs.from + 1, to: needs.to })
        ? of('condition-only-if')
        : undefined;
    case 'with':
      if (words[found.at] === 'with' && !onlyBefore(words, step)) return undefined;
      return hasIn(needs, CONSENT) && hasWill ? of('condition-only-if') : undefined;
    case 'provided':
      return hasVerbIn(needs) ? of('condition-only-if', isPresence ? { timing: 'together' } : {}) : undefined;
    case 'until':
      if (isWhen) return undefined;
      if (
        isNegative ||
        (hasIn(step, HOLDS) && !isPassive(words, step)) ||
        words.slice(found.at, found.at + found.length).some((w) => w === 'not' || w === 'never')
      )
        return hasVerbIn(needs) || isNegative ? of('condition-until') : undefined;
      return hasWill && hasIn(step, CONTINUES) && isClause(line, needs) ? of('condition-until') : undefined;
    case 'unless':
      if (!hasVerbIn(needs)) return undefined;
      return (isNegative || hasIn(step, HOLDS)) && !isForewarned
        ? of('condition-until', isMutual(words, needs) || hasIn(needs, IN_PERSON) ? { timing: 'together' } : {})
        : isUltimatum(line, clause, step, hasWill || isForewarned || hasIn(step, THREATS))
          ? threat(false)
          : undefined;
    case 'while':
      if (isWhen || !hasVerbIn(needs)) return undefined;
      return isNegative ? of('condition-until', { isNegated: true }) : of('condition-only-if', { timing: 'while' });
    case 'once':
      if (!hasVerbIn(needs) || isWhen) return undefined;
      if (isEnding(words, step)) return lapses();
      return hasWill || isNegative ? ifHolds() : undefined;
    case 'when':
      if (!hasVerbIn(needs) || isWhen || !isPresentOrDone(words, needs)) return undefined;
      if (isFronted) return hasIn(step, VOWS) && isParty(line, step) && hasMove ? ifHolds() : undefined;
      return hasIn(step, WILL) || takesEffect(words, step) ? ifHolds() : undefined;
    case 'after':
      return !isFronted && (isClause(line, needs) || isEmphatic(words, needs)) && hasWill && !isWhen
        ? ifHolds()
        : undefined;
    case 'before':
      if (isWhen || (!hasVerbIn(needs) && needs.to - needs.from < 3)) return undefined;
      return !isFronted && isNegative && (hasWill || hasIn(step, REFUSES)) ? of('condition-until') : undefined;
    case 'during':
      if (!isFronted && isNegative && !hasWill && hasIn(needs, LASTING) && hasIn(needs, LASTS))
        return of('condition-only-if', { step: needs, needs: step, timing: 'while' });
      return !isFronted &&
        isNegative &&
        (hasWill || hasIn(step, REFUSES) || (isRule(words, step) && isPresentOrDone(words, needs))) &&
        isClause(line, needs)
        ? of('condition-until', { isNegated: true })
        : undefined;
    case 'event':
      return hasWill ? (isNegative ? ifHolds() : of('condition-trigger', { binds: 'trigger' })) : undefined;
    case 'if':
      return conditional();
    default:
      return kind satisfies never;
  }

  function conditional(): Tie | undefined {
    if (!hasVerbIn(needs) || needs.to - needs.from < 2 || WHO.has(words[step.from]!) || words[step.from + 1] === 'you')
      return undefined;
    if (isWondered(words, step)) return undefined;
    const isUnmet = hasIn(needs, UNMET);
    if (isObliged(words, step) && isAim(words, needs)) return of('condition-depends', { step: needs, needs: step });
    if (!isFronted && isEnding(words, step)) return lapses();
    if (isForewarned || (hasIn(step, THREATS) && !isNegative && (hasWill || !isFronted))) return threat(true);
    const will = hasIn(step, VOWS) || isToBe(words, step);
    const isParted = isParty(line, step);
    const bare = bareBe(line, step);
    if (isFronted) {
      if (clause.isQuoted && isOpenQuestion(words, step)) return undefined;
      if (hasIn(step, ENDS) && !isNegative && !hasIn(step, WILL)) return threat(true);
      if (isNegative && (will || hasIn(step, ENDS)) && isUnmet) return threat(true);
      if (will && words[step.from] !== 'you' && (isParted || bare === 'passive') && bare !== 'state')
        return isUnmet && !isNegative ? threat(true) : isNegative ? of('condition-if', { isNegated: true }) : ifHolds();
      if (isBargain(line, step, needs) && !isNegative && bare !== 'state') return ifHolds();
      if (clause.isQuoted) return undefined;
      return hasIn(step, new Set(['could', 'may', 'might', 'would', 'possible', 'likely']))
        ? of('condition-trigger', { binds: 'trigger' })
        : undefined;
    }
    if (isNegative && hasWill && hasIn(step, OBJECTS)) return ifHolds();
    if (isNegative && hasWill && isParted && bare !== 'state') return of('condition-if', { isNegated: true });
    if (
      hasIn(step, READY) &&
      (isParted || clause.speaker !== undefined || step.to - step.from < 12) &&
      bare !== 'state'
    )
      return ifHolds();
    const isAct = isParted || hasMove;
    if (will && bare !== 'state' && (isAct || (bare === 'passive' && (clause.speaker !== undefined || hasMove))))
      return isUnmet && !isNegative ? threat(true) : ifHolds();
    if (/^(?:will|would)$/.test(words[step.from + 1] ?? '') && isUnmet) return threat(true);
    if (isUnmet && will && bare === undefined) return threat(true);
    // `The province gets its money if it signs`
    return isBargain(line, step, needs) && !isNegative && bare !== 'state' ? ifHolds() : undefined;
  }
}

/** `The province gets its money if it signs`, `If Velden pays, the sailors go home`: told in the present of both. */
const isBargain = (line: Line, step: Range, needs: Range): boolean =>
  isParty(line, step) &&
  isPresentOrDone(line.words, step) &&
  isPresentOrDone(line.words, needs) &&
  line.tokens
    .slice(step.from, step.to)
    .some(
      ({ text, pos, lemma }, k) =>
        pos === 'VERB' &&
        !/(?:ed|ing)$/.test(text) &&
        (MOVES.has(lemma) || (STEPS.has(line.words[step.from + k + 2] ?? '') && text.endsWith('s'))),
    );

const isWondered = (words: readonly string[], { from, to }: Range): boolean =>
  words.slice(from, to).some((word) => word === 'whether' || word === 'wondered');
/** `the shifts are suspended until`: what holds now, kept from nobody. */
const isPassive = (words: readonly string[], { from, to }: Range): boolean => {
  for (let i = from + 1; i < to; i++)
    if (HOLDS.has(words[i]!)) return !words[i]!.endsWith('ing') && /^(?:is|are|was|were|been|be)$/.test(words[i - 1]!);
  return false;
};
const LASTING = new Set(
  'pause truce ceasefire cease-fire talks negotiations agreement deal process armistice'.split(' '),
);
const LASTS = new Set('last lasts holds hold continue continues runs stands'.split(' '));
const IN_PERSON = new Set('present himself herself themselves attends too also'.split(' '));
const isEmphatic = (words: readonly string[], { from, to }: Range): boolean =>
  /, and (?:no sooner|not (?:before|earlier|sooner|an? (?:day|hour|minute)))/.test(
    words.slice(from, to).join(' ').replaceAll(' ,', ','),
  );
/** `No ship leaves harbour`. */
const isRule = (words: readonly string[], { from }: Range): boolean =>
  /^(?:no|not|nothing|nobody|none)$/.test(words[from]!);
const isObliged = (words: readonly string[], { from, to }: Range): boolean =>
  words
    .slice(from, to)
    .some((word, k, all) => word === 'must' || (/^(?:has|have|had)$/.test(word) && all[k + 1] === 'to'));
/** `if there is to be a treaty`, `if it wants the money`. */
const isAim = (words: readonly string[], { from, to }: Range): boolean =>
  words
    .slice(from, to)
    .some((word, k, all) => (/^(?:is|are|were|was)$/.test(word) && all[k + 1] === 'to') || /^wants?$/.test(word));
const LASTING_THINGS = new Set(
  'truce ceasefire consent offer deal agreement support accord promise pact treaty pledge undertaking commitment licence'.split(
    ' ',
  ),
);
/** `The truce lapses`, `the truce as over`. */
const isEnding = (words: readonly string[], { from, to }: Range): boolean => {
  const all = words.slice(from, to);
  return (
    all.some((word) => LASTING_THINGS.has(word)) &&
    all.some((word) => /^(?:lapses?|over|void|ends|end|expires?|off|dead)$/.test(word))
  );
};
/** `will strike unless`, `goes ahead on Monday unless`: not `does every line’s end unless`. */
const isUltimatum = (line: Line, clause: Clause, step: Range, isTold: boolean): boolean =>
  isTold ||
  clause.speaker !== undefined ||
  isParty(line, step) ||
  ENDING.test(line.words.slice(step.from, step.to).join(' '));
const ENDING = /\b(?:goes? ahead|begins?|starts?|is off|is over|is dead|collapses?|fails?)\b/;
/** `takes effect`, `enters into force`, `falls due`. */
const takesEffect = (words: readonly string[], { from, to }: Range): boolean =>
  words
    .slice(from, to)
    .some(
      (word, k, all) =>
        (word === 'effect' && all[k - 1] === 'takes') ||
        (word === 'force' && all[k - 1] === 'into') ||
        (word === 'due' && /^(?:falls?|is|are|comes?)$/.test(all[k - 1] ?? '')) ||
        word === 'payable',
    );
const UNMET = new Set("not n't no fails fail failed refuses refuse reject rejects rejected".split(' '));
/** `would not object if`. */
const OBJECTS = new Set('object oppose mind veto block resist exclude objection stand'.split(' '));
const VOWS = new Set("will would 'll shall 'd".split(' '));

/** `be` as the verb: of a state (`would be glad`), of what is done (`would be opened`), or of readiness. */
function bareBe({ words }: Line, { from, to }: Range): 'state' | 'passive' | undefined {
  for (let i = from; i < to; i++) {
    if (words[i] !== 'be') continue;
    const next = words[i + 1] ?? '';
    if (PRESENCE.has(next) || /^(?:ready|willing|prepared|open|possible|conceivable|acceptable|free)$/.test(next))
      return undefined;
    return /(?:ed|en|own|ght|sold|paid|cut|shut|held|put|set|made|met|lost|sent)$/.test(next) && i + 1 < to
      ? 'passive'
      : 'state';
  }
  return undefined;
}

/** With a subject that has a will: named, a pronoun, or a noun of such. */
export function isParty({ words, tokens }: Line, { from, to }: Range): boolean {
  const first = words[from]!;
  if (PERSONAL.has(first)) return true;
  for (let i = from; i < to; i++) {
    if (i > from && (isVerb(tokens[i]) || WILL.has(words[i]!))) return false;
    if (tokens[i]!.pos === 'PROPN' || isPartyNoun(words[i]!)) return true;
  }
  return false;
}

const isOpenQuestion = (words: readonly string[], { from, to }: Range): boolean =>
  /^(?:what|who|why|how|where)$/.test(words[from] ?? '') || words[to] === '?';

/** `unless the other does`. */
const isMutual = (words: readonly string[], { from }: Range): boolean =>
  words[from] === 'the' && words[from + 1] === 'other';

/** With a verb of its own, not one of a relative clause. */
function isClause({ tokens, words }: Line, { from, to }: Range): boolean {
  for (let i = from + 1; i < to; i++) {
    if (WHO.has(words[i]!) || words[i] === 'that') return false;
    if (isVerb(tokens[i])) return true;
  }
  return false;
}

/** `will only attend the talks if`. */
function onlyBefore(words: readonly string[], step: Range): boolean {
  for (let i = Math.max(step.from, step.to - 12); i < step.to; i++) if (words[i] === 'only') return true;
  return false;
}

/** `if it is settled in the same agreement`. */
function inTheSame(words: readonly string[], { from, to }: Range): boolean {
  for (let i = from; i < to - 1; i++) if (words[i] === 'the' && words[i + 1] === 'same') return true;
  return false;
}

function isToBe(words: readonly string[], { from, to }: Range): boolean {
  for (let i = from; i < to - 1; i++)
    if (
      words[i + 1] === 'to' &&
      [
        'is',
        'are',
        'ready',
        'willing',
        'prepared',
        'agreed',
        'going',
        'promised',
        'pledged',
        'vowed',
        'offered',
        'offers',
        'promises',
      ].includes(words[i]!)
    )
      return true;
  return false;
}

/** `when governance is agreed`, not `when it was signed`. */
function isPresentOrDone(words: readonly string[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (['was', 'were', 'had', 'did', 'would', 'could'].includes(words[i]!)) return false;
  return true;
}
