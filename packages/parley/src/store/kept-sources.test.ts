import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSources, keptSources } from './kept-sources.ts';

const STATE = { rows: new Map([['a', [1, 2]]]), hashes: new Int32Array([3, 4]) };
let place: string;
let before: string | undefined;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'parley-kept-'));
  before = process.env['PARLEY_CACHE'];
  process.env['PARLEY_CACHE'] = place;
  keepSources('talks', 'known', ['one', 'two'], STATE);
});
afterEach(() => {
  if (before === undefined) delete process.env['PARLEY_CACHE'];
  else process.env['PARLEY_CACHE'] = before;
  rmSync(place, { recursive: true, force: true });
});

test('what was kept is taken where its sources are the first of those that are there', () => {
  expect(keptSources('talks', 'known', ['one', 'two', 'three'])).toEqual({ state: STATE, count: 2 });
});

test.each([
  ['an earlier source changed', 'talks', 'known', ['one', 'other', 'three']],
  ['a source is gone', 'talks', 'known', ['one']],
  ['their order changed', 'talks', 'known', ['two', 'one']],
  ['the case knows more', 'talks', 'more', ['one', 'two', 'three']],
  ['it is another case', 'others', 'known', ['one', 'two']],
] as const)('it is not where %s', (_, folder, known, sources) => {
  expect(keptSources(folder, known, sources)).toBeUndefined();
});

test('a damaged file is none', () => {
  const file = join(
    place,
    readdirSync(place).find((name) => name.endsWith('.bin'))!,
  );
  const bytes = readFileSync(file);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(file, bytes);
  expect(keptSources('talks', 'known', ['one', 'two'])).toBeUndefined();
});
