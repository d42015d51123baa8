import { expect, test } from 'vitest';
import fc from 'fast-check';
import { paragraphs } from './paragraphs.ts';

const split = (text: string) => paragraphs(text).map(({ start, end }) => text.slice(start, end));

test('a line is a paragraph', () => {
  expect(
    split('Title\nThe first, which is long enough to say something about the talks.\r\nThe second.\u2029Third'),
  ).toEqual(['Title', 'The first, which is long enough to say something about the talks.', 'The second.', 'Third']);
});

test('hard-wrapped lines are one paragraph', () => {
  const wrapped = `The delegations met in the old customs house for less than two hours.
They agreed to exchange a thousand prisoners each, and that the ministers
should meet again before the end of the month. Nothing was said of the
ceasefire.

A second paragraph follows.`;
  expect(split(wrapped)).toEqual([wrapped.split('\n\n')[0], 'A second paragraph follows.']);
});

test('headings and list items are their own, with their wrapped lines', () => {
  expect(split('## Outlook\nTalks go on.\n1. **Proxy talks**\nIf he declines.\n- one\n- two\n> he said')).toEqual([
    '## Outlook',
    'Talks go on.',
    '1. **Proxy talks**',
    'If he declines.',
    '- one',
    '- two',
    '> he said',
  ]);
});

test('short lines that are not filled stay apart', () => {
  expect(split('Ukraine\nRussia\nTurkey and the United States of America')).toHaveLength(3);
});

test('rules, underlines and a BOM are no paragraphs', () => {
  expect(split('\ufeff\n---\nTitle\n=====\n* * *\n')).toEqual(['Title']);
});

test('property: in order, apart, trimmed, and with every letter of the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Kyiv ', 'said. ', '\n', '\n\n', '- ', '# ', '\r\n', 'no ', '😀', '12'), {
        maxLength: 60,
      }),
      (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of paragraphs(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(text.slice(last, start)).not.toMatch(/[\p{L}\p{N}]/u);
          last = end;
        }
        expect(text.slice(last)).not.toMatch(/[\p{L}\p{N}]/u);
      },
    ),
    { numRuns: 400 },
  );
});
