/**
 * The five founding accounts, where they lie beside the project (`../shared/seeds`); skipped where they do not. What is asked
 * here is told by places and by our own words: the accounts' sentences are not ours.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readWhen, type When } from '@parley/core/case';
import { NOTHING_KNOWN, read, type Reading, type Row } from '@parley/core/reading';

const SEEDS = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));
const JUDGED = parse(readFileSync(new URL('seeds-judged.yaml', import.meta.url), 'utf8')) as Record<
  string,
  { kind: string; rule: string; 'is-one': 'yes' | 'no'; why: string }
>;

interface Quote {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}
interface Facts {
  readonly documents: readonly { file: string; as_of: string }[];
  readonly preconditions: readonly { id: string; quotes: readonly Quote[] }[];
}

/** Where a quotation begins, and who says it. */
const QUOTATIONS: readonly (readonly [string, number, string])[] = [
  ['000', 681, 'Mykhailo Podolyak'],
  ['000', 1621, 'Donald Trump'],
  ['002', 792, 'Volodymyr Zelenskyy'],
  ['002', 1708, 'Donald Trump'],
  ['002', 2607, 'Volodymyr Zelenskyy'],
  ['002', 3712, 'Volodymyr Zelenskyy'],
  ['002', 3959, 'Volodymyr Zelenskyy'],
  ['003', 1205, 'Volodymyr Zelenskyy'],
];

describe.skipIf(!existsSync(SEEDS))('the founding accounts', () => {
  let reading: Reading;
  let facts: Facts;
  const of = <K extends Row['kind']>(kind: K): Extract<Row, { kind: K }>[] =>
    [...reading.rows.values()].flat().filter((row): row is Extract<Row, { kind: K }> => row.kind === kind);

  beforeAll(async () => {
    facts = JSON.parse(readFileSync(`${SEEDS}reading.json`, 'utf8')) as Facts;
    const accounts = facts.documents.map(({ file, as_of: written }) => ({
      id: file.slice(0, 3),
      text: readFileSync(SEEDS + file, 'utf8'),
      written: readWhen(written) as When,
    }));
    reading = await read(accounts, NOTHING_KNOWN);
  });

  test('every direct quotation, with who says it, and none besides', () => {
    const found = of('quotation').map(({ source, start, speaker }) => [source, start, speaker.name] as const);
    expect(found).toEqual(QUOTATIONS.map(([source, start, name]) => [source, start, name]));
    expect(of('quoted-term')).toHaveLength(4);
  });

  test('residue and page furniture are set aside', () => {
    const aside = reading.accounts.flatMap(({ setAside }) => setAside.map(({ why }) => why));
    expect(aside.filter((why) => why === 'citation residue')).toHaveLength(4);
    expect(aside.filter((why) => why === 'page furniture').length).toBeGreaterThanOrEqual(2);
    expect(aside.filter((why) => why === 'doubled title')).toHaveLength(1);
  });

  test('both deadlocks are among the proposals', () => {
    const rows = of('precondition');
    // ceasefire before talks, talks before a ceasefire; no progress before two leaders meet, one travels if there is progress
    for (const id of ['P02', 'P03', 'P04', 'P05', 'P07', 'P09', 'P20']) {
      const { quotes } = facts.preconditions.find((one) => one.id === id)!;
      const isProposed = quotes.some(({ file, start, end }) =>
        rows.some((row) => row.source === file.slice(0, 3) && row.start < end && start < row.end),
      );
      expect(isProposed, id).toBe(true);
    }
  });

  test('at least twenty true differences, and of the open ones at most a quarter are none', () => {
    const told = reading.differences.map(({ id, kind, about, status }) => ({
      judged: JUDGED[id],
      id,
      kind,
      about,
      status,
    }));
    expect(told.filter(({ judged }) => judged === undefined)).toEqual([]);
    const isTrue = ({ judged }: (typeof told)[number]): boolean => judged!['is-one'] === 'yes';
    expect(told.filter(isTrue).length).toBeGreaterThanOrEqual(20);
    const open = told.filter(({ status }) => status === 'open');
    expect(open.filter((one) => !isTrue(one)).length).toBeLessThanOrEqual(open.length / 4);
    const kinds = new Set(told.filter(isTrue).map(({ kind }) => kind));
    for (const kind of ['role', 'date', 'set', 'strength', 'order', 'change', 'part-of', 'naming', 'headline', 'self'])
      expect(kinds, kind).toContain(kind);
  });

  test('who proposed first is in dispute', () => {
    const order = reading.differences.find(({ kind, status }) => kind === 'order' && status === 'open');
    expect(order?.about).toBe('who moved first: Ukraine or Russia');
  });

  test('nobody is two, and no two are one', () => {
    const people = reading.entities.filter(({ type }) => type === 'person');
    expect(people.map(({ name }) => name).toSorted()).toEqual(
      [
        'Donald Trump',
        'Dmitry Peskov',
        'Keith Kellogg',
        'Marco Rubio',
        'Mykhailo Podolyak',
        'Recep Tayyip Erdoğan',
        'Rustem Umerov',
        'Steve Witkoff',
        'Vladimir Medinsky',
        'Vladimir Putin',
        'Volodymyr Zelenskyy',
      ].toSorted(),
    );
  });
});
