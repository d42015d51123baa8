import { expect, test } from 'vitest';
import { whenRows } from './index.ts';
import { NO_NAMES, tagged } from './tagged.twin.ts';

test('dates, events and orders of an account point into its text', async () => {
  const text = 'The guilds struck on Monday, after the council had raised the levy.';
  const rows = whenRows(...(await tagged(text, '2031-05-13')), NO_NAMES);
  expect(rows.map(({ kind }) => kind)).toEqual(['date', 'event', 'order']);
  for (const { start, end, exact } of rows) expect(text.slice(start, end)).toBe(exact);
});

test('the time for one long sentence grows with its length, not with its square', async () => {
  const clause =
    'the guilds met on 3 May after the vote and then, a day later, in its third year since 2020, agreed to it, ';
  const seconds = async (times: number): Promise<number> => {
    const read = await tagged(clause.repeat(times), '2031-05-13');
    const start = performance.now();
    whenRows(...read, NO_NAMES);
    return performance.now() - start;
  };
  await seconds(200);
  const short = await seconds(400);
  expect(await seconds(3200)).toBeLessThan(Math.max(short, 10) * 32);
});
