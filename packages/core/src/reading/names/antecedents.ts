/**
 * Whom a pronoun or a description without a name means. Nothing is resolved over more than four sentences back, and nothing
 * where no mention fits. Of a sentence the first mention is preferred: news puts the subject there. It errs where a sentence
 * names two of one gender; eval/reading says how often the speakers that rest on it are right.
 */
import type { Span } from '../../evidence/span.ts';
import type { Mention } from '../rows.ts';
import { folded } from './fold.ts';
import { firstEndingAfter, within } from './sorted.ts';

export interface Discourse {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly mentions: readonly Mention[];
  /** By how the given name ends, where nothing better is known. */
  readonly leaningOf: (entity: string) => 'he' | 'she' | undefined;
  readonly pronounOf: (entity: string) => 'he' | 'she' | undefined;
  /** Persons by the head word of what the account calls them: `spokesman`, `foreign minister`. */
  readonly called: ReadonlyMap<string, readonly { readonly entity: string; readonly at: number }[]>;
  /** The one state whose offices the account tells of. */
  readonly state: () => string | undefined;
  readonly holder: (office: string) => string | undefined;
}

const BACK = 4;

export function antecedent(discourse: Discourse, span: Span): string | undefined {
  const words = folded(discourse.text.slice(span.start, span.end)).trim();
  const pronoun = /^(?:(he|him|his|himself)|(she|her|hers|herself)|(it|its|itself)|(they|them|their))$/.exec(words);
  if (pronoun?.[1]) return person(discourse, span, 'he');
  if (pronoun?.[2]) return person(discourse, span, 'she');
  if (pronoun?.[3]) return body(discourse, span);
  if (pronoun?.[4]) return undefined;
  const plain = words.replace(/^(?:the|a|an|his|her|its|their|this|that) /, '');
  const inside = within(discourse.mentions, span);
  const office = inside.find(({ type }) => type === 'office');
  if (office !== undefined) {
    const holder = discourse.holder(office.entity);
    if (holder !== undefined) return holder;
  }
  if (/^(?:the|its) (?:government|cabinet|authorities|regime|administration)$/.test(words)) return discourse.state();
  // somebody who is not told of yet
  if (/^(?:an?|one|some|several|another|any|many|no|every|each|other|two|three) /.test(words)) return undefined;
  for (const key of [plain, plain.split(' ').slice(-2).join(' '), plain.split(' ').at(-1)!]) {
    const known = discourse.called.get(key);
    const found = known?.findLast(({ at }) => at < span.start) ?? known?.[0];
    if (found !== undefined) return found.entity;
  }
  return undefined;
}

function person(
  { mentions, sentences, pronounOf, leaningOf }: Discourse,
  span: Span,
  pronoun: 'he' | 'she',
): string | undefined {
  const here = firstEndingAfter(sentences, span.start);
  const fits = ({ type, entity }: Mention): boolean => type === 'person' && (pronounOf(entity) ?? pronoun) === pronoun;
  const leans = ({ entity }: Mention): boolean => (pronounOf(entity) ?? leaningOf(entity)) === pronoun;
  let likely: string | undefined;
  for (let back = 0; back <= BACK && here - back >= 0; back++) {
    const own = before(mentions, sentences[here - back], span.start).filter(fits);
    const sure = own.find(({ entity }) => pronounOf(entity) === pronoun) ?? own.find(leans);
    if (sure !== undefined) return sure.entity;
    likely ??= own[0]?.entity;
    // beyond two sentences back who is named last outweighs how a name ends
    if (back >= 2 && likely !== undefined) return likely;
  }
  return likely;
}

function body({ mentions, sentences }: Discourse, span: Span): string | undefined {
  const here = firstEndingAfter(sentences, span.start);
  for (let back = 0; back <= 2 && here - back >= 0; back++) {
    const own = before(mentions, sentences[here - back], span.start).find(
      ({ type }) => type === 'organisation' || type === 'state',
    );
    if (own !== undefined) return own.entity;
  }
  return undefined;
}

const before = (mentions: readonly Mention[], sentence: Span | undefined, position: number): readonly Mention[] =>
  sentence === undefined ? [] : within(mentions, { start: sentence.start, end: Math.min(sentence.end, position) });
