import { readWhen, type When } from '../../case/index.ts';
import { describe, expect, test } from 'vitest';
import { differencesOf, type Cast, type Given } from './hand-made.twin.ts';

const CAST: Cast = {
  'Ada Morn': 'morn person oria',
  Morn: 'morn person oria',
  'Pell Dask': 'dask person ketland',
  Dask: 'dask person ketland',
  Lindt: 'lindt person ketland',
  Rook: 'rook person oria',
  Oria: 'oria state',
  Ketland: 'ketland state',
  Veltheim: 'veltheim state',
  'Port Hale': 'port-hale place veltheim',
  Brennick: 'brennick place sund',
};

const on = (id: string, written: string, text: string, more: Partial<Given> = {}): Given => ({
  id,
  written,
  text,
  ...more,
});
const shown = (given: readonly Given[]): string[] =>
  differencesOf(CAST, given)
    .filter(({ kind }) => kind !== 'naming')
    .map(({ rule, status }) => `${rule} ${status}`);

describe('number', () => {
  test('the same counted differently', () => {
    expect(
      shown([
        on('a', '2031-05-02', 'Morn demanded a 30-day ceasefire.'),
        on('b', '2031-05-03', 'Morn demanded a 60-day truce.'),
      ]),
    ).toContain('number-compound open');
    expect(
      shown([
        on('a', '2031-05-02', 'The conference was opened by 40 delegates.'),
        on('b', '2031-05-03', 'The conference had 50 delegates.'),
      ]),
    ).toEqual(['number-people open']);
  });
  test('two parties that ask for two things do not differ; nor do a part and the whole, or rough values', () => {
    expect(
      shown([
        on('a', '2031-05-02', 'Morn wants a 30-day ceasefire.'),
        on('b', '2031-05-03', 'Dask wants a 60-day truce.'),
      ]),
    ).toEqual([]);
    expect(
      shown([
        on('a', '2031-05-02', 'They hold 52 prisoners.'),
        on('b', '2031-05-03', 'They hold a further 60 prisoners.'),
      ]),
    ).toEqual([]);
    expect(
      shown([
        on('a', '2031-05-02', 'About 400 dockers went out.'),
        on('b', '2031-05-03', 'Then 410 dockers went out.'),
      ]),
    ).toEqual([]);
  });
});

describe('date', () => {
  test('one vote on two days', () => {
    const dates = { '17 October': '2031-10-17', '18 October': '2031-10-18' };
    const two = [
      on('a', '2031-05-02', 'The island will vote on 17 October.', { dates }),
      on('b', '2031-05-03', 'The referendum is set for 18 October.', { dates }),
    ];
    expect(shown(two)).toEqual(['date-vote open']);
  });
  test('a day within a stretch is part of it; a deadline is no day of it', () => {
    const dates = { '17 October': '2031-10-17', 'mid-October': '2031-10-10/2031-10-20', '12 October': '2031-10-12' };
    const a = on('a', '2031-05-02', 'The island will vote on 17 October.', { dates });
    expect(shown([a, on('b', '2031-05-03', 'The referendum falls in mid-October.', { dates })])).toEqual([
      'part-of-date explained',
    ]);
    expect(shown([a, on('b', '2031-05-03', 'Lists for the vote are due by 12 October.', { dates })])).toEqual([]);
  });
});

describe('place', () => {
  test('a town in its state is explained, another town is open', () => {
    const a = on('a', '2031-05-02', 'Morn and Dask will meet in Port Hale.');
    expect(shown([a, on('b', '2031-05-03', 'The talks will be held in Veltheim.')])).toEqual([
      'part-of-place explained',
    ]);
    expect(shown([a, on('b', '2031-05-03', 'Morn and Dask will meet in Brennick.')])).toEqual(['place-meeting open']);
  });
});

describe('strength and change', () => {
  const refused = on('a', '2031-05-02', 'Dask rejected the ceasefire.');
  test('of one time they differ, later it is a change', () => {
    expect(shown([refused, on('b', '2031-05-02', 'Dask has not agreed to a ceasefire.')])).toEqual([
      'strength-stance open',
    ]);
    expect(
      shown([refused, on('b', '2031-06-20', 'Ketland accepted a ceasefire, and Dask accepted the ceasefire in full.')]),
    ).toEqual(['change-stance explained']);
  });
  test('what is only supposed is no position', () => {
    expect(shown([refused, on('b', '2031-05-02', 'If Dask accepted the ceasefire, all would be well.')])).toEqual([]);
  });
  test('who comes', () => {
    expect(
      shown([
        on('a', '2031-05-02', 'Dask is expected to attend the talks.'),
        on('b', '2031-05-02', 'Dask declined the invitation.'),
      ]),
    ).toContain('strength-attendance open');
    expect(
      shown([on('a', '2031-05-02', 'Dask might attend the talks.'), on('b', '2031-05-09', 'Dask will not attend.')]),
    ).toContain('change-attendance explained');
  });
});

describe('order', () => {
  test('who moved first is in dispute', () => {
    const a = on('a', '2031-05-02', 'Morn has invited Dask to a meeting.');
    expect(shown([a, on('b', '2031-05-03', 'In response, Dask proposed talks of the two leaders.')])).toContain(
      'order-first-move open',
    );
    // a third party that proposes was not invited
    expect(shown([a, on('b', '2031-05-03', 'Veltheim proposed talks.')])).toEqual([]);
  });
  test('as the account itself says', () => {
    const text = 'It was Morn, she claims, who first proposed it. He says that the idea was his.';
    expect(shown([on('a', '2031-05-02', text)])).toEqual(['order-told-dispute open']);
  });
  test('of two steps', () => {
    const a = on('a', '2031-05-02', 'The army would leave the valley after the hostages were free.');
    expect(
      shown([a, on('b', '2031-05-03', 'Soldiers will leave the valley at the same time as the hostages.')]),
    ).toContain('order-of-steps open');
  });
});

describe('who and set', () => {
  test('two heads of one delegation', () => {
    expect(
      shown([
        on('a', '2031-05-02', 'The delegation was led by Dask.'),
        on('b', '2031-05-03', 'A team headed by Lindt arrived.'),
      ]),
    ).toEqual(['who-leads open']);
  });
  test('one sentence, two speakers', () => {
    const words = 'We have nothing left to say';
    const text = `“${words}”, it was said.`;
    expect(
      shown([
        on('a', '2031-05-02', text, { says: { [words]: 'morn' } }),
        on('b', '2031-05-03', text, { says: { [words]: 'dask' } }),
      ]),
    ).toContain('who-said open');
  });
  test('reported and denied', () => {
    expect(shown([on('a', '2031-05-02', 'Reports of a secret meeting were denied.')])).toEqual(['who-denied open']);
  });
  test('lists that differ by one', () => {
    const a = on('a', '2031-05-02', 'Morn, Dask and Lindt are expected at the talks.');
    expect(shown([a, on('b', '2031-05-03', 'Morn and Lindt are expected at the talks.')])).toContain('set-list open');
    expect(shown([a, on('b', '2031-05-03', 'Dask, Morn and Lindt are expected at the talks.')])).toEqual([]);
  });
  test('which ceasefire', () => {
    const full = on('a', '2031-05-02', 'Morn asked for a full ceasefire.');
    expect(shown([full, on('b', '2031-05-03', 'Morn asked for an unconditional ceasefire.')])).toEqual([
      'set-demand open',
    ]);
  });
});

describe('a text alone', () => {
  test('against its title', () => {
    expect(
      shown([on('a', '2031-05-02', 'Deal reached on the dam\n\nBoth sides said there was no deal. They met again.')]),
    ).toEqual(['headline-deal open']);
    expect(shown([on('a', '2031-05-02', 'Morn to sign “at any price”\n\nMorn was careful. She said little.')])).toEqual(
      ['headline-quote open'],
    );
    expect(
      shown([on('a', '2031-05-02', 'Morn sent to Brennick\n\nMorn has sent a delegation there. She stays.')]),
    ).toEqual(['headline-sent open']);
  });
  test('against its own arithmetic', () => {
    const dates = { 'March 2030': '2030-03' };
    const text = (which: string): string => `The war began in March 2030. It is now in its ${which} year.`;
    expect(shown([on('a', '2033-09-06', text('third'), { dates })])).toEqual(['self-count-of-years open']);
    expect(shown([on('a', '2033-09-06', text('fourth'), { dates })])).toEqual([]);
    // of something else
    expect(shown([on('a', '2033-09-06', text('twentieth'), { dates })])).toEqual([]);
  });
  test('as it dates a change itself', () => {
    const text = 'Dask has signed. A month ago he called it theft; yesterday he praised it.';
    expect(shown([on('a', '2031-05-02', text)])).toEqual(['change-told explained']);
  });
});

describe('fact', () => {
  const since = readWhen('2029-01-20') as When;
  const rules = (text: string): string[] =>
    differencesOf(CAST, [on('a', '2031-05-02', text)], [{ person: 'morn', office: 'president', from: since }]).map(
      ({ rule }) => rule,
    );
  test('an office against its dates', () => {
    expect(rules('They met former President Ada Morn.')).toEqual(['fact-former']);
    expect(rules('They met President Ada Morn.')).toEqual([]);
    expect(rules('They met Prime Minister Ada Morn.')).toEqual(['fact-other-office']);
  });
  test('who by the same sentence has left', () => {
    expect(rules('Dask, then as now minister of trade, resigned on 1 May.')).toEqual(['fact-left-office']);
  });
});

describe('translation', () => {
  test('one utterance in two versions', () => {
    const says = { 'not this year and not the next': 'morn', 'neither this year nor in another year': 'morn' };
    const two = [
      on('a', '2031-05-02', 'Morn said the duty would stay, “not this year and not the next”.', { says }),
      on('b', '2031-06-02', 'Of the duty Morn had said “neither this year nor in another year”.', { says }),
    ];
    expect(shown(two)).toEqual(['translation-one-speaker explained']);
  });
});

describe('all together', () => {
  test('the words are those of the text, and an id does not depend on what came before', () => {
    const two = [
      on('a', '2031-05-02', 'Morn demanded a 30-day ceasefire.'),
      on('b', '2031-05-03', 'Morn demanded a 60-day truce.'),
    ];
    const texts = new Map(two.map(({ id, text }) => [id, text]));
    const found = differencesOf(CAST, two);
    for (const { source, start, end, exact } of found.flatMap(({ sides }) => sides))
      expect(texts.get(source)?.slice(start, end)).toBe(exact);
    const more = differencesOf(CAST, [on('z', '2031-05-01', 'Nothing was said.'), ...two.toReversed()]);
    expect(more.map(({ id }) => id)).toEqual(expect.arrayContaining(found.map(({ id }) => id)));
  });
  test('a thousand accounts that agree differ in nothing', () => {
    const text = 'Morn demanded a 30-day ceasefire. Dask rejected the ceasefire. Morn and Dask will meet in Port Hale.';
    const many = Array.from({ length: 1000 }, (_, k) => on(`a${k}`, '2031-05-02', text));
    expect(differencesOf(CAST, many)).toEqual([]);
  });
});
