/** Whom a noun phrase means: the person named in it, else the office, state or body, else whom names tell. */
import type { Names } from '../names/names.ts';
import type { Mention, Speaker, Words } from '../rows.ts';
import type { Span } from '../../evidence/span.ts';
import type { Piece } from './passages.ts';
import { isComma, isOwner, subjectBefore, type Phrase } from './phrases.ts';
import type { PronounReading } from './subjects.ts';

export interface Setting {
  readonly text: string;
  readonly names: Names;
  readonly pronoun: PronounReading;
  /** The account’s heading, where it has one. */
  readonly title?: Span;
}

export const words = (text: string, { start, end }: Span): Words => ({ start, end, exact: text.slice(start, end) });

export const spanOf = (pieces: readonly Piece[], { from, to }: Phrase): Span => ({
  start: pieces[from]!.start,
  end: pieces[to - 1]!.end,
});

// the preposition, and at most titles between it and the name; `Secretary of State Ruiz` has a noun there
const JOINED =
  /\b(?:of|for|from|to|in|at|on|with|by|near)\s+(?:(?:the|a|an|his|her|its|their|former|president|prime|minister|mr|mrs|ms|dr|sir|king|queen|chancellor|general|col|gen|senator|cardinal|pope|foreign|both)\.?\s+){0,3}$/i;

/** Heads that speak for whoever owns them: the minister’s office, his letter, Moscow’s statement. */
const MOUTHPIECES = new Set(
  `office government statement letter delegation side party ministry administration camp team group cabinet service answer
  reply message army movement campaign leadership instructions note own`.split(/\s+/),
);
/** People who speak for a state or a body, and for themselves where they are somebody’s. */
const STAFF = new Set(
  `spokesman spokeswoman spokesperson spokesmen official officials aide aides adviser advisers lawyer lawyers negotiator
  negotiators envoy envoys ministers lieutenants deputies representative representatives`.split(/\s+/),
);

export function speakerOf({ text, names, pronoun }: Setting, pieces: readonly Piece[], phrase: Phrase): Speaker {
  const span = fromMention(names, spanOf(pieces, phrase));
  const spoken = words(text, span);
  const found =
    phrase.to - phrase.from === 1 && pieces[phrase.from]!.pos === 'PRON'
      ? pronoun(span)
      : meant(text, names, pronoun, pieces, phrase, span);
  if (found === undefined) return { words: spoken };
  const name = names.entity(found)?.name;
  return { words: spoken, entity: found, ...(name === undefined ? {} : { name }) };
}

/** The tagger knows no `de la`: a phrase that begins within a name begins with it. */
function fromMention(names: Names, span: Span): Span {
  const before = names
    .within({ start: span.start - 40, end: span.end })
    .findLast(({ start, end }) => start < span.start && end > span.start);
  return before === undefined ? span : { start: before.start, end: span.end };
}

function meant(
  text: string,
  names: Names,
  pronoun: PronounReading,
  pieces: readonly Piece[],
  phrase: Phrase,
  span: Span,
): string | undefined {
  const relative = pieces.findIndex(
    (p, i) => i > phrase.from && i < phrase.to && /^(?:who|whose|which|as)$/.test(p.lower),
  );
  const head = relative > 0 ? { start: span.start, end: pieces[relative - 1]!.end } : span;
  const mentions = names.within(head);
  const isOwning = (m: Mention): boolean => m.end < span.end && /^['’]/.test(text.slice(m.end, m.end + 1));
  const isJoined = (m: Mention): boolean => {
    const before = text.slice(Math.max(span.start, m.start - 60), m.start);
    return JOINED.test(before);
  };
  const standing = mentions.filter((m) => !isOwning(m) && !isJoined(m));
  const people = standing.filter(({ type }) => type === 'person');
  if (people.length > 0) return people[0]!.entity;
  const bodies = standing.filter(({ type }) => type !== 'person');
  const isPair = / and /.test(text.slice(span.start, span.end));
  if (bodies.length > 1 && isPair) return undefined;
  const mouthpiece = hasHead(pieces, phrase, MOUTHPIECES);
  if (bodies.length > 0 && !(bodies[0]!.type === 'office')) {
    // `Kremlin officials` is unnamed people of the Kremlin; `the Kremlin` speaks itself
    const last = bodies.at(-1)!;
    const isWhole = text.slice(last.end, span.end).trim() === '' || last.start === head.start;
    if (isWhole || mouthpiece || hasHead(pieces, phrase, STAFF)) return last.entity;
  }
  const told = names.antecedent(span) ?? (head.end === span.end ? undefined : names.antecedent(head));
  if (told !== undefined) return told;
  if (bodies.length > 0) return bodies[0]!.entity;
  const owner = mentions.find(isOwning);
  const isStaff = hasHead(pieces, phrase, STAFF);
  const speaksFor = (m: Mention): boolean => mouthpiece || (isStaff && m.type !== 'person');
  if (owner !== undefined && speaksFor(owner)) return owner.entity;
  if (isOwner(pieces[phrase.from]) && mouthpiece) {
    const owning = pronoun(pieces[phrase.from]!);
    const isState = pieces[phrase.to - 1]!.lower === 'government';
    return isState && owning !== undefined ? names.entity(owning)?.of : owning;
  }
  const [only] = mentions;
  if (only === undefined || mentions.length > 1 || !speaksFor(only)) return undefined;
  // `officials in the capital` speak for the state, not for the town
  return only.type === 'place' ? names.entity(only.entity)?.of : only.entity;
}

const hasHead = (pieces: readonly Piece[], { from, to }: Phrase, heads: ReadonlySet<string>): boolean => {
  for (let i = from; i < to; i++) if (heads.has(pieces[i]!.lower)) return true;
  return false;
};

const PEOPLE = new Set(
  `leaders diplomats observers analysts scientists experts historians insiders rebels guerrillas sides delegations parties
  union unions mediators hosts members critics allies nations countries states residents workers employers farmers drivers
  president minister chancellor premier king queen pope envoy general commander mayor governor director chairman
  chairwoman chair secretary ambassador court council parliament congress senate commission committee board company firm
  bank federation league alliance association guild front authority authorities opposition coalition`.split(/\s+/),
);

/** What is written or counted, and speaks for those who did. */
const RECORDS = new Set(
  `poll polls survey surveys study studies report reports analysis data figures document documents email emails e-mail
  memo book article story newspaper paper magazine review investigation audit census footage video records filing
  complaint lawsuit ad website column editorial post tweet transcript results research findings estimate percent voters
  republicans democrats lawmakers senators congressman congresswoman supporters strategists economists researchers pollsters
  reporter reporters journalist journalists activists protesters advocates candidate candidates rivals opponents friends
  colleagues neighbours neighbors respondents people those women men americans judge spokesman spokeswoman lawyer author
  editor activist organizer professor analyst consultant strategist pollster student veteran mother father son daughter
  wife husband friend man woman campaign company administration team crowd public viewers
  readers citizens`.split(/\s+/),
);

/** A person, a body or people: what can speak, as far as its words tell. */
export function isSomebody({ names }: Setting, pieces: readonly Piece[], phrase: Phrase): boolean {
  if (names.within(spanOf(pieces, phrase)).length > 0 || pieces[phrase.to - 1]!.pos === 'PROPN') return true;
  for (let i = phrase.from; i < phrase.to; i++) {
    const { lower, pos } = pieces[i]!;
    if (pos === 'PRON' && /^(?:he|she|they|them|us|we|i|who|whom|which|everybody|nobody|somebody)$/.test(lower))
      return true;
    const isThem = (set: ReadonlySet<string>): boolean => set.has(lower) || set.has(`${lower}s`);
    if ([PEOPLE, RECORDS, MOUTHPIECES, STAFF].some(isThem) || /^(?:each|both|some|many|few|two|three)$/.test(lower))
      return true;
  }
  return false;
}

/** A poll, a report: what shows and finds. */
export const isRecord = (pieces: readonly Piece[], phrase: Phrase): boolean => hasHead(pieces, phrase, FINDERS);
const FINDERS = new Set(
  `poll polls polling survey surveys study studies report reports analysis data figures document documents email emails
  review investigation audit census footage video photos records filing filings results research findings inquiry panel
  jury court commission researchers investigators economists scientists transcript papers`.split(/\s+/),
);

/** Of `who`: the words are `who`, the speaker is whoever stands before. */
export function spokenBy(setting: Setting, pieces: readonly Piece[], subject: Phrase): Speaker {
  if (!/^(?:who|which)$/.test(pieces[subject.from]!.lower)) return speakerOf(setting, pieces, subject);
  const end = isComma(pieces[subject.from - 1]) ? subject.from - 1 : subject.from;
  let named = subjectBefore(pieces, end);
  // `Father Anselm, the priest, who`
  const apposed = named && isComma(pieces[named.from - 1]) ? subjectBefore(pieces, named.from - 1) : undefined;
  if (named && apposed && speakerOf(setting, pieces, named).entity === undefined) named = apposed;
  const speaker = named ? speakerOf(setting, pieces, named) : {};
  return { ...speaker, words: words(setting.text, pieces[subject.from]!) };
}
