import { expect, test } from 'vitest';
import { attributionsIn, attributionsOf } from './polnear.ts';

const text = '😀 “Never,” Ada Rill said, “ever.” She denied it.';
const at = (quote: string): [number, number] => {
  const start = Array.from(text.slice(0, text.indexOf(quote))).length; // characters, not UTF-16
  return [start, start + quote.length];
};

test('an attribution in pieces is read, and offsets after a character above U+FFFF fit', () => {
  const ann = [
    `T1\tSource ${at('Ada Rill').join(' ')}\tAda Rill`,
    `T2\tCue ${at('said').join(' ')}\tsaid`,
    `T3\tContent ${at('“Never,”').join(' ')};${at('“ever.”').join(' ')}\t“Never,” “ever.”`,
    `T4\tAttribution ${at('said').join(' ')}\tsaid`,
    'E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1',
    `T5\tCue ${at('denied').join(' ')}\tdenied`,
    'E2\tAttribution-no-source:T5 Cue:T5',
    'T6\tDiscuss 0 1\t?',
  ].join('\n');
  const [first, second, ...more] = attributionsIn(text, ann);
  const words = (spans: readonly { start: number; end: number }[]) => spans.map((s) => text.slice(s.start, s.end));
  expect(words(first!.source)).toEqual(['Ada Rill']);
  expect(words(first!.content)).toEqual(['“Never,”', '“ever.”']);
  expect(second).toMatchObject({ source: [], content: [] });
  expect(more).toEqual([]);
});

test('rows that share a cue are one attribution', () => {
  const words = (quote: string) => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length, exact: quote };
  };
  const base = { source: 'a', rule: 'r', kind: 'quotation', act: 'state' } as const;
  const speaker = { words: words('Ada Rill') };
  const rows = ['Never,', 'ever.'].map((quote) => ({ ...base, ...words(quote), speaker, cue: words('said') }));
  expect(attributionsOf(rows)).toHaveLength(1);
  expect(attributionsOf(rows)[0]!.content).toHaveLength(2);
});
