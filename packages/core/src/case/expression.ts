/**
 * The one expression language of a case (rules C2, C8): parser and printer. Names are looked up later, in ./names.ts;
 * here a condition is only read.
 *
 *   condition := either ('iff' either)*
 *   either    := 'if' condition 'then' either | all ('or' all)*
 *   all       := one ('and' one)*
 *   one       := 'not' one | '(' condition ')' | yes | no | true | false
 *              | NAME | ISSUE '=' VALUE | ISSUE '!=' VALUE
 *              | declined(NAME) | ever(condition) | can-meet(MEETING)
 *              | at least N of (condition, …) | before DATE | from DATE
 *
 * Recursive descent, linear in the text; at most MAX_DEPTH levels deep, so that no text can overflow the stack.
 */
import { readWhen, type When } from './dates.ts';

export type Expression =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'equals';
      readonly issue: string;
      readonly value: string;
      readonly at: number;
      readonly valueAt: number;
    }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'if'; readonly condition: Expression; readonly consequence: Expression }
  | { readonly kind: 'iff'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Expression[] }
  | { readonly kind: 'declined'; readonly name: string; readonly at: number }
  | { readonly kind: 'ever'; readonly of: Expression }
  | { readonly kind: 'can-meet'; readonly meeting: string; readonly at: number }
  | { readonly kind: 'time'; readonly relation: 'before' | 'from'; readonly date: When };

export interface ExpressionError {
  /** UTF-16 offset into the text, and how much of it is meant. */
  readonly at: number;
  readonly length: number;
  readonly reason: string;
}

/** Words that mean something in a condition and so are no names. */
export const RESERVED: ReadonlySet<string> = new Set(
  'not and or if then iff yes no true false declined ever can-meet at least of before from'.split(' '),
);

const MAX_DEPTH = 100;
const TOKEN = /\s*(?:([a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)?)|(!=|[()=,])|(\S))/y;

interface Token {
  readonly kind: 'word' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** Reads a condition. YAML's bare `true` and `false` are conditions too. */
export function parseExpression(written: string | boolean): Expression | ExpressionError {
  if (typeof written === 'boolean') return { kind: 'constant', value: written };
  try {
    return new Parser(written).whole();
  } catch (error) {
    if (error instanceof SyntaxMistake) return error.mistake;
    throw error;
  }
}

export const isExpressionError = (parsed: Expression | ExpressionError): parsed is ExpressionError =>
  'reason' in parsed;

class SyntaxMistake extends Error {
  readonly mistake: ExpressionError;
  constructor(at: number, length: number, reason: string) {
    super(reason);
    this.mistake = { at, length, reason };
  }
}

class Parser {
  readonly #text: string;
  #token: Token;
  #end = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#token = this.#read(0);
  }

  whole(): Expression {
    const parsed = this.#condition();
    if (this.#token.kind !== 'end')
      this.#fail(`“${this.#token.text}” is not expected after a complete condition; join conditions with and, or.`);
    return parsed;
  }

  #condition(): Expression {
    return this.#deeper(() => {
      let left = this.#either();
      // Each `iff` puts what stands before it one level deeper.
      for (let levels = 0; this.#isWord('iff'); levels++) {
        if (this.#depth + levels > MAX_DEPTH) this.#failTooDeep();
        this.#next();
        left = { kind: 'iff', left, right: this.#either() };
      }
      return left;
    });
  }

  #either(): Expression {
    if (this.#takeWord('if')) {
      const condition = this.#condition();
      if (!this.#takeWord('then')) this.#fail('`if` needs its `then`.');
      return { kind: 'if', condition, consequence: this.#deeper(() => this.#either()) };
    }
    return this.#chain('or', () => this.#chain('and', () => this.#one()));
  }

  #chain(word: 'and' | 'or', part: () => Expression): Expression {
    const first = part();
    if (!this.#isWord(word)) return first;
    const of = [first];
    while (this.#takeWord(word)) of.push(part());
    return { kind: word, of };
  }

  #one(): Expression {
    const token = this.#token;
    if (token.kind === 'end') this.#fail('a name or condition is missing at the end.');
    if (token.text === '(') {
      this.#next();
      const inner = this.#condition();
      this.#expect(')', 'a bracket is not closed.');
      return inner;
    }
    if (token.kind === 'sign') this.#fail(`a name or condition is expected, not “${token.text}”.`);
    this.#next();
    switch (token.text) {
      case 'not':
        return { kind: 'not', of: this.#deeper(() => this.#one()) };
      case 'yes':
      case 'true':
        return { kind: 'constant', value: true };
      case 'no':
      case 'false':
        return { kind: 'constant', value: false };
      case 'declined': {
        const [name, at] = this.#nameInBrackets(token.text);
        return { kind: 'declined', name, at };
      }
      case 'can-meet': {
        const [meeting, at] = this.#nameInBrackets(token.text);
        return { kind: 'can-meet', meeting, at };
      }
      case 'ever': {
        this.#expect('(', '`ever` needs brackets: ever(x).');
        const of = this.#condition();
        this.#expect(')', 'a bracket is not closed.');
        return { kind: 'ever', of };
      }
      case 'at':
        return this.#atLeast();
      case 'before':
      case 'from':
        return this.#time(token.text, token);
      default:
        return this.#named(token);
    }
  }

  #named(token: Token): Expression {
    if (RESERVED.has(token.text)) this.#fail(`“${token.text}” is a word of the language and cannot stand here.`, token);
    const sign = this.#token;
    if (sign.text !== '=' && sign.text !== '!=') return { kind: 'name', name: token.text, at: token.at };
    this.#next();
    const value = this.#token;
    if (value.kind !== 'word' || value.text.includes('.'))
      this.#fail(`a value of ${token.text} is expected after “${sign.text}”.`);
    this.#next();
    const equals: Expression = {
      kind: 'equals',
      issue: token.text,
      value: value.text,
      at: token.at,
      valueAt: value.at,
    };
    return sign.text === '=' ? equals : { kind: 'not', of: equals };
  }

  #atLeast(): Expression {
    if (!this.#takeWord('least')) this.#fail('`at` must go on: at least 2 of (a, b, c).');
    const count = this.#token;
    if (!/^\d{1,6}$/.test(count.text)) this.#fail('a whole number is expected: at least 2 of (a, b, c).');
    this.#next();
    if (!this.#takeWord('of')) this.#fail('`of` is expected: at least 2 of (a, b, c).');
    this.#expect('(', 'a bracket is expected: at least 2 of (a, b, c).');
    const of = [this.#condition()];
    while (this.#token.text === ',') {
      this.#next();
      of.push(this.#condition());
    }
    this.#expect(')', 'a bracket is not closed.');
    if (Number(count.text) > of.length) this.#fail(`there are only ${of.length} conditions to choose from.`, count);
    return { kind: 'at-least', count: Number(count.text), of };
  }

  #time(relation: 'before' | 'from', word: Token): Expression {
    // A date may hold signs that no name has, so it is read as one run up to white space or a bracket.
    const run = /[^\s(),]+/y;
    run.lastIndex = this.#token.at;
    const written = run.exec(this.#text)?.[0];
    if (written === undefined) this.#fail(`a date is expected after \`${word.text}\`.`);
    const date = readWhen(written);
    if (typeof date === 'string') this.#fail(date, { at: this.#token.at, text: written });
    this.#token = this.#read(this.#token.at + written.length);
    return { kind: 'time', relation, date };
  }

  #nameInBrackets(word: string): [string, number] {
    this.#expect('(', `\`${word}\` needs brackets: ${word}(x).`);
    const token = this.#token;
    if (token.kind !== 'word' || RESERVED.has(token.text)) this.#fail('a name is expected.');
    this.#next();
    this.#expect(')', 'a bracket is not closed.');
    return [token.text, token.at];
  }

  #deeper<T>(read: () => T): T {
    if (++this.#depth > MAX_DEPTH) this.#failTooDeep();
    const result = read();
    this.#depth--;
    return result;
  }

  #failTooDeep(): never {
    this.#fail(`it is nested more than ${MAX_DEPTH} levels deep; name parts of it as facts.`);
  }

  #isWord = (word: string): boolean => this.#token.kind === 'word' && this.#token.text === word;

  #takeWord(word: string): boolean {
    if (!this.#isWord(word)) return false;
    this.#next();
    return true;
  }

  #expect(sign: string, otherwise: string): void {
    if (this.#token.text !== sign) this.#fail(otherwise);
    this.#next();
  }

  #next(): void {
    this.#token = this.#read(this.#end);
  }

  #read(from: number): Token {
    TOKEN.lastIndex = from;
    const found = TOKEN.exec(this.#text);
    if (found === null) {
      this.#end = this.#text.length;
      return { kind: 'end', text: '', at: this.#text.trimEnd().length };
    }
    this.#end = TOKEN.lastIndex;
    const text = found[1] ?? found[2] ?? found[3]!;
    return { kind: found[1] !== undefined ? 'word' : 'sign', text, at: this.#end - text.length };
  }

  #fail(reason: string, where: Pick<Token, 'at' | 'text'> = this.#token): never {
    throw new SyntaxMistake(where.at, Math.max(1, where.text.length), reason);
  }
}

/** The condition in the language again, with no more brackets than it needs. */
export function formatExpression(e: Expression, tightness = 0): string {
  const wrap = (text: string, own: number): string => (own < tightness ? `(${text})` : text);
  switch (e.kind) {
    case 'constant':
      return e.value ? 'yes' : 'no';
    case 'name':
      return e.name;
    case 'equals':
      return `${e.issue} = ${e.value}`;
    case 'not':
      return e.of.kind === 'equals' ? `${e.of.issue} != ${e.of.value}` : `not ${formatExpression(e.of, 4)}`;
    case 'and':
      return wrap(e.of.map((part) => formatExpression(part, 4)).join(' and '), 3);
    case 'or':
      return wrap(e.of.map((part) => formatExpression(part, 3)).join(' or '), 2);
    case 'if':
      return wrap(`if ${formatExpression(e.condition)} then ${formatExpression(e.consequence, 1)}`, 1);
    case 'iff':
      return wrap(`${formatExpression(e.left, e.left.kind === 'iff' ? 0 : 1)} iff ${formatExpression(e.right, 1)}`, 0);
    case 'at-least':
      return `at least ${e.count} of (${e.of.map((part) => formatExpression(part)).join(', ')})`;
    case 'declined':
      return `declined(${e.name})`;
    case 'ever':
      return `ever(${formatExpression(e.of)})`;
    case 'can-meet':
      return `can-meet(${e.meeting})`;
    case 'time':
      return `${e.relation} ${e.date.text}`;
  }
}
