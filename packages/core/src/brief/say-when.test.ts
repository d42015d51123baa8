import { expect, test } from 'vitest';
import { readWhen, type When } from '../case/index.ts';
import { sayWhen } from './say-when.ts';

test.each([
  ['2025-05-15', '15 May'],
  ['2025-05-13/2025-05-14', '13–14 May'],
  ['2025-05-01/2025-05-10~', '1 May – about 10 May'],
  ['2025-05~', 'about May'],
  ['2025-05-10?', '10 May?'],
  ['../2025-05-13', 'by 13 May'],
  ['2022/..', 'from 2022'],
  ['2022-10/2022-12~', 'Oct 2022 – about Dec 2022'],
  ['2014', '2014'],
  ['2025-05-16T10:00:00+03:00', '16 May 10:00'],
  ['..', 'undated'],
])('%s is said as %s', (text, said) => {
  expect(sayWhen(readWhen(text) as When, '2025-05-15')).toBe(said);
});

test('a row without a date is undated', () => {
  expect(sayWhen(undefined, '2025-05-15')).toBe('undated');
});
