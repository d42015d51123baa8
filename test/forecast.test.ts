/** `parley forecast` through the front door. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parley, scratch } from './command.ts';

interface Scenario {
  id: string;
  probability: number;
  standardError: number;
  interval: [number, number];
  word: string;
}

interface Report {
  caseHash: string;
  seed: number;
  draws: number;
  asOf: string;
  effectiveSample: number;
  scenarios: Scenario[];
  [more: string]: unknown;
}

function data<T = Report>(...args: string[]): T {
  const { status, stdout, stderr } = parley('forecast', ...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}

const chance = (report: { scenarios: Scenario[] }, id: string): number =>
  report.scenarios.find((s) => s.id === id)!.probability;

const COIN = `parley: 1
title: A coin
as-of: 2025-01-01
horizon: 2025-01-04
parties: { one: {} }
happenings: { heads: { text: heads comes up, rate: 0.5 } }
scenarios:
  s01: { title: Heads, when: heads, by: 2025-01-04 }
`;

function written(yaml: string): string {
  const folder = join(scratch(), 'case');
  mkdirSync(folder);
  writeFileSync(join(folder, 'case.yaml'), yaml);
  return folder;
}

test('a coin thrown on three days', () => {
  const report = data(written(COIN), '--draws', '20000');
  const { probability, standardError, interval, word } = report.scenarios[0]!;
  expect(Math.abs(probability - 0.875)).toBeLessThan(4 * standardError);
  expect(interval[0]).toBeLessThan(probability);
  expect(interval[1]).toBeGreaterThan(probability);
  expect(word).toBe('very likely');
  expect(report).toMatchObject({ seed: 1, draws: 20000, asOf: '2025-01-01', effectiveSample: 20000 });
});

test('the same seed gives the same bytes for one, two and seven workers; another seed other draws', () => {
  const args = [written(COIN.replace('0.5 }', '0.2 to 0.6 }')), '--draws', '5000', '--json'];
  const [one, two, seven, other] = [
    ['--workers', '1'],
    ['--workers', '2'],
    ['--workers', '7'],
    ['--seed', '2'],
  ].map((more) => parley('forecast', ...args, ...more).stdout);
  expect(two).toBe(one);
  expect(seven).toBe(one);
  expect(other).not.toBe(one);
});

describe('the bundled case', () => {
  test('as of 15 May the leaders do not meet, the delegations do, and prisoners are the likeliest agreement', () => {
    const report = data('--draws', '4000');
    expect(chance(report, 's01')).toBeLessThan(0.01);
    expect(chance(report, 's02')).toBeGreaterThan(0.8);
    expect(chance(report, 's02a')).toBeGreaterThan(chance(report, 's02b') + 0.03);
    expect(chance(report, 's08')).toBeGreaterThan(0.8);
  });

  test('waiving Trump’s condition moves the summit, and the what-if says by how much', () => {
    const { whatIf } = data<{
      whatIf: { differences: { scenario: string; difference: number; standardError: number }[] };
    }>('--draws', '4000', '--waive', 'p09');
    const summit = whatIf.differences.find((d) => d.scenario === 's07')!;
    expect(summit.difference).toBeGreaterThan(3 * summit.standardError);
  });

  test('the table for people: chances, words, curves, what it rests on', () => {
    const { status, stdout } = parley('forecast', '--draws', '1000');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /s02 +Delegations meet in Istanbul +9\d\.\d % +9\d\.\d–9\d\.\d +(very likely|almost certain) +[▁-█]{16,17}/,
    );
    expect(stdout).toMatch(/WHAT IT RESTS ON\n {2}\d+ numbers, nearly all of them the analyst’s assumptions ○/);
    expect(stdout).toMatch(/Does nothing by itself, for no preferences are reported ∅: Turkey/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(104);
  });
});

test('a replication package holds what it takes to compute it again, with the same bytes', () => {
  const [first, second] = [join(scratch(), 'package'), join(scratch(), 'package')];
  const folder = written(COIN);
  parley('forecast', folder, '--draws', '500', '--package', first);
  parley('forecast', join(first, 'case'), '--draws', '500', '--package', second);
  const files = (at: string): string[] =>
    readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(at, join(entry.parentPath, entry.name)))
      .toSorted();
  expect(files(first)).toEqual(
    expect.arrayContaining(['MANIFEST.json', 'case/case.yaml', 'draws.csv', 'figure.svg', 'forecast.json']),
  );
  expect(files(second)).toEqual(files(first));
  for (const file of files(first))
    expect([file, readFileSync(join(second, file)).equals(readFileSync(join(first, file)))]).toEqual([file, true]);
  const rows = readFileSync(join(first, 'draws.csv'), 'utf8').trim().split('\n').slice(1);
  const share = rows.filter((row) => row.endsWith(',1')).length / rows.length;
  expect(share).toBe(chance(JSON.parse(readFileSync(join(first, 'forecast.json'), 'utf8')) as Report, 's01'));
});

describe('what cannot be done is said', () => {
  const EVENT = 'events:\n  e01: { on: 2025-01-01, what: Two moves, sets: { two.moves: yes } }\n';
  test.each([
    [
      'no horizon',
      COIN.replace('horizon: 2025-01-04\n', '').replace(', by: 2025-01-04', ''),
      [],
      1,
      /Nothing says how far to look/,
    ],
    ['an unknown option', COIN, ['--if', 'tails'], 2, /There is no “tails” to ask about/],
    ['an unknown scenario', COIN, ['--levers', 's02'], 2, /There is no “s02” to ask about\.\nThere are: s01/],
    ['no number of draws', COIN, ['--draws', 'many'], 2, /“many” is not a number of draws/],
    ['no number of workers', COIN, ['--workers', '0'], 2, /“0” is not a number of workers/],
    ['no address of a queue', COIN, ['--queue', 'localhost'], 2, /“localhost” is not the address of a queue/],
    ['a queue that is away', COIN, ['--queue', 'redis://127.0.0.1:9'], 2, /redis:\/\/127\.0\.0\.1:9 does not answer/],
    [
      'a scenario that names nothing',
      COIN.replace('when: heads', 'when: tails'),
      [],
      1,
      /case\.yaml:8:\d+ {2}There is no .*“tails”/,
    ],
    [
      'what cannot have happened under the model',
      `${COIN.replace('{ one: {} }', '{ one: {}, two: {} }')
        .replace(
          'happenings:',
          'options: { two: { moves: Two moves } }\npreferences:\n  two: { statements: [not two.moves], rationality: 1000, revision: 1 }\nhappenings:',
        )
        .replace(
          'as-of: 2025-01-01',
          'as-of: 2025-01-02',
        )}sources: { wire: { file: wire.txt, written: 2024-12-30 } }\n${EVENT}`,
      [],
      1,
      /e01, “Two moves”, cannot happen under this model|weighed by what has been seen/,
    ],
  ])('%s', (_, yaml, args, code, message) => {
    const folder = written(yaml);
    writeFileSync(join(folder, 'wire.txt'), 'Nothing new.\n');
    const { status, stdout, stderr } = parley('forecast', folder, ...args);
    expect(stderr + stdout).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at .+:\d+:\d+/);
    if (stderr !== '') expect(status).toBe(code);
  });
});
