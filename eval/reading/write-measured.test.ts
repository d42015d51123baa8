import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measure } from './measure.ts';
import { measuredModule, measuredTable, MODULE, PAGE, withTable } from './write-measured.ts';

test('what is written down is what is measured now', async () => {
  const [development, held] = [await measure('development'), await measure('test')];
  const again = 'run `npm run eval:reading -- --write` and commit what it changes';
  expect(readFileSync(MODULE, 'utf8'), again).toBe(measuredModule(development, held));
  const page = readFileSync(PAGE, 'utf8');
  expect(page, again).toBe(withTable(page, measuredTable(development, held)));
});

test('a page without marks is not written', () => {
  expect(() => withTable('no marks', '')).toThrow('reading:start');
});
