import { describe, expect, test } from 'vitest';
import type { Names } from '../names/names.ts';
import type { EventRow, Mention } from '../rows.ts';
import { datesOf } from './dates.ts';
import { eventsOf } from './events.ts';
import { NO_NAMES, tagged } from './tagged.twin.ts';

async function events(text: string, names: Names = NO_NAMES): Promise<EventRow[]> {
  const [account, sentences] = await tagged(text, '2031-05-13');
  return eventsOf(account, sentences, datesOf(account, sentences), names);
}

describe('a dated clause', () => {
  test('in the past happened', async () => {
    const [event] = await events('The guilds signed a charter on Friday, though few had read it.');
    expect(event).toMatchObject({
      exact: 'The guilds signed a charter on Friday', status: 'happening', on: '2031-05-09', rule: 'event-happening',
    }); // prettier-ignore
  });

  test('with will, a present or a due is a plan', async () => {
    const text =
      'The guilds will sign the charter on Friday. It takes effect next month. The first fees are due on 1 July.';
    expect((await events(text)).map(({ status, on }) => [status, on])).toEqual([
      ['plan', '2031-05-16'],
      ['plan', '2031-06'],
      ['plan', '2031-07-01'],
    ]);
  });

  test('with a negotiating verb tells the act', async () => {
    expect((await events('The council rejected the charter on Friday.'))[0]).toMatchObject({
      act: 'decline',
      rule: 'event-act',
    });
  });

  test('names who takes part, but no place', async () => {
    const text = 'Lena Brock left Harlow on Friday.';
    const mention = (exact: string, type: Mention['type']): Mention => {
      const start = text.indexOf(exact);
      return { start, end: start + exact.length, exact, entity: exact.toLowerCase(), type, isMetonym: false };
    };
    const mentions = [mention('Lena Brock', 'person'), mention('Harlow', 'place')];
    expect((await events(text, { ...NO_NAMES, mentions, within: () => mentions }))[0]!.actors).toEqual(['lena brock']);
  });
});

test('speech, states, conditions, questions and quotations are no events', async () => {
  const text =
    'The mayor said on Friday that she was tired. A deal this week is unlikely. If the ferry sails on Monday, they come. ' +
    'Will they come on Monday? “They came on Monday,” he wrote. The charter of May 2029 was a mistake. They may come on Monday.';
  expect(await events(text)).toEqual([]);
});
