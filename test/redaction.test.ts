/**
 * `--redact` leaves nothing behind: what it prints is, byte for byte, what is printed of a case from which the same rows
 * were deleted by hand. The deleting is done here, on the plain YAML, and shares no code with the product.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { bundledCopy, parley, parleyAsync, type Outcome } from './command.ts';

// --- deleting by hand ---------------------------------------------------------------------------------------------------

type Plain = Record<string, unknown>;
/** A case as YAML has it: sections of rows. `impossible` and some inner parts are lists. */
type PlainCase = Record<string, Record<string, Plain> | undefined>;

const isMap = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const namesOf = (value: unknown): string[] => listOf(value).filter((one) => typeof one === 'string');
const isMarked = (value: unknown): boolean =>
  isMap(value) && (value['confidential'] === 'yes' || value['confidential'] === true);

const RESERVED = new Set(
  'not and or if then iff yes no true false declined ever can-meet at least of before from'.split(' '),
);

/** The names in a condition: neither reserved words nor values of issues, dates and numbers. */
function namesIn(condition: unknown): string[] {
  if (typeof condition !== 'string') return [];
  const bare = condition
    .replace(/!?=\s*[a-z0-9-]+/g, ' ')
    .replace(/\b(?:before|from) [\d/.~?T:+-]+/g, ' ')
    .replace(/at least \d+ of/g, ' ');
  return [...bare.matchAll(/[a-z0-9-]+(?:\.[a-z0-9-]+)?/g)].map(([name]) => name).filter((name) => !RESERVED.has(name));
}

/**
 * Deletes confidential sources, every quote of them, every part that rested on such quotes alone, confidential rows, and
 * then whatever names what is gone, until nothing does.
 */
function deleteByHand(text: string): { readonly text: string; readonly gone: readonly string[] } {
  const given = parse(text) as PlainCase;
  const gone: string[] = [];
  const secret = new Set(Object.entries(given['sources'] ?? {}).flatMap(([id, row]) => (isMarked(row) ? [id] : [])));

  const note = (key: string | number, value: unknown): void => {
    if (typeof key === 'string') gone.push(key);
    const words = (inside: unknown, of?: string): void => {
      if (
        typeof inside === 'string' &&
        /^(?:quote|title|text|what|name|note|why|resolution|file|outlet|office)$/.test(of ?? '')
      )
        gone.push(inside);
      else if (Array.isArray(inside)) inside.forEach((one) => words(one, of));
      else if (isMap(inside)) for (const [k, one] of Object.entries(inside)) words(one, k);
    };
    words(value, typeof value === 'string' ? 'text' : undefined);
  };

  /** What is left of a value; undefined when nothing is. */
  const clean = (value: unknown): unknown => {
    if (isMarked(value)) return undefined;
    if (isMap(value) && typeof value['quote'] === 'string' && secret.has(String(value['source']))) return undefined;
    if (isMap(value) && Array.isArray(value['said']) && value['said'].length > 0) {
      const open = value['said'].filter((quote) => !secret.has(String((quote as Plain)['source'])));
      if (open.length === 0) return undefined;
    }
    if (Array.isArray(value))
      return value.flatMap((one, k) => {
        const left = clean(one);
        if (left === undefined) note(k, one);
        return left === undefined ? [] : [left];
      });
    if (!isMap(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inside]) => {
        const left = clean(inside);
        if (left === undefined) note(key, inside);
        // A list of which nothing is left is not there: an empty one is a mistake of the file.
        const empty = Array.isArray(left) && left.length === 0 && (inside as unknown[]).length > 0;
        return left === undefined || empty ? [] : [[key, left] as const];
      }),
    );
  };
  const left = clean(given) as PlainCase;
  while (deleteDangling(left, note));
  return { text: stringify(left), gone };
}

/** One round; true when something was deleted. */
function deleteDangling(given: PlainCase, note: (key: string | number, value: unknown) => void): boolean {
  let again = false;
  const rows = (section: string): [string, Plain][] => Object.entries(given[section] ?? {});
  const ids = (section: string): string[] => rows(section).map(([id]) => id);

  const options = rows('options').flatMap(([party, own]) => Object.keys(own).map((id) => `${party}.${id}`));
  const parties = new Set(ids('parties'));
  const people = new Set(rows('parties').flatMap(([, party]) => Object.keys((party['people'] ?? {}) as Plain)));
  const issues = new Set(ids('issues'));
  const meetings = new Set(ids('meetings'));
  const names = new Set([...options, ...ids('facts'), ...ids('happenings'), ...meetings, ...issues]);
  const preconditions = new Set(ids('preconditions'));
  const events = new Set(ids('events'));
  const statements = new Set(
    rows('preferences').flatMap(([, row]) => listOf(row['statements']).flatMap((one) => namesOf((one as Plain)['id']))),
  );
  const someone = (id: string): boolean => parties.has(id) || people.has(id);
  const holds = (condition: unknown): boolean => namesIn(condition).every((name) => names.has(name));
  const named = (value: unknown, there: (id: string) => boolean): boolean => namesOf(value).every(there);
  const quantity = (name: string): boolean =>
    name.endsWith('.firmness')
      ? preconditions.has(name.slice(0, -9))
      : name.endsWith('.reserved') && parties.has(name.slice(0, -9));

  const keep = (map: unknown, stays: (key: string, value: unknown) => boolean): void => {
    if (!isMap(map)) return;
    for (const [key, value] of Object.entries(map))
      if (!stays(key, value)) {
        note(key, value);
        delete map[key];
        again = true;
      }
  };
  const keepItems = (row: Plain, key: string, stays: (one: unknown) => boolean): void => {
    const list = row[key];
    if (!Array.isArray(list)) return;
    const rest = list.filter(stays);
    if (rest.length === list.length) return;
    list.filter((one) => !stays(one)).forEach((one, k) => note(k, one));
    if (rest.length > 0 || key.startsWith('may-')) row[key] = rest;
    else delete row[key];
    again = true;
  };
  const keepRows = (section: string, stays: (row: Plain, id: string) => boolean): void =>
    keep(given[section], (id, row) => stays(isMap(row) ? row : {}, id));
  const at = (one: unknown, key: string): unknown => (isMap(one) ? one[key] : one);

  keep(given['status-quo'], (name) => names.has(name));
  keepRows('parties', (row) => named(row['part-of'], (id) => parties.has(id)));
  for (const [, party] of rows('parties'))
    keep(party['people'], (_, person) => named((person as Plain)['speaks-for'], someone));
  keep(given['options'], (party) => parties.has(party));
  keep(given['facts'], (_, row) => holds(at(row, 'that')));
  keepItems(given as Plain, 'impossible', (one) => holds(at(one, 'that')));
  keepRows(
    'preconditions',
    (row) => named(row['holder'], (id) => parties.has(id)) && holds(row['step']) && holds(row['needs']),
  );
  keepRows('relaxations', (row) => named(row['of'], (id) => preconditions.has(id)) && holds(row['needs']));
  keepRows('meetings', (row) => {
    const heads = (row['heads'] ?? {}) as Record<string, string>;
    const partners = [row['parties'], Object.keys(heads), row['host'], row['mediators'], row['auspices']];
    return (
      holds(row['when']) &&
      named(Object.values(heads), (id) => people.has(id)) &&
      partners.every((ids_) => named(ids_, (id) => parties.has(id)))
    );
  });
  keepRows('mandates', (row) => parties.has(String(row['party'])) && meetings.has(String(row['meeting'])));
  for (const [, row] of rows('mandates'))
    for (const key of ['may-settle', 'may-discuss']) keepItems(row, key, (issue) => issues.has(String(issue)));
  keepRows('positions', (row) => named(row['party'], (id) => parties.has(id)) && issues.has(String(row['issue'])));
  keep(given['red-lines'], (party) => parties.has(party));
  for (const party of Object.keys(given['red-lines'] ?? {}))
    keepItems(given['red-lines'] as unknown as Plain, party, (one) => holds(at(one, 'that')));
  keepRows(
    'ratifiers',
    (row, id) =>
      named(row['of'], (p) => parties.has(p)) &&
      named(row['by'] ?? id, (p) => parties.has(p)) &&
      holds(row['accepts-if']),
  );
  keepRows('preferences', (_, party) => parties.has(party));
  for (const [, row] of rows('preferences')) {
    keepItems(row, 'statements', (one) => holds(at(one, 'that')));
    keepItems(row, 'bonuses', (one) => holds(at(one, 'when')));
    keep(row['issues'], (issue) => issues.has(issue));
  }
  keepRows('influences', (row) => holds(row['when']) && named(row['party'], (id) => parties.has(id)));
  for (const [, row] of rows('influences')) {
    keep(row['weight'], (name) => issues.has(name) || statements.has(name));
    keep(row['rate'], (name) => names.has(name));
    keep(row['firmness'], (name) => preconditions.has(name));
  }
  keepRows('events', (row) => named(row['who'], someone));
  for (const [, row] of rows('events')) {
    keep(row['sets'], (name) => names.has(name));
    keep(row['signals'], (name) => names.has(name) || quantity(name));
    for (const key of ['after', 'in-response-to']) {
      const links = row[key];
      if (Array.isArray(links)) keepItems(row, key, (link) => events.has(String(at(link, 'event'))));
      else if (links !== undefined && !events.has(String(at(links, 'event')))) keep(row, (k) => k !== key);
    }
  }
  keepRows('scenarios', (row) => holds(row['when']));
  // Who said something is not told when they are gone.
  const forget = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(forget);
    else if (isMap(value)) {
      if ('quote' in value && 'by' in value && !someone(String(value['by']))) delete value['by'];
      Object.values(value).forEach(forget);
    }
  };
  forget(given);
  return again;
}

// --- the two cases ------------------------------------------------------------------------------------------------------

interface Pair {
  /** The case with what is confidential, marked. */
  readonly marked: string;
  /** The case without it. */
  readonly without: string;
  /** Ids, titles, quotes and other words that only what was left out has. */
  readonly gone: readonly string[];
}

/** Marks a source and a row confidential. A row that is written as a text becomes a map with that text. */
function pairOf(
  source: string | undefined,
  row?: readonly (string | number)[],
  numbering: 'named' | 'numbered' = 'named',
): Pair {
  const marked = bundledCopy();
  const file = join(marked, 'case.yaml');
  const given = parse(readFileSync(file, 'utf8')) as PlainCase;
  for (const path of [...(source === undefined ? [] : [['sources', source]]), ...(row === undefined ? [] : [row])]) {
    const found = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], given);
    if (!isMap(found)) throw new Error(`${path.join('.')} is no row`);
    found['confidential'] = 'yes';
  }
  if (numbering === 'named') nameListed(given);
  const text = stringify(given);
  writeFileSync(file, text);

  const without = bundledCopy();
  const deleted = deleteByHand(text);
  writeFileSync(join(without, 'case.yaml'), deleted.text);
  if (source !== undefined) rmSync(join(without, 'sources', `${source}.md`));
  return { marked, without, gone: wordsOnlyIn(deleted.gone, deleted.text) };
}

/** Gives the rows of lists ids of their own, so that they keep them when one before them is left out. */
function nameListed(given: PlainCase): void {
  const name = (list: unknown, prefix: string): void =>
    listOf(list).forEach((one, k) => {
      if (isMap(one)) one['id'] ??= `${prefix}-${k + 1}`;
    });
  name(given['impossible'], 'rule');
  for (const [party, row] of Object.entries(given['preferences'] ?? {})) name(row['statements'], `${party}-wish`);
}

/** Of the words of what was left out, those that nothing that stayed has. */
function wordsOnlyIn(gone: readonly string[], left: string): string[] {
  const flat = left.replace(/\s+/g, ' ');
  return [...new Set(gone)].filter((words) => words.length > 2 && !occurs(words.replace(/\s+/g, ' '), flat));
}

const COMMANDS: readonly (readonly string[])[] = [
  ['brief', 'CASE'],
  ['brief', 'CASE', '--full'],
  ['brief', 'CASE', '--md', '-'],
  ['brief', 'CASE', '--html', '-'],
  ['brief', 'CASE', '--json'],
  ['brief', 'CASE', '--json', '--as-of', '2025-05-14'],
  ['blocks', 'CASE', '--quotes'],
  ['blocks', 'CASE', '--json'],
  ['check', 'CASE', '--json'],
  ['changes', 'CASE', '--since', '2025-05-14', '--json'],
  ['export', 'CASE', '--as', 'dot'],
  ['export', 'CASE', '--as', 'mermaid'],
  ['export', 'CASE', '--as', 'graphml'],
  ['export', 'CASE', '--as', 'annotations'],
];

/** Both folders have names of the same length, so that only what the case says can differ. */
async function bothWays(pair: Pair, command: readonly string[]): Promise<{ redacted: Outcome; byHand: Outcome }> {
  const on = (folder: string): string[] => command.map((word) => (word === 'CASE' ? folder : word));
  const [redacted, byHand] = await Promise.all([
    parleyAsync(...on(pair.marked), '--redact'),
    parleyAsync(...on(pair.without)),
  ]);
  return { redacted, byHand };
}

function expectTheSame({ redacted, byHand }: { redacted: Outcome; byHand: Outcome }, pair: Pair): void {
  expect(byHand, byHand.stderr).toMatchObject({ status: 0, stderr: '' });
  expect(redacted.status, redacted.stderr).toBe(0);
  expect(redacted.stdout).toBe(byHand.stdout);
  expect(redacted.stderr).toBe('');
  const said = redacted.stdout.replace(/\s+/g, ' ');
  expect(pair.gone.filter((words) => occurs(words.replace(/\s+/g, ' '), said))).toEqual([]);
}

/** Ids as whole words, longer words anywhere. */
const occurs = (words: string, text: string): boolean =>
  /^[a-z0-9.-]+$/.test(words)
    ? new RegExp(`(?<![\\w.-])${words.replaceAll('.', '\\.')}(?![\\w-])`).test(text)
    : text.includes(words);

// --- the tests ----------------------------------------------------------------------------------------------------------

describe('C4: a confidential source and a confidential row', () => {
  const pair = pairOf('c', ['positions', 'ukraine-sovereignty-1']);

  test('something is left out, and the same command without --redact shows it', () => {
    expect(pair.gone.length).toBeGreaterThan(50);
    expect(pair.gone).toEqual(
      expect.arrayContaining([
        'p19',
        'r01',
        'ukraine-sovereignty-1',
        'Kyiv sends a delegation; Washington looks to Trump and Putin',
        "Nothing's going to happen until Putin and I get together",
        'neither going soft nor trading its sovereignty away',
      ]),
    );
    const said = parley('brief', pair.marked, '--full', '--json').stdout;
    expect(said).toContain('neither going soft nor trading its sovereignty away');
    expect(said).toContain('Kyiv sends a delegation; Washington looks to Trump and Putin');
  });

  test.each(COMMANDS.map((command) => [command.filter((word) => word !== 'CASE').join(' '), command] as const))(
    '%s --redact prints what it prints of a case without them',
    async (_, command) => {
      expectTheSame(await bothWays(pair, command), pair);
    },
  );
});

describe('C4: what names a confidential row goes with it', () => {
  test.each([
    ['a party', ['parties', 'europe']],
    ['a person', ['parties', 'russia', 'people', 'medinsky']],
    ['an option', ['options', 'russia', 'leader-goes']],
    ['a fact', ['facts', 'ceasefire']],
    ['a happening', ['happenings', 'trump-putin']],
    ['the first rule of what cannot be', ['impossible', 0]],
    ['a meeting', ['meetings', 'teams']],
    ['an issue', ['issues', 'prisoners']],
    ['a red line', ['red-lines', 'ukraine', 0]],
    ['the first wish of a party', ['preferences', 'ukraine', 'statements', 0]],
    ['an event', ['events', 'e24']],
  ] as const)('%s', async (_, path) => {
    const pair = pairOf(undefined, path);
    expectTheSame(await bothWays(pair, ['brief', 'CASE', '--full', '--json']), pair);
  });
});

describe('C4: every source in its turn', () => {
  test.each(['a', 'b', 'd', 'e'])('%s', async (source) => {
    const pair = pairOf(source);
    expectTheSame(await bothWays(pair, ['brief', 'CASE', '--full', '--json']), pair);
  });
});

test('C1, C4: the numbers of listed rows do not tell that one before them was left out', async () => {
  const pair = pairOf(undefined, ['impossible', 0], 'numbered');
  expectTheSame(await bothWays(pair, ['brief', 'CASE', '--json']), pair);
  expectTheSame(await bothWays(pair, ['blocks', 'CASE', '--json', '--goal', 'russia.leader-goes']), pair);
});

test('C4: check --redact warns of nothing that is left out', () => {
  const { marked } = pairOf('c', ['positions', 'ukraine-sovereignty-1']);
  const file = join(marked, 'case.yaml');
  const given = parse(readFileSync(file, 'utf8')) as PlainCase;
  delete given['sources']!['c']!['written'];
  writeFileSync(file, stringify(given));
  expect(parley('check', marked).stderr).toContain('Source “c”');
  const { status, stdout, stderr } = parley('check', marked, '--redact');
  expect(status).toBe(0);
  expect(stdout + stderr).not.toContain('“c”');
  expect(
    (JSON.parse(parley('check', marked, '--redact', '--json').stdout) as { warnings: unknown[] }).warnings,
  ).toEqual([]);
});
