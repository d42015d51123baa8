import { expect, test } from 'vitest';
import { clauseAround, spanOf, tokensIn } from './clauses.ts';
import { tagged } from './tagged.twin.ts';

test.each([
  ['The miners, who had waited long, struck on Monday, and the owners closed the pits.', 'struck on Monday'],
  ['He knew that the miners struck on Monday.', 'the miners struck on Monday'],
  ['After a night of talks, the miners struck on Monday.', 'the miners struck on Monday'],
  ['The miners struck on Monday after the owners had closed the pits.', 'The miners struck on Monday'],
  ['On Monday the miners, as promised, struck.', 'On Monday the miners, as promised, struck'],
  ['The owners closed the pits; the miners struck on Monday.', 'the miners struck on Monday'],
])('%s', async (text, clause) => {
  const [, [sentence]] = await tagged(text);
  const start = text.indexOf('Monday');
  const place = tokensIn(sentence!.tokens, { start, end: start + 6 });
  const span = spanOf(sentence!, clauseAround(sentence!.tokens, place.first, place.end))!;
  expect(text.slice(span.start, span.end)).toBe(clause);
});
