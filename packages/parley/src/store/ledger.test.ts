import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderFiles } from './files.ts';
import {
  addToLedger,
  isRefusal,
  LEDGER_FILE,
  ledgerLine,
  readLedger,
  type Added,
  type Ledger,
  type LedgerEntry,
} from './ledger.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const entry = (chance: number): LedgerEntry => ({
  by: 'Ada',
  issued: '2025-05-14',
  recorded: '2025-05-14T18:00:00.000Z',
  case: 'c0ffee',
  version: '0.1.0',
  scenarios: { s01: chance },
});

function fresh(entries = 0): {
  folder: string;
  file: string;
  add: (...chances: number[]) => ReturnType<typeof addToLedger>;
  read: () => Ledger;
} {
  const folder = mkdtempSync(join(tmpdir(), 'parley-ledger-'));
  folders.push(folder);
  const add = (...chances: number[]) => addToLedger(folder, folderFiles(folder), chances.map(entry), { patience: 200 });
  for (let k = 0; k < entries; k++) add(k / 10);
  const read = (): Ledger => {
    const ledger = readLedger(folderFiles(folder));
    if (typeof ledger === 'string') throw new Error(ledger);
    return ledger;
  };
  return { folder, file: join(folder, LEDGER_FILE), add, read };
}

test('what was added is read again, in order, and each line follows the one before it', () => {
  const { add, read, file, folder } = fresh();
  expect(read().lines).toEqual([]);
  const { lines } = add(0.1, 0.2) as Added;
  add(0.3);
  expect(lines.map((line) => line.line)).toEqual([1, 2]);
  const ledger = read();
  expect(ledger.lines.map((line) => line.scenarios['s01'])).toEqual([0.1, 0.2, 0.3]);
  expect(ledger.lines[0]).toMatchObject(entry(0.1));
  expect(ledger.faults).toEqual([]);
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);
  expect(readdirSync(folder)).toEqual([LEDGER_FILE]);
});

describe('a ledger that was tampered with: which line, and what does not fit', () => {
  const edited = (change: (lines: string[]) => string[]) => {
    const made = fresh(4);
    const lines = readFileSync(made.file, 'utf8').trimEnd().split('\n');
    const text = `${change(lines).join('\n')}\n`;
    writeFileSync(made.file, text);
    return { ...made, text };
  };

  test.each<[string, (lines: string[]) => string[], { line: number; kind: string }[], number]>([
    [
      'a chance changed',
      (l) => l.map((x, k) => (k === 1 ? x.replace('0.1', '0.9') : x)),
      [{ line: 2, kind: 'changed' }],
      1,
    ],
    [
      'the last line changed',
      (l) => l.map((x, k) => (k === 3 ? x.replace('0.3', '0.9') : x)),
      [{ line: 4, kind: 'changed' }],
      3,
    ],
    ['a line taken out', (l) => l.filter((_, k) => k !== 1), [{ line: 2, kind: 'unlinked' }], 1],
    ['the first line taken out', (l) => l.slice(1), [{ line: 1, kind: 'unlinked' }], 0],
    [
      'a line forged with a hash of its own',
      (l) => [l[0]!, ledgerLine(entry(0.9), /"previous":"(\w+)"/.exec(l[1]!)![1]!), ...l.slice(2)],
      [{ line: 3, kind: 'unlinked' }],
      2,
    ],
    [
      'two lines in another order',
      (l) => [l[0]!, l[2]!, l[1]!, l[3]!],
      [
        { line: 2, kind: 'unlinked' },
        { line: 3, kind: 'unlinked' },
        { line: 4, kind: 'unlinked' },
      ],
      1,
    ],
    [
      'a line that is no entry',
      (l) => [...l.slice(0, 2), 'hello', ...l.slice(2)],
      [{ line: 3, kind: 'unreadable' }],
      2,
    ],
    ['an empty line', (l) => [...l.slice(0, 2), '', ...l.slice(2)], [{ line: 3, kind: 'unreadable' }], 2],
  ])('%s', (_, change, faults, good) => {
    const { read, add, file, text, folder } = edited(change);
    const ledger = read();
    expect(ledger.faults.map(({ line, kind }) => ({ line, kind }))).toEqual(faults);
    expect(ledger.lines).toHaveLength(good);
    // Nothing is added to it, and nothing in it is touched.
    expect(add(0.5)).toMatchObject({ kind: 'faults' });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual([LEDGER_FILE]);
  });

  test('every change of one letter is noticed', () => {
    const { file, read } = fresh(2);
    const text = readFileSync(file, 'utf8');
    for (let k = 0; k < text.length; k += 3) {
      if (text[k] === '\n') continue;
      writeFileSync(file, text.slice(0, k) + (text[k] === 'x' ? 'y' : 'x') + text.slice(k + 1));
      expect(read().faults.length, `letter ${k}`).toBeGreaterThan(0);
    }
  });
});

describe('a crash in mid-write', () => {
  test('at whatever byte: the good lines stay, and the next is added after them', () => {
    const whole = fresh(3);
    const bytes = readFileSync(whole.file);
    const lastStart = bytes.lastIndexOf(0x0a, -2) + 1;
    for (let cut = lastStart + 1; cut < bytes.length - 1; cut += 37) {
      const { file, read, add, folder } = fresh();
      writeFileSync(file, bytes.subarray(0, cut));
      expect(read()).toMatchObject({ faults: [], torn: bytes.subarray(lastStart, cut).toString() });
      expect(read().lines).toHaveLength(2);
      const added = add(0.9) as Added;
      expect(readFileSync(added.setAside!, 'utf8')).toBe(bytes.subarray(lastStart, cut).toString());
      expect(read().lines.map((line) => line.scenarios['s01'])).toEqual([0, 0.1, 0.9]);
      expect(read().faults).toEqual([]);
      expect(readdirSync(folder)).toHaveLength(2);
    }
  });

  test('a last line that lacks only its line break is whole', () => {
    const { file, read, add } = fresh(2);
    writeFileSync(file, readFileSync(file, 'utf8').trimEnd());
    expect(read().lines).toHaveLength(2);
    expect(read().torn).toBeUndefined();
    expect(add(0.9)).not.toHaveProperty('setAside');
    expect(read().lines).toHaveLength(3);
    expect(read().faults).toEqual([]);
  });

  test('a lock whose owner is dead is cleared away; one of a living process or another machine is not', () => {
    const { folder, add, read } = fresh(1);
    const lock = join(folder, `.${LEDGER_FILE}.lock`);
    writeFileSync(lock, `${2 ** 22 + 1} ${hostname()}`); // above the largest process number there is
    expect(isRefusal(add(0.2))).toBe(false);
    expect(existsSync(lock)).toBe(false);
    for (const holder of [`1 ${hostname()}`, '1 elsewhere']) {
      writeFileSync(lock, holder);
      expect(add(0.3)).toEqual({ kind: 'locked', lock, holder });
      expect(readFileSync(lock, 'utf8')).toBe(holder);
    }
    expect(read().lines).toHaveLength(2);
  });
});

describe('where nothing is written', () => {
  test('a read-only folder or ledger', () => {
    const { folder, file, add } = fresh(1);
    chmodSync(file, 0o444);
    expect(add(0.5)).toEqual({ kind: 'read-only', path: file });
    chmodSync(file, 0o644);
    chmodSync(folder, 0o555);
    expect(add(0.5)).toEqual({ kind: 'read-only', path: folder });
    chmodSync(folder, 0o755);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
  });

  test('through a link', () => {
    const [one, other] = [fresh(1), fresh()];
    symlinkSync(one.file, other.file);
    expect(other.add(0.5)).toEqual({ kind: 'link', path: other.file });
    expect(one.read().lines).toHaveLength(1);
  });

  test('beyond the size that is read', () => {
    const { file, add } = fresh(1);
    appendFileSync(file, 'x'.repeat(20_000_000));
    expect(add(0.5)).toMatchObject({ kind: 'unreadable' });
  });
});
