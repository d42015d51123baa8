/**
 * Tokens with part of speech and lemma, by wink-nlp and its small English model (a perceptron tagger; about 95 % of the tokens
 * of news are tagged rightly, of headlines fewer). Loaded on demand, since it takes a quarter of a second and 60 MB. About 6 s
 * for a million words. Sentences are tagged one by one: the model would join a heading to what follows.
 */
import type { Span } from '../evidence/span.ts';

export type Pos =
  | 'ADJ' | 'ADP' | 'ADV' | 'AUX' | 'CCONJ' | 'DET' | 'INTJ' | 'NOUN' | 'NUM' | 'PART' | 'PRON' | 'PROPN' | 'PUNCT'
  | 'SCONJ' | 'SPACE' | 'SYM' | 'VERB' | 'X'; // prettier-ignore

export interface Token extends Span {
  /** As it stands in the text. */
  readonly text: string;
  readonly pos: Pos;
  /** Lower case. */
  readonly lemma: string;
}

export interface TaggedSentence extends Span {
  readonly tokens: readonly Token[];
}

export interface Tagger {
  /** Offsets of tokens are those of `text`. */
  tag(text: string, sentences: readonly Span[]): readonly TaggedSentence[];
}

let loaded: Promise<Tagger> | undefined;

export function loadTagger(): Promise<Tagger> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Tagger> {
  const [{ default: winkNlp }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp = winkNlp(model, ['pos']);
  /* oxlint-disable typescript/unbound-method -- its.… are plain functions, declared as methods */
  const { its } = nlp;

  const tagged = (text: string, { start, end }: Span): TaggedSentence => {
    const all = nlp.readDoc(text.slice(start, end)).tokens();
    const values = all.out(its.value);
    const spaces = all.out(its.precedingSpaces);
    const poses = all.out(its.pos);
    const lemmas = all.out(its.lemma as unknown as typeof its.value); // declared with one argument too few
    const tokens: Token[] = [];
    let at = start;
    for (const [i, value] of values.entries()) {
      at += spaces[i]!.length;
      tokens.push({ start: at, end: at + value.length, text: value, pos: poses[i] as Pos, lemma: lemmas[i]! });
      at += value.length;
    }
    return { start, end, tokens };
  };

  return { tag: (text, sentences) => sentences.map((span) => tagged(text, span)) };
}
