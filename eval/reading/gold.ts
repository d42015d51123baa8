/** The gold set as the measuring reads it: accounts by topic, rows with their spans. check.ts is who complains about it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readWhen, type When } from '@parley/core/case';

export type Split = 'development' | 'test';
type Fields = Readonly<Record<string, unknown>>;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface GoldRow extends Span {
  /** Named as the reader names its rows; `set-aside` for residue. */
  readonly kind: string;
  readonly told: Fields;
}

export interface GoldAccount {
  readonly name: string;
  readonly text: string;
  readonly written: When;
  readonly topic: string;
  readonly rows: readonly GoldRow[];
}

export interface GoldSide extends Span {
  /** The account's name, without `.txt`. */
  readonly source: string;
}

export interface GoldDifference {
  readonly kind: string;
  readonly sides: readonly [GoldSide, GoldSide];
}

export interface GoldEntity {
  readonly type: string;
  readonly name: string;
}

export interface Gold {
  /** English ones: the two in other languages have no rows. */
  readonly accounts: readonly GoldAccount[];
  /** By topic, as the accounts that it is about. */
  readonly differences: ReadonlyMap<string, readonly GoldDifference[]>;
  readonly entities: Readonly<Record<string, GoldEntity>>;
}

const KINDS: Readonly<Record<string, string>> = {
  plan: 'event',
  happening: 'event',
  condition: 'precondition',
  likelihood: 'chance',
  residue: 'set-aside',
};

const here = fileURLToPath(new URL('.', import.meta.url));

export function gold(split: Split): Gold {
  const folder = `${here}${split}/`;
  const files = readdirSync(folder).toSorted();
  const accounts: GoldAccount[] = [];
  const topics = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith('.txt'))) {
    const name = file.slice(0, -4);
    const text = readFileSync(folder + file, 'utf8');
    const head = parse(readFileSync(`${folder}${name}.yaml`, 'utf8')) as Record<string, string> & { rows?: Fields[] };
    topics.set(head['set'] ?? '', head['topic']!);
    if (head['language'] !== 'en') continue;
    const written = readWhen(head['written']!);
    if (typeof written === 'string') throw new Error(`${name}: ${written}`);
    const rows = (head.rows ?? []).flatMap((told) => rowOf(text, told) ?? []);
    accounts.push({ name, text, written, topic: head['topic']!, rows });
  }
  const differences = new Map<string, readonly GoldDifference[]>();
  for (const file of files.filter((name) => name.endsWith('.differences.yaml'))) {
    const { set, differences: list } = parse(readFileSync(folder + file, 'utf8')) as {
      set: string;
      differences: { kind: string; a: Fields; b: Fields }[];
    };
    const side = (told: Fields): GoldSide => {
      const source = String(told['file']).replace(/\.txt$/, '');
      return { source, ...place(readFileSync(`${folder}${source}.txt`, 'utf8'), told['quote'], told['occurrence'])! };
    };
    const found = list.map(({ kind, a, b }): GoldDifference => ({ kind, sides: [side(a), side(b)] }));
    differences.set(topics.get(set) ?? set, found);
  }
  return { accounts, differences, entities: parse(readFileSync(`${here}entities.yaml`, 'utf8')) };
}

function rowOf(text: string, told: Fields): GoldRow | undefined {
  const kind = String(told['kind']);
  const span = kind === 'order' ? orderSpan(text, told) : place(text, told['quote'], told['occurrence']);
  return span && { kind: KINDS[kind] ?? kind, ...span, told };
}

export function place(text: string, quote: unknown, occurrence: unknown = 1): Span | undefined {
  let start = -1;
  for (let k = 0; k < Number(occurrence); k++) {
    start = text.indexOf(String(quote), start + 1);
    if (start < 0) return undefined;
  }
  return { start, end: start + String(quote).length };
}

/** The three words of an order may stand more than once: where they stand closest together is meant. */
function orderSpan(text: string, told: Fields): Span | undefined {
  const places = ['before', 'after', 'cue'].map((field) => everyPlace(text, String(told[field])));
  let best: Span | undefined;
  for (const a of places[0]!)
    for (const b of places[1]!)
      for (const c of places[2]!) {
        const hull = { start: Math.min(a.start, b.start, c.start), end: Math.max(a.end, b.end, c.end) };
        if (best === undefined || hull.end - hull.start < best.end - best.start) best = hull;
      }
  return best;
}

export function everyPlace(text: string, quote: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    found.push({ start: at, end: at + quote.length });
  return found;
}
