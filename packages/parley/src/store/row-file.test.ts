import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { readRowFile, withRows, type FileRow, type RowFile } from './row-file.ts';

const FORMAT = { key: 'rows', header: '# Rows.' };
const opened = (text: string): RowFile => {
  const file = readRowFile(text, FORMAT, 'rows.yaml');
  if (typeof file === 'string') throw new Error(file);
  return file;
};
const rows = (...pairs: [string, FileRow][]): Map<string, FileRow> => new Map(pairs);

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.constant(null),
  fc.boolean(),
  fc.array(fc.string()),
);
test('what is written is read again, by the lines and by YAML alike', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]-[0-9a-f]{4}$/), fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), value)),
      (given) => {
        const put = new Map(Object.entries(given));
        const text = withRows(undefined, FORMAT, { put });
        const file = opened(text);
        expect(file.isLined).toBe(true);
        expect(Object.fromEntries(file.rows)).toEqual({ ...given });
        expect((parse(text) as { rows: unknown }).rows).toEqual({ ...given });
      },
    ),
  );
});

test('rows come and go by the line; comments and what did not change stay', () => {
  const text = withRows(undefined, FORMAT, { put: rows(['a-1', { x: 1 }], ['a-2', { x: 2 }]) });
  const commented = text.replace('  a-2:', '  # doubtful\n  a-2:');
  const changed = withRows(opened(commented), FORMAT, {
    removed: new Set(['a-1']),
    put: rows(['a-2', { x: 2 }], ['a-3', { x: 3 }]),
  });
  expect(changed).toBe('# Rows.\nparley: 1\nrows:\n  # doubtful\n  a-2: { "x": 2 }\n  a-3: { "x": 3 }\n');
  const emptied = withRows(opened(changed), FORMAT, { removed: new Set(['a-2', 'a-3']) });
  expect(emptied).toBe('# Rows.\nparley: 1\nrows: {}\n  # doubtful\n');
  expect(opened(emptied).rows.size).toBe(0);
  expect(withRows(opened(emptied), FORMAT, { put: rows(['a-4', {}]) })).toContain('rows:\n  # doubtful\n  a-4: {}\n');
});

test('a file that somebody laid out anew keeps its layout', () => {
  const text = 'rows:\n  a-1:\n    status: open   # to be judged\n  a-2: { status: settled by the minutes }\n';
  const file = opened(text);
  expect(file.isLined).toBe(false);
  expect(file.rows.get('a-2')).toEqual({ status: 'settled by the minutes' });
  const changed = withRows(file, FORMAT, { put: rows(['a-3', { status: 'open' }]), removed: new Set(['a-2']) });
  expect(changed).toContain('    status: open # to be judged\n');
  expect(Object.keys((parse(changed) as { rows: object }).rows)).toEqual(['a-1', 'a-3']);
});

test.each(['rows: [', 'rows: 3', 'rows:\n  a-1: word'])('%j is told', (text) => {
  expect(readRowFile(text, FORMAT, 'rows.yaml')).toMatch(/^rows\.yaml/);
});
