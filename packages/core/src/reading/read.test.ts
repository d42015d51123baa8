import { describe, expect, test } from 'vitest';
import { readWhen, type When } from '../case/index.ts';
import { NOTHING_KNOWN } from './known.ts';
import { read, reader } from './read.ts';
import type { AccountGiven } from './account.ts';

const on = (day: string): When => readWhen(day) as When;
const ACCOUNTS: readonly AccountGiven[] = [
  {
    id: 'a',
    written: on('2031-03-05'),
    text: `HALGRAVE, March 4 - Delegations from Kestria and Dolmar met in Geneva on Tuesday. Kestria's foreign minister, Anna Brovik, said that her side would sign only if the guns fell silent first. “We will not sign under fire,” she told reporters. A deal this month is unlikely.`,
  },
  {
    id: 'b',
    written: on('2031-03-06'),
    text: `Negotiators for Kestria and Dolmar sat down in Vienna on Wednesday. Dolmar had proposed the talks in response to a letter. Brovyk rejected a 30-day truce. Ms Brovik is ready to come back on 9 March.`,
  },
  {
    id: 'c',
    written: on('2031-03-07'),
    text: `The talks between Kestria and Dolmar are over. President Pavel Orsk insists on a 60-day truce. “We will not sign under fire,” Orsk said.`,
  },
];

describe('reading', () => {
  test('every row and every side of a difference is its words, at their place', async () => {
    const { rows, differences } = await read(ACCOUNTS, NOTHING_KNOWN);
    const texts = new Map(ACCOUNTS.map(({ id, text }) => [id, text]));
    const all = [...[...rows.values()].flat(), ...differences.flatMap(({ sides }) => sides)];
    expect(all.length).toBeGreaterThan(30);
    for (const { source, start, end, exact } of all) expect(texts.get(source)!.slice(start, end)).toBe(exact);
    expect(new Set([...rows.values()].flat().map(({ kind }) => kind))).toEqual(
      new Set(['name', 'quotation', 'indirect', 'date', 'event', 'precondition', 'position', 'chance', 'order']),
    );
  });

  test('a reader that was kept goes on as if it had never stopped', async () => {
    const whole = await read(ACCOUNTS, NOTHING_KNOWN);
    for (let stop = 0; stop <= ACCOUNTS.length; stop++) {
      const first = await reader(NOTHING_KNOWN);
      for (const account of ACCOUNTS.slice(0, stop)) first.add(account);
      const second = await reader(NOTHING_KNOWN, structuredClone(first.kept()));
      for (const account of ACCOUNTS.slice(stop)) second.add(account);
      expect(second.entities()).toEqual(whole.entities);
      expect(second.differences()).toEqual(whole.differences);
      expect(new Map([...second.read].map(([id, { rows }]) => [id, rows]))).toEqual(whole.rows);
    }
  });

  test('an id is read once', async () => {
    const reads = await reader(NOTHING_KNOWN);
    reads.add(ACCOUNTS[0]!);
    expect(() => reads.add(ACCOUNTS[0]!)).toThrow('a was read already');
  });
});
