/**
 * Positions: what a party wants, refuses, is ready for, backs or rules out. The row is the verb with its object. By rule, from
 * the verb: its subject is the party, its object the matter. Linear in the tokens; an object is looked for over one clause.
 *
 * What is ruled out stands without the verb. Of a position told without such a verb (`Anything above five is too much`) nothing is seen.
 */
import type { Account } from '../account.ts';
import { isVerb, line, LONGEST, type Clause, type Line, type Range } from '../conditions/clauses.ts';
import { firstNamed, meant, trimmed, wordsOf } from '../conditions/holder.ts';
import type { Names } from '../names/names.ts';
import type { PositionRow } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';

type Stance = PositionRow['stance'];

interface Verb {
  readonly stance: Stance;
  readonly rule: string;
  /** The words after its first. */
  readonly rest: readonly string[];
  /** Begins with the matter: `the proposal was rejected by …`. */
  readonly isPassive?: boolean;
}

const LISTS: readonly (readonly [Stance, string, string])[] = [
  [
    'demands',
    'demands',
    'demand|demands|demanded|demanding|calls for|called for|calling for|call for|urging|seeks|press for|pressed for|pressing for',
  ],
  ['demands', 'insists-on', 'insist on|insists on|insisted on|insisting on|insistence on'],
  ['demands', 'wants', 'wants|want|wanted|would prefer|would have preferred|prefers'],
  [
    'rejects',
    'rejects',
    'reject|rejects|rejected|rejecting|rejection of|opposes|opposed|oppose|objects to|objected to|object to|dismisses',
  ],
  [
    'rejects',
    'refuses-to',
    'refuses to|refused to|refusing to|refuse to|refusal to|unwilling to|not agreed to|not ready to|not prepared to|not willing to|will not accept|would not accept|not accept|declines to|declined to',
  ],
  ['rules-out', 'rules-out', 'rules out|ruled out|ruling out|rule out|excludes|excluded|will never'],
  [
    'ready',
    'ready-to',
    'ready to|prepared to|willing to|willingness to|readiness to|open to|ready for|no longer object to|not object to|declared itself ready to|agrees to|would agree to|would accept|will accept',
  ],
  [
    'supports',
    'supports',
    'support|supports|supported|backs|backed|endorses|endorsed|welcomes|welcomed|favours|favors|in favour of|in favor of|support for',
  ],
  [
    'offers',
    'offers',
    'offers to|offered to|offering to|offer to|proposes|proposed|proposing|concedes that|conceded that|concede that',
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
const EMPTY = new Set(['all', 'by', 'almost', ',', 'since', 'hope', 'mediate']);
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
]);
const DESIRES = /^(?:insist|demand)/;

const VERBS = table();

export function positionRows(account: Account, tagged: readonly TaggedSentence[], names: Names): PositionRow[] {
  return tagged.flatMap((sentence) => {
    const read = line(sentence);
    return read.clauses.flatMap((clause) => positionsOf(account, read, clause, names));
  });
}

function positionsOf(account: Account, read: Line, clause: Clause, names: Names): PositionRow[] {
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
      party: firstNamed([
        ...(found.party.to > found.party.from ? [meant(account, read, found.party, names)] : []),
        clause.speaker && meant(account, read, clause.speaker, names),
        meant(account, read, { from: Math.max(0, clause.from - LONGEST), to: clause.from }, names),
      ]),
      stance: found.stance,
      about: wordsOf(account, read, about),
    });
    taken = Math.max(found.end, about.to);
  }
  return rows;
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
  const { stance, rule, rest } = found;
  const from = at + 1 + rest.length;
  const next = tokens[from];
  if (next === undefined || from >= clause.to || EMPTY.has(words[from]!)) return undefined;
  if (
    rest.length === 0 &&
    (isNounThere(tokens, at) || next.pos === 'AUX' || (next.pos === 'ADP' && words[from] !== 'at'))
  )
    return undefined;
  if (words[at] === 'call' && isNounThere(tokens, at)) return undefined;
  if (isDenied(words, clause, at)) return undefined;
  const isNoun = /(?:ion|ence|ness|refusal)$/.test(words[at]!) || (words[at] === 'support' && rest.length > 0);
  const about = { from, to: endOf(tokens, words, from, clause.to, isNoun) };
  if (about.to - from === 1 && PRONOUNS.has(words[from]!)) return undefined;
  if (about.to - from === 2 && PRONOUNS.has(words[from + 1]!)) return undefined;
  return { stance, rule, party: { from: clause.from, to: at }, about, from: at, end: from };
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
        rule: 'insists-that',
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
    rule: 'passive-by',
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
  return {
    stance: found.stance,
    rule: found.rule,
    party: { from: 0, to: 0 },
    about: { from: clause.from, to: end },
    from: clause.from,
    end,
  };
}

const FINALS_BY_FIRST = byFirst(FINALS.map(([stance, phrase]) => [stance, 'out-of-question', phrase]));

function table(): ReadonlyMap<string, readonly Verb[]> {
  return byFirst(
    LISTS.flatMap(([stance, rule, phrases]) => phrases.split('|').map((phrase) => [stance, rule, phrase] as const)),
  );
}

function byFirst(list: readonly (readonly [Stance, string, string])[]): Map<string, Verb[]> {
  const found = new Map<string, Verb[]>();
  for (const [stance, rule, phrase] of list) {
    const [first, ...rest] = phrase.replaceAll('non-', 'non - ').split(' ') as [string, ...string[]];
    found.set(first, [...(found.get(first) ?? []), { stance, rule, rest }]);
  }
  for (const verbs of found.values()) verbs.sort((a, b) => b.rest.length - a.rest.length);
  return found;
}
