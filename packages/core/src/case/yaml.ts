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
  visit,
  type Alias,
  type CST,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { diagnostic, type Diagnostic, type Place } from './diagnostics.ts';
import type { Places } from './places.ts';

export interface YamlFile extends Places {
  readonly file: string;
  readonly text: string;
  readonly document: Document;
}

// A case needs about eight levels; the parser keeps about two stack entries a level.
const MAX_LEVELS = 50;
const MAX_STACK = 2 * MAX_LEVELS + 4;
const MAX_PROBLEMS = 50; // of one kind; the later ones mostly follow from the first

/** Parses a file; syntax errors come all at once. */
export function parseYaml(
  text: string,
  file: string,
): { readonly yaml?: YamlFile; readonly value?: unknown; readonly problems: readonly Diagnostic[] } {
  // Counted here: the library's parser leaves out some lines of files that are not valid.
  const lines = new LineCounter();
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start);
  const at = (offset: number, length = 0): Place => placeAt(text, file, lines, offset, length);

  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_STACK) {
      return { problems: [diagnostic('yaml-depth', at(Math.min(parser.offset, text.length)), { limit: MAX_LEVELS })] };
    }
  }
  for (const token of parser.end()) tokens.push(token);

  // Repeated keys are looked for below: the library compares every key of a map with every other.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false });
  const documents: Document[] = [];
  for (const composed of composer.compose(tokens, true, text.length)) {
    documents.push(composed as Document);
    if (documents.length === 2) break;
  }
  const document = documents[0];
  if (document === undefined) return { problems: [diagnostic('empty-case', at(0), {})] };
  const syntax = documents
    .flatMap((d) => d.errors)
    .map((error) =>
      diagnostic('yaml-syntax', at(error.pos[0], error.pos[1] - error.pos[0]), { reason: sentence(error.message) }),
    );
  if (documents.length > 1 && syntax.length === 0) {
    syntax.push(
      diagnostic('yaml-syntax', at(documents[1]!.range?.[0] ?? 0), {
        reason: 'a second document begins here (`---`); a case is one.',
      }),
    );
  }
  const keys = keyProblems(document, lines, at).slice(0, MAX_PROBLEMS);
  // A key that stands twice is reported, and the rest of the file is read all the same.
  if (syntax.length > 0) return { problems: [...syntax.slice(0, MAX_PROBLEMS), ...keys] };

  const aliases = aliasProblems(document, at);
  if (aliases.problems.length > 0) return { problems: [...keys, ...aliases.problems.slice(0, MAX_PROBLEMS)] };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.?$/, '') : String(error);
    const [start, end] = rangeOf(aliases.first) ?? [0, 0];
    return { problems: [...keys, diagnostic('yaml-alias', at(start, end - start), { reason })] };
  }
  return { yaml: { file, text, document, place: placeIn(text, file, document, lines) }, value, problems: keys };
}

type At = (offset: number, length?: number) => Place;

/** Keys that stand twice in a map, and the one key that JavaScript would take for something else. */
function keyProblems(document: Document, lines: LineCounter, at: At): Diagnostic[] {
  const problems: Diagnostic[] = [];
  visit(document, {
    Map(_, map) {
      const first = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const id = keyText(key);
        const [start, end] = rangeOf(key) ?? [0, 0];
        const before = first.get(id);
        if (id === '__proto__') problems.push(diagnostic('not-an-id', at(start, end - start), { id }));
        if (before === undefined) first.set(id, start);
        else
          problems.push(
            diagnostic('duplicate-id', at(start, end - start), { id, first: `on line ${lines.linePos(before).line}` }),
          );
      }
    },
  });
  return problems;
}

/** Aliases without an anchor before them, and aliases within what they stand for. */
function aliasProblems(document: Document, at: At): { readonly first?: Alias; readonly problems: Diagnostic[] } {
  const anchored = new Map<string, Node>();
  const problems: Diagnostic[] = [];
  let first: Alias | undefined;
  visit(document, {
    Node(_, node) {
      if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
    Alias(_, alias, path) {
      first ??= alias;
      const target = anchored.get(alias.source);
      const reason =
        target === undefined
          ? `nothing before it is anchored as &${alias.source}`
          : path.includes(target)
            ? `*${alias.source} stands within what it stands for`
            : undefined;
      const [start, end] = rangeOf(alias) ?? [0, 0];
      if (reason !== undefined) problems.push(diagnostic('yaml-alias', at(start, end - start), { reason }));
    },
  });
  return { ...(first === undefined ? {} : { first }), problems };
}

function placeIn(text: string, file: string, document: Document, lines: LineCounter): YamlFile['place'] {
  const known = new WeakMap<YAMLMap, Map<string, Pair>>();
  const pairs = (map: YAMLMap): Map<string, Pair> => {
    const byKey = known.get(map) ?? new Map<string, Pair>();
    if (!known.has(map)) {
      // The last of a repeated key is what is read.
      for (const item of map.items) byKey.set(keyText(item.key), item);
      known.set(map, byKey);
    }
    return byKey;
  };
  return (path, { key = false, offset, length } = {}) => {
    let node: unknown = document.contents;
    let range = rangeOf(node) ?? [0, 0];
    for (const [depth, step] of path.entries()) {
      if (isMap(node)) {
        const pair = pairs(node).get(String(step));
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

/** A key as it becomes a property: an empty one is the empty text. */
const keyText = (key: unknown): string =>
  String(isScalar(key) ? ((key.value ?? '') as string | number | boolean) : (key as Node));

function rangeOf(node: unknown): [number, number] | undefined {
  const range = isNode(node) ? (node as Node).range : undefined;
  return range == null ? undefined : [range[0], range[1]];
}

function placeAt(text: string, file: string, lines: LineCounter, offset: number, length: number): Place {
  const at = Math.min(offset, text.length);
  const { line, col: column } = lines.linePos(at);
  const end = text.indexOf('\n', at);
  const whole = text.slice(at - (column - 1), end < 0 ? text.length : end);
  const lineText = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
  return { file, line, column, length: Math.max(0, Math.min(length, lineText.length - column + 1)), lineText };
}

function sentence(message: string): string {
  const first = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
