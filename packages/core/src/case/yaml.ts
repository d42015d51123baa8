/**
 * YAML with places: the `yaml` library's own parser and composer, with the nesting bounded before anything recursive
 * sees the file (its composer recurses, and V8 aborts the whole process on some deep inputs).
 */
import {
  Composer,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  type Document,
  type CST,
  type Node,
} from 'yaml';
import { diagnostic, type Diagnostic, type Place } from './diagnostics.ts';

/** Path of keys and indices from the top of the file. */
export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly file: string;
  readonly text: string;
  readonly document: Document;
  /** Place of the node at a path; of a key that is not there, its nearest parent. */
  place(path: Path, options?: { readonly key?: boolean; readonly offset?: number; readonly length?: number }): Place;
}

// A case needs about eight levels; the parser keeps about two stack entries a level.
const MAX_LEVELS = 50;
const MAX_STACK = 2 * MAX_LEVELS + 4;

/** Parses a file; syntax errors come all at once. */
export function parseYaml(
  text: string,
  file: string,
): { readonly yaml?: YamlFile; readonly value?: unknown; readonly problems: readonly Diagnostic[] } {
  const lines = new LineCounter();
  const at = (offset: number, length = 0): Place => placeAt(text, file, lines, offset, length);

  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_STACK) {
      return { problems: [diagnostic('yaml-depth', at(Math.min(parser.offset, text.length)), { limit: MAX_LEVELS })] };
    }
  }
  for (const token of parser.end()) tokens.push(token);

  const documents = [...new Composer({ lineCounter: lines, prettyErrors: false }).compose(tokens, true, text.length)];
  const document = documents[0] as Document | undefined;
  if (document === undefined) return { problems: [diagnostic('empty-case', at(0), {})] };
  const problems = documents
    .flatMap((d) => d.errors)
    .slice(0, 50)
    .map((error) => {
      const place = at(error.pos[0], error.pos[1] - error.pos[0]);
      return error.code === 'DUPLICATE_KEY'
        ? diagnostic('duplicate-id', place, {
            id: wordAt(text, error.pos[0]),
            first: firstPlace(text, error.pos[0], lines),
          })
        : diagnostic('yaml-syntax', place, { reason: sentence(error.message) });
    });
  if (documents.length > 1 && problems.length === 0) {
    problems.push(
      diagnostic('yaml-syntax', at(documents[1]!.range[0]), {
        reason: 'a second document begins here (`---`); a case is one.',
      }),
    );
  }
  // A key that stands twice is reported, and the rest of the file is read all the same.
  if (problems.some((problem) => problem.code !== 'duplicate-id')) return { problems };

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.?$/, '') : String(error);
    const alias = /[*&][^\s,\]}]+/.exec(text);
    return {
      problems: [...problems, diagnostic('yaml-alias', at(alias?.index ?? 0, alias?.[0].length ?? 0), { reason })],
    };
  }
  return { yaml: { file, text, document, place: placeIn(text, file, document, lines) }, value, problems };
}

function placeIn(text: string, file: string, document: Document, lines: LineCounter): YamlFile['place'] {
  return (path, { key = false, offset, length } = {}) => {
    let node: unknown = document.contents;
    let range = rangeOf(node) ?? [0, 0];
    for (const [depth, step] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(step));
        if (pair === undefined) break;
        range =
          (key && depth === path.length - 1 ? rangeOf(pair.key) : undefined) ??
          rangeOf(pair.value) ??
          rangeOf(pair.key) ??
          range;
        if (pair.value === null && isNode(pair.key)) range = rangeOf(pair.key) ?? range;
        node = pair.value;
      } else if (isSeq(node)) {
        const item = node.items[Number(step)];
        if (item === undefined) break;
        range = rangeOf(item) ?? range;
        node = item;
      } else break;
    }
    let [start, end] = range;
    if (offset !== undefined && isScalar(node) && typeof node.value === 'string') {
      // The words of a plain scalar stand in the file as they are; in a folded or escaped one only its start is certain.
      const body = text.slice(start, end).indexOf(node.value);
      if (body >= 0) {
        start += body + offset;
        end = start + (length ?? 1);
      }
    }
    return placeAt(text, file, lines, start, end - start);
  };
}

function rangeOf(node: unknown): [number, number] | undefined {
  const range = isNode(node) ? (node as Node).range : undefined;
  return range == null ? undefined : [range[0], range[1]];
}

function placeAt(text: string, file: string, lines: LineCounter, offset: number, length: number): Place {
  const { line, col } = lines.linePos(Math.min(offset, text.length));
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const lineText = text.slice(start, Math.min(end < 0 ? text.length : end, start + 2000)).replace(/\r$/, '');
  const column = Math.max(1, col);
  return {
    file,
    line: Math.max(1, line),
    column,
    length: Math.max(0, Math.min(length, lineText.length - column + 1)),
    lineText,
  };
}

const wordAt = (text: string, offset: number): string =>
  /^[^\s:,{}[\]]+/.exec(text.slice(offset, offset + 100))?.[0] ?? '';

/** Where a repeated key stood first: the nearest earlier line that begins with it at the same column. */
function firstPlace(text: string, offset: number, lines: LineCounter): string {
  const word = wordAt(text, offset);
  const column = lines.linePos(offset).col;
  let from = offset - 1;
  while (from >= 0) {
    const found = text.lastIndexOf(word, from);
    if (found < 0) break;
    const place = lines.linePos(found);
    if (place.col === column && /^\s*:/.test(text.slice(found + word.length, found + word.length + 20)))
      return `on line ${place.line}`;
    from = found - 1;
  }
  return 'above';
}

function sentence(message: string): string {
  const first = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
