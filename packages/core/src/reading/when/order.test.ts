import { expect, test } from 'vitest';
import { datesOf } from './dates.ts';
import { ordersOf } from './order.ts';
import { tagged } from './tagged.twin.ts';

async function orders(text: string): Promise<[string, string, string][]> {
  const [account, sentences] = await tagged(text, '2031-05-13');
  const rows = ordersOf(account, sentences, datesOf(account, sentences));
  for (const { before, after, cue } of rows)
    for (const { start, end, exact } of [before, after, cue]) expect(text.slice(start, end)).toBe(exact);
  return rows.map(({ before, cue, after }) => [before.exact, cue.exact, after.exact]);
}

test.each([
  ['The council met after the guilds had struck.', 'the guilds had struck', 'after', 'The council met'],
  ['After a long strike, the council met.', 'a long strike', 'After', 'the council met'],
  ['The council met, three weeks after the guilds had struck.', 'the guilds had struck', 'after', 'The council met'],
  ['The guilds struck in response to the levy.', 'the levy', 'in response to', 'The guilds struck'],
  ['The guilds struck before the council met.', 'The guilds struck', 'before', 'the council met'],
  ['The guilds will not talk before the levy is dropped.', 'the levy is dropped', 'before', 'The guilds will not talk'],
  ['The guilds will sign once the levy is dropped.', 'the levy is dropped', 'once', 'The guilds will sign'],
  ['The gates will not open until the levy is paid.', 'the levy is paid', 'until', 'The gates will not open'],
  ['The strike followed a levy on salt.', 'a levy on salt', 'followed', 'The strike'],
  ['The guilds struck, then walked home.', 'The guilds struck', 'then', 'walked home'],
  ['The guilds struck. Then the council met.', 'The guilds struck', 'Then', 'the council met'],
  ['They would talk only if the levy was dropped beforehand.', 'the levy was dropped', 'beforehand', 'They would talk'],
])('%s', async (text, before, cue, after) => expect(await orders(text)).toEqual([[before, cue, after]]));

test('dates, hours and seasons are no side of an order', async () => {
  expect(await orders('They met after 6pm. They will sign before 1 July. It will be done before winter.')).toEqual([]);
});
