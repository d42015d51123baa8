import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCase } from '@parley/core/case-file';
import { chanceFrom, forecasterNamed, scenarioNamed } from './ledger.ts';
import { UsageError } from './usage.ts';

const CASE = readCase(
  readFileSync(resolve(import.meta.dirname, '../../../../cases/istanbul-2025/case.yaml'), 'utf8'),
).case!;

describe('what a person writes', () => {
  test.each([
    ['0', 0],
    ['1', 1],
    ['.05', 0.05],
    ['0.60', 0.6],
    ['5%', 0.05],
    ['12.5 %', 0.125],
    ['100%', 1],
  ])('%s is a chance', (written, chance) => expect(chanceFrom(written)).toBe(chance));

  test.each(['', ' ', '1.01', '101%', '-0.1', '1e-3', '0x1', 'NaN', 'Infinity', '0,5', 'half'])(
    '“%s” is none',
    (written) => expect(() => chanceFrom(written)).toThrow(UsageError),
  );

  test('a name is kept as it is, spaces apart; parley is nobody’s name', () => {
    expect(forecasterNamed('  Ada   Lovelace ')).toBe('Ada Lovelace');
    for (const name of ['', '  ', 'Parley', 'parley', 'a\u001B[2Jb', 'x'.repeat(81)])
      expect(() => forecasterNamed(name)).toThrow(UsageError);
  });

  test('P10 a scenario is one of the case, and no narrative', () => {
    expect(scenarioNamed(CASE, 's02a')).toBe('s02a');
    expect(() => scenarioNamed(CASE, 's2a')).toThrow(/Did you mean “s02a”/);
    for (const id of ['s04', 's11', 's12']) expect(() => scenarioNamed(CASE, id)).toThrow(/narrative/);
  });
});
