/**
 * `case.yaml` with keys and list items added and nothing else touched: comments, order and layout stay, since the additions
 * are put into the text where they belong and the YAML library only says where that is. A key that is there is never
 * overwritten. One parse, whatever is added.
 */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { parseYaml } from '@parley/core/case-file';
import { CASE_FILE } from '../open-case.ts';

/** What to add: a key that is missing comes whole; of one that is there, what is missing within it. */
export interface Additions {
  [key: string]: Addition;
}
export type Addition = string | number | boolean | readonly Addition[] | Additions;

interface Insertion {
  readonly at: number;
  /** This many letters are replaced: an empty `{}` or `~`. */
  readonly cut: number;
  readonly text: string;
}

/** Why something cannot be added where it belongs. */
export interface CannotAdd {
  readonly reason: string;
}

export function withAdded(text: string, additions: Additions): string | CannotAdd {
  // Offsets count from after a BOM.
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(bom.length);
  const top = parseYaml(body, CASE_FILE).yaml?.document.contents;
  if (!isMap(top)) return { reason: 'The case is not a map.' };
  try {
    const insertions = intoMap(body, top, additions, '');
    const eol = body.includes('\r\n') ? '\r\n' : '\n';
    let result = body;
    // From the end on, so that what is before keeps its place; of two at one place the first stays first.
    for (const { at, cut, text: added } of insertions
      .map((one, order) => ({ ...one, order }))
      .toSorted((a, b) => b.at - a.at || b.order - a.order))
      result = result.slice(0, at) + added.replaceAll('\n', eol) + result.slice(at + cut);
    return bom + result;
  } catch (error) {
    if (error instanceof Refused) return { reason: error.message };
    throw error;
  }
}

class Refused extends Error {}

function intoMap(text: string, map: YAMLMap, additions: Additions, path: string): Insertion[] {
  const insertions: Insertion[] = [];
  const missing: [string, Addition][] = [];
  for (const [key, value] of Object.entries(additions)) {
    const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair === undefined) missing.push([key, value]);
    else insertions.push(...intoPair(text, pair, value, path === '' ? key : `${path}.${key}`, map.flow === true));
  }
  if (missing.length === 0) return insertions;
  if (map.flow === true) {
    const close = map.range![1] - 1;
    const words = missing.map(([key, value]) => `${key}: ${inFlow(value)}`).join(', ');
    const last = map.items.at(-1);
    const at = last === undefined ? close : lastLetter(text, last);
    insertions.push({ at, cut: 0, text: last === undefined ? ` ${words} ` : `, ${words}` });
    return insertions;
  }
  const last = map.items.at(-1);
  const column = map.items[0] === undefined ? 0 : columnOf(text, map.items[0]);
  const lines = missing.flatMap(([key, value]) => inBlock(key, value, column));
  // Sections stand apart.
  const gap = path === '' ? '\n' : '';
  insertions.push(after(text, last === undefined ? 0 : lastLetter(text, last), gap + lines.join('\n')));
  return insertions;
}

function intoPair(text: string, pair: Pair, value: Addition, path: string, isInFlow: boolean): Insertion[] {
  const column = columnOf(text, pair);
  const node = pair.value as Node | null;
  if (isAlias(node)) throw new Refused(`${path} stands for something written elsewhere (an alias).`);
  const isEmpty =
    node === null ||
    (isScalar(node) && node.value === null) ||
    ((isMap(node) || isSeq(node)) && node.items.length === 0);
  if (isEmpty) {
    const start = text.indexOf(':', (pair.key as Node).range![1]) + 1;
    const end = node?.range == null || node.range[0] === node.range[1] ? start : node.range[1];
    if (isInFlow) return [{ at: start, cut: end - start, text: ` ${inFlow(value)}` }];
    const [first = '', ...rows] = inBlock('', value, column);
    const written = first.trimStart().slice(1); // without the colon
    if (rows.length === 0) return [{ at: start, cut: end - start, text: written }];
    return [{ at: start, cut: end - start, text: '' }, after(text, end, rows.join('\n'))];
  }
  if (isMap(node) && typeof value === 'object' && !Array.isArray(value))
    return intoMap(text, node, value as Additions, path);
  if (isSeq(node) && Array.isArray(value)) return intoList(text, node, value as readonly Addition[]);
  throw new Refused(`${path} is there already and says something else.`);
}

function intoList(text: string, list: YAMLSeq, items: readonly Addition[]): Insertion[] {
  const last = list.items.at(-1) as Node;
  const words = items.map(inFlow);
  if (list.flow === true) return [{ at: lastLetter(text, last), cut: 0, text: `, ${words.join(', ')}` }];
  const first = (list.items[0] as Node).range![0];
  const dash = text.lastIndexOf('-', first - 1);
  const column = dash - (text.lastIndexOf('\n', dash - 1) + 1);
  return [after(text, lastLetter(text, last), words.map((word) => `${' '.repeat(column)}- ${word}`).join('\n'))];
}

/** Lines below the line in which a letter stands; a comment at its end stays there. */
function after(text: string, letter: number, lines: string): Insertion {
  // A block of text (`|`) ends with its line break.
  const found = text.indexOf('\n', Math.max(0, letter - (text[letter - 1] === '\n' ? 1 : 0)));
  if (found < 0) return { at: text.length, cut: 0, text: `${text === '' ? '' : '\n'}${lines}\n` };
  return { at: text[found - 1] === '\r' ? found - 1 : found, cut: 0, text: `\n${lines}` };
}

/** Where the last word of a node ends, comments and blank lines after it left out. */
function lastLetter(text: string, node: Node | Pair): number {
  if ('key' in node) {
    const value = node.value as Node | null;
    if (value === null || value.range == null || value.range[0] === value.range[1])
      return text.indexOf(':', (node.key as Node).range![1]) + 1 || (node.key as Node).range![1];
    return lastLetter(text, value);
  }
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0)
    return lastLetter(text, node.items.at(-1) as Node | Pair);
  return node.range![1];
}

function columnOf(text: string, pair: Pair): number {
  const start = (pair.key as Node).range![0];
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

// --- how a value is written -------------------------------------------------------------------------------------------

const STEP = 2;

/** A map of maps one below the other; the innermost in one line where it is short. */
function inBlock(key: string, value: Addition, column: number): string[] {
  const indent = ' '.repeat(column);
  const flow = inFlow(value);
  const isMapping = typeof value === 'object' && !Array.isArray(value);
  if (!isMapping) {
    if (
      !Array.isArray(value) ||
      column + key.length + flow.length < 110 ||
      !value.some((item) => typeof item === 'object')
    )
      return [`${indent}${key}: ${flow}`];
    return [`${indent}${key}:`, ...value.map((item: Addition) => `${indent}${' '.repeat(STEP)}- ${inFlow(item)}`)];
  }
  const entries = Object.entries(value as Additions);
  const isShort = entries.every(([, inside]) => typeof inside !== 'object' || Array.isArray(inside));
  if (isShort && column > 0 && column + key.length + flow.length < 110) return [`${indent}${key}: ${flow}`];
  return [`${indent}${key}:`, ...entries.flatMap(([inner, inside]) => inBlock(inner, inside, column + STEP))];
}

function inFlow(value: Addition): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`;
  if (typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, inside]) => `${key}: ${inFlow(inside as Addition)}`)
      .join(', ')} }`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(value) : scalar(value);
}

/** Plain where that cannot be misread, else in double quotes. */
const scalar = (words: string): string =>
  /^[\p{L}\d][\p{L}\p{N} .’'()/_=–—-]*$/u.test(words) &&
  !/^(?:yes|no|true|false|null|on|off|y|n)$|^[+-]?\d[\d.]*(?:e[+-]?\d+)?$|^0[xo]|\s$/i.test(words)
    ? words
    : JSON.stringify(words);
