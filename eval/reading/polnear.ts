/**
 * The reader on a folder in the layout of PolNeAR (Newell, Margolin & Ruths, LREC 2018; github.com/networkdynamics/PolNeAR):
 * `data/<compartment>/text/NAME.txt` beside `data/<compartment>/attributions/NAME_ANNOTATOR.ann` (brat). The development
 * half is its `dev`, the test half its `test`; where there is no such compartment, all that there are. A compartment
 * itself will do as well. Of an article with several annotators the first by name counts.
 *
 * An attribution is a cue, its source and its content, each in one or more pieces, and a source may be missing. Rows with
 * one cue are one attribution. Attributions are paired one to one, those with most in common first. A part of a pair is
 * right where the two touch; `characters` compares what is marked as that part, whatever was paired.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOTHING_KNOWN, read, type Row } from '@parley/core/reading';
import type { Span, Split } from './gold.ts';
import { scores, type Scores } from './score.ts';

export const PARTS = ['cue', 'source', 'content'] as const;
type Part = (typeof PARTS)[number];
export type Attribution = Readonly<Record<Part, readonly Span[]>>;

export interface PolnearMeasures {
  readonly compartments: readonly string[];
  readonly articles: number;
  readonly attributions: {
    /** Half of the content in common. */
    readonly content: Scores;
    /** Every part that the gold has is met. */
    readonly whole: Scores;
  };
  readonly parts: Readonly<Record<Part, { readonly rows: Scores; readonly characters: Scores }>>;
}

interface Article {
  readonly name: string;
  readonly text: string;
  readonly gold: readonly Attribution[];
}

export async function measurePolnear(folder: string, split: Split): Promise<PolnearMeasures> {
  const compartments = compartmentsIn(folder, split);
  const articles = compartments.flatMap(({ path }) => articlesIn(path));
  const count = new Map<string, number>();
  const add = (key: string, by = 1): void => void count.set(key, (count.get(key) ?? 0) + by);
  const of = (key: string): number => count.get(key) ?? 0;
  for (const { name, text, gold } of articles) {
    const { rows } = await read([{ id: name, text }], NOTHING_KNOWN);
    const found = attributionsOf(rows.get(name) ?? []);
    add('gold', gold.length);
    add('found', found.length);
    for (const part of PARTS) {
      for (const one of gold) if (one[part].length > 0) add(`gold ${part}`);
      for (const one of found) if (one[part].length > 0) add(`found ${part}`);
      const [inGold, inFound] = [marked(text, gold, part), marked(text, found, part)];
      for (let k = 0; k < text.length; k++) {
        if (inGold[k]) add(`gold characters ${part}`);
        if (inFound[k]) add(`found characters ${part}`);
        if (inGold[k] && inFound[k]) add(`right characters ${part}`);
      }
    }
    for (const [one, other] of pairs(gold, found)) {
      if (inCommon(one.content, other.content) >= 0.5) add('right content-half');
      if (PARTS.every((part) => one[part].length === 0 || touch(one[part], other[part]))) add('right whole');
      for (const part of PARTS) if (touch(one[part], other[part])) add(`right ${part}`);
    }
  }
  const part = (name: Part): { rows: Scores; characters: Scores } => ({
    rows: scores(of(`right ${name}`), of(`found ${name}`), of(`gold ${name}`)),
    characters: scores(of(`right characters ${name}`), of(`found characters ${name}`), of(`gold characters ${name}`)),
  });
  return {
    compartments: compartments.map(({ name }) => name),
    articles: articles.length,
    attributions: {
      content: scores(of('right content-half'), of('found'), of('gold')),
      whole: scores(of('right whole'), of('found'), of('gold')),
    },
    parts: { cue: part('cue'), source: part('source'), content: part('content') },
  };
}

function compartmentsIn(folder: string, split: Split): { name: string; path: string }[] {
  const isOne = (path: string): boolean => existsSync(join(path, 'text')) && existsSync(join(path, 'attributions'));
  if (isOne(folder)) return [{ name: folder, path: folder }];
  const root = existsSync(join(folder, 'data')) ? join(folder, 'data') : folder;
  const all = (existsSync(root) ? readdirSync(root).toSorted() : [])
    .map((name) => ({ name, path: join(root, name) }))
    .filter(({ path }) => isOne(path));
  if (all.length === 0)
    throw new Error(`${folder} has no data/<compartment>/text beside …/attributions, as PolNeAR has.`);
  const wanted = all.filter(({ name }) => name === (split === 'test' ? 'test' : 'dev'));
  return wanted.length > 0 ? wanted : all;
}

function articlesIn(path: string): Article[] {
  const annotations = readdirSync(join(path, 'attributions'))
    .filter((name) => name.endsWith('.ann'))
    .toSorted();
  return readdirSync(join(path, 'text'))
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((file) => {
      const name = file.slice(0, -4);
      const ann = annotations.find((one) => one === `${name}.ann` || one.startsWith(`${name}_`));
      if (ann === undefined) return [];
      const text = readFileSync(join(path, 'text', file), 'utf8');
      return [{ name, text, gold: attributionsIn(text, readFileSync(join(path, 'attributions', ann), 'utf8')) }];
    });
}

/** Events of a brat file. Offsets there are of characters; above U+FFFF that is one where UTF-16 has two. */
export function attributionsIn(text: string, ann: string): Attribution[] {
  const units = unitsOf(text);
  const spans = new Map<string, Span[]>();
  const found: Attribution[] = [];
  for (const line of ann.split(/\r?\n/)) {
    const [id = '', what = ''] = line.split('\t');
    if (id.startsWith('T')) {
      const pieces = what.slice(what.indexOf(' ') + 1).split(';');
      spans.set(
        id,
        pieces.map((piece) => {
          const [start = 0, end = 0] = piece.split(' ').map(Number);
          return { start: units(start), end: units(end) };
        }),
      );
    }
    if (!id.startsWith('E')) continue;
    // `Attribution:T4 Content:T3 Cue:T2 Source:T1`; a second of a role is numbered
    const roles = what.split(' ').map((role) => role.split(':') as [string, string]);
    if (!roles[0]?.[0].startsWith('Attribution')) continue;
    const of = (role: string): Span[] =>
      roles.filter(([name]) => name.replace(/\d+$/, '') === role).flatMap(([, at]) => spans.get(at) ?? []);
    found.push({ cue: of('Cue'), source: of('Source'), content: of('Content') });
  }
  return found;
}

function unitsOf(text: string): (at: number) => number {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (at) => at;
  const starts: number[] = [];
  let unit = 0;
  for (const character of text) {
    starts.push(unit);
    unit += character.length;
  }
  return (at) => starts[at] ?? unit;
}

export function attributionsOf(rows: readonly Row[]): Attribution[] {
  const found = new Map<string, { cue: Span[]; source: Span[]; content: Span[] }>();
  for (const row of rows) {
    if (row.kind !== 'quotation' && row.kind !== 'indirect') continue;
    const { cue, speaker } = row;
    const key = cue === undefined ? `without, at ${row.start}` : `${cue.start} ${cue.end}`;
    const one = found.get(key) ?? { cue: [], source: [], content: [] };
    found.set(key, one);
    one.content.push(row);
    if (cue !== undefined && one.cue.length === 0) one.cue.push(cue);
    if (speaker.words !== undefined && one.source.length === 0) one.source.push(speaker.words);
  }
  return [...found.values()];
}

function pairs(gold: readonly Attribution[], found: readonly Attribution[]): [Attribution, Attribution][] {
  const candidates: { a: Attribution; b: Attribution; score: number }[] = [];
  for (const a of gold)
    for (const b of found) {
      if (!touch(a.cue, b.cue) && !touch(a.content, b.content)) continue;
      const score =
        inCommon(a.content, b.content) + Number(touch(a.cue, b.cue)) + Number(touch(a.source, b.source)) / 2;
      candidates.push({ a, b, score });
    }
  candidates.sort((x, y) => y.score - x.score);
  const taken = new Set<Attribution>();
  return candidates.flatMap(({ a, b }): [Attribution, Attribution][] => {
    if (taken.has(a) || taken.has(b)) return [];
    taken.add(a).add(b);
    return [[a, b]];
  });
}

const touch = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));

/** Intersection by union, in characters; the pieces of one side do not overlap. */
function inCommon(a: readonly Span[], b: readonly Span[]): number {
  let both = 0;
  for (const one of a)
    for (const other of b) both += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const either = size(a) + size(b) - both;
  return either === 0 ? 0 : both / either;
}

function marked(text: string, attributions: readonly Attribution[], part: Part): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const one of attributions) for (const { start, end } of one[part]) marks.fill(1, start, end);
  return marks;
}
