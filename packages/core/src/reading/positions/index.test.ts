import { describe, expect, test } from 'vitest';
import { NOBODY, readAlone } from '../conditions/read-alone.twin.ts';
import { positionRows } from './index.ts';

async function told(text: string): Promise<string[]> {
  const { account, tagged } = await readAlone(text);
  return positionRows(account, tagged, NOBODY).map(({ stance, party, about, exact, start, end }) => {
    expect(exact).toBe(text.slice(start, end));
    return `${party.words?.exact} ${stance}: ${about.exact}`;
  });
}

describe('positions', () => {
  test.each([
    ['The miners demand a rise of nine per cent.', 'The miners demands: a rise of nine per cent'],
    ['The islanders insist on a vote of their own.', 'The islanders demands: a vote of their own'],
    ['The council rejects any new tax on salt.', 'The council rejects: any new tax on salt'],
    ['The duke refuses to hand over the castle.', 'The duke rejects: hand over the castle'],
    ['The bank is ready to extend the loan.', 'The bank is ready: extend the loan'],
    ['The minister ruled out a second referendum.', 'The minister rules-out: a second referendum'],
    ['The northern towns support a common currency.', 'The northern towns supports: a common currency'],
    ['The firm offered to halve the fee.', 'The firm offers: halve the fee'],
    [
      'The fisheries union insisted that the quota be published.',
      'The fisheries union demands: the quota be published',
    ],
  ])('%s', async (text, row) => {
    expect(await told(text)).toEqual([row]);
  });

  test('what is rejected may stand before the verb, and who rejects it after it', async () => {
    expect(await told('The border plan was rejected by the highland clans.')).toEqual([
      'the highland clans rejects: The border plan',
    ]);
  });

  test.each([
    'Demand for coal fell.',
    'She did not rule out a strike.',
    'What the mayor wants is known.',
    'He received two offers.',
  ])('no position: %s', async (text) => {
    expect(await told(text)).toEqual([]);
  });
});
