import { describe, expect, test } from 'vitest';
import { readCase } from '../case/read.ts';
import { readOutcomes } from './resolution.ts';

const CASE = readCase(`parley: 1
title: Gate
as-of: 2025-05-15
sources: { early: { file: a.txt, written: 2025-05-13 } }
parties: { east: { people: { mayor: { name: The mayor } } } }
options: { east: { opens: The gate is opened } }
issues: { toll: { values: [none, low, high] } }
events: { e01: { what: The gate is shut, on: 2025-05-01 } }
scenarios:
  s01: { title: The gate opens, when: east.opens, by: 2025-05-20 }
  s02: { title: A new age, resolves: no }
`).case!;

const GOOD = `parley: 1
sources: { paper: { title: A paper, url: 'https://example.org/1' } }
events:
  o01: { on: 2025-05-16/2025-05-17, known: 2025-05-17, what: The gate opens, who: mayor, sets: { east.opens: yes, toll: low }, signals: { east.opens: 2 to 5 }, after: e01, source: paper }
resolutions:
  s01: { outcome: yes, on: 2025-05-16, known: 2025-05-16/2025-05-17, source: [paper], note: At noon. }
`;

const found = (text: string): string[] =>
  readOutcomes(text, CASE).problems.map((d) => `${d.place.line}:${d.place.column} ${d.code}`);

test('P11 resolutions carry their outcome and the last day on which it may have become known', () => {
  const { outcomes, problems } = readOutcomes(GOOD, CASE);
  expect(problems).toEqual([]);
  expect(outcomes!.resolutions.get('s01')).toMatchObject({ outcome: 'yes', known: '2025-05-17', sources: ['paper'] });
  expect(outcomes!.sources.get('paper')!.urls).toEqual(['https://example.org/1']);
});

test('P11 events are those of a case, resting on outside sources', () => {
  const event = readOutcomes(GOOD, CASE).outcomes!.events.get('o01')!;
  expect(event).toMatchObject({ kind: 'happened', who: ['mayor'], sources: ['paper'], said: [] });
  expect([...event.sets]).toEqual([
    ['east.opens', 'yes'],
    ['toll', ['low']],
  ]);
  expect(event.signals.get('east.opens')).toEqual({ kind: 'range', low: 2, high: 5 });
  expect(event.known.last).toBe('2025-05-17');
  expect(event.after.map((link) => link.event)).toEqual(['e01']);
});

describe('mistakes, each with its place', () => {
  test.each([
    ['a scenario that the case has not', '  s01: {', '  s09: {', 's09', 'unknown-name'],
    ['P10 a narrative with an outcome', '  s01: {', '  s02: {', 's02', 'narrative-resolved'],
    ['an outcome that is none', 'outcome: yes', 'outcome: perhaps', 'perhaps', 'wrong-value'],
    ['an unknown source', 'source: [paper]', 'source: [radio]', 'radio', 'unknown-name'],
    ['a day that is none', 'on: 2025-05-16,', 'on: 2025-02-30,', '2025-02-30', 'date'],
    [
      'known before it happened',
      '2025-05-16/2025-05-17, source',
      '2025-05-15, source',
      '2025-05-15',
      'disagreeing-dates',
    ],
    ['known at no time', '2025-05-16/2025-05-17, source', '.., source', '..', 'date'],
    ['an option that the case has not', 'sets: { east.opens', 'sets: { east.shuts', 'east.shuts', 'unknown-name'],
    ['a value that the issue has not', 'toll: low', 'toll: huge', 'huge', 'unknown-name'],
    ['a key that cannot stand there', 'note: At noon.', 'reason: At noon.', 'reason', 'unknown-key'],
    ['a ratio below 0', '2 to 5', '-1 to 5', '-1 to', 'quantity'],
  ])('%s', (_, from, to, word, code) => {
    expect(GOOD).toContain(from);
    const text = GOOD.replace(from, to);
    const before = text.slice(0, text.indexOf(word)).split('\n');
    expect(found(text)).toEqual([`${before.length}:${before.at(-1)!.length + 1} ${code}`]);
  });

  test('not YAML, nothing at all, another version: no outcomes, and no exception', () => {
    for (const text of ['', 'a: [', '[]', 'parley: 2', GOOD.replace('parley: 1', 'parley: 3')]) {
      const { outcomes, problems } = readOutcomes(text, CASE);
      expect([outcomes, problems.length > 0]).toEqual([undefined, true]);
    }
  });
});
