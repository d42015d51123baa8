/**
 * Positions: what a party wants, refuses, is ready for, offers or backs. The row is the verb with its object. By rule, from
 * the verb: its subject is the party, its object the matter. Linear in the tokens; an object is looked for over one clause.
 *
 * What somebody once did (`rejected yesterday a request`), steps of the talks themselves (`refused to comment`, `ready to
 * meet`) and offers that are tied to a condition (../conditions) are left out. Of a position told without such a verb
 * (`Anything above five is too much`) nothing is seen.
 */
import type { Span } from '../../evidence/span.ts';
import type { Account } from '../account.ts';
import { isVerb, line, LONGEST, type Clause, type Line, type Range } from '../conditions/clauses.ts';
import { bodyIn, firstNamed, meant, partyOf as party, trimmed, wordsOf, type Scene } from '../conditions/holder.ts';
import { saidIn } from '../conditions/said.ts';
import type { Names } from '../names/names.ts';
import type { PositionRow, Speaker } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';

type Stance = PositionRow['stance'];

interface Verb {
  readonly stance: Stance;
  readonly rule: string;
  /** The words after its first. */
  readonly rest: readonly string[];
  readonly needs?: Needs;
}

/** What the object must have for the verb to tell a position: an amount; an act that is no step of the talks; no `the`. */
type Needs = 'amount' | 'act' | 'indefinite';

type Listed = readonly [Stance, string, string, (Needs | undefined)?];
const LISTS: readonly Listed[] = [
  [
    'demands',
    'position-demands',
    'demand|demands|demanded|demanding|calls for|called for|calling for|call for|urging|seeks|press for|pressed for|pressing for|presses for|insist on|insists on|insisted on|insisting on|insistence on|wants|want|wanted|would prefer|prefers|asks for|ask for|asking for|not budge from|holds out for|hold out for|held out for|holding out for|sticks to|stick to|stuck to|sticking to|stands by|is after',
  ],
  ['demands', 'position-demands', 'wants to|want to|would prefer to|would have preferred to|would rather', 'act'],
  [
    'rejects',
    'position-rejects',
    'reject|rejects|rejecting|rejection of|opposes|oppose|opposed to|objects to|object to|dismisses|will not accept|would not accept|does not accept|do not accept',
    'indefinite',
  ],
  [
    'rejects',
    'position-rejects',
    'refuses to|refuse to|refusing to|refusal to|unwilling to|not prepared to|not willing to|not ready to|not agreed to',
    'act',
  ],
  ['rules-out', 'position-rejects', 'rules out|ruled out|ruling out|rule out|excludes|excluded|will never'],
  [
    'ready',
    'position-accepts',
    'ready to|prepared to|willing to|willingness to|readiness to|ready for|declared itself ready to|agrees to|would agree to',
    'amount',
  ],
  [
    'ready',
    'position-accepts',
    'open to|no longer object to|not object to|no objection to|would accept|will accept|would settle for|will settle for|settle for',
  ],
  [
    'supports',
    'position-supports',
    'support|supports|backs|endorses|favours|favors|is in favour of|are in favour of|is in favor of|are in favor of',
    'indefinite',
  ],
  ['offers', 'position-offers', 'offers to', 'act'],
  [
    'offers',
    'position-offers',
    'offers|offered|offering|offer|proposes|proposed|proposing|concedes that|conceded that|concede that|last offer was|offer was|offer is|offer stands at|offer stood at',
    'amount',
  ],
];
const PASSIVES: readonly (readonly [Stance, string])[] = [
  ['rejects', 'rejected'],
  ['rules-out', 'excluded'],
  ['demands', 'demanded'],
];
/** At the end of what they are about. */
const FINALS: readonly (readonly [Stance, string])[] = [
  ['rules-out', 'out of the question'],
  ['rules-out', 'not on the agenda'],
  ['rules-out', 'not on the table'],
  ['rules-out', 'off the table'],
  ['rules-out', 'unacceptable'],
  ['rules-out', 'not up for negotiation'],
  ['rules-out', 'not up for debate'],
  ['rules-out', 'not be up for debate'],
  ['rules-out', 'not negotiable'],
  ['rules-out', 'non-negotiable'],
];

/** Steps of the talks and of speech: who refuses or is ready for them has no position on an issue by that. */
const PROCEDURE = new Set(
  `be comment say name speak meet attend talk discuss negotiate mediate host receive answer reply come go join see hear know
  ask tell give take make let mention explain confirm deny travel return resume start begin continue engage pursue think
  help try listen act wait work move find get learn hold play leave call send dispatch believe admit apologise apologize`.split(
    /\s+/,
  ),
);
/** Steps that an amount makes a matter: `to return all but four`. */
const MAY_CARRY = new Set('talk discuss return give take leave send'.split(' '));
const PARTS = new Set(['half', 'third', 'thirds', 'quarter', 'halve', 'double', 'twice']);
const ANAPHORIC = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  'it',
  'his',
  'her',
  'its',
  'their',
  'such',
  'yesterday',
  'him',
  'them',
]);
/** An offer that is tied is a condition. */
const TIED = /\b(?:if|unless|once|only|until|on condition|in return|in exchange|provided)\b/;

/** What carries no matter. */
const PRONOUNS = new Set([
  'it',
  'that',
  'this',
  'them',
  'him',
  'her',
  'both',
  'himself',
  'herself',
  'themselves',
  'so',
]);
const EMPTY = new Set([
  'all',
  'everything',
  'less',
  'by',
  'almost',
  ',',
  'since',
  'hope',
  'nothing',
  'more',
  'answers',
  'to',
  '.',
  'out',
  'up',
]);
const ENDS = new Set([
  'if',
  'unless',
  'until',
  'provided',
  'but',
  'because',
  'although',
  'though',
  'so',
  'as',
  'only',
  'while',
  'when',
  'that',
  'which',
  'who',
  'where',
  'whose',
  'yesterday',
  'today',
  'last',
  'on condition',
]);
const DESIRES = /^(?:insist|demand)/;

const VERBS = table();

export function positionRows(account: Account, tagged: readonly TaggedSentence[], names: Names): PositionRow[] {
  const scene: Scene = { account, names, said: saidIn(account, tagged, names) };
  return tagged.flatMap((sentence) => {
    const read = line(sentence);
    return read.clauses.flatMap((clause) => positionsOf(scene, read, clause));
  });
}

function positionsOf(scene: Scene, read: Line, clause: Clause): PositionRow[] {
  const { account } = scene;
  const rows: PositionRow[] = [];
  if (isOpen(read, clause)) return rows;
  let taken = clause.from;
  const wish = wishOf(read, clause);
  for (let at = clause.from; at < clause.to; at++) {
    if (at < taken) continue;
    const found =
      (at === clause.from ? wish : undefined) ??
      finalAt(read, clause, at) ??
      passiveAt(read, clause, at) ??
      verbAt(read, clause, at);
    const about = found && trimmed(read, found.about);
    if (found === undefined || about === undefined) continue;
    rows.push({
      kind: 'position',
      source: account.id,
      rule: found.rule,
      ...wordsOf(
        account,
        read,
        found.stance === 'rules-out' ? about : { from: Math.min(found.from, about.from), to: about.to },
      ),
      party: partyOf(scene, read, clause, found.party, wordsOf(account, read, { from: found.from, to: about.to })),
      stance: found.stance,
      about: wordsOf(account, read, about),
    });
    taken = Math.max(found.end, about.to);
  }
  return rows;
}

/** The state or body that is the subject; else who says it; else who is named as subject, or was before. */
function partyOf(scene: Scene, read: Line, clause: Clause, subject: Range, whole: Span): Speaker {
  const own = subject.to > subject.from ? bodyIn(scene, read, subject) : undefined;
  if (own !== undefined) {
    const { start, end, exact, entity } = own;
    return party(scene, { words: { start, end, exact }, entity });
  }
  const named = subject.to > subject.from ? meant(scene, read, subject) : undefined;
  if (named?.entity !== undefined) return named;
  const speaker = scene.said.speaker(whole);
  return firstNamed([
    named,
    speaker && party(scene, speaker),
    clause.speaker && meant(scene, read, clause.speaker),
    meant(scene, read, { from: Math.max(0, clause.from - LONGEST), to: clause.from }),
  ]);
}

/** “whether he will accept”, “should it reject”: no position yet. */
const isOpen = ({ words }: Line, { from, to }: Range): boolean =>
  /^(?:whether|if|should|unless)$/.test(words[from] ?? '') ||
  /^(?:whether|if|should|unless)$/.test(words[from - 1] ?? '') ||
  words.slice(from, to).includes('whether');

interface Found {
  readonly stance: Stance;
  readonly rule: string;
  readonly party: Range;
  readonly about: Range;
  /** Where the words begin that say so, and where the search goes on. */
  readonly from: number;
  readonly end: number;
}

function verbAt({ tokens, words }: Line, clause: Clause, at: number): Found | undefined {
  const found = VERBS.get(words[at]!)?.find(({ rest }) =>
    rest.every((word, k) => at + 1 + k < clause.to && words[at + 1 + k] === word),
  );
  if (found === undefined) return undefined;
  const { stance, rule, rest, needs } = found;
  const from = at + 1 + rest.length;
  const next = tokens[from];
  if (next === undefined || from >= clause.to || EMPTY.has(words[from]!)) return undefined;
  if (
    rest.length === 0 &&
    (isNounThere(tokens, at) || next.pos === 'AUX' || (next.pos === 'ADP' && words[from] !== 'at'))
  )
    return undefined;
  if (
    rest.length === 0 &&
    /^(?:supports?|backs|offers?)$/.test(words[at]!) &&
    tokens[at]!.pos === 'NOUN' &&
    next.pos !== 'DET'
  )
    return undefined;
  if (words[at] === 'call' && isNounThere(tokens, at)) return undefined;
  if (isDenied(words, clause, at)) return undefined;
  const isNoun = /(?:ion|ence|ness|refusal)$/.test(words[at]!) || (words[at] === 'support' && rest.length > 0);
  const about = { from, to: endOf(tokens, words, from, clause.to, isNoun) };
  if (needs !== undefined && !hasWhatItNeeds(needs, tokens, words, about, clause)) return undefined;
  if (about.to - from === 1 && PRONOUNS.has(words[from]!)) return undefined;
  if (about.to - from === 2 && (PRONOUNS.has(words[from + 1]!) || words[from + 1] === 'same')) return undefined;
  return { stance, rule, party: { from: clause.from, to: at }, about, from: at, end: from };
}

function hasWhatItNeeds(
  needs: Needs,
  tokens: Line['tokens'],
  words: readonly string[],
  { from, to }: Range,
  clause: Range,
): boolean {
  const hasAmount = tokens
    .slice(from, to)
    .some(({ pos }, k) => (pos === 'NUM' && words[from + k] !== 'one') || PARTS.has(words[from + k]!));
  if (needs === 'amount') return hasAmount;
  if (needs === 'indefinite') return !ANAPHORIC.has(words[from]!);
  const isStep = PROCEDURE.has(words[from]!) && !(hasAmount && MAY_CARRY.has(words[from]!));
  if (isStep || ANAPHORIC.has(words[from]!)) return false;
  return hasAmount || !TIED.test(words.slice(to, clause.to).join(' ') + ' ' + words.slice(from, to).join(' '));
}

/** `insisted that the other move first`, `demands that they be paid`: not what is insisted to be so. */
function wishOf({ words }: Line, clause: Clause): Found | undefined {
  if (clause.isQuoted || !DESIRES.test(clause.cue ?? '') || words[clause.from - 1] !== 'that') return undefined;
  for (let i = clause.from; i < clause.to; i++) {
    const isBareBe =
      words[i] === 'be' && !['to', 'will', 'would', 'could', 'can', 'may', 'might'].includes(words[i - 1]!);
    if (isBareBe || ['must', 'should', 'first'].includes(words[i]!))
      return {
        stance: 'demands',
        rule: 'position-demands',
        party: clause.speaker ?? { from: 0, to: 0 },
        about: { from: clause.from, to: clause.to },
        from: clause.from,
        end: clause.to,
      };
  }
  return undefined;
}

/** `their demands`, `the offers`. */
function isNounThere(tokens: Line['tokens'], at: number): boolean {
  const before = tokens[at - 1];
  const isNoun = tokens[at]!.pos === 'NOUN';
  if (before === undefined || (isNoun && (before.pos === 'NUM' || before.pos === 'PART'))) return isNoun;
  return (
    before.pos === 'ADJ' ||
    before.pos === 'DET' ||
    before.pos === 'ADP' ||
    /^(?:his|her|its|their|our|my|new)$/i.test(before.text)
  );
}

/** `did not rule out`, `has not rejected`. */
function isDenied(words: readonly string[], clause: Range, at: number): boolean {
  for (let i = Math.max(clause.from, at - 2); i < at; i++)
    if (['not', "n't", 'neither', 'nor', 'never'].includes(words[i]!)) return true;
  return false;
}

/** A verb that the noun before is the subject of: “willingness to negotiate *reflects* …”. */
const isFinite = (tokens: Line['tokens'], words: readonly string[], i: number): boolean =>
  tokens[i]!.pos === 'AUX' || (tokens[i]!.pos === 'VERB' && words[i - 1] !== 'to' && !/(?:ing|ed)$/.test(words[i]!));

/** Up to a comma that another clause follows, a conjunction, and after a noun (`insistence on the coin has …`) a verb. */
function endOf(tokens: Line['tokens'], words: readonly string[], from: number, to: number, isNoun: boolean): number {
  for (let i = from + 1; i < to - 1; i++) {
    if (words[i] === 'before' && tokens.slice(i + 1, to).some((token) => isVerb(token))) return i;
    if (words[i] === 'and' && tokens[i + 1]?.pos === 'AUX') return i;
    if (ENDS.has(words[i]!) || /^[—–;:(]$/.test(words[i]!) || (isNoun && isFinite(tokens, words, i))) return i;
    if (words[i] !== ',') continue;
    const next = words[i + 1]!;
    if (/^(?:and|or|of|in|not|both)$/.test(next)) continue;
    if (isVerb(tokens[i + 1]) || tokens[i + 1]!.pos !== 'NUM') return i;
  }
  return ['and', 'or', 'such'].includes(words[to - 1]!) ? to - 1 : to;
}

/** `Any mediator was rejected by the president`. */
function passiveAt({ words, tokens }: Line, clause: Clause, at: number): Found | undefined {
  const passive = PASSIVES.find(([, word]) => word === words[at]);
  if (passive === undefined || tokens[at - 1]?.pos !== 'AUX') return undefined;
  if (!['was', 'were', 'is', 'are', 'been', 'be'].includes(words[at - 1]!) || words[at + 1] !== 'by') return undefined;
  let from = at - 1;
  while (from > clause.from && tokens[from - 1]!.pos === 'AUX') from--;
  return {
    stance: passive[0],
    rule: 'position-rejects',
    party: { from: at + 2, to: Math.min(clause.to, at + 8) },
    about: { from: clause.from, to: from },
    from: clause.from,
    end: at + 2,
  };
}

/** `Anything above five is out of the question`. */
function finalAt({ words, tokens }: Line, clause: Clause, at: number): Found | undefined {
  const found = FINALS_BY_FIRST.get(words[at]!)?.find(({ rest }) =>
    rest.every((word, k) => words[at + 1 + k] === word),
  );
  if (found === undefined) return undefined;
  const end = at + 1 + found.rest.length;
  if (end > clause.to) return undefined;
  let verb = at;
  for (let i = at - 1; i > clause.from; i--)
    if (tokens[i]!.pos === 'AUX') {
      verb = i;
      break;
    }
  if (verb === at) return undefined;
  const isOwn = clause.speaker !== undefined || clause.isQuoted;
  if (words[at] === 'out' && !isOwn) return undefined; // an estimate of the account
  return {
    stance: found.stance,
    rule: found.rule,
    party: { from: 0, to: 0 },
    about: { from: clause.from, to: end },
    from: clause.from,
    end,
  };
}

const FINALS_BY_FIRST = byFirst(FINALS.map(([stance, phrase]) => [stance, 'position-rejects', phrase]));

function table(): ReadonlyMap<string, readonly Verb[]> {
  return byFirst(
    LISTS.flatMap(([stance, rule, phrases, needs]) =>
      phrases.split('|').map((phrase): Listed => [stance, rule, phrase, needs]),
    ),
  );
}

function byFirst(list: readonly Listed[]): Map<string, Verb[]> {
  const found = new Map<string, Verb[]>();
  for (const [stance, rule, phrase, needs] of list) {
    const [first, ...rest] = phrase.replaceAll('non-', 'non - ').split(' ') as [string, ...string[]];
    found.set(first, [...(found.get(first) ?? []), { stance, rule, rest, ...(needs === undefined ? {} : { needs }) }]);
  }
  for (const verbs of found.values()) verbs.sort((a, b) => b.rest.length - a.rest.length);
  return found;
}
