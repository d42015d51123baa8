import { describe, expect, test } from 'vitest';
import { readWhen } from '../../case/index.ts';
import { datesOf } from './dates.ts';
import { tagged } from './tagged.twin.ts';

const WRITTEN = '2031-05-13'; // a Tuesday

async function dates(text: string, written: string | undefined = WRITTEN): Promise<[string, string][]> {
  return datesOf(...(await tagged(text, written))).map(({ row }) => [row.exact, row.edtf]);
}
const only = async (text: string, written?: string): Promise<string | undefined> =>
  (await dates(text, written))[0]?.[1];

describe('a date that is written out', () => {
  test.each([
    ['The pact was signed on 12 March 2031.', '2031-03-12'],
    ['The pact was signed on March 12, 2031.', '2031-03-12'],
    ['The pact was signed on Monday, 12 May 2031.', '2031-05-12'],
    ['The pact was signed on 2031-03-12.', '2031-03-12'],
    ['The envoys met on May 9-10.', '2031-05-09/2031-05-10'],
    ['The envoys met on 9 and 10 May.', '2031-05-09/2031-05-10'],
    ['The envoys met on 28 April – 2 May.', '2031-04-28/2031-05-02'],
    ['The envoys met on the first of May.', '2031-05-01'],
    ['The ports were closed in late 2022.', '2022-10/2022-12~'],
    ['The ports were closed in the 1990s.', '199X'],
    ['Elections are due in spring 2032.', '2032-03/2032-05'],
    ['They voted on the last Sunday of April.', '2031-04-27'],
    ['The lease ends at the end of May.', '2031-05-31~'],
    ['The line has been shut since 2029.', '2029/2031-05-13'],
  ])('%s', async (text, edtf) => expect(await only(text)).toBe(edtf));

  test('that does not exist says so', async () => {
    const [found] = datesOf(...(await tagged('The pact was signed on 31 February 2031.', WRITTEN)));
    expect(found!.row).toMatchObject({ edtf: '', why: 'there is no such day' });
  });

  test('May and March as other words are no months', async () => {
    expect(await dates('They may march. March on, he said. May I ask?')).toEqual([]);
  });
});

describe('without its year, or a weekday, lies where the verb says', () => {
  test.each([
    ['The envoys met on Friday.', '2031-05-09'],
    ['The envoys will meet on Friday.', '2031-05-16'],
    ['The envoys are to meet on Friday.', '2031-05-16'],
    ['A meeting is scheduled for Friday.', '2031-05-16'],
    ['The envoys met in November.', '2030-11'],
    ['The envoys will meet in March.', '2032-03'],
    ['The envoys signed the paper on 3 December.', '2030-12-03'],
    ['Last Friday the talks failed.', '2031-05-09'],
    ['The talks resume next Friday.', '2031-05-16'],
    ['The talks resume on Friday week.', '2031-05-23'],
    ['The talks failed on Tuesday of last week.', '2031-05-06'],
  ])('%s', async (text, edtf) => expect(await only(text)).toBe(edtf));

  test('or in the year of the story, when long ago is told', async () => {
    const text = 'The armistice was signed on 4 July 1953. In October the prisoners came home.';
    expect(await dates(text)).toEqual([
      ['on 4 July 1953', '1953-07-04'],
      ['In October', '1953-10'],
    ]);
  });
});

describe('a date that counts from the day of writing', () => {
  test.each([
    ['They spoke yesterday.', '2031-05-12'],
    ['They speak tomorrow.', '2031-05-14'],
    ['They spoke three days ago.', '2031-05-10'],
    ['They spoke earlier in the week.', '2031-05-12/2031-05-13'],
    ['They spoke last week.', '2031-05-05/2031-05-11'],
    ['They will speak next month.', '2031-06'],
    ['They will speak in two weeks’ time.', '2031-05-27'],
    ['Fifty years ago today the lock was opened.', '1981-05-13'],
  ])('%s', async (text, edtf) => expect(await only(text)).toBe(edtf));

  test('counts from the dateline where there is one', async () => {
    expect(await dates('HARLOW, May 11 — The ferrymen struck yesterday.')).toContainEqual(['yesterday', '2031-05-10']);
  });

  test('is open where the account is of one of two days', async () => {
    expect(await only('They spoke yesterday.', '2031-05-12/2031-05-13')).toBe('2031-05-11/2031-05-12');
  });

  test('is not resolved where that day is unknown', async () => {
    const [found] = datesOf(...(await tagged('They spoke yesterday.')));
    expect(found!.row).toMatchObject({ edtf: '', why: 'when the account was written is not known' });
  });
});

test('a date may count from the one before it', async () => {
  const text = 'The truce was signed on 4 March 2030. Six days later it broke. That same evening both sides denied it.';
  expect(await dates(text)).toEqual([
    ['on 4 March 2030', '2030-03-04'],
    ['Six days later', '2030-03-10'],
    ['That same evening', '2030-03-10'],
  ]);
});

test('durations, hours and amounts are no dates', async () => {
  expect(await dates('For three hours 2,000 men stood there until 6pm. Some 1900 people left within an hour.')).toEqual(
    [],
  );
});

test('every answer can be read as EDTF, or there is none and a reason', async () => {
  const ends = ['since next week', 'since 29 February', 'on 30 February', 'two centuries ago', 'in the 19th century'];
  for (const written of ['2024-02-29', '2031-01-01', '9999-12-31', '0001-01-01'])
    for (const end of ends)
      for (const { row } of datesOf(...(await tagged(`They met ${end}. A decade later they met again.`, written))))
        if (row.edtf === '') expect(row.why).toBeDefined();
        else expect(typeof readWhen(row.edtf), row.edtf).toBe('object');
});

describe('a date that the verb beside it would put in the wrong week or year', () => {
  test.each([
    ['They warned of a strike unless talks resumed by Friday.', '2031-05-16'],
    ['The fleet had left by Friday.', '2031-05-09'],
    ['They warned of a strike unless talks resumed by 10 June.', '2031-06-10'],
    ['The council met on 20 May.', '2031-05-20'],
    ['The council met on 20 November.', '2030-11-20'],
  ])('%s', async (text, edtf) => expect(await only(text)).toBe(edtf));

  test('a month in an account of last year is of that year', async () => {
    expect(await dates('Last year’s round broke down in November.', '2032-02-20')).toContainEqual([
      'in November',
      '2031-11',
    ]);
  });
  test('not a day earlier is no day', async () => {
    expect(await dates('It would pay on Friday, and not a day earlier.')).toEqual([['on Friday', '2031-05-16']]);
  });
});
