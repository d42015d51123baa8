import { expect, test } from 'vitest';
import { extractText } from './text.ts';

test('text is kept letter by letter; what is not the account is marked', () => {
  const text =
    '\ufeffEnvoys meet again\r\n# Envoys meet again\r\nThey met for two hours .Reuters+1AP News+2\r\nNo comments\r\n';
  const result = extractText(text);
  expect(result).toMatchObject({ kind: 'extracted', title: 'Envoys meet again', text });
  if (result.kind !== 'extracted') return;
  expect(result.map).toBeUndefined();
  expect(
    result.setAside.map(({ start, end, why, inText }) => [why, text.slice(start, end), inText?.start === start]),
  ).toEqual([
    ['doubled title', '# Envoys meet again', true],
    ['citation residue', 'Reuters+1AP News+2', true],
    ['page furniture', 'No comments', true],
  ]);
});

test.each([
  ['# The offer\n\nIt was declined.', 'The offer'],
  [
    'Home | News | Sign in\nThe offer and the answer\nIt was declined on Friday, as expected.',
    'The offer and the answer',
  ],
  ['It was declined.\nNobody was surprised by that.', undefined],
  ['One line only', undefined],
  ['- a list\n- of two things', undefined],
])('the title of %j', (text, title) => {
  const result = extractText(text);
  expect(result.kind === 'extracted' ? result.title : result).toBe(title);
});

test.each(['', ' \n\t', '--- ***'])('%j has no text', (text) => {
  expect(extractText(text)).toMatchObject({ kind: 'refused', code: 'no-text' });
});
