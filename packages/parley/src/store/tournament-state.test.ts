import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { CellResult } from '@parley/core/talks';
import { savedTournament, tournamentFile } from './tournament-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-state-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'state');

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const result: fc.Arbitrary<CellResult> = fc
  .record({
    agreement: fc.option(fc.array(fc.nat(), { maxLength: 4 }), { nil: undefined }),
    ended: fc.constantFrom('agreement' as const, 'deadline' as const, 'walk-away' as const),
    rounds: fc.nat(),
    offers: fc.nat(),
    utilities: fc.array(number, { minLength: 1, maxLength: 3 }),
  })
  .map(({ agreement, ...others }) => (agreement === undefined ? others : { agreement, ...others }));

test('what is saved piece by piece comes back whole, number by number', () => {
  fc.assert(
    fc.property(fc.array(result, { maxLength: 30 }), fc.nat(30), fc.nat(30), (results, a, b) => {
      const [first, second] = [Math.min(a, b, results.length), Math.min(Math.max(a, b), results.length)];
      tournamentFile(file, 'of', '1', []).save(results.slice(0, first));
      expect(savedTournament(file)).toMatchObject({ kind: 'state', state: { results: results.slice(0, first) } });
      const kept = tournamentFile(file, 'of', '1', results.slice(0, first));
      kept.save(results.slice(0, second));
      kept.save(results);
      expect(savedTournament(file)).toEqual({ kind: 'state', state: { of: 'of', version: '1', results } });
    }),
    { numRuns: 100 },
  );
});

test('a byte more, less or other is damage', () => {
  const results: CellResult[] = [1, 2, 3].map((n) => ({
    ended: 'deadline',
    rounds: n,
    offers: n,
    utilities: [0.5, n],
  }));
  tournamentFile(file, 'of', '1', []).save(results);
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at++) {
    const other = Buffer.from(bytes);
    other[at]! ^= 1;
    writeFileSync(file, other);
    // In the last line the hash, or the count, gives it away.
    expect([at, savedTournament(file).kind]).toEqual([at, 'damaged']);
    writeFileSync(file, bytes.subarray(0, at));
    expect([at, savedTournament(file).kind]).toEqual([at, at === bytes.length - 1 ? 'state' : 'damaged']);
  }
  expect(savedTournament(join(folder, 'none'))).toEqual({ kind: 'none' });
  expect(savedTournament(folder)).toMatchObject({ kind: 'unreadable' });
});
