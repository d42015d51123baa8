/**
 * Written conditions over options, in the two notations of the graph-model literature.
 *
 * *Statements* as in GMCR II: options by number from 1, `-` (or `!`, `NOT`) for not, `&` (`AND`), `|` (`OR`), `a IF b`,
 * `a IFF b`, parentheses. Not binds closest, then and, then or, then IF and IFF from left to right.
 * *Patterns*: one letter an option, first option first, `Y`, `N` or `-` for either; alternatives parted by `|`.
 */
import type { Condition, Literal } from './condition.ts';

/** What is wrong with a written condition, and where (0 is the first character). */
export interface StatementError {
  readonly code: 'unexpected' | 'unfinished' | 'unknown-option' | 'pattern-length' | 'pattern-letter';
  readonly at: number;
  readonly found: string;
}

export type Parsed =
  | { readonly condition: Condition; readonly error?: undefined }
  | { readonly condition?: undefined; readonly error: StatementError };

/** `--Y-|N--N`: every alternative has a letter for each option. */
export function parsePattern(text: string, options: number): Parsed {
  const alternatives: Condition[] = [];
  let at = 0;
  for (const part of text.split('|')) {
    const pattern = part.trim();
    if (pattern.length !== options) return { error: { code: 'pattern-length', at, found: pattern } };
    const literals: Literal[] = [];
    for (const [k, letter] of [...pattern].entries()) {
      if (letter === 'Y' || letter === 'N') literals.push([k, letter === 'Y']);
      else if (letter !== '-') return { error: { code: 'pattern-letter', at: at + k, found: letter } };
    }
    alternatives.push({ kind: 'literals', literals });
    at += part.length + 1;
  }
  return { condition: alternatives.length === 1 ? alternatives[0]! : { kind: 'or', of: alternatives } };
}

interface Token {
  readonly kind: 'number' | 'not' | 'and' | 'or' | 'if' | 'iff' | '(' | ')';
  readonly text: string;
  readonly at: number;
}

const KINDS: Readonly<Record<string, Token['kind']>> = {
  '-': 'not',
  '!': 'not',
  NOT: 'not',
  '&': 'and',
  AND: 'and',
  '|': 'or',
  OR: 'or',
  IF: 'if',
  IFF: 'iff',
  '(': '(',
  ')': ')',
};

/** `3 & -(1 | 2) IF 4`: options are numbered from 1. */
export function parseStatement(text: string, options: number): Parsed {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\s+|\d+|[A-Za-z]+|[\s\S]/g)) {
    const word = match[0];
    if (/^\s/.test(word)) continue;
    const kind = /^\d/.test(word) ? 'number' : KINDS[word.toUpperCase()];
    if (kind === undefined) return { error: { code: 'unexpected', at: match.index, found: word } };
    tokens.push({ kind, text: word, at: match.index });
  }
  const parser = new Parser(tokens, text.length, options);
  try {
    return { condition: parser.all() };
  } catch (error) {
    if (error instanceof Wrong) return { error: error.what };
    throw error;
  }
}

class Wrong extends Error {
  readonly what: StatementError;
  constructor(what: StatementError) {
    super(what.code);
    this.what = what;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  readonly #options: number;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: number, options: number) {
    this.#tokens = tokens;
    this.#end = end;
    this.#options = options;
  }

  all(): Condition {
    const condition = this.#conditional();
    const rest = this.#tokens[this.#next];
    if (rest !== undefined) throw new Wrong({ code: 'unexpected', at: rest.at, found: rest.text });
    return condition;
  }

  #conditional(): Condition {
    let left = this.#chain('or');
    for (;;) {
      if (this.#take('if')) left = { kind: 'if', when: this.#chain('or'), that: left };
      else if (this.#take('iff')) left = { kind: 'iff', left, right: this.#chain('or') };
      else return left;
    }
  }

  #chain(kind: 'and' | 'or'): Condition {
    const of = [kind === 'or' ? this.#chain('and') : this.#literal()];
    while (this.#take(kind)) of.push(kind === 'or' ? this.#chain('and') : this.#literal());
    return of.length === 1 ? of[0]! : { kind, of };
  }

  #literal(): Condition {
    const token = this.#tokens[this.#next++];
    if (token === undefined) throw new Wrong({ code: 'unfinished', at: this.#end, found: '' });
    // Deeper than any statement a person writes; text from elsewhere must not exhaust the stack.
    if (++this.#depth > 500) throw new Wrong({ code: 'unexpected', at: token.at, found: token.text });
    try {
      switch (token.kind) {
        case 'not':
          return { kind: 'not', of: this.#literal() };
        case '(': {
          const inner = this.#conditional();
          if (this.#take(')')) return inner;
          const wrong = this.#tokens[this.#next];
          throw new Wrong({
            code: wrong === undefined ? 'unfinished' : 'unexpected',
            at: wrong?.at ?? this.#end,
            found: wrong?.text ?? '',
          });
        }
        case 'number': {
          const option = Number(token.text) - 1;
          if (option < 0 || option >= this.#options)
            throw new Wrong({ code: 'unknown-option', at: token.at, found: token.text });
          return { kind: 'option', option };
        }
        default:
          throw new Wrong({ code: 'unexpected', at: token.at, found: token.text });
      }
    } finally {
      this.#depth--;
    }
  }

  #take(kind: Token['kind']): boolean {
    if (this.#tokens[this.#next]?.kind !== kind) return false;
    this.#next++;
    return true;
  }
}
