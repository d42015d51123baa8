/**
 * An account sentence by sentence, with what was read in each. Read once for all aspects; time is that of the account, since
 * rows and sentences are both in order.
 */
import type { Span } from '../../evidence/span.ts';
import type { DateRow, IndirectRow, NameRow, QuotationRow, Words } from '../rows.ts';
import { wordsAt, type Background, type ReadAccount } from './aspect.ts';
import { terms } from './terms.ts';

export interface Scene extends Span {
  readonly text: string;
  readonly isTitle: boolean;
  readonly names: readonly NameRow[];
  readonly dates: readonly DateRow[];
  readonly speech: readonly (IndirectRow | QuotationRow)[];
  /** Inside quotation marks: what somebody said, not what the account says. */
  readonly quotations: readonly Span[];
  readonly before: Scene | undefined;
}

const LONGEST = 2000; // a sentence beyond it is a table or a list; patterns are not run on it

const read = new WeakMap<ReadAccount, readonly Scene[]>();

export function scenes(account: ReadAccount): readonly Scene[] {
  const known = read.get(account);
  if (known) return known;
  const found = sceneList(account);
  read.set(account, found);
  return found;
}

function sceneList({ account, rows, names }: ReadAccount): readonly Scene[] {
  const found: Scene[] = [];
  const nameOf = within(names);
  const dateOf = within(rows.filter((row) => row.kind === 'date'));
  const speech = rows.filter((row) => row.kind === 'indirect' || row.kind === 'quotation');
  const speechOf = within(speech);
  const quotationOf = within(rows.filter((row) => row.kind === 'quotation'));
  for (const span of account.sentences) {
    if (span.end - span.start > LONGEST) continue;
    found.push({
      start: span.start,
      end: span.end,
      text: account.text.slice(span.start, span.end),
      isTitle: account.title !== undefined && span.start >= account.title.start && span.end <= account.title.end,
      names: nameOf(span),
      dates: dateOf(span),
      speech: speechOf(span),
      quotations: quotationOf(span),
      before: found.at(-1),
    });
  }
  return found;
}

/** Those that begin within a span; spans must come in order. */
function within<T extends Span>(list: readonly T[]): (span: Span) => readonly T[] {
  let next = 0;
  return ({ start, end }) => {
    while (next < list.length && list[next]!.start < start) next++;
    const first = next;
    while (next < list.length && list[next]!.start < end) next++;
    return list.slice(first, next);
  };
}

export const wholeOf = ({ start, end, text }: Scene): Words => ({ start, end, exact: text });

/** From an offset in the sentence. */
export const wordsIn = (scene: Scene, start: number, end: number): Words => {
  const { exact } = wordsAt(scene.text, start, end);
  return { start: scene.start + start, end: scene.start + end, exact };
};

const cache = new WeakMap<Scene, ReadonlySet<string>>();

/** The carrying words. */
export function sceneTerms(scene: Scene): ReadonlySet<string> {
  let found = cache.get(scene);
  if (found === undefined) {
    found = terms(scene.text.replace(/cease-fire/gi, 'ceasefire'));
    cache.set(scene, found);
  }
  return found;
}

/** The state or party that somebody belongs to, of an office its holder's; itself, where nothing is known. */
export function partyOf(id: string, { entity }: Background): string {
  const known = entity(id);
  const holder = known?.type === 'office' ? known.holder : undefined;
  return known?.of ?? (holder === undefined ? id : (entity(holder)?.of ?? holder));
}

/** Persons of whom it is not known to whom they belong are left out. */
export const partiesIn = (scene: Scene, background: Background): ReadonlySet<string> =>
  new Set(
    scene.names.flatMap(({ entity, type, isMetonym }) => {
      const party = partyOf(entity, background);
      const isUnknown = type === 'person' || type === 'office' ? party === entity : type === 'place' && !isMetonym;
      return isUnknown ? [] : [party];
    }),
  );

export const isQuoted = ({ quotations, start }: Scene, at: number): boolean =>
  quotations.some((span) => span.start <= start + at && start + at < span.end);

const NO_SUBJECT =
  /\b(in|at|to|from|of|with|on|against|between|for|by|into|about|over|than|near|towards?|and former)\s+(?:(?:the|its|his|her|their|a|an|both)\s+)?(?:[\p{Lu}][\p{L}.’'-]*\s+){0,4}$/u;
const CLAUSE_ENDS = /[;:]|[.!?]["”’)]? /g;
const PRONOUN = /\b(he|she|they)\b(?=[^;:.]{0,40}$)/i;

/**
 * Whose act the words at an offset are: who is told as the speaker there, else the last one named before it in the clause
 * who is no object of a preposition, else by a pronoun the first one of the sentence before.
 */
export function actorBefore(scene: Scene, at: number): NameRow | undefined {
  const clause = clauseStart(scene.text, at);
  const subjects = subjectsIn(scene, clause, at);
  const words = scene.text.slice(clause, at);
  const last = subjects.at(-1);
  const pronoun = PRONOUN.exec(words);
  if (pronoun !== null && (last === undefined || clause + pronoun.index > last.end - scene.start)) {
    const own = subjects.find(({ type }) => type === 'person');
    return own ?? firstPerson(scene, clause) ?? (scene.before && firstPerson(scene.before));
  }
  return last;
}

/** The first one of the clause: the subject of the main verb, where objects stand between. */
export function firstActor(scene: Scene, at: number): NameRow | undefined {
  const clause = clauseStart(scene.text, at);
  return subjectsIn(scene, clause, at)[0] ?? actorBefore(scene, at);
}

function subjectsIn(scene: Scene, clause: number, at: number): NameRow[] {
  return scene.names.filter((row) => {
    const [start, end] = [row.start - scene.start, row.end - scene.start];
    if (start < clause || end > at || row.type === 'office') return false;
    if (row.type === 'place' && !row.isMetonym) return false;
    if (row.type === 'state' && /^ \p{Lu}/u.test(scene.text.slice(end, end + 2))) return false; // U.S. President …
    return !NO_SUBJECT.test(scene.text.slice(clause, start)) && !/^['’]s?\b/.test(scene.text.slice(end, end + 2));
  });
}

/** Of a passive: “was rejected by Askov”. */
export function actorAfter(scene: Scene, at: number): NameRow | undefined {
  const by = /^[^.;:,]{0,40}?\bby /.exec(scene.text.slice(at, at + 60));
  if (by === null) return undefined;
  const from = at + by[0].length;
  return scene.names.find(
    ({ start, type }) =>
      type !== 'office' &&
      start - scene.start >= from &&
      /^(?:[\p{L}.’'-]+ ){0,4}$/u.test(scene.text.slice(from, start - scene.start)),
  );
}

const firstPerson = (scene: Scene, until = Infinity): NameRow | undefined =>
  scene.names.find(({ type, start }) => type === 'person' && start - scene.start < until);

function clauseStart(text: string, at: number): number {
  let start = 0;
  for (const { index, 0: mark } of text.slice(0, at).matchAll(CLAUSE_ENDS)) {
    // an initial or an abbreviation (U.S., Mr.) ends no clause
    if (mark.startsWith('.') && /(?:\b\p{Lu}|\b(?:Mr|Ms|Mrs|Dr|Gen|Col|Sen))$/u.test(text.slice(0, index))) continue;
    start = index + mark.length;
  }
  return start;
}
