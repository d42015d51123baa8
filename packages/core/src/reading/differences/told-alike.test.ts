import { describe, expect, test } from 'vitest';
import { NOTHING_KNOWN } from '../known.ts';
import { readWhen, type When } from '../../case/index.ts';
import { reader } from '../read.ts';
import type { Difference } from '../rows.ts';

/** Read as a user's accounts are: one a day, from 6 May 2031 on. */
async function differencesOf(...texts: readonly string[]): Promise<readonly Difference[]> {
  const reads = await reader(NOTHING_KNOWN);
  for (const [k, text] of texts.entries())
    reads.add({ id: `a${k}`, text, written: readWhen(`2031-05-0${k + 6}`) as When });
  return reads.differences();
}
const shown = async (...texts: readonly string[]): Promise<string[]> =>
  (await differencesOf(...texts)).map(({ rule, status }) => `${rule} ${status}`);

describe('numbers, whatever the noun', () => {
  test('prisoners and detainees, kilometres, dollars', async () => {
    expect(
      await shown(
        'Vantia and Ostmark agreed on Monday to exchange 412 prisoners at the Lede crossing.',
        'Under the deal, 380 detainees will be handed over at the Lede crossing.',
      ),
    ).toEqual(['number-people open']);
    expect(
      await shown(
        'Troops must pull back 15 kilometres from the river, the draft says.',
        'The draft obliges troops to withdraw 20 kilometres from the river.',
      ),
    ).toEqual(['number-thing open']);
  });
  test('a rounded number agrees, and so does what came of a plan', async () => {
    expect(await shown('Vantia freed 412 prisoners.', 'Some 400 detainees were freed by Vantia.')).toEqual([]);
    expect(await shown('Vantia plans to free 60 prisoners.', 'Vantia freed 48 prisoners on Tuesday.')).toEqual([]);
  });
  test('a figure that the account itself corrects', async () => {
    expect(await shown('Some 900 families were said to be stranded. The prefect now puts the figure at 640.')).toEqual([
      'number-told open',
    ]);
  });
});

describe('days', () => {
  test('by the words in common', async () => {
    expect(
      await shown(
        'Ostmark reopened the bridge at Lede on 3 May.',
        'The bridge at Lede was reopened by Ostmark on 5 May.',
      ),
    ).toEqual(['date-told-day open']);
    expect(await shown('The salt pits of Lede closed in 1961.', 'The salt pits at Lede were closed in 1964.')).toEqual([
      'date-told-year open',
    ]);
  });
  test('deadlines', async () => {
    expect(
      await shown('Ostmark must answer by 12 May, they said.', 'The mediators gave Ostmark until 15 May to answer.'),
    ).toEqual(['date-told-deadline open']);
  });
  test('two meetings are two days', async () => {
    expect(await shown('The delegations met on 1 May in Lede.', 'The delegations met again on 4 May in Lede.')).toEqual(
      [],
    );
  });
});

describe('force', () => {
  test('demanded or asked, will or may', async () => {
    expect(
      await shown(
        'Dana Orlik demanded that observers be admitted to the camp.',
        'Dana Orlik asked that observers be admitted to the camp.',
      ),
    ).toEqual(['strength-force open']);
    expect(await shown('Dana Orlik will sign the protocol.', 'Dana Orlik may sign the protocol.')).toEqual([
      'strength-may open',
    ]);
  });
  test('offered, and never offered', async () => {
    expect(
      await shown('The bank is willing to mediate.', 'The bank let it be known that it had never offered to mediate.'),
    ).toEqual(['who-denies open']);
  });
  test('what is supposed is not told', async () => {
    expect(await shown('Dana Orlik will sign the protocol if paid.', 'Dana Orlik may sign the protocol.')).toEqual([]);
  });
});

describe('the course of things is explained', () => {
  test('no answer, then one', async () => {
    expect(
      await shown('Dana Orlik has not replied to the letter.', 'Dana Orlik rejected the terms of the letter.'),
    ).toContain('change-reply explained');
  });
  test('from one value to another', async () => {
    expect(
      await shown(
        'The lease would run for twelve years.',
        'The port has raised the lease from twelve years to twenty.',
      ),
    ).toContain('change-revised explained');
  });
  test('no longer', async () => {
    expect(
      await shown('The Harbour Guild threatened to close the port.', 'The Harbour Guild no longer threatens the port.'),
    ).toContain('change-no-longer explained');
  });
});

describe('who', () => {
  test('two heads of one delegation, whose side only the adjective tells', async () => {
    expect(
      await shown(
        'The Vantian delegation was led by Foreign Minister Dana Orlik.',
        'Deputy prime minister Marek Tull headed the Vantian team.',
      ),
    ).toContain('who-leads open');
  });
  test('one claim of two people', async () => {
    expect(
      await shown('Dana Orlik said the border would stay closed.', 'Marek Tull said the border would stay closed.'),
    ).toEqual(['who-claimed open']);
  });
  test('two spellings of one name', async () => {
    expect(await shown('General Yara Venneth spoke first.', 'General Jara Venneth spoke first.')).toContain(
      'naming-like explained',
    );
  });
});

describe('a title', () => {
  test('that has the talks fail, or a plan accepted', async () => {
    expect(
      await shown('Talks collapse in Lede\n\nThe talks were adjourned until Tuesday. They will resume at noon.'),
    ).toEqual(['headline-collapse open']);
    expect(
      await shown('Ostmark accepts ceasefire\n\nOstmark is studying the ceasefire plan. It was sent on Monday.'),
    ).toContain('headline-strength open');
  });
});

describe('conditions', () => {
  test('on which one party comes, or does anything else', async () => {
    expect(
      await shown(
        'Vantia’s president, Ana Morn, will come only if the prisoners are freed, she said.',
        'Ana Morn said that she would attend on condition that the guns were silent.',
      ),
    ).toContain('set-condition open');
    expect(
      await shown(
        'Vantia will reopen the salt road only after Ostmark has paid its debts.',
        'Vantia will reopen the salt road once the mines are cleared.',
      ),
    ).toEqual(['set-condition open']);
  });
  test('an account that tells both differs from none, nor do two steps', async () => {
    expect(
      await shown(
        'Vantia will reopen the salt road only after Ostmark has paid its debts. Vantia will reopen the salt road once the mines are cleared.',
        'Vantia will reopen the salt road once the mines are cleared.',
      ),
    ).toEqual([]);
    expect(
      await shown(
        'Vantia will free the pilots only if Ostmark pays.',
        'Vantia will lower the tolls once the mines are cleared.',
      ),
    ).toEqual([]);
  });
});

test('how likely a thing is, where the ranges do not meet', async () => {
  const [one, other] = [
    'A deal on the salt road is unlikely, diplomats said.',
    'A deal on the salt road is almost certain, diplomats said.',
  ];
  expect(await shown(one, other)).toEqual(['strength-chance open']);
  expect(await shown(one, 'A deal on the salt road is improbable, diplomats said.')).toEqual([]);
});

test('who was first to suggest it, and who was asked to come', async () => {
  const first = 'Ostmark was first to suggest a meeting, last week.';
  expect(await shown(first, 'Vantia’s president, Ana Morn, had asked Ostmark to come to Lede for talks.')).toContain(
    'order-first-move open',
  );
  expect(await shown(first, 'Ostmark proposed a meeting.')).toEqual([]);
});
