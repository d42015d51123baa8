/**
 * Conditions that a conjunction ties: `A only if B`, `no A until B`, `unless B, A`, `A once B`. By rule, over one clause;
 * linear in its words but for looks back over a chunk, and a clause is bounded (./clauses.ts).
 *
 * Of a threat (`will strike unless B`) the step is the threatened act: what is tied to B is that it does not come, the peace
 * of the threatened party. `isNegated` where B must not be: `no talks if B`, `will strike if B`.
 */
import type { PreconditionRow } from '../rows.ts';
import { isReport, isVerb, type Clause, type Line, type Range } from './clauses.ts';
import { trimmed } from './holder.ts';

/** What a rule finds in a clause. */
export interface Tie {
  readonly rule: string;
  readonly step: Range;
  readonly needs: Range;
  readonly binds: PreconditionRow['binds'];
  readonly timing: PreconditionRow['timing'];
  readonly isNegated: boolean;
}

type Kind = 'only' | 'until' | 'unless' | 'provided' | 'while' | 'once' | 'when' | 'after' | 'before' | 'during' | 'if';

/** Longest first. */
const CONNECTIVES: readonly (readonly [Kind, readonly string[]])[] = (
  [
    ['only', 'only for as long as'],
    ['only', 'only as long as'],
    ['only', 'only so long as'],
    ['only', 'only on condition that'],
    ['only', 'only provided that'],
    ['only', 'only if'],
    ['only', 'only when'],
    ['only', 'only once'],
    ['only', 'only after'],
    ['only', 'only while'],
    ['only', 'only as soon as'],
    ['provided', 'on the understanding that'],
    ['provided', 'under the condition that'],
    ['provided', 'with the proviso that'],
    ['provided', 'on the condition that'],
    ['provided', 'on condition that'],
    ['provided', 'on one condition that'],
    ['provided', 'provided that'],
    ['provided', 'providing that'],
    ['provided', 'provided'],
    ['while', 'for as long as'],
    ['while', 'as long as'],
    ['while', 'so long as'],
    ['once', 'as soon as'],
    ['until', 'not until'],
    ['until', 'until'],
    ['until', 'till'],
    ['unless', 'unless'],
    ['once', 'once'],
    ['when', 'when'],
    ['after', 'after'],
    ['before', 'before'],
    ['during', 'while'],
    ['if', 'if'],
  ] as const
).map(([kind, phrase]) => [kind, phrase.split(' ')]);

const FIRST_WORDS = new Set(CONNECTIVES.map(([, phrase]) => phrase[0]!));

const NEGATIONS = new Set(
  `not n't no never nothing nobody none neither nor cannot refuse refuses refused refusing declined declines decline
  rejects rejected reject without rule ruled rules impossible pointless unwilling`.split(/\s+/),
);
const REFUSES = new Set('refuse refuses refused refusing ruled rules rejects rejected declined declines'.split(' '));
const WILL = new Set("will would can could 'll 'd shall must should may might cannot wo ca".split(' '));
const READY = new Set(
  `ready willing willingness readiness prepared open agree agrees agreed consider hinted set promised promise offered offers
  pledged accept accepts join travel offer vowed wants settle sign lift withdraw suspend release negotiate return`.split(
    /\s+/,
  ),
);
const THREATS = new Set(
  `threaten threatens threatened threatening warn warned warns warning sanctions retaliate retaliation strike strikes walk
  punish tariffs reprisals escalate quit attack resume`.split(/\s+/),
);
const FOREWARNS = new Set('threaten threatens threatened threatening warned warns warning warn vowed'.split(' '));
const CONTINUES = new Set('continue continues go keep remain remains stay last fight hold persist'.split(' '));
const PRESENCE = new Set(
  'present presence there attends attend attended participates joins comes goes too also'.split(' '),
);
/** What follows `until` and `before` where they tell a time. */
const TIMES = new Set(
  `now then today tomorrow yesterday tonight recently late early mid last next this that monday tuesday wednesday thursday
  friday saturday sunday january february march april june july august september october november december
  spring summer autumn winter christmas easter noon midnight dawn at`.split(/\s+/),
);
const MOVES = new Set(
  'go come meet attend join sign talk negotiate travel accept agree return release withdraw lift suspend stop there'.split(
    ' ',
  ),
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
  if (at > clause.from && isIdiom(words, kind, at, needsFrom)) return undefined;
  const isFronted = isAtFront(line, clause, at);
  const parts = isFronted ? fronted(line, clause, at, needsFrom) : following(line, clause, at, needsFrom);
  const step = parts && trimmed(line, parts.step);
  const needs = parts && trimmed(line, parts.needs);
  if (step === undefined || needs === undefined) return undefined;
  return judged(line, clause, { kind, isFronted, step, needs, at, length: needsFrom - at });
}

function isIdiom(words: readonly string[], kind: Kind, at: number, needsFrom: number): boolean {
  const [before, after] = [words[at - 1]!, words[needsFrom] ?? ''];
  if (kind === 'once') return before === 'than' || before === 'at' || after === 'again' || after === 'more';
  if (kind === 'if')
    return ['as', 'even', 'what', 'asked', 'see', 'wonder', 'wondered', 'know', 'ask'].includes(before);
  if (kind === 'when')
    return ['since', 'know', 'knew', 'ask', 'asked', 'remember', 'unclear', 'decide', ','].includes(before);
  if (kind === 'provided')
    return ['by', 'for', 'with', 'to'].includes(after) || ['be', 'been', 'was', 'is'].includes(before);
  return false;
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

const REMARK = 8;

/** `, she said,` after a comma at `i`. */
function isRemark(words: readonly string[], i: number, to: number): boolean {
  let hasReport = false;
  for (let k = i + 1; k < Math.min(to, i + REMARK + 2); k++) {
    if (words[k] === ',') return hasReport;
    if (isReport(words[k]!) && k - i <= 5) hasReport = true;
  }
  return false;
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
  const { words } = line;
  let to = clause.to;
  for (let i = needsFrom + 1; i < clause.to; i++)
    if (words[i] === ',' && !JOINS.has(words[i + 1] ?? '')) {
      to = i;
      break;
    }
  return { step: { from: stepFrom(line, clause, at), to: at }, needs: { from: needsFrom, to } };
}

/** Where the clause begins of which `at` is a part: the last stretch between commas with a verb that is no remark, with its subject. */
export function stepFrom({ tokens, words }: Line, clause: Range, at: number): number {
  let end = at;
  let from = -1;
  for (let i = at - 1; i >= clause.from; i--) {
    if (words[i] !== ',' && i > clause.from) continue;
    const start = words[i] === ',' ? i + 1 : i;
    let [hasVerb, hasReport] = [false, false];
    for (let k = start; k < end; k++) {
      if (isReport(words[k]!)) hasReport = true;
      else if (isVerb(tokens[k])) hasVerb = true;
    }
    const isRemark = hasReport && end - start < REMARK;
    const opening = tokens[start]!.pos;
    const isAside = ['ADP', 'ADV', 'SCONJ', 'CCONJ'].includes(opening) || WHO.has(words[start]!);
    if (from < 0) {
      if (hasVerb && !isRemark) from = start;
    } else if (isVerb(tokens[from]) && !words[from]!.endsWith('ing')) {
      if (!isRemark && !isAside) from = start; // its subject
    } else if (!hasVerb && !isAside && end - start <= 6) from = start; // a list, an apposition
    else return from;
    end = i;
  }
  return from < 0 ? clause.from : from;
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
  const isNegative = hasIn(step, NEGATIONS);
  const hasWill = hasIn(step, WILL) || isToBe(words, step);
  // The tagger takes verbs for nouns (`take part`, `declines`): a longer stretch after a conjunction is taken for a clause.
  const hasVerbIn = (range: Range): boolean =>
    range.to - range.from >= 4 || tokens.slice(range.from, range.to).some((token) => isVerb(token));
  const isTime = TIMES.has(words[needs.from]!) || tokens[needs.from]!.pos === 'NUM' || ofTime(words, needs);
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
  const isForewarned = FOREWARNS.has(clause.cue ?? '') || hasIn(step, FOREWARNS);
  const hasOnly =
    kind === 'only' || (!isFronted && ['if', 'when', 'once', 'after'].includes(kind) && onlyBefore(words, step));

  if (hasOnly) {
    if (isTime && !isClause(line, needs)) return undefined;
    const asLong =
      kind === 'only' &&
      (words.slice(found.at, found.at + found.length).includes('long') || words[found.at + 1] === 'while');
    return of('only-if', { timing: asLong ? 'while' : isPresence ? 'together' : 'before' });
  }
  switch (kind) {
    case 'provided':
      return hasVerbIn(needs) ? of('provided-that', isPresence ? { timing: 'together' } : {}) : undefined;
    case 'until':
      if (isTime && !isClause(line, needs)) return undefined;
      if (isNegative || words[found.at] === 'not') return of('not-until');
      return hasWill && hasIn(step, CONTINUES) && isClause(line, needs) ? of('continues-until') : undefined;
    case 'unless':
      if (!hasVerbIn(needs)) return undefined;
      return isNegative && !isForewarned ? of('not-unless') : of('threat-unless', { binds: 'threat' });
    case 'while':
      if (isTime || !hasVerbIn(needs)) return undefined;
      return isNegative ? of('not-as-long-as', { isNegated: true }) : of('as-long-as', { timing: 'while' });
    case 'once':
      return hasVerbIn(needs) && !isTime && (hasWill || isNegative) ? of('once') : undefined;
    case 'when':
      return !isFronted && hasVerbIn(needs) && hasIn(step, WILL) && !isTime && isPresentOrDone(words, needs)
        ? of('will-when')
        : undefined;
    case 'after':
      return !isFronted && isClause(line, needs) && hasWill && !isTime ? of('will-after') : undefined;
    case 'before':
      if (isTime || (!hasVerbIn(needs) && needs.to - needs.from < 3)) return undefined;
      return !isFronted && isNegative && (hasWill || hasIn(step, REFUSES)) ? of('not-before') : undefined;
    case 'during':
      return !isFronted && isNegative && hasWill && isClause(line, needs)
        ? of('not-while', { isNegated: true })
        : undefined;
    case 'if':
      return conditional();
    default:
      return kind satisfies never;
  }

  function conditional(): Tie | undefined {
    if (!hasVerbIn(needs) || words[needs.from] === 'not') return undefined;
    if (isForewarned || (hasIn(step, THREATS) && !isNegative))
      return of('threat-if', { binds: 'threat', isNegated: true });
    const subject = tokens[step.from]!;
    const isSomebody = PERSONAL.has(words[step.from]!)
      ? words[step.from] !== 'it'
      : subject.pos === 'PROPN' || subject.pos === 'DET';
    const isCopula = words
      .slice(step.from, step.to)
      .some((word, k, all) => word === 'be' && !PRESENCE.has(all[k + 1] ?? ''));
    if (isFronted) {
      if (isSomebody && hasWill && hasIn(step, MOVES) && words[step.from] !== 'you')
        return of('if-then', isPresence ? { timing: 'together' } : {});
      if (clause.isQuoted) return undefined;
      return hasIn(step, new Set(['could', 'may', 'might', 'would', 'possible', 'likely']))
        ? of('trigger-if', { binds: 'trigger' })
        : undefined;
    }
    if (isNegative && hasWill && isSomebody && !isCopula) return of('not-if', { isNegated: true });
    if (hasIn(step, READY)) return of('ready-if', isPresence ? { timing: 'together' } : {});
    if (hasIn(step, new Set(['will', 'would', "'ll"])) && isSomebody && !isCopula && clause.speaker !== undefined)
      return of('will-if', isPresence ? { timing: 'together' } : {});
    return undefined;
  }
}

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
    if (words[i + 1] === 'to' && ['is', 'are', 'ready', 'willing', 'prepared', 'agreed', 'going'].includes(words[i]!))
      return true;
  return false;
}

/** `the end of June`, `a week`, `the middle of 2024`. */
function ofTime(words: readonly string[], { from, to }: Range): boolean {
  const SPANS = [
    'end',
    'middle',
    'beginning',
    'start',
    'week',
    'month',
    'year',
    'day',
    'days',
    'weeks',
    'months',
    'years',
    'hours',
  ];
  for (let i = from; i < Math.min(to, from + 3); i++) if (SPANS.includes(words[i]!)) return true;
  return false;
}

/** `when governance is agreed`, not `when it was signed`. */
function isPresentOrDone(words: readonly string[], { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (['was', 'were', 'had', 'did'].includes(words[i]!)) return false;
  return true;
}
