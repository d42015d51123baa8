/**
 * `npm run bench -- reading [--articles 1000] [--words 1000] [--seed 1] [--json]`: accounts of made-up news
 * (./random-news.ts) read one after the other without a case, on one thread, in a process that has read nothing before.
 *
 * `wallSeconds` and `cpuSeconds` are everything from loading the reader to its entities and differences; the making up of
 * the news is not in them. `lastToFirst` says how the cost grows: the median seconds of the last tenth of the accounts over
 * those of the first tenth, near-copies apart, where the first tenth is read by a second reader once the process is warm.
 *
 * Beside it, of the same accounts: seconds and `lastToFirst` for telling near-copies (and how many of those put in were told),
 * for telling the language, for indexing every paragraph, and the milliseconds of a query.
 */
import { performance } from 'node:perf_hooks';
import { readWhen, type When } from '../packages/core/dist/case/index.js';
import { NOTHING_KNOWN, reader, type AccountGiven } from '../packages/core/dist/reading/index.js';
import { languageOf } from '../packages/core/dist/reading/language.js';
import { NearCopies } from '../packages/core/dist/reading/near-copies.js';
import { paragraphs } from '../packages/core/dist/reading/paragraphs.js';
import { searchIndex } from '../packages/core/dist/reading/search.js';
import { median, options } from './options.ts';
import { randomNews, type MadeUpAccount } from './random-news.ts';

const QUERIES = [
  'ceasefire',
  'withdrawl of heavy wepons',
  'prisoners exchange may',
  'minister insisted grain',
  'monit',
];

export async function run(args: readonly string[]): Promise<void> {
  const { numbers, json } = options(args, { articles: 1000, words: 1000, seed: 1 });
  const news = [...randomNews(numbers['articles']!, numbers['words']!, numbers['seed']!)];

  const began = performance.now();
  const beganCpu = process.cpuUsage();
  const reads = await reader(NOTHING_KNOWN);
  let rows = 0;
  const reading = timed(news, (account) => {
    rows += reads.add(given(account)).rows.length;
  });
  const wallSeconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(beganCpu);
  const peakMB = Math.round(process.resourceUsage().maxRSS / 1024);

  const again = await reader(NOTHING_KNOWN);
  const first = timed(news.slice(0, tenth(news)), (account) => again.add(given(account)));

  const copies = new NearCopies();
  let told = 0;
  const nearCopies = timed(news, ({ id, text, copyOf }) => {
    const copy = copies.add(id, text);
    if (copyOf !== undefined && copy !== undefined) told++;
  });
  const language = timed(news, ({ text }) => languageOf(text));
  const index = searchIndex();
  const indexing = timed(news, ({ id, text }) => {
    for (const { start, end } of paragraphs(text))
      index.add({ id: `${id}:${start}`, source: id, kind: 'paragraph', text: text.slice(start, end), start, end });
  });
  const queries = QUERIES.map((query) => {
    const asked = performance.now();
    index.search(query);
    return performance.now() - asked;
  });

  const result = {
    articles: news.length,
    words: numbers['words'],
    seed: numbers['seed'],
    rows,
    entities: reads.entities().length,
    differences: reads.differences().length,
    wallSeconds: rounded(wallSeconds),
    cpuSeconds: rounded((user + system) / 1e6),
    peakMB,
    lastToFirst: growth(news, first, reading),
    nearCopies: {
      told: `${told} of ${news.filter(({ copyOf }) => copyOf !== undefined).length}`,
      others: copies.copies().size - told,
      seconds: rounded(total(nearCopies)),
      lastToFirst: growth(news, nearCopies, nearCopies),
    },
    language: { seconds: rounded(total(language)) },
    search: {
      seconds: rounded(total(indexing)),
      lastToFirst: growth(news, indexing, indexing),
      queryMilliseconds: rounded(median(queries)),
    },
    peakMBInAll: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else
    for (const [key, value] of Object.entries(result))
      process.stdout.write(`${key.padEnd(14)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}\n`);
}

function given({ id, text, written }: MadeUpAccount): AccountGiven {
  const when: When | string = readWhen(written);
  if (typeof when === 'string') throw new Error(when);
  return { id, text, written: when };
}

/** Seconds of each. */
const timed = (news: readonly MadeUpAccount[], step: (account: MadeUpAccount) => unknown): number[] =>
  news.map((account) => {
    const began = performance.now();
    step(account);
    return (performance.now() - began) / 1000;
  });

const tenth = (news: readonly MadeUpAccount[]): number => Math.max(1, Math.ceil(news.length / 10));

/** Near-copies are shorter, so they are left out. */
function growth(news: readonly MadeUpAccount[], first: readonly number[], all: readonly number[]): number {
  const ofOriginals = (seconds: readonly number[], from: number): number[] =>
    seconds.slice(from, from + tenth(news)).filter((_, k) => news[from + k]!.copyOf === undefined);
  const last = ofOriginals(all, news.length - tenth(news));
  return last.length === 0 ? NaN : rounded(median(last) / median(ofOriginals(first, 0)));
}

const total = (seconds: readonly number[]): number => seconds.reduce((sum, x) => sum + x, 0);
const rounded = (x: number): number => Number(x.toPrecision(3));
