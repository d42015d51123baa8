import { expect, test } from 'vitest';
import { leaningOf } from './leaning.ts';
import { tagged } from './tagged.twin.ts';

test.each([
  ['The governor resigned on Monday.', 'past'],
  ['The governor has resigned, on Monday of all days.', 'past'],
  ['On Monday the governor resigned.', 'past'],
  ['The governor will resign on Monday.', 'future'],
  ['The governor is to resign on Monday.', 'future'],
  ['She invited the governor to come on Monday.', 'future'],
  ['The governor said on Monday that he would resign.', 'past'],
  ['A vote has been postponed until Monday.', 'future'],
  ['From Sunday until Monday they sat and talked.', 'past'],
  ['The talks begin on Monday.', 'future'],
])('%s', async (text, leaning) => {
  const [, [sentence]] = await tagged(text);
  const start = text.indexOf('Monday');
  expect(leaningOf(sentence!, { start, end: start + 6 })).toBe(leaning);
});
