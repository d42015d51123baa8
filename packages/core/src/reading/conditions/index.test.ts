import { describe, expect, test } from 'vitest';
import type { PreconditionRow } from '../rows.ts';
import { conditionRows } from './index.ts';
import { NOBODY, readAlone } from './read-alone.twin.ts';
import { TIED, UNTIED } from './sentences.twin.ts';

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
  test.each(TIED)('%s', async (text, row) => {
    expect(await told(text)).toEqual([row]);
  });

  test('a sentence that begins with Otherwise or Only then is tied to the one before', async () => {
    expect(await told('The rebels must leave by Friday. Otherwise the army will attack.')).toEqual([
      'threat-or-else: the army will attack <- The rebels must leave by Friday (before, threat)',
    ]);
    expect(await told('First the guns must fall silent. Only then can there be talk of elections.')).toEqual([
      'condition-first: can there be talk of elections <- First the guns must fall silent (before)',
    ]);
  });

  test('who reports it holds it, else whose step it is', async () => {
    const [reported] = await rows('The envoy said that no ship would sail until the debt was paid.');
    expect(reported?.holder.words?.exact).toBe('The envoy');
    const [own] = await rows('The guild will not return until the ban is lifted.');
    expect(own?.holder.words?.exact).toBe('The guild');
    const [owned] = await rows("The guild's condition for a return is a written apology.");
    expect(owned?.holder.words?.exact).toBe("The guild's");
  });

  test.each(UNTIED)('no condition: %s', async (text) => {
    expect(await told(text)).toEqual([]);
  });

  test('a sentence without end costs no more per word', async () => {
    const text = 'No talks before the truce, the envoy said, unless it holds; '.repeat(1500);
    const { account, tagged } = await readAlone(text);
    const start = performance.now();
    conditionRows(account, tagged, NOBODY);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
