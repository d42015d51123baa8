/**
 * Finds words in what was read: quotations, claims, names, in whatever spelling. MiniSearch 7.2.0 (an inverted index over a
 * radix tree, ranked by BM25+) over folded words: Erdogan finds Erdoğan’s, `zelensk` finds Zelenskyy, and one letter in
 * five may be wrong.
 *
 * Adding one document costs what its words cost. A query costs the terms that are alike, not the documents; fuzzy matching
 * walks part of the vocabulary, so a query takes its first {@link MOST_TERMS} words and cuts long ones.
 */
import MiniSearch from 'minisearch';
import type { Span } from '../evidence/span.ts';
import { foldedWords } from './folded-words.ts';

export interface Searchable extends Span {
  readonly id: string;
  /** The account it stands in, at `start`–`end`. */
  readonly source: string;
  /** What it is: a row's kind, `sentence`, `name`. */
  readonly kind: string;
  readonly text: string;
}

export interface Hit extends Searchable {
  readonly score: number;
  /** The words of the document that were found, folded as they are in the index. */
  readonly terms: readonly string[];
}

export interface SearchOptions {
  /** Hits at most. Default 20. */
  readonly limit?: number;
  readonly kinds?: readonly string[];
  readonly sources?: readonly string[];
}

export interface SearchIndex {
  /** Its id must be new. */
  add(document: Searchable): void;
  /** Best first; equally good ones as they were added. Documents with any of the words; those with more of them come first. */
  search(query: string, options?: SearchOptions): readonly Hit[];
}

const FUZZY = 0.2; // of a word's length: none of four letters, one of five, two of ten
const FEWEST_FOR_PREFIX = 2; // `a` would find every word with a
const MOST_TERMS = 32;
const MOST_DISTANCE = 3;
const LIMIT = 20;

export function searchIndex(): SearchIndex {
  const documents = new Map<string, Searchable>();
  const index = new MiniSearch<Searchable>({
    fields: ['text'],
    tokenize: terms,
    processTerm: (term) => term, // folded already
    searchOptions: {
      tokenize: (query) => terms(query).slice(0, MOST_TERMS),
      // In whole letters: of a fraction MiniSearch would make one letter of three. And 2025 is not 2024.
      fuzzy: (term) => (/\p{N}/u.test(term) ? false : Math.min(MOST_DISTANCE, Math.floor(FUZZY * term.length))),
      prefix: (term) => term.length >= FEWEST_FOR_PREFIX,
    },
  });
  return {
    add(document) {
      if (documents.has(document.id)) throw new Error(`${document.id} is in the index already`);
      documents.set(document.id, document);
      index.add(document);
    },
    search(query, { limit = LIMIT, kinds, sources } = {}) {
      const found = index.search(query, {
        filter: ({ id }) => {
          const { kind, source } = documents.get(id)!;
          return (kinds?.includes(kind) ?? true) && (sources?.includes(source) ?? true);
        },
      });
      return found
        .slice(0, limit)
        .map(({ id, score, terms: matched }) => ({ ...documents.get(id)!, score, terms: matched }));
    },
  };
}

/** The possessive s is no word to look for. */
const terms = (text: string): string[] => [...foldedWords(text)].filter((word) => word !== 's');
