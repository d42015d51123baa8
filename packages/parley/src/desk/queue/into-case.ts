/**
 * What an accepted proposal becomes in `case.yaml`:
 *
 * - a name: an alias of the party or person that it is another spelling of, else a party, or a person of a party;
 * - a precondition: a row under `preconditions`. Its step and needs are propositions of the case where their words are
 *   those of one, else happenings of their own, so that nothing is said to be the same that only sounds alike. A red line
 *   is none of them: it would have to be said in values of issues;
 * - a position: a row under `positions`, in words, if its words name one issue of the case;
 * - an event: a row under `events`; a quotation or indirect speech one of kind `statement`;
 * - a chance: a narrative under `scenarios` (`resolves: no`) with the likelihood words and their range.
 *
 * Whoever holds, says or does it is entered as a party or person if it is not there. What cannot be said in a case without
 * making something up (a place, an office, a person of nobody knows whom) is not forced into it: the reason is told, and
 * `accepted.yaml` keeps the row.
 */
import { RESERVED, readWhen, type Case } from '@parley/core/case';
import { anchorQuote, type SourceText } from '@parley/core/evidence';
import type { Addition, Additions } from './added.ts';
import { formsOf, plain, type Place, type Proposal, type Who } from './proposal.ts';

export interface Placed {
  readonly additions: Additions;
  /** What was added, as paths: `events.e31`. The row itself comes first. */
  readonly as: readonly string[];
}
export interface Unplaced {
  readonly reason: string;
}

export interface Wishes {
  /** The party that a person belongs to. */
  readonly party?: string;
  /** The issue that a position is about. */
  readonly issue?: string;
}

const LONGEST = 4000; // of a text in a case

/** Enters proposals one after the other; each sees what those before it have added. */
export class IntoCase {
  readonly #case: Case;
  readonly #sources: ReadonlyMap<string, { readonly text: SourceText }>;
  readonly #forms: Map<string, { readonly party: string; readonly person?: string }>;
  readonly #parties: Set<string>;
  readonly #people: Map<string, string>;
  /** Options, happenings, meetings, issues and facts by the words that they are told in; null where two share them. */
  readonly #steps = new Map<string, string | null>();
  readonly #conditions = new Map<string, string | null>();
  readonly #propositions: Set<string>;
  readonly #used = new Map<string, Set<string>>();

  constructor(given: Case, sources: ReadonlyMap<string, { readonly text: SourceText }>) {
    this.#case = given;
    this.#sources = sources;
    this.#forms = new Map(formsOf(given));
    this.#parties = new Set(given.parties.keys());
    this.#people = new Map([...given.parties.values()].flatMap((p) => p.people.map((one) => [one.id, p.id] as const)));
    this.#propositions = new Set([
      ...given.happenings.keys(),
      ...given.meetings.keys(),
      ...given.issues.keys(),
      ...given.facts.keys(),
    ]);
    for (const { id, text, title } of given.options.values()) this.#tell(id, [text, title], true);
    for (const { id, text, title } of given.happenings.values()) this.#tell(id, [text, title, id], true);
    for (const { id, title } of given.meetings.values()) this.#tell(id, [title, id], true);
    for (const { id, text, title } of given.facts.values()) this.#tell(id, [text, title, id], false);
    for (const section of ['preconditions', 'positions', 'events', 'scenarios'] as const)
      this.#used.set(section, new Set(given[section].keys()));
  }

  place(proposal: Proposal, wishes: Wishes = {}): Placed | Unplaced {
    const said = this.#quotation(proposal.source, proposal);
    if (said === undefined) return { reason: `its words no longer stand in source ${proposal.source}` };
    if (proposal.exact.length > LONGEST) return { reason: `it is longer than the ${LONGEST} letters a quote may have` };
    const evidence: Additions = { said: [said], rule: proposal.rule };
    switch (proposal.kind) {
      case 'name':
        return this.#name(proposal, evidence, wishes);
      case 'quotation':
      case 'indirect':
        return this.#statement(proposal, said);
      case 'event':
        return this.#event(proposal, evidence);
      case 'precondition':
        return this.#precondition(proposal, evidence, said);
      case 'position':
        return this.#position(proposal, evidence, wishes);
      case 'chance':
        return this.#chance(proposal, said);
      default:
        return { reason: 'a case has no section for it' };
    }
  }

  // --- who --------------------------------------------------------------------------------------------------------------

  #name(proposal: Proposal, evidence: Additions, wishes: Wishes): Placed | Unplaced {
    const { who } = proposal;
    if (who === undefined) return { reason: 'nobody knows whose name it is' };
    const form = plain(proposal.exact);
    const had = this.#forms.get(form);
    if (had !== undefined) return { additions: {}, as: [pathOf(had).join('.')] };
    const there = this.#find(who);
    if (there !== undefined) {
      this.#forms.set(form, there);
      const path = pathOf(there);
      return { additions: nested(path, { aliases: [proposal.exact] }), as: [[...path, 'aliases'].join('.')] };
    }
    if (who.type === 'place' || who.type === 'office') return { reason: `a case has no section for ${who.type}s` };
    const entered = this.#enter(who, { ...evidence }, wishes);
    if ('reason' in entered) return entered;
    const { party, person } = entered;
    if (plain(who.name) !== form) {
      const at = person === undefined ? { party } : { party, person };
      merge(entered.additions, nested(pathOf(at), { aliases: [proposal.exact] }));
      this.#forms.set(form, at);
    }
    return { additions: entered.additions, as: entered.as };
  }

  #find(who: Who): { readonly party: string; readonly person?: string } | undefined {
    if (who.type === 'person') {
      const party = this.#people.get(who.id);
      if (party !== undefined) return { party, person: who.id };
    } else if (this.#parties.has(who.id)) return { party: who.id };
    const named = this.#forms.get(plain(who.name));
    // A person and a party may share a name; then it is not the one that is meant.
    return named !== undefined && (named.person !== undefined) === (who.type === 'person') ? named : undefined;
  }

  /** Enters a party, or a person and the party it belongs to. */
  #enter(
    who: Who,
    evidence: Additions,
    { party: wished }: Wishes = {},
  ): { additions: Additions; as: string[]; party: string; person?: string } | Unplaced {
    const additions: Additions = {};
    if (who.type !== 'person') {
      const party = this.#newId(who.name, 'party');
      this.#parties.add(party);
      this.#forms.set(plain(who.name), { party });
      merge(additions, nested(['parties', party], { name: who.name, ...evidence }));
      return { additions, as: [`parties.${party}`], party };
    }
    const as: string[] = [];
    let party = wished;
    if (party !== undefined && !this.#parties.has(party)) return { reason: `the case has no party “${party}”` };
    if (party === undefined && who.of !== undefined) {
      const there = this.#find(who.of);
      if (there !== undefined) party = there.party;
      else if (who.of.type === 'state' || who.of.type === 'organisation') {
        const entered = this.#enter(who.of, { why: `${who.name} speaks or acts for it.` });
        if ('reason' in entered) return entered;
        merge(additions, entered.additions);
        as.push(...entered.as);
        party = entered.party;
      }
    }
    if (party === undefined)
      return { reason: `nobody says which party ${who.name} belongs to; accept it with --party PARTY` };
    const person = this.#newId(who.name, 'person');
    this.#people.set(person, party);
    this.#forms.set(plain(who.name), { party, person });
    merge(additions, nested(['parties', party, 'people', person], { name: who.name, ...evidence }));
    return { additions, as: [`parties.${party}.people.${person}`, ...as], party, person };
  }

  /** Of whoever holds, says or does something: found or entered. */
  #holder(
    who: Who | undefined,
    source: string,
    at: Place | undefined,
    into: Additions,
    as: string[],
  ): { readonly party: string; readonly person?: string } | Unplaced {
    if (who === undefined) return { reason: 'nobody is named whose it would be' };
    const there = this.#find(who);
    if (there !== undefined) return there;
    if (who.type === 'place' || who.type === 'office')
      return {
        reason: `${who.name} is ${who.type === 'office' ? 'an office' : 'a place'}, not a party or person of the case`,
      };
    const last = plain(who.name).split(' ').at(-1)!;
    const said = at !== undefined && plain(at.exact).includes(last) ? this.#quotation(source, at) : undefined;
    const entered = this.#enter(who, said === undefined ? { why: `Spoken of in source ${source}.` } : { said: [said] });
    if ('reason' in entered) return entered;
    merge(into, entered.additions);
    as.push(...entered.as);
    return entered.person === undefined ? { party: entered.party } : { party: entered.party, person: entered.person };
  }

  // --- what -------------------------------------------------------------------------------------------------------------

  #statement(proposal: Proposal, said: Additions): Placed | Unplaced {
    const additions: Additions = {};
    const as: string[] = [];
    const holder = this.#holder(proposal.who, proposal.source, proposal.whoAt, additions, as);
    if ('reason' in holder) return holder;
    const id = holder.person ?? holder.party;
    const isQuotation = proposal.kind === 'quotation';
    const verb = `${proposal['polarity'] === 'negated' ? 'not ' : ''}${proposal.act ?? 'state'}`;
    const what = isQuotation
      ? `${proposal.speaker}: “${clean(proposal.exact)}”`
      : `${proposal.speaker} (${verb}): ${clean(proposal.exact)}`;
    const key = this.#number('events', 'e');
    merge(additions, {
      events: {
        [key]: {
          what: what.slice(0, LONGEST),
          kind: 'statement',
          who: id,
          said: [isQuotation ? { ...said, by: id } : said],
          rule: proposal.rule,
        },
      },
    });
    return { additions, as: [`events.${key}`, ...as] };
  }

  #event(proposal: Proposal, evidence: Additions): Placed {
    const on = typeof proposal['on'] === 'string' ? proposal['on'] : '';
    const isDated = on !== '' && typeof readWhen(on) !== 'string';
    const who = [...new Set((proposal.actorsWho ?? []).flatMap((actor) => {
      const there = this.#find(actor);
      return there === undefined ? [] : [there.person ?? there.party];
    }))]; // prettier-ignore
    const key = this.#number('events', 'e');
    const event: Additions = {
      ...(isDated ? { on } : {}),
      what: clean(proposal.exact),
      ...(proposal['status'] === 'plan' ? { kind: 'plan' } : {}),
      ...(who.length === 0 ? {} : { who: who.length === 1 ? who[0]! : who }),
      ...evidence,
    };
    return { additions: { events: { [key]: event } }, as: [`events.${key}`] };
  }

  #precondition(proposal: Proposal, evidence: Additions, said: Additions): Placed | Unplaced {
    const stepWords = wordsOf(proposal, 'step');
    const needsWords = wordsOf(proposal, 'needs');
    const [stepKey, needsKey] = [keyOf(stepWords), keyOf(needsWords)];
    if (stepKey === '' || needsKey === '' || stepKey === needsKey)
      return { reason: 'its words do not say which step needs what' };
    if ([stepWords, needsWords].some((words) => this.#forms.has(plain(words))))
      return { reason: 'its words name somebody, not what has to happen' };
    if (wordsOf(proposal, 'binds') === 'red-line')
      return { reason: 'a red line bounds a deal, in values of issues; write it under red-lines' };
    const additions: Additions = {};
    const others: string[] = [];
    const holder = this.#holder(proposal.who, proposal.source, proposal.whoAt, additions, others);
    if ('reason' in holder) return holder;
    const step = this.#steps.get(stepKey) ?? this.#happening(stepWords, said, additions, others);
    const needs = this.#conditions.get(needsKey) ?? this.#happening(needsWords, said, additions, others);
    const key = this.#number('preconditions', 'p');
    const binds = wordsOf(proposal, 'binds', 'condition');
    merge(additions, {
      preconditions: {
        [key]: {
          holder: holder.party,
          step,
          needs: proposal['isNegated'] === true ? `not ${needs}` : needs,
          timing: wordsOf(proposal, 'timing', 'before'),
          ...(binds === 'condition' ? {} : { kind: binds }),
          text: clean(proposal.exact),
          ...evidence,
        },
      },
    });
    return { additions, as: [`preconditions.${key}`, ...others] };
  }

  #happening(words: string, said: Additions, into: Additions, as: string[]): string {
    const telling = slug(words)
      .split('-')
      .filter((word) => !EMPTY.has(word));
    const id = this.#newId(telling.slice(0, 5).join(' '), 'proposition');
    this.#propositions.add(id);
    this.#tell(id, [words], true);
    merge(into, { happenings: { [id]: { text: clean(words), said: [said] } } });
    as.push(`happenings.${id}`);
    return id;
  }

  #position(proposal: Proposal, evidence: Additions, wishes: Wishes): Placed | Unplaced {
    const issue = wishes.issue ?? this.#issueIn(`${wordsOf(proposal, 'about')} ${proposal.exact}`);
    if (issue === undefined)
      return { reason: 'its words name no issue of the case, or several; accept it with --issue ISSUE' };
    if (!this.#case.issues.has(issue)) return { reason: `the case has no issue “${issue}”` };
    const additions: Additions = {};
    const others: string[] = [];
    const holder = this.#holder(proposal.who, proposal.source, proposal.whoAt, additions, others);
    if ('reason' in holder) return holder;
    const used = this.#used.get('positions')!;
    const key = free(`${holder.party}-${issue}`.slice(0, 76), (id) => used.has(id));
    used.add(key);
    merge(additions, {
      positions: { [key]: { party: holder.party, issue, text: clean(proposal.exact), ...evidence } },
    });
    return { additions, as: [`positions.${key}`, ...others] };
  }

  /** The one issue of which a word of its title or id stands there. */
  #issueIn(words: string): string | undefined {
    const there = new Set(contentWords(words));
    const found = [...this.#case.issues.values()].filter(({ id, title }) =>
      [...contentWords(title), ...contentWords(id.replaceAll('-', ' '))].some((word) => there.has(word)),
    );
    return found.length === 1 ? found[0]!.id : undefined;
  }

  #chance(proposal: Proposal, said: Additions): Placed {
    const { range } = proposal;
    const [low, high] = Array.isArray(range) ? (range as unknown[]) : [];
    const key = this.#number('scenarios', 's');
    const likelihood: Additions = {
      ...said,
      ...(typeof low === 'number' && typeof high === 'number' ? { range: `${low} to ${high}` } : {}),
    };
    const title = clean(wordsOf(proposal, 'of', proposal.exact)).slice(0, LONGEST);
    const scenario: Additions = { title, resolves: false, likelihood: [likelihood], rule: proposal.rule };
    return { additions: { scenarios: { [key]: scenario } }, as: [`scenarios.${key}`] };
  }

  // --- words and ids ----------------------------------------------------------------------------------------------------

  /** The words with what stands around them where they stand more than once. */
  #quotation(source: string, { exact, start, end }: Place): Additions | undefined {
    const text = this.#sources.get(source)?.text;
    if (text === undefined) return undefined;
    const found = anchorQuote(text, { quote: exact });
    if (found.kind !== 'found') return undefined;
    if (found.fitting === 1 || text.text.slice(start, end) !== exact) return { source, quote: exact };
    // The least context that tells it from the others.
    for (const length of [16, 32, 64, 128, 190]) {
      // Whole words, on one line.
      const before = text.text.slice(Math.max(0, start - length), start);
      const prefix = start > length ? before.replace(/^\S*(?=\s)/, '').trimStart() : before;
      const suffix = text.text
        .slice(end, end + length)
        .replace(/(?<=\s)\S*$/, '')
        .trimEnd();
      const context = { ...(prefix === '' ? {} : { prefix }), ...(suffix === '' ? {} : { suffix }) };
      const placed = anchorQuote(text, { quote: exact, ...context });
      if (placed.kind === 'found' && placed.fitting === 1 && placed.start === start)
        return { source, quote: exact, ...context };
    }
    return { source, quote: exact };
  }

  #tell(id: string, words: readonly (string | undefined)[], isStep: boolean): void {
    for (const key of new Set(words.map((one) => keyOf((one ?? '').replaceAll('-', ' '))))) {
      if (key === '') continue;
      for (const index of isStep ? [this.#steps, this.#conditions] : [this.#conditions])
        index.set(key, index.has(key) && index.get(key) !== id ? null : id);
    }
  }

  #newId(words: string, what: 'party' | 'person' | 'proposition'): string {
    const parts = slug(words).split('-');
    // A person goes by the last name.
    const wanted = (what === 'person' ? parts.at(-1)! : parts.join('-')).slice(0, 60).replace(/^-+|-+$/g, '') || what;
    const isTaken = (id: string): boolean =>
      (RESERVED as ReadonlySet<string>).has(id) ||
      /^(?:on|off|null|\d+)$/.test(id) ||
      (what === 'proposition' ? this.#propositions.has(id) : this.#parties.has(id) || this.#people.has(id));
    if (what === 'person' && isTaken(wanted) && !isTaken(parts.join('-').slice(0, 60)))
      return parts.join('-').slice(0, 60);
    return free(wanted, isTaken);
  }

  #number(section: 'preconditions' | 'events' | 'scenarios', letter: string): string {
    const used = this.#used.get(section)!;
    let highest = 0;
    for (const id of used) {
      const number = new RegExp(`^${letter}(\\d{1,6})$`).exec(id)?.[1];
      if (number !== undefined) highest = Math.max(highest, Number(number));
    }
    const id = `${letter}${String(highest + 1).padStart(2, '0')}`;
    used.add(id);
    return id;
  }
}

/** What a kind has besides; the file may have been edited. */
function wordsOf(proposal: Proposal, key: string, otherwise = ''): string {
  const value = proposal[key];
  return typeof value === 'string' ? value : otherwise;
}

const clean = (words: string): string => words.replace(/\s+/g, ' ').trim();

function free(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let k = 2; ; k++) if (!isTaken(`${wanted}-${k}`)) return `${wanted}-${k}`;
}

const slug = (words: string): string =>
  plain(words)
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const EMPTY = new Set(
  'a an the this that these those it its he she they them his her their to of in on at for with by from as be is are was were been being will would shall should can could may might must and or any some such there then than so'.split(
    ' ',
  ),
);

function contentWords(words: string): string[] {
  return slug(words)
    .split('-')
    .filter((word) => word !== '' && !EMPTY.has(word))
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word));
}

/** What two tellings of the same must share: all words that carry meaning. */
const keyOf = (words: string): string => [...new Set(contentWords(words))].sort().join(' ');

const pathOf = ({ party, person }: { readonly party: string; readonly person?: string }): string[] =>
  person === undefined ? ['parties', party] : ['parties', party, 'people', person];

function nested(path: readonly string[], value: Additions): Additions {
  return path.reduceRight<Additions>((inside, key) => ({ [key]: inside }), value);
}

/** Puts one set of additions into another; lists are joined. */
export function merge(into: Additions, from: Additions): void {
  for (const [key, value] of Object.entries(from)) {
    const there = into[key];
    if (there === undefined) into[key] = structuredClone(value) as Addition;
    else if (Array.isArray(there) && Array.isArray(value)) into[key] = [...there, ...value] as Addition;
    else if (typeof there === 'object' && typeof value === 'object') merge(there as Additions, value as Additions);
    else if (there !== value) throw new Error(`“${key}” would be added twice`);
  }
}
