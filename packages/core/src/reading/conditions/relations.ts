/**
 * Conditions that a verb, an adjective or a preposition ties: `A depends on B`, `A must be preceded by B`, `A, contingent on
 * B`, `no A without B`, `first B, then A`, `A in return for B`. By rule over one clause, as ./connectives.ts.
 */
import { commaIn, isVerb, type Clause, type Line, type Range } from './clauses.ts';
import { stepFrom, type Tie } from './connectives.ts';
import { trimmed } from './holder.ts';

/** What a negotiation moves towards. Much else depends on something: farms on a river. */
const STEPS = new Set(
  `progress talks talk negotiation negotiations dialogue discussion discussions deal deals agreement agreements accord treaty
  settlement peace ceasefire cease-fire truce everything anything all outcome success breakthrough development developments
  movement consent signature acceptance approval support participation attendance presence withdrawal release
  exchange recognition meeting summit visit readiness willingness resolution offer aid concession concessions implementation
  ratification membership relief lifting process next future solution it that this step steps compromise end`.split(
    /\s+/,
  ),
);
const MODALS = new Set("will would must should can could may might is are was were to has have had 'll".split(' '));
const WILL = new Set(['will', 'would', 'can', 'could', 'cannot', "'ll"]);
const DEPENDS = new Set(
  'depend depends depended hinge hinges hinged hinging contingent conditional conditioned conditioning rest rests'.split(
    ' ',
  ),
);
const REQUIRES = new Set(['require', 'requires', 'required']);
const NO = new Set("no not n't never nothing nobody neither none cannot nor".split(' '));
const SETTLES = new Set(
  'address settle resolve discuss define determine agree negotiate addressed settled resolved discussed defined agreed negotiated'.split(
    ' ',
  ),
);
const TALKS = new Set('talks discussions negotiations dialogue'.split(' '));
const RESISTS = new Set('opposition fail rejected resistance collapse'.split(' '));

export function relationAt(line: Line, clause: Clause, at: number): Tie | undefined {
  const rules = RULES.get(line.words[at]!);
  if (rules === undefined) return undefined;
  for (const rule of rules) {
    const found = rule(line, clause, at);
    const step = found && trimmed(line, found.step);
    const needs = found && trimmed(line, found.needs);
    if (found && step && needs)
      return { binds: 'condition', timing: 'before', isNegated: false, ...found, step, needs };
  }
  return undefined;
}

type Part = Pick<Tie, 'rule' | 'step' | 'needs'> & Partial<Tie>;
type Rule = (line: Line, clause: Clause, at: number) => Part | undefined;

/** Up to the next comma. */
function upTo({ words }: Line, { to }: Range, from: number): Range {
  for (let i = from + 1; i < to; i++) if (words[i] === ',') return { from, to: i };
  return { from, to };
}

const some = ({ words }: Line, { from, to }: Range, set: ReadonlySet<string>): boolean => {
  for (let i = Math.max(from, 0); i < to; i++) if (set.has(words[i]!)) return true;
  return false;
};

const before = (line: Line, clause: Clause, at: number): Range => ({ from: stepFrom(line, clause, at), to: at });

const dependsOn: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at + 1] !== 'on' && words[at + 1] !== 'upon') return undefined;
  const step = before(line, clause, at);
  const whole = { from: Math.min(step.from, Math.max(clause.from, at - 14)), to: at };
  if (!words[at]!.startsWith('con') && !some(line, whole, STEPS)) return undefined;
  return { rule: 'depends-on', step: step.to - step.from > 1 ? step : whole, needs: upTo(line, clause, at + 2) };
};

const requires: Rule = (line, clause, at) => {
  const { words, tokens } = line;
  const step = before(line, clause, at);
  if (!some(line, step, STEPS) || NO.has(words[at - 1]!) || words[at + 1] === 'to' || words[at + 1] === 'by')
    return undefined;
  if (['is', 'are', 'was', 'were', 'be'].includes(words[at - 1]!)) return undefined;
  return isVerb(tokens[at]) ? { rule: 'requires', step, needs: upTo(line, clause, at + 1) } : undefined;
};

const precededBy: Rule = (line, clause, at) => {
  if (line.words[at + 1] !== 'by' || line.words[at - 1] !== 'be') return undefined;
  return { rule: 'preceded-by', step: before(line, clause, at), needs: upTo(line, clause, at + 2) };
};

/** `B must precede A`, `A can follow B but not precede it`. */
const order: Rule = (line, clause, at) => {
  const { words } = line;
  const modal = words[at - 1]!;
  if (!['must', 'should', 'can', 'has', 'will', 'would', 'to'].includes(modal)) return undefined;
  const [one, other] = [before(line, clause, at), upTo(line, clause, at + 1)];
  if (words[at] === 'come' && words[at + 1] !== 'before') return undefined;
  if (words[at] !== 'follow') {
    if (modal === 'can' || modal === 'will') return undefined;
    return { rule: 'must-precede', step: words[at] === 'come' ? { from: at + 2, to: other.to } : other, needs: one };
  }
  if (modal !== 'can' && modal !== 'must') return undefined;
  return { rule: 'can-follow', step: one, needs: other };
};

/** `any agreement must include guarantees`. */
const dealMust: Rule = (line, clause, at) => {
  if (line.words[at - 1] !== 'must') return undefined;
  const step = before(line, clause, at);
  return some(line, step, STEPS) ? { rule: 'deal-must', step, needs: upTo(line, clause, at) } : undefined;
};

/** `subject to approval by parliament`. */
const subjectTo: Rule = (line, clause, at) => {
  const needs = upTo(line, clause, at + 2);
  if (line.words[at + 1] !== 'to' || !some(line, needs, STEPS)) return undefined;
  return { rule: 'subject-to', step: before(line, clause, at), needs };
};

/** `the absence of an answer as an obstacle to trust`: a reason, not a demand. */
const impediment: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at + 1] !== 'to') return undefined;
  let end = at;
  for (let i = at - 1; i >= Math.max(clause.from, at - 16); i--) {
    if (['as', 'is', 'was', 'remains'].includes(words[i]!)) end = i;
    if ((words[i] === 'absence' || words[i] === 'lack') && words[i + 1] === 'of' && end > i + 2)
      return { rule: 'impediment', step: upTo(line, clause, at + 2), needs: { from: i + 2, to: end }, binds: 'reason' };
  }
  return undefined;
};

/** `no deal without guarantees`; `neither would move without the other`. */
const without: Rule = (line, clause, at) => {
  const { words, tokens } = line;
  if (at <= clause.from + 1) return withoutFirst(line, clause, at);
  const step = before(line, clause, at);
  const isMutual = words[at + 2] === 'other';
  if (!some(line, step, NO) || !(isMutual || some(line, step, WILL) || some(line, step, STEPS))) return undefined;
  if (tokens[at + 1]?.pos === 'VERB') return undefined; // without saying why
  return { rule: 'not-without', step, needs: upTo(line, clause, at + 1), ...(isMutual ? { timing: 'together' } : {}) };
};

/** `Without the letters there would have been no ceremony`. */
function withoutFirst(line: Line, clause: Clause, at: number): Part | undefined {
  const { words } = line;
  const comma = commaIn(words, at, clause.to);
  let from = comma < clause.to - 3 ? comma + 1 : -1;
  if (from < 0)
    for (let i = at + 2; i < clause.to - 2; i++)
      if (words[i] === 'there') {
        from = i;
        break;
      }
  if (from < 0) return undefined;
  const step = { from, to: clause.to };
  const needs = { from: at + 1, to: words[from - 1] === ',' ? from - 1 : from };
  if (some(line, step, NO)) return { rule: 'without-no', step, needs };
  if (some(line, step, new Set(['must', 'should'])))
    return { rule: 'without-must', step, needs, binds: 'demand', isNegated: true };
  return undefined;
}

/** `will not meet any other envoy except the president`. */
const except: Rule = (line, clause, at) => {
  const step = before(line, clause, at);
  if (
    !some(line, step, NO) ||
    !some(line, step, MODALS) ||
    !some(line, step, new Set(['any', 'anyone', 'anybody', 'no', 'nobody', 'other']))
  )
    return undefined;
  return { rule: 'none-except', step, needs: upTo(line, clause, at + 1), timing: 'together' };
};

/** `would hand over the men in return for the pilots`. */
const inReturn: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at + 2] !== 'for' || (words[at + 1] !== 'return' && words[at + 1] !== 'exchange')) return undefined;
  const step = before(line, clause, at);
  const isOffer = new Set(
    'would will could ready willing prepared offer offered offers agree agreed promised pledged proposed demands demanded wants'.split(
      ' ',
    ),
  );
  return some(line, step, isOffer)
    ? { rule: 'in-return-for', step, needs: upTo(line, clause, at + 3), timing: 'together' }
    : undefined;
};

/** `first the signature, then the ships`. */
const firstThen: Rule = (line, clause, at) => {
  const { words } = line;
  for (let i = at + 2; i < Math.min(clause.to - 1, at + 14); i++)
    if (words[i] === 'then' && [',', 'and', ';'].includes(words[i - 1]!))
      return { rule: 'first-then', needs: { from: at + 1, to: i - 1 }, step: upTo(line, clause, i + 1) };
  return undefined;
};

/** `a foothold before elections`: what is insisted on comes first. */
const insistedFirst: Rule = (line, clause, at) => {
  const { words } = line;
  const wants = new Set(
    'insist insists insisted insisting insistence demand demands demanded wants wanted want expects expected'.split(
      ' ',
    ),
  );
  const from = Math.max(clause.from, at - 16);
  let verb = -1;
  for (let i = at - 1; i >= from; i--)
    if (wants.has(words[i]!)) {
      verb = i;
      break;
    }
  if (at <= clause.from + 1) return beforeStep(line, clause, at, wants);
  if (verb < 0 || verb >= at - 1) return undefined;
  const needsFrom = words[verb + 1] === 'on' ? verb + 2 : verb + 1;
  const step = upTo(line, clause, at + 1);
  if (!some(line, step, STEPS) && !/(?:ing|ions?|s)$/.test(words[at + 1] ?? '')) return undefined;
  return { rule: 'insists-before', needs: { from: needsFrom, to: at }, step };
};

/** `Before signing, the company expects the award to be paid`. */
function beforeStep(line: Line, clause: Clause, at: number, wants: ReadonlySet<string>): Part | undefined {
  const comma = commaIn(line.words, at, clause.to);
  if (comma > at + 14 || comma >= clause.to - 3) return undefined;
  for (let i = comma + 1; i < Math.min(clause.to, comma + 10); i++)
    if (wants.has(line.words[i]!) || line.words[i] === 'must')
      return { rule: 'before-step', step: { from: at + 1, to: comma }, needs: { from: comma + 1, to: clause.to } };
  return undefined;
}

/** `a ceasefire as a starting point for peace`. */
const startingPoint: Rule = (line, clause, at) => {
  const { words } = line;
  const isPoint =
    (words[at] === 'starting' && words[at + 1] === 'point') ||
    words[at] === 'precondition' ||
    words[at] === 'prerequisite';
  const forAt = words[at] === 'starting' ? at + 2 : at + 1;
  if (!isPoint || !['for', 'to', 'of'].includes(words[forAt] ?? '')) return undefined;
  for (let i = at - 1; i >= Math.max(clause.from, at - 5); i--) {
    if (!['as', 'is', 'be', 'was', 'are'].includes(words[i]!)) continue;
    const needs = before(line, clause, i);
    return { rule: 'precondition-for', needs: objectOf(line, needs), step: upTo(line, clause, forAt + 1) };
  }
  return undefined;
};

/** After its verb: `urging a full ceasefire` → `a full ceasefire`. */
function objectOf({ tokens }: Line, { from, to }: Range): Range {
  for (let i = to - 2; i >= from; i--)
    if (tokens[i]!.pos === 'VERB') return { from: tokens[i + 1]!.pos === 'ADP' ? i + 2 : i + 1, to };
  return { from, to };
}

/** `The first step in ending any war is a ceasefire`. */
const firstStep: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at - 1] !== 'first' || !['in', 'to', 'towards', 'toward'].includes(words[at + 1] ?? '')) return undefined;
  for (let i = at + 3; i < Math.min(clause.to - 1, at + 20); i++)
    if (words[i] === 'is' || words[i] === 'must' || words[i] === 'was')
      return {
        rule: 'first-step',
        step: { from: at + 2, to: i },
        needs: { from: words[i + 1] === 'be' ? i + 2 : i + 1, to: clause.to },
      };
  return undefined;
};

/** `a ceasefire to facilitate negotiations`. */
const toFacilitate: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at - 1] !== 'to' || !some(line, upTo(line, clause, at + 1), STEPS)) return undefined;
  const needs = before(line, clause, at - 1);
  if (!some(line, { from: Math.max(needs.from, needs.to - 5), to: needs.to }, STEPS)) return undefined;
  return { rule: 'to-make-possible', needs: objectOf(line, needs), step: upTo(line, clause, at + 1), binds: 'demand' };
};

/** `discussions could settle the terms of a ceasefire`: they are a subject of the talks, and so come after them. */
const settledInTalks: Rule = (line, clause, at) => {
  const { words } = line;
  if (!some(line, { from: Math.max(clause.from, at - 3), to: at }, MODALS)) return undefined;
  if (some(line, { from: Math.max(clause.from, at - 3), to: at }, NO)) return undefined;
  const subject = { from: Math.max(clause.from, at - 8), to: at };
  const object = upTo(line, clause, at + 1);
  if (some(line, subject, TALKS) && !words[at]!.endsWith('d')) {
    if (!some(line, object, STEPS)) return undefined;
    return { rule: 'settled-in-talks', step: untilTalks(line, object), needs: before(line, clause, at) };
  }
  if (!['in', 'during', 'at'].includes(words[at + 1] ?? '') || !some(line, object, TALKS)) return undefined;
  return { rule: 'settled-in-talks', step: before(line, clause, at), needs: { from: at + 2, to: object.to } };
};

/** `the terms during the talks` → `the terms`. */
function untilTalks({ words }: Line, { from, to }: Range): Range {
  for (let i = from + 1; i < to; i++) if (words[i] === 'during') return { from, to: i };
  return { from, to };
}

/** `is to begin at the same time as the release`; `are to come into force simultaneously`. */
const simultaneous: Rule = (line, clause, at) => {
  const { words } = line;
  const step = before(line, clause, at);
  if (!some(line, step, new Set(['to', 'must', 'will', 'would', 'should']))) return undefined;
  if (words[at] === 'simultaneously') return { rule: 'simultaneously', step, needs: step, timing: 'together' };
  const from = at - 2;
  const isSame =
    words[at - 1] === 'same' && words[at - 2] === 'the' && ['time', 'hour', 'moment', 'day'].includes(words[at]!);
  if (!isSame || words[at + 1] !== 'as') return undefined;
  return {
    rule: 'same-time-as',
    step: { from: step.from, to: from - 1 },
    needs: upTo(line, clause, at + 2),
    timing: 'together',
  };
};

/** `the two had to be linked`; `steel and citrus belong together`. */
const linked: Rule = (line, clause, at) => {
  const { words } = line;
  const isLinked = words[at] === 'linked' && words[at - 1] === 'be';
  const isTogether = words[at] === 'together' && /^(?:belongs?|go|stand)$/.test(words[at - 1]!);
  if (!isLinked && !isTogether) return undefined;
  const whole = { from: clause.from, to: clause.to };
  return { rule: 'linked', step: whole, needs: whole, timing: 'together' };
};

/** `has tied her signature to its consent`, `made aid conditional on reforms` (the latter: depends-on). */
const tiedTo: Rule = (line, clause, at) => {
  const { words } = line;
  for (let i = at + 2; i < Math.min(clause.to - 1, at + 8); i++)
    if (words[i] === 'to' || words[i] === 'with')
      return { rule: 'tied-to', step: { from: at + 1, to: i }, needs: upTo(line, clause, i + 1) };
  return undefined;
};

/** `Any deal that fails to address it could face opposition`. */
const failsTo: Rule = (line, clause, at) => {
  const { words } = line;
  const isThat = ['that', 'which'].includes(words[at - 1]!);
  const step = { from: clause.from, to: at - 1 };
  if (!isThat || !some(line, step, STEPS)) return undefined;
  const needsFrom = words[at + 1] === 'to' ? at + 2 : at + 1;
  for (let i = needsFrom + 1; i < Math.min(clause.to, needsFrom + 14); i++)
    if (MODALS.has(words[i]!)) {
      if (!some(line, { from: i, to: clause.to }, RESISTS) && !some(line, { from: i, to: clause.to }, NO))
        return undefined;
      return { rule: 'deal-that-fails-to', step, needs: { from: needsFrom, to: i } };
    }
  return undefined;
};

/** `should it reject the proposal`. */
const inverted: Rule = (line, clause, at) => {
  const { words, tokens } = line;
  const next = tokens[at + 1];
  if (at <= clause.from || next === undefined || at + 2 >= clause.to) return undefined;
  if (words[at - 1] === ',' || !['PRON', 'PROPN', 'DET'].includes(next.pos) || isVerb(tokens[at - 1])) return undefined;
  if (['PRON', 'DET'].includes(tokens[at - 1]!.pos)) return undefined;
  const step = before(line, clause, at);
  const isThreat = new Set('threaten threatened threatening warn warned warns warning sanctions'.split(' '));
  if (!some(line, step, isThreat) && !/^(?:warn|threat)/.test(clause.cue ?? '')) return undefined;
  return { rule: 'threat-if', step, needs: upTo(line, clause, at + 1), binds: 'threat', isNegated: true };
};

/** `Out of respect for the hosts, we have sent a team`: a reason, which binds nobody. */
const outOfRespect: Rule = (line, clause, at) => {
  const { words } = line;
  if (words[at - 1] !== 'of' || words[at - 2] !== 'out' || words[at + 1] !== 'for') return undefined;
  const needs = upTo(line, clause, at + 2);
  if (needs.to >= clause.to - 1)
    return { rule: 'out-of-respect', step: before(line, clause, at - 2), needs, binds: 'reason' };
  return { rule: 'out-of-respect', step: { from: needs.to, to: clause.to }, needs, binds: 'reason' };
};

/** `sovereignty is not negotiable`, `would not be up for debate`. */
const redLine: Rule = (line, clause, at) => {
  const { words } = line;
  const isUp =
    words[at] === 'up' &&
    words[at + 1] === 'for' &&
    /^(?:debate|negotiation|discussion|grabs|sale)$/.test(words[at + 2] ?? '');
  const isNegotiable = words[at] === 'negotiable' || words[at] === 'non-negotiable';
  if (!isUp && !isNegotiable) return undefined;
  const step = before(line, clause, at);
  if (words[at] !== 'non-negotiable' && !some(line, step, NO)) return undefined;
  let verb = at;
  for (let i = at - 1; i >= step.from; i--) if (isVerb(line.tokens[i])) verb = i;
  const whole = { from: step.from, to: isUp ? at + 3 : at + 1 };
  return {
    rule: 'red-line',
    step: { from: verb, to: whole.to },
    needs: { from: step.from, to: verb },
    binds: 'red-line',
  };
};

const RULES: ReadonlyMap<string, readonly Rule[]> = table([
  [DEPENDS, dependsOn],
  [REQUIRES, requires],
  [['preceded'], precededBy],
  [['precede', 'come', 'follow'], order],
  [['include', 'contain', 'guarantee', 'ensure', 'respect', 'address', 'recognise', 'recognize'], dealMust],
  [['subject'], subjectTo],
  [['impediment', 'obstacle', 'barrier'], impediment],
  [['without'], without],
  [['except', 'but'], except],
  [['in'], inReturn],
  [['first'], firstThen],
  [['before'], insistedFirst],
  [['starting', 'precondition', 'prerequisite'], startingPoint],
  [['step'], firstStep],
  [['facilitate', 'enable', 'allow', 'permit'], toFacilitate],
  [SETTLES, settledInTalks],
  [['simultaneously', 'time', 'hour', 'moment', 'day'], simultaneous],
  [['linked', 'together'], linked],
  [['tied', 'ties', 'linked'], tiedTo],
  [['fails', 'lacks', 'ignores', 'omits'], failsTo],
  [['should'], inverted],
  [['respect', 'regard'], outOfRespect],
  [['up', 'negotiable', 'non-negotiable'], redLine],
]);

function table(entries: readonly (readonly [Iterable<string>, Rule])[]): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const [words, rule] of entries) for (const word of words) rules.set(word, [...(rules.get(word) ?? []), rule]);
  return rules;
}
