import { describe, expect, test } from 'vitest';
import type { PreconditionRow } from '../rows.ts';
import { conditionRows } from './index.ts';
import { NOBODY, readAlone } from './read-alone.twin.ts';

async function rows(text: string): Promise<PreconditionRow[]> {
  const { account, tagged } = await readAlone(text);
  const found = conditionRows(account, tagged, NOBODY);
  for (const { start, end, exact } of found.flatMap((row) => [row, row.step, row.needs]))
    expect(exact).toBe(text.slice(start, end));
  return found;
}

const told = async (text: string): Promise<string[]> =>
  (await rows(text)).map(({ rule, step, needs, timing, binds, isNegated }) => {
    const marks = [timing, ...(binds === 'condition' ? [] : [binds]), ...(isNegated ? ['negated'] : [])];
    return `${rule}: ${step.exact} <- ${needs.exact} (${marks.join(', ')})`;
  });

describe('conditions', () => {
  test.each([
    [
      'The mayor said she would sign only if the bridge was reopened.',
      'only-if: she would sign <- the bridge was reopened (before)',
    ],
    [
      'The king will only attend the summit if the emperor is present.',
      'only-if: The king will only attend the summit <- the emperor is present (together)',
    ],
    [
      'Only when the strike ends can the pay talks begin, he said.',
      'only-if: can the pay talks begin <- the strike ends (before)',
    ],
    [
      'There will be no election until the army leaves the city.',
      'not-until: There will be no election <- the army leaves the city (before)',
    ],
    [
      'The union refuses to meet the director unless he withdraws the notice.',
      'not-unless: meet the director <- he withdraws the notice (before)',
    ],
    [
      'Unless the fee is dropped, she added, there will be no contract.',
      'not-unless: there will be no contract <- the fee is dropped (before)',
    ],
    [
      'The islanders will not vote before the census is published.',
      'not-before: The islanders will not vote <- the census is published (before)',
    ],
    ['The company will pay once the court has ruled.', 'once: The company will pay <- the court has ruled (before)'],
    [
      'The offer stands as long as the airport stays open.',
      'as-long-as: The offer stands <- the airport stays open (while)',
    ],
    [
      'He was ready to resign, provided that his deputy was confirmed.',
      'provided-that: resign <- his deputy was confirmed (before)',
    ],
    [
      'The tribe would open the road on condition that the levy was lifted.',
      'provided-that: The tribe would open the road <- the levy was lifted (before)',
    ],
    [
      'There can be no settlement without an amnesty.',
      'not-without: There can be no settlement <- an amnesty (before)',
    ],
    [
      'Any progress hinges on a meeting of the two queens.',
      'depends-on: Any progress <- a meeting of the two queens (before)',
    ],
    ['Any talks on water must be preceded by a truce.', 'preceded-by: Any talks on water <- a truce (before)'],
    [
      'The rebels agreed to free the pilots in exchange for safe passage.',
      'in-return-for: free the pilots <- safe passage (together)',
    ],
    ['The guild insists on a written offer before any talks.', 'insists-before: any talks <- a written offer (before)'],
    ['His order was plain: first the money, then the keys.', 'first-then: the keys <- the money (before)'],
    [
      'The talks could settle the terms of a ceasefire.',
      'settled-in-talks: the terms of a ceasefire <- The talks (before)',
    ],
  ])('%s', async (text, row) => {
    expect(await told(text)).toEqual([row]);
  });

  test('a threat with unless: what is threatened does not come if the needs hold', async () => {
    expect(await told('The pilots will strike on Monday unless the airline pays.')).toEqual([
      'threat-unless: The pilots will strike on Monday <- the airline pays (before, threat)',
    ]);
    expect(await told('They warned of new tariffs if the quota is cut.')).toEqual([
      'threat-if: new tariffs <- the quota is cut (before, threat, negated)',
    ]);
  });

  test('what is ruled out while something lasts needs its absence', async () => {
    expect(await told('She refused to negotiate as long as the port was blocked.')).toEqual([
      'not-as-long-as: negotiate <- the port was blocked (before, negated)',
    ]);
  });

  test('who reports it holds it, else whose step it is', async () => {
    const [reported] = await rows('The envoy said that no ship would sail until the debt was paid.');
    expect(reported?.holder.words?.exact).toBe('The envoy');
    const [own] = await rows('The guild will not return until the ban is lifted.');
    expect(own?.holder.words?.exact).toBe('The guild');
  });

  test.each([
    'The contract runs until Friday.',
    'The bridge was closed before the war.',
    'Some forty thousand farms depend on the river.',
    'She asked if the road was open.',
    'He had met them more than once.',
    'The food was provided by the host.',
    'The treaty was signed after three years of war.',
    'When the news came, the crowd went home.',
  ])('no condition: %s', async (text) => {
    expect(await told(text)).toEqual([]);
  });
});
