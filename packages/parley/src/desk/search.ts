/**
 * Words sought in a case: in every sentence of its sources, its own rows, and the proposals beside it. The index is
 * MiniSearch's (BM25+), made anew for each search: 1,000 articles of 1,000 words take some 3 s. Letters are folded (Erdogan
 * finds Erdoğan), a word finds those it begins, and one of five letters or more also those a slip away.
 */
import MiniSearch from 'minisearch';
import { SECTIONS, type Case } from '@parley/core/case';
import { sentences } from '@parley/core/reading';
import type { OpenCase } from './open-case.ts';
import type { Queue } from './queue/queue.ts';

export interface Hit {
  readonly what: 'sentence' | 'row' | 'proposal';
  /** `a:120`, `events.e17`, `q-1a2b3c4d5e`. */
  readonly id: string;
  readonly text: string;
  readonly score: number;
  /** Of a sentence or proposal. */
  readonly source?: string;
  readonly start?: number;
  readonly end?: number;
  /** The words found, as they are in the index. */
  readonly terms: readonly string[];
}

type Entry = Omit<Hit, 'score' | 'terms'>;

export interface Found {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** No entry has all the words; these have some. */
  readonly isPartial: boolean;
}

export function searchCase(open: OpenCase, seen: Case, queue: Queue | undefined, words: string, most: number): Found {
  const index = new MiniSearch<Entry>({
    fields: ['text'],
    storeFields: ['what', 'text', 'source', 'start', 'end'],
    processTerm: (term) => searched(term) || null,
    tokenize: (text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
  });
  index.addAll([...sentencesOf(open, seen), ...rowsOf(seen), ...proposalsIn(queue, seen)]);
  const options = {
    prefix: (term: string) => term.length >= 3,
    fuzzy: (term: string) => (term.length >= 5 ? 0.2 : false),
    // Rows are what somebody took the trouble to write.
    boostDocument: (_id: unknown, _term: string, stored?: Record<string, unknown>) =>
      stored?.['what'] === 'row' ? 1.2 : 1,
  };
  let results = index.search(words, { ...options, combineWith: 'AND' });
  const isPartial = results.length === 0;
  if (isPartial) results = index.search(words, options);
  const hits = results.slice(0, most).map((result): Hit => {
    const { what, text, source, start, end } = result as unknown as Entry;
    return {
      what,
      id: String(result.id),
      text,
      score: Math.round(result.score * 100) / 100,
      terms: result.terms,
      ...(source === undefined ? {} : { source }),
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
    };
  });
  return { hits, total: results.length, isPartial: isPartial && results.length > 0 };
}

/** A word as the index has it: small, without marks, letters that NFD leaves whole made plain. */
export const searched = (term: string): string =>
  term
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıłøđßæœ]/g, (letter) => PLAIN[letter] ?? letter);

const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

function* sentencesOf(open: OpenCase, seen: Case): Generator<Entry> {
  for (const { id, text } of open.sources.values()) {
    if (!seen.sources.has(id)) continue;
    for (const { start, end } of sentences(text.text))
      yield { what: 'sentence', id: `${id}:${start}`, text: text.text.slice(start, end), source: id, start, end };
  }
}

/** The words of a row: its texts, and its quotes. */
function* rowsOf(seen: Case): Generator<Entry> {
  for (const section of SECTIONS)
    for (const row of seen[section].values()) {
      const words = [row.id.replaceAll('-', ' '), ...textsIn(row)];
      yield { what: 'row', id: row.path.join('.'), text: words.join(' · ') };
      if (section === 'parties' && 'people' in row)
        for (const person of row.people)
          yield { what: 'row', id: person.path.join('.'), text: textsIn(person).join(' · ') };
    }
}

const TEXTS = ['name', 'title', 'text', 'what', 'office', 'quote', 'why', 'note', 'resolution'];
const LISTS = ['said', 'offices', 'aliases', 'likelihood', 'words'];

function textsIn(value: object): string[] {
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]): string[] => {
    if (typeof inside === 'string') return TEXTS.includes(key) ? [inside] : [];
    if (!LISTS.includes(key) || typeof inside !== 'object' || inside === null) return [];
    return Array.isArray(inside)
      ? inside.flatMap((one: unknown) =>
          typeof one === 'string' ? [one] : typeof one === 'object' && one !== null ? textsIn(one) : [],
        )
      : textsIn(inside);
  });
}

function* proposalsIn(queue: Queue | undefined, seen: Case): Generator<Entry> {
  for (const { id, kind, exact, source, start, end, speaker } of queue?.waiting.values() ?? []) {
    // Names stand in every sentence that is found.
    if (kind === 'name' || !seen.sources.has(source)) continue;
    yield { what: 'proposal', id, text: speaker === null ? exact : `${speaker}: ${exact}`, source, start, end };
  }
}
