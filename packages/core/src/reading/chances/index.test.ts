import { describe, expect, test } from 'vitest';
import { NOBODY, readAlone } from '../conditions/read-alone.twin.ts';
import { chanceRows } from './index.ts';

async function told(text: string): Promise<string[]> {
  const { account, tagged } = await readAlone(text);
  return chanceRows(account, tagged, NOBODY).map(({ exact, start, end, cue, range, term }) => {
    expect(exact).toBe(text.slice(start, end));
    return `${exact} | ${cue.exact} | ${term ?? 'open'} ${range?.join('–') ?? ''}`.trim();
  });
}

describe('chances', () => {
  test.each([
    ['A deal this month is unlikely, brokers said.', 'A deal this month is unlikely | unlikely | unlikely 0.2–0.45'],
    ['The senate will probably agree.', 'The senate will probably agree | probably | likely 0.55–0.8'],
    ['A recount is highly likely.', 'A recount is highly likely | highly likely | very likely 0.8–0.95'],
    ['The odds of a truce are slim.', 'The odds of a truce are slim | slim | very unlikely 0.05–0.2'],
    [
      'Ratification is as good as certain.',
      'Ratification is as good as certain | as good as certain | almost certain 0.95–0.99',
    ],
    ['The vote is a toss-up.', 'The vote is a toss-up | toss-up | roughly even chance 0.45–0.55'],
    [
      'She sees a 70 per cent chance of rain.',
      'She sees a 70 per cent chance of rain | 70 per cent chance | likely 0.55–0.8',
    ],
    [
      'Brokers put the chance at one in ten.',
      'Brokers put the chance at one in ten | one in ten | very unlikely 0.05–0.2',
    ],
    [
      'A two-in-three chance is what she gives it.',
      'A two-in-three chance is what she gives it | two-in-three chance | likely 0.55–0.8',
    ],
    ['He put the odds at five to one.', 'He put the odds at five to one | five to one | very unlikely 0.05–0.2'],
    [
      'The chance of a round is put at seventy per cent.',
      'The chance of a round is put at seventy per cent | seventy per cent | likely 0.55–0.8',
    ],
    ['Hopes of a truce are fading.', 'Hopes of a truce are fading | fading | unlikely 0.2–0.45'],
    [
      'The odds of a loan are vanishingly small.',
      'The odds of a loan are vanishingly small | vanishingly small | almost no chance 0.01–0.05',
    ],
    [
      'Few here believe the roof will hold.',
      'Few here believe the roof will hold | Few here believe | unlikely 0.2–0.45',
    ],
    ['A collapse cannot be ruled out.', 'A collapse cannot be ruled out | cannot be ruled out | open'],
    ['A second round is not likely.', 'A second round is not likely | not likely | unlikely 0.2–0.45'],
  ])('%s', async (text, row) => {
    expect(await told(text)).toEqual([row]);
  });

  test('two estimates of a clause are two rows', async () => {
    expect(await told('We assess a visit as unlikely and a letter as likely.')).toEqual([
      'We assess a visit as unlikely | unlikely | unlikely 0.2–0.45',
      'a letter as likely | likely | likely 0.55–0.8',
    ]);
  });

  test.each([
    'The most likely candidate is his deputy.',
    'One in three farmers has left.',
    'He had no chance to speak.',
  ])('no chance: %s', async (text) => {
    expect(await told(text)).toEqual([]);
  });

  test('words that leave it open carry no number, and a question before them is part of it', async () => {
    expect(await told('The envoys met. Will the roof hold? That remains to be seen.')).toEqual([
      'Will the roof hold? That remains to be seen | remains to be seen | open',
    ]);
  });

  test('a chance is not read out of may, might and could, nor out of a likely candidate', async () => {
    expect(await told('The envoy may come. He could speak. The likely candidate was absent.')).toEqual([]);
  });
});
