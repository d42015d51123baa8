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
    ['The bank is ready to extend the loan by two years.', 'The bank is ready: extend the loan by two years'],
    ['The minister ruled out a second referendum.', 'The minister rules-out: a second referendum'],
    ['The northern towns support a common currency.', 'The northern towns supports: a common currency'],
    ['The firm proposed a cut of 20 per cent.', 'The firm offers: a cut of 20 per cent'],
    ['The drivers are holding out for seven per cent.', 'The drivers are demands: seven per cent'],
    ["The company's last offer was 4 per cent.", "The company's offers: 4 per cent"],
    ['The clans demand the return of the idols that were taken in 1891.', 'The clans demands: the return of the idols'],
    ['The firm offers to halve the fee.', 'The firm offers: halve the fee'],
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
    'The mayor refused to comment.',
    'The envoy is ready to meet her.',
    'The guild rejected the offer yesterday.',
    'The king is willing to abdicate if his son succeeds him.',
    'He wanted to know the date.',
    'A restoration is out of the question.',
  ])('no position: %s', async (text) => {
    expect(await told(text)).toEqual([]);
  });
});

test.each([
  'Nobody knows whether the bank will accept the terms.',
  'It warned of fines should the firm reject the terms.',
])('no position yet: %s', async (text) => {
  expect(await told(text)).toEqual([]);
});
