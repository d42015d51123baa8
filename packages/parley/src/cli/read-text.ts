/** What a reading found, on a page: counts, the open differences with their words, the first proposals. */
import { clip, padEnd, percent, table, wrap } from '@parley/core/brief';
import type { Difference, Entity, Row } from '@parley/core/reading';
import type { Proposal } from '../desk/queue/proposal.ts';
import { ROW_KINDS, speakerOf, toldPrecision, type PrecisionTold } from '../desk/reading/row-told.ts';
import { print, terminalColumns, terminalStyle } from './output.ts';

export interface ReadingShown {
  readonly sources: readonly { id: string; file: string; asOf?: string; copyOf?: string }[];
  readonly rows: readonly Row[];
  readonly entities: ReadonlyMap<string, Entity>;
  readonly differences: readonly {
    readonly kind: string;
    readonly about: string;
    readonly sides: Difference['sides'];
    readonly status: string;
    readonly why?: string;
  }[];
  readonly queue?: {
    readonly fresh: number;
    readonly waiting: readonly Proposal[];
    readonly isWritten: boolean;
    readonly folder: string;
  };
}

const MOST_DIFFERENCES = 20;
const MOST_EXPLAINED = 10;
const MOST_OF_KIND = 3;

export function printReading(shown: ReadingShown): void {
  const { sources, rows, entities, differences, queue } = shown;
  const style = terminalStyle();
  if (sources.length <= 30) {
    const lines = sources.map(({ id, file, asOf, copyOf }) => [`  [${id}]`, file, copyOf ?? asOf ?? '']);
    for (const line of table(lines, terminalColumns())) print(line);
    print('');
  }
  const counts = ALL_KINDS.map(([kind, name]) => [name, rows.filter((row) => row.kind === kind).length] as const);
  print(style.bold(`${rows.length} rows in ${sources.length === 1 ? 'one source' : `${sources.length} sources`}`));
  for (const [name, count] of counts) if (count > 0) print(`  ${padEnd(name, 16)}${String(count).padStart(6)}`);
  printDifferences(differences);
  printExplained(differences, new Map(sources.map(({ id, asOf }) => [id, asOf ?? ''])));
  if (queue === undefined) printRows(rows, entities);
  else printQueue(queue);
}

const ALL_KINDS: readonly (readonly [Row['kind'], string])[] = [
  ['quotation', 'quotations'],
  ['indirect', 'indirect speech'],
  ['name', 'names'],
  ['event', 'events'],
  ['precondition', 'preconditions'],
  ['position', 'positions'],
  ['chance', 'chances'],
  ['quoted-term', 'quoted terms'],
  ['date', 'dates'],
  ['order', 'orders'],
];

function printDifferences(differences: ReadingShown['differences']): void {
  if (differences.length === 0) return;
  const style = terminalStyle();
  const open = differences.filter(({ status }) => status === 'open');
  const others = differences.length - open.length;
  print('');
  print(
    style.bold(`${open.length === 1 ? 'One open difference' : `${open.length} open differences`}`) +
      (others > 0 ? style.dim(`  and ${others} explained or settled`) : ''),
  );
  for (const { kind, about, sides } of open.slice(0, MOST_DIFFERENCES)) {
    printAbout(kind, about);
    for (const { source, exact } of sides.slice(0, 4))
      print(`    [${source}] ${clip(`“${oneLine(exact)}”`, terminalColumns() - 8)}`);
  }
  if (open.length > MOST_DIFFERENCES) print(style.dim(`  … and ${open.length - MOST_DIFFERENCES} more (--json)`));
}

function printAbout(kind: string, about: string): void {
  const first = `  ${padEnd(kind, 12)} `;
  for (const [k, line] of wrap(about, terminalColumns() - first.length).entries())
    print((k === 0 ? first : ' '.repeat(first.length)) + line);
}

/** What is a difference by its nature. A change is drawn as a series: what was told when. */
function printExplained(differences: ReadingShown['differences'], dates: ReadonlyMap<string, string>): void {
  const explained = differences.filter(({ status }) => status === 'explained');
  if (explained.length === 0) return;
  const style = terminalStyle();
  print('');
  print(style.bold('Explained') + style.dim(`  ${explained.length}`));
  for (const { kind, about, sides, why } of explained.slice(0, MOST_EXPLAINED)) {
    if (kind !== 'change') {
      printAbout(kind, why === undefined ? about : `${about} (${why})`);
      continue;
    }
    printAbout(kind, about);
    const told = sides.map(({ source, exact }) => ({ source, exact, date: dates.get(source) ?? '' }));
    const lines = told
      .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
      .map(({ source, exact, date }) => [
        `    ${date}`,
        `[${source}]`,
        clip(`“${oneLine(exact)}”`, terminalColumns() - 34),
      ]);
    for (const line of table(lines, terminalColumns())) print(line);
  }
  if (explained.length > MOST_EXPLAINED) print(style.dim(`  … and ${explained.length - MOST_EXPLAINED} more (--json)`));
}

function printRows(rows: readonly Row[], entities: ReadonlyMap<string, Entity>): void {
  for (const [kind, name] of ALL_KINDS) {
    if (kind === 'name' || !(ROW_KINDS as readonly string[]).includes(kind)) continue;
    const own = rows.filter((row) => row.kind === kind);
    printSome(
      name,
      own.map((row) => {
        const said = speakerOf(row);
        const who = (said?.entity === undefined ? undefined : entities.get(said.entity)?.name) ?? said?.name;
        return { head: `[${row.source}]`, who: who ?? '', words: row.exact, precision: toldPrecision(row.rule) };
      }),
    );
  }
}

function printQueue({ fresh, waiting, isWritten, folder }: NonNullable<ReadingShown['queue']>): void {
  const style = terminalStyle();
  print('');
  print(style.bold(`${fresh} new ${fresh === 1 ? 'proposal' : 'proposals'}, ${waiting.length} waiting`));
  for (const [kind, name] of ALL_KINDS.filter(([one]) => one !== 'quotation' && one !== 'indirect')) {
    const own = waiting.filter((one) => one.kind === kind);
    printSome(
      name,
      own.map((one) => ({ head: one.id, who: one.speaker ?? '', words: one.exact, precision: one.precision })),
    );
  }
  print('');
  if (isWritten) {
    print(`Next: \`parley proposals ${folder}\` lists them, \`parley accept ID ${folder}\` puts one into the case.`);
    print('Differences stand in differences.yaml; a status that you set there stays.');
  } else print('Nothing was written: this is the bundled case. Name a case folder to keep its proposals.');
}

interface Shown {
  readonly head: string;
  readonly who: string;
  readonly words: string;
  readonly precision: PrecisionTold | 'too few';
}

function printSome(name: string, rows: readonly Shown[]): void {
  if (rows.length === 0) return;
  const style = terminalStyle();
  print('');
  print(style.bold(`${name.charAt(0).toUpperCase()}${name.slice(1)}`) + style.dim(`  ${rows.length}`));
  for (const row of rows.slice(0, MOST_OF_KIND)) print(shownRow(row));
  if (rows.length > MOST_OF_KIND) print(style.dim(`  … and ${rows.length - MOST_OF_KIND} more`));
}

export function shownRow({ head, who, words, precision }: Shown): string {
  const worth = sayPrecision(precision);
  const start = `  ${padEnd(head, 13)} ${padEnd(worth, 22)} `;
  const speaker = who === '' ? '' : `${who}: `;
  return start + clip(`${speaker}“${oneLine(words)}”`, Math.max(40, terminalColumns() - start.length));
}

/** Of a hundred such rows so many were right, between so many and so many; measured on so many. */
export const sayPrecision = (precision: PrecisionTold | 'too few'): string =>
  precision === 'too few'
    ? 'too few measured'
    : `${percent(precision.share)} (${Math.round(precision.low * 100)}–${Math.round(precision.high * 100)}, n ${precision.n})`;

const oneLine = (words: string): string => words.replace(/\s+/g, ' ');
